"""What happens to an agency's office hours."""

from dataclasses import dataclass
from datetime import date

from sunlit.ledger.events import Event


@dataclass(frozen=True)
class OfficeHoursSet(Event):
    """The office hours were set from a day on."""

    is_public = True
    week: tuple[str, ...]
    """The spans of each weekday, Monday first."""
    since: date
    document: str
