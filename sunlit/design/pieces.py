"""The plain values that components take. Texts are strings, lazy strings or kernel wordings."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from django.utils.safestring import SafeString

State = Literal["in_time", "at_risk", "late", "paused", "done", "neutral"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading, and whether it holds numbers, or words not to break."""

    label: Any
    number: bool = False
    short: bool = False
    url: str = ""
    """Where the rows stand in the order of this column."""
    order: str = ""
    """How they stand by it now: ascending, descending, or not by it."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A value that does more than stand there.

    It leads somewhere (`url`), opens its records (`evidence`), or says how it stands (`state`).
    """

    value: Any
    url: str = ""
    state: str = ""
    evidence: bool = False
    note: Any = ""


@dataclass(frozen=True, slots=True)
class Door:
    """One of the few ways in: a verb, what it leads to, and where."""

    title: Any
    text: Any
    url: str


@dataclass(frozen=True, slots=True)
class StepWay:
    """Where a step leads: on which answer to which question, and to what."""

    to: Any
    url: str = ""
    asks: Any = ""
    answer: Any = ""


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a procedure: who does it, by when, by which article; whether the case is here."""

    title: Any
    text: Any = ""
    by: Any = ""
    limit: Any = ""
    basis: Any = None
    here: bool = False
    anchor: str = ""
    mark: Any = ""
    ways: tuple[StepWay, ...] = ()
    """Where it leads, unless simply to the next step."""
    passed: Any = ""
    """When a case went through it: a day, or that no day is on record."""


@dataclass(frozen=True, slots=True)
class FlowShown:
    """A flow chart: the picture (safe markup), and the same in words; where a case stands on it."""

    picture: str
    steps: list[Step]
    notes: list[str]
    since: date
    said: list[Any]
    """Sentences about the case on the chart, such as that it ended at another place."""
    svg_url: str = ""
    bpmn_url: str = ""
    heading: Any = ""
    """What a record's page calls it; empty: where the record stands on the chart."""
    version: Any = ""
    """Which version of the agency's own it is, and since when; empty: the chart of the law."""
    changes: Sequence[Any] = ()
    """What changed against the version before, one sentence each."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of a dossier: done (with its day), here now, to come, or missing."""

    title: Any
    state: Literal["done", "now", "to_come", "missing"]
    on: date | None = None
    url: str = ""
    note: Any = ""


@dataclass(frozen=True, slots=True)
class Station:
    """A station of a chain: item, refusal, lawsuit; or leader, office, person."""

    kind: Any
    title: Any
    on: date | None = None
    url: str = ""
    state: str = ""
    word: Any = ""
    here: bool = False
    note: Any = ""


@dataclass(frozen=True, slots=True)
class FoundLine:
    """One thing found: what it is, how sure that is (in percent), what to do, how it stands."""

    kind: str
    text: str
    confidence: int
    hint: str
    state: str
    word: Any
    reason: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class ShownText:
    """What a record says, as its public page shows it, with what was found there marked."""

    title: SafeString
    number: SafeString
    body: SafeString
    findings: Sequence[FoundLine]
    lexicon: str
    """The version of the lexicon by which it was screened."""


@dataclass(frozen=True, slots=True)
class FileLine:
    """A file as a page lists it; `size` in bytes, `notes` what had to be taken out of it.

    `is_picture`: the page shows it where it lists it.
    """

    name: str
    url: str
    size: int
    kind: str
    description: str = ""
    notes: Sequence[Any] = ()
    is_picture: bool = False


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One entry of the ledger as a page shows it: the day, the act, the post, the article."""

    on: date
    what: Any
    by: Any = ""
    basis: Any = None
    index: int | None = None
    url: str = ""
    facts: Sequence[tuple[str, str]] = ()
    """What the entry holds, for those who may open it."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a chart."""

    label: Any
    value: float | int
    url: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a navigation; `count` is what waits there, `group` what it belongs to."""

    label: Any
    url: str
    count: int | None = None
    current: bool = False
    group: Any = ""
