"""Writes a paper as DOCX: real styles, links, contents; the same bytes for the same paper."""

# ruff: noqa: SLF001  python-docx gives its XML as _p, _r and _tbl only

import io
import zipfile
from datetime import datetime, time
from typing import Any, Final, cast

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt, RGBColor
from docx.table import Table as DocxTable
from docx.text.paragraph import Paragraph as DocxParagraph

from sunlit.files import docx_styles as styles
from sunlit.files.docx_pictures import place
from sunlit.files.docx_styles import element
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
from sunlit.files.pdf import rasters

_EPOCH: Final = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip file knows
_OF_ANOTHER_PROGRAM: Final = (RELATIONSHIP_TYPE.THUMBNAIL, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)
_INK_OF_LETTERS: Final = RGBColor(0, 0, 0)
_INK: Final = RGBColor(0x1D, 0x3F, 0x72)


def write_docx(paper: Paper) -> bytes:
    """Return the paper as an Office Open XML document."""
    document = docx.Document()
    styles.prepare(document, paper.language)
    if paper.letter:
        styles.enlarge_cells(document)
    styles.name_on_every_page(document, writable(paper.named))
    _describe(document, paper)
    _head(document, paper)
    writer = _Writer(document, paper)
    for block in paper.blocks:
        writer.write(block)
    return _settled(document)


def _describe(document: Document, paper: Paper) -> None:
    """Fill the properties: the agency is the author, the paper's day is the only time."""
    properties = document.core_properties
    midnight = datetime.combine(paper.day, time(0))
    properties.title = writable(paper.title)[:255]
    properties.subject = writable(paper.subtitle)[:255]
    properties.author = properties.last_modified_by = writable(paper.agency)[:255]
    properties.language = styles.tag(paper.language)
    properties.created = properties.modified = midnight
    properties.comments = properties.keywords = properties.category = ""
    properties.revision = 1
    leads = document.part.package.rels
    for key in [key for key, lead in leads.items() if lead.reltype in _OF_ANOTHER_PROGRAM]:
        del leads[key]


def _head(document: Document, paper: Paper) -> None:
    """The head of the paper: who speaks, the red rule, what it is; a letter's own."""
    if paper.letter:
        agency = document.add_paragraph(writable(paper.agency), style=styles.DATED)
        agency.runs[0].font.size = Pt(18)
        agency.runs[0].font.color.rgb = _INK_OF_LETTERS
        document.add_paragraph(writable(paper.title), style="Title")
        if paper.number:
            number = document.add_paragraph(writable(paper.number), style=styles.DATED)
            number.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        return
    document.add_paragraph(writable(paper.agency), style=styles.AGENCY)
    document.add_paragraph(writable(paper.number), style=styles.NUMBER)
    document.add_paragraph(writable(paper.title), style="Title")
    if paper.subtitle:
        document.add_paragraph(writable(paper.subtitle), style="Subtitle")
    document.add_paragraph(paper.dated, style=styles.DATED)


class _Writer:
    """Writes the blocks of one paper, one after the other."""

    def __init__(self, document: Document, paper: Paper) -> None:
        self.document = document
        self.paper = paper
        headings = list(paper.headings())
        # Word allows 40 characters in a bookmark's name: places are numbered instead.
        self.places = {id(heading): f"place_{n}" for n, heading in enumerate(headings)}
        self.images = rasters([one for one in paper.blocks if isinstance(one, Drawing)])
        self.addresses: dict[str, str] = {}
        self.on_new_page = False
        # Read once: python-docx looks through every style for each paragraph that names one.
        self.style_ids = {str(style.name): style.style_id for style in document.styles}
        self.end = document.element.body.sectPr
        self.anchors = {h.anchor: self.places[id(h)] for h in headings if h.anchor}

    def write(self, block: Block) -> None:
        """Write one block."""
        match block:
            case Heading():
                self._heading(block)
            case Paragraph(spans, note, flush):
                style = styles.NOTE if note else styles.TEXT
                paragraph = self._paragraph(style)
                if flush:
                    paragraph.paragraph_format.first_line_indent = Pt(0)
                self._spans(paragraph, spans)
            case Bullets():
                self._list(block)
            case Table():
                self._table(block)
            case Drawing():
                self._paragraph("Caption", writable(block.title))
                holder = self._paragraph(styles.PICTURE)
                place(holder, block, self.images[block], wide=self._line_width() * 84 // 100)
            case PageBreak():
                self.on_new_page = True
            case Signature(lines):
                for line in lines:
                    self._paragraph(styles.SIGNATURE, writable(line))
            case Contents():
                self._contents(block)

    def _paragraph(self, style: str, text: str = "") -> DocxParagraph:
        """Write a paragraph at the end."""
        made = cast("CT_P", element("w:p"))
        made.style = self.style_ids[style]
        self.end.addprevious(made)
        paragraph = DocxParagraph(made, self.document._body)
        if self.on_new_page:
            paragraph.paragraph_format.page_break_before = True
            self.on_new_page = False
        if text:
            paragraph.add_run(text)
        return paragraph

    def _list(self, block: Bullets) -> None:
        style = "List Bullet" if block.first is None else "List Number"
        number = None if block.first is None else styles.numbered_from(self.document, block.first)
        for item in block.items:
            paragraph = self._paragraph(style)
            if number is not None:
                cast(
                    "Any", paragraph._p.get_or_add_pPr()
                ).get_or_add_numPr().get_or_add_numId().val = number
            if block.depth:
                left = styles.LIST_INDENT * (block.depth + 1)
                paragraph.paragraph_format.left_indent = left
                paragraph.paragraph_format.first_line_indent = -styles.LIST_INDENT
            self._spans(paragraph, item)

    def _heading(self, heading: Heading) -> None:
        name = self.places[id(heading)]
        number = name.removeprefix("place_")
        paragraph = self._paragraph(f"Heading {heading.level}")
        paragraph._p.append(element("w:bookmarkStart", **{"w:id": number, "w:name": name}))
        paragraph.add_run(writable(heading.text))
        paragraph._p.append(element("w:bookmarkEnd", **{"w:id": number}))

    def _spans(self, paragraph: DocxParagraph, spans: Spans) -> None:
        for span in spans:
            run = paragraph.add_run(writable(span.text))
            if span.strong:
                run.bold = True
            if span.figure:
                run._r.style = self.style_ids[styles.FIGURE]
            if span.url:
                if not span.figure:
                    run.font.color.rgb = _INK
                link = self._link(span.url)
                link.append(run._r)
                paragraph._p.append(link)

    def _link(self, url: str) -> BaseOxmlElement:
        if url.startswith("#"):
            return element("w:hyperlink", **{"w:anchor": self.anchors[url[1:]], "w:history": "1"})
        if url not in self.addresses:  # numbered here: python-docx looks through all of them
            name = f"address{len(self.addresses) + 1}"
            leads = self.document.part.rels
            leads.add_relationship(RELATIONSHIP_TYPE.HYPERLINK, url, name, is_external=True)
            self.addresses[url] = name
        return element("w:hyperlink", **{"r:id": self.addresses[url], "w:history": "1"})

    def _table(self, table: Table) -> None:
        if table.caption or self.on_new_page:
            self._paragraph("Caption", writable(table.caption))
        made = self.document.add_table(rows=0, cols=len(table.header))
        made._tbl.tblStyle_val = self.style_ids[styles.TABLE]
        _describe_table(made, table, line=self._line_width())
        self._row(made, table.header, table.numeric, keep=True)
        made.rows[0]._tr.get_or_add_trPr().append(element("w:tblHeader"))
        for row in table.rows:
            self._row(made, row, table.numeric, keep=table.short and row is not table.rows[-1])
        self._paragraph(styles.NOTE)

    def _row(
        self, made: DocxTable, row: tuple[Cell, ...], numeric: frozenset[int], *, keep: bool
    ) -> None:
        """Write a row; one to `keep` stands on the page of the next row."""
        # Written as XML: python-docx takes quadratic time for the rows of a long table.
        made_row = element("w:tr")
        whole = element("w:trPr")
        whole.append(element("w:cantSplit"))
        made_row.append(whole)
        made._tbl.append(made_row)
        for column, cell in enumerate(row):
            holder = element("w:tc")
            made_row.append(holder)
            paragraph = cast("CT_P", element("w:p"))
            holder.append(paragraph)
            shape = element("w:pPr")
            shape.append(element("w:pStyle", **{"w:val": self.style_ids[styles.CELL]}))
            if keep:
                shape.append(element("w:keepNext"))
            if column in numeric:
                shape.append(element("w:jc", **{"w:val": "right"}))
            paragraph.append(shape)
            self._spans(DocxParagraph(paragraph, self.document._body), (_as_span(cell),))

    def _line_width(self) -> int:
        section = self.document.sections[0]
        width, left, right = section.page_width, section.left_margin, section.right_margin
        return (width or 0) - (left or 0) - (right or 0)

    def _contents(self, contents: Contents) -> None:
        """Write a contents field, filled in: it reads well before anyone updates it.

        Only the program that lays the pages out knows their numbers: each is a field, empty until
        then. No number is better than a wrong one, or than a question asked at each opening.
        """
        self._paragraph(styles.CONTENTS, writable(contents.title))
        listed = [h for h in self.paper.headings() if h.level <= contents.depth]
        paragraph = self._paragraph("toc 1")
        _field(paragraph, f'TOC \\o "1-{contents.depth}" \\h \\z \\u')
        for number, heading in enumerate(listed):
            if number:
                paragraph = self._paragraph(f"toc {heading.level}")
            place = self.places[id(heading)]
            link = element("w:hyperlink", **{"w:anchor": place, "w:history": "1"})
            link.append(paragraph.add_run(writable(heading.text))._r)
            link.append(paragraph.add_run("\t")._r)
            number_of_page = element("w:fldSimple", **{"w:instr": f"PAGEREF {place} \\h"})
            number_of_page.append(paragraph.add_run()._r)
            link.append(number_of_page)
            paragraph._p.append(link)
        paragraph.add_run()._r.append(element("w:fldChar", **{"w:fldCharType": "end"}))


def _as_span(cell: Cell) -> Span:
    return cell if isinstance(cell, Span) else Span(cell)


def _field(paragraph: DocxParagraph, code: str) -> None:
    """Open a field; what follows until its end is its result."""
    paragraph.add_run()._r.append(element("w:fldChar", **{"w:fldCharType": "begin"}))
    instruction = element("w:instrText", **{"xml:space": "preserve"})
    instruction.text = code
    paragraph.add_run()._r.append(instruction)
    paragraph.add_run()._r.append(element("w:fldChar", **{"w:fldCharType": "separate"}))


def _describe_table(made: DocxTable, table: Table, *, line: int) -> None:
    properties = made._tbl.tblPr
    properties.append(element("w:tblCaption", **{"w:val": writable(table.caption)}))
    made.autofit = False
    shares = table.widths or (1,) * len(table.header)
    for column, share in zip(made._tbl.tblGrid.findall(qn("w:gridCol")), shares, strict=True):
        column.set(qn("w:w"), str(int(line * share / sum(shares) / Pt(1) * 20)))


def _settled(document: Document) -> bytes:
    """Save the document so that only its content decides the bytes."""
    saved = io.BytesIO()
    document.save(saved)
    settled = io.BytesIO()
    with (
        zipfile.ZipFile(saved) as source,
        zipfile.ZipFile(settled, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as target,
    ):
        for member in source.infolist():
            entry = zipfile.ZipInfo(member.filename, date_time=_EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o600 << 16
            target.writestr(entry, source.read(member))
    return settled.getvalue()
