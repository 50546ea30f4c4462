"""The clock: the same line of days, the same words, wherever it stands."""

from datetime import date, datetime

import pytest
from django.utils import translation

from sunlit.design.clocks import ClockFace, clock_face, clock_state, planned_face
from sunlit.design.hour_clocks import hour_face
from sunlit.design.specimens import ARTICLE
from sunlit.kernel.calendar import load_calendar
from sunlit.kernel.clock import (
    Ended,
    Event,
    Extended,
    Kind,
    Limit,
    Paused,
    Reading,
    Resumed,
    Started,
    Unit,
    run,
)
from sunlit.kernel.hours import run_hours
from sunlit.kernel.wording import Wording
from sunlit.statutes.office_hours import usual_hours
from tests.design.pages import Page, rendered

STARTED = Started(date(2012, 6, 8))  # a Friday; the Dragon Boat Festival lies in the way
DUE = date(2012, 7, 2)
GROUND = Wording("征求第三方意见", "a third party is being asked")


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def reading(*events: Event, amount: int = 15, today: date | None = None) -> Reading:
    limit = Limit(amount, Unit.WORKING_DAY, (ARTICLE,))
    return run(limit, [STARTED, *events], load_calendar(), today)


def marks(face) -> str:
    return " ".join(day.mark for day in face.days[:5])


def test_every_day_is_drawn_once_and_only_working_days_count():
    face = clock_face(reading(), date(2012, 6, 13))

    assert marks(face) == "start skipped skipped counted counted"
    assert [day.on for day in face.days if day.due] == [DUE]
    assert [day.on for day in face.days if day.today] == [date(2012, 6, 13)]
    assert face.word == "12 working days left"


@pytest.mark.parametrize(
    ("today", "state", "word"),
    [
        (date(2012, 6, 11), "in_time", "14 working days left"),
        (date(2012, 6, 27), "at_risk", "3 working days left"),
        (DUE, "at_risk", "Due today"),
        (date(2012, 7, 3), "late", "1 working day late"),
    ],
)
def test_a_clock_that_runs_says_how_much_is_left(today, state, word):
    face = clock_face(reading(), today)

    assert (face.state, face.word) == (state, word)


@pytest.mark.parametrize(
    ("today", "used"), [(date(2012, 6, 11), 1), (DUE, 15), (date(2012, 7, 3), 15)]
)
def test_a_clock_that_runs_says_how_much_of_it_is_used_on_the_day(today, used):
    """The clock itself knows of no day after its last event; the page is read on a day."""
    assert f"{used} of 15 used" in clock_face(reading(), today).sentence


@pytest.mark.parametrize(
    ("ended_on", "state", "word"),
    [(date(2012, 6, 12), "done", "Done in time"), (date(2012, 7, 4), "late", "Done late")],
)
def test_a_clock_that_ended_says_whether_in_time(ended_on, state, word):
    face = clock_face(reading(Ended(ended_on)), date(2012, 7, 9))

    assert (face.state, face.word) == (state, word)
    assert not face.shows_today


def test_a_clock_that_stands_still_shades_its_days_and_owes_no_day():
    today = date(2012, 6, 20)
    face = clock_face(reading(Paused(date(2012, 6, 12), GROUND), today=today), today)

    assert face.state == "paused"
    assert face.due_on is None
    assert {day.mark for day in face.days if day.on > date(2012, 6, 12)} == {"paused"}


def test_the_state_of_a_clock_can_be_asked_for_alone():
    assert clock_state(reading(), date(2012, 6, 11)) == "in_time"


def test_the_clock_is_told_day_by_day_to_those_who_cannot_see_it():
    it = reading()
    page = Page(rendered("{% clock it today %}", it=it, today=date(2012, 6, 13)))

    told = [one.attributes["datetime"] for one in page.named("time")]
    assert told == [day.on.isoformat() for day in it.days]
    picture = next(one for one in page.elements if one.attributes.get("role") == "img")
    assert "8 June 2012" in picture.attributes["aria-label"]
    assert "12 working days left" in picture.attributes["aria-label"]


def test_the_clock_cites_its_article():
    text = rendered("{% clock it today %}", it=reading(), today=date(2012, 6, 13))

    assert f"<cite>{ARTICLE.en}</cite>" in text


def test_a_clock_of_sixty_days_keeps_every_day():
    face = clock_face(reading(Extended(date(2012, 6, 20), 30)), date(2012, 7, 9))

    assert len(face.days) > 60
    assert face.days[-1].number == 45


def planned(unit: Unit, amount: int, **more) -> ClockFace:
    limit = Limit(amount, unit, (ARTICLE,), **more)
    return planned_face(run(limit, [STARTED], load_calendar()))


def test_a_clock_of_months_is_drawn_month_by_month():
    face = planned(Unit.MONTH, 3)

    assert [row.label for row in face.rows] == ["Jun 2012", "Jul 2012", "Aug 2012", "Sep 2012"]
    assert len(face.rows[0].before) == 7  # the days of June before the eighth
    assert sum(len(row.days) for row in face.rows) == len(face.days)


def test_the_middle_of_a_clock_of_years_is_folded_and_told_in_runs():
    face = planned(Unit.YEAR, 5)

    assert [row.folded for row in face.rows] == [False, False, True, False, False]
    assert face.rows[2].label == "1 August 2012 to 30 April 2017: 1734 days counted"
    told = sum((run.last.on - run.first.on).days + 1 for run in face.runs)
    assert told == len(face.days)
    assert len(face.runs) < 10


def test_a_month_in_which_something_happens_is_never_folded():
    limit = Limit(2, Unit.YEAR, (ARTICLE,))
    events = [STARTED, Paused(date(2013, 3, 4), GROUND), Resumed(date(2013, 3, 12))]
    face = clock_face(run(limit, events, load_calendar()), date(2013, 9, 9))

    assert [row.label for row in face.rows if not row.folded] == [
        "Jun 2012", "Jul 2012", "Mar 2013", "Sep 2013", "May 2014", "Jun 2014",
    ]  # fmt: skip


def test_a_period_that_must_stand_is_never_late():
    face = planned(Unit.CALENDAR_DAY, 7, kind=Kind.AT_LEAST)
    assert "at least" in face.sentence
    assert face.due_word == "last day of the period"
    stands = run(Limit(7, Unit.CALENDAR_DAY, (), kind=Kind.AT_LEAST), [STARTED], load_calendar())
    assert clock_state(stands, date(2012, 6, 15)) == "at_risk"
    assert clock_state(stands, date(2012, 6, 16)) == "done"


def test_a_clock_counted_back_ends_before_it_starts():
    face = planned(Unit.WORKING_DAY, 5, backwards=True)

    assert face.due_on == date(2012, 6, 1)
    assert face.days[0].due
    assert face.days[-1].mark == "start"
    assert "back" in face.sentence


def test_a_clock_in_hours_is_drawn_by_the_day_and_told_by_the_stretch():
    limit = Limit(4, Unit.WORKING_HOUR, (ARTICLE,))
    start = datetime(2012, 6, 21, 16, 0)  # noqa: DTZ001  the eve of the Dragon Boat Festival
    reading = run_hours(limit, start, load_calendar(), usual_hours())
    face = hour_face(reading)

    assert [row.on.day for row in face.rows] == [21, 22, 23, 24, 25]
    assert face.rows[-1].due_x is not None
    assert [one.hours for one in face.segments if one.hours] == ["1:30", "2:30"]
    page = Page(rendered("{% hour_clock it %}", it=reading))
    assert any(one.attributes.get("role") == "img" for one in page.elements)
