"""Who may make the plan of the year and say that its tasks are done."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from sunlit import statutes
from sunlit.kernel.citations import Citation
from sunlit.kernel.refusals import NotPermitted, Refused, WrongMoment
from sunlit.organization.models import Official, Role
from sunlit.planning.models import Plan, Task


def why_not_issue(by: Official, _nothing: object) -> Refused | None:
    """Say why this official may not issue a plan."""
    if not by.has_role(Role.LEADER, Role.ADMINISTRATOR):
        return NotPermitted(
            _("Only a leader or an administrator may make the plan of the year."),
            remedy=_("Ask the leader in charge."),
        )
    return None


def why_not_publish(by: Official, plan: Plan) -> Refused | None:
    """Say why this plan may not be published by this official now."""
    if not by.has_role(Role.CLERK, Role.LEADER, Role.ADMINISTRATOR):
        return NotPermitted(
            _("Only a disclosure clerk or a leader may publish the plan of the year."),
            remedy=_("Ask the disclosure clerk."),
            basis=_basis(plan),
        )
    if plan.published_on:
        return WrongMoment(_("The plan has already been published."), basis=_basis(plan))
    return None


def why_not_change(by: Official, plan: Plan) -> Refused | None:
    """Say why this official may not set goals or tasks in this plan, or close it."""
    if refusal := why_not_issue(by, None):
        return refusal
    if plan.closed_on:
        return WrongMoment(
            _("The plan of %(year)d is closed.") % {"year": plan.year},
            remedy=_("Set the task in the plan of the next year."),
            basis=_basis(plan),
        )
    return None


def why_not_mark_done(by: Official, task: Task) -> Refused | None:
    """Say why this official may not mark this task done now."""
    if by.office_id != task.office_id and not by.has_role(Role.CLERK):
        return NotPermitted(
            _("Only the office that answers for the task, or a disclosure clerk, may say so."),
            remedy=_("Ask %(office)s.") % {"office": task.office.name},
            basis=_basis(task.plan),
        )
    if task.done_on:
        return WrongMoment(
            _("The task has already been marked done, on %(day)s.") % {"day": task.done_on},
            remedy=_("If it is not done, have it reopened first."),
            basis=_basis(task.plan),
        )
    return None


def why_not_reopen(by: Official, task: Task) -> Refused | None:
    """Say why this official may not reopen this task now."""
    if refusal := why_not_change(by, task.plan):
        return refusal
    if task.done_on is None:
        return WrongMoment(_("The task is open."), basis=_basis(task.plan))
    return None


def _basis(plan: Plan) -> Citation:
    return statutes.provision("planning.plan", on=date(plan.year, 12, 31))
