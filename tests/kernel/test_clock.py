"""A clock gives the due date of the record, and explains each of its days."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sunlit.kernel.calendar import load_calendar
from sunlit.kernel.clock import (
    Ended,
    Event,
    Extended,
    Kind,
    Limit,
    Paused,
    Reading,
    Restarted,
    Resumed,
    Started,
    Unit,
    run,
)
from sunlit.kernel.refusals import BeyondCalendar, Unacceptable
from sunlit.kernel.wording import Wording

CALENDAR = load_calendar()
FIFTEEN = Limit(15, Unit.WORKING_DAY, ())
THIRD_PARTY = Wording("征求第三方意见", "a third party was asked")
UNITS = st.sampled_from([Unit.WORKING_DAY, Unit.CALENDAR_DAY])
STARTS = st.dates(date(2004, 1, 1), date(2025, 6, 30))
AMOUNTS = st.integers(1, 60)
unhurried = settings(deadline=None)  # a busy machine is no fault of the law


def d(text: str) -> date:
    return date.fromisoformat(text)


def read(limit: Limit, *events: Event, today: date | None = None) -> Reading:
    return run(limit, events, CALENDAR, today)


def pause(after: date, until: date) -> tuple[Event, Event]:
    return Paused(after, THIRD_PARTY), Resumed(until)


# received, asked, answered, working days added, due, replied, days used: cases of one office
CASES = [
    ("2012-02-08", "", "", 0, "2012-02-29", "2012-02-16", 6),
    ("2012-03-19", "", "", 0, "2012-04-10", "2012-03-29", 8),  # Tomb-Sweeping Day
    ("2012-04-10", "", "", 0, "2012-05-02", "2012-04-12", 2),  # Labour Day, a Saturday worked
    ("2012-06-11", "", "", 0, "2012-07-03", "2012-06-26", 10),  # Dragon Boat Festival
    ("2012-05-29", "2012-05-31", "2012-06-12", 0, "2012-07-02", "2012-06-29", 14),
    ("2012-07-18", "", "", 15, "2012-08-29", "2012-08-21", 24),
    ("2012-09-03", "2012-09-05", "2012-09-18", 15, "2012-11-01", "2012-10-17", 19),
    ("2012-09-17", "", "", 0, "2012-10-12", "2012-09-20", 3),  # National Day week
    ("2012-12-03", "", "", 0, "2012-12-24", "2012-12-07", 4),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[0])
def test_the_clock_gives_the_due_date_of_the_record(case: tuple[str, ...]):
    received, asked, answered, added, due, replied, used = case
    events: list[Event] = [Started(d(received))]
    if asked:
        events += pause(d(asked), d(answered))
    if added:
        events.append(Extended(d(answered or received), int(added)))
    reading = read(FIFTEEN, *events, Ended(d(replied)))
    assert reading.due_on == d(due)
    assert reading.used == used
    assert not reading.overdue_on(d("2012-12-31"))


# accepted, decided, working days used: licence cases of the same office
@pytest.mark.parametrize(
    ("accepted", "decided", "used"),
    [
        ("2012-01-09", "2012-01-13", 4),
        ("2012-01-13", "2012-01-20", 5),
        ("2012-01-30", "2012-02-06", 5),
        ("2012-02-01", "2012-02-15", 10),
    ],
)
def test_days_used_run_from_the_day_after_acceptance(accepted: str, decided: str, used: int):
    limit = Limit(20, Unit.WORKING_DAY, ())
    assert read(limit, Started(d(accepted)), Ended(d(decided))).used == used


def test_an_open_pause_leaves_no_due_date_and_explains_its_days():
    start, asked = d("2012-05-29"), d("2012-05-31")
    events = [Started(start), Paused(asked, THIRD_PARTY)]
    reading = read(FIFTEEN, *events, today=d("2012-06-05"))
    assert reading.due_on is None
    assert reading.paused
    assert reading.used == 2
    assert reading.remaining(d("2012-06-05")) == 13
    assert not reading.overdue_on(d("2026-01-01"))
    assert reading.days[-1].on == d("2012-06-05")
    assert reading.days[-1].why.zh == "不计入期限:征求第三方意见"


def test_a_pause_after_the_limit_ran_out_does_not_revive_it():
    reading = read(FIFTEEN, Started(d("2012-02-08")), Paused(d("2012-03-05"), THIRD_PARTY))
    assert reading.due_on == d("2012-02-29")
    assert reading.overdue_on(d("2012-03-01"))


def test_a_late_answer_stays_late_and_is_counted():
    reading = read(FIFTEEN, Started(d("2012-02-08")), Ended(d("2012-03-02")))
    assert reading.overdue_on(d("2012-12-31"))
    assert reading.used == 17
    assert reading.remaining(d("2012-12-31")) == -2


def test_a_limit_in_calendar_days_rolls_forward_over_a_holiday():
    fifteen = Limit(15, Unit.CALENDAR_DAY, ())
    reading = read(fifteen, Started(d("2012-01-09")))  # 24 January lies in the Spring Festival
    assert reading.due_on == d("2012-01-29")
    assert "顺延" in reading.days[-1].why.zh
    held = Limit(15, Unit.CALENDAR_DAY, (), roll_forward=False)
    assert read(held, Started(d("2012-01-09"))).due_on == d("2012-01-24")


def test_a_month_ends_on_the_same_day_or_on_the_last():
    three = Limit(3, Unit.MONTH, ())
    assert read(three, Started(d("2012-03-06"))).due_on == d("2012-06-06")
    assert read(three, Started(d("2011-11-30"))).due_on == d("2012-02-29")


def test_a_limit_cannot_run_past_the_calendar():
    with pytest.raises(BeyondCalendar):
        read(FIFTEEN, Started(d("2026-12-20")))


@pytest.mark.parametrize(
    "events",
    [
        [],
        [Ended(d("2012-02-08"))],
        [Started(d("2012-02-08")), Started(d("2012-02-09"))],
        [Started(d("2012-02-08")), Resumed(d("2012-02-09"))],
        [Started(d("2012-02-08")), Ended(d("2012-02-07"))],
        [Started(d("2012-02-08")), *pause(d("2012-02-10"), d("2012-02-09"))],
        [Started(d("2012-02-08")), Paused(d("2012-02-09"), THIRD_PARTY),
         Paused(d("2012-02-10"), THIRD_PARTY)],
        [Started(d("2012-02-08")), Extended(d("2012-02-09"), 0)],
        [Started(d("2012-02-08")), Ended(d("2012-02-09")), Restarted(d("2012-02-10"))],
    ],
)  # fmt: skip
def test_events_that_make_no_sense_are_refused_with_a_sentence(events: list[Event]):
    with pytest.raises(Unacceptable) as refused:
        read(FIFTEEN, *events)
    assert refused.value.said_in("en").endswith(".")
    assert refused.value.said_in("zh").endswith("。")


def test_a_limit_is_of_at_least_one():
    with pytest.raises(ValueError, match="at least one"):
        Limit(0, Unit.WORKING_DAY, ())


@unhurried
@given(STARTS, st.integers(0, 60), AMOUNTS, UNITS)
def test_a_later_start_never_ends_earlier(start: date, later: int, amount: int, unit: Unit):
    limit = Limit(amount, unit, ())
    first = read(limit, Started(start)).due_on
    second = read(limit, Started(start + timedelta(days=later))).due_on
    assert first
    assert second
    assert first <= second


@unhurried
@given(STARTS, AMOUNTS, st.integers(0, 30), st.integers(0, 60))
def test_a_pause_moves_the_end_by_the_days_that_it_leaves_out(
    start: date, amount: int, wait: int, length: int
):
    limit = Limit(amount, Unit.WORKING_DAY, ())
    due = read(limit, Started(start)).due_on
    assert due
    after = min(start + timedelta(days=wait), due - timedelta(days=1))
    until = after + timedelta(days=length)
    left_out = CALENDAR.working_days_between(after, until)
    paused = read(limit, Started(start), *pause(after, until))
    longer = read(Limit(amount + left_out, Unit.WORKING_DAY, ()), Started(start))
    assert paused.due_on == longer.due_on


@unhurried
@given(STARTS, AMOUNTS, UNITS, st.integers(0, 20), st.integers(0, 20), st.integers(0, 20))
def test_every_day_is_explained_once_and_the_counted_days_are_the_limit(
    start: date, amount: int, unit: Unit, added: int, wait: int, length: int
):
    after = start + timedelta(days=wait)
    events: list[Event] = [Started(start), *([Extended(start, added)] if added else [])]
    reading = read(Limit(amount, unit, ()), *events, *pause(after, after + timedelta(days=length)))
    assert reading.due_on
    span = (reading.due_on - start).days + 1
    assert [day.on for day in reading.days] == [start + timedelta(days=n) for n in range(span)]
    numbers = [day.number for day in reading.days if day.counted]
    assert numbers == list(range(1, amount + added + 1))
    assert all(day.why.zh and day.why.en for day in reading.days)
    assert CALENDAR.is_working(reading.due_on)


@unhurried
@given(STARTS, st.integers(0, 40), AMOUNTS, UNITS)
def test_a_restart_is_a_fresh_clock_from_that_day(start: date, later: int, amount: int, unit: Unit):
    again = start + timedelta(days=later)
    limit = Limit(amount, unit, ())
    asked = Paused(start, THIRD_PARTY)
    restarted = read(limit, Started(start), Extended(start, 5), asked, Restarted(again))
    assert restarted == read(limit, Started(again))


@unhurried
@given(STARTS, AMOUNTS, UNITS, st.integers(0, 120))
def test_used_and_remaining_make_up_the_limit_until_it_runs_out(
    start: date, amount: int, unit: Unit, later: int
):
    today = start + timedelta(days=later)
    reading = read(Limit(amount, unit, ()), Started(start), today=today)
    assert reading.due_on
    if today <= reading.due_on:
        assert reading.remaining(today) == max(0, amount - reading.used)
    assert reading.overdue_on(today) == (today > reading.due_on)


# The edges


def due(limit: Limit, *events: Event) -> str:
    found = read(limit, *events).due_on
    return found.isoformat() if found else ""


@pytest.mark.parametrize(
    ("start", "amount", "unit", "expected"),
    [
        ("2024-02-10", 5, Unit.WORKING_DAY, "2024-02-22"),  # begins on a day off
        ("2015-01-31", 1, Unit.MONTH, "2015-02-28"),
        ("2016-01-31", 1, Unit.MONTH, "2016-02-29"),
        ("2015-08-31", 6, Unit.MONTH, "2016-02-29"),
        ("2024-02-29", 1, Unit.YEAR, "2025-02-28"),
        ("2012-02-29", 4, Unit.YEAR, "2016-02-29"),
        ("2011-11-30", 3, Unit.MONTH, "2012-02-29"),
        ("2024-01-31", 10, Unit.CALENDAR_DAY, "2024-02-18"),  # rolls over the Spring Festival
        ("2012-01-06", 15, Unit.CALENDAR_DAY, "2012-01-21"),  # a Saturday that is worked
        ("2012-12-31", 1, Unit.WORKING_DAY, "2013-01-04"),  # the turn of the year
    ],
)
def test_the_edges_of_months_years_and_holidays(start, amount, unit, expected):
    assert due(Limit(amount, unit, ()), Started(d(start))) == expected


def test_a_pause_from_the_first_day_leaves_out_all_of_it():
    start = d("2012-03-05")
    assert due(FIFTEEN, Started(start), *pause(start, d("2012-03-09"))) == due(
        FIFTEEN, Started(d("2012-03-09"))
    )


def test_a_pause_of_no_length_changes_nothing():
    start, day = d("2012-03-05"), d("2012-03-07")
    assert due(FIFTEEN, Started(start), *pause(day, day)) == due(FIFTEEN, Started(start))


def test_a_pause_that_begins_on_the_last_day_but_one_moves_only_the_last():
    start = d("2012-02-08")  # due on 29 February
    assert due(FIFTEEN, Started(start), *pause(d("2012-02-28"), d("2012-03-02"))) == "2012-03-05"
    assert due(FIFTEEN, Started(start), *pause(d("2012-02-29"), d("2012-03-02"))) == "2012-02-29"


def test_a_pause_open_on_the_last_day_no_longer_helps():
    reading = read(FIFTEEN, Started(d("2012-02-08")), Paused(d("2012-02-29"), THIRD_PARTY))
    assert reading.due_on == d("2012-02-29")
    before = read(FIFTEEN, Started(d("2012-02-08")), Paused(d("2012-02-28"), THIRD_PARTY))
    assert before.due_on is None


def test_an_extension_after_a_pause_lengthens_what_the_pause_left():
    events = (Started(d("2012-03-05")), *pause(d("2012-03-07"), d("2012-03-14")))
    longer = due(FIFTEEN, *events, Extended(d("2012-03-14"), 5))
    assert longer == due(Limit(20, Unit.WORKING_DAY, ()), *events)


def test_a_pause_ends_by_law_when_nobody_answers():
    start, asked = d("2024-03-04"), d("2024-03-06")
    waiting = Paused(asked, THIRD_PARTY, at_most=15)  # to 27 March
    silent = read(FIFTEEN, Started(start), waiting)
    assert not silent.paused
    assert silent.due_on == read(FIFTEEN, Started(start), *pause(asked, d("2024-03-27"))).due_on
    late = read(FIFTEEN, Started(start), waiting, Resumed(d("2024-04-10")))
    assert late.due_on == silent.due_on
    early = read(FIFTEEN, Started(start), waiting, Resumed(d("2024-03-12")))
    assert early.due_on == read(FIFTEEN, Started(start), *pause(asked, d("2024-03-12"))).due_on
    again = read(FIFTEEN, Started(start), waiting, *pause(d("2024-03-29"), d("2024-04-02")))
    assert again.due_on > silent.due_on


def test_a_pause_stays_open_up_to_the_last_day_that_the_law_leaves_out():
    start, asked, last = d("2024-03-04"), d("2024-03-06"), d("2024-03-27")
    waiting = (Started(start), Paused(asked, THIRD_PARTY, at_most=15))

    open_still = run(FIFTEEN, waiting, CALENDAR, last)
    assert (open_still.paused, open_still.due_on) == (True, None)

    over = run(FIFTEEN, waiting, CALENDAR, d("2024-03-28"))
    assert (over.paused, over.due_on) == (False, read(FIFTEEN, *waiting).due_on)
    assert over.pauses[0].runs_again_on == d("2024-03-28")
    again = next(day for day in over.days if day.on == d("2024-03-28"))
    assert (again.counted, THIRD_PARTY.zh in again.why.zh) == (True, True)


def test_a_pause_that_was_ended_in_time_was_not_ended_by_law():
    asked = Paused(d("2024-03-06"), THIRD_PARTY, at_most=15)
    reading = read(FIFTEEN, Started(d("2024-03-04")), asked, Resumed(d("2024-03-27")))
    assert reading.pauses[0].runs_again_on is None


def test_a_period_that_must_stand_does_not_roll_forward_and_is_never_overdue():
    stands = Limit(7, Unit.CALENDAR_DAY, (), kind=Kind.AT_LEAST)
    reading = read(stands, Started(d("2024-03-03")))  # a Sunday later
    assert reading.due_on == d("2024-03-10")
    assert not reading.overdue_on(d("2024-04-01"))


def test_a_limit_counted_back_ends_before_the_day_from_which_it_runs():
    back = Limit(30, Unit.WORKING_DAY, (), backwards=True)
    reading = read(back, Started(d("2023-01-19")))
    assert (reading.due_on, reading.days[0].number, reading.days[-1].number) == (
        d("2022-12-07"), 30, None,
    )  # fmt: skip
    assert [day.on for day in reading.days] == sorted(day.on for day in reading.days)
    assert reading.remaining(d("2022-12-05")) == 2
    assert reading.remaining(d("2022-12-08")) == -1
    with pytest.raises(Unacceptable):
        read(back, Started(d("2023-01-19")), Extended(d("2023-01-19"), 1))


def test_a_last_day_beyond_the_calendar_is_given_with_a_reserve():
    reading = read(Limit(2, Unit.MONTH, ()), Started(d("2026-11-20")))
    assert (reading.due_on, reading.provisional) == (d("2027-01-20"), True)
    known = read(Limit(1, Unit.MONTH, ()), Started(d("2026-11-20")))
    assert not known.provisional
    fixed = read(Limit(2, Unit.YEAR, (), roll_forward=False), Started(d("2026-11-20")))
    assert (fixed.due_on, fixed.provisional) == (d("2028-11-20"), False)


def test_a_limit_in_hours_does_not_run_from_a_day():
    with pytest.raises(Unacceptable, match="按小时"):
        read(Limit(5, Unit.HOUR, ()), Started(d("2024-03-05")))
