"""What happens to results of assessments and to statistical ledgers."""

from dataclasses import dataclass
from decimal import Decimal

from sunlit.ledger.events import Event


@dataclass(frozen=True)
class OfficeAssessed(Event):
    """An office was assessed for a period."""

    office: str
    period: str
    composite: Decimal
    rank: int


@dataclass(frozen=True)
class ResultPublished(Event):
    """The result of an office was made public."""

    is_public = True
    office: str
    period: str
    composite: Decimal
    rank: int


@dataclass(frozen=True)
class ResultCounted(Event):
    """The result of an office was counted in its post's targets."""

    is_public = True
    office: str
    period: str
    points: Decimal


@dataclass(frozen=True)
class StatisticalLedgerStated(Event):
    """A statistical ledger was opened, or stated anew with the number of its records."""

    is_public = True
    code: str
    name: str
    records: int
