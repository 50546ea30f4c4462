"""The clock: the same line of days, the same words, wherever it stands."""

from datetime import date

import pytest
from django.utils import translation

from sunlit.design.clocks import clock_face, clock_state
from sunlit.design.specimens import ARTICLE
from sunlit.kernel.calendar import load_calendar
from sunlit.kernel.clock import Ended, Event, Extended, Limit, Paused, Reading, Started, Unit, run
from sunlit.kernel.wording import Wording
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
