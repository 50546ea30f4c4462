"""Writes a paper as PDF: tagged for PDF/UA-1, its fonts inside, the same bytes everywhere."""

import json
import re
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, time
from functools import cache
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import typst

from sunlit.files.glyphs import drawable
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
    Table,
    writable,
)

TEMPLATES = Path(__file__).resolve().parents[2] / "data" / "typst"

_UNBROKEN = re.compile(r"[!-~]{25,}")  # longer than a column: gets places to break
_PIECE = 6
PNG_PPI = 160

Spell = Callable[[str], str]


def write_pdf(paper: Paper) -> bytes:
    """Return the paper as a tagged PDF.

    The Chinese font of the installation is tried first, so that the file is the same on every
    machine. A character that it lacks is drawn with a font of this machine; where there is none
    either, its code point is spelled out, as U+1F600: a hole would say less.
    """
    attempts: tuple[tuple[typst.Fonts, Spell], ...] = (
        (_fonts(of_the_machine=False), writable),
        (_fonts(of_the_machine=True), writable),
        (_fonts(of_the_machine=False), _spelled_out),
    )
    *others, last = attempts
    for fonts, spell in others:
        try:
            return _compiled(paper, fonts, spell)
        except typst.TypstError as error:
            if "could not be displayed" not in error.message:
                raise
    return _compiled(paper, *last)


def _compiled(paper: Paper, fonts: typst.Fonts, spell: Spell) -> bytes:
    return typst.compile(
        TEMPLATES / "paper.typ",
        root=TEMPLATES,
        font_paths=fonts,
        format="pdf",
        sys_inputs={"paper": json.dumps(_described(paper, spell), ensure_ascii=False)},
        pdf_standards=["ua-1"],
        timestamp=datetime.combine(paper.day, time(0), UTC),
    )


def rasters(drawings: Sequence[Drawing]) -> dict[Drawing, bytes]:
    """Return each drawing as a PNG of its paper form, for programs that read no SVG."""
    if not drawings:
        return {}
    pages = typst.compile(
        TEMPLATES / "drawings.typ",
        root=TEMPLATES,
        font_paths=_fonts(of_the_machine=False),
        format="png",
        ppi=PNG_PPI,
        sys_inputs={"drawings": json.dumps([writable(one.on_paper) for one in drawings])},
    )
    return dict(zip(drawings, pages if isinstance(pages, list) else [pages], strict=True))


@cache
def _fonts(*, of_the_machine: bool) -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=of_the_machine,
        include_embedded_fonts=True,
        font_paths=[chinese_font().parent],
    )


@cache
def chinese_font() -> Path:
    """Return the file of Noto Sans SC (OFL) that one of the installed wheels carries."""
    return Path(str(distribution("zhplot").locate_file("zhplot/fonts/NotoSansSC-Regular.ttf")))


@cache
def _drawn() -> Callable[[str], bool]:
    return drawable(chinese_font().read_bytes())


def _spelled_out(text: str) -> str:
    is_drawn = _drawn()
    return "".join(
        one if one.isspace() or is_drawn(one) else f"U+{ord(one):04X}" for one in writable(text)
    )


def _described(paper: Paper, spell: Spell) -> dict[str, Any]:
    return {
        "title": spell(paper.title),
        "subtitle": spell(paper.subtitle),
        "agency": spell(paper.agency),
        "number": spell(paper.number),
        "dated": "" if paper.letter else paper.dated,
        "letter": paper.letter,
        "named": spell(paper.named),
        "day": [paper.day.year, paper.day.month, paper.day.day],
        "chinese": paper.language.startswith("zh"),
        "blocks": [_block(block, spell) for block in paper.blocks],
    }


def _block(block: Block, spell: Spell) -> dict[str, Any]:  # noqa: PLR0911 one line for each kind
    match block:
        case Heading(level, text, anchor):
            return {"kind": "heading", "level": level, "text": spell(text), "anchor": anchor}
        case Paragraph(spans, note, flush):
            kind = "note" if note else "flush" if flush else "paragraph"
            return {"kind": kind, "spans": [_span(span, spell) for span in spans]}
        case Bullets(items, first, depth):
            listed = [[_span(span, spell) for span in item] for item in items]
            kind = "bullets" if first is None else "numbered"
            return {"kind": kind, "items": listed, "first": first, "depth": depth}
        case Table():
            return {
                "kind": "table",
                "caption": spell(block.caption),
                "short": block.short,
                "header": [spell(text) for text in block.header],
                "rows": [[_cell(cell, spell) for cell in row] for row in block.rows],
                "numeric": sorted(block.numeric),
                "widths": list(block.widths) or [1] * len(block.header),
            }
        case Drawing():
            return {
                "kind": "drawing",
                "title": spell(block.title),
                "words": spell(block.words),
                "svg": spell(block.on_paper),
            }
        case PageBreak():
            return {"kind": "page break"}
        case Signature(lines):
            return {"kind": "signature", "lines": [spell(line) for line in lines]}
        case Contents(title, depth):
            return {"kind": "contents", "title": spell(title), "depth": depth}


def _cell(cell: Cell, spell: Spell) -> dict[str, Any]:
    return _span(cell if isinstance(cell, Span) else Span(cell), spell)


def _span(span: Span, spell: Spell) -> dict[str, Any]:
    return {
        "pieces": _pieces(spell(span.text)),
        "url": span.url or "",
        "strong": span.strong,
        "figure": span.figure,
    }


def _pieces(text: str) -> list[str]:
    """Cut words that no line could hold; between two pieces a line may end."""
    pieces: list[str] = []
    at = 0
    for word in _UNBROKEN.finditer(text):
        pieces.append(text[at : word.start()])
        pieces += [text[i : min(i + _PIECE, word.end())] for i in range(*word.span(), _PIECE)]
        at = word.end()
    pieces.append(text[at:])
    return [piece for piece in pieces if piece]
