"""A neutral document: what it says and how it is ordered, before any file format."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

# What XML cannot hold and no reader can see: control characters, lone surrogates, non-characters.
_UNWRITABLE = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_ADDRESS = re.compile(r"https?://|mailto:|tel:|#[A-Za-z]")
_ANCHOR = re.compile(r"[A-Za-z][A-Za-z0-9._-]{0,99}")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

DEEPEST_HEADING = 3
ROWS_KEPT_TOGETHER = 24


def writable(text: str) -> str:
    """Return the text without the characters that no document format can hold."""
    return _UNWRITABLE.sub("", text)


def day_in_words(day: date, language: str) -> str:
    """Return the day as a document writes it: 2020年1月2日, or 2 January 2020."""
    if language.startswith("zh"):
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


@dataclass(frozen=True)
class Span:
    """A run of text; `url` leads outside, or to a heading of the same paper (`#anchor`)."""

    text: str
    url: str | None = None
    strong: bool = False
    figure: bool = False  # a counted figure, which opens its evidence

    def __post_init__(self) -> None:
        if self.url is not None and not _ADDRESS.match(self.url):
            raise ValueError(f"A paper links to http, https, mailto, tel or #anchor: {self.url!r}")


Spans = tuple[Span, ...]
Cell = str | Span


@dataclass(frozen=True)
class Heading:
    """A heading of level 1 to 3; other places of the paper may lead to its anchor."""

    level: int
    text: str
    anchor: str = ""

    def __post_init__(self) -> None:
        if not 1 <= self.level <= DEEPEST_HEADING:
            raise ValueError(f"A heading has level 1 to {DEEPEST_HEADING}, not {self.level}")
        if self.anchor and not _ANCHOR.fullmatch(self.anchor):
            raise ValueError(f"An anchor is a letter, then letters, digits, . _ -: {self.anchor!r}")


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of text; a note is set small and stands back.

    `flush`: its first line is not set in, as whom a letter addresses.
    """

    spans: Spans
    note: bool = False
    flush: bool = False


@dataclass(frozen=True)
class Bullets:
    """A list; `first`: the number that it counts from, where it is in order."""

    items: tuple[Spans, ...]
    first: int | None = None
    depth: int = 0
    """How many other lists it stands in."""


@dataclass(frozen=True)
class Table:
    """A table with one header row; `widths` are shares of the line, equal when left out."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    numeric: frozenset[int] = frozenset()
    widths: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        columns = len(self.header)
        if not columns or any(len(row) != columns for row in self.rows):
            raise ValueError(f"Each row of the table {self.caption!r} has a cell for each column")
        if self.widths and len(self.widths) != columns:
            raise ValueError(f"The table {self.caption!r} has one width for each column, or none")

    @property
    def short(self) -> bool:
        """Whether the table stands on one page: it is moved to the next rather than torn."""
        return len(self.rows) <= ROWS_KEPT_TOGETHER


@dataclass(frozen=True)
class Drawing:
    """A drawing as SVG: of fluid width for screens, of fixed width for paper."""

    title: str
    words: str
    """What it shows, for those who cannot see it."""
    on_screen: str
    on_paper: str


@dataclass(frozen=True)
class PageBreak:
    """What follows starts on a new page."""


@dataclass(frozen=True)
class Signature:
    """Who signs, and the day, at the end of the text: the office, never a person."""

    lines: tuple[str, ...]


@dataclass(frozen=True)
class Contents:
    """The table of contents: headings down to `depth`."""

    title: str
    depth: int = 2


Block = Heading | Paragraph | Bullets | Table | Drawing | PageBreak | Signature | Contents


@dataclass(frozen=True, kw_only=True)
class Paper:
    """One official document. The office signs; no person does."""

    title: str
    agency: str
    day: date
    language: str  # zh-hans or en
    blocks: tuple[Block, ...]
    subtitle: str = ""
    number: str = ""  # of the document, as 〔2020〕1号
    letter: bool = False
    """A letter in a case: no red rule, and the day stands with the signature only."""

    def __post_init__(self) -> None:
        anchors = [heading.anchor for heading in self.headings() if heading.anchor]
        if len(anchors) != len(set(anchors)):
            raise ValueError("Two headings of one paper have the same anchor")
        leads = {span.url[1:] for span in self.spans() if span.url and span.url[0] == "#"}
        if missing := leads - set(anchors):
            raise ValueError(f"A paper leads only to its own headings; missing: {sorted(missing)}")

    @property
    def dated(self) -> str:
        """The day as the document writes it."""
        return day_in_words(self.day, self.language)

    @property
    def named(self) -> str:
        """The agency and the title, as they stand above a page: the agency once."""
        named = self.title.startswith(self.agency)
        return self.title if named else f"{self.agency} · {self.title}"

    def headings(self) -> Iterator[Heading]:
        """Yield the headings in order."""
        return (block for block in self.blocks if isinstance(block, Heading))

    def spans(self) -> Iterator[Span]:
        """Yield every run of text that may carry a link."""
        for block in self.blocks:
            match block:
                case Paragraph(spans):
                    yield from spans
                case Bullets(items):
                    yield from (span for item in items for span in item)
                case Table(rows=rows):
                    yield from (cell for row in rows for cell in row if isinstance(cell, Span))
