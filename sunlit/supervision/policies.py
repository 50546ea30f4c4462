"""Who may do what in supervision, and when."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from sunlit import statutes
from sunlit.kernel.citations import Citation
from sunlit.kernel.refusals import NotPermitted, NotYetLaw, Refused, WrongMoment
from sunlit.organization.models import Official, Role
from sunlit.supervision.lifecycle import OpinionStatus
from sunlit.supervision.models import Finding, Inspection, Meeting, Opinion

INSPECTORS = (Role.AUDITOR, Role.SUPERVISOR_LIAISON)


def basis(name: str, on: date) -> Citation:
    """Return the article that governs an act of supervision on a day."""
    try:
        return statutes.provision(name, on=on)
    except NotYetLaw as refusal:
        return statutes.provision(name, on=refusal.since)


def why_not_hold_meeting(by: Official, _nothing: object = None) -> Refused | None:
    """Say why this official may not record meetings with supervisors."""
    if not by.has_role(Role.SUPERVISOR_LIAISON):
        return NotPermitted(
            _("Only the supervisor liaison may record meetings and opinions."),
            remedy=_("Ask the supervisor liaison."),
        )
    return None


def why_not_record_opinion(by: Official, _meeting: Meeting) -> Refused | None:
    """Say why this official may not record an opinion at this meeting."""
    return why_not_hold_meeting(by)


def why_not_answer(by: Official, opinion: Opinion) -> Refused | None:
    """Say why this opinion may not be answered by this official now."""
    cited = basis("supervision.supervisors", opinion.meeting.held_on)
    if by.office_id != opinion.office_id and not by.has_role(Role.SUPERVISOR_LIAISON):
        return NotPermitted(
            _("Only the office that must answer, or the supervisor liaison, may answer."),
            remedy=_("Ask %(office)s.") % {"office": opinion.office.name},
            basis=cited,
        )
    if opinion.status != OpinionStatus.AWAITING:
        return WrongMoment(
            _("The opinion was answered on %(day)s.") % {"day": opinion.replied_on}, basis=cited
        )
    return None


def why_not_inspect(by: Official, _nothing: object = None) -> Refused | None:
    """Say why this official may not record inspections."""
    if not by.has_role(*INSPECTORS):
        return NotPermitted(
            _("Only an auditor or the supervisor liaison may record inspections and findings."),
            remedy=_("Ask the auditor."),
        )
    return None


def why_not_announce(by: Official, inspection: Inspection) -> Refused | None:
    """Say why this official may not issue the bulletin of this inspection now."""
    if refusal := why_not_inspect(by):
        return refusal
    if inspection.bulletin_on:
        return WrongMoment(
            _("The bulletin was issued on %(day)s.") % {"day": inspection.bulletin_on},
            basis=basis("supervision.inspection", inspection.held_on),
        )
    return None


def why_not_record_finding(by: Official, _inspection: Inspection) -> Refused | None:
    """Say why this official may not record a finding of this inspection."""
    return why_not_inspect(by)


def why_not_rectify(by: Official, finding: Finding) -> Refused | None:
    """Say why this official may not verify now that this finding was rectified."""
    if refusal := why_not_inspect(by):
        return refusal
    if finding.rectified_on:
        return WrongMoment(
            _("The finding was rectified on %(day)s.") % {"day": finding.rectified_on},
            basis=basis("supervision.inspection", finding.inspection.held_on),
        )
    return None


def why_not_hold_to_account(by: Official, finding: Finding) -> Refused | None:
    """Say why this official may not hold somebody to account for this finding."""
    cited = basis("supervision.accountability", finding.inspection.held_on)
    if not by.has_role(Role.LEADER):
        return NotPermitted(
            _("Only a leader may hold a post to account."),
            remedy=_("Report the finding to the leader in charge."),
            basis=cited,
        )
    if finding.accountability_id:
        return WrongMoment(
            _("Somebody has already been held to account for this finding."), basis=cited
        )
    return None


def why_not_record_training(by: Official, _nothing: object = None) -> Refused | None:
    """Say why this official may not record training."""
    if not by.has_role(Role.CLERK, Role.SUPERVISOR_LIAISON):
        return NotPermitted(
            _("Only a disclosure clerk or the supervisor liaison may record training."),
            remedy=_("Ask the disclosure clerk."),
        )
    return None
