"""Whether a file of dual publicity would be taken: each fault with its line and column."""

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from io import StringIO
from itertools import zip_longest

from django.utils.translation import gettext as _

from sunlit.approvals import certificates
from sunlit.approvals.publicity.rows import IDENTITY
from sunlit.approvals.publicity.sheets import Column, Decisions, Sheet, sheets, vocabularies
from sunlit.kernel.refusals import Unacceptable

DAYS = ("%Y/%m/%d", "%Y-%m-%d")
INTEGER_DIGITS, DECIMALS = 12, 6
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_JOINTS = re.compile("[;；]")
_GUARD = re.compile(r"^'(?=[=+\-@])")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a file: in which line (the header is line 1), in which column, and why."""

    line: int
    column: str
    reason: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What a file is, how many rows it has, and what is wrong with it."""

    kind: Decisions
    version: str
    rows: int
    faults: tuple[Fault, ...]


def checked(content: bytes, *, for_public: bool = False) -> Checked:
    """Return what is wrong with a CSV file; raises Unacceptable for one that is no such file.

    `for_public`: numbers of papers must be empty; otherwise they are wanted, as the platform
    collects them.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unacceptable(
            _("The file is not written in UTF-8: its byte %(place)s cannot be read.")
            % {"place": error.start + 1},
            remedy=_("Save it as CSV in UTF-8."),
        ) from None
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    try:
        header = [cell.strip() for cell in next(reader, [])]
        kind, version, sheet = _recognized(header)
        columns = _columns(sheet, header)
        faults = list(_header_faults(sheet, header))
        rows = 0
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows += 1
                faults += _row_faults(columns, cells, reader.line_num, for_public=for_public)
    except csv.Error as error:
        raise Unacceptable(
            _("Line %(line)s cannot be read as CSV: %(error)s.")
            % {"line": reader.line_num, "error": error},
            remedy=_("Save it as CSV in UTF-8."),
        ) from None
    return Checked(kind, version, rows, tuple(faults))


def _recognized(header: list[str]) -> tuple[Decisions, str, Sheet]:
    """Return the sheet that most of the headings are of."""
    best = max(
        (
            (len({*sheet.codes, *(one.zh for one in sheet.columns)} & set(header)), kind, version)
            for kind in Decisions
            for version, sheet in sheets(kind).items()
        ),
        key=lambda found: found[0],
    )
    if best[0] < len(header) // 2 or not best[0]:
        raise Unacceptable(
            _("The first line has no headings of an official sheet."),
            remedy=_("The first line holds the codes, such as XK_WSH, or the Chinese headings."),
        )
    return best[1], best[2], sheets(best[1])[best[2]]


def _columns(sheet: Sheet, header: list[str]) -> list[Column | None]:
    known = {one.code: one for one in sheet.columns} | {one.zh: one for one in sheet.columns}
    return [known.get(heading) for heading in header]


def _header_faults(sheet: Sheet, header: list[str]) -> Iterator[Fault]:
    found = [column.code if column else None for column in _columns(sheet, header)]
    for heading, code in zip(header, found, strict=True):
        if code is None:
            yield Fault(1, heading, _("The sheet has no such column."))
    for code in sheet.codes:
        if code not in found:
            yield Fault(1, code, _("The column is missing."))
        elif found.count(code) > 1:
            yield Fault(1, code, _("The column stands there twice."))
    known = [code for code in found if code]
    if set(known) == set(sheet.codes) and len(known) == len(sheet.codes):
        wrong = next((one for one, due in zip(known, sheet.codes, strict=True) if one != due), None)
        if wrong:
            yield Fault(1, wrong, _("The columns stand in another order than in the sheet."))


def _row_faults(
    columns: list[Column | None], cells: list[str], line: int, *, for_public: bool
) -> Iterator[Fault]:
    if len(cells) != len(columns):
        reason = _("The row has %(found)s cells, the header %(due)s.")
        yield Fault(line, "", reason % {"found": len(cells), "due": len(columns)})
    pairs = [
        (column, _GUARD.sub("", (cell or "").strip()))
        for column, cell in zip_longest(columns, cells)
        if column is not None
    ]
    said = {column.holds: text for column, text in pairs}
    traits = _traits(said)
    for column, text in pairs:
        for reason in _cell_faults(column, text, said, traits, for_public=for_public):
            yield Fault(line, column.code, reason)
    first, last = _day(said.get("valid_from", "")), _day(said.get("valid_until", ""))
    if first and last and last < first:
        code = next(column.code for column, _text in pairs if column.holds == "valid_until")
        yield Fault(line, code, _("The licence would end before it begins."))


def _cell_faults(
    column: Column,
    text: str,
    said: Mapping[str, str],
    traits: frozenset[str],
    *,
    for_public: bool,
) -> Iterator[str]:
    personal = column.holds in IDENTITY
    if for_public and personal:
        if text:
            yield _("The numbers of a person's papers are not for the public.")
        return
    if not text:
        if column.required == "always" or column.required in traits:
            yield _("A value is required here.")
        return
    if len(text) > column.length:
        reason = _("The text has %(found)s characters; %(most)s are allowed.")
        yield reason % {"found": len(text), "most": column.length}
    yield from _form_faults(column, text)
    document = vocabularies()["identity"].read(
        said.get("document" if column.holds == "number" else "representative_document", "")
    )
    paper = document.name if document and personal and column.holds.endswith("number") else ""
    if wrong := certificates.fault(column.holds, text, document=paper):
        yield str(wrong)


def _form_faults(column: Column, text: str) -> Iterator[str]:
    if column.form == "day" and _day(text) is None:
        yield _("“%(text)s” is no day, such as 2012/06/14.") % {"text": text}
    elif column.form == "decimal":
        if reason := _amount_fault(text):
            yield reason
    elif column.vocabulary:
        parts = _JOINTS.split(text) if column.form == "several" else [text]
        for part in parts:
            if vocabularies()[column.vocabulary].read(part.strip()) is None:
                values = vocabularies()[column.vocabulary].values
                reason = _("“%(text)s” is none of: %(values)s.")
                listed = "、".join(f"“{one.zh}”" for one in values)
                yield reason % {"text": part.strip(), "values": listed}


def _amount_fault(text: str) -> str | None:
    if not _NUMBER.fullmatch(text):
        return _("“%(text)s” is no amount in 10 000 yuan, such as 0.600000.") % {"text": text}
    whole, _point, decimals = text.partition(".")
    if len(whole) > INTEGER_DIGITS or len(decimals) > DECIMALS:
        return _("“%(text)s” does not fit decimal(18,6).") % {"text": text}
    return None


def _traits(said: Mapping[str, str]) -> frozenset[str]:
    traits = set()
    kind = vocabularies()["counterpart"].read(said.get("kind", ""))
    if kind:
        traits.add("person" if kind.name == "person" else "organisation")
    if "category" in said and "不予" not in said.get("document_name", ""):
        traits.add("granted")
    categories = _JOINTS.split(said.get("categories", ""))
    named = [vocabularies()["penalty"].read(one.strip()) for one in categories]
    imposed = {one.name for one in named if one}
    conditions = (("fine", "fined"), ("confiscation", "confiscated"), ("permit", "suspended"))
    traits |= {trait for name, trait in conditions if name in imposed}
    return frozenset(traits)


def _day(text: str) -> date | None:
    for form in DAYS:
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007 (a day has no zone)
        except ValueError:
            continue
    return None
