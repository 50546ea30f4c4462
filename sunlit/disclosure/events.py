"""What happens to items at the gate and after, to the catalogue, the guide, rules and documents."""

from dataclasses import dataclass
from datetime import date, datetime

from sunlit.ledger.events import Event


@dataclass(frozen=True)
class ItemDrafted(Event):
    """An item was drafted, and its review begun."""

    review: str
    item: str
    title: str


@dataclass(frozen=True)
class ItemRevised(Event):
    """A draft was written anew."""

    review: str
    item: str
    title: str


@dataclass(frozen=True)
class FileAttached(Event):
    """A file was attached to a draft: its digest, that of the original, and what was taken out."""

    review: str
    item: str
    digest: str
    original_digest: str
    removed: tuple[str, ...]


@dataclass(frozen=True)
class TextTakenIn(Event):
    """A draft was made of a file of Word or WPS, whose original is sealed."""

    review: str
    item: str
    original_digest: str


@dataclass(frozen=True)
class AttachmentRemoved(Event):
    """A file was taken off a draft again."""

    review: str
    item: str
    digest: str


@dataclass(frozen=True)
class OriginalOpened(Event):
    """Somebody opened the original of an attachment, as it was before it was cleaned."""

    item: str
    original_digest: str
    reason: str


@dataclass(frozen=True)
class SectionReviewed(Event):
    """The section agreed to a draft."""

    review: str


@dataclass(frozen=True)
class ChainSet(Event):
    """It was set which steps the drafts of a category pass; an empty category: all the others."""

    category: str
    since: date
    steps: tuple[str, ...]
    document: str


@dataclass(frozen=True)
class Countersigned(Event):
    """A step that the chain asks for beside the usual ones was taken."""

    review: str
    step: str


@dataclass(frozen=True)
class SecrecyReviewed(Event):
    """A draft was reviewed for secrecy."""

    review: str
    finding: str
    ground: str


@dataclass(frozen=True)
class ApprovalLinkIssued(Event):
    """An approver was given a link by which to decide once, without logging in."""

    review: str
    post: str
    valid_until: datetime


@dataclass(frozen=True)
class ApprovalLinkUsed(Event):
    """An approver decided by the link that had been issued, with the own signing code."""

    review: str
    issued_on: date


@dataclass(frozen=True)
class ItemApproved(Event):
    """An item was approved for publication, as drafted or after changes."""

    review: str
    decision: str
    ground: str


@dataclass(frozen=True)
class ItemWithheld(Event):
    """It was decided that an item may not be published."""

    review: str
    ground: str


@dataclass(frozen=True)
class FindingsMasked(Event):
    """What the screening found in a draft was masked: of which kinds, by which lexicon."""

    review: str
    item: str
    kinds: tuple[str, ...]
    lexicon: str


@dataclass(frozen=True)
class FindingsKept(Event):
    """What the screening found in an item may stand there, for a reason."""

    item: str
    kinds: tuple[str, ...]
    reason: str
    lexicon: str


@dataclass(frozen=True)
class SentBack(Event):
    """A draft was sent back to its drafter."""

    review: str
    reason: str


@dataclass(frozen=True)
class ItemScheduled(Event):
    """The day on which an approved item becomes public was set, and its last day, if any."""

    item: str
    publish_on: date
    publish_at: str
    expires_on: date | None


@dataclass(frozen=True)
class ScheduleTakenBack(Event):
    """The day of publication was taken back."""

    item: str
    reason: str


@dataclass(frozen=True)
class ItemPublished(Event):
    """An item was published under its index number."""

    is_public = True
    index_number: str
    title: str


@dataclass(frozen=True)
class ItemWithdrawn(Event):
    """A published item was withdrawn; its address stays."""

    is_public = True
    index_number: str
    reason: str


@dataclass(frozen=True)
class DisplayLimited(Event):
    """It was said until when a published item is shown; None: for ever."""

    is_public = True
    index_number: str
    expires_on: date | None


@dataclass(frozen=True)
class ItemExpired(Event):
    """A published item is shown no longer, because its last day is over."""

    is_public = True
    index_number: str
    expires_on: date


@dataclass(frozen=True)
class RevisionBegun(Event):
    """A new version of a published item was begun, for a reason."""

    review: str
    item: str
    index_number: str
    kind: str
    reason: str


@dataclass(frozen=True)
class RevisionDropped(Event):
    """A revision was given up before it became public."""

    review: str
    item: str
    reason: str


@dataclass(frozen=True)
class ItemChanged(Event):
    """A published item has another text: its version, why, and the digests of both texts."""

    is_public = True
    index_number: str
    version: int
    kind: str
    reason: str
    digest: str
    digest_before: str


@dataclass(frozen=True)
class ItemConfirmed(Event):
    """A published item was read again and found right as it is."""

    is_public = True
    index_number: str
    next_on: date


@dataclass(frozen=True)
class RetentionExtended(Event):
    """A record is kept for longer than its category says; None: for ever."""

    index_number: str
    kept_until: date | None
    reason: str


@dataclass(frozen=True)
class RecordHandedOver(Event):
    """A record was handed over to an archive; its public page stays."""

    is_public = True
    index_number: str
    archive: str


@dataclass(frozen=True)
class CategoryKeepingSet(Event):
    """It was set how often a category's items are read again, and how long they are kept."""

    is_public = True
    code: str
    review_months: int | None
    retention_years: int | None


@dataclass(frozen=True)
class InterpretationAskedFor(Event):
    """It was decided that a published document is to be interpreted for the public."""

    is_public = True
    index_number: str


@dataclass(frozen=True)
class InterpretationLinked(Event):
    """An item was named as the interpretation of a published document."""

    item: str
    document: str


@dataclass(frozen=True)
class InterpretationUnlinked(Event):
    """An item is no longer named as the interpretation of a document."""

    item: str
    document: str


@dataclass(frozen=True)
class CategoryListed(Event):
    """A category was put into the catalogue, or its entry there was restated."""

    is_public = True
    code: str
    name: str


@dataclass(frozen=True)
class GuideSectionWritten(Event):
    """A section of the disclosure guide was written for a year."""

    is_public = True
    year: int
    position: int
    title: str


@dataclass(frozen=True)
class RuleIssued(Event):
    """The agency issued a rule for its own work, or revised one."""

    is_public = True
    code: str
    name: str
    document_number: str
    status: str


@dataclass(frozen=True)
class RulePublished(Event):
    """A rule of the agency was published."""

    is_public = True
    code: str


@dataclass(frozen=True)
class RuleContinued(Event):
    """A rule of an earlier year was listed as still in force."""

    is_public = True
    code: str
    issued_on: date


@dataclass(frozen=True)
class DocumentCompiled(Event):
    """A document of the year was compiled."""

    code: str
    title: str


@dataclass(frozen=True)
class DocumentPublished(Event):
    """A document of the year was published."""

    is_public = True
    code: str
    title: str


@dataclass(frozen=True)
class DocumentSubmitted(Event):
    """A document of the year was submitted to another office."""

    code: str
    submitted_to: str
