"""What a PPTX holds: slides, hidden slides and shapes, notes, comments, properties."""

from collections.abc import Iterator

from lxml import etree

from sunlit.kernel.wording import Wording
from sunlit.screening.packages import Package, attribute, described, local
from sunlit.screening.parts import Part, hidden

_NOTES = Wording("演讲者备注", "speaker's notes")
_COMMENT = Wording("批注", "comment")
_TRUE = ("1", "true")
_SHAPES = frozenset({"sp", "pic", "graphicFrame", "grpSp", "cxnSp"})


def parts(name: str, content: bytes) -> Iterator[Part]:
    """Yield the parts of a PPTX; raises a refusal for one that cannot be read."""
    package = Package(name, content)
    for file in package.names(under="ppt/slides/slide", suffix=".xml"):
        number = "".join(sign for sign in file if sign.isdecimal())
        yield from _slide(package.xml(file), number)
    for file in package.names(under="ppt/notesSlides/", suffix=".xml"):
        yield from _beside(package.xml(file), _NOTES)
    for folder in ("ppt/comments", "ppt/modernComments"):
        for file in package.names(under=folder, suffix=".xml"):
            yield from _beside(package.xml(file), _COMMENT)
    for file in package.names(under="ppt/diagrams/data", suffix=".xml"):
        yield Part(_text(package.xml(file)), Wording("图形文字", "text of a drawing"))
    yield from package.properties()
    yield from package.pictures("ppt/media/")


def _slide(root: etree._Element, number: str) -> Iterator[Part]:
    place = Wording(f"第{number}张幻灯片", f"slide {number}")
    unseen = []
    for properties in list(root.iter("{*}cNvPr")):
        shape = _shape(properties)
        if attribute(properties, "hidden") in _TRUE and shape is not None:
            unseen.append(_text(shape))
            _take_out(shape)
    text = _text(root)
    if attribute(root, "show") in ("0", "false"):
        if text.strip():
            yield hidden(text, Wording(f"隐藏的{place.zh}", f"hidden {place.en}"))
    else:
        yield Part(text, place)
    for one in unseen:
        if one.strip():
            yield hidden(one, Wording(f"{place.zh}的隐藏图形", f"hidden shape of {place.en}"))
    yield from described(root)


def _shape(properties: etree._Element) -> etree._Element | None:
    around = (one for one in properties.iterancestors() if local(one) in _SHAPES)
    return next(around, None)


def _take_out(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _beside(root: etree._Element, place: Wording) -> Iterator[Part]:
    text = _text(root)
    if text.strip():
        yield hidden(text, place)


def _text(root: etree._Element) -> str:
    """Return the words of a tree: a line for each paragraph, and what stands in none."""
    lines = ["".join(one.text or "" for one in each.iter("{*}t")) for each in root.iter("{*}p")]
    alone = [
        one.text or ""
        for one in root.iter("{*}t", "{*}text")
        if not any(local(above) == "p" for above in one.iterancestors())
    ]
    return "\n".join([*lines, *alone])
