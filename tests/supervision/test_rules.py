from datetime import date
from decimal import Decimal

import pytest

from sunlit.kernel.calendar import load_calendar
from sunlit.statutes import limit
from sunlit.supervision.rules import Half, adds_up, answer_clock, half_of, rate, term_end


@pytest.mark.parametrize(
    ("term", "end"),
    [
        ("2012-02至2014-02", date(2014, 2, 28)),
        ("2012-02至2016-02", date(2016, 2, 29)),
        ("2012-02至2012-02", date(2012, 2, 29)),
        ("2012-02至2012-01", None),
        ("2012-02至2014-13", None),
        ("两年", None),
    ],
)
def test_a_term_ends_on_the_last_day_of_its_last_month(term, end):
    assert term_end(term) == end


def test_a_year_has_two_halves():
    assert half_of(date(2012, 6, 30)) is Half.FIRST
    assert half_of(date(2012, 7, 1)) is Half.SECOND


@pytest.mark.parametrize(
    ("good", "valid", "share"),
    [(228, 247, "92.3"), (1, 8, "12.5"), (1, 16, "6.3"), (0, 5, "0.0"), (0, 0, None)],
)
def test_a_rate_is_rounded_to_a_tenth_half_upwards(good, valid, share):
    assert rate(good, valid) == (Decimal(share) if share else None)


def test_parts_make_a_whole_or_they_do_not():
    assert adds_up([1, 2], 3)
    assert not adds_up([1, 2], 4)


def test_fifteen_working_days_are_promised_for_an_answer():
    promised = limit("supervision.opinion", on=date(2012, 6, 28))

    clock = answer_clock(
        promised,
        raised_on=date(2012, 6, 28),
        answered_on=date(2012, 7, 19),
        calendar=load_calendar(),
    )

    assert clock.due_on == date(2012, 7, 19)
    assert clock.used == 15
    assert promised.basis[0].confidence == "own"


def test_no_clock_runs_where_the_calendar_does_not_reach():
    day = date(2090, 6, 28)

    promised = limit("supervision.opinion", on=day)

    clock = answer_clock(promised, raised_on=day, answered_on=None, calendar=load_calendar())
    assert clock is None
