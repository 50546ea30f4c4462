"""A plan in a folder becomes records and acts, or is refused with its place."""

from datetime import date

import pytest

from sunlit.ledger.models import Entry
from sunlit.planning.models import Goal, Plan, Task
from tests.planning.factories import PLAN, taken

pytestmark = pytest.mark.django_db


def test_a_plan_is_taken_in_with_its_goals_and_tasks(tmp_path):
    folder = taken(tmp_path)

    plan = Plan.objects.get()
    assert (plan.year, plan.document_number) == (2012, "城管〔2012〕11号")
    assert [*plan.goals.order_by("code").values_list("code", flat=True)] == ["G1", "G2"]
    done = plan.tasks.order_by("code").values_list("code", "goal__code", "office__code", "done_on")
    assert [*done] == [
        ("T01", "G1", "KS01", date(2012, 3, 16)),
        ("T02", "G2", "KS04", date(2012, 6, 20)),
        ("T03", "G2", "KS04", None),
    ]
    assert [(fault.line, fault.column) for fault in folder.warnings] == [(10, "done")]


def test_every_act_that_a_plan_proves_has_its_day_and_post(tmp_path):
    taken(tmp_path)

    task = Task.objects.get(code="T01")
    entries = Entry.objects.filter(about_kind="planning.task", about_id=task.pk).order_by("id")
    assert [(entry.event, entry.day.isoformat()) for entry in entries] == [
        ("TaskSet", "2012-02-22"),
        ("TaskDone", "2012-03-16"),
    ]
    proof = {"file": "plan_2012.yaml", "line": 9, "post": "办公室主任"}
    assert entries[1].payload["loaded_from"] == proof


@pytest.mark.parametrize(
    ("old", "new", "line", "column"),
    [
        ("due: 2012-06-15", "due: 2012-06-31", 10, "tasks.2.due"),
        (", due: 2012-11-30", "", 11, "tasks.3.due"),
        ("goal: G1", "goal: G9", 9, "goal"),
        ("unit: KS01", "unit: KS99", 9, "unit"),
        ("code: T02", "code: T01", 10, "code"),
        ("done: 2012-03-16", "done: 2012-02-21", 9, "done"),
        ("published_on: 2012-02-24", "published_on: 2012-02-21", 1, "published_on"),
    ],
    ids=[
        "a day that does not exist",
        "no day on which it is due",
        "an unknown goal",
        "an unknown office",
        "a code twice",
        "done before the plan was issued",
        "published before it was issued",
    ],
)
def test_a_mistake_in_a_plan_is_told_with_its_place(tmp_path, old, new, line, column):
    assert old in PLAN

    folder = taken(tmp_path, PLAN.replace(old, new, 1))

    told = [(fault.file, fault.line, fault.column) for fault in folder.faults]
    assert told == [("plan_2012.yaml", line, column)]
    assert not Entry.objects.exists()
    assert not Task.objects.exists()


def test_a_year_that_has_a_plan_takes_no_second_one(tmp_path):
    taken(tmp_path)

    folder = taken(tmp_path)

    assert len(folder.faults) == 1
    assert Goal.objects.count() == 2


def test_a_plan_of_another_year_stands_beside_the_first(tmp_path):
    taken(tmp_path)

    folder = taken(tmp_path, PLAN.replace("2012-", "2013-"), year=2013)

    assert not folder.faults
    assert [*Plan.objects.order_by("year").values_list("year", flat=True)] == [2012, 2013]
