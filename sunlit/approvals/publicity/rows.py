"""From the facts of a decision to a row of an official sheet. Pure: no records, no clock."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from sunlit.approvals.publicity.sheets import Column, Decisions, Sheet, vocabularies

YUAN_IN_TEN_THOUSAND = Decimal(10_000)
SIX_PLACES = Decimal("0.000001")
JOINED_BY = "；"

IDENTITY = frozenset(
    {"document", "number", "resident_number", "representative_document", "representative_number"}
)
"""Facts about a person's papers: collected, kept, and shown to nobody outside."""

Fact = str | date | Decimal | tuple[str, ...] | None


class Gap(StrEnum):
    """Why a cell is empty."""

    MISSING = "missing"
    """The sheet requires it, and it is not on record."""
    NOT_APPLICABLE = "not_applicable"
    """It is asked for another kind of decision or counterpart only."""
    NOT_ON_RECORD = "not_on_record"
    """It may stay empty, and nothing is on record."""
    KEPT_BACK = "kept_back"
    """It tells of a person and is not for the public."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What is known of one decision: its facts by name, and what makes columns required."""

    kind: Decisions
    number: str
    facts: Mapping[str, Fact]
    traits: frozenset[str] = field(default_factory=frozenset)
    """Of: organisation, person, granted, fined, confiscated, suspended."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a row: its text, or why it has none."""

    column: Column
    text: str
    gap: Gap | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One decision in the official columns."""

    number: str
    cells: tuple[Cell, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """The texts of the cells."""
        return tuple(cell.text for cell in self.cells)

    @property
    def missing(self) -> tuple[Column, ...]:
        """The columns that the sheet requires and that are empty."""
        return tuple(cell.column for cell in self.cells if cell.gap is Gap.MISSING)


def row(decision: Decision, sheet: Sheet, *, for_public: bool) -> Row:
    """Return a decision as a row of a sheet; for the public without the numbers of papers."""
    return Row(decision.number, tuple(_cells(decision, sheet, for_public=for_public)))


def ten_thousand_yuan(yuan: Decimal) -> str:
    """Return an amount in yuan as the sheets write it: in 10 000 yuan, with six decimals."""
    return str((yuan / YUAN_IN_TEN_THOUSAND).quantize(SIX_PLACES))


def one_line(text: str) -> str:
    """Return a text without line breaks, tabs and double spaces: a cell is one line."""
    return " ".join(text.split())


def _cells(decision: Decision, sheet: Sheet, *, for_public: bool) -> Iterator[Cell]:
    for column in sheet.columns:
        if for_public and column.holds in IDENTITY:
            yield Cell(column, "", Gap.KEPT_BACK)
            continue
        text = _written(decision.facts.get(column.holds), column, sheet)
        yield Cell(column, text, None if text else _gap(column, decision.traits))


def _written(fact: Fact, column: Column, sheet: Sheet) -> str:
    if fact is None or fact in ("", ()):
        return ""
    if isinstance(fact, Decimal):
        return ten_thousand_yuan(fact)
    if isinstance(fact, date):
        return fact.strftime(sheet.dates)
    if not column.vocabulary:
        return one_line(fact if isinstance(fact, str) else JOINED_BY.join(fact))
    names = (fact,) if isinstance(fact, str) else fact
    known = [vocabularies()[column.vocabulary].named(name) for name in names]
    words = [(one.code if column.form == "code" else one.zh) for one in known if one]
    return JOINED_BY.join(words)


def _gap(column: Column, traits: frozenset[str]) -> Gap:
    if column.required == "always" or column.required in traits:
        return Gap.MISSING
    return Gap.NOT_APPLICABLE if column.required else Gap.NOT_ON_RECORD
