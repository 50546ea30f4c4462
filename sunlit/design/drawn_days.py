"""The days of a clock as drawn, in one line, by month or with a folded middle, and as told."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.utils.translation import gettext as _

from sunlit.design.faces import day as day_in_full
from sunlit.design.faces import html_language, month

LONGEST_LINE = 62  # days that are drawn in one line; more are drawn month by month
MONTHS_BEFORE, MONTHS_AFTER = 2, 2  # months at each end that a long clock shows
MOST_MONTHS = 7
THREE_DIGITS = 100  # a number too wide for a day of a month's line


@dataclass(frozen=True, slots=True)
class DrawnDay:
    """One day as it is drawn."""

    on: date
    mark: str  # start, counted, skipped, paused
    number: int | None
    why: str
    date_label: str
    passed: bool
    due: bool
    today: bool
    ended: bool

    @property
    def classes(self) -> str:
        """Return the day's names in the style sheet."""
        names = ["clock-day", f"is-{self.mark}"]
        names += ["is-far"] if (self.number or 0) >= THREE_DIGITS else []
        names += [
            f"is-{name}" for name in ("passed", "due", "today", "ended") if getattr(self, name)
        ]
        return " ".join(names)

    @property
    def is_plain(self) -> bool:
        """Whether nothing but its counting happens on the day."""
        return not (self.due or self.today or self.ended or self.mark == "start")


@dataclass(frozen=True, slots=True)
class DrawnRow:
    """A line of days, of a month where it has a label; or a label for the days folded away."""

    label: str
    days: tuple[DrawnDay, ...] = ()
    folded: bool = False

    @property
    def before(self) -> range:
        """Return the empty places before the first day of a month's line."""
        return range(self.days[0].on.day - 1 if self.label else 0)


@dataclass(frozen=True, slots=True)
class DrawnRun:
    """Days on end that are told alike; one day where the clock is short."""

    first: DrawnDay
    last: DrawnDay

    @property
    def is_long(self) -> bool:
        """Return whether it is of more than one day."""
        return self.first.on != self.last.on

    @property
    def numbers(self) -> str:
        """Return the numbers of its days, such as 3 or 3–29; nothing where none is counted."""
        if self.last.number is None:
            return ""
        if not self.is_long:
            return str(self.last.number)
        low, high = sorted((self.first.number or 0, self.last.number))
        return f"{low}–{high}"


def rows_of(days: Sequence[DrawnDay]) -> tuple[DrawnRow, ...]:
    """Lay the days out so that they can be read, however many they are."""
    if len(days) <= LONGEST_LINE:
        return (DrawnRow("", tuple(days)),)
    months = [tuple(found) for _month, found in groupby(days, key=_month_of)]
    if len(months) <= MOST_MONTHS:
        return tuple(DrawnRow(_name(found[0].on), found) for found in months)
    rows: list[DrawnRow] = []
    folded: list[DrawnDay] = []
    for at, found in enumerate(months):
        at_an_end = at < MONTHS_BEFORE or at >= len(months) - MONTHS_AFTER
        if at_an_end or any(not day.is_plain or day.mark == "paused" for day in found):
            rows += _fold(folded)
            folded = []
            rows.append(DrawnRow(_name(found[0].on), found))
        else:
            folded += found
    return (*rows, *_fold(folded))


def runs_of(days: Sequence[DrawnDay]) -> tuple[DrawnRun, ...]:
    """Tell a short clock day by day, and a long one by runs of days of one kind."""
    if len(days) <= LONGEST_LINE:
        return tuple(DrawnRun(day, day) for day in days)
    groups = groupby(days, key=_kind_of)
    runs = [tuple(found) for _kind, found in groups]
    return tuple(DrawnRun(found[0], found[-1]) for found in runs)


def _fold(days: Sequence[DrawnDay]) -> list[DrawnRow]:
    if not days:
        return []
    facts = {
        "first": day_in_full(days[0].on),
        "last": day_in_full(days[-1].on),
        "counted": sum(day.mark == "counted" for day in days),
    }
    return [DrawnRow(_("%(first)s to %(last)s: %(counted)s days counted") % facts, folded=True)]


def _month_of(day: DrawnDay) -> tuple[int, int]:
    return day.on.year, day.on.month


def _kind_of(day: DrawnDay) -> tuple[str, str, date | None]:
    return day.mark, day.why, None if day.is_plain else day.on


def _name(day: date) -> str:
    return (
        f"{day.year}年{day.month}月" if html_language() == "zh-Hans" else f"{month(day)} {day.year}"
    )
