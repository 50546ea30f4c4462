"""What a chart shows, as plain values: texts are already in the language of the page."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["bars", "columns", "shares", "progress"]


@dataclass(frozen=True, slots=True)
class Layer:
    """What one part of each row stands for; the tone "late" warns, others only differ."""

    label: str
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """An amount of records, and where they are listed."""

    value: int
    url: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One bar, column or share: its label, and an amount for each layer."""

    label: str
    parts: tuple[Part, ...]
    url: str = ""

    @property
    def value(self) -> int:
        """How many records the row holds."""
        return sum(part.value for part in self.parts)


@dataclass(frozen=True, slots=True)
class Line:
    """An upright line across columns, at a share (0 to 1) of their axis: median or limit."""

    label: str
    at: float
    is_limit: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Chart:
    """Amounts of records by one criterion, and perhaps by a second: the layers."""

    code: str
    title: str
    kind: Kind
    rows: tuple[Row, ...]
    layers: tuple[Layer, ...] = ()
    lines: tuple[Line, ...] = ()
    by: str = ""
    """What the rows are told apart by: the heading of the first column of the table."""
    axis: str = ""
    """What the labels under columns count, as "working days"."""

    def __post_init__(self) -> None:
        wide = len(self.layers) or 1
        if any(len(row.parts) != wide for row in self.rows):
            raise ValueError(f"Each row of {self.code} has one part for each layer")

    @property
    def value(self) -> int:
        """How many records the chart shows."""
        return sum(row.value for row in self.rows)
