"""Writes a paper as HTML: one file that stands alone, opened from a disk as well as from a site."""

from collections.abc import Iterator
from html import escape
from pathlib import Path

from sunlit.files.paper import (
    Block,
    Bullets,
    Cell,
    Contents,
    Drawing,
    Heading,
    PageBreak,
    Paper,
    Paragraph,
    Signature,
    Span,
    Spans,
    Table,
    writable,
)

_CSS = Path(__file__).with_name("paper.css")


def write_html(paper: Paper) -> bytes:
    """Return the paper as one HTML document, its style inside, without any script."""
    return "\n".join(_document(paper)).encode("utf-8")


def _document(paper: Paper) -> Iterator[str]:
    yield "<!doctype html>"
    yield f'<html lang="{"zh-Hans" if paper.language.startswith("zh") else "en"}">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f'<meta name="author" content="{_text(paper.agency)}">'
    yield f"<title>{_text(paper.title)}</title>"
    yield f"<style>\n{_CSS.read_text(encoding='utf-8').strip()}\n</style>"
    yield "</head>"
    yield "<body>"
    yield "<main>"
    yield "<header>"
    yield f'<p class="agency">{_text(paper.agency)}</p>'
    if paper.number:
        yield f'<p class="number">{_text(paper.number)}</p>'
    yield f"<h1>{_text(paper.title)}</h1>"
    if paper.subtitle:
        yield f'<p class="subtitle">{_text(paper.subtitle)}</p>'
    yield f'<p class="dated"><time datetime="{paper.day.isoformat()}">{paper.dated}</time></p>'
    yield "</header>"
    places = {id(heading): _place(heading, n) for n, heading in enumerate(paper.headings())}
    for block in paper.blocks:
        yield from _block(block, paper, places)
    yield "</main>"
    yield "</body>"
    yield "</html>"
    yield ""


def _place(heading: Heading, number: int) -> str:
    return heading.anchor or f"place-{number}"


def _block(block: Block, paper: Paper, places: dict[int, str]) -> Iterator[str]:
    match block:
        case Heading(level, text):
            tag = f"h{level + 1}"
            yield f'<{tag} id="{_text(places[id(block)])}">{_text(text)}</{tag}>'
        case Paragraph(spans, note):
            start = '<p class="note">' if note else "<p>"
            yield f"{start}{_spans(spans)}</p>"
        case Bullets(items, first, depth):
            tag = "ul" if first is None else "ol"
            start = f' start="{first}"' if first not in (None, 1) else ""
            yield f'<{tag}{start} class="depth-{depth}">' if depth else f"<{tag}{start}>"
            yield from (f"<li>{_spans(item)}</li>" for item in items)
            yield f"</{tag}>"
        case Table():
            yield from _table(block)
        case Drawing():
            yield f"<figure><figcaption>{_text(block.title)}</figcaption>"
            yield f"{writable(block.on_screen)}</figure>"
        case PageBreak():
            yield '<hr class="new-page">'
        case Signature(lines):
            yield f'<p class="signature">{"<br>".join(_text(line) for line in lines)}</p>'
        case Contents():
            yield from _contents(block, paper, places)


def _contents(contents: Contents, paper: Paper, places: dict[int, str]) -> Iterator[str]:
    yield f'<nav aria-label="{_text(contents.title)}">'
    yield f'<p class="contents">{_text(contents.title)}</p>'
    yield "<ul>"
    for heading in paper.headings():
        if heading.level <= contents.depth:
            address = _text(places[id(heading)])
            link = f'<a href="#{address}">{_text(heading.text)}</a>'
            yield f'<li class="level-{heading.level}">{link}</li>'
    yield "</ul>"
    yield "</nav>"


def _table(table: Table) -> Iterator[str]:
    numeric = [' class="number"' if n in table.numeric else "" for n in range(len(table.header))]
    yield '<div class="wide" role="region" tabindex="0"' + (
        f' aria-label="{_text(table.caption)}">' if table.caption else ">"
    )
    yield "<table>"
    if table.caption:
        yield f"<caption>{_text(table.caption)}</caption>"
    names = zip(numeric, table.header, strict=True)
    cells = "".join(f'<th scope="col"{kind}>{_text(name)}</th>' for kind, name in names)
    yield f"<thead><tr>{cells}</tr></thead>"
    yield "<tbody>"
    for row in table.rows:
        pairs = zip(numeric, row, strict=True)
        yield "<tr>" + "".join(f"<td{kind}>{_cell(cell)}</td>" for kind, cell in pairs) + "</tr>"
    yield "</tbody>"
    yield "</table>"
    yield "</div>"


def _cell(cell: Cell) -> str:
    return _spans((cell if isinstance(cell, Span) else Span(cell),))


def _spans(spans: Spans) -> str:
    return "".join(_span(span) for span in spans)


def _span(span: Span) -> str:
    words = _text(span.text)
    if span.strong:
        words = f"<strong>{words}</strong>"
    kind = ' class="figure"' if span.figure else ""
    if span.url:
        return f'<a{kind} href="{_text(span.url)}">{words}</a>'
    return f"<span{kind}>{words}</span>" if kind else words


def _text(text: str) -> str:
    return escape(writable(text), quote=True)
