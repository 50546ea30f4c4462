"""What happens to the calendar of an agency."""

from dataclasses import dataclass
from datetime import date

from sunlit.ledger.events import Event


@dataclass(frozen=True)
class HolidayNoticeTakenIn(Event):
    """The arrangement of a year's holidays, or a change to it, was taken into the calendar."""

    is_public = True
    year: int
    title: str
    number: str
    issued_on: date
    made_off: tuple[date, ...]
    """The days that are off by it and were not before."""
    made_worked: tuple[date, ...]
    """The days that are worked by it and were not before."""
