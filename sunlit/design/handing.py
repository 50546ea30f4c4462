"""How a file is handed out: by its name, never guessed at, and nothing in it can run."""

import csv
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from django.http import HttpResponse

FIRST_OF_FORMULA = ("=", "+", "-", "@", "\t", "\r")
BOM = "\ufeff"
"""What lets a spreadsheet read a CSV file as UTF-8."""
SHOWN = ("image/png", "image/jpeg")
"""What a page shows itself; everything else is to be kept."""


def as_text(value: object) -> str:
    """Return a value for a cell of a table: what a spreadsheet would run as a formula is shown."""
    text = str(value)
    return f"'{text}" if text.startswith(FIRST_OF_FORMULA) else text


def csv_lines(rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """Yield the lines of a CSV file with its byte order mark; the cells are texts as they stand."""
    line = _Line()
    writer = csv.writer(line)
    before = BOM
    for row in rows:
        writer.writerow(row)
        yield before + line.taken()
        before = ""


def csv_file(rows: Iterable[Iterable[str]]) -> bytes:
    """Return a CSV file whole."""
    return "".join(csv_lines(rows)).encode()


def file_answer(name: str, kind: str, content: bytes) -> HttpResponse:
    """Return a file as an answer; pictures can be shown, all else is handed out to be kept."""
    way = "inline" if kind in SHOWN else "attachment"
    text = kind in ("text/plain", "text/csv")
    answer = HttpResponse(content, f"{kind}; charset=utf-8" if text else kind)
    answer["Content-Disposition"] = f"{way}; filename*=UTF-8''{quote(name)}"
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return answer


class _Line:
    """A file of one line, for a writer that wants a file."""

    def __init__(self) -> None:
        self.parts: list[str] = []

    def write(self, text: str) -> int:
        self.parts.append(text)
        return len(text)

    def taken(self) -> str:
        """Return what was written, and begin anew."""
        text = "".join(self.parts)
        self.parts.clear()
        return text
