"""Cleans a DOCX: the text as it would be printed, all changes accepted, nothing beside it."""

from collections.abc import Iterable

from lxml import etree

from sunlit.files.cleaning.fields import freeze_fields
from sunlit.files.cleaning.kinds import Kind, Removals, refused
from sunlit.files.cleaning.packages import Package, Part, attribute, drop, local, unwrap
from sunlit.kernel.wording import Wording

_KEPT = frozenset(
    {"officeDocument", "styles", "settings", "fontTable", "numbering", "theme", "header", "footer"}
    | {"footnotes", "endnotes", "image", "chart", "diagramData", "diagramLayout"}
    | {"diagramQuickStyle", "diagramColors", "diagramDrawing", "chartStyle", "chartColorStyle"}
)
_GONE = {
    **dict.fromkeys(("commentRangeStart", "commentRangeEnd", "commentReference"), None),
    **dict.fromkeys(("annotationRef", "proofErr", "permStart", "permEnd", "dataBinding"), None),
    **dict.fromkeys(("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart"), None),
    **dict.fromkeys(
        ("moveToRangeEnd", "placeholder", "rsids", "mailMerge", "trackRevisions"), None
    ),
    **dict.fromkeys(("documentProtection", "writeProtection", "cellIns", "cellMerge"), None),
    **dict.fromkeys(("rsid", "saveThroughXslt", "webHidden", "svgBlip", "externalData"), None),
    "docVars": Kind.DATA,
    "attachedTemplate": Kind.LINKS,
    "OLEObject": Kind.EMBEDDED,
    "control": Kind.EMBEDDED,
}
_SETTINGS_OF_CHANGES = frozenset(
    {"rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tcPrChange", "trPrChange"}
    | {"tblPrExChange", "tblGridChange", "numberingChange"}
)
_WRAPPERS = frozenset({"smartTag", "customXml", "ins", "moveTo"})
_NOT_TAKEN = frozenset({"altChunk", "subDoc", "movie"})
_OFF = ("0", "false", "off")
_PERSONAL = ("author", "date", "initials", "dateUtc", "userId", "providerId")
_KEEPS_ITS_ELEMENT = frozenset({"hyperlink", "blip", "fill", "stroke"})


def cleaned(data: bytes, removals: Removals) -> bytes:
    """Return a DOCX as it is printed."""
    package = Package(data, "wordprocessingml.document.main+xml", _KEPT, removals)
    package.reach()
    hidden = _hidden_styles(package)
    for part in list(package.parts.values()):
        if part.root is not None:
            _clean(part, hidden, removals)
    package.settle(lambda element: local(element) not in _KEEPS_ITS_ELEMENT)
    return package.written()


def _clean(part: Part, hidden: set[str], removals: Removals) -> None:
    root = part.root
    if root is None:
        return
    if any(local(one) in _NOT_TAKEN for one in root.iter(etree.Element)):
        raise refused(
            "文件中嵌有另一份文件。",
            "Another document is embedded in the file.",
            Wording("请将其内容直接粘贴到正文中。", "Paste its content into the text."),
        )
    _accept_changes(root, removals)
    freeze_fields(root, removals)
    _drop_hidden(root, hidden, removals)
    for element in list(root.iter(etree.Element)):
        tag = local(element)
        if tag in _GONE:
            if kind := _GONE[tag]:
                removals.add(kind)
            drop(element)
        elif tag in ("smartTag", "customXml"):
            _unwrap_named(element)
        else:
            _forget(element)


def _unwrap_named(element: etree._Element) -> None:
    for child in list(element):
        if local(child) in ("smartTagPr", "customXmlPr"):
            element.remove(child)
    unwrap(element)


def _forget(element: etree._Element) -> None:
    for key in list(element.attrib):
        name = etree.QName(key).localname
        if name.startswith("rsid") or (name in _PERSONAL and "}" in str(key)):
            del element.attrib[key]


def _accept_changes(root: etree._Element, removals: Removals) -> None:
    """Accept what was inserted and moved here; drop what was deleted and moved away."""
    for element in list(root.iter("{*}del", "{*}moveFrom")):
        if local(_parent(element)) == "rPr":
            continue
        if local(_parent(element)) == "trPr":
            removals.add(Kind.CHANGES, _words(_parent(_parent(element))))
            drop(_parent(_parent(element)))
            continue
        removals.add(Kind.CHANGES, _words(element))
        drop(element)
    for element in list(root.iter("{*}cellDel")):
        cell = _parent(_parent(element))
        removals.add(Kind.CHANGES, _words(cell))
        for words in list(cell.iter("{*}r")):
            drop(words)
        drop(element)
    for element in list(root.iter("{*}ins", "{*}moveTo")):
        removals.add(Kind.CHANGES)
        unwrap(element)
    for element in list(root.iter(etree.Element)):
        if local(element) in _SETTINGS_OF_CHANGES:
            removals.add(Kind.CHANGES)
            drop(element)
    for paragraph in reversed(list(root.iter("{*}p"))):
        marks = [one for one in paragraph.iterfind("{*}pPr/{*}rPr/*") if _is_deleted(one)]
        if marks:
            removals.add(Kind.CHANGES)
            for mark in marks:
                drop(mark)
            _join_with_next(paragraph)


def _is_deleted(mark: etree._Element) -> bool:
    return local(mark) in ("del", "moveFrom")


def _join_with_next(paragraph: etree._Element) -> None:
    """The end of this paragraph was deleted: what it holds begins the next one."""
    following = paragraph.getnext()
    if following is None or local(following) != "p":
        return
    own = [child for child in paragraph if local(child) != "pPr"]
    at = 1 if len(following) and local(following[0]) == "pPr" else 0
    following[at:at] = own
    drop(paragraph)


def _drop_hidden(root: etree._Element, styles: set[str], removals: Removals) -> None:
    for run in list(root.iter("{*}r")):
        if _is_hidden(run, styles):
            removals.add(Kind.HIDDEN_TEXT, _words(run))
            drop(run)
    for mark in list(root.iter("{*}vanish", "{*}specVanish")):
        drop(mark)
    for properties in list(root.iter("{*}docPr", "{*}cNvPr")):
        if properties.get("hidden") in ("1", "true"):
            removals.add(Kind.HIDDEN_SHAPES)
            drawing = next(properties.iterancestors("{*}drawing", "{*}sp", "{*}pic"), None)
            if drawing is not None:
                drop(drawing)
    for shape in list(root.iter("{*}shape", "{*}rect", "{*}textbox")):
        if "visibility:hidden" in shape.get("style", "").replace(" ", "").lower():
            removals.add(Kind.HIDDEN_SHAPES)
            drop(shape)


def _is_hidden(run: etree._Element, styles: set[str]) -> bool:
    own = next(run.iterfind("{*}rPr"), None)
    for mark in own if own is not None else ():
        if local(mark) in ("vanish", "webHidden", "specVanish"):
            return attribute(mark, "val").lower() not in _OFF
    named = [attribute(one, "val") for one in run.iterfind("{*}rPr/{*}rStyle")]
    paragraph = next(run.iterancestors("{*}p"), None)
    if paragraph is not None:
        named += [attribute(one, "val") for one in paragraph.iterfind("{*}pPr/{*}pStyle")]
    return bool(styles.intersection(named))


def _hidden_styles(package: Package) -> set[str]:
    """Return the styles that hide their words, those included that rest on one of them."""
    roots = [one.root for part in [package.main] for one in package.follow(part, "styles")]
    based: dict[str, str] = {}
    hidden: set[str] = set()
    shown: set[str] = set()
    for style in (one for root in roots if root is not None for one in root.iterfind("{*}style")):
        name = attribute(style, "styleId")
        based[name] = next((attribute(one, "val") for one in style.iterfind("{*}basedOn")), "")
        for mark in _marks(style):
            (shown if attribute(mark, "val").lower() in _OFF else hidden).add(name)
    for _level in based:
        more = {one for one, base in based.items() if base in hidden} - shown - hidden
        if not more:
            break
        hidden |= more
    return hidden


def _marks(style: etree._Element) -> Iterable[etree._Element]:
    return style.iterfind("{*}rPr/{*}vanish")


def _parent(element: etree._Element) -> etree._Element:
    parent = element.getparent()
    return element if parent is None else parent


def _words(element: etree._Element) -> str:
    return "".join(one.text or "" for one in element.iter("{*}t", "{*}delText"))
