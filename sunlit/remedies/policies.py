"""Who may do what with a file of reconsideration or litigation, and when."""

from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sunlit import statutes
from sunlit.approvals.models import PenaltyCase
from sunlit.foi.models import InformationRequest
from sunlit.kernel.citations import Citation
from sunlit.kernel.refusals import NotPermitted, NotYetLaw, Refused, Unacceptable, WrongMoment
from sunlit.organization.models import Official, Role
from sunlit.remedies import selectors
from sunlit.remedies.lifecycle import LITIGATION_TRANSITIONS, TRANSITIONS, Status
from sunlit.remedies.models import Kind, Remedy

HANDLERS = (Role.SECTION_HEAD, Role.CLERK)
ARROWS = {Kind.RECONSIDERATION: TRANSITIONS, Kind.LAWSUIT: LITIGATION_TRANSITIONS}
OPENING = {Kind.RECONSIDERATION: "reconsideration.apply", Kind.LAWSUIT: "litigation.file"}


def basis(name: str, on: date) -> Citation:
    """Return the article that governs an act of that day."""
    try:
        return statutes.provision(name, on=on)
    except NotYetLaw as refusal:
        return statutes.provision(name, on=refusal.since)


def why_not_open(by: Official, _remedy: Remedy | None = None) -> Refused | None:
    """Say why this official may not open a file."""
    return _why_not_handle(by)


def why_not_contest(
    kind: Kind,
    penalty: PenaltyCase | None,
    information_request: InformationRequest | None,
    *,
    filed_on: date,
    today: date,
) -> Refused | None:
    """Say why a file cannot contest these acts: exactly one, and not before it was done."""
    name = OPENING[kind]
    if (penalty is None) == (information_request is None):
        return Unacceptable(
            _("A file contests exactly one act."),
            remedy=_("Choose either a penalty or an information request."),
        )
    done_on = penalty.decided_on if penalty else None
    if information_request:
        done_on = information_request.replied_on
    if done_on and filed_on < done_on:
        reason = _("The act of %(day)s cannot have been contested before.")
        return Unacceptable(reason % {"day": done_on.isoformat()}, basis=basis(name, filed_on))
    if filed_on > today:
        return Unacceptable(_("The day on which it was contested lies in the future."))
    return None


def why_not_reply(by: Official, remedy: Remedy) -> Refused | None:
    """Say why the agency's reply may not be entered now."""
    return _why_not_handle(by) or _why_not_become(remedy, Status.REPLIED)


def why_not_record_hearing(by: Official, remedy: Remedy) -> Refused | None:
    """Say why a hearing may not be entered now."""
    return _why_not_handle(by) or _why_not_become(remedy, Status.HEARD)


def why_not_record_decision(by: Official, remedy: Remedy) -> Refused | None:
    """Say why the decision may not be entered now."""
    return _why_not_handle(by) or _why_not_become(remedy, Status.DECIDED)


def why_not_file_documents(by: Official, remedy: Remedy) -> Refused | None:
    """Say why documents may not be put into the file any more."""
    if refusal := _why_not_handle(by):
        return refusal
    if remedy.status == Status.ARCHIVED:
        return _wrong_moment(_("The file has been archived."), "remedies.archive", remedy)
    return None


def why_not_archive(by: Official, remedy: Remedy) -> Refused | None:
    """Say why a file may not be archived: only when it is decided and complete."""
    refusal = _why_not_handle(by) or _why_not_become(remedy, Status.ARCHIVED)
    if refusal:
        return refusal
    if missing := selectors.missing_documents(remedy):
        return WrongMoment(
            _("The file is not complete: %(documents)s.") % {"documents": "、".join(missing)},
            remedy=_("Put the missing documents into the file first."),
            basis=basis("remedies.archive", remedy.filed_on),
        )
    return None


def arrow(remedy: Remedy, target: Status) -> str:
    """Return the provision that lets a file take a step which it may take."""
    return ARROWS[Kind(remedy.kind)][Status(remedy.status), target]


def _why_not_handle(by: Official) -> Refused | None:
    if by.has_role(*HANDLERS):
        return None
    return NotPermitted(
        _("Only the section that answers for remedies may do this."),
        remedy=_("Ask the section head or a clerk."),
    )


def _why_not_become(remedy: Remedy, target: Status) -> Refused | None:
    arrows = ARROWS[Kind(remedy.kind)]
    if (Status(remedy.status), target) in arrows:
        return None
    name = next(name for (_start, end), name in arrows.items() if end == target)
    reason = _("%(number)s is “%(now)s”; from there it cannot become “%(target)s”.")
    values = {
        "number": remedy.number,
        "now": Status(remedy.status).label,
        "target": target.label,
    }
    return _wrong_moment(reason % values, name, remedy)


def _wrong_moment(reason: str | Promise, name: str, remedy: Remedy) -> WrongMoment:
    return WrongMoment(reason, basis=basis(name, remedy.filed_on))
