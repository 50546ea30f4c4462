"""Cleans an XLSX: the cells that are shown; where some are not, no formula may need them."""

import re
from collections.abc import Iterator

from lxml import etree

from sunlit.files.cleaning.kinds import Kind, Removals, refused
from sunlit.files.cleaning.packages import Package, Part, attribute, drop, local
from sunlit.files.cleaning.sheets import Hidden, hidden_formats
from sunlit.kernel.wording import Wording

_KEPT = frozenset(
    {"officeDocument", "worksheet", "chartsheet", "styles", "theme", "sharedStrings", "drawing"}
    | {"image", "chart", "table", "chartStyle", "chartColorStyle", "hyperlink"}
)
_GONE_FROM_THE_BOOK = frozenset(
    {"fileSharing", "workbookProtection", "customWorkbookViews", "externalReferences", "extLst"}
    | {"pivotCaches", "webPublishing", "fileRecoveryPr", "webPublishObjects", "AlternateContent"}
    | {"smartTagPr", "smartTagTypes", "functionGroups", "revisionPtr"}
)
_GONE_FROM_A_SHEET = frozenset(
    {"customSheetViews", "scenarios", "dataConsolidate", "protectedRanges", "phoneticPr"}
    | {"legacyDrawing", "legacyDrawingHF", "oleObjects", "controls", "webPublishItems", "extLst"}
    | {"customProperties", "smartTags", "cellWatches", "AlternateContent", "drawingHF", "rPh"}
    | {"svgBlip", "externalData", "userShapes"}
)
_TELLING_OF_CELLS = frozenset(
    {"dataValidations", "conditionalFormatting", "autoFilter", "sortState", "ignoredErrors"}
    | {"tableParts"}
)
_TRUE = ("1", "true")
# Another book is [1] or [name.xlsx]; a column of a table stands behind its name: Table[2012].
_OUTSIDE = re.compile(
    r"(?<![\w.\]])\[\d+\]|\[[^\]]*\.(?:xl|csv|ods)\w*\]|WEBSERVICE|\||RTD\(|CUBE|#REF!", re.I
)
_KEEPS_ITS_ELEMENT = frozenset({"blip", "hyperlink"})


def cleaned(data: bytes, removals: Removals) -> bytes:
    """Return an XLSX with the cells that are shown."""
    package = Package(data, "spreadsheetml.sheet.main+xml", _KEPT, removals)
    lost = _drop_hidden_sheets(package)
    package.reach()
    sheets = [one for one in package.parts.values() if local_root(one) == "worksheet"]
    for sheet in sheets:
        lost |= Hidden.of(sheet, hidden_formats(package)).drop(removals)
    names_lost = _settle_names(package, lost=lost)
    if lost:
        _refuse_charts(package)
    reach_outside = any(_reaches_outside(one) for one in sheets)
    for sheet in sheets:
        _clean_sheet(sheet, removals, lost=lost)
        if lost or names_lost or reach_outside:
            _freeze(sheet, removals)
    for part in package.parts.values():
        _clean_part(part)
    _drop_unused_strings(package, sheets)
    package.settle(lambda element: local(element) not in _KEEPS_ITS_ELEMENT)
    return package.written()


def local_root(part: Part) -> str:
    """Return the name of the element that holds a whole part."""
    return "" if part.root is None else local(part.root)


def _drop_hidden_sheets(package: Package) -> bool:
    """Take the hidden sheets out of the book, and number the names of the others anew."""
    root = package.main.root
    if root is None:
        return False
    sheets = list(root.iterfind("{*}sheets/{*}sheet"))
    hidden = [one for one in sheets if one.get("state", "visible") != "visible"]
    if len(hidden) == len(sheets):
        raise refused(
            "工作簿中没有可见的工作表。",
            "The workbook has no sheet that is shown.",
            Wording("请取消隐藏要公开的工作表。", "Show the sheets that are to be public."),
        )
    places = {
        str(sheets.index(one)): str(at)
        for at, one in enumerate(one for one in sheets if one not in hidden)
    }
    for sheet in hidden:
        package.removals.add(Kind.HIDDEN_SHEETS, sheet.get("name"))
        package.main.relations.pop(_reference(sheet), None)
        drop(sheet)
    for name in list(root.iterfind("{*}definedNames/{*}definedName")):
        place = name.get("localSheetId")
        if place is not None and place not in places:
            drop(name)
        elif place is not None:
            name.set("localSheetId", places[place])
    for view in root.iterfind("{*}bookViews/{*}workbookView"):
        for key in ("activeTab", "firstSheet"):
            view.attrib.pop(key, "")
    return bool(hidden)


def _reference(element: etree._Element) -> str:
    return next((str(v) for k, v in element.attrib.items() if str(k).endswith("}id")), "")


def _settle_names(package: Package, *, lost: bool) -> bool:
    """Drop the names that are hidden or lead outside; all of them where something was hidden."""
    root = package.main.root
    dropped = False
    for name in [] if root is None else list(root.iterfind("{*}definedNames/{*}definedName")):
        own = name.get("name", "") in ("_xlnm.Print_Area", "_xlnm.Print_Titles")
        hidden = name.get("hidden") in _TRUE
        if hidden or _OUTSIDE.search(name.text or "") or (lost and not own):
            dropped = True
            if not name.get("name", "").startswith("_xlnm."):
                package.removals.add(Kind.DATA, name.get("name"))
            drop(name)
        elif own and lost and (name.text or "").count("!") > 1:
            drop(name)
    for names in [] if root is None else list(root.iterfind("{*}definedNames")):
        if not len(names):
            drop(names)
    return dropped


def _refuse_charts(package: Package) -> None:
    if any(local_root(one) == "chartSpace" for one in package.parts.values()):
        raise refused(
            "工作簿中既有隐藏的内容，又有图表；图表可能带有隐藏的数据。",
            "The workbook has hidden content and charts; a chart may hold data that is hidden.",
            Wording(
                "请删除隐藏的工作表、行和列，或将图表改为图片。",
                "Delete the hidden sheets, rows and columns, or make the charts pictures.",
            ),
        )


def _reaches_outside(sheet: Part) -> bool:
    root = sheet.root
    return root is not None and any(_OUTSIDE.search(one.text or "") for one in root.iter("{*}f"))


def _clean_sheet(sheet: Part, removals: Removals, *, lost: bool) -> None:
    root = sheet.root
    if root is None:
        return
    for cell in root.iter("{*}c"):
        for key in ("cm", "vm", "ph"):
            cell.attrib.pop(key, "")
    if any(local(one) in ("oleObjects", "controls") for one in root):
        removals.add(Kind.EMBEDDED)
    if not lost:
        return
    for element in list(root):
        if local(element) in _TELLING_OF_CELLS:
            drop(element)
    for key, relation in list(sheet.relations.items()):
        if relation.kind == "table":
            del sheet.relations[key]


def _freeze(sheet: Part, removals: Removals) -> None:
    """Keep what each formula showed; one whose program has not told it is refused."""
    for formula in [] if sheet.root is None else list(sheet.root.iter("{*}f")):
        cell = formula.getparent()
        if cell is None or local(cell) != "c":
            continue
        if next(cell.iterfind("{*}v"), None) is None:
            raise refused(
                "公式没有保存计算结果，去掉隐藏内容后将无法显示。",
                "A formula has no stored result, and would show none without the hidden content.",
                Wording(
                    "请用表格软件打开并重新保存。", "Open the file in its program and save it."
                ),
            )
        removals.add(Kind.FORMULAS)
        drop(formula)


def _clean_part(part: Part) -> None:
    if part.root is None:
        return
    kind = local_root(part)
    gone = _GONE_FROM_THE_BOOK if kind == "workbook" else _GONE_FROM_A_SHEET
    for element in list(part.root.iter(etree.Element)):
        if local(element) in gone:
            drop(element)
    for properties in list(part.root.iter("{*}cNvPr")):
        if attribute(properties, "hidden") in _TRUE:
            anchor = next(
                properties.iterancestors(
                    "{*}twoCellAnchor", "{*}oneCellAnchor", "{*}absoluteAnchor"
                ),
                None,
            )
            if anchor is not None:
                drop(anchor)
    if kind == "table":
        for key in ("tableType", "connectionId"):
            part.root.attrib.pop(key, "")
        for column in part.root.iter("{*}tableColumn"):
            column.attrib.pop("queryTableFieldId", "")


def _drop_unused_strings(package: Package, sheets: list[Part]) -> None:
    """Empty the strings that no cell shows any more: their numbers stay."""
    used = set(_used_strings(sheets))
    for part in package.follow(package.main, "sharedStrings"):
        if part.root is None:
            continue
        for number, item in enumerate(list(part.root)):
            if str(number) not in used and len(item):
                namespace = etree.QName(item).namespace
                for child in list(item):
                    item.remove(child)
                etree.SubElement(item, f"{{{namespace}}}t")
        part.root.attrib.pop("count", "")
        part.root.attrib.pop("uniqueCount", "")


def _used_strings(sheets: list[Part]) -> Iterator[str]:
    for sheet in sheets:
        for cell in [] if sheet.root is None else sheet.root.iter("{*}c"):
            if cell.get("t") == "s":
                yield from ((one.text or "").strip() for one in cell.iterfind("{*}v"))
