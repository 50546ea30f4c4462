"""Who may enter that a step of a case's chart was done, and when."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from sunlit.approvals import running
from sunlit.approvals.models import CoercionCase, LicenceCase
from sunlit.approvals.policies.permission import basis
from sunlit.flows.chart import Node
from sunlit.flows.known import PARTIES
from sunlit.flows.moving import basis_of
from sunlit.kernel.citations import Citation
from sunlit.kernel.refusals import NotPermitted, Refused, Unacceptable, WrongMoment
from sunlit.organization.models import Official, Role

FOR_PARTIES = (Role.WINDOW_CLERK, Role.CHIEF_REPRESENTATIVE, Role.INVESTIGATOR, Role.SECTION_HEAD)
"""Who enters what a party or another body did: the officials who deal with it."""


def why_not_record_step(by: Official, case: running.Case, *, task: str = "") -> Refused | None:
    """Say why this official may not enter a step; without a `task`, why none of those due."""
    due = running.to_record(case)
    if not due or (task and task not in {node.id for node in due}):
        return _nothing_due(case)
    asked = [node for node in due if task in ("", node.id)]
    if any(may_record(by, node) for node in asked):
        return None
    roles = dict.fromkeys(role for node in asked for role in roles_of(node))
    needed = ", ".join(str(Role(role).label) for role in roles)
    return NotPermitted(
        _("“%(step)s” is entered by one of these roles: %(roles)s.")
        % {"step": asked[0].name, "roles": needed},
        remedy=_("Ask a colleague who has one of them."),
        basis=basis_of_step(case, asked[0]),
    )


def may_record(by: Official, task: Node) -> bool:
    """Whether an official may enter a step: whoever has the role of its lane."""
    return by.has_role(*(Role(role) for role in roles_of(task)))


def roles_of(task: Node) -> list[str]:
    """Return the roles that may enter a step."""
    role = task.duty.role
    return [*FOR_PARTIES] if role in PARTIES or not role else [role]


def why_not_on_day(case: running.Case, done_on: date, *, today: date) -> Refused | None:
    """Say why a step cannot have been done on a day: before the last step, or in the future."""
    last = running.last_day(case)
    if last <= done_on <= today:
        return None
    return Unacceptable(
        _("The step cannot have been done on %(day)s: the step before was on %(last)s.")
        % {"day": done_on.isoformat(), "last": last.isoformat()},
        remedy=_("Give a day from %(last)s to %(today)s.")
        % {"last": last.isoformat(), "today": today.isoformat()},
        basis=basis(_procedure(case), running.first_day(case)),
    )


def basis_of_step(case: running.Case, task: Node) -> Citation:
    """Return the article that a step rests on; that of the procedure where the chart names none."""
    on = running.first_day(case)
    return basis_of(task, on) or basis(_procedure(case), on)


def _nothing_due(case: running.Case) -> WrongMoment:
    due = running.possible(case)
    on = running.first_day(case)
    if not due:
        reason = _("On its flow chart nothing more is to be done.")
        return WrongMoment(reason, basis=basis(_procedure(case), on))
    values = {"steps": ", ".join(node.name for node in due)}
    reason = _("No step of the flow chart waits for an entry; what is due is done by its own act.")
    remedy = _("Due now: %(steps)s.") % values
    return WrongMoment(reason, remedy, basis_of_step(case, due[0]))


def _procedure(case: running.Case) -> str:
    if isinstance(case, CoercionCase):
        return "coercion.decide"
    return "licence.apply" if isinstance(case, LicenceCase) else "penalty.file"
