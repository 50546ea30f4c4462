"""Limits: so many units of time, by these articles."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import Enum

from sunlit.kernel.citations import Citation
from sunlit.kernel.wording import Wording


class Unit(Enum):
    """What a limit counts."""

    WORKING_DAY = "working_day"
    CALENDAR_DAY = "calendar_day"
    MONTH = "month"

    @property
    def wording(self) -> Wording:
        """The unit as a page says it."""
        return _UNITS[self]


_UNITS = {
    Unit.WORKING_DAY: Wording("个工作日", "working days"),
    Unit.CALENDAR_DAY: Wording("日", "calendar days"),
    Unit.MONTH: Wording("个月", "months"),
}


@dataclass(frozen=True, slots=True)
class Limit:
    """So many units, by these articles.

    `roll_forward`: a limit in calendar days or months whose last day is not worked ends on the
    next working day (the general rule on periods of the Civil Procedure Law). A month ends on
    the same day of the month, or on the last one. Raises ValueError for an amount below one.
    """

    amount: int
    unit: Unit
    basis: tuple[Citation, ...]
    roll_forward: bool = True

    def __post_init__(self) -> None:
        if self.amount < 1:
            raise ValueError("a limit has an amount of at least one")

    def days_from(self, start: date, added: int = 0) -> int:
        """How many days of its kind are to be counted from this start, with `added` units."""
        amount = self.amount + added
        if self.unit is not Unit.MONTH:
            return amount
        years, month = divmod(start.month - 1 + amount, 12)
        year = start.year + years
        last = monthrange(year, month + 1)[1]
        return (date(year, month + 1, min(start.day, last)) - start).days
