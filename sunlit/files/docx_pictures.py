"""Drawings in a DOCX: a PNG that every program shows, and the SVG itself for those that can."""

# ruff: noqa: SLF001  python-docx gives its XML as _inline only

import io
from typing import Final

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Emu, Mm
from docx.text.paragraph import Paragraph as DocxParagraph

from sunlit.files.paper import Drawing, writable

SVG: Final = "image/svg+xml"
_TALLEST: Final = Mm(195)  # with its title, on one page
# How Word names the vector form beside the raster form (svgBlip, MS-ODRAWXML 2.6.28).
_EXTENSION: Final = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_MAIN: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
_RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_VECTOR: Final = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"


def place(paragraph: DocxParagraph, drawing: Drawing, png: bytes, *, wide: int) -> None:
    """Put a drawing into a paragraph, with its words for those who hear it.

    It is `wide` EMU across, or less where it would be taller than a page.
    """
    shape = paragraph.add_run().add_picture(io.BytesIO(png), width=Emu(wide))
    if shape.height > _TALLEST:
        shape.width, shape.height = Emu(shape.width * _TALLEST // shape.height), _TALLEST
    facts = shape._inline.docPr
    facts.set("title", writable(drawing.title))
    facts.set("descr", writable(drawing.words))
    part = paragraph.part
    package = part.package
    if package is None:
        raise ValueError("A drawing is placed in a document that belongs to a package")
    number = sum(1 for one in package.iter_parts() if one.content_type == SVG) + 1
    vector = Part(
        PackURI(f"/word/media/drawing{number}.svg"),
        SVG,
        writable(drawing.on_paper).encode("utf-8"),
        package,
    )
    relation = part.relate_to(vector, RELATIONSHIP_TYPE.IMAGE)
    blip = next(shape._inline.iter(qn("a:blip")))
    blip.append(
        parse_xml(
            f'<a:extLst xmlns:a="{_MAIN}"><a:ext uri="{_EXTENSION}">'
            f'<asvg:svgBlip xmlns:asvg="{_VECTOR}" xmlns:r="{_RELATIONS}" r:embed="{relation}"/>'
            "</a:ext></a:extLst>"
        )
    )
