"""Taking in the plan of the year with its goals and tasks."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from sunlit.intake.folder import Folder
from sunlit.intake.registry import Intake, register
from sunlit.intake.rows import Code, Day, Row
from sunlit.planning import events, rules, selectors
from sunlit.planning.models import Goal, Plan, Task


class GoalPart(Row):
    """A goal."""

    code: Code
    text: str


class TaskPart(Row):
    """A task."""

    code: Code
    goal: Code
    measure: str
    unit: Code
    post: str
    due: Day
    done: Day | None = None


class PlanDocument(Row):
    """plan_YYYY.yaml."""

    title: str
    doc_no: str
    issued_on: Day
    published_on: Day | None = None
    goals: tuple[GoalPart, ...]
    tasks: tuple[TaskPart, ...]


def take(folder: Folder) -> None:
    """Take in the plan, then its goals, then its tasks."""
    document = folder.document(f"plan_{folder.year}.yaml", PlanDocument)
    if document is None:
        return
    folder.in_order(document, "issued_on", "published_on")
    if selectors.plan_of_year(folder.agency, folder.year):
        reason = _("The year %(year)d has a plan already.")
        folder.fault(document, "", reason % {"year": folder.year})
    plan = Plan(
        agency=folder.agency,
        year=folder.year,
        title=document.title,
        document_number=document.doc_no,
        issued_on=document.issued_on,
        published_on=document.published_on,
    )
    folder.save(Plan, [plan])
    issued = events.PlanIssued(folder.year, document.title, document.doc_no)
    folder.enter(issued, plan, day=document.issued_on, basis="planning.plan", row=document)
    if document.published_on:
        shown = events.PlanPublished(folder.year)
        folder.enter(shown, plan, day=document.published_on, basis="planning.plan", row=document)
    _take_goals(folder, plan, document)
    _take_tasks(folder, plan, document)


def _take_goals(folder: Folder, plan: Plan, document: PlanDocument) -> None:
    goals: dict[str, Goal] = {}
    for part in document.goals:
        if part.code in goals:
            folder.fault_twice(part, "code", part.code)
        goals[part.code] = Goal(plan=plan, code=part.code, text=part.text)
    folder.save(Goal, goals.values())
    folder.shelve("goal", goals)
    for part in document.goals:
        event = events.GoalSet(part.code, part.text)
        about = goals[part.code]
        folder.enter(event, about, day=plan.issued_on, basis="planning.plan", row=part)


def _take_tasks(folder: Folder, plan: Plan, document: PlanDocument) -> None:
    tasks: dict[str, Task] = {}
    for part in document.tasks:
        if part.code in tasks:
            folder.fault_twice(part, "code", part.code)
        _check_days(folder, plan, part)
        goal = folder.find("goal", part.goal, part, "goal")
        office = folder.find("office", part.unit, part, "unit")
        if goal and office:
            tasks[part.code] = Task(
                plan=plan,
                goal=goal,
                code=part.code,
                measure=part.measure,
                office=office,
                post=part.post,
                due_on=part.due,
                done_on=part.done,
            )
    folder.save(Task, tasks.values())
    _enter_tasks(folder, plan, tasks, document)


def _check_days(folder: Folder, plan: Plan, part: TaskPart) -> None:
    if rules.done_before_it_was_set(issued_on=plan.issued_on, done_on=part.done):
        reason = _("%(day)s is before its cause: the plan was issued on %(issued)s.")
        folder.fault(part, "done", reason % {"day": part.done, "issued": plan.issued_on})
    elif part.done and part.done > part.due:
        reason = _("The task was done on %(done)s, after the day on which it was due.")
        folder.warn(part, "done", reason % {"done": part.done})


def _enter_tasks(
    folder: Folder, plan: Plan, tasks: Mapping[str, Task], document: PlanDocument
) -> None:
    for part in document.tasks:
        task = tasks.get(part.code)
        if task is None:
            continue
        was_set = events.TaskSet(part.code, part.unit, part.due)
        folder.enter(was_set, task, day=plan.issued_on, basis="planning.plan", row=part)
        if part.done:
            done = events.TaskDone(part.code, part.done, "")
            folder.enter(done, task, day=part.done, basis="planning.plan", row=part, post=part.post)


register(Intake(room="planning", files=("plan_YYYY.yaml",), take=take, after=("organization",)))
