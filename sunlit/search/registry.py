"""What can be found: each room says how its records look to somebody who searches."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Model
from django.utils.functional import Promise


@dataclass(frozen=True, kw_only=True)
class Finding:
    """How one public record looks in the results."""

    agency_id: int
    number: str
    title: str
    url: str
    day: date | None


@dataclass(frozen=True, kw_only=True)
class Searchable:
    """A kind of record that can be found."""

    model: type[Model]
    kind: str
    label: str | Promise
    """What the results call this kind, in the singular."""
    find: Callable[[Iterable[int]], Mapping[int, Finding]]
    """Given records, returns those of them that are public now, each as it is found."""


_searchables: dict[str, Searchable] = {}


def register(searchable: Searchable) -> None:
    """Let a kind of record be found."""
    _searchables[searchable.model._meta.label_lower] = searchable


def searchables() -> Mapping[str, Searchable]:
    """Return every kind that can be found, by the ledger's name of its model."""
    return dict(_searchables)
