"""What happens to the agency's lexicon."""

from dataclasses import dataclass

from sunlit.ledger.events import Event


@dataclass(frozen=True)
class WordAdded(Event):
    """A word of the agency's own is looked for; it stood in so many public texts."""

    group: str
    text: str
    better: str
    reason: str
    found: int


@dataclass(frozen=True)
class WordRetired(Event):
    """A word of the agency's own is looked for no more."""

    group: str
    text: str
    reason: str
