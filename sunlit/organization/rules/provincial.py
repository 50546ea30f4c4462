"""What differs by province beside the limits: names, defaults, sources, and which values fit."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from sunlit.kernel.numbering import IndexNumber, compose, parse
from sunlit.kernel.refusals import NoSuchRule
from sunlit.kernel.wording import Wording

_FILE = Path(__file__).resolve().parents[3] / "data/vocabularies/provincial_numbers.yaml"
_SAMPLE = IndexNumber(agency="000000000", year=2026, month=12, serial=1)

INDEX_NUMBER = "disclosure.index_number"


@dataclass(frozen=True, slots=True)
class ProvincialEntry:
    """One of them: its default, where that comes from, and how sure that is."""

    name: str
    title: Wording
    default: str
    source: Wording
    confidence: str


@lru_cache(maxsize=1)
def entries() -> Mapping[str, ProvincialEntry]:
    """Return all of them, by name, as the vocabulary has them."""
    rows: dict[str, Any] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return {
        name: ProvincialEntry(
            name=name,
            title=Wording(row["zh"], row["en"]),
            default=row["default"],
            source=Wording(row["source"]["zh"], row["source"]["en"]),
            confidence=row["confidence"],
        )
        for name, row in rows.items()
    }


def entry(name: str) -> ProvincialEntry:
    """Return the one of this name; raises NoSuchRule."""
    try:
        return entries()[name]
    except KeyError:
        raise NoSuchRule(
            Wording(
                f"没有名为“{name}”的地方事项。", f"No province settles anything named {name!r}."
            )
        ) from None


def refuse_what_does_not_fit(value: str) -> None:
    """Refuse a pattern by which no number could be written and read back: Unacceptable."""
    pattern_number = compose(value, _SAMPLE)
    parse(value, pattern_number)
