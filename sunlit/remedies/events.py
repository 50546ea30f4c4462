"""What happens to files of reconsideration and litigation."""

from dataclasses import dataclass

from sunlit.ledger.events import Event


@dataclass(frozen=True)
class RemedySought(Event):
    """Somebody applied for reconsideration, or sued."""

    number: str
    kind: str
    original: str


@dataclass(frozen=True)
class RemedyAccepted(Event):
    """The organ or the court accepted the case."""

    number: str


@dataclass(frozen=True)
class RemedyNotified(Event):
    """The agency was told of the case; the time for its reply began."""

    number: str


@dataclass(frozen=True)
class RemedyReplied(Event):
    """The agency replied, with its evidence."""

    number: str


@dataclass(frozen=True)
class RemedyHeard(Event):
    """The case was heard."""

    number: str


@dataclass(frozen=True)
class RemedyDecided(Event):
    """The organ or the court decided."""

    is_public = True
    number: str
    kind: str
    outcome: str
    result: str


@dataclass(frozen=True)
class RemedyDocumentsFiled(Event):
    """Documents were put into the file."""

    number: str
    documents: tuple[str, ...]


@dataclass(frozen=True)
class RemedyArchived(Event):
    """The complete file was archived."""

    number: str
    pages: int | None
