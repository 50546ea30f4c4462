"""When a limit ends, computed a second time: by the calendars and with the code of others.

Nothing here comes from Sunlit. Two published calendars say which days are worked, and must agree;
days are gone through one by one, hours minute by minute.
"""

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache

import chinese_calendar
import holidays

ONE_DAY, ONE_MINUTE = timedelta(days=1), timedelta(minutes=1)
LAST_KNOWN = date(2026, 12, 31)
SPEC = re.compile(
    r"(?P<least>>=)?(?P<back><)?(?P<amount>\d+)(?P<unit>wd|cd|mo|yr|h|wh)(?P<fixed>!)?"
)
MORNING, AFTERNOON = (time(8, 30), time(12)), (time(14), time(17, 30))

_others = holidays.country_holidays("CN", years=range(2003, 2028))


@dataclass(frozen=True)
class Spec:
    """A limit as a table of the tests writes it.

    "20wd" working days, "30cd" calendar days, "6mo" months, "2yr" years, "5h" hours, "4wh" working
    hours; "!" never rolls forward, ">=" must at least stand, "<" is counted back.
    """

    amount: int
    unit: str
    rolls: bool
    at_least: bool
    back: bool


def spec(text: str) -> Spec:
    found = SPEC.fullmatch(text)
    assert found, text
    one_sided = bool(found["least"] or found["back"])
    rolls = found["unit"] in ("cd", "mo", "yr") and not found["fixed"] and not one_sided
    return Spec(
        int(found["amount"]), found["unit"], rolls, bool(found["least"]), bool(found["back"])
    )


@cache
def worked(day: date) -> bool:
    """Whether the day is worked; both calendars must say so, apart from what a notice decides."""
    if day == date(2005, 12, 31):  # worked by 国办发明电〔2005〕35号
        return True
    one, other = bool(chinese_calendar.is_workday(day)), bool(_others.is_working_day(day))
    assert one == other, f"the calendars disagree on {day}"
    return one


def paused(day: date, pauses: Sequence[tuple[date, date]]) -> bool:
    return any(after < day <= until for after, until in pauses)


def months_later(start: date, months: int) -> date:
    year, month = start.year, start.month
    for _ in range(abs(months)):
        month += 1 if months > 0 else -1
        if month in (0, 13):
            year, month = year + (1 if month else -1), 1 if month else 12
    return date(year, month, min(start.day, monthrange(year, month)[1]))


def due(one: Spec, start: date, pauses: Sequence[tuple[date, date]] = (), added: int = 0) -> date:
    """The last day of the limit. Asserts that the calendars know the days that it needs."""
    step = -ONE_DAY if one.back else ONE_DAY
    to_count = one.amount + added
    if one.unit in ("mo", "yr"):
        months = to_count * (12 if one.unit == "yr" else 1)
        to_count = abs((months_later(start, -months if one.back else months) - start).days)
    day, number = start, 0
    while number < to_count:
        day += step
        if not paused(day, pauses) and (one.unit != "wd" or worked(day)):
            number += 1
    while one.rolls and day <= LAST_KNOWN and not worked(day):
        day += ONE_DAY
    return day


def is_office_hour(minute: datetime) -> bool:
    at = minute.time()
    return worked(minute.date()) and any(a <= at < b for a, b in (MORNING, AFTERNOON))


def due_at(one: Spec, start: datetime) -> datetime:
    """The last moment of a limit in hours, minute by minute."""
    left, at = one.amount * 60, start
    while left:
        if one.unit == "h" or is_office_hour(at):
            left -= 1
        at += ONE_MINUTE
    return at
