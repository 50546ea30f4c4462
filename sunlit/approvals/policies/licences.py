"""Who may do what in a licence case, and when."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from sunlit.approvals import applying, running, selectors
from sunlit.approvals.letters.kinds import Kind as LetterKind
from sunlit.approvals.lifecycle import TRANSITIONS, Status
from sunlit.approvals.models import LicenceCase
from sunlit.approvals.policies.handling import why_not_delegated, why_not_ripe
from sunlit.approvals.policies.permission import basis, why_not_one_of, wrong_moment
from sunlit.kernel.refusals import Refused, WrongMoment
from sunlit.organization.models import Official, Role
from sunlit.organization.selectors import office_day

AT_THE_WINDOW = (Role.WINDOW_CLERK, Role.CHIEF_REPRESENTATIVE)
ON_THE_SPOT = (Role.WINDOW_CLERK, Role.INVESTIGATOR, Role.SECTION_HEAD)
WHO_REVIEW = (Role.SECTION_HEAD, Role.CHIEF_REPRESENTATIVE)
WHO_DECIDE = (Role.CHIEF_REPRESENTATIVE, Role.APPROVER, Role.LEADER)
WHO_EXTEND = (Role.APPROVER, Role.LEADER)
WHO_PUBLISH = (Role.CLERK, *AT_THE_WINDOW)
ON_THE_CHART = {
    Status.AWAITING_SUPPLEMENT: "licence-cases.ask-for-supplement",
    Status.ACCEPTED: "licence-cases.accept",
    Status.SURVEYED: "licence-cases.survey",
    Status.REVIEWED: "licence-cases.review",
    Status.DECIDED: "licence-cases.grant",
    Status.DELIVERED: "licence-cases.deliver",
    Status.PUBLISHED: "licence-cases.publish",
}
"""The act of the chart by which a case comes to a status."""
UNDECIDED = (Status.ACCEPTED, Status.SURVEYED, Status.REVIEWED)


def why_not_receive(by: Official, _case: LicenceCase | None = None) -> Refused | None:
    """Say why this official may not receive an application."""
    return why_not_one_of(by, *AT_THE_WINDOW, name="licence.apply", on=office_day())


def why_not_ask_for_supplement(
    by: Official, case: LicenceCase, *, on: date | None = None
) -> Refused | None:
    """Say why the applicant may not be asked for a supplement: once, and within five days."""
    if refusal := why_not_one_of(
        by, *AT_THE_WINDOW, name="licence.correction_notice", on=case.received_on
    ):
        return refusal
    name = "licence.correction_notice"
    if case.supplement_notice_on:
        reason = _("The applicant has been asked for a supplement already; it may be asked once.")
        return wrong_moment(reason, name, case.received_on)
    if refusal := _why_not_become(case, Status.AWAITING_SUPPLEMENT):
        return refusal
    due = selectors.last_day(case.agency_id, name, case.received_on)
    if due and (on or office_day()) > due:
        return WrongMoment(
            _("A supplement could be asked for until %(day)s; the application counts as accepted.")
            % {"day": due.isoformat()},
            remedy=_("Accept the application; it counts as accepted from its receipt."),
            basis=basis(name, case.received_on),
        )
    return None


def why_not_accept(by: Official, case: LicenceCase) -> Refused | None:
    """Say why an application may not be accepted by this official now."""
    if refusal := why_not_one_of(
        by, *AT_THE_WINDOW, name="licence.accept", on=case.received_on
    ) or _why_not_become(case, Status.ACCEPTED):
        return refusal
    if case.letters.filter(kind=LetterKind.LICENCE_NOT_ACCEPTED).exists():
        reason = _("It has been decided, in writing, not to accept this application.")
        return wrong_moment(reason, "licence.not_accept", case.received_on)
    return None


def why_not_abandon(by: Official, case: LicenceCase, *, on: date | None = None) -> Refused | None:
    """Say why an application may not be closed for want of a supplement."""
    if refusal := why_not_one_of(
        by, *AT_THE_WINDOW, name="licence.correction_notice", on=case.received_on
    ):
        return refusal
    if refusal := _why_not_become(case, Status.ABANDONED):
        return refusal
    if case.supplied_on and not applying.faulty_materials(case):
        reason = _("The supplement came in on %(day)s; look at it, and accept the application.")
        told = reason % {"day": case.supplied_on.isoformat()}
        return wrong_moment(told, "licence.correction_notice", case.received_on)
    asked_on = case.supplement_notice_on or case.received_on
    due = selectors.last_day(case.agency_id, "licence.supplement", asked_on)
    if due and (on or office_day()) <= due:
        reason = _("The applicant has until %(day)s to supplement the application.")
        return wrong_moment(reason % {"day": due.isoformat()}, "licence.promise", asked_on)
    return None


def why_not_survey(by: Official, case: LicenceCase) -> Refused | None:
    """Say why a survey on the spot may not be entered by this official now."""
    return why_not_one_of(
        by, *ON_THE_SPOT, name="licence.survey", on=case.received_on
    ) or _why_not_become(case, Status.SURVEYED)


def why_not_review(by: Official, case: LicenceCase) -> Refused | None:
    """Say why this official may not give the opinion on a case now."""
    return why_not_one_of(
        by, *WHO_REVIEW, name="licence.survey", on=case.received_on
    ) or _why_not_become(case, Status.REVIEWED)


def why_not_extend(by: Official, case: LicenceCase, *, on: date | None = None) -> Refused | None:
    """Say why the time for a decision may not be extended: once, before it is over."""
    if refusal := why_not_one_of(by, *WHO_EXTEND, name="licence.extend", on=case.received_on):
        return refusal
    began = case.accepted_on or case.received_on
    if case.is_extended:
        reason = _("The time for the decision has been extended already; it may be extended once.")
        return wrong_moment(reason, "licence.extend", began)
    if case.status not in UNDECIDED:
        reason = _("Only the time for a case that is accepted and undecided can be extended.")
        return wrong_moment(reason, "licence.extend", began)
    clock = selectors.decision_clock(case, began)
    if clock and clock.overdue_on(on or office_day()):
        reason = _("The time for the decision ran out on %(day)s; it can no longer be extended.")
        values = {"day": clock.due_on.isoformat() if clock.due_on else ""}
        return wrong_moment(reason % values, "licence.extend", began)
    return None


def why_not_decide(by: Official, case: LicenceCase, *, on: date | None = None) -> Refused | None:
    """Say why this official may not decide a case now."""
    return (
        why_not_one_of(by, *WHO_DECIDE, name="licence.decide", on=case.received_on)
        or _why_not_become(case, Status.DECIDED)
        or why_not_delegated(by, case, on=on)
        or why_not_ripe(case, on=on)
    )


def why_not_deliver(by: Official, case: LicenceCase) -> Refused | None:
    """Say why a decision may not be delivered now. A published one may still be delivered."""
    if refusal := why_not_one_of(by, *AT_THE_WINDOW, name="licence.deliver", on=case.received_on):
        return refusal
    if case.delivered_on:
        reason = _("The decision has been delivered already.")
        return wrong_moment(reason, "licence.deliver", case.received_on)
    if case.status == Status.PUBLISHED:
        return None
    return _why_not_become(case, Status.DELIVERED)


def why_not_publish(by: Official, case: LicenceCase) -> Refused | None:
    """Say why the result of a case may not be published by this official now."""
    return why_not_one_of(
        by, *WHO_PUBLISH, name="licence.publish", on=case.received_on
    ) or _why_not_become(case, Status.PUBLISHED)


def why_not_withdraw(by: Official, case: LicenceCase) -> Refused | None:
    """Say why a withdrawal may not be entered: only before the decision."""
    return why_not_one_of(
        by, *AT_THE_WINDOW, name="licence.withdraw", on=case.received_on
    ) or _why_not_become(case, Status.WITHDRAWN)


def _why_not_become(case: LicenceCase, target: Status) -> Refused | None:
    if (Status(case.status), target) in TRANSITIONS:
        act = ON_THE_CHART.get(target)
        return running.why_not(case, act) if act else None
    name = next(name for (_start, end), name in TRANSITIONS.items() if end == target)
    reason = _("%(number)s is “%(now)s”; from there it cannot become “%(target)s”.")
    values = {
        "number": case.number,
        "now": Status(case.status).label,
        "target": target.label,
    }
    return wrong_moment(reason % values, name, case.received_on)
