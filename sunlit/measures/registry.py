"""The measures that rooms declare, by code."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Model, Q, QuerySet, TextChoices
from django.utils.functional import Promise

from sunlit.measures.rules import Reference
from sunlit.organization.models import Agency

Population = Callable[[Agency, int], QuerySet[Any]]


@dataclass(frozen=True, kw_only=True)
class Face:
    """What the public may see of one record that a figure counts."""

    id: str
    """The record's own number or code, or its public address where it has one."""
    number: str
    title: str
    """Plain text of the record, quoted in its own language; empty if it may not be shown."""
    url: str = ""
    day: date | None = None
    facts: tuple[tuple[str | Promise, object], ...] = ()
    """Further columns: a label and a value each, the same labels for all of one measure."""


def face_with_page(
    *,
    number: str,
    title: str,
    url: str,
    day: date | None = None,
    facts: tuple[tuple[str | Promise, object], ...] = (),
) -> Face:
    """Return the face of a record that has a public page: its address is its identifier."""
    return Face(id=url, number=number, title=title, url=url, day=day, facts=facts)


@dataclass(frozen=True)
class Part:
    """By what a figure can be narrowed: a text field of its records, looked up exactly or not."""

    lookup: str
    label: str | Promise
    choices: type[TextChoices] | None = None

    def said(self, value: str) -> str | Promise:
        """Put a value in words."""
        known = dict(self.choices.choices) if self.choices else {}
        return known.get(value, value)


@dataclass(frozen=True)
class Amount:
    """A number that each record states, and that can be summed."""

    field: str
    label: str | Promise


@dataclass(frozen=True, kw_only=True)
class Measure:
    """One figure of the agency's year: which records it counts, and why it is owed."""

    code: str
    label: str | Promise
    counts: str | Promise
    """One sentence: what exactly is counted."""
    basis: str
    """The provision by which the figure is owed, by its name in `statutes`."""
    population: Population
    meets: Q = field(default_factory=Q)
    face: Callable[[Any], Face]
    entered_with: str = ""
    """The attribute that leads to the record with which these are entered in the ledger, such as
    the meeting of an attendance; empty where they have entries of their own."""
    parts: Mapping[str, Part] = field(default_factory=dict)
    """By what the figure can be narrowed, by name."""
    amounts: Mapping[str, Amount] = field(default_factory=dict)
    """What the records state in numbers, by name."""

    @property
    def room(self) -> str:
        """The room that keeps the records."""
        return self.code.split(".", 1)[0]

    def knows(self, named: Reference) -> bool:
        """Say whether the figure can be narrowed and summed as a reference asks."""
        return named.part.keys() <= self.parts.keys() and (
            not named.amount or named.amount in self.amounts
        )

    def records(
        self, agency: Agency, year: int, part: Mapping[str, str] | None = None
    ) -> QuerySet[Model]:
        """Return the records that the figure counts, or a part of it, in order."""
        counted = self.population(agency, year).filter(self.meets)
        if not part:
            return counted
        meant = {self.parts[name].lookup: value for name, value in part.items()}
        # A record is counted once, however many of its own lines meet the part.
        return counted.filter(pk__in=counted.order_by().filter(**meant).values("pk"))


_measures: dict[str, Measure] = {}


def register(*measures: Measure) -> None:
    """Let figures be measured."""
    for measure in measures:
        if measure.code in _measures:
            raise ValueError(f"Two measures have the code {measure.code}.")
        _measures[measure.code] = measure


def all_measures() -> Mapping[str, Measure]:
    """Return every measure, by code."""
    return dict(sorted(_measures.items()))
