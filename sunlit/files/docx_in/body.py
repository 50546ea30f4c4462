"""Reads the body of a DOCX: its paragraphs with their looks, its tables, its notes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from sunlit.design.markup.writing import Block, Heading, Item, Line, Paragraph, Span, Table
from sunlit.files.docx_in.lines import Lines
from sunlit.files.docx_in.numbering import Numbering
from sunlit.files.docx_in.opening import Look, Opened, child, is_, value
from sunlit.files.docx_in.pictures import Pictures
from sunlit.kernel.wording import Wording

_HEADING = re.compile(r"(?:heading|标题) ?([1-9])$")
_TITLES = ("title", "标题")
_PAGE_NUMBER = re.compile(r"[\s\d—\-–·/第页共]*$")


@dataclass(frozen=True, slots=True)
class Seen:
    """A block of the body, with the look that tells what it is."""

    block: Block
    look: Look

    @property
    def text(self) -> str:
        """The words of a line; nothing for a table."""
        if isinstance(self.block, Table):
            return ""
        return "".join(span.text for span in self.block.line).strip()

    @property
    def is_title(self) -> bool:
        """Whether a style calls it the title."""
        return self.look.style in _TITLES


class Body:
    """Reads the body once, and then knows its pictures, its footnotes and what it left out."""

    def __init__(self, opened: Opened) -> None:
        self._opened = opened
        self._numbering = Numbering(opened)
        self.pictures = Pictures(opened)
        self._lines = Lines(opened, self.pictures)
        self._left_out: set[str] = set()

    def read(self) -> list[Seen]:
        """Return the blocks of the body, in their order."""
        root = self._opened.tree(self._opened.main)
        body = child(root, "body")
        return [] if body is None else list(self._blocks(body))

    def footnotes(self) -> list[Block]:
        """Return the footnotes and endnotes that the text named, as paragraphs at its end."""
        blocks: list[Block] = []
        for at, (kind, key) in enumerate(self._lines.footnotes, 1):
            root = self._opened.part(kind)
            note = (
                next((one for one in root if value(one, "id") == key), None)
                if root is not None
                else None
            )
            words = [] if note is None else [one.block for one in self._blocks(note)]
            line = _flat(words)
            blocks.append(Paragraph((Span(f"［{at}］"), *line)))
        return [Heading((Span("注释"),), 2), *blocks] if blocks else []

    def notes(self) -> list[Wording]:
        """Say what was left out, and what needs a look."""
        notes = [*self._lines.notes(), *self.pictures.notes]
        if "contents" in self._left_out:
            notes.append(Wording("目录未导入，网页会按标题生成。", "The contents were left out."))
        if self._lines.footnotes:
            notes.append(Wording("脚注已移到文末。", "Footnotes stand at the end of the text."))
        said = [
            _plain(root) for kind in ("header", "footer") for root in self._opened.stories(kind)
        ]
        if any(not _PAGE_NUMBER.match(one) for one in said):
            notes.append(Wording("页眉、页脚未导入。", "Headers and footers were left out."))
        return notes

    def _blocks(self, holder: etree._Element) -> Iterator[Seen]:
        for element in holder:
            if is_(element, "p"):
                yield from self._paragraph(element)
            elif is_(element, "tbl"):
                yield from self._table(element)
            elif is_(element, "sdt"):
                content = child(element, "sdtContent")
                if content is not None:
                    yield from self._blocks(content)

    def _paragraph(self, element: etree._Element) -> Iterator[Seen]:
        look = self._opened.look_of(element)
        mark = self._numbering.mark(look.numbering)
        level = _level(look)
        if look.style.startswith("toc "):
            self._left_out.add("contents")
            return
        plain = level is not None or look.style in _TITLES
        line = self._lines.line(element, look, plain=plain)
        boxes = self._lines.boxes(element)
        seen = replace(look, size=self._lines.biggest, colour=self._lines.colour)
        if any(span.text.strip(" \u3000\n") or span.picture for span in line):
            line = _without_indent(line)
            if mark.words:
                line = (Span(mark.words), *line)
            if level is not None:
                yield Seen(Heading(line, level), seen)
            elif mark.is_item:
                yield Seen(Item(line, mark.depth, mark.number), seen)
            else:
                yield Seen(Paragraph(line), seen)
        for box in boxes:
            yield from self._blocks(box)

    def _table(self, element: etree._Element) -> Iterator[Seen]:
        rows = [
            self._row(row) for row in element.iter() if is_(row, "tr") and _belongs(row, element)
        ]
        rows = [
            row
            for row in rows
            if any(span.text.strip() or span.picture for cell in row for span in cell)
        ]
        look = self._opened.default
        width = max((len(row) for row in rows), default=0)
        if width == 1:  # a frame around a text
            yield from (Seen(Paragraph(row[0]), look) for row in rows)
            return
        while len(rows) > 2 and _is_caption(rows[0], width):  # noqa: PLR2004
            caption = tuple(replace(span, strong=not span.picture) for span in rows.pop(0)[0])
            yield Seen(Paragraph(caption), look)
        if rows:
            yield Seen(Table(tuple(rows)), look)

    def _row(self, row: etree._Element) -> tuple[Line, ...]:
        before = value(child(child(row, "trPr"), "gridBefore"), "val")
        cells: list[Line] = [()] * _span(before or "0")
        for cell in row.iter():
            if not (is_(cell, "tc") and _belongs(cell, row)):
                continue
            properties = child(cell, "tcPr")
            merged = child(properties, "vMerge")
            goes_on = merged is not None and value(merged, "val") in ("", "continue")
            words = [one.block for one in self._blocks(cell)]
            cells.append(() if goes_on else _flat(words))
            cells += [()] * (_span(value(child(properties, "gridSpan"), "val") or "1") - 1)
        return tuple(cells)


def _level(look: Look) -> int | None:
    """Return the level of a heading: that of a style, or of the outline."""
    if found := _HEADING.match(look.style):
        return min(int(found[1]) + 1, 6)
    if look.outline is not None and look.style not in _TITLES:
        return min(look.outline + 2, 6)
    return None


def _flat(blocks: list[Block]) -> Line:
    """Write the blocks of a cell on one line, one space between them."""
    spans: list[Span] = []
    for block in blocks:
        lines = (
            [cell for row in block.rows for cell in row]
            if isinstance(block, Table)
            else [block.line]
        )
        for line in lines:
            spans += [Span(" "), *line] if spans else line
    return tuple(replace(span, text=span.text.replace("\n", " ")) for span in spans)


def _without_indent(line: Line) -> Line:
    """Take the spaces away by which a first line is indented."""
    first, *rest = line
    return (replace(first, text=first.text.lstrip(" \u3000\t")), *rest)


def _is_caption(row: tuple[Line, ...], width: int) -> bool:
    return len(row) == width and bool(row[0]) and not any(row[1:])


def _belongs(element: etree._Element, holder: etree._Element) -> bool:
    """Whether a row is of this table, a cell of this row: not of a table inside of it."""
    name = etree.QName(holder).localname
    nearest = next((one for one in element.iterancestors() if is_(one, name)), None)
    return nearest is holder


def _span(said: str) -> int:
    return min(int(said), 100) if said.isdecimal() else 1


def _plain(root: etree._Element) -> str:
    return "".join(one.text or "" for one in root.iter() if is_(one, "t"))
