"""The statute files of `data/statutes`, read once and checked."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from sunlit.kernel.clock import Unit

_FOLDER = Path(__file__).resolve().parents[2] / "data" / "statutes"


@dataclass(frozen=True, slots=True)
class Instrument:
    """A law, regulation or paper, with the days between which it holds (both included)."""

    id: str
    zh: str
    en: str
    document_no: str
    in_force_from: date
    in_force_until: date | None
    confidence: str

    def holds_on(self, day: date) -> bool:
        """Whether it was in force on this day."""
        return self.in_force_from <= day and (
            self.in_force_until is None or day <= self.in_force_until
        )


@dataclass(frozen=True, slots=True)
class RuleRow:
    """One version of a rule as the file has it."""

    basis: tuple[str, ...]
    amount: int
    unit: Unit
    extension: int
    roll_forward: bool
    receipt: str
    editable: bool


@dataclass(frozen=True, slots=True)
class Statutes:
    """Everything that the files say."""

    instruments: Mapping[str, Instrument]
    provisions: Mapping[str, tuple[str, ...]]
    rules: Mapping[str, tuple[RuleRow, ...]]


@lru_cache(maxsize=1)
def read() -> Statutes:
    """Read all files; raises KeyError or ValueError for a file that is not of the shape."""
    instruments: dict[str, Instrument] = {}
    provisions: dict[str, tuple[str, ...]] = {}
    rules: dict[str, tuple[RuleRow, ...]] = {}
    for file in sorted(_FOLDER.glob("*.yaml")):
        content: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
        for name, row in content.get("instruments", {}).items():
            instruments[name] = Instrument(id=name, **row)
        for name, keys in content.get("provisions", {}).items():
            _once(name, provisions)
            provisions[name] = tuple(keys)
        for name, rows in content.get("rules", {}).items():
            _once(name, rules)
            rules[name] = tuple(_rule_row(row) for row in rows)
    return Statutes(instruments, provisions, rules)


def _rule_row(row: Mapping[str, Any]) -> RuleRow:
    return RuleRow(
        basis=tuple(row["basis"]),
        amount=row["amount"],
        unit=Unit(row["unit"]),
        extension=row.get("extension", 0),
        roll_forward=row.get("roll_forward", True),
        receipt=row.get("receipt", ""),
        editable=row.get("editable", False),
    )


def _once(name: str, known: Mapping[str, object]) -> None:
    if name in known:
        raise ValueError(f"{name} stands in two places of data/statutes")
