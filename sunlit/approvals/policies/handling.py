"""Who may do what between the acceptance of a licence case and its decision, and when."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext_lazy as _

from sunlit.approvals import rules, selectors
from sunlit.approvals.lifecycle import Status
from sunlit.approvals.models import LicenceCase, NonAcceptance
from sunlit.approvals.policies.permission import basis, why_not_one_of, wrong_moment
from sunlit.kernel.refusals import NotPermitted, Refused, Unacceptable, WrongMoment
from sunlit.organization.models import Official, Role
from sunlit.organization.selectors import office_day
from sunlit.powers.selectors import delegation_for

WHO_HANDLE = (Role.WINDOW_CLERK, Role.CHIEF_REPRESENTATIVE, Role.SECTION_HEAD)
WHO_HEAR = (Role.SECTION_HEAD, Role.CHIEF_REPRESENTATIVE)
WHO_DECLINE = (Role.WINDOW_CLERK, Role.CHIEF_REPRESENTATIVE)
UNDECIDED = (Status.ACCEPTED, Status.SURVEYED, Status.REVIEWED)
HEARING_ON_REQUEST, HEARING_PROCEDURE = "licence.hearing_on_request", "licence.hearing_procedure"


def why_not_exclude(by: Official, case: LicenceCase) -> Refused | None:
    """Say why no time may be left out: only of an accepted, undecided case, one at a time."""
    if refusal := _why_not_handle(by, case, "licence.excluded_time"):
        return refusal
    if running := selectors.running_exclusion(case):
        reason = _("Time is left out already since %(day)s (%(kind)s). End that first.")
        values = {"day": running.began_on.isoformat(), "kind": running.get_kind_display()}
        return wrong_moment(reason % values, "licence.excluded_time", case.received_on)
    return None


def why_not_resume(by: Official, case: LicenceCase) -> Refused | None:
    """Say why excluded time may not be ended: only where some runs that is no hearing's."""
    if refusal := why_not_one_of(
        by, *WHO_HANDLE, name="licence.excluded_time", on=case.received_on
    ):
        return refusal
    running = selectors.running_exclusion(case)
    if running is None:
        reason = _("No time is left out now; the limit of the decision runs.")
        return wrong_moment(reason, "licence.excluded_time", case.received_on)
    hearing = selectors.hearing_of(case)
    if hearing and hearing.called_on == running.began_on and hearing.held_on is None:
        reason = _("This time ends with the hearing: enter the hearing and its record.")
        return wrong_moment(reason, HEARING_PROCEDURE, case.received_on)
    return None


def why_not_tell_party(by: Official, case: LicenceCase) -> Refused | None:
    """Say why an interested party may not be told now."""
    return _why_not_handle(by, case, "licence.hear_party")


def why_not_hear_party(by: Official, case: LicenceCase) -> Refused | None:
    """Say why no interested party may be heard now."""
    if refusal := _why_not_handle(by, case, "licence.hear_party"):
        return refusal
    if not selectors.unheard_parties(case).exists():
        reason = _("No interested party waits to be heard. Tell it first.")
        return wrong_moment(reason, "licence.hear_party", case.received_on)
    return None


def why_not_tell_of_hearing(by: Official, case: LicenceCase) -> Refused | None:
    """Say why the right to a hearing may not be told: once, before the decision."""
    if refusal := _why_not_handle(by, case, HEARING_ON_REQUEST, WHO_HEAR):
        return refusal
    if selectors.hearing_of(case):
        reason = _("The right to a hearing has been told already.")
        return wrong_moment(reason, HEARING_ON_REQUEST, case.received_on)
    return None


def why_not_call_hearing(by: Official, case: LicenceCase) -> Refused | None:
    """Say why no hearing may be called: its right must be told, and none called before."""
    if refusal := _why_not_handle(by, case, HEARING_PROCEDURE, WHO_HEAR):
        return refusal
    hearing = selectors.hearing_of(case)
    if hearing is None:
        reason = _("Nobody has been told of the right to a hearing yet. Tell them first.")
        return wrong_moment(reason, HEARING_ON_REQUEST, case.received_on)
    if hearing.called_on:
        reason = _("The hearing has been called already.")
        return wrong_moment(reason, HEARING_PROCEDURE, case.received_on)
    return why_not_exclude(by, case)


def why_not_hearing_then(
    case: LicenceCase, *, asked_on: date, planned_on: date, today: date, asked: bool
) -> Refused | None:
    """Say why a hearing may not be held on a day: asked in time, told in time, held in time.

    `asked`: whether applicant or party asked for it; the agency may hold one of its own accord.
    """
    hearing = selectors.hearing_of(case)
    if hearing is None or asked_on < hearing.told_on or asked_on > today:
        return Unacceptable(
            _("The hearing is asked for after the right to it was told, and not after today."),
            remedy=_("Mend the day on which it was asked for."),
            basis=basis(HEARING_ON_REQUEST, case.received_on),
        )
    last = selectors.last_day(case.agency_id, "licence.hearing_request", hearing.told_on)
    if asked and last and asked_on > last:
        return Unacceptable(
            _("A hearing could be asked for until %(day)s.") % {"day": last.isoformat()},
            remedy=_("The agency may still hold one of its own accord, for the public interest."),
            basis=basis(HEARING_ON_REQUEST, case.received_on),
        )
    earliest = selectors.last_day(case.agency_id, "licence.hearing_notice", today)
    if earliest and planned_on < earliest:
        return Unacceptable(
            _("Notice is given seven working days before: the earliest day is %(day)s.")
            % {"day": earliest.isoformat()},
            remedy=_("Choose that day or a later one."),
            basis=basis(HEARING_PROCEDURE, case.received_on),
        )
    latest = selectors.last_day(case.agency_id, "licence.hearing", asked_on)
    if latest and planned_on > latest:
        return Unacceptable(
            _("A hearing is held within twenty working days: the last day is %(day)s.")
            % {"day": latest.isoformat()},
            remedy=_("Choose that day or an earlier one."),
            basis=basis(HEARING_ON_REQUEST, case.received_on),
        )
    return None


def why_not_hold_hearing(
    by: Official, case: LicenceCase, *, on: date | None = None
) -> Refused | None:
    """Say why a hearing may not be entered as held: it must be called, and its day have come."""
    if refusal := _why_not_handle(by, case, HEARING_PROCEDURE, WHO_HEAR):
        return refusal
    hearing = selectors.hearing_of(case)
    if hearing is None or hearing.planned_on is None or hearing.held_on:
        reason = _("No hearing is called that has not been held.")
        return wrong_moment(reason, HEARING_PROCEDURE, case.received_on)
    if (on or office_day()) < hearing.planned_on:
        not_yet = _("The hearing is on %(day)s.") % {"day": hearing.planned_on.isoformat()}
        return wrong_moment(not_yet, HEARING_PROCEDURE, case.received_on)
    return None


def why_not_decline(by: Official, case: LicenceCase, *, on: date | None = None) -> Refused | None:
    """Say why an application may not be declined: at once, before it counts as accepted."""
    if refusal := why_not_one_of(by, *WHO_DECLINE, name="licence.accept", on=case.received_on):
        return refusal
    if case.status != Status.RECEIVED:
        reason = _("Only an application that was received and not accepted yet can be declined.")
        return wrong_moment(reason, "licence.accept", case.received_on)
    if selectors.accepted_by_silence(case, on=on or office_day()):
        return WrongMoment(
            _("Five working days have passed: the application counts as accepted."),
            remedy=_("Accept it, then refuse the licence if it cannot be granted."),
            basis=basis("licence.correction_notice", case.received_on),
        )
    return None


def why_not_that_ground(case: LicenceCase, ground: str, competent_agency: str) -> Refused | None:
    """Say why an application may not be declined so: the right agency must be named."""
    if ground == NonAcceptance.Ground.NOT_COMPETENT and not competent_agency.strip():
        return Unacceptable(
            _("The agency that is competent is not named."),
            remedy=_("Name the agency to which the applicant should go."),
            basis=basis("licence.not_competent", case.received_on),
        )
    return None


def why_not_these_on_the_spot(case: LicenceCase, staff: Sequence[str]) -> Refused | None:
    """Say why a check on the spot by these posts does not do: the law asks for two."""
    if len(staff) >= rules.FEWEST_ON_THE_SPOT:
        return None
    return Unacceptable(
        _("The facts are checked on the spot by two officials or more."),
        remedy=_("Name the posts of all who were there, one a line."),
        basis=basis("licence.survey", case.received_on),
    )


def why_not_ripe(case: LicenceCase, *, on: date | None = None) -> Refused | None:
    """Say why a case is not ripe for a decision: somebody is still to be heard, or time runs."""
    today = on or office_day()
    if selectors.unheard_parties(case).exists():
        reason = _("An interested party has been told and not been heard yet.")
        return wrong_moment(reason, "licence.hear_party", case.received_on)
    if refusal := _why_not_after_hearing(case, today):
        return refusal
    if running := selectors.running_exclusion(case):
        reason = _("Time is left out since %(day)s (%(kind)s). End that first.")
        values = {"day": running.began_on.isoformat(), "kind": running.get_kind_display()}
        return wrong_moment(reason % values, "licence.excluded_time", case.received_on)
    return None


def why_not_delegated(by: Official, case: LicenceCase, *, on: date | None = None) -> Refused | None:
    """Say why the chief representative may not decide: only what is delegated to the window."""
    if by.has_role(Role.APPROVER, Role.LEADER):
        return None
    if delegation_for(case.power, on=on or office_day()):
        return None
    return NotPermitted(
        _("The decision on “%(licence)s” is not delegated to the chief representative.")
        % {"licence": case.power.name},
        remedy=_("An approver or a leader decides it, or a leader delegates it."),
        basis=basis("licence.delegation", case.received_on),
    )


def _why_not_after_hearing(case: LicenceCase, today: date) -> Refused | None:
    hearing = selectors.hearing_of(case)
    if hearing is None or hearing.held_on:
        return None
    if hearing.called_on:
        reason = _("The hearing has not been held; the decision rests on its record.")
        return wrong_moment(reason, HEARING_PROCEDURE, case.received_on)
    last = selectors.last_day(case.agency_id, "licence.hearing_request", hearing.told_on)
    if last and today <= last:
        not_yet = _("A hearing may be asked for until %(day)s.") % {"day": last.isoformat()}
        return wrong_moment(not_yet, HEARING_ON_REQUEST, case.received_on)
    return None


def _why_not_handle(
    by: Official, case: LicenceCase, name: str, roles: Sequence[Role] = WHO_HANDLE
) -> Refused | None:
    if refusal := why_not_one_of(by, *roles, name=name, on=case.received_on):
        return refusal
    if case.status not in UNDECIDED:
        reason = _("This is done in a case that is accepted and not decided yet.")
        return wrong_moment(reason, name, case.received_on)
    return None
