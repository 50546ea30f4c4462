"""Limits in hours run from a moment, by day and night or while the office is open."""

from datetime import datetime, time, timedelta

import pytest

from sunlit.kernel.calendar import load_calendar
from sunlit.kernel.clock import Limit, Unit
from sunlit.kernel.hours import HourReading, OfficeHours, run_hours
from sunlit.kernel.refusals import BeyondCalendar, Unacceptable
from sunlit.kernel.wording import Wording
from sunlit.statutes.office_hours import hours_from, usual_hours

CALENDAR = load_calendar()
WEATHER = Wording("暴雨红色预警", "a red storm warning")
PLAIN, WORKING = Limit(24, Unit.HOUR, ()), Limit(4, Unit.WORKING_HOUR, ())


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def read(limit: Limit, start: str, *pauses: tuple[str, str], added: int = 0) -> HourReading:
    spans = [(at(a), at(b), WEATHER) for a, b in pauses]
    return run_hours(limit, at(start), CALENDAR, usual_hours(), pauses=spans, added=added)


@pytest.mark.parametrize(
    ("start", "due"),
    [
        ("2024-03-05T08:30", "2024-03-05T14:30"),
        ("2024-03-05T07:00", "2024-03-05T14:30"),  # before the office opens
        ("2024-03-05T08:00", "2024-03-05T14:30"),
        ("2024-03-05T12:00", "2024-03-06T09:00"),  # at the beginning of the noon break
        ("2024-03-05T17:30", "2024-03-06T14:30"),  # when it closes
        ("2024-03-08T16:00", "2024-03-11T11:00"),  # over a weekend
        ("2024-09-29T16:30", "2024-09-30T11:30"),  # a Sunday that is worked
        ("2024-09-30T16:30", "2024-10-08T11:30"),  # over the National Day
        ("2023-12-29T17:00", "2024-01-02T12:00"),  # the turn of the year
        ("2024-02-29T14:00", "2024-03-01T09:00"),  # a leap day
    ],
)
def test_working_hours_count_while_the_office_is_open(start: str, due: str):
    assert read(WORKING, start).due_at == at(due)


def test_plain_hours_count_by_day_and_night():
    reading = read(PLAIN, "2024-02-09T14:20")
    assert reading.due_at == at("2024-02-10T14:20")
    assert len(reading.segments) == 1


def test_a_pause_leaves_out_the_time_between_its_moments():
    plain = read(PLAIN, "2024-03-05T14:20", ("2024-03-05T20:00", "2024-03-06T02:00"))
    assert plain.due_at == at("2024-03-06T20:20")
    working = read(WORKING, "2024-03-05T08:30", ("2024-03-05T11:00", "2024-03-05T15:00"))
    assert working.due_at == at("2024-03-05T16:30")
    assert [one.why.zh for one in working.segments if not one.counted] == [
        "不计入期限:暴雨红色预警"
    ]


def test_an_extension_adds_hours():
    assert read(WORKING, "2024-03-05T08:30", added=3).due_at == at("2024-03-05T17:30")


def test_every_moment_is_explained_once():
    reading = read(WORKING, "2024-09-30T16:30")
    edges = [reading.start, *(one.end for one in reading.segments)]
    assert [one.start for one in reading.segments] == edges[:-1]
    assert (
        sum((one.length for one in reading.segments if one.counted), timedelta()) == reading.total
    )
    assert all(one.why.zh and one.why.en.isascii() for one in reading.segments)
    assert any("国庆" in one.why.zh for one in reading.segments)


@pytest.mark.parametrize(
    "pauses",
    [
        [("2024-03-05T08:00", "2024-03-05T09:00")],
        [("2024-03-05T10:00", "2024-03-05T09:00")],
        [("2024-03-05T10:00", "2024-03-05T11:00"), ("2024-03-05T10:30", "2024-03-05T11:30")],
    ],
)
def test_pauses_that_make_no_sense_are_refused(pauses: list[tuple[str, str]]):
    with pytest.raises(Unacceptable):
        read(WORKING, "2024-03-05T08:30", *pauses)


def test_a_limit_in_days_does_not_run_from_a_moment():
    with pytest.raises(Unacceptable, match="按日"):
        read(Limit(5, Unit.WORKING_DAY, ()), "2024-03-05T08:30")


def test_working_hours_beyond_the_calendar_are_unknown():
    with pytest.raises(BeyondCalendar):
        read(WORKING, "2026-12-31T17:00")


def test_an_office_keeps_its_own_hours_and_works_a_make_up_day_as_a_monday():
    hours = hours_from([["09:00-17:00"], [], [], [], ["09:00-12:00"], [], []])
    sunday = at("2024-09-29T00:00").date()
    assert [span[0].time() for span in hours.on(sunday, CALENDAR)] == [time(9)]
    reading = run_hours(WORKING, at("2024-03-08T10:00"), CALENDAR, hours)
    assert reading.due_at == at("2024-03-11T11:00")


@pytest.mark.parametrize(
    "week",
    [
        [["09:00-17:00"]],
        [[], [], [], [], [], [], []],
        [["09:00-12:00", "11:00-17:00"], [], [], [], [], [], []],
        [["12:00-09:00"], [], [], [], [], [], []],
    ],
)
def test_hours_that_make_no_sense_are_refused(week: list[list[str]]):
    with pytest.raises(ValueError, match="day"):
        hours_from(week)


def test_the_usual_hours_are_those_of_the_file():
    assert isinstance(usual_hours(), OfficeHours)
    assert usual_hours().spans[0] == ((time(8, 30), time(12)), (time(14), time(17, 30)))
