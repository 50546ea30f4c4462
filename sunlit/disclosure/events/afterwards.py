"""What happens to items after their publication."""

from dataclasses import dataclass
from datetime import date

from sunlit.ledger.events import Event


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
