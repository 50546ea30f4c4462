"""Pure rules of disclosure: register numbers, index numbers, the parts of the guide."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from sunlit.kernel.numbering import SAMPLE_PATTERN, IndexNumber, compose, parse
from sunlit.kernel.refusals import Unacceptable

ITEM_PREFIX, REVIEW_PREFIX = "XX", "BM"
HEADING = re.compile(r"##\s+(?P<title>\S.*)")


def next_code(prefix: str, year: int, taken: Iterable[str]) -> str:
    """Return the register number that follows the highest one taken in a year."""
    known = re.compile(rf"{prefix}{year}-(\d+)", re.ASCII)
    serials = [int(found[1]) for code in taken if (found := known.fullmatch(code))]
    return f"{prefix}{year}-{max(serials, default=0) + 1:04}"


def next_index_number(agency: str, on: date, taken: Iterable[str]) -> str:
    """Return the index number (索引号) that follows the highest one taken in the day's month."""
    serials = [0]
    for text in taken:
        number = index_number_in(text)
        if number and (number.agency, number.year, number.month) == (agency, on.year, on.month):
            serials.append(number.serial)
    following = IndexNumber(agency=agency, year=on.year, month=on.month, serial=max(serials) + 1)
    return compose(SAMPLE_PATTERN, following)


def index_number_in(text: str) -> IndexNumber | None:
    """Return what an index number says; None for a text that is none."""
    try:
        return parse(SAMPLE_PATTERN, text)
    except Unacceptable:
        return None


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
