"""What an HTML page holds: its text, what it hides, its comments, its properties."""

import re
from collections.abc import Iterator

from lxml import etree
from lxml import html as lxml_html

from sunlit.kernel.wording import Wording
from sunlit.screening.parts import Part, hidden, metadata, unreadable

_HIDDEN = Wording("隐藏元素", "hidden element")
_COMMENT = Wording("网页注释", "comment in the source")
_ATTRIBUTES = Wording("元素属性", "attributes")
_UNSEEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])|opacity\s*:\s*0(?![.\d])",
    re.I,
)
_INLINE = frozenset({"a", "b", "i", "u", "em", "strong", "span", "font", "small", "sup", "sub"})
_CELLS = frozenset({"td", "th"})
_MUTE = frozenset({"script", "style", "noscript", "template"})
_SPOKEN_ATTRIBUTES = ("alt", "title", "value", "placeholder", "content", "aria-label")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")


def parts(name: str, text: str) -> Iterator[Part]:
    """Yield the parts of a page; raises a refusal for one that is no HTML."""
    # A declaration would set the encoding anew; the text is decoded already.
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
    try:
        root = lxml_html.document_fromstring(text)
    except (etree.ParserError, ValueError):
        raise unreadable(name, "网页为空", "the page is empty") from None
    pieces: list[str] = []
    unseen: list[str] = []
    _read(root, pieces, unseen)
    yield Part("".join(pieces), Wording("网页", "page"))
    for one in unseen:
        if one.strip():
            yield hidden(one, _HIDDEN)
    yield from _beside(root)


def _read(element: etree._Element, shown: list[str], unseen: list[str]) -> None:
    tag = element.tag if isinstance(element.tag, str) else ""
    if tag in _MUTE or not tag:
        return
    if _is_hidden(element):
        pieces: list[str] = []
        for child in element:
            _read(child, pieces, unseen)
            pieces.append(child.tail or "")
        unseen.append((element.text or "") + "".join(pieces))
        return
    shown.append(element.text or "")
    for child in element:
        _read(child, shown, unseen)
        shown.append(child.tail or "")
    if tag in _CELLS:
        shown.append("\t")
    elif tag not in _INLINE:
        shown.append("\n")


def _is_hidden(element: etree._Element) -> bool:
    if "hidden" in element.attrib and element.get("hidden") != "until-found":
        return True
    return bool(_UNSEEN_STYLE.search(element.get("style", "")))


def _beside(root: etree._Element) -> Iterator[Part]:
    for comment in root.getroottree().iter(etree.Comment):
        text = comment.text or ""
        # Comments of programs are in English; what people left behind is not.
        if _CHINESE.search(text):
            yield hidden(text, _COMMENT, confidence=0.7)
        elif text.strip():
            yield Part(text, _COMMENT)
    said: list[str] = []
    for element in root.iter(etree.Element):
        if element.tag == "meta" and element.get("name", "").lower() == "author":
            found = metadata(element.get("content", ""), Wording("网页属性：作者", "page: author"))
            if found:
                yield found
            continue
        said += [element.get(key, "") for key in _SPOKEN_ATTRIBUTES if element.get(key)]
        said += [str(value) for key, value in element.attrib.items() if "data-" in str(key)]
        if element.tag == "a" and element.get("href", "").startswith(("tel:", "mailto:")):
            said.append(element.get("href", "").partition(":")[2])
    if said:
        yield Part("\n".join(said), _ATTRIBUTES)
