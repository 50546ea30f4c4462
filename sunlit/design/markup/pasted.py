"""Takes in what an editor or a paste from Word and WPS gives: HTML becomes light markup."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree
from lxml import html as lxml_html

from sunlit.design.markup.writing import (
    Block,
    Heading,
    Item,
    Line,
    Paragraph,
    Span,
    Table,
    written,
)

MOST = 5 << 20
"""The longest paste that is read, in signs."""

_MUTE = frozenset(
    {"script", "style", "head", "title", "template", "noscript", "iframe", "object", "embed", "svg"}
    | {"math", "canvas", "audio", "video", "select", "textarea", "button", "input", "form", "xml"}
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = _HEADINGS | frozenset(
    {"p", "div", "section", "article", "main", "header", "footer", "aside", "nav", "center", "dl"}
    | {"blockquote", "figure", "figcaption", "address", "dt", "dd", "pre", "body", "html", "hr"}
    | {"fieldset", "details", "summary", "li"}
)
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.I)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|bolder|[6-9]00)", re.I)
_LIGHT = re.compile(r"font-weight\s*:\s*(?:normal|lighter|[1-5]00)", re.I)
_ITALIC = re.compile(r"font-style\s*:\s*(?:italic|oblique)", re.I)
_UPRIGHT = re.compile(r"font-style\s*:\s*normal", re.I)
_MSO_LIST = re.compile(r"mso-list\s*:\s*\w+\s+level(\d)", re.I)
_MSO_MARK = re.compile(r"mso-list\s*:\s*ignore", re.I)
_NUMBER = re.compile(r"(\d{1,9})[.)．]$")
_SYMBOL = re.compile(r"[\ue000-\uf8ff]")
_WORDS = re.compile(r"\w")
_INVISIBLE = re.compile(
    r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00-\x08\x0b-\x1f\x7f]"
)


def from_html(html: str) -> str:
    """Return HTML as light markup: words, headings, emphasis, lists, tables, links, pictures.

    Whatever else there is stays behind: scripts, styles, hidden parts, addresses that are neither
    http, https, mailto nor an attachment. A text longer than `MOST` raises a `ValueError`.
    """
    if len(html) > MOST:
        raise ValueError(f"A paste may have {MOST} signs at most.")
    html = re.sub(r"^\s*<\?xml[^>]*\?>", "", html.replace("\x00", ""))
    if not html.strip():
        return ""
    try:
        root = lxml_html.document_fromstring(html, ensure_head_body=True)
    except etree.ParserError:
        return ""
    return written(_Reader().read(root))


_PLAIN = Span("")


@dataclass(frozen=True, slots=True)
class _Style:
    span: Span = _PLAIN
    depth: int = 0
    keeps_lines: bool = False


class _Reader:
    """Walks a page and gathers its blocks."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.line: list[Span] = []
        self.opening: Heading | Item | None = None

    def read(self, root: etree._Element) -> list[Block]:
        self._walk(root, _Style())
        self._close()
        return self.blocks

    def _close(self) -> None:
        """End the block that is being read."""
        line, self.line = tuple(self.line), []
        opening, self.opening = self.opening, None
        if not any(span.text.strip() or span.picture for span in line):
            self.opening = opening if isinstance(opening, Item) else None
            return
        self.blocks.append(replace(opening, line=line) if opening else Paragraph(line))

    def _walk(self, element: etree._Element, style: _Style) -> None:
        tag = _tag(element)
        if tag in _MUTE or not tag or _UNSEEN.search(element.get("style", "")):
            return
        if "hidden" in element.attrib:
            return
        style = _styled(element, tag, style)
        match tag:
            case "br":
                self.line.append(Span("\n"))
            case "img":
                self._picture(element, style)
            case "table":
                self._close()
                self._table(element)
            case "ul" | "ol":
                self._close()
                self.opening = None
                self._list(element, style)
            case _ if tag in _BLOCKS and style.depth:
                self._say_apart(element, style)
            case _ if tag in _BLOCKS:
                self._close()
                self._open(element, tag)
                self._inside(element, style)
                self._close()
            case _:
                self._inside(element, style)

    def _open(self, element: etree._Element, tag: str) -> None:
        if tag in _HEADINGS:
            self.opening = Heading((), max(int(tag[1]), 2))
        elif found := _MSO_LIST.search(element.get("style", "")):
            self.opening = self._word_item(element, int(found[1]) - 1)

    def _say_apart(self, element: etree._Element, style: _Style) -> None:
        """Read a block inside an item of a list: a line of the item."""
        self.line.append(Span("\n"))
        self._inside(element, style)
        self.line.append(Span("\n"))

    def _inside(self, element: etree._Element, style: _Style) -> None:
        self._say(element.text, style)
        for child in element:
            if not _MSO_MARK.search(child.get("style", "") if _tag(child) else ""):
                self._walk(child, style)
            self._say(child.tail, style)

    def _say(self, text: str | None, style: _Style) -> None:
        if not text:
            return
        text = _INVISIBLE.sub("", text.replace("\xa0", " ").replace("\r\n", "\n"))
        if not style.keeps_lines:
            text = re.sub(r"[ \t\n\r\f]+", " ", text)
        if text:
            self.line.append(replace(style.span, text=text))

    def _picture(self, element: etree._Element, style: _Style) -> None:
        words = _INVISIBLE.sub("", element.get("alt", ""))
        name = element.get("data-attachment", "")
        source = element.get("src", "")
        if not name and source.startswith("attachment:"):
            name = source.removeprefix("attachment:")
        if name or words:
            self.line.append(replace(style.span, text=words, picture=name))

    def _list(self, element: etree._Element, style: _Style) -> None:
        number = _whole(element.get("start", ""), 1) if _tag(element) == "ol" else None
        begins = True
        for child in element:
            if _tag(child) != "li":
                self._walk(child, style)
                continue
            self._close()
            self.opening = Item((), style.depth, number, begins)
            count = len(self.blocks)
            self._inside(child, replace(style, depth=style.depth + 1))
            self._close()
            self.opening = None
            if len(self.blocks) > count:
                begins = False
                number = None if number is None else number + 1
        self.opening = None

    def _word_item(self, element: etree._Element, depth: int) -> Item | None:
        """Read a paragraph of Word that is an entry of a list; its mark says of which kind."""
        marks = [
            "".join(map(str, one.itertext())).strip("\xa0 \n\t")
            for one in element.iter("span")
            if _MSO_MARK.search(one.get("style", ""))
        ]
        mark = marks[0] if marks else ""
        if found := _NUMBER.match(mark):
            return Item((), depth, int(found[1]))
        if _WORDS.search(mark) and mark != "o" and not _SYMBOL.match(mark):
            self.line.append(Span(mark))
            return None
        return Item((), depth)

    def _table(self, element: etree._Element) -> None:
        rows = [_row(row) for row in _rows(element)]
        rows = [row for row in rows if any(cell for cell in row)]
        if rows:
            self.blocks.append(Table(tuple(rows)))


def _row(row: etree._Element) -> tuple[Line, ...]:
    cells: list[Line] = []
    for cell in row:
        if _tag(cell) not in ("td", "th"):
            continue
        cells.append(_flat(_Reader().read(cell)))
        cells += [()] * (min(_whole(cell.get("colspan", ""), 1), 100) - 1)
    return tuple(cells)


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for child in table:
        if _tag(child) == "tr":
            yield child
        elif _tag(child) in ("thead", "tbody", "tfoot"):
            yield from _rows(child)


def _flat(blocks: list[Block]) -> Line:
    """Write the blocks of a cell on one line."""
    lines: list[Line] = []
    for block in blocks:
        lines += (
            [cell for row in block.rows for cell in row]
            if isinstance(block, Table)
            else [block.line]
        )
    spans = [span for line in lines for span in (*line, Span(" "))]
    return tuple(spans[:-1])


def _styled(element: etree._Element, tag: str, style: _Style) -> _Style:
    css = element.get("style", "")
    span = style.span
    if tag in ("b", "strong") or _BOLD.search(css):
        span = replace(span, strong=True)
    if _LIGHT.search(css):
        span = replace(span, strong=False)
    if tag in ("i", "em", "cite", "dfn", "var") or _ITALIC.search(css):
        span = replace(span, em=True)
    if _UPRIGHT.search(css):
        span = replace(span, em=False)
    if tag in ("code", "kbd", "samp", "tt"):
        span = replace(span, code=True)
    if tag == "a" and not span.url:
        name = element.get("data-attachment", "")
        span = replace(span, url=f"attachment:{name}" if name else element.get("href", ""))
    return replace(style, span=span, keeps_lines=style.keeps_lines or tag == "pre")


def _tag(element: etree._Element) -> str:
    """Return the name of an element; nothing for a comment."""
    return element.tag.lower() if isinstance(element.tag, str) else ""


def _whole(text: str, default: int) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 9 else default  # noqa: PLR2004
