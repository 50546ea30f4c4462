"""What a DOCX holds: body, headers, notes, comments, tracked changes, hidden text, properties."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from sunlit.kernel.wording import Wording
from sunlit.screening.packages import Package, attribute, described, local
from sunlit.screening.parts import Part, hidden

_PLACES = {
    "document": Wording("正文", "body"),
    "header": Wording("页眉", "header"),
    "footer": Wording("页脚", "footer"),
    "footnotes": Wording("脚注", "footnotes"),
    "endnotes": Wording("尾注", "endnotes"),
}
_COMMENT = Wording("批注", "comment")
_DELETED = Wording("修订：删除的文字", "tracked change: deleted text")
_INSERTED = Wording("修订：插入的文字", "tracked change: inserted text")
_HIDDEN = Wording("隐藏文字", "hidden text")
_WHITE = Wording("白色文字", "white text")
_OFF = ("0", "false", "off")


@dataclass
class _Reading:
    """What was read so far: the text that is seen, and by place what is not."""

    shown: list[str] = field(default_factory=list)
    hidden: list[tuple[Wording, str]] = field(default_factory=list)


def parts(name: str, content: bytes) -> Iterator[Part]:
    """Yield the parts of a DOCX; raises a refusal for one that cannot be read."""
    package = Package(name, content)
    for file in package.names(under="word/", suffix=".xml"):
        stem = file.removeprefix("word/").removesuffix(".xml").rstrip("0123456789")
        if stem in _PLACES:
            yield from _story(package.xml(file), _PLACES[stem])
            yield from described(package.xml(file))
        elif stem == "comments":
            yield from _comments(package.xml(file))
    yield from package.properties()
    yield from package.pictures("word/media/")


def _story(root: etree._Element, place: Wording) -> Iterator[Part]:
    reading = _Reading()
    _read(root, reading, in_cell=False)
    yield Part("".join(reading.shown), place)
    for where, text in _joined(reading.hidden):
        if text.strip():
            yield hidden(text, where, confidence=0.6 if where in (_WHITE, _INSERTED) else 0.9)


def _comments(root: etree._Element) -> Iterator[Part]:
    for comment in root:
        reading = _Reading()
        _read(comment, reading, in_cell=False)
        text = "".join(reading.shown)
        if text.strip():
            yield hidden(text, _COMMENT)


def _read(element: etree._Element, reading: _Reading, *, in_cell: bool) -> None:
    tag = local(element)
    if tag == "r":
        _read_run(element, reading, in_cell=in_cell)
        return
    if tag == "Fallback":  # says once more what the choice before it says
        return
    for child in element:
        _read(child, reading, in_cell=in_cell or tag == "tc")
    if tag == "p":
        reading.shown.append(" " if in_cell else "\n")
    elif tag in ("tc", "tr"):
        reading.shown.append("\t" if tag == "tc" else "\n")


def _read_run(run: etree._Element, reading: _Reading, *, in_cell: bool) -> None:
    text = "".join(_spoken(run))
    where = _why_unseen(run)
    if where is None or where is _INSERTED:
        reading.shown.append(text)
    if where and text:
        reading.hidden.append((where, text))
    for child in run:
        if local(child) not in ("t", "delText", "rPr"):
            _read(child, reading, in_cell=in_cell)


def _spoken(run: etree._Element) -> Iterator[str]:
    for child in run:
        tag = local(child)
        if tag in ("t", "delText", "instrText"):
            yield child.text or ""
        elif tag in ("tab", "ptab"):
            yield "\t"
        elif tag in ("br", "cr"):
            yield "\n"
        elif tag == "noBreakHyphen":
            yield "-"


def _why_unseen(run: etree._Element) -> Wording | None:
    """Say why a run is not on the page or will not stay there; None for one that is."""
    around = {local(ancestor) for ancestor in run.iterancestors()}
    if around & {"del", "moveFrom"}:
        return _DELETED
    for property_ in (child for one in run if local(one) == "rPr" for child in one):
        tag, value = local(property_), attribute(property_, "val").lower()
        if tag in ("vanish", "webHidden", "specVanish") and value not in _OFF:
            return _HIDDEN
        if tag == "color" and value in ("ffffff", "white") and "shd" not in _shading(run):
            return _WHITE
    return _INSERTED if around & {"ins", "moveTo"} else None


def _shading(run: etree._Element) -> set[str]:
    """Return "shd" if the run, its paragraph or its cell has a ground of its own."""
    near = [run, *(one for one in run.iterancestors() if local(one) in ("p", "tc"))]
    properties = [child for one in near for child in one if local(child) in ("rPr", "pPr", "tcPr")]
    return {local(child) for one in properties for child in one}


def _joined(pieces: list[tuple[Wording, str]]) -> Iterator[tuple[Wording, str]]:
    """Join the runs that follow one another in one place: a word is often cut into several."""
    at = 0
    while at < len(pieces):
        where, end = pieces[at][0], at
        while end < len(pieces) and pieces[end][0] is where:
            end += 1
        yield where, "".join(text for _where, text in pieces[at:end])
        at = end
