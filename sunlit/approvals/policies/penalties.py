"""Who may do what in a penalty case, and when."""

from datetime import date
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from sunlit.approvals import rules
from sunlit.approvals.lifecycle import PENALTY_TRANSITIONS, PenaltyStatus
from sunlit.approvals.models import (
    CollectiveDiscussion,
    PartyKind,
    PenaltyCase,
    PenaltyProcedure,
    PenaltyPublication,
    ServiceKind,
)
from sunlit.approvals.policies.permission import basis, why_not_one_of, wrong_moment
from sunlit.approvals.selectors import penalties as readings
from sunlit.complaints.models import Complaint
from sunlit.kernel.refusals import NotPermitted, Refused, Unacceptable, WrongMoment
from sunlit.organization.models import Official, Role
from sunlit.organization.selectors import office_day

WHO_INVESTIGATE = (Role.INVESTIGATOR, Role.SECTION_HEAD)
WHO_DECIDE = (Role.SECTION_HEAD, Role.APPROVER, Role.LEADER)
WHO_PUBLISH = (Role.CLERK, Role.SECTION_HEAD)
WHO_REVIEW_PUBLICATION = (Role.SECRECY_REVIEWER, Role.LEGAL_REVIEWER, Role.SECTION_HEAD)
WHO_HEAR = (Role.SECTION_HEAD, Role.APPROVER, Role.LEGAL_REVIEWER)


def why_not_file(by: Official, _case: PenaltyCase | None = None) -> Refused | None:
    """Say why this official may not file a case."""
    return why_not_one_of(by, *WHO_INVESTIGATE, name="penalty.file", on=office_day())


def why_not_for_complaint(complaint: Complaint | None) -> Refused | None:
    """Say why a case cannot be filed for a complaint: one complaint leads to one case."""
    if complaint is None:
        return None
    if PenaltyCase.objects.filter(complaint=complaint).exists():
        return WrongMoment(
            _("A case has been filed for the complaint %(number)s already.")
            % {"number": complaint.number},
            remedy=_("Choose another complaint, or none."),
            basis=basis("penalty.file", office_day()),
        )
    return None


def why_not_notify(by: Official, case: PenaltyCase) -> Refused | None:
    """Say why the party may not be told: investigated first, but for an on-the-spot penalty.

    By the procedure under the law of 1996 the review comes before; under that of 2021 after the
    defence, before the decision.
    """
    refusal = why_not_one_of(
        by, *WHO_INVESTIGATE, name="penalty.notify", on=case.filed_on
    ) or why_not_become(case, PenaltyStatus.NOTIFIED)
    if refusal or case.procedure == PenaltyProcedure.SIMPLE:
        return refusal
    if not case.reports.exists():
        reason = _("The investigation must have ended with its report first.")
        return wrong_moment(reason, "penalty.end_investigation", case.filed_on)
    return None if rules.is_reviewed_last(case.filed_on) else _why_not_reviewed(case)


def why_not_hold_hearing(by: Official, case: PenaltyCase, *, on: date) -> Refused | None:
    """Say why a hearing may not be entered: on its day, by who was named to preside over it."""
    if refusal := why_not_enter_hearing(by, case):
        return refusal
    hearing = readings.hearing_of(case)
    if hearing is None or hearing.set_for is None or on < hearing.set_for:
        reason = _("The hearing is set for %(day)s; before that day none can have been held.")
        day = hearing.set_for if hearing and hearing.set_for else "—"
        return wrong_moment(reason % {"day": day}, "penalty.hearing", case.filed_on)
    return None


def why_not_enter_hearing(by: Official, case: PenaltyCase) -> Refused | None:
    """Say why an official may not enter the hearing of a case at all."""
    if refusal := why_not_one_of(by, *WHO_HEAR, name="penalty.hearing", on=case.filed_on):
        return refusal
    if case.procedure != PenaltyProcedure.HEARING:
        reason = _("No hearing is held in this procedure.")
        return wrong_moment(reason, "penalty.hearing", case.filed_on)
    if refusal := why_not_become(case, PenaltyStatus.HEARD):
        return refusal
    hearing = readings.hearing_of(case)
    if hearing is None or hearing.set_for is None:
        reason = _("The hearing must be asked for and set first.")
        return wrong_moment(reason, "penalty.set_hearing", case.filed_on)
    if hearing.presider_id != by.pk and not by.has_role(Role.LEGAL_REVIEWER):
        return NotPermitted(
            _("Only the presider or the legal reviewers enter the record of a hearing."),
            remedy=_("Ask %(post)s.") % {"post": hearing.presider and hearing.presider.post},
            basis=basis("penalty.set_hearing", case.filed_on),
        )
    return None


def why_not_decide(by: Official, case: PenaltyCase) -> Refused | None:
    """Say why a penalty may not be decided: the party told first, heard where it has the right."""
    roles: tuple[Role, ...] = WHO_DECIDE
    if case.procedure == PenaltyProcedure.SIMPLE:
        roles = (Role.INVESTIGATOR, *WHO_DECIDE)
    if refusal := why_not_one_of(by, *roles, name="penalty.decide", on=case.filed_on):
        return refusal
    if case.status == PenaltyStatus.FILED:
        reason = _("The party must be told the facts, the grounds and its rights first.")
        return wrong_moment(reason, "penalty.notify", case.filed_on)
    return why_not_become(case, PenaltyStatus.DECIDED) or _why_not_ripe(case)


def why_not_decide_on(by: Official, case: PenaltyCase, *, on: date) -> Refused | None:
    """Say why a penalty may not be decided on a day: not while the party may ask for a hearing."""
    if refusal := why_not_decide(by, case):
        return refusal
    if case.procedure != PenaltyProcedure.HEARING or case.status != PenaltyStatus.NOTIFIED:
        return None
    clock = readings.hearing_request_clock(case)
    if clock is None or clock.due_on is None or on <= clock.due_on:
        reason = _(
            "The hearing must be held before the decision: it can be asked for until %(day)s."
        )
        day = clock.due_on if clock else "—"
        return wrong_moment(reason % {"day": day}, "penalty.hearing", case.filed_on)
    return None


def _why_not_ripe(case: PenaltyCase) -> Refused | None:
    if case.procedure == PenaltyProcedure.SIMPLE:
        return None
    if readings.must_be_reviewed(case) and (refusal := _why_not_reviewed(case)):
        return refusal
    if case.procedure == PenaltyProcedure.HEARING and case.status == PenaltyStatus.NOTIFIED:
        hearing = readings.hearing_of(case)
        if hearing is not None and case.hearing_on is None:
            reason = _("The hearing that the party asked for must be held before the decision.")
            return wrong_moment(reason, "penalty.hearing", case.filed_on)
    if case.is_grave and not CollectiveDiscussion.objects.filter(case=case).exists():
        reason = _("A complex or grave case must be discussed by the heads together first.")
        return wrong_moment(reason, "penalty.discuss", case.filed_on)
    return None


def _why_not_reviewed(case: PenaltyCase) -> Refused | None:
    if readings.passed_review(case):
        return None
    reason = _("The case has not passed its legal review: no review, no decision.")
    return wrong_moment(reason, "penalty.review", case.filed_on)


def why_not_heavier(case: PenaltyCase, fine: Decimal) -> Refused | None:
    """Say why a fine is heavier than the one that the party was told of and defended against."""
    notice = readings.last_notice(case)
    if notice is None or fine <= notice.fine:
        return None
    reason = _("The party was told of a fine of %(told)s yuan; a defence may not make it heavier.")
    return Unacceptable(
        reason % {"told": f"{notice.fine:f}"},
        remedy=_("Impose at most that fine, or tell the party anew, with new facts or grounds."),
        basis=basis("penalty.defence", case.filed_on),
    )


def why_not_outside(
    case: PenaltyCase, grade: str, fine: Decimal, deviation: str, *, on: date
) -> Refused | None:
    """Say why a fine leaves the standard of discretion; without a standard nothing is checked."""
    grades = list(readings.benchmarks_of(case, on=on))
    if not grades:
        return None
    found = next((one for one in grades if one.grade == grade), None)
    if found and found.fine_from <= fine <= found.fine_to:
        return None
    discussed = CollectiveDiscussion.objects.filter(case=case).exists()
    if deviation and discussed:
        return None
    if found is None:
        reason = _("The standard of discretion for this power has the grades %(grades)s.") % {
            "grades": "、".join(one.grade for one in grades)
        }
    else:
        reason = _("For the grade “%(grade)s” the fine is from %(least)s to %(most)s yuan.") % {
            "grade": grade,
            "least": f"{found.fine_from:f}",
            "most": f"{found.fine_to:f}",
        }
    return Unacceptable(
        reason,
        remedy=_("Stay within the standard, or discuss the case together and write the reason."),
        basis=basis("penalty.discretion", case.filed_on),
    )


def why_not_fine(case: PenaltyCase, fine: Decimal) -> Refused | None:
    """Say why a fine is too high for the on-the-spot procedure of a case."""
    if case.procedure != PenaltyProcedure.SIMPLE:
        return None
    ceiling = rules.on_the_spot_ceiling(
        is_person=case.party_kind == PartyKind.PERSON, on=case.filed_on
    )
    if fine <= ceiling:
        return None
    return Unacceptable(
        _("In the simple procedure the fine is at most %(ceiling)s yuan.") % {"ceiling": ceiling},
        remedy=_("Use the ordinary procedure for a higher fine."),
        basis=basis("penalty.simple", case.filed_on),
    )


def why_not_serve(by: Official, case: PenaltyCase) -> Refused | None:
    """Say why it may not be entered that the decision was served."""
    return why_not_one_of(
        by, *WHO_INVESTIGATE, name="penalty.serve", on=case.filed_on
    ) or why_not_become(case, PenaltyStatus.SERVED)


def why_not_serve_so(case: PenaltyCase, kind: str) -> Refused | None:
    """Say why a decision may not be served in this way under the law of the case."""
    if kind != ServiceKind.ELECTRONIC or case.filed_on >= rules.ELECTRONIC_SERVICE_SINCE:
        return None
    return Unacceptable(
        _("The law of this case knows no electronic service of a penalty."),
        remedy=_("Serve the decision in another way."),
        basis=basis("penalty.serve", case.filed_on),
    )


def why_not_publish(by: Official, case: PenaltyCase) -> Refused | None:
    """Say why a decision may not be published: only when served, and its words reviewed."""
    refusal = why_not_one_of(
        by, *WHO_PUBLISH, name="penalty.publish", on=case.filed_on
    ) or why_not_become(case, PenaltyStatus.PUBLISHED)
    if refusal:
        return refusal
    if not PenaltyPublication.objects.filter(case=case).exists():
        reason = _("The words to be published must have been reviewed first.")
        return wrong_moment(reason, "penalty.review_publication", case.filed_on)
    return None


def why_not_review_publication(by: Official, case: PenaltyCase) -> Refused | None:
    """Say why the words to be published may not be reviewed now."""
    if refusal := why_not_one_of(
        by, *WHO_REVIEW_PUBLICATION, name="penalty.review_publication", on=case.filed_on
    ):
        return refusal
    if case.status not in (PenaltyStatus.DECIDED, PenaltyStatus.SERVED) or (
        case.procedure == PenaltyProcedure.SIMPLE
    ):
        reason = _("Only a decision of the ordinary procedure that is not public yet is reviewed.")
        return wrong_moment(reason, "penalty.review_publication", case.filed_on)
    return None


def why_not_words(case: PenaltyCase, text: str) -> Refused | None:
    """Say what stands in a text and must not become public."""
    found = [one.text for one in readings.found_in(case, text)]
    if readings.names_party(case, text):
        found.append(case.party)
    if not found:
        return None
    return Unacceptable(
        _("This must not become public: %(found)s.") % {"found": "、".join(dict.fromkeys(found))},
        remedy=_("Mask it in the text, or leave it out."),
        basis=basis("penalty.review_publication", case.filed_on),
    )


def why_not_withdraw_publication(by: Official, case: PenaltyCase) -> Refused | None:
    """Say why a published decision may not be taken back."""
    if refusal := why_not_one_of(
        by, *WHO_PUBLISH, name="penalty.withdraw_publication", on=case.filed_on
    ):
        return refusal
    if case.disclosed_on is None or case.publication_withdrawn_on:
        reason = _("The decision is not public.")
        return wrong_moment(reason, "penalty.withdraw_publication", case.filed_on)
    return None


def why_not_drop(by: Official, case: PenaltyCase) -> Refused | None:
    """Say why a case may not be dropped."""
    return why_not_one_of(by, *WHO_DECIDE, name="penalty.drop", on=case.filed_on) or why_not_become(
        case, PenaltyStatus.DROPPED
    )


def why_not_waive(by: Official, case: PenaltyCase) -> Refused | None:
    """Say why it may not be decided that no penalty is imposed."""
    return why_not_one_of(
        by, *WHO_DECIDE, name="penalty.no_penalty", on=case.filed_on
    ) or why_not_become(case, PenaltyStatus.NO_PENALTY)


def why_not_transfer(by: Official, case: PenaltyCase) -> Refused | None:
    """Say why a case may not be transferred to the police."""
    return why_not_one_of(
        by, *WHO_DECIDE, name="penalty.transfer", on=case.filed_on
    ) or why_not_become(case, PenaltyStatus.TRANSFERRED)


def why_not_close(by: Official, case: PenaltyCase) -> Refused | None:
    """Say why a case may not be closed: paid, and published where it must be."""
    if refusal := why_not_one_of(
        by, Role.CLERK, *WHO_INVESTIGATE, name="penalty.close", on=case.filed_on
    ):
        return refusal
    if refusal := why_not_become(case, PenaltyStatus.CLOSED):
        return refusal
    if case.status == PenaltyStatus.SERVED and case.procedure != PenaltyProcedure.SIMPLE:
        reason = _("The decision must be published before the case is closed.")
        return wrong_moment(reason, "penalty.publish", case.filed_on)
    if case.procedure == PenaltyProcedure.SIMPLE and case.put_on_file_on is None:
        reason = _("A penalty decided on the spot must be put on file with the agency first.")
        return wrong_moment(reason, "penalty.put_on_file", case.filed_on)
    if readings.unpaid(case):
        reason = _("%(unpaid)s yuan of the fine are not paid yet.")
        values = {"unpaid": f"{readings.unpaid(case):f}"}
        return wrong_moment(reason % values, "penalty.pay", case.filed_on)
    return None


def why_not_become(case: PenaltyCase, target: PenaltyStatus) -> Refused | None:
    """Say why a case cannot go on to a stage from where it stands."""
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
