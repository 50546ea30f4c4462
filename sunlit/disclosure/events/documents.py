"""What happens to documents at source."""

from dataclasses import dataclass
from datetime import date

from sunlit.ledger.events import Event


@dataclass(frozen=True)
class DocumentMade(Event):
    """A document was registered at its source."""

    document: str
    document_number: str
    made_on: date


@dataclass(frozen=True)
class DisclosureDecided(Event):
    """It was decided whether a document is disclosed, on which ground; `before`: what held then."""

    document: str
    attribute: str
    ground: str
    reason: str
    before: str


@dataclass(frozen=True)
class DocumentReassessed(Event):
    """What was withheld was looked at again: what holds now, and why."""

    document: str
    attribute: str
    ground: str
    reason: str


@dataclass(frozen=True)
class DocumentLinked(Event):
    """The item that publishes a document was drafted, or named."""

    document: str
    item: str
