"""What happens to how is masked."""

from dataclasses import dataclass
from datetime import date

from sunlit.ledger.events import Event


@dataclass(frozen=True)
class MaskingSet(Event):
    """It was set how a kind of finding is masked from a day on."""

    kind: str
    first: int
    last: int
    sign: str
    was_first: int
    was_last: int
    was_sign: str
    since: date
    reason: str
