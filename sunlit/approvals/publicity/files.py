"""A sheet as a file: CSV, a workbook, JSON. The same rows give the same bytes."""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from enum import StrEnum
from io import BytesIO
from itertools import chain
from typing import IO

import xlsxwriter

from sunlit.approvals.publicity.rows import Row
from sunlit.approvals.publicity.sheets import Decisions, Sheet
from sunlit.design import handing
from sunlit.design.handing import as_text

EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
"""What a workbook says of when it was made: nothing that differs from one time to the next."""
WIDEST, NARROWEST = 48, 12


class Header(StrEnum):
    """What stands in the first line: the official codes, or the official Chinese headings."""

    CODES = "codes"
    NAMES = "names"


def headings(sheet: Sheet, header: Header) -> list[str]:
    """Return the first line of a file."""
    if header is Header.NAMES:
        return [column.zh for column in sheet.columns]
    return list(sheet.codes)


def csv_lines(sheet: Sheet, rows: Iterable[Row], header: Header) -> Iterator[str]:
    """Yield the lines of a CSV file with its byte order mark; no cell is taken for a formula."""
    cells = ([as_text(text) for text in row.texts] for row in rows)
    return handing.csv_lines(chain([headings(sheet, header)], cells))


def json_lines(
    sheet: Sheet, rows: Iterable[Row], *, kind: Decisions, version: str, agency: str, on: date
) -> Iterator[str]:
    """Yield a JSON document piece by piece: what it is, then a row of the sheet on each line."""
    about = {"kind": kind.value, "sheet": version, "agency": agency, "as_of": on.isoformat()}
    yield json.dumps(about, ensure_ascii=False)[:-1] + ', "decisions": ['
    between = "\n"
    for row in rows:
        cells = dict(zip(sheet.codes, row.texts, strict=True))
        yield between + json.dumps(cells, ensure_ascii=False)
        between = ",\n"
    yield "\n]}\n"


def workbook(sheet: Sheet, rows: Iterable[Row], header: Header, *, title: str) -> IO[bytes]:
    """Return a workbook with both headings and all cells as text."""
    file: IO[bytes] = BytesIO()
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    book = xlsxwriter.Workbook(file, options)
    book.set_properties({"created": EPOCH, "title": title})
    head = book.add_format({"bold": True, "bottom": 2, "text_wrap": True, "valign": "top"})
    page = book.add_worksheet("".join(sign for sign in title if sign not in "[]:*?/\\'")[:31])
    page.freeze_panes(1, 1)
    for place, column in enumerate(sheet.columns):
        page.set_column(place, place, min(WIDEST, max(NARROWEST, 2 * len(column.zh) + 4)))
    _write(page, 0, headings(sheet, header), head)
    for number, row in enumerate(rows, start=1):
        _write(page, number, row.texts, None)
    book.close()
    file.seek(0)
    return file


def _write(
    page: "xlsxwriter.worksheet.Worksheet", at: int, texts: Sequence[str], how: object
) -> None:
    for place, text in enumerate(texts):
        if text:
            page.write_string(at, place, text, how)
