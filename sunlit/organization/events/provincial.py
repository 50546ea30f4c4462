"""What happens to what an agency's province has settled."""

from dataclasses import dataclass
from datetime import date

from sunlit.ledger.events import Event


@dataclass(frozen=True)
class ProvincialNumberSet(Event):
    """A value that differs by province was set, with its source."""

    is_public = True
    name: str
    was: str
    value: str
    since: date
    document: str
    article: str
    was_unit: str = ""
    unit: str = ""
    confidence: str = ""
