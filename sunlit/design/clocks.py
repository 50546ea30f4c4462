"""A kernel reading as a line of days: what is drawn, what is said, and how the clock stands."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sunlit.design.drawn_days import DrawnDay, DrawnRow, DrawnRun, rows_of, runs_of
from sunlit.design.faces import day as day_in_full
from sunlit.design.faces import month, said
from sunlit.design.pieces import State
from sunlit.kernel.clock import Day, Kind, Reading, Unit
from sunlit.organization.rules.warning import Near, usual

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Days that do not count, for one reason."""

    why: str
    days: int


@dataclass(frozen=True, slots=True)
class ClockFace:
    """A clock, ready to be shown."""

    state: State
    word: str
    sentence: str
    notes: tuple[str, ...]
    days: tuple[DrawnDay, ...]
    rows: tuple[DrawnRow, ...]
    runs: tuple[DrawnRun, ...]
    left_out: tuple[LeftOut, ...]
    has_pause: bool
    has_rest: bool
    shows_today: bool
    shows_end: bool
    basis: tuple[Any, ...]
    due_on: date | None
    due_word: str


def clock_state(reading: Reading, today: date, near: Near | None = None) -> State:
    """Say how a clock stands on a day; the same word everywhere.

    `near`: from when on it is at risk, by what the agency has set; the usual where nothing is told.
    """
    if _is_over(reading, today):
        return "late" if reading.overdue_on(today) else "done"
    if reading.overdue_on(today):
        return "late"
    if _must_stand(reading) and reading.due_on and today > reading.due_on:
        return "done"
    if reading.paused:
        return "paused"
    reached = (near or usual()).reached(reading.remaining(today), reading.total)
    return "at_risk" if reached else "in_time"


def clock_face(reading: Reading, today: date, near: Near | None = None) -> ClockFace:
    """Draw a clock as it stands on a day."""
    end = reading.ended_on or today
    days = tuple(_drawn(reading, day, today=today, end=end) for day in reading.days)
    return ClockFace(
        state=clock_state(reading, today, near),
        word=clock_word(reading, today),
        sentence=_sentence(reading, today),
        notes=tuple(_runs_again(reading)),
        days=days,
        rows=rows_of(days),
        runs=runs_of(days),
        left_out=_left_out(days),
        has_pause=any(day.mark == "paused" for day in days),
        has_rest=any(day.mark == "counted" and not day.passed and not day.due for day in days),
        shows_today=any(day.today for day in days),
        shows_end=any(day.ended for day in days),
        basis=tuple(reading.limit.basis),
        due_on=reading.due_on,
        due_word=_("last day of the period") if _must_stand(reading) else _("due day"),
    )


def planned_face(reading: Reading) -> ClockFace:
    """Draw a clock that nobody's case runs by: when it starts, what counts, when it is due."""
    face = clock_face(reading, reading.due_on or reading.start)
    days = tuple(replace(day, today=False) for day in face.days)
    return replace(
        face,
        state="neutral",
        word="",
        sentence=_plan(reading),
        days=days,
        rows=rows_of(days),
        runs=runs_of(days),
        shows_today=False,
    )


def _runs_again(reading: Reading) -> Iterator[str]:
    for pause in reading.pauses:
        if pause.runs_again_on:
            facts = {"day": day_in_full(pause.runs_again_on), "why": said(pause.why_it_ended)}
            yield _("The clock has been running again since %(day)s: %(why)s.") % facts


def _plan(reading: Reading) -> str:
    facts = {"start": day_in_full(reading.start), "due": day_in_full(reading.due_on)}
    if reading.limit.backwards:
        return _("Counted back from %(start)s to %(due)s.") % facts
    if _must_stand(reading):
        return _("Stands from %(start)s to the end of %(due)s at least.") % facts
    return _("Runs from %(start)s to %(due)s.") % facts


def _must_stand(reading: Reading) -> bool:
    return reading.limit.kind is Kind.AT_LEAST


def _is_over(reading: Reading, today: date) -> bool:
    return reading.ended_on is not None and reading.ended_on <= today


def _drawn(reading: Reading, day: Day, *, today: date, end: date) -> DrawnDay:
    return DrawnDay(
        on=day.on,
        mark=_mark(reading, day),
        number=day.number,
        why=said(day.why),
        date_label=month(day.on) if day.on.day == 1 else str(day.on.day),
        passed=day.on <= end,
        due=day.on == reading.due_on,
        today=day.on == today and not _is_over(reading, today),
        ended=day.on == reading.ended_on,
    )


def _mark(reading: Reading, day: Day) -> str:
    if day.counted:
        return "counted"
    if day.on == reading.start:
        return "start"
    return "paused" if any(pause.covers(day.on) for pause in reading.pauses) else "skipped"


def _left_out(days: Iterable[DrawnDay]) -> tuple[LeftOut, ...]:
    reasons = Counter(day.why for day in days if day.mark in ("skipped", "paused"))
    return tuple(LeftOut(why, count) for why, count in reasons.items())


def clock_word(reading: Reading, today: date) -> str:
    """Return the word on the badge, with the number that matters."""
    state = clock_state(reading, today)
    if state == "done":
        return _("Period is full") if _must_stand(reading) else _("Done in time")
    if state == "paused":
        return _("Paused")
    if _is_over(reading, today):
        return _("Done late")
    left = reading.remaining(today)
    if state == "late":
        return _late(reading.limit.unit, -left)
    if reading.due_on == today:
        return _("Due today")
    return _left(reading.limit.unit, left)


def _left(unit: Unit, left: int) -> str:
    if unit is Unit.WORKING_DAY:
        text = ngettext("%(count)s working day left", "%(count)s working days left", left)
    else:
        text = ngettext("%(count)s day left", "%(count)s days left", left)
    return text % {"count": left}


def _late(unit: Unit, late: int) -> str:
    if unit is Unit.WORKING_DAY:
        text = ngettext("%(count)s working day late", "%(count)s working days late", late)
    else:
        text = ngettext("%(count)s day late", "%(count)s days late", late)
    return text % {"count": late}


def _sentence(reading: Reading, today: date) -> str:
    """What the line of days says, as one sentence that can be read aloud."""
    facts = {
        "start": day_in_full(reading.start),
        "due": day_in_full(reading.due_on),
        "total": reading.total,
        "used": reading.total - min(max(reading.remaining(today), 0), reading.total),
        "end": day_in_full(reading.ended_on),
    }
    if reading.due_on is None:
        return _("Runs from %(start)s; %(used)s of %(total)s used; stands still now.") % facts
    if _is_over(reading, today):
        return _("Ran from %(start)s, due on %(due)s; ended on %(end)s.") % facts
    return _("Runs from %(start)s to %(due)s; %(used)s of %(total)s used.") % facts
