"""`sunlit bench clock`: how quickly statutory limits are computed, with every day explained."""

from collections.abc import Sequence
from datetime import date, timedelta

from sunlit import statutes
from sunlit.cli.benches.measuring import Findings
from sunlit.kernel.calendar import WorkingCalendar, load_calendar

FIRST = date(2012, 1, 1)
RULE = "foi.reply"
ONE_DAY = timedelta(days=1)


def bench_clock(*, clocks: int) -> Findings:
    """Read one clock for each of many first days; count the same days by a bare loop."""
    findings = Findings("clock", "")
    calendar = load_calendar()
    starts = [FIRST + timedelta(days=number % 365) for number in range(clocks)]
    amounts = [statutes.limit(RULE, on=start).amount for start in starts]
    explained = findings.rate("days explained", f"days of {RULE}, each with its reason")
    found: list[tuple[date, int]] = []
    with explained.timed(0):
        for start in starts:
            reading = statutes.deadline(RULE, start).reading
            found.append((reading.due_on or start, len(reading.days)))
    explained.count = sum(days for _due, days in found)
    counted = findings.rate("days counted", "the same days, counted and not explained")
    with counted.timed(explained.count):
        due = _naive(starts, amounts, calendar)
    if due != [day for day, _days in found]:
        raise AssertionError("The bare loop and the clock come to different days.")
    findings.ratio("explained to counted", explained, counted)
    return findings


def _naive(starts: Sequence[date], amounts: Sequence[int], calendar: WorkingCalendar) -> list[date]:
    """Return the due days by counting, with no reason kept."""
    due: list[date] = []
    for start, amount in zip(starts, amounts, strict=True):
        day, number = start, 0
        while number < amount:
            day += ONE_DAY
            number += calendar.is_working(day)
        due.append(day)
    return due
