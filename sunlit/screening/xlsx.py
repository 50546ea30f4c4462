"""What an XLSX holds: cells, hidden sheets, rows and columns, comments, properties."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from sunlit.kernel.wording import Wording
from sunlit.screening.packages import Package, attribute, described, local
from sunlit.screening.parts import Part, hidden

_COMMENT = Wording("批注", "comment")
_TRUE = ("1", "true")


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A sheet of the workbook: its name, its file, whether it is shown."""

    title: str
    file: str
    shown: bool


def parts(name: str, content: bytes) -> Iterator[Part]:
    """Yield the parts of an XLSX; raises a refusal for one that cannot be read."""
    package = Package(name, content)
    strings = list(_strings(package))
    for sheet in _sheets(package):
        yield from _sheet_parts(sheet, package.xml(sheet.file), strings)
    for folder in ("xl/comments", "xl/threadedComments"):
        for file in package.names(under=folder, suffix=".xml"):
            yield from _comments(package.xml(file))
    for file in package.names(under="xl/drawings/", suffix=".xml"):
        text = "\n".join(_paragraphs(package.xml(file)))
        if text.strip():
            yield Part(text, Wording("图形文字", "text of a drawing"))
        yield from described(package.xml(file))
    yield from package.properties()
    yield from package.pictures("xl/media/")


def _strings(package: Package) -> Iterator[str]:
    for file in package.names(under="xl/sharedStrings", suffix=".xml"):
        for item in package.xml(file):
            yield _text(item)


def _sheets(package: Package) -> Iterator[_Sheet]:
    files = {}
    for name in package.names(under="xl/_rels/workbook", suffix=".rels"):
        for relation in package.xml(name):
            target = attribute(relation, "Target")
            files[attribute(relation, "Id")] = (
                target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            )
    here = set(package.names())
    for element in package.xml("xl/workbook.xml").iter("{*}sheet"):
        file = files.get(attribute(element, "id"), "")
        if file in here:
            shown = attribute(element, "state") not in ("hidden", "veryHidden")
            yield _Sheet(attribute(element, "name"), file, shown)


def _sheet_parts(sheet: _Sheet, root: etree._Element, strings: list[str]) -> Iterator[Part]:
    unseen_columns = _hidden_columns(root)
    shown: list[str] = []
    unseen: list[str] = []
    for row in root.iter("{*}row"):
        cells = [(_column(attribute(cell, "r")), _value(cell, strings)) for cell in row]
        line = "\t".join(text for _at, text in cells)
        if attribute(row, "hidden") in _TRUE:
            unseen.append(line)
            continue
        shown.append(line)
        lost = [text for at, text in cells if text and any(at in one for one in unseen_columns)]
        unseen += lost
    place = Wording(f"工作表“{sheet.title}”", f"sheet “{sheet.title}”")
    text = "\n".join(shown)
    if not sheet.shown:
        if text.strip() or unseen:
            text = "\n".join([text, *unseen])
            yield hidden(text, Wording(f"隐藏的{place.zh}", f"hidden {place.en}"))
        return
    yield Part(text, place)
    if any(one.strip() for one in unseen):
        where = Wording(f"{place.zh}的隐藏行或列", f"hidden rows or columns of {place.en}")
        yield hidden("\n".join(unseen), where)
    yield from _headers(root, place)


def _headers(root: etree._Element, place: Wording) -> Iterator[Part]:
    for element in root.iter("{*}headerFooter"):
        text = "\n".join(child.text or "" for child in element)
        if text.strip():
            yield Part(text, Wording(f"{place.zh}的页眉页脚", f"header and footer of {place.en}"))


def _hidden_columns(root: etree._Element) -> list[range]:
    return [
        range(int(attribute(column, "min") or 1), int(attribute(column, "max") or 1) + 1)
        for column in root.iter("{*}col")
        if attribute(column, "hidden") in _TRUE
    ]


def _column(reference: str) -> int:
    """Return the number of the column of a cell such as AB12; 0 if it is not told."""
    number = 0
    for sign in reference:
        if not "A" <= sign <= "Z":
            break
        number = number * 26 + ord(sign) - 64
    return number


def _value(cell: etree._Element, strings: list[str]) -> str:
    kind = attribute(cell, "t")
    if kind == "inlineStr":
        return _text(cell)
    value = next((child.text or "" for child in cell if local(child) == "v"), "")
    if kind == "s":
        return strings[int(value)] if value.isdigit() and int(value) < len(strings) else ""
    return _number(value) if kind in ("", "n") else value


def _number(value: str) -> str:
    """Write a number as a cell shows it: long ones are not given in powers of ten."""
    if "E" not in value.upper() and not value.endswith(".0"):
        return value
    try:
        number = float(value)
    except ValueError:
        return value
    return str(int(number)) if number.is_integer() and abs(number) < 1e21 else value  # noqa: PLR2004


def _comments(root: etree._Element) -> Iterator[Part]:
    for comment in root.iter("{*}comment", "{*}threadedComment"):
        text = _text(comment)
        if text.strip():
            yield hidden(text, _COMMENT)


def _text(element: etree._Element) -> str:
    """Return the text of an element, without how it is pronounced."""
    spoken = element.iter("{*}t", "{*}text")
    return "".join(one.text or "" for one in spoken if local(one.getparent()) != "rPh")  # type: ignore[arg-type]


def _paragraphs(root: etree._Element) -> Iterator[str]:
    for paragraph in root.iter("{*}p"):
        yield "".join(one.text or "" for one in paragraph.iter("{*}t"))
