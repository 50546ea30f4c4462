"""What happens to normative documents."""

from dataclasses import dataclass
from datetime import date

from sunlit.ledger.events import Event


@dataclass(frozen=True)
class DocumentRegistered(Event):
    """A normative document came into the library, or its entry there was restated."""

    is_public = True
    code: str
    title: str
    document_number: str
    issued_on: date


@dataclass(frozen=True)
class DocumentEnded(Event):
    """A normative document was repealed, or declared lapsed."""

    is_public = True
    code: str
    decision: str


@dataclass(frozen=True)
class DocumentReplaced(Event):
    """It was entered which document took the place of one that is out of force."""

    is_public = True
    code: str
    replaced_by: str


@dataclass(frozen=True)
class CleanUpBegun(Event):
    """A clean-up of normative documents was begun."""

    is_public = True
    code: str


@dataclass(frozen=True)
class CleanUpConcluded(Event):
    """A clean-up got the document that states its result."""

    is_public = True
    code: str
    document_number: str


@dataclass(frozen=True)
class DecisionProposed(Event):
    """It was proposed what to do with a document."""

    document: str
    decision: str
    reason: str


@dataclass(frozen=True)
class LegalityReviewed(Event):
    """The legality of a proposal was reviewed."""

    document: str
    post: str


@dataclass(frozen=True)
class DecisionTaken(Event):
    """It was decided what to do with a document."""

    is_public = True
    document: str
    decision: str
    reason: str


@dataclass(frozen=True)
class DecisionPublished(Event):
    """The decision about a document was published."""

    is_public = True
    document: str
    channels: tuple[str, ...]
