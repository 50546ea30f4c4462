"""The registers of plans and tasks at the desk."""

from collections.abc import Sequence

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from sunlit.design.columns import day, quoted, text
from sunlit.design.registers import ActAtDesk, Column, Field, Filter, Label, Register, register
from sunlit.organization.models import Office, Official, Role
from sunlit.organization.selectors import office_day
from sunlit.planning import forms, policies, selectors, services
from sunlit.planning.models import Plan, Task
from sunlit.planning.rules import Standing
from sunlit.planning.waiting import plans_unpublished, tasks_open

EVERYBODY = frozenset(Role)
WORDS: dict[Standing, tuple[str, Label]] = {
    Standing.IN_TIME: ("in_time", _("in time")),
    Standing.LATE: ("late", _("late")),
    Standing.DONE: ("done", _("done")),
    Standing.DONE_LATE: ("late", _("done late")),
}


def _plans(by: Official) -> QuerySet[Plan]:
    return Plan.objects.filter(agency=by.agency).order_by("-year")


def _tasks(by: Official) -> QuerySet[Task]:
    tasks = Task.objects.filter(plan__agency=by.agency)
    return tasks.select_related("plan", "goal", "office").order_by("-plan__year", "code")


def _years(by: Official) -> Sequence[tuple[str, Label]]:
    return [(str(year), str(year)) for year in _plans(by).values_list("year", flat=True)]


def _offices(by: Official) -> Sequence[tuple[str, Label]]:
    offices = Office.objects.filter(agency=by.agency).order_by("code")
    return [(str(office.pk), office.name) for office in offices]


def _openness(_by: Official) -> Sequence[tuple[str, Label]]:
    return [("True", _("not done")), ("False", _("done"))]


def _task_state(task: Task) -> tuple[str, Label]:
    return WORDS[selectors.standing(task, on=office_day())]


def _plan_state(plan: Plan) -> tuple[str, Label]:
    if plan.closed_on:
        return "neutral", _("closed")
    return ("done", _("public")) if plan.published_on else ("paused", _("not public"))


register(
    Register(
        name="plans",
        label=_("Plans of the year"),
        intro=_("What the agency undertakes for open government each year, set by the leaders."),
        model=Plan,
        roles=EVERYBODY,
        records=_plans,
        number=Field("document_number"),
        title=Field("title"),
        columns=(
            text("year", _("Year")),
            day("issued_on", _("Issued on")),
            day("published_on", _("Published on")),
            Column(label=_("State"), value=_plan_state, kind="state"),
        ),
        facts=(
            text("year", _("Year")),
            quoted("document_number", _("Document number")),
            day("issued_on", _("Issued on")),
            day("published_on", _("Published on")),
            day("closed_on", _("Closed on")),
            Column(label=_("Goals"), value=lambda plan: plan.goals.count(), kind="number"),
            Column(label=_("Tasks"), value=lambda plan: plan.tasks.count(), kind="number"),
            Column(
                label=_("Tasks done"),
                kind="number",
                value=lambda plan: plan.tasks.filter(done_on__isnull=False).count(),
            ),
        ),
        searched=("title", "document_number"),
        waiting=plans_unpublished,
        opening=(
            ActAtDesk(
                name="issue",
                label=_("Issue a plan"),
                basis="planning.plan",
                do=services.issue_plan,
                form=forms.PlanForm,
                why_not=policies.why_not_issue,
                done=_("The plan has been issued."),
            ),
        ),
        acts=(
            ActAtDesk(
                name="publish",
                label=_("Publish"),
                basis="planning.plan",
                do=services.publish_plan,
                why_not=policies.why_not_publish,
                done=_("The plan has been published."),
            ),
            ActAtDesk(
                name="set-goal",
                label=_("Set a goal"),
                basis="planning.plan",
                do=services.set_goal,
                form=forms.GoalForm,
                why_not=policies.why_not_change,
                done=_("The goal has been set."),
            ),
            ActAtDesk(
                name="add-task",
                label=_("Set a task"),
                basis="planning.plan",
                do=services.add_task,
                form=forms.TaskForm,
                why_not=policies.why_not_change,
                done=_("The task has been set."),
            ),
            ActAtDesk(
                name="close",
                label=_("Close the plan"),
                basis="planning.plan",
                do=services.close_plan,
                why_not=policies.why_not_change,
                done=_("The plan has been closed."),
            ),
        ),
    ),
    Register(
        name="tasks",
        label=_("Tasks"),
        intro=_(
            "Who has to do what by when; the office that answers for a task says when it is done."
        ),
        model=Task,
        roles=EVERYBODY,
        records=_tasks,
        number=Field("code"),
        title=Field("measure"),
        columns=(
            text("plan.year", _("Year")),
            quoted("office.name", _("Office")),
            day("due_on", _("Due on")),
            day("done_on", _("Done on")),
            Column(label=_("State"), value=_task_state, kind="state"),
        ),
        facts=(
            quoted("plan.title", _("Plan of the year")),
            quoted("goal.text", _("Goal")),
            quoted("measure", _("Measure")),
            quoted("office.name", _("Office")),
            quoted("post", _("Responsible post")),
            day("due_on", _("Due on")),
            day("done_on", _("Done on")),
            quoted("evidence", _("What proves it")),
            Column(label=_("State"), value=_task_state, kind="state"),
        ),
        filters=(
            Filter(name="year", label=_("Year"), lookup="plan__year", choices=_years),
            Filter(name="office", label=_("Office"), lookup="office", choices=_offices),
            Filter(name="done", label=_("State"), lookup="done_on__isnull", choices=_openness),
        ),
        searched=("code", "measure", "post"),
        waiting=tasks_open,
        acts=(
            ActAtDesk(
                name="mark-done",
                label=_("Mark as done"),
                basis="planning.plan",
                do=services.mark_done,
                form=forms.DoneForm,
                why_not=policies.why_not_mark_done,
                done=_("The task has been marked done."),
            ),
            ActAtDesk(
                name="reopen",
                label=_("Open again"),
                basis="planning.plan",
                do=services.reopen,
                form=forms.ReopenForm,
                why_not=policies.why_not_reopen,
                done=_("The task is open again."),
            ),
        ),
    ),
)
