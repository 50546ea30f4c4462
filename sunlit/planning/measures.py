"""The figures that the plan of the year can give."""

from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from sunlit.measures.registry import Face, Measure, register
from sunlit.planning import selectors
from sunlit.planning.models import Goal, Plan, Task


def _plan(plan: Plan) -> Face:
    number = plan.document_number
    return Face(id=number, number=number, title=plan.title, day=plan.issued_on)


def _goal(goal: Goal) -> Face:
    return Face(id=goal.code, number=goal.code, title=goal.text)


def _task(task: Task) -> Face:
    facts = ((_("office"), task.office.name), (_("due on"), task.due_on))
    return Face(id=task.code, number=task.code, title=task.measure, day=task.done_on, facts=facts)


register(
    Measure(
        code="planning.plans",
        label=_("Plan of the year"),
        counts=_("plans for the year that were issued in it"),
        basis="planning.plan",
        population=selectors.plans_issued_for,
        face=_plan,
    ),
    Measure(
        code="planning.goals",
        label=_("Goals of the year's plan"),
        counts=_("goals that the plan of the year sets"),
        basis="planning.plan",
        population=selectors.goals_of_year,
        face=_goal,
    ),
    Measure(
        code="planning.goals_with_tasks",
        label=_("Goals that tasks serve"),
        counts=_("goals of the year's plan for which it gives at least one task to an office"),
        basis="planning.plan",
        population=selectors.goals_with_tasks,
        face=_goal,
    ),
    Measure(
        code="planning.tasks",
        label=_("Tasks of the year's plan"),
        counts=_("tasks that the plan of the year gives to the offices"),
        basis="planning.plan",
        population=selectors.tasks_of_year,
        face=_task,
    ),
    Measure(
        code="planning.measures_done",
        label=_("Measures of the year's plan carried out"),
        counts=_("tasks of the year's plan that are marked done, with the day"),
        basis="planning.plan",
        population=selectors.tasks_of_year,
        meets=Q(done_on__isnull=False),
        face=_task,
    ),
    Measure(
        code="planning.done_in_time",
        label=_("Measures of the year's plan carried out in time"),
        counts=_("tasks of the year's plan that were done by the day on which they were due"),
        basis="planning.plan",
        population=selectors.tasks_of_year,
        meets=Q(done_on__lte=F("due_on")),
        face=_task,
    ),
)
