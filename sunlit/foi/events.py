"""What happens to requests for information. Texts and persons stay out of the ledger."""

from dataclasses import dataclass
from datetime import date

from sunlit.ledger.events import Event


@dataclass(frozen=True)
class InformationRequestRegistered(Event):
    """A request for information was registered."""

    number: str
    received_on: date
    channel: str


@dataclass(frozen=True)
class ThirdPartyConsulted(Event):
    """A third party was asked in writing; the time until it answers is left out."""

    number: str


@dataclass(frozen=True)
class ThirdPartyReplied(Event):
    """The third party answered, or its time ran out."""

    number: str
    answer: str


@dataclass(frozen=True)
class DeadlineExtended(Event):
    """The reply was put off, and the applicant told."""

    number: str
    days: int
    was_due_on: date | None
    now_due_on: date | None


@dataclass(frozen=True)
class ClarificationRequested(Event):
    """The applicant was asked to clarify the request."""

    number: str
    clarify_by: date


@dataclass(frozen=True)
class InformationRequestClarified(Event):
    """The clarified request was received; the limit began anew."""

    number: str


@dataclass(frozen=True)
class InformationRequestLapsed(Event):
    """The request was not clarified in time, and is not handled any further."""

    number: str


@dataclass(frozen=True)
class InformationRequestAnswered(Event):
    """The agency replied."""

    number: str
    outcome: str
    reply_number: str
    legal_basis: str


@dataclass(frozen=True)
class InformationRequestWithdrawn(Event):
    """The applicant withdrew the request."""

    number: str
