"""Who may do what in a penalty case, and when."""

from datetime import date
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from sunlit.approvals import rules
from sunlit.approvals.lifecycle import PENALTY_TRANSITIONS, PenaltyStatus
from sunlit.approvals.models import PartyKind, PenaltyCase, PenaltyProcedure
from sunlit.approvals.policies.permission import basis, why_not_one_of, wrong_moment
from sunlit.complaints.models import Complaint
from sunlit.kernel.refusals import Refused, Unacceptable, WrongMoment
from sunlit.organization.models import Official, Role

WHO_INVESTIGATE = (Role.INVESTIGATOR, Role.SECTION_HEAD)
WHO_DECIDE = (Role.SECTION_HEAD, Role.APPROVER, Role.LEADER)
WHO_PUBLISH = (Role.CLERK, Role.SECTION_HEAD)


def why_not_file(by: Official, _case: PenaltyCase | None = None) -> Refused | None:
    """Say why this official may not file a case."""
    return why_not_one_of(by, *WHO_INVESTIGATE)


def why_not_for_complaint(complaint: Complaint | None) -> Refused | None:
    """Say why a case cannot be filed for a complaint: one complaint leads to one case."""
    if complaint is None:
        return None
    if PenaltyCase.objects.filter(complaint=complaint).exists():
        return WrongMoment(
            _("A case has been filed for the complaint %(number)s already.")
            % {"number": complaint.number},
            remedy=_("Choose another complaint, or none."),
        )
    return None


def why_not_notify(by: Official, case: PenaltyCase) -> Refused | None:
    """Say why it may not be entered that the party was told."""
    return why_not_one_of(by, *WHO_INVESTIGATE) or _why_not_become(case, PenaltyStatus.NOTIFIED)


def why_not_hold_hearing(by: Official, case: PenaltyCase) -> Refused | None:
    """Say why a hearing may not be entered."""
    if refusal := why_not_one_of(by, Role.SECTION_HEAD, Role.APPROVER):
        return refusal
    if case.procedure != PenaltyProcedure.HEARING:
        reason = _("No hearing is held in this procedure.")
        return wrong_moment(reason, "penalty.hearing", case.filed_on)
    return _why_not_become(case, PenaltyStatus.HEARD)


def why_not_decide(by: Official, case: PenaltyCase) -> Refused | None:
    """Say why a penalty may not be decided: the party told first, heard where it has the right."""
    roles: tuple[Role, ...] = WHO_DECIDE
    if case.procedure == PenaltyProcedure.SIMPLE:
        roles = (Role.INVESTIGATOR, *WHO_DECIDE)
    if refusal := why_not_one_of(by, *roles):
        return refusal
    if case.procedure == PenaltyProcedure.HEARING and case.status == PenaltyStatus.NOTIFIED:
        reason = _("The hearing must be held before the decision.")
        return wrong_moment(reason, "penalty.hearing", case.filed_on)
    if case.status == PenaltyStatus.FILED:
        reason = _("The party must be told the facts, the grounds and its rights first.")
        return wrong_moment(reason, "penalty.notify", case.filed_on)
    return _why_not_become(case, PenaltyStatus.DECIDED)


def why_not_fine(case: PenaltyCase, fine: Decimal, *, on: date) -> Refused | None:
    """Say why a fine is too high for the procedure of a case."""
    if case.procedure != PenaltyProcedure.SIMPLE:
        return None
    ceiling = rules.on_the_spot_ceiling(is_person=case.party_kind == PartyKind.PERSON, on=on)
    if fine <= ceiling:
        return None
    return Unacceptable(
        _("In the simple procedure the fine is at most %(ceiling)s yuan.") % {"ceiling": ceiling},
        remedy=_("Use the ordinary procedure for a higher fine."),
        basis=basis("penalty.simple", on),
    )


def why_not_serve(by: Official, case: PenaltyCase) -> Refused | None:
    """Say why it may not be entered that the decision was served."""
    return why_not_one_of(by, *WHO_INVESTIGATE) or _why_not_become(case, PenaltyStatus.SERVED)


def why_not_record_payment(by: Official, case: PenaltyCase) -> Refused | None:
    """Say why a payment may not be entered."""
    if refusal := why_not_one_of(by, Role.CLERK, *WHO_INVESTIGATE):
        return refusal
    if case.decided_on is None or not case.fine:
        reason = _("No fine has been imposed in this case.")
        return wrong_moment(reason, "penalty.pay", case.filed_on)
    if case.paid_on:
        reason = _("The fine has been paid already.")
        return wrong_moment(reason, "penalty.pay", case.filed_on)
    return None


def why_not_publish(by: Official, case: PenaltyCase) -> Refused | None:
    """Say why a decision may not be published: only when it has been served."""
    return why_not_one_of(by, *WHO_PUBLISH) or _why_not_become(case, PenaltyStatus.PUBLISHED)


def why_not_withdraw_publication(by: Official, case: PenaltyCase) -> Refused | None:
    """Say why a published decision may not be taken back."""
    if refusal := why_not_one_of(by, *WHO_PUBLISH):
        return refusal
    if case.disclosed_on is None or case.publication_withdrawn_on:
        reason = _("The decision is not public.")
        return wrong_moment(reason, "penalty.withdraw_publication", case.filed_on)
    return None


def _why_not_become(case: PenaltyCase, target: PenaltyStatus) -> Refused | None:
    if (PenaltyStatus(case.status), target) in PENALTY_TRANSITIONS:
        return None
    name = next(name for (_start, end), name in PENALTY_TRANSITIONS.items() if end == target)
    reason = _("%(number)s is “%(now)s”; from there it cannot become “%(target)s”.")
    values = {
        "number": case.number,
        "now": PenaltyStatus(case.status).label,
        "target": target.label,
    }
    return wrong_moment(reason % values, name, case.filed_on)
