"""How a task stands is read from its days."""

from datetime import date

import pytest

from sunlit.planning.rules import Standing, done_before_it_was_set, standing

DUE = date(2012, 6, 15)
BEFORE, AFTER = date(2012, 6, 14), date(2012, 6, 16)


@pytest.mark.parametrize(
    ("done_on", "on", "expected"),
    [
        (None, DUE, Standing.IN_TIME),
        (None, AFTER, Standing.LATE),
        (DUE, DUE, Standing.DONE),
        (BEFORE, AFTER, Standing.DONE),
        (AFTER, AFTER, Standing.DONE_LATE),
        (AFTER, BEFORE, Standing.IN_TIME),
        (date(2012, 7, 1), AFTER, Standing.LATE),
    ],
    ids=[
        "open on the day on which it is due",
        "open after it",
        "done on the last day",
        "done before it",
        "done too late",
        "not yet done on an earlier day",
        "late on a day before it was done",
    ],
)
def test_a_task_stands_as_its_days_say(done_on, on, expected):
    assert standing(due_on=DUE, done_on=done_on, on=on) is expected


def test_nothing_is_done_before_the_plan_that_sets_it():
    assert done_before_it_was_set(issued_on=DUE, done_on=BEFORE)
    assert not done_before_it_was_set(issued_on=DUE, done_on=DUE)
    assert not done_before_it_was_set(issued_on=DUE, done_on=None)
