"""What follows an official act: the reactions that rooms register, each repeatable."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sunlit.ledger.models import Entry

React = Callable[[Sequence[Entry]], None]
Forget = Callable[[], None]


@dataclass(frozen=True, kw_only=True)
class Reaction:
    """What one room does when entries appear, and how it starts again from nothing."""

    name: str
    react: React
    """Carries out what follows some entries, in order; doing it twice changes nothing."""
    forget: Forget
    """Throws away all that the reaction made, so that a replay makes it anew."""


_reactions: dict[str, Reaction] = {}


def register(reaction: Reaction) -> None:
    """Let a reaction be carried out by the worker."""
    if reaction.name in _reactions:
        raise ValueError(f"Two reactions are called {reaction.name}.")
    _reactions[reaction.name] = reaction


def all_reactions() -> tuple[Reaction, ...]:
    """Return every reaction, by name."""
    return tuple(_reactions[name] for name in sorted(_reactions))
