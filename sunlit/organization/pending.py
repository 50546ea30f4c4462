"""What an office still has to do, of which only the upper rooms know: they tell it here."""

from collections.abc import Callable
from datetime import date

from sunlit.organization.models import Office

Count = Callable[[Office, date], int]

_counts: list[Count] = []


def register(count: Count) -> None:
    """Let matters that an office answers for be counted before it is closed."""
    _counts.append(count)


def pending(office: Office, *, on: date) -> int:
    """Return how many open matters an office answers for on a day."""
    return sum(count(office, on) for count in _counts)
