"""Who may do what between the filing of a penalty case and its decision, and when."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from sunlit.approvals import rules
from sunlit.approvals.lifecycle import UNDECIDED, PenaltyStatus
from sunlit.approvals.models import PenaltyCase, PenaltyProcedure
from sunlit.approvals.policies.penalties import WHO_DECIDE, WHO_INVESTIGATE
from sunlit.approvals.policies.permission import basis, why_not_one_of, wrong_moment
from sunlit.approvals.selectors import penalties as readings
from sunlit.kernel.refusals import NotPermitted, Refused, Unacceptable
from sunlit.organization.models import Official, Role

WHO_REVIEW = (Role.LEGAL_REVIEWER, Role.SECTION_HEAD)


def why_not_investigate(by: Official, case: PenaltyCase) -> Refused | None:
    """Say why officers may not be named for a case."""
    return why_not_one_of(
        by, *WHO_INVESTIGATE, name="penalty.investigate", on=case.filed_on
    ) or _why_not_open(case, "penalty.investigate")


def why_not_these_officers(case: PenaltyCase, certificates: list[str]) -> Refused | None:
    """Say that a case is investigated by at least two officers, each with a certificate."""
    if len(set(certificates)) >= rules.OFFICERS_AT_LEAST and all(certificates):
        return None
    return Unacceptable(
        _("At least two officers investigate a case, each with a certificate of their own."),
        remedy=_("Name two officers with different certificates."),
        basis=basis("penalty.investigate", case.filed_on),
    )


def why_not_add_evidence(by: Official, case: PenaltyCase) -> Refused | None:
    """Say why no evidence may be entered: who takes it must be known."""
    return why_not_one_of(
        by, *WHO_INVESTIGATE, name="penalty.evidence", on=case.filed_on
    ) or _why_not_under_investigation(case)


def why_not_taken(case: PenaltyCase, taken_on: date, *, today: date) -> Refused | None:
    """Say that evidence cannot have been taken on a day to come."""
    if taken_on <= today:
        return None
    return Unacceptable(
        _("%(day)s is to come; evidence is entered when it has been taken.") % {"day": taken_on},
        basis=basis("penalty.evidence", case.filed_on),
    )


def why_not_preserve(by: Official, case: PenaltyCase) -> Refused | None:
    """Say why evidence may not be kept in advance: the head approves it."""
    return why_not_one_of(
        by, *WHO_DECIDE, name="penalty.preserve", on=case.filed_on
    ) or _why_not_under_investigation(case)


def why_not_settle_preservation(by: Official, case: PenaltyCase) -> Refused | None:
    """Say why it may not be decided what becomes of evidence that was kept."""
    if refusal := why_not_one_of(
        by, *WHO_INVESTIGATE, *WHO_DECIDE, name="penalty.preserve", on=case.filed_on
    ):
        return refusal
    if not case.preservations.filter(settled_on=None).exists():
        reason = _("No evidence is kept in advance in this case.")
        return wrong_moment(reason, "penalty.preserve", case.filed_on)
    return None


def why_not_end_investigation(by: Official, case: PenaltyCase) -> Refused | None:
    """Say why an investigation may not end: without evidence nothing has been found."""
    if refusal := why_not_add_evidence(by, case):
        return refusal
    if not case.evidence.exists():
        reason = _("No evidence has been entered yet: facts are found by evidence.")
        return wrong_moment(reason, "penalty.evidence", case.filed_on)
    if case.preservations.filter(settled_on=None).exists():
        reason = _("What becomes of the evidence kept in advance must be decided first.")
        return wrong_moment(reason, "penalty.preserve", case.filed_on)
    return None


def why_not_review(by: Official, case: PenaltyCase) -> Refused | None:
    """Say why a case may not be reviewed: by another office than the one that investigated."""
    if refusal := why_not_one_of(by, *WHO_REVIEW, name="penalty.review", on=case.filed_on):
        return refusal
    if by.office_id == case.office_id and not by.has_role(Role.LEGAL_REVIEWER):
        return NotPermitted(
            _("The office that investigated a case does not review it."),
            remedy=_("Ask the office for laws and regulations."),
            basis=basis("penalty.review", case.filed_on),
        )
    if case.procedure == PenaltyProcedure.SIMPLE:
        reason = _("An on-the-spot penalty has no legal review.")
        return wrong_moment(reason, "penalty.simple", case.filed_on)
    return _why_not_open(case, "penalty.review")


def why_not_hear_defence(by: Official, case: PenaltyCase) -> Refused | None:
    """Say why no defence may be entered: the party is told first."""
    if refusal := why_not_one_of(
        by, Role.LEGAL_REVIEWER, *WHO_INVESTIGATE, name="penalty.defence", on=case.filed_on
    ):
        return refusal
    if case.status not in (PenaltyStatus.NOTIFIED, PenaltyStatus.HEARD):
        reason = _("A party that was told of a penalty, and not punished yet, defends itself.")
        return wrong_moment(reason, "penalty.defence", case.filed_on)
    return None


def why_not_ask_for_hearing(by: Official, case: PenaltyCase) -> Refused | None:
    """Say why no request for a hearing may be entered."""
    if refusal := why_not_one_of(
        by, Role.LEGAL_REVIEWER, *WHO_INVESTIGATE, name="penalty.ask_for_hearing", on=case.filed_on
    ):
        return refusal
    if case.procedure != PenaltyProcedure.HEARING or case.status != PenaltyStatus.NOTIFIED:
        reason = _("A hearing is asked for when the party was told that it has this right.")
        return wrong_moment(reason, "penalty.ask_for_hearing", case.filed_on)
    if readings.hearing_of(case):
        reason = _("The hearing has been asked for already.")
        return wrong_moment(reason, "penalty.ask_for_hearing", case.filed_on)
    return None


def why_not_asked_on(case: PenaltyCase, asked_on: date, *, today: date) -> Refused | None:
    """Say that a request for a hearing came too late, or has not come yet."""
    clock = readings.hearing_request_clock(case)
    first = case.notified_on or case.filed_on
    last = min(clock.due_on, today) if clock and clock.due_on else today
    if first <= asked_on <= last:
        return None
    reason = _("A hearing of this case can be asked for from %(first)s until %(last)s.")
    return Unacceptable(
        reason % {"first": first, "last": last},
        remedy=_(
            "Enter the day on which the request came; a late one gives no right to a hearing."
        ),
        basis=basis("penalty.ask_for_hearing", case.filed_on),
    )


def why_not_set_hearing(by: Official, case: PenaltyCase) -> Refused | None:
    """Say why no hearing may be set."""
    if refusal := why_not_one_of(by, *WHO_REVIEW, name="penalty.set_hearing", on=case.filed_on):
        return refusal
    if case.status != PenaltyStatus.NOTIFIED or readings.hearing_of(case) is None:
        reason = _("Only a hearing that the party asked for is set.")
        return wrong_moment(reason, "penalty.set_hearing", case.filed_on)
    return None


def why_not_set_for(
    case: PenaltyCase, set_for: date, presider: Official, *, today: date
) -> Refused | None:
    """Say why a hearing may not be on a day, or under a presider."""
    clock = readings.notice_clock(case, today)
    earliest = clock.due_on if clock and clock.due_on else today
    if set_for < earliest:
        reason = _("The party is told seven days before: the first day possible is %(day)s.")
        return Unacceptable(
            reason % {"day": earliest},
            remedy=_("Set a later day."),
            basis=basis("penalty.set_hearing", case.filed_on),
        )
    if not readings.presiders(case).filter(pk=presider.pk).exists():
        return Unacceptable(
            _("Nobody who investigated the case presides over its hearing."),
            remedy=_("Name somebody who took no part in the investigation."),
            basis=basis("penalty.set_hearing", case.filed_on),
        )
    return None


def why_not_discuss(by: Official, case: PenaltyCase) -> Refused | None:
    """Say why no discussion by the heads may be entered."""
    if refusal := why_not_one_of(
        by, *WHO_DECIDE, Role.LEGAL_REVIEWER, name="penalty.discuss", on=case.filed_on
    ):
        return refusal
    if case.status not in (PenaltyStatus.NOTIFIED, PenaltyStatus.HEARD):
        reason = _("The heads discuss a case when the party has been told, before the decision.")
        return wrong_moment(reason, "penalty.discuss", case.filed_on)
    return None


def _why_not_under_investigation(case: PenaltyCase) -> Refused | None:
    if refusal := _why_not_open(case, "penalty.investigate"):
        return refusal
    if not case.officers.exists():
        reason = _("Two officers with their certificates must be named first.")
        return wrong_moment(reason, "penalty.investigate", case.filed_on)
    return None


def _why_not_open(case: PenaltyCase, name: str) -> Refused | None:
    if case.status in UNDECIDED:
        return None
    return wrong_moment(_("The case is decided or ended already."), name, case.filed_on)
