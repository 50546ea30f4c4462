"""The clock of a request runs by the law of the day on which the request was received."""

from datetime import date

import pytest

from sunlit.foi import rules
from sunlit.kernel.calendar import load_calendar
from sunlit.kernel.clock import Extended, Paused, Restarted, Resumed
from sunlit.kernel.refusals import NotYetLaw

CALENDAR = load_calendar()
THIRD_PARTY, CLARIFICATION = rules.GROUNDS["third_party"], rules.GROUNDS["clarification"]


def clock(received_on, *between, ended_on=None, channel="in_person", today=None):
    """Read the clock of a request, handed in unless told otherwise."""
    return rules.reply_clock(
        received_on, between, channel=channel, ended_on=ended_on, calendar=CALENDAR, today=today
    )


@pytest.mark.parametrize(
    ("received_on", "between", "due_on"),
    [
        (date(2012, 2, 8), (), date(2012, 2, 29)),
        (date(2012, 3, 19), (), date(2012, 4, 10)),
        (date(2012, 4, 10), (), date(2012, 5, 2)),
        (date(2012, 9, 17), (), date(2012, 10, 12)),
        (
            date(2012, 5, 29),
            (Paused(date(2012, 5, 31), THIRD_PARTY), Resumed(date(2012, 6, 12))),
            date(2012, 7, 2),
        ),
        (date(2012, 7, 18), (Extended(date(2012, 8, 7), 15),), date(2012, 8, 29)),
        (
            date(2012, 9, 3),
            (
                Paused(date(2012, 9, 5), THIRD_PARTY),
                Resumed(date(2012, 9, 18)),
                Extended(date(2012, 9, 21), 15),
            ),
            date(2012, 11, 1),
        ),
    ],
    ids=[
        "plain",
        "over the Tomb-Sweeping Day",
        "over the Labour Day",
        "over the National Day",
        "a third party was asked",
        "extended",
        "a third party was asked, and extended",
    ],
)
def test_a_request_of_2012_is_due_after_fifteen_working_days_of_its_own_calendar(
    received_on, between, due_on
):
    assert clock(received_on, *between).due_on == due_on


@pytest.mark.parametrize(
    ("received_on", "days", "most"),
    [(date(2019, 5, 14), 15, 15), (date(2019, 5, 15), 20, 20)],
)
def test_the_day_of_receipt_chooses_the_law(received_on, days, most):
    assert clock(received_on).total == days
    assert rules.most_to_extend(received_on) == most


def test_a_clarified_request_has_its_whole_limit_anew():
    received_on, clarified_on = date(2026, 3, 2), date(2026, 3, 16)
    asked = Paused(date(2026, 3, 4), CLARIFICATION)

    waiting = clock(received_on, asked, today=date(2026, 3, 10))
    clarified = clock(received_on, asked, Restarted(clarified_on, rules.CLARIFIED))

    assert waiting.paused
    assert waiting.due_on is None
    assert clarified.due_on == clock(clarified_on).due_on


def test_waiting_for_a_third_party_ends_with_the_reply_at_the_latest():
    asked = Paused(date(2012, 5, 31), THIRD_PARTY)

    reading = clock(date(2012, 5, 29), asked, ended_on=date(2012, 6, 12))

    assert reading.due_on == date(2012, 7, 2)
    assert not reading.paused


def test_under_the_law_of_2019_the_channel_says_which_day_counts_as_receipt():
    said = clock(date(2026, 3, 2), channel="letter").days[0].why.en
    before = clock(date(2012, 3, 2), channel="letter").days[0].why.en

    assert "confirmed with the applicant" in said
    assert "confirmed" not in before


def test_the_law_of_2007_knows_no_clarification_notice():
    with pytest.raises(NotYetLaw):
        rules.last_day_to_ask(date(2012, 3, 2), CALENDAR)

    assert rules.last_day_to_ask(date(2026, 3, 2), CALENDAR) == date(2026, 3, 11)


def test_the_law_of_2007_sets_the_third_party_no_limit():
    day = date(2012, 3, 2)
    today = date(2026, 3, 2)

    assert rules.last_day_of_third_party(day, day, CALENDAR) is None
    assert rules.last_day_of_third_party(today, today, CALENDAR) == date(2026, 3, 23)


@pytest.mark.parametrize(
    ("today", "due_on"),
    [(date(2026, 3, 25), None), (date(2026, 3, 26), date(2026, 4, 21))],
    ids=["the third party's last day", "the day after"],
)
def test_the_clock_runs_on_by_law_when_the_third_party_has_not_answered(today, due_on):
    received_on = date(2026, 3, 2)
    asked = rules.waiting(received_on, date(2026, 3, 4), "third_party")

    reading = clock(received_on, asked, today=today)

    assert (reading.paused, reading.due_on) == (due_on is None, due_on)


def test_a_late_answer_of_the_third_party_lengthens_nothing():
    received_on = date(2026, 3, 2)
    asked = rules.waiting(received_on, date(2026, 3, 4), "third_party")
    silent = clock(received_on, asked, today=date(2026, 4, 10))
    assert clock(received_on, asked, Resumed(date(2026, 4, 9))).due_on == silent.due_on


def test_under_the_law_of_2007_and_for_a_clarification_a_pause_has_no_longest_time():
    assert rules.waiting(date(2012, 3, 2), date(2012, 3, 5), "third_party").at_most is None
    assert rules.waiting(date(2026, 3, 2), date(2026, 3, 5), "clarification").at_most is None
    assert rules.waiting(date(2026, 3, 2), date(2026, 3, 5), "third_party").at_most == 15


def test_a_limit_can_be_extended_up_to_its_last_day():
    reading = clock(date(2012, 7, 18))

    assert rules.in_time_to_extend(reading, date(2012, 8, 8))
    assert not rules.in_time_to_extend(reading, date(2012, 8, 9))
