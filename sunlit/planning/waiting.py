"""Tasks of the plan that are not done, and plans that are not public."""

from collections.abc import Iterable
from datetime import date

from sunlit.design.registers import Waiting
from sunlit.organization.models import Agency, Role
from sunlit.planning.models import Plan, Task

ANYBODY = frozenset(Role)


def tasks_open(agency: Agency, _on: date) -> Iterable[Waiting]:
    """Yield the tasks that are not done, the one due first first; each is its office's."""
    tasks = Task.objects.filter(plan__agency=agency, done_on=None)
    for task in tasks.select_related("plan", "office").order_by("due_on", "code"):
        yield Waiting(
            record=task,
            act="mark-done",
            office=task.office,
            office_roles=ANYBODY,
            due_on=task.due_on,
            since=task.plan.issued_on,
        )


def plans_unpublished(agency: Agency, _on: date) -> Iterable[Waiting]:
    """Yield the plans that are not public."""
    plans = Plan.objects.filter(agency=agency, published_on=None, closed_on=None)
    for plan in plans.order_by("year"):
        yield Waiting(
            record=plan, act="publish", roles=frozenset({Role.CLERK}), since=plan.issued_on
        )
