"""The limits of a complaint's handling, and the order of its steps."""

from datetime import UTC, date, datetime

import pytest

from sunlit import statutes
from sunlit.complaints import rules
from sunlit.kernel.calendar import load_calendar
from sunlit.kernel.clock import Unit

CALENDAR = load_calendar()


@pytest.mark.parametrize(
    ("accepted_on", "usual", "difficult"),
    [
        (date(2012, 6, 8), date(2012, 6, 15), date(2012, 7, 2)),
        (date(2012, 1, 16), date(2012, 1, 21), date(2012, 2, 9)),  # over the Spring Festival
        (date(2012, 9, 28), date(2012, 10, 11), date(2012, 10, 25)),  # over the National Day
    ],
)
def test_the_promise_is_of_five_working_days_and_of_fifteen_for_a_difficult_matter(
    accepted_on, usual, difficult
):
    for rule, due_on in ((rules.HANDLE, usual), (rules.HANDLE_DIFFICULT, difficult)):
        limit = statutes.limit(rule, on=accepted_on)
        assert rules.promised_day(accepted_on, limit, CALENDAR) == due_on


def test_an_agreed_working_day_is_reached_by_counting_working_days():
    limit = rules.agreed_limit(date(2012, 6, 8), date(2012, 6, 18), CALENDAR)

    assert (limit.amount, limit.unit) == (6, Unit.WORKING_DAY)


def test_an_agreed_sunday_is_kept_as_agreed():
    sunday = date(2012, 6, 17)

    clock = rules.handling_clock(date(2012, 6, 8), sunday, ended_on=None, calendar=CALENDAR)

    assert clock.due_on == sunday
    assert not clock.overdue_on(sunday)
    assert clock.overdue_on(date(2012, 6, 18))


def test_where_no_time_was_agreed_no_clock_runs():
    day = date(2012, 6, 8)

    assert rules.handling_clock(day, day, ended_on=None, calendar=CALENDAR) is None


def test_where_no_calendar_reaches_no_clock_runs():
    start, due = date(2090, 6, 8), date(2090, 6, 15)

    assert rules.handling_clock(start, due, ended_on=None, calendar=CALENDAR) is None


def test_a_step_before_its_cause_is_found_also_within_one_day():
    steps = [
        ("received", datetime(2012, 6, 8, 9, tzinfo=UTC)),
        ("accepted", None),
        ("dispatched", datetime(2012, 6, 8, 8, tzinfo=UTC)),
    ]

    assert rules.first_out_of_order(steps) == ("dispatched", "received")
    assert rules.first_out_of_order(steps[:2]) is None
