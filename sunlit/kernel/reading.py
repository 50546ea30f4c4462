"""Where a clock stands: each of its days, what is used, what is left."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Self

from sunlit.kernel.calendar import WorkingCalendar
from sunlit.kernel.events import Pause
from sunlit.kernel.limits import Kind, Limit, Unit
from sunlit.kernel.wording import Wording


@dataclass(frozen=True, slots=True)
class Day:
    """One day of a clock: counted as the `number`-th, or not, and why."""

    on: date
    counted: bool
    number: int | None
    why: Wording

    @classmethod
    def numbered(cls, on: date, number: int, why: Wording) -> Self:
        """A day that counts."""
        return cls(on, counted=True, number=number, why=why)

    @classmethod
    def left_out(cls, on: date, why: Wording) -> Self:
        """A day that does not count."""
        return cls(on, counted=False, number=None, why=why)


@dataclass(frozen=True, slots=True)
class Reading:
    """Where a clock stands.

    `total`: days to be counted, with extensions. `due_on`: the last day in time, None while a
    pause is open that began before the limit ran out. `days`: every day from `start` to
    `due_on`, once each (to the last day known while paused). `used`: days counted up to the
    end, else today, else the last event; it goes on counting when the limit has run out.
    `counted_out_on`: the last counted day, before it rolls forward. `provisional`: the last day
    lies beyond the calendar, so that nobody knows yet whether it is worked. A limit counted back
    has its days in the order of the calendar too: `due_on` comes first, `start` last.
    """

    limit: Limit
    start: date
    total: int
    due_on: date | None
    days: tuple[Day, ...]
    paused: bool
    ended_on: date | None
    used: int
    calendar: WorkingCalendar = field(repr=False, compare=False)
    pauses: tuple[Pause, ...] = field(repr=False, compare=False)
    counted_out_on: date | None = None
    provisional: bool = False

    def overdue_on(self, day: date) -> bool:
        """Whether the limit had run out before this day without an end in time.

        A period that must at least stand is never overdue.
        """
        if self.due_on is None or day <= self.due_on or self.limit.kind is Kind.AT_LEAST:
            return False
        return self.ended_on is None or self.ended_on > self.due_on

    def remaining(self, day: date) -> int:
        """Days of the limit left after this day; below zero by as many as it is late.

        A clock that has ended stands still on its last day.
        """
        unit = self.limit.unit
        day = min(day, self.ended_on or day)
        if self.due_on is not None and day > self.due_on:
            return -counted_days(unit, self.calendar, self.pauses, self.due_on, day)
        if self.limit.backwards and self.due_on is not None:
            return counted_days(unit, self.calendar, (), day, self.due_on)
        used = counted_days(unit, self.calendar, self.pauses, self.start, day)
        return max(0, self.total - used)


def counted_days(
    unit: Unit, calendar: WorkingCalendar, pauses: Sequence[Pause], after: date, until: date
) -> int:
    """Days that count, after one day up to and including another, without the pauses."""
    if until <= after:
        return 0
    count = _units(unit, calendar, after, until)
    for pause in pauses:
        low, high = max(after, pause.after), min(until, pause.until or until)
        if low < high:
            count -= _units(unit, calendar, low, high)
    return count


def _units(unit: Unit, calendar: WorkingCalendar, after: date, until: date) -> int:
    if unit is Unit.WORKING_DAY:
        return calendar.working_days_between(after, until)
    return (until - after).days
