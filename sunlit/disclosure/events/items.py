"""What happens to items on their way to the public."""

from dataclasses import dataclass
from datetime import date

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
class SecrecyReviewed(Event):
    """A draft was reviewed for secrecy."""

    review: str
    finding: str
    ground: str


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
