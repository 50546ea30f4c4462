"""Pictures that rooms declare, by code: a figure's records, told apart by one criterion or two."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from django.utils.functional import Promise


class Kind(Enum):
    """How a picture is drawn."""

    BARS = "bars"
    COLUMNS_BY_MONTH = "columns_by_month"
    SHARES = "shares"
    """One bar of the whole, for outcomes."""
    DISTRIBUTION = "distribution"
    """How many records took how many days, with the median."""
    PROGRESS = "progress"


@dataclass(frozen=True)
class Slot:
    """One group of a picture; its key stands in the address of its list of records."""

    key: str
    label: str | Promise
    tone: str = ""
    """Of a layer: "late" or "open"; otherwise layers differ by their order."""


@dataclass(frozen=True, kw_only=True)
class Picture:
    """A figure's records in groups: every record stands in one group, and only in one."""

    code: str
    title: str | Promise
    counts: str
    """The code of the measure whose records are told apart."""
    kind: Kind
    place: Callable[[Any], Slot]
    """Which group a record belongs to; see `month_of` and `days` for those of a calendar."""
    slots: tuple[Slot, ...] = ()
    """Groups that are shown even if empty, in this order; others follow, the largest first."""
    layer: Callable[[Any], Slot] | None = None
    layers: tuple[Slot, ...] = ()
    """Every layer that there may be, in the order in which they are drawn."""
    by: str | Promise = ""
    """What the groups are told apart by: the heading of the table's first column."""
    in_order: bool = False
    """Whether groups stand in the order of their keys instead of their size."""
    limit: Callable[[int], int | None] | None = None
    """Of a distribution: the days that the law or the agency allowed in a year."""

    @property
    def room(self) -> str:
        """The room that keeps the records."""
        return self.code.split(".", 1)[0]


_pictures: dict[str, Picture] = {}


def register_pictures(*pictures: Picture) -> None:
    """Let pictures be drawn."""
    for picture in pictures:
        if picture.code in _pictures:
            raise ValueError(f"Two pictures have the code {picture.code}.")
        _pictures[picture.code] = picture


def all_pictures() -> Mapping[str, Picture]:
    """Return every picture, by code."""
    return dict(sorted(_pictures.items()))


def pictures_of(measures: Iterable[str]) -> tuple[Picture, ...]:
    """Return the pictures of these figures, in the order of the figures, then as declared."""
    wanted = dict.fromkeys(measures)
    return tuple(
        picture for code in wanted for picture in _pictures.values() if picture.counts == code
    )


def chosen(field: str, choices: type[Any]) -> Callable[[Any], Slot]:
    """Tell records apart by a field with choices."""
    labels = dict(choices.choices)

    def place(record: Any) -> Slot:
        value = getattr(record, field)
        return Slot(str(value), labels.get(value, str(value)))

    return place


def slots_of(choices: Iterable[Any], tones: Mapping[Any, str] | None = None) -> tuple[Slot, ...]:
    """Return a slot for each of these choices, in their order."""
    return tuple(Slot(str(one.value), one.label, (tones or {}).get(one, "")) for one in choices)


def month_of(day: date) -> Slot:
    """Return the slot of a day's month."""
    return Slot(f"{day.month:02}", "")


def days(number: int) -> Slot:
    """Return the slot of a number of days; the distribution joins neighbours where it must."""
    return Slot(str(number), "")
