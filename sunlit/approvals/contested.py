"""For which days a penalty was contested: upper rooms that keep the remedies say so here.

A room gives its reading from a module `contests`, which is found when the program starts.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from sunlit.approvals.models import PenaltyCase
from sunlit.kernel.wording import Wording


@dataclass(frozen=True, slots=True)
class Contest:
    """A reconsideration or a suit against a penalty: its kind, number and days.

    `ended_on` is None while it is open.
    """

    kind: Wording
    number: str
    begun_on: date
    ended_on: date | None


Reader = Callable[[PenaltyCase], Iterable[Contest]]
_readers: list[Reader] = []


def read_by(reader: Reader) -> None:
    """Let a room say for which days a penalty was contested."""
    if reader not in _readers:
        _readers.append(reader)


def contests_of(case: PenaltyCase) -> list[Contest]:
    """Return the contests of a penalty, the earliest first."""
    found = [one for reader in _readers for one in reader(case)]
    return sorted(found, key=lambda one: (one.begun_on, one.number))
