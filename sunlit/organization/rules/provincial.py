"""What differs by province: names, defaults, sources, where it is used, and which values fit."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from sunlit import statutes
from sunlit.kernel.limits import Unit
from sunlit.kernel.numbering import IndexNumber, compose, parse
from sunlit.kernel.refusals import NoSuchRule, Unacceptable
from sunlit.kernel.wording import Wording

_FILE = Path(__file__).resolve().parents[3] / "data/vocabularies/provincial_numbers.yaml"
_SAMPLE = IndexNumber(agency="000000000", year=2026, month=12, serial=1)
_WHOLE = re.compile(r"[1-9][0-9]{0,2}")
_PERCENT = re.compile(r"[0-9]{1,3}(\.[0-9])?")
_MOST = 100

INDEX_NUMBER = "disclosure.index_number"
VALIDITY, VALIDITY_ON_TRIAL = "norms.validity", "norms.validity_trial"
FILING, COMMENT, EVALUATION = "norms.file", "norms.comment", "norms.evaluation"
SATISFACTION = "supervision.satisfaction"


class ValueKind(Enum):
    """What kind of value a province settles."""

    PATTERN = "pattern"
    LIMIT = "limit"
    PERCENT = "percent"


@dataclass(frozen=True, slots=True)
class Default:
    """What holds where nothing has been set, where that comes from, and how sure that is."""

    value: str
    unit: str
    source: Wording
    confidence: str


@dataclass(frozen=True, slots=True)
class ProvincialEntry:
    """One of them: its kind, the units in which it may be set, and where it is used."""

    name: str
    title: Wording
    kind: ValueKind
    units: tuple[str, ...]
    used: tuple[Wording, ...]
    fixed: Default | None

    def default(self, *, on: date) -> Default:
        """Return the default of a day; raises NotYetLaw and NoSuchRule where the law has none."""
        if self.fixed:
            return self.fixed
        limit = statutes.limit(self.name, on=on)
        cited = limit.basis[0]
        return Default(str(limit.amount), limit.unit.value, cited.wording, cited.confidence)


@lru_cache(maxsize=1)
def entries() -> Mapping[str, ProvincialEntry]:
    """Return all of them, by name, as the vocabulary has them."""
    rows: dict[str, Any] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return {name: _entry(name, row) for name, row in rows.items()}


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


def is_settled_as_limit(name: str) -> bool:
    """Say whether the rule of this name is one of those whose limit the province settles."""
    return name in entries() and entry(name).kind is ValueKind.LIMIT


def in_words(value: str, unit: str) -> Wording:
    """Return a value with its unit, such as 5 years or 80%; a pattern as it stands."""
    if unit == ValueKind.PERCENT.value:
        return Wording(f"{value}%", f"{value}%")
    if not unit:
        return Wording(value, value)
    return Unit(unit).of(int(value))


def refuse_what_does_not_fit(settled: ProvincialEntry, value: str, unit: str) -> None:
    """Refuse a value by which nothing could be numbered, counted or compared: Unacceptable."""
    if unit not in (settled.units or ("",)):
        words = [in_words("2", one) for one in settled.units]
        raise Unacceptable(
            Wording(
                f"“{settled.title.zh}”不能用这个单位。",
                f"This unit does not fit: {settled.title.en}.",
            ),
            Wording(
                f"可写为{'、'.join(one.zh for one in words)}等。",
                f"Write it such as {', '.join(one.en for one in words)}.",
            )
            if words
            else Wording("请不要选择单位。", "Choose no unit."),
        )
    if settled.kind is ValueKind.PATTERN:
        parse(value, compose(value, _SAMPLE))
    elif settled.kind is ValueKind.LIMIT and not _WHOLE.fullmatch(value):
        raise Unacceptable(
            Wording("数值须为1至999的整数。", "The value must be a whole number from 1 to 999.")
        )
    elif settled.kind is ValueKind.PERCENT and not _is_percent(value):
        raise Unacceptable(
            Wording(
                "数值须为0至100,最多一位小数。",
                "The value must be from 0 to 100, with one decimal at most.",
            )
        )


def _is_percent(value: str) -> bool:
    return bool(_PERCENT.fullmatch(value)) and Decimal(value) <= _MOST


def _entry(name: str, row: Mapping[str, Any]) -> ProvincialEntry:
    units = tuple(row.get("units", ()))
    fixed = None
    if "default" in row:
        usual = units[0] if units else ""
        fixed = Default(row["default"], usual, Wording(**row["source"]), row["confidence"])
    return ProvincialEntry(
        name=name,
        title=Wording(row["zh"], row["en"]),
        kind=ValueKind(row["kind"]),
        units=units,
        used=tuple(Wording(**words) for words in row["used"]),
        fixed=fixed,
    )
