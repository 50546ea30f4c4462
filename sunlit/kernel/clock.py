"""Statutory clocks: from a limit and its events the due date, with every day explained."""

from collections.abc import Sequence
from datetime import date, timedelta

from sunlit.kernel.calendar import WorkingCalendar
from sunlit.kernel.events import (
    Ended,
    Event,
    Extended,
    History,
    Pause,
    Paused,
    Restarted,
    Resumed,
    Started,
    history_of,
)
from sunlit.kernel.limits import Kind, Limit, Unit
from sunlit.kernel.reading import Day, Reading, counted_days
from sunlit.kernel.refusals import BeyondCalendar, Unacceptable
from sunlit.kernel.wording import Wording

__all__ = [
    "Day",
    "Ended",
    "Event",
    "Extended",
    "Kind",
    "Limit",
    "Paused",
    "Reading",
    "Restarted",
    "Resumed",
    "Started",
    "Unit",
    "run",
]

_ONE_DAY = timedelta(days=1)
_NOT_COUNTED = Wording("起算当日不计入期限", "the day on which the limit begins is not counted")
_NOT_COUNTED_BACK = Wording(
    "从此日倒算,当日不计入期限", "counted back from this day, which is not counted itself"
)
_CALENDAR_DAY = Wording("自然日", "calendar day")


def run(
    limit: Limit, events: Sequence[Event], calendar: WorkingCalendar, today: date | None = None
) -> Reading:
    """Read the clock.

    The first day is not counted. A pause leaves out every day after the one on which it began,
    up to and including the one on which it ended, or on which the law ends it; whether that has
    come is asked of `today`, where it is given. Raises
    Unacceptable for events that make no sense, and BeyondCalendar where a day that must be
    counted is not in the calendar; whether a last day beyond it is worked stays open.
    """
    _refuse_hours(limit)
    history = history_of(events, calendar, today)
    if limit.backwards:
        return _read_back(limit, history, calendar)
    total = limit.days_from(history.start, history.added)
    days = [_first_day(history, _NOT_COUNTED)]
    number = 0
    while number < total and not _stands_still(history, days[-1].on):
        day = _next_day(limit, history, calendar, days[-1].on + _ONE_DAY, number)
        number = day.number or number
        days.append(day)
    reached = number == total
    counted_out_on = days[-1].on
    rolled = _rolled_forward(limit, calendar, counted_out_on) if reached else []
    days.extend(rolled or ())
    if not reached and history.open_pause:
        days.extend(_paused_days(history.open_pause, history.ended_on or today))
    until = history.ended_on or today or history.last_on
    pauses = tuple(history.pauses)
    return Reading(
        limit=limit,
        start=history.start,
        total=total,
        due_on=days[-1].on if reached else None,
        days=tuple(days),
        paused=history.open_pause is not None and history.ended_on is None,
        ended_on=history.ended_on,
        used=counted_days(limit.unit, calendar, pauses, history.start, until),
        calendar=calendar,
        pauses=pauses,
        counted_out_on=counted_out_on if reached else None,
        provisional=rolled is None,
    )


def _read_back(limit: Limit, history: History, calendar: WorkingCalendar) -> Reading:
    """Read a limit that is counted back from a day, such as the day on which a licence expires."""
    if history.pauses or history.added:
        raise Unacceptable(
            Wording(
                "倒算的期限不能暂停,也不能延长。",
                "A limit that is counted back can be neither paused nor extended.",
            )
        )
    total = limit.days_from(history.start)
    days = [_first_day(history, _NOT_COUNTED_BACK)]
    number = 0
    while number < total:
        day = _next_day(limit, history, calendar, days[-1].on - _ONE_DAY, number)
        number = day.number or number
        days.append(day)
    due_on = days[-1].on
    return Reading(
        limit=limit,
        start=history.start,
        total=total,
        due_on=due_on,
        days=tuple(reversed(days)),
        paused=False,
        ended_on=history.ended_on,
        used=0,
        calendar=calendar,
        pauses=(),
        counted_out_on=due_on,
        provisional=False,
    )


def _refuse_hours(limit: Limit) -> None:
    if limit.unit.is_of_hours:
        raise Unacceptable(
            Wording(
                "这一期限按小时计算,从某一时刻起算,不从某一日起算。",
                "This limit is in hours: it runs from a moment, not from a day.",
            ),
            Wording(
                "请给出起算的日期和时刻,例如2024-03-05 14:20。",
                "Give the day and the hour, such as 2024-03-05 14:20.",
            ),
        )


def _first_day(history: History, not_counted: Wording) -> Day:
    ground = history.ground
    if ground is None:
        return Day.left_out(history.start, not_counted)
    why = Wording(f"{ground.zh};{not_counted.zh}", f"{ground.en}; {not_counted.en}")
    return Day.left_out(history.start, why)


def _stands_still(history: History, day: date) -> bool:
    """Whether a pause without end keeps the day after this one from ever being counted."""
    return history.open_pause is not None and history.open_pause.after <= day


def _next_day(
    limit: Limit, history: History, calendar: WorkingCalendar, day: date, number: int
) -> Day:
    for pause in history.pauses:
        if pause.covers(day):
            return _left_out(pause, day)
    runs_again = next((one for one in history.pauses if one.runs_again_on == day), None)
    if limit.unit is not Unit.WORKING_DAY:
        return Day.numbered(day, number + 1, _why(_CALENDAR_DAY, runs_again))
    if calendar.is_working(day):
        return Day.numbered(day, number + 1, _why(calendar.why(day), runs_again))
    return Day.left_out(day, _why(calendar.why(day), runs_again))


def _why(why: Wording, runs_again: Pause | None) -> Wording:
    if runs_again is None:
        return why
    again = runs_again.why_it_ended
    return Wording(f"{again.zh};{why.zh}", f"{again.en}; {why.en}")


def _left_out(pause: Pause, day: date) -> Day:
    why = Wording(f"不计入期限:{pause.ground.zh}", f"left out: {pause.ground.en}")
    return Day.left_out(day, why)


def _paused_days(pause: Pause, until: date | None) -> list[Day]:
    length = (until - pause.after).days if until else 0
    return [_left_out(pause, pause.after + n * _ONE_DAY) for n in range(1, length + 1)]


def _rolled_forward(limit: Limit, calendar: WorkingCalendar, last: date) -> list[Day] | None:
    """The days from the last one to the next that is worked; None where no notice says which."""
    if not limit.rolls_forward:
        return []
    try:
        due = calendar.rolled_forward(last)
    except BeyondCalendar:
        return None if last >= calendar.first else []
    return [_after_the_last(calendar, last + n * _ONE_DAY) for n in range(1, (due - last).days + 1)]


def _after_the_last(calendar: WorkingCalendar, day: date) -> Day:
    why = calendar.why(day)
    if calendar.is_working(day):
        why = Wording(
            f"期满之日不上班,顺延到此日({why.zh})",
            f"the last day is not worked, so the limit ends on this day ({why.en})",
        )
    return Day.left_out(day, why)
