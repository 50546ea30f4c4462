"""What happens to the limits that an agency sets for itself."""

from dataclasses import dataclass
from datetime import date

from sunlit.ledger.events import Event


@dataclass(frozen=True)
class LimitPromised(Event):
    """The agency set a limit for itself, beside the law's or where the law leaves it one."""

    is_public = True
    rule: str
    amount: int
    unit: str
    since: date
    document: str


@dataclass(frozen=True)
class WarningLimitsSet(Event):
    """The agency set when it is warned of the end of a limit."""

    days: int
    share: int
    since: date
    document: str
