"""Pure rules of disclosure: numbers, the parts of the guide, how fresh a category is."""

import calendar
import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import Any

from sunlit.kernel.numbering import IndexNumber, compose, parse
from sunlit.kernel.refusals import Unacceptable

_YEARLY_BY = re.compile(r"每年(?P<month>\d{1,2})月(?P<day>\d{1,2})日前")
_BETWEEN_WORDS = re.compile(r"[\s、，,；;]+")
_EVERY_DAYS = {"每日": 1, "每天": 1, "每周": 7, "每半月": 15, "每旬": 10}
_EVERY_MONTHS = {"每月": 1, "每季": 3, "每季度": 3, "每半年": 6, "每年": 12}
WARNING_DAYS = 7
"""How many days before the promised day a category counts as due."""

ITEM_PREFIX, REVIEW_PREFIX, DOCUMENT_PREFIX = "XX", "BM", "GW"
HEADING = re.compile(r"##\s+(?P<title>\S.*)")


def next_code(prefix: str, year: int, taken: Iterable[str]) -> str:
    """Return the register number that follows the highest one taken in a year."""
    known = re.compile(rf"{prefix}{year}-(\d+)", re.ASCII)
    serials = [int(found[1]) for code in taken if (found := known.fullmatch(code))]
    return f"{prefix}{year}-{max(serials, default=0) + 1:04}"


def next_index_number(agency: str, on: date, taken: Iterable[str], pattern: str) -> str:
    """Return the index number (索引号) that follows the highest one taken in the day's month.

    Where the pattern names no month, serials run through the year.
    """
    serials = [0]
    for text in taken:
        number = index_number_in(text, [pattern])
        if number and _same_run(number, agency, on):
            serials.append(number.serial)
    following = IndexNumber(agency=agency, year=on.year, month=on.month, serial=max(serials) + 1)
    return compose(pattern, following)


def index_number_begins(agency: str, on: date, pattern: str) -> str:
    """Return how the index numbers of the day's month begin, up to their serial."""
    return pattern.partition("{serial")[0].format(agency=agency, year=on.year, month=f"{on:%m}")


def index_number_in(text: str, patterns: Iterable[str]) -> IndexNumber | None:
    """Return what an index number says by the first pattern that it follows; None without."""
    for pattern in patterns:
        with suppress(Unacceptable):
            return parse(pattern, text)
    return None


def _same_run(number: IndexNumber, agency: str, on: date) -> bool:
    return (number.agency, number.year) == (agency, on.year) and number.month in (0, on.month)


@dataclass(frozen=True)
class WrittenSection:
    """One section of the guide as its text has it, and the line on which it begins."""

    title: str
    body: str
    line: int


def sections_in(text: str) -> Iterator[WrittenSection]:
    """Yield the sections of a guide: each begins with a heading of the second order."""
    title, line, body = "", 0, list[str]()
    for number, written in enumerate(text.splitlines(), start=1):
        if heading := HEADING.fullmatch(written.strip()):
            if title:
                yield WrittenSection(title, "\n".join(body).strip(), line)
            title, line, body = heading["title"].strip(), number, []
        elif title:
            body.append(written)
    if title:
        yield WrittenSection(title, "\n".join(body).strip(), line)


def tidied(text: str) -> str:
    """Return a text as it is kept: one kind of line end, no space around it."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def calendar_days_of(working_days: int) -> int:
    """Return so many calendar days as hold as many working days where no holiday is among them."""
    return working_days * 7 // 5


def words_in(text: str) -> tuple[str, ...]:
    """Return the words of a text, each once, however they are kept apart."""
    return tuple(dict.fromkeys(word for word in _BETWEEN_WORDS.split(text) if word))


def digest_of(*texts: str) -> str:
    """Return the SHA-256, in hex, of what an item says: what is decided on is what is published."""
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()


class Freshness(Enum):
    """How the newest item of a category stands against what the agency promised."""

    EMPTY = "empty"
    AS_IT_HAPPENS = "as_it_happens"
    FRESH = "fresh"
    DUE = "due"
    STALE = "stale"


def next_promised(frequency: str, newest_on: date) -> date | None:
    """Return the day by which the next item is promised, from how often a category is updated.

    None where the promise has no rhythm, such as "after each change".
    """
    if yearly := _YEARLY_BY.fullmatch(frequency):
        month, day = int(yearly["month"]), int(yearly["day"])
        year = newest_on.year + 1
        return date(year, month, min(day, calendar.monthrange(year, month)[1]))
    if days := _EVERY_DAYS.get(frequency):
        return newest_on + timedelta(days=days)
    if months := _EVERY_MONTHS.get(frequency):
        return months_later(newest_on, months)
    return None


def freshness(frequency: str, newest_on: date | None, *, on: date) -> Freshness:
    """Say how a category stands on a day: stale once the promised day has passed."""
    if newest_on is None:
        return Freshness.EMPTY
    promised = next_promised(frequency, newest_on)
    if promised is None:
        return Freshness.AS_IT_HAPPENS
    if promised < on:
        return Freshness.STALE
    return Freshness.DUE if promised - on <= timedelta(days=WARNING_DAYS) else Freshness.FRESH


def kept_until(made_on: date, years: int) -> date:
    """Return the last day for which a record is kept: its years begin with the one after it."""
    return date(made_on.year + years, 12, 31)


def months_later(day: date, months: int) -> date:
    """Return the same day some months later; where that month is shorter, its last day."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


class StepKind(Enum):
    """A step of the gate after the draft: three that the law and four eyes ask for, and others."""

    SECTION = "section"
    COUNTERSIGN = "countersign"
    SECRECY = "secrecy"
    DECISION = "decision"


@dataclass(frozen=True, slots=True)
class ChainStep:
    """One step: its kind, the working days it may take, and for a countersignature whose it is."""

    kind: StepKind
    days: int
    title: str = ""
    role: str = ""

    def __post_init__(self) -> None:
        if self.days < 1:
            raise ValueError("a step takes at least a day")

    def kept(self) -> dict[str, str | int]:
        """Return the step as a record keeps it."""
        return {"kind": self.kind.value, "days": self.days, "title": self.title, "role": self.role}

    @classmethod
    def from_kept(cls, kept: Mapping[str, Any]) -> "ChainStep":
        """Return the step that a record keeps."""
        return cls(StepKind(kept["kind"]), kept["days"], kept["title"], kept["role"])


USUAL_CHAIN = (
    ChainStep(StepKind.SECTION, 2),
    ChainStep(StepKind.SECRECY, 2),
    ChainStep(StepKind.DECISION, 2),
)
"""What holds where an agency has set nothing: no law says how many days a step may take."""
FLOOR = tuple(step.kind for step in USUAL_CHAIN)
"""What no chain may leave out or turn round (secrecy review before publication, four eyes)."""
MOST_DAYS = 20
"""A chain takes no longer than the law gives for the publication (2007, art. 18; 2019, art. 26)."""


class ChainFault(Enum):
    """What is wrong with a chain."""

    FLOOR = "floor"
    UNNAMED = "unnamed"
    TOO_LONG = "too_long"


def chain_fault(steps: Sequence[ChainStep]) -> ChainFault | None:
    """Say what is wrong with a chain; None for one that can be followed."""
    kinds = [step.kind for step in steps]
    if [kind for kind in kinds if kind is not StepKind.COUNTERSIGN] != [*FLOOR]:
        return ChainFault.FLOOR
    if kinds[0] is StepKind.COUNTERSIGN or kinds[-1] is StepKind.COUNTERSIGN:
        return ChainFault.FLOOR
    extra = [step for step in steps if step.kind is StepKind.COUNTERSIGN]
    if any(not step.title or not step.role for step in extra):
        return ChainFault.UNNAMED
    return ChainFault.TOO_LONG if sum(step.days for step in steps) > MOST_DAYS else None


class Shortfall(Enum):
    """In which way a category is not as the catalogue promises."""

    BLANK = "blank"
    STALE = "stale"
    BEYOND_INDICATOR = "beyond_indicator"
    INCOMPLETE = "incomplete"
    UNDESCRIBED = "undescribed"


@dataclass(frozen=True, slots=True)
class Held:
    """What is public in a category on a day, against what it promises."""

    count: int
    newest_on: date | None
    frequency: str
    missing: tuple[str, ...] = ()
    """The content elements that no public item tells."""
    undescribed: int = 0
    """How many items have neither a summary nor a text from which one could be made."""
    measured_by: date | None = None
    """The day by which an inspection wants something new; None where it measures nothing."""


def shortfalls(held: Held, *, on: date) -> tuple[Shortfall, ...]:
    """Say in which ways a category falls short on a day, the worst first."""
    if not held.count:
        return (Shortfall.BLANK,)
    found = {
        Shortfall.STALE: freshness(held.frequency, held.newest_on, on=on) is Freshness.STALE,
        Shortfall.BEYOND_INDICATOR: held.measured_by is not None and held.measured_by < on,
        Shortfall.INCOMPLETE: bool(held.missing),
        Shortfall.UNDESCRIBED: bool(held.undescribed),
    }
    return tuple(one for one, holds in found.items() if holds)
