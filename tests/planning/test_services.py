"""The acts on the plan: what they change, and that a refused one changes nothing."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from sunlit.kernel.refusals import NotPermitted, Unacceptable, WrongMoment
from sunlit.ledger.models import Entry
from sunlit.organization.models import Role
from sunlit.planning import services
from sunlit.planning.models import Goal, Plan, Task
from tests.organization.factories import agency, office, official
from tests.planning import factories

pytestmark = pytest.mark.django_db

TODAY = date(2012, 6, 20)


def mark_done(task, **changes):
    """Say that a task was done on 12 June, by a clerk, unless told otherwise."""
    terms = {
        "record_id": task.pk,
        "today": TODAY,
        "done_on": date(2012, 6, 12),
        "evidence": "城管〔2012〕20号",
    }
    return services.mark_done(**terms | changes)


def add_task(plan, **changes):
    """Give a task to the office KS01, by a leader, unless told otherwise."""
    terms = {
        "record_id": plan.pk,
        "today": TODAY,
        "code": "T09",
        "goal": "G1",
        "measure": "开展培训",
        "office": office().code,
        "post": "办公室主任",
        "due_on": date(2012, 9, 28),
    }
    return services.add_task(**terms | changes)


def test_a_task_is_done_with_the_day_and_what_proves_it():
    task = mark_done(factories.task(), by=official(Role.CLERK))

    task.refresh_from_db()
    assert task.done_on == date(2012, 6, 12)
    assert task.evidence == "城管〔2012〕20号"
    entry = Entry.objects.get()
    assert (entry.event, entry.day, entry.about_id) == ("TaskDone", TODAY, task.pk)


def test_the_office_that_answers_for_a_task_may_say_that_it_is_done():
    task = factories.task()
    by = official(Role.SECTION_HEAD)
    by.office = task.office
    by.save()

    assert mark_done(task, by=by).done_on


@pytest.mark.parametrize(
    ("role", "done_on", "changes", "refusal"),
    [
        (Role.SECTION_HEAD, None, {}, NotPermitted),
        (Role.CLERK, date(2012, 6, 1), {}, WrongMoment),
        (Role.CLERK, None, {"done_on": date(2012, 6, 21)}, Unacceptable),
        (Role.CLERK, None, {"done_on": date(2012, 2, 21)}, Unacceptable),
    ],
    ids=["another office", "done already", "on a day to come", "before the plan was issued"],
)
def test_a_refused_completion_changes_nothing(role, done_on, changes, refusal):
    task = factories.task()
    Task.objects.update(done_on=done_on)

    with pytest.raises(refusal):
        mark_done(task, by=official(role), **changes)

    task.refresh_from_db()
    assert task.done_on == done_on
    assert not Entry.objects.exists()


def test_a_task_is_opened_again_with_the_reason():
    task = mark_done(factories.task(), by=official(Role.CLERK))

    task = services.reopen(
        record_id=task.pk, by=official(Role.LEADER), today=TODAY, reason="未公布"
    )

    task.refresh_from_db()
    assert (task.done_on, task.evidence) == (None, "")
    entry = Entry.objects.get(event="TaskReopened")
    assert entry.payload["reason"] == "未公布"
    assert entry.payload["was_done_on"] == "2012-06-12"


@pytest.mark.parametrize(
    ("role", "is_done", "is_closed", "refusal"),
    [
        (Role.CLERK, True, False, NotPermitted),
        (Role.LEADER, False, False, WrongMoment),
        (Role.LEADER, True, True, WrongMoment),
    ],
    ids=["not a leader", "open already", "in a closed plan"],
)
def test_a_refused_reopening_changes_nothing(role, is_done, is_closed, refusal):
    task = factories.task()
    done_on = date(2012, 6, 12) if is_done else None
    Task.objects.update(done_on=done_on)
    Plan.objects.update(closed_on=TODAY if is_closed else None)

    with pytest.raises(refusal):
        services.reopen(record_id=task.pk, by=official(role), today=TODAY, reason="未公布")

    task.refresh_from_db()
    assert task.done_on == done_on
    assert not Entry.objects.exists()


def test_a_task_is_set_under_a_goal_of_the_plan():
    task = add_task(factories.plan(), by=official(Role.LEADER))

    assert (task.goal.code, task.office.code) == ("G1", "KS01")
    assert Entry.objects.get().event == "TaskSet"


@pytest.mark.parametrize(
    ("role", "is_closed", "changes", "refusal"),
    [
        (Role.CLERK, False, {}, NotPermitted),
        (Role.LEADER, True, {}, WrongMoment),
        (Role.LEADER, False, {"goal": "G9"}, Unacceptable),
        (Role.LEADER, False, {"office": "KS99"}, Unacceptable),
        (Role.LEADER, False, {"code": "T01"}, Unacceptable),
        (Role.LEADER, False, {"due_on": date(2012, 6, 19)}, Unacceptable),
    ],
    ids=[
        "not a leader",
        "the plan is closed",
        "no such goal",
        "no such office",
        "the code is taken",
        "due before today",
    ],
)
def test_a_refused_task_is_not_set(role, is_closed, changes, refusal):
    plan = factories.plan()
    factories.task("T01", of=plan)
    Plan.objects.update(closed_on=TODAY if is_closed else None)

    with pytest.raises(refusal):
        add_task(plan, by=official(role), **changes)

    assert Task.objects.count() == 1
    assert not Entry.objects.exists()


def test_a_plan_is_issued_published_and_closed():
    leader = official(Role.LEADER)
    plan = services.issue_plan(
        agency=agency(), by=leader, today=TODAY, year=2013, title="计划", document_number="2号"
    )
    services.set_goal(record_id=plan.pk, by=leader, today=TODAY, code="G1", text="全面准确")
    services.publish_plan(record_id=plan.pk, by=leader, today=TODAY)
    services.close_plan(record_id=plan.pk, by=leader, today=TODAY)

    plan.refresh_from_db()
    assert (plan.issued_on, plan.published_on, plan.closed_on) == (TODAY, TODAY, TODAY)
    assert Goal.objects.get().plan == plan
    events = Entry.objects.order_by("id").values_list("event", flat=True)
    assert [*events] == ["PlanIssued", "GoalSet", "PlanPublished", "PlanClosed"]
    with pytest.raises(WrongMoment):
        services.publish_plan(record_id=plan.pk, by=leader, today=TODAY)
    with pytest.raises(WrongMoment):
        services.set_goal(record_id=plan.pk, by=leader, today=TODAY, code="G2", text="及时")


def test_a_year_has_one_plan():
    factories.plan(2012)

    with pytest.raises(Unacceptable):
        services.issue_plan(
            agency=agency(),
            by=official(Role.LEADER),
            today=TODAY,
            year=2012,
            title="计划",
            document_number="2号",
        )
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.plan(2012)


def test_an_open_task_has_nothing_that_proves_it():
    task = factories.task()
    task.evidence = "城管〔2012〕20号"

    with pytest.raises(IntegrityError), transaction.atomic():
        task.save()
