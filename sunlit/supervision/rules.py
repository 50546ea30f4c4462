"""The pure rules of supervision: terms, halves of a year, answers in time, rates."""

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum

from sunlit.kernel.calendar import WorkingCalendar
from sunlit.kernel.clock import Ended, Event, Limit, Reading, Started, run
from sunlit.kernel.refusals import BeyondCalendar

_TERM = re.compile(r"(\d{4})-(0[1-9]|1[0-2])至(\d{4})-(0[1-9]|1[0-2])")
_LAST_MONTH_OF_FIRST_HALF = 6
_TENTH = Decimal("0.1")


class Half(Enum):
    """A half of the year."""

    FIRST = 1
    SECOND = 2


def term_end(term: str) -> date | None:
    """The last day of a term such as "2012-02至2014-02"; None if it is written otherwise."""
    found = _TERM.fullmatch(term.strip())
    if found is None:
        return None
    year, month = int(found[3]), int(found[4])
    if (year, month) < (int(found[1]), int(found[2])):
        return None
    return date(year, month, monthrange(year, month)[1])


def half_of(day: date) -> Half:
    """The half of the year in which a day lies."""
    return Half.FIRST if day.month <= _LAST_MONTH_OF_FIRST_HALF else Half.SECOND


def answer_clock(
    limit: Limit,
    *,
    raised_on: date,
    answered_on: date | None,
    calendar: WorkingCalendar,
    today: date | None = None,
) -> Reading | None:
    """The clock of an answer to an opinion; None where the calendar does not reach that far."""
    events: list[Event] = [Started(raised_on)]
    if answered_on is not None:
        events.append(Ended(answered_on))
    try:
        return run(limit, events, calendar, today)
    except BeyondCalendar:
        return None


def rate(good: int, valid: int) -> Decimal | None:
    """The share of good answers in percent, to one decimal; None where there is no valid one."""
    if valid == 0:
        return None
    return (Decimal(100 * good) / Decimal(valid)).quantize(_TENTH, ROUND_HALF_UP)


def passes(rate: Decimal | None, threshold: Decimal) -> bool | None:
    """Say whether so many were satisfied as must be; None where nobody judged."""
    return None if rate is None else rate >= threshold


def adds_up(parts: Sequence[int], whole: int) -> bool:
    """Say whether the parts make the whole."""
    return sum(parts) == whole
