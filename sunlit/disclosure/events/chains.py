"""What happens to the chain of review, and by approval links."""

from dataclasses import dataclass
from datetime import date, datetime

from sunlit.ledger.events import Event


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
