"""Limits: so many units of time, by these articles."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import Enum

from sunlit.kernel.citations import Citation
from sunlit.kernel.wording import Wording

MONTHS_IN_A_YEAR = 12


class Unit(Enum):
    """What a limit counts."""

    WORKING_DAY = "working_day"
    CALENDAR_DAY = "calendar_day"
    MONTH = "month"
    YEAR = "year"
    HOUR = "hour"
    WORKING_HOUR = "working_hour"

    @property
    def wording(self) -> Wording:
        """The unit as a page says it."""
        return _UNITS[self]

    @property
    def is_of_hours(self) -> bool:
        """Whether the limit runs from a moment, not from a day."""
        return self in (Unit.HOUR, Unit.WORKING_HOUR)

    def of(self, amount: int) -> Wording:
        """So many of the unit, such as 1 working day or 20个工作日."""
        words = self.wording
        return Wording(
            f"{amount}{words.zh}", f"{amount} {words.en[:-1] if amount == 1 else words.en}"
        )


_UNITS = {
    Unit.WORKING_DAY: Wording("个工作日", "working days"),
    Unit.CALENDAR_DAY: Wording("日", "calendar days"),
    Unit.MONTH: Wording("个月", "months"),
    Unit.YEAR: Wording("年", "years"),
    Unit.HOUR: Wording("小时", "hours"),
    Unit.WORKING_HOUR: Wording("个工作时", "working hours"),
}


class Kind(Enum):
    """Which side of its end a limit forbids."""

    AT_MOST = "at_most"
    AT_LEAST = "at_least"


@dataclass(frozen=True, slots=True)
class Limit:
    """So many units, by these articles.

    `roll_forward`: a limit in calendar days, months or years whose last day is not worked ends
    on the next working day (the general rule on periods). A month or a year ends on the same day
    of the month, or on the last one. `kind`: a period that must at least stand never rolls
    forward. `backwards`: counted back from the day from which it runs. Raises ValueError for an
    amount below one.
    """

    amount: int
    unit: Unit
    basis: tuple[Citation, ...]
    roll_forward: bool = True
    kind: Kind = Kind.AT_MOST
    backwards: bool = False

    def __post_init__(self) -> None:
        if self.amount < 1:
            raise ValueError("a limit has an amount of at least one")

    @property
    def rolls_forward(self) -> bool:
        """Whether a last day that is not worked moves to the next that is."""
        in_working_days = self.unit is Unit.WORKING_DAY
        one_sided = self.kind is Kind.AT_LEAST or self.backwards
        return self.roll_forward and not in_working_days and not one_sided

    def days_from(self, start: date, added: int = 0) -> int:
        """How many days of its kind are to be counted from this start, with `added` units."""
        amount = self.amount + added
        if self.unit not in (Unit.MONTH, Unit.YEAR):
            return amount
        months = amount * MONTHS_IN_A_YEAR if self.unit is Unit.YEAR else amount
        end = same_day(start, months=-months if self.backwards else months)
        return abs((end - start).days)


def same_day(start: date, *, months: int) -> date:
    """The same day so many months later (earlier, below zero), or the last day of that month."""
    years, month = divmod(start.month - 1 + months, MONTHS_IN_A_YEAR)
    year = start.year + years
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(start.day, last))
