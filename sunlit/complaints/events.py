"""What happens to complaints. Texts and persons stay out of the ledger."""

from dataclasses import dataclass
from datetime import date

from sunlit.ledger.events import Event


@dataclass(frozen=True)
class ComplaintReceived(Event):
    """A complaint was received and registered."""

    number: str
    source: str
    category: str


@dataclass(frozen=True)
class ComplaintAccepted(Event):
    """A complaint was accepted, to be handled by a day."""

    number: str
    due_on: date | None


@dataclass(frozen=True)
class ComplaintTransferred(Event):
    """A complaint was passed to the body whose duty it is, and the person told."""

    number: str


@dataclass(frozen=True)
class ComplaintRefused(Event):
    """A complaint was not accepted, and the person told why and where to turn."""

    number: str


@dataclass(frozen=True)
class ComplaintDispatched(Event):
    """A complaint was given to the office that handles it."""

    number: str
    office: str


@dataclass(frozen=True)
class ComplaintResolved(Event):
    """The office handled a complaint."""

    number: str
    office: str


@dataclass(frozen=True)
class ComplaintReplied(Event):
    """The person was told the outcome."""

    number: str
    method: str


@dataclass(frozen=True)
class SatisfactionRecorded(Event):
    """The person was called back and said whether the outcome was satisfactory."""

    number: str
    satisfaction: str


@dataclass(frozen=True)
class ComplaintReopened(Event):
    """A complaint was sent back to the office, to be handled again by a day."""

    number: str
    due_on: date | None


@dataclass(frozen=True)
class ComplaintClosed(Event):
    """A complaint was closed and filed."""

    number: str
    satisfaction: str
