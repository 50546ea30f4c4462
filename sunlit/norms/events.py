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


@dataclass(frozen=True)
class DraftNormBegun(Event):
    """The draft of a normative document was begun."""

    code: str
    title: str
    digest: str


@dataclass(frozen=True)
class DraftNormRewritten(Event):
    """The text of a draft was written anew."""

    code: str
    digest: str


@dataclass(frozen=True)
class DraftOpenedToComments(Event):
    """A draft was published so that the public may comment on it."""

    is_public = True
    code: str
    title: str
    until: date
    urgency: str
    digest: str


@dataclass(frozen=True)
class CommentsNotAsked(Event):
    """It was stated why a draft is not published for comment."""

    code: str
    ground: str
    reason: str


@dataclass(frozen=True)
class CommentsAnswered(Event):
    """It was published how many comments there were, how many were adopted, and why not all."""

    is_public = True
    code: str
    received: int
    adopted: int


@dataclass(frozen=True)
class FairnessReviewed(Event):
    """It was reviewed whether a draft restricts competition."""

    code: str
    outcome: str
    opinion: str
    digest: str


@dataclass(frozen=True)
class FairnessNotConcerned(Event):
    """It was stated why a draft does not concern market operators."""

    code: str
    reason: str


@dataclass(frozen=True)
class DraftHandedIn(Event):
    """A draft was handed in for the review of its legality."""

    code: str
    digest: str


@dataclass(frozen=True)
class DraftLegalityReviewed(Event):
    """The legality of a draft was reviewed."""

    code: str
    outcome: str
    opinion: str
    hurry: str
    digest: str


@dataclass(frozen=True)
class DraftDecided(Event):
    """A meeting decided about a draft."""

    code: str
    outcome: str
    meeting: str
    met_on: date
    dissent: str
    digest: str


@dataclass(frozen=True)
class DraftDropped(Event):
    """A draft was given up."""

    code: str
    reason: str


@dataclass(frozen=True)
class DraftRegistered(Event):
    """A draft that was decided on got its number and came into the library."""

    is_public = True
    code: str
    document: str
    document_number: str
    digest: str


@dataclass(frozen=True)
class DraftPublished(Event):
    """A document was published with the text that was decided on."""

    is_public = True
    code: str
    index_number: str
    digest: str


@dataclass(frozen=True)
class DocumentFiled(Event):
    """A document was filed for the record."""

    is_public = True
    code: str
    filed_with: str
    receipt: str


@dataclass(frozen=True)
class TextEntered(Event):
    """It was entered what a document says, as an item published it."""

    is_public = True
    code: str
    index_number: str
    valid_from: date


@dataclass(frozen=True)
class DocumentAmended(Event):
    """A document says something else from a day on, by another document."""

    is_public = True
    code: str
    amended_by: str
    index_number: str
    valid_from: date


@dataclass(frozen=True)
class DocumentRepealed(Event):
    """A document was repealed by another from a day on."""

    is_public = True
    code: str
    repealed_by: str
    since: date


@dataclass(frozen=True)
class DocumentEvaluated(Event):
    """A document was evaluated before its validity ends."""

    code: str
    outcome: str
    finding: str


@dataclass(frozen=True)
class DocumentRenewed(Event):
    """A document goes on under a new number when its validity ends."""

    is_public = True
    code: str
    renewed_as: str
    document_number: str
