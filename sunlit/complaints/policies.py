"""Who may do what with a complaint, and when."""

from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sunlit import statutes
from sunlit.complaints.lifecycle import TRANSITIONS, Satisfaction, Status
from sunlit.complaints.models import Complaint
from sunlit.kernel.citations import Citation
from sunlit.kernel.refusals import NotPermitted, NotYetLaw, Refused, Unacceptable, WrongMoment
from sunlit.organization.models import Official, Role

AT_THE_HOTLINE = (Role.HOTLINE_OPERATOR, Role.SECTION_HEAD)
IN_THE_OFFICE = (Role.INVESTIGATOR, Role.SECTION_HEAD)


def basis(name: str, on: date) -> Citation:
    """Return the article that governs an act on a complaint of that day."""
    try:
        return statutes.provision(name, on=on)
    except NotYetLaw as refusal:
        return statutes.provision(name, on=refusal.since)


def why_not_register(by: Official, _nothing: object = None) -> Refused | None:
    """Say why this official may not register complaints."""
    if not by.has_role(*AT_THE_HOTLINE):
        return NotPermitted(
            _("Only a hotline operator or a section head may register a complaint."),
            remedy=_("Pass it to the hotline."),
        )
    return None


def why_not_accept(by: Official, complaint: Complaint) -> Refused | None:
    """Say why a complaint may not be accepted by this official now."""
    return _why_not_at_the_hotline(by) or _why_not_become(complaint, Status.ACCEPTED)


def why_not_transfer(by: Official, complaint: Complaint) -> Refused | None:
    """Say why a complaint may not be passed to another body by this official now."""
    return _why_not_at_the_hotline(by) or _why_not_become(complaint, Status.TRANSFERRED)


def why_not_refuse(by: Official, complaint: Complaint) -> Refused | None:
    """Say why a complaint may not be turned down by this official now."""
    return _why_not_at_the_hotline(by) or _why_not_become(complaint, Status.REFUSED)


def why_not_dispatch(by: Official, complaint: Complaint) -> Refused | None:
    """Say why a complaint may not be given to an office by this official now."""
    return _why_not_at_the_hotline(by) or _why_not_become(complaint, Status.DISPATCHED)


def why_not_resolve(by: Official, complaint: Complaint) -> Refused | None:
    """Say why the handling may not be recorded by this official now: only the office may."""
    return _why_not_in_the_office(by, complaint) or _why_not_become(complaint, Status.RESOLVED)


def why_not_reply(by: Official, complaint: Complaint) -> Refused | None:
    """Say why this official may not reply now: the office that handled it, or the hotline."""
    refusal = None if by.has_role(Role.HOTLINE_OPERATOR) else _why_not_in_the_office(by, complaint)
    return refusal or _why_not_become(complaint, Status.REPLIED)


def why_not_record_satisfaction(by: Official, complaint: Complaint) -> Refused | None:
    """Say why the person's satisfaction may not be recorded now: once for each handling."""
    if refusal := _why_not_at_the_hotline(by):
        return refusal
    if complaint.status not in (Status.REPLIED, Status.REOPENED):
        return _not_the_moment(complaint)
    already = (
        complaint.satisfaction_after_reopening
        if complaint.status == Status.REOPENED
        else complaint.satisfaction
    )
    if already:
        return WrongMoment(
            _("The satisfaction has been recorded already."),
            basis=basis("complaints.reply", complaint.received_on),
        )
    return None


def why_not_reopen(by: Official, complaint: Complaint) -> Refused | None:
    """Say why a complaint may not be sent back: once, and only if the person was dissatisfied."""
    if refusal := _why_not_at_the_hotline(by) or _why_not_become(complaint, Status.REOPENED):
        return refusal
    if complaint.satisfaction != Satisfaction.DISSATISFIED:
        return WrongMoment(
            _("Only a complaint whose handling did not satisfy the person is sent back."),
            remedy=_("Record the satisfaction first."),
            basis=basis("complaints.handle", complaint.received_on),
        )
    return None


def why_not_close(by: Official, complaint: Complaint) -> Refused | None:
    """Say why a complaint may not be closed by this official now."""
    if refusal := _why_not_at_the_hotline(by) or _why_not_become(complaint, Status.CLOSED):
        return refusal
    unhappy = complaint.satisfaction == Satisfaction.DISSATISFIED
    if complaint.status == Status.REPLIED and unhappy:
        return WrongMoment(
            _("The person was not satisfied: the complaint is handled once more before it closes."),
            remedy=_("Send it back to the office."),
            basis=basis("complaints.handle", complaint.received_on),
        )
    return None


def why_not_at(complaint: Complaint, moment: datetime) -> Refused | None:
    """Say why a step cannot have been taken at a moment: it would come before its cause."""
    latest = complaint.latest_at
    if moment >= latest:
        return None
    shown = timezone.localtime(latest).strftime("%Y-%m-%d %H:%M")
    return Unacceptable(
        _("The step before this one was taken at %(moment)s; this one cannot be earlier.")
        % {"moment": shown},
        remedy=_("Check the time."),
    )


def _why_not_at_the_hotline(by: Official) -> Refused | None:
    if not by.has_role(*AT_THE_HOTLINE):
        return NotPermitted(
            _("Only a hotline operator or a section head may do this."),
            remedy=_("Ask the hotline."),
        )
    return None


def _why_not_in_the_office(by: Official, complaint: Complaint) -> Refused | None:
    if by.has_role(*IN_THE_OFFICE) and by.office_id == complaint.office_id:
        return None
    return NotPermitted(
        _("Only an investigator or the head of the office that handles the complaint may do this."),
        remedy=_("Ask that office."),
    )


def _why_not_become(complaint: Complaint, target: Status) -> Refused | None:
    if (Status(complaint.status), target) in TRANSITIONS:
        return None
    return _not_the_moment(complaint)


def _not_the_moment(complaint: Complaint) -> Refused:
    return WrongMoment(
        _("The complaint is not at the stage for this: it is %(status)s.")
        % {"status": complaint.get_status_display()},
        basis=basis("complaints.handle", complaint.received_on),
    )
