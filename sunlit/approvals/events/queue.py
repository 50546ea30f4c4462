"""What happens in the queue of the service window."""

from dataclasses import dataclass

from sunlit.ledger.events import Event


@dataclass(frozen=True)
class TicketTaken(Event):
    """Somebody took a number at the window."""

    is_public = True
    number: str
    purpose: str


@dataclass(frozen=True)
class TicketCalled(Event):
    """A number was called to a counter."""

    is_public = True
    number: str
    counter: str
    minutes: int


@dataclass(frozen=True)
class TicketFinished(Event):
    """A number was served, or nobody came."""

    is_public = True
    number: str
    status: str
