"""Looks through a cleaned XLSX."""

import posixpath
import re

from lxml import etree

from sunlit.files.verifying.finding import demand
from sunlit.files.verifying.office import found, opened, tree, verify_package

_RESIDUE = (
    *("legacyDrawing", "oleObjects", "controls", "customSheetViews", "scenarios", "extLst"),
    *("protectedRanges", "externalReferences", "pivotCaches", "fileSharing", "absPath"),
)
_NOTHING = re.compile(r"^[;\"]*;;[;\"]*$")
_ANOTHER_BOOK = re.compile(r"(?:^|[^\w.\]])\[\d+\]|\.xl\w*\]|\||WEBSERVICE")
Cells = dict[tuple[str, str], str]


def verify(before: bytes, after: bytes) -> None:
    """Demand that an XLSX has the cells that were seen, and no others."""
    files = verify_package(after)
    book = tree(files["xl/workbook.xml"])
    states = found(book, "//*[local-name()='sheet']/@state")
    demand(set(states) <= {"visible"}, "仍有隐藏的工作表", "it has a hidden sheet")
    demand(
        not found(book, "//*[local-name()='definedName'][@hidden='1' or @hidden='true']"),
        "仍有隐藏的名称",
        "it has a hidden name",
    )
    for name, content in files.items():
        if name.startswith("xl/") and name.endswith(".xml"):
            left = [one for one in _RESIDUE if found(tree(content), f"//*[local-name()='{one}']")]
            demand(not left, "仍有附带的数据", "something is still beside its cells")
    seen, unseen, _used = _cells(opened(before))
    now, still_hidden, used = _cells(files)
    demand(not still_hidden, "仍有隐藏的单元格", "it has hidden cells")
    demand(seen == now, "清理前后可见的单元格不一致", "what is seen of it changed")
    strings = _strings(files)
    unused = [text for at, text in enumerate(strings) if text and at not in used]
    demand(not unused, "仍有未显示的文字", "it has text that no cell shows")
    _no_formula_reaches(files, bool(unseen))


def _no_formula_reaches(files: dict[str, bytes], something_was_hidden: bool) -> None:  # noqa: FBT001
    formulas = [
        one.text or ""
        for name, content in files.items()
        if name.startswith("xl/worksheets/") and name.endswith(".xml")
        for one in found(tree(content), "//*[local-name()='c']/*[local-name()='f']")
    ]
    demand(not (something_was_hidden and formulas), "公式仍引用隐藏内容", "a formula needs more")
    outside = [one for one in formulas if _ANOTHER_BOOK.search(one)]
    demand(not outside, "公式仍引用其他文件", "a formula leads to another file")


def _cells(files: dict[str, bytes]) -> tuple[Cells, Cells, set[int]]:
    """Return the cells that are seen, those that are not, and the strings that any of them uses."""
    strings = _strings(files)
    blank = _blank_formats(files)
    seen: Cells = {}
    unseen: Cells = {}
    used: set[int] = set()
    for title, file, shown in _sheets(files):
        root = tree(files[file])
        columns = [
            (int(one.get("min", 0)), int(one.get("max", 0)))
            for one in found(root, "//*[local-name()='col']")
            if one.get("hidden") in ("1", "true") or one.get("width") in ("0", "0.0")
        ]
        for row in found(root, "//*[local-name()='row']"):
            row_hidden = row.get("hidden") in ("1", "true") or row.get("ht") in ("0", "0.0")
            for at, cell in enumerate(row, 1):
                value = _value(cell, strings, used)
                if value is None:
                    continue
                place = cell.get("r") or f"{row.get('r')}:{at}"
                number = _column(place, at)
                hidden = not shown or row_hidden or cell.get("s", "0") in blank
                hidden = hidden or any(low <= number <= high for low, high in columns)
                (unseen if hidden else seen)[title, place] = value
    return seen, unseen, used


def _value(cell: etree._Element, strings: list[str], used: set[int]) -> str | None:
    inline = found(cell, "./*[local-name()='is']//*[local-name()='t']/text()")
    if inline:
        return "".join(map(str, inline))
    values = found(cell, "./*[local-name()='v']/text()")
    if not values:
        return None
    if cell.get("t") == "s":
        used.add(int(values[0]))
        return strings[int(values[0])]
    return str(values[0])


def _sheets(files: dict[str, bytes]) -> list[tuple[str, str, bool]]:
    leads = {
        one.get("Id"): posixpath.normpath(posixpath.join("/xl", one.get("Target", "")))[1:]
        for one in tree(files["xl/_rels/workbook.xml.rels"])
    }
    sheets = []
    for sheet in found(tree(files["xl/workbook.xml"]), "//*[local-name()='sheet']"):
        key = found(sheet, "@*[local-name()='id' and namespace-uri()!='']")
        file = leads.get(str(key[0]) if key else "", "")
        if file in files:
            sheets.append((sheet.get("name", ""), file, sheet.get("state", "visible") == "visible"))
    return sheets


def _strings(files: dict[str, bytes]) -> list[str]:
    if "xl/sharedStrings.xml" not in files:
        return []
    spoken = ".//*[local-name()='t' and not(parent::*[local-name()='rPh'])]/text()"
    return ["".join(map(str, found(one, spoken))) for one in tree(files["xl/sharedStrings.xml"])]


def _blank_formats(files: dict[str, bytes]) -> set[str]:
    if "xl/styles.xml" not in files:
        return set()
    root = tree(files["xl/styles.xml"])
    blank = {
        one.get("numFmtId")
        for one in found(root, "//*[local-name()='numFmt']")
        if _NOTHING.match(one.get("formatCode", ""))
    }
    formats = found(root, "//*[local-name()='cellXfs']/*")
    return {str(at) for at, one in enumerate(formats) if one.get("numFmtId") in blank}


def _column(place: str, at: int) -> int:
    letters = re.match(r"[A-Z]+", place)
    if not letters:
        return at
    number = 0
    for sign in letters[0]:
        number = number * 26 + "ABCDEFGHIJKLMNOPQRSTUVWXYZ".index(sign) + 1
    return number
