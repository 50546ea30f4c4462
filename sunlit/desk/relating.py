"""What a record leads to: records it names, records that name it, and the chain that it is in."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Model
from django.urls import reverse
from django.utils.text import capfirst

from sunlit.design import pieces
from sunlit.design.answering import answering_stations
from sunlit.design.registers import Column, Label, Register, registers_open_to
from sunlit.organization.models import Agency, Office, Official
from sunlit.organization.selectors import answering_office, chain_of

OFFICE = "office"
"""The field by which a record belongs to the office that answers for it."""
MOST_LINKS = 6
SETTINGS = frozenset({"organization", "search"})
"""Rooms whose records are named by nearly everything: they are not told what names them."""


@dataclass(frozen=True, kw_only=True)
class Related:
    """Records of one kind that a record leads to: the first few, and how many there are."""

    label: Label
    links: Sequence[pieces.Cell]
    count: int

    @property
    def more(self) -> int:
        """How many are not among the links."""
        return self.count - len(self.links)


def related_records(register: Register, record: Any, by: Official) -> list[Related]:
    """Return what a record names and what names it, as far as the official may see it."""
    registers = registers_by_model(by)
    found: list[Related] = []
    for field in register.model._meta.get_fields():
        other = registers.get(_target(field))
        if other is None or other.model is Agency or not isinstance(field.related_model, type):
            continue
        if field.many_to_one or (field.one_to_one and not field.auto_created):
            found += _named(field, other, record)
        elif register.room not in SETTINGS:
            found += _naming(field, other, record, by)
    return found


def answering(record: Any, by: Official, *, on: date) -> list[pieces.Station]:
    """Return who answers for a record at the four levels, from the leader to the person.

    It is the record's own office; where it names none, the office of the leading group.
    """
    office = record if isinstance(record, Office) else getattr(record, OFFICE, None)
    if not isinstance(office, Office):
        office = answering_office(by.agency, on=on)
    return answering_stations(chain_of(office, on=on)) if office else []


def registers_by_model(by: Official) -> dict[type[Model], Register]:
    """Return the first register of each model that the official may see."""
    registers: dict[type[Model], Register] = {}
    for register in registers_open_to(by):
        registers.setdefault(register.model, register)
    return registers


def _target(field: Any) -> Any:
    return field.related_model if field.is_relation else None


def _named(field: Any, other: Register, record: Any) -> Iterator[Related]:
    """Yield the record that a field names."""
    target = getattr(record, field.name)
    if target is not None:
        yield Related(label=capfirst(str(field.verbose_name)), links=[link(other, target)], count=1)


def _naming(field: Any, other: Register, record: Any, by: Official) -> Iterator[Related]:
    """Yield the records on the other side of a field that holds many."""
    name = field.remote_field.name if field.auto_created else field.remote_field.related_query_name
    lookup = name() if callable(name) else name
    if not lookup or lookup.endswith("+"):
        return
    records = other.records(by).filter(**{lookup: record.pk}).distinct()
    some = list(records[: MOST_LINKS + 1])
    if some:
        count = len(some) if len(some) <= MOST_LINKS else records.count()
        links = [link(other, one) for one in some[:MOST_LINKS]]
        yield Related(label=other.label, links=links, count=count)


def link(register: Register, record: Any) -> pieces.Cell:
    """Return the way to a record, by its number and title."""
    number, title = register.number(record), register.title(record)
    text = f"{number} {title}" if title and title != number else number
    return pieces.Cell(text, url=reverse("desk:record", args=[register.name, record.pk]))


def chain(register: Register, record: Any, by: Official) -> list[pieces.Station]:
    """Return what a record followed from and what followed from it; nothing for one alone."""
    registers = registers_by_model(by)
    before = [(register, record)]
    while (earlier := _followed(registers, *before[0])) is not None:
        before.insert(0, earlier)
    after: list[tuple[Register, Any]] = []
    for one, at in _followers(registers.values(), record, by):
        after.append((one, at))
        after += _followers(registers.values(), at, by)
    stations = [_station(one, at, here=at is record) for one, at in (*before, *after)]
    return stations if len(stations) > 1 else []


def _followed(
    registers: dict[type[Model], Register], register: Register, record: Any
) -> tuple[Register, Any] | None:
    for name in register.follows:
        target = getattr(record, name)
        if target is not None and type(target) in registers:
            return registers[type(target)], target
    return None


def _followers(
    registers: Iterable[Register], record: Any, by: Official
) -> list[tuple[Register, Any]]:
    found = []
    for register in registers:
        for name in register.follows:
            if register.model._meta.get_field(name).related_model is type(record):
                records = register.records(by).filter(**{name: record.pk})
                found += [(register, one) for one in records[:MOST_LINKS]]
    return found


def _station(register: Register, record: Any, *, here: bool) -> pieces.Station:
    state, word = state_of(register, record)
    return pieces.Station(
        kind=capfirst(str(register.model._meta.verbose_name)),
        title=register.number(record),
        url="" if here else reverse("desk:record", args=[register.name, record.pk]),
        state=state,
        word=word,
        here=here,
    )


def state_of(register: Register, record: Any) -> tuple[str, Label]:
    """Return how a record stands, as its register says; two empty words where it does not."""
    column: Column | None = next((one for one in register.columns if one.kind == "state"), None)
    pair: Any = column.value(record) if column else None
    return pair or ("", "")
