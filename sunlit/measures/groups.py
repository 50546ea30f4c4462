"""Readings of pictures: a figure's records in their groups, and each group's list."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import Any

from django.db.models import Model

from sunlit.kernel.refusals import Missing
from sunlit.measures.pictures import Kind, Picture, Slot, all_pictures, month_of
from sunlit.measures.registry import all_measures
from sunlit.organization.models import Agency

MOST_COLUMNS = 16
_WIDTHS = (1, 2, 5, 10, 20, 50, 100, 500)  # days in one column of a distribution


@dataclass(frozen=True)
class Group:
    """One bar of a picture: the records of each of its layers. Its number is their count."""

    slot: Slot
    parts: tuple[tuple[Model, ...], ...]

    @property
    def records(self) -> tuple[Model, ...]:
        """All records of the bar."""
        return tuple(record for part in self.parts for record in part)

    @property
    def value(self) -> int:
        """How many records the bar has."""
        return len(self.records)


@dataclass(frozen=True, kw_only=True)
class Grouping:
    """A picture of one year: groups that together hold every record of the figure once."""

    picture: Picture
    year: int
    groups: tuple[Group, ...]
    width: int = 1
    """Of a distribution: the days that one group spans, the first of them being `lowest`."""
    lowest: int = 0
    median: float | None = None
    limit: int | None = None

    @property
    def value(self) -> int:
        """How many records the picture shows."""
        return sum(group.value for group in self.groups)


def picture(code: str, agency: Agency, year: int) -> Grouping:
    """Return a picture of a year, its records read afresh. Raises `Missing` for an unknown code."""
    found = all_pictures().get(code)
    if found is None:
        raise Missing(code)
    return grouped(found, all_measures()[found.counts].records(agency, year), year)


def grouped(picture: Picture, records: Sequence[Any] | Any, year: int) -> Grouping:
    """Put the records of the picture's figure into its groups."""
    if picture.kind is Kind.DISTRIBUTION:
        return _distribution(picture, list(records), year)
    slots = {slot.key: slot for slot in _given(picture, year)}
    given = len(slots)
    held: dict[str, list[Any]] = {key: [] for key in slots}
    for record in records:
        slot = picture.place(record)
        slots.setdefault(slot.key, slot)
        held.setdefault(slot.key, []).append(record)
    keys = list(slots)
    others = sorted(keys[given:], key=lambda key: (0 if picture.in_order else -len(held[key]), key))
    groups = tuple(
        Group(slots[key], _layered(picture, held[key])) for key in (*keys[:given], *others)
    )
    return Grouping(picture=picture, year=year, groups=groups)


def members(grouping: Grouping, key: str, layer: str = "") -> tuple[Slot, Slot, tuple[Model, ...]]:
    """Return a group's slot, that of the layer asked for (else the group's), and the records.

    Raises `Missing` where the picture has no such group or layer.
    """
    group = next((one for one in grouping.groups if one.slot.key == key), None)
    if group is None:
        raise Missing(key)
    if not layer:
        return group.slot, group.slot, group.records
    for slot, part in zip(grouping.picture.layers, group.parts, strict=False):
        if slot.key == layer:
            return group.slot, slot, part
    raise Missing(layer)


def _given(picture: Picture, year: int) -> tuple[Slot, ...]:
    if picture.kind is Kind.COLUMNS_BY_MONTH:
        return tuple(month_of(date(year, month, 1)) for month in range(1, 13))
    return picture.slots


def _layered(picture: Picture, records: list[Any]) -> tuple[tuple[Any, ...], ...]:
    """Return the records by layer; an undeclared layer is a fault of the declaration."""
    if picture.layer is None:
        return (tuple(records),)
    held: dict[str, list[Any]] = {slot.key: [] for slot in picture.layers}
    for record in records:
        held[picture.layer(record).key].append(record)
    return tuple(tuple(part) for part in held.values())


def _distribution(picture: Picture, records: list[Any], year: int) -> Grouping:
    placed = [(int(picture.place(record).key), record) for record in records]
    limit = picture.limit(year) if picture.limit else None
    values = [value for value, _record in placed]
    marks = [*values, limit] if limit is not None else values
    if not values:
        return Grouping(picture=picture, year=year, groups=(), limit=limit)
    lowest, highest = min(0, *marks), max(marks)
    width = next((one for one in _WIDTHS if (highest - lowest) // one < MOST_COLUMNS), _WIDTHS[-1])
    lowest = lowest // width * width
    held: dict[int, list[Any]] = {first: [] for first in range(lowest, highest + 1, width)}
    for value, record in placed:
        held[(value - lowest) // width * width + lowest].append(record)
    groups = tuple(
        Group(_span(first, width), _layered(picture, part)) for first, part in held.items()
    )
    return Grouping(
        picture=picture, year=year, groups=groups, width=width, lowest=lowest,
        median=median(values), limit=limit,
    )  # fmt: skip


def _span(first: int, width: int) -> Slot:
    label = str(first) if width == 1 else f"{first}–{first + width - 1}"
    return Slot(label.replace("–", "-"), label)
