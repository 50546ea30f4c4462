"""The text of an item as the blocks of a document to keep."""

from collections.abc import Iterator
from itertools import groupby

from sunlit.design.markup import writing
from sunlit.design.markup.blocks import blocks
from sunlit.files import paper
from sunlit.files.paper import DEEPEST_HEADING


def paper_blocks(text: str) -> list[paper.Block]:
    """Return a text in light markup as a document has it: headings, lists, tables, links."""
    grouped = groupby(blocks(text), key=_list_of)
    return [made for named, some in grouped for made in _made(named, list(some))]


def _list_of(block: writing.Block) -> tuple[int, bool] | None:
    """Return which list a block is an entry of: how deep it stands, and whether it has numbers."""
    return (block.depth, block.number is not None) if isinstance(block, writing.Item) else None


def _made(named: tuple[int, bool] | None, some: list[writing.Block]) -> Iterator[paper.Block]:
    if named is None:
        yield from map(_block, some)
        return
    entries = [one for one in some if isinstance(one, writing.Item)]
    begun = [at for at, one in enumerate(entries) if at and one.begins]
    for start, end in zip([0, *begun], [*begun, len(entries)], strict=True):
        items = tuple(_spans(one.line) for one in entries[start:end])
        yield paper.Bullets(items, depth=named[0], first=entries[start].number)


def _block(block: writing.Block) -> paper.Block:
    match block:
        case writing.Paragraph(line):
            return paper.Paragraph(_spans(line))
        case writing.Heading(line, level):
            return paper.Heading(min(level, DEEPEST_HEADING), _on_one_line(line))
        case writing.Table((header, *rows)):
            cells = tuple(tuple(map(_cell, row)) for row in rows)
            return paper.Table("", tuple(map(_on_one_line, header)), cells)
    raise TypeError(block)


def _spans(line: writing.Line) -> paper.Spans:
    return tuple(_span(span) for span in line)


def _span(span: writing.Span) -> paper.Span:
    if span.picture:
        return paper.Span(f"（图：{span.text}）" if span.text else "（图）")
    leads = span.url.startswith(("http://", "https://", "mailto:"))
    return paper.Span(span.text, url=span.url if leads else None, strong=span.strong)


def _cell(line: writing.Line) -> paper.Cell:
    """Return a cell; it leads somewhere where one link is all that stands in it."""
    return _span(line[0]) if len(line) == 1 else _on_one_line(line)


def _on_one_line(line: writing.Line) -> str:
    return "".join(_span(span).text for span in line).replace("\n", " ")
