"""The acts on the plan of the year. The only code that writes one at the desk."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from sunlit import statutes
from sunlit.kernel.refusals import Unacceptable
from sunlit.ledger.events import Event
from sunlit.ledger.services import record
from sunlit.organization.models import Agency, Office, Official
from sunlit.planning import events, policies, rules, selectors
from sunlit.planning.models import Goal, Plan, Task


@transaction.atomic(durable=True)
def issue_plan(
    *, agency: Agency, by: Official, today: date, year: int, title: str, document_number: str
) -> Plan:
    """Issue the plan of a year."""
    if refusal := policies.why_not_issue(by, None):
        raise refusal
    if selectors.plan_of_year(agency, year):
        raise Unacceptable(
            _("The year %(year)d has a plan already.") % {"year": year},
            remedy=_("Set the task in that plan."),
        )
    plan = Plan.objects.create(
        agency=agency, year=year, title=title, document_number=document_number, issued_on=today
    )
    _record(events.PlanIssued(year, title, document_number), plan, by=by, today=today)
    return plan


@transaction.atomic(durable=True)
def publish_plan(*, record_id: int, by: Official, today: date) -> Plan:
    """Show the plan of a year to the public."""
    plan = _plan(record_id, by)
    if refusal := policies.why_not_publish(by, plan):
        raise refusal
    plan.published_on = today
    plan.save(update_fields=["published_on"])
    _record(events.PlanPublished(plan.year), plan, by=by, today=today)
    return plan


@transaction.atomic(durable=True)
def close_plan(*, record_id: int, by: Official, today: date) -> Plan:
    """Close the plan of a year, so that nothing is added to it any more."""
    plan = _plan(record_id, by)
    if refusal := policies.why_not_change(by, plan):
        raise refusal
    plan.closed_on = today
    plan.save(update_fields=["closed_on"])
    _record(events.PlanClosed(plan.year), plan, by=by, today=today)
    return plan


@transaction.atomic(durable=True)
def set_goal(*, record_id: int, by: Official, today: date, code: str, text: str) -> Goal:
    """Set a goal in the plan of a year."""
    plan = _plan(record_id, by)
    if refusal := policies.why_not_change(by, plan):
        raise refusal
    if plan.goals.filter(code=code).exists():
        raise _stands_already(code)
    goal = Goal.objects.create(plan=plan, code=code, text=text)
    _record(events.GoalSet(code, text), goal, by=by, today=today)
    return goal


@transaction.atomic(durable=True)
def add_task(
    *,
    record_id: int,
    by: Official,
    today: date,
    code: str,
    goal: str,
    measure: str,
    office: str,
    post: str,
    due_on: date,
) -> Task:
    """Give a task to an office, under a goal of the plan; `goal` and `office` are codes."""
    plan = _plan(record_id, by)
    if refusal := policies.why_not_change(by, plan):
        raise refusal
    if plan.tasks.filter(code=code).exists():
        raise _stands_already(code)
    if due_on < today:
        raise Unacceptable(_("A task cannot be due before it is set."))
    task = Task.objects.create(
        plan=plan,
        goal=_goal(plan, goal),
        code=code,
        measure=measure,
        office=_office(plan.agency, office),
        post=post,
        due_on=due_on,
    )
    _record(events.TaskSet(code, office, due_on), task, by=by, today=today)
    return task


@transaction.atomic(durable=True)
def mark_done(*, record_id: int, by: Official, today: date, done_on: date, evidence: str) -> Task:
    """Say that a task was done on a day, and what proves it."""
    task = _task(record_id, by)
    if refusal := policies.why_not_mark_done(by, task):
        raise refusal
    if done_on > today:
        raise Unacceptable(_("A task cannot be done on a day to come."))
    if rules.done_before_it_was_set(issued_on=task.plan.issued_on, done_on=done_on):
        raise Unacceptable(_("A task cannot be done before the plan that sets it was issued."))
    task.mark_done(on=done_on, evidence=evidence)
    task.save(update_fields=["done_on", "evidence"])
    _record(events.TaskDone(task.code, done_on, evidence), task, by=by, today=today)
    return task


@transaction.atomic(durable=True)
def reopen(*, record_id: int, by: Official, today: date, reason: str) -> Task:
    """Open a task again that was marked done and is not."""
    task = _task(record_id, by)
    if refusal := policies.why_not_reopen(by, task):
        raise refusal
    was_done_on = task.done_on or today
    task.reopen()
    task.save(update_fields=["done_on", "evidence"])
    _record(events.TaskReopened(task.code, was_done_on, reason), task, by=by, today=today)
    return task


def _plan(record_id: int, by: Official) -> Plan:
    plans = Plan.objects.select_for_update(of=("self",)).select_related("agency")
    return plans.get(pk=record_id, agency=by.agency)


def _task(record_id: int, by: Official) -> Task:
    tasks = Task.objects.select_for_update(of=("self",)).select_related("plan", "office")
    return tasks.get(pk=record_id, plan__agency=by.agency)


def _goal(plan: Plan, code: str) -> Goal:
    if goal := plan.goals.filter(code=code).first():
        return goal
    raise Unacceptable(_("The plan has no goal %(code)s.") % {"code": code})


def _office(agency: Agency, code: str) -> Office:
    if office := Office.objects.filter(agency=agency, code=code).first():
        return office
    raise Unacceptable(_("The agency has no office %(code)s.") % {"code": code})


def _stands_already(code: str) -> Unacceptable:
    return Unacceptable(
        _("The plan has the code %(code)s already.") % {"code": code},
        remedy=_("Choose another one."),
    )


def _record(event: Event, about: Plan | Goal | Task, *, by: Official, today: date) -> None:
    basis = statutes.provision("planning.plan", on=today)
    record(event, about=about, by=by, day=today, basis=basis)
