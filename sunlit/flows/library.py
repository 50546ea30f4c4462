"""The charts that come with the program: data/flows/PROCEDURE/DAY.bpmn, in force from that day."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Protocol

FOLDER = Path(__file__).resolve().parent.parent.parent / "data" / "flows"


class InForce(Protocol):
    """A chart with the first day on which it was in force, wherever it is kept."""

    @property
    def procedure(self) -> str:
        """The code of the procedure."""

    @property
    def since(self) -> date:
        """The first day."""

    @property
    def content(self) -> bytes:
        """The file."""


@dataclass(frozen=True, slots=True)
class Shipped:
    """One chart of a procedure, and the first day of the law that it follows."""

    procedure: str
    since: date
    path: Path

    @property
    def content(self) -> bytes:
        """The file as it stands."""
        return self.path.read_bytes()


@cache
def shipped() -> dict[str, tuple[Shipped, ...]]:
    """Return the charts of each procedure, the oldest first."""
    found: dict[str, list[Shipped]] = {}
    for path in sorted(FOLDER.glob("*/*.bpmn")):
        one = Shipped(path.parent.name, date.fromisoformat(path.stem), path)
        found.setdefault(one.procedure, []).append(one)
    return {procedure: tuple(charts) for procedure, charts in sorted(found.items())}


def chart_in_force(procedure: str, on: date) -> Shipped | None:
    """Return the chart of a procedure that was in force on a day, if one comes with the program."""
    charts = shipped().get(procedure, ())
    place = bisect_right([one.since for one in charts], on)
    return charts[place - 1] if place else None
