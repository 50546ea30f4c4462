"""The statute files of `data/statutes`, read once and checked."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from sunlit.kernel.clock import Kind, Unit
from sunlit.kernel.wording import Wording

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
    """One version of a rule as the file has it.

    `confidence`: how sure the articles of this row are, where that differs from the instrument.
    """

    basis: tuple[str, ...]
    amount: int
    unit: Unit
    extension: int = 0
    approver: Wording | None = None
    roll_forward: bool = True
    kind: Kind = Kind.AT_MOST
    backwards: bool = False
    receipt: str = ""
    excluded: tuple[Wording, ...] = ()
    restarts: tuple[Wording, ...] = ()
    editable: bool = False
    confidence: str = ""


@dataclass(frozen=True, slots=True)
class RuleEntry:
    """A rule in all its versions: what it is called, from what it runs, whose limit it is."""

    title: Wording
    runs_from: Wording
    party: str
    rows: tuple[RuleRow, ...]


@dataclass(frozen=True, slots=True)
class Statutes:
    """Everything that the files say."""

    instruments: Mapping[str, Instrument]
    provisions: Mapping[str, tuple[str, ...]]
    rules: Mapping[str, RuleEntry]
    subjects: Mapping[str, Wording]
    parties: Mapping[str, Wording]
    articles_from_memory: Mapping[str, frozenset[int]]
    """For an instrument the numbers of articles that are from memory, though it was read."""


@lru_cache(maxsize=1)
def read() -> Statutes:
    """Read all files; raises KeyError, TypeError or ValueError for one not of the shape."""
    found = Statutes({}, {}, {}, {}, {}, {})
    readers: Mapping[str, tuple[Any, Callable[[str, Any], object]]] = {
        "instruments": (found.instruments, _instrument),
        "provisions": (found.provisions, lambda _name, keys: tuple(keys)),
        "rules": (found.rules, lambda _name, row: _rule_entry(row)),
        "subjects": (found.subjects, lambda _name, row: Wording(**row)),
        "parties": (found.parties, lambda _name, row: Wording(**row)),
        "articles_from_memory": (
            found.articles_from_memory,
            lambda _name, numbers: frozenset(numbers),
        ),
    }
    for file in sorted(_FOLDER.glob("*.yaml")):
        content: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
        for part, rows in content.items():
            known, made = readers[part]
            for name, row in rows.items():
                if name in known:
                    raise ValueError(f"{name} stands in two places of data/statutes")
                known[name] = made(name, row)
    return found


def _instrument(name: str, row: Mapping[str, Any]) -> Instrument:
    return Instrument(id=name, **row)


def _rule_entry(row: Mapping[str, Any]) -> RuleEntry:
    return RuleEntry(
        title=Wording(row["zh"], row["en"]),
        runs_from=Wording(*row["from"]),
        party=row["for"],
        rows=tuple(_rule_row(version) for version in row["versions"]),
    )


def _rule_row(row: Mapping[str, Any]) -> RuleRow:
    said = dict(row)
    said["basis"] = tuple(row["basis"])
    said["unit"] = Unit(row["unit"])
    said["kind"] = Kind(row.get("kind", Kind.AT_MOST.value))
    said["approver"] = Wording(*row["approver"]) if "approver" in row else None
    for name in ("excluded", "restarts"):
        said[name] = tuple(Wording(*words) for words in row.get(name, ()))
    return RuleRow(**said)
