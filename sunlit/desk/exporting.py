"""A register as a file: the columns that an official may take out, as CSV and as a workbook."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from itertools import chain
from tempfile import TemporaryFile
from typing import IO, Any

import xlsxwriter
from django.utils import timezone
from django.utils.translation import gettext as _

from sunlit.design import handing
from sunlit.design.faces import day as day_in_full
from sunlit.design.faces import said
from sunlit.design.handing import as_text
from sunlit.design.registers import Column, Label, Register
from sunlit.organization.models import Official

ROWS_A_CHUNK = 500
WIDEST, NARROWEST = 60, 10
LONGEST_CELL = 32_000  # a workbook's cell holds 32 767 characters
LONGEST_SHEET_NAME = 31


@dataclass(frozen=True)
class Exported:
    """One column of the file: its heading and how its value is read."""

    label: Label
    value: Callable[[Any], object]


def columns(register: Register, by: Official, *, personal: bool) -> list[Exported]:
    """Return what may be taken out: every column and fact once, personal data only if asked for.

    Personal data is left out for whoever has none of the register's own roles.
    """
    with_personal = personal and may_see_personal(register, by)
    found = [Exported(_("Number"), register.number), Exported(_("Title"), register.title)]
    known = {str(one.label) for one in found}
    for column in (*register.columns, *register.facts):
        if str(column.label) in known or (column.personal and not with_personal):
            continue
        known.add(str(column.label))
        found.append(Exported(column.label, _value_of(column)))
    return found


def has_personal(register: Register) -> bool:
    """Say whether a register has columns of personal data."""
    return any(column.personal for column in (*register.columns, *register.facts))


def may_see_personal(register: Register, by: Official) -> bool:
    """Say whether an official handles these records: overseers see them without the persons."""
    return by.has_role(*register.roles)


def _value_of(column: Column) -> Callable[[Any], object]:
    if column.kind != "state":
        return column.value

    def word(record: Any) -> object:
        pair: Any = column.value(record)
        return pair[1] if pair else None

    return word


def csv_lines(exported: Sequence[Exported], records: Iterable[Any]) -> Iterator[str]:
    """Yield the lines of a CSV file, in the page's language, with its byte order mark."""
    cells = ([_plain(one.value(record)) for one in exported] for record in records)
    return handing.csv_lines(chain([[str(one.label) for one in exported]], cells))


def _plain(value: object) -> str:
    """Return a value as text that no program takes for a formula."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, datetime):
        return timezone.localtime(value).strftime("%Y-%m-%d %H:%M")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | float | Decimal):
        return str(value)
    return as_text(said(value))


def workbook(
    register: Register,
    exported: Sequence[Exported],
    records: Iterable[Any],
    *,
    about: Sequence[tuple[Label, Label]],
) -> IO[bytes]:
    """Return a workbook: the records on one sheet, what they are and who took them on another."""
    file: IO[bytes] = TemporaryFile()  # noqa: SIM115  (the response closes it)
    book = xlsxwriter.Workbook(
        file,
        {
            "constant_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    _write_records(book, str(register.label), exported, records)
    _write_about(book, about)
    book.close()
    file.seek(0)
    return file


def _write_records(
    book: Any, name: str, exported: Sequence[Exported], records: Iterable[Any]
) -> None:
    head = book.add_format({"bold": True, "bottom": 2, "text_wrap": True, "valign": "top"})
    formats = {
        date: book.add_format({"num_format": "yyyy-mm-dd", "align": "left"}),
        datetime: book.add_format({"num_format": "yyyy-mm-dd hh:mm", "align": "left"}),
    }
    sheet = book.add_worksheet(_sheet_name(name))
    sheet.freeze_panes(1, 1)
    for place, one in enumerate(exported):
        label = str(one.label)
        sheet.set_column(place, place, min(WIDEST, max(NARROWEST, 2 * len(label) + 4)))
    sheet.write_row(0, 0, [str(one.label) for one in exported], head)
    for row, record in enumerate(records, start=1):
        for place, one in enumerate(exported):
            _write_cell(sheet, row, place, one.value(record), formats)
    sheet.autofilter(0, 0, 0, max(0, len(exported) - 1))


def _write_cell(sheet: Any, row: int, place: int, value: object, formats: Any) -> None:
    if value is None or value == "":
        return
    if isinstance(value, bool):
        sheet.write_string(row, place, _("yes") if value else _("no"))
    elif isinstance(value, int | float | Decimal):
        sheet.write_number(row, place, value)
    elif isinstance(value, datetime):
        local = timezone.localtime(value).replace(tzinfo=None)
        sheet.write_datetime(row, place, local, formats[datetime])
    elif isinstance(value, date):
        sheet.write_datetime(row, place, value, formats[date])
    else:
        sheet.write_string(row, place, said(value)[:LONGEST_CELL])


def _write_about(book: Any, about: Sequence[tuple[Label, Label]]) -> None:
    sheet = book.add_worksheet(_sheet_name(_("About this file")))
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, WIDEST)
    for row, (label, value) in enumerate(about):
        sheet.write_string(row, 0, str(label))
        sheet.write_string(row, 1, said(value))


def _sheet_name(text: str) -> str:
    return "".join(sign for sign in text if sign not in "[]:*?/\\'")[:LONGEST_SHEET_NAME]


def about_file(
    register: Register,
    by: Official,
    *,
    on: date,
    filters: Sequence[tuple[Label, Label]],
    count: int,
    personal: bool,
) -> list[tuple[Label, Label]]:
    """Return what the file says of itself: register, filter, day, who took it out."""
    return [
        (_("Register"), register.label),
        (_("Agency"), by.agency.name),
        *(filters or [(_("Filter"), _("none: all records"))]),
        (_("Records"), str(count)),
        (_("Day"), day_in_full(on)),
        (_("Taken out by"), by.post),
        (_("Personal data"), _("included") if personal else _("left out")),
    ]
