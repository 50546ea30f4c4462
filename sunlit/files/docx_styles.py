"""The styles of a DOCX paper: named faces with fallbacks, none of them shipped."""

# ruff: noqa: SLF001  python-docx gives its XML as _p, _r and _blob only

from dataclasses import dataclass, replace
from typing import Any, Final, cast

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import BaseStyle, CharacterStyle, ParagraphStyle

AGENCY: Final = "Paper Agency"
NUMBER: Final = "Paper Number"
DATED: Final = "Paper Date"
TEXT: Final = "Body Text"
PICTURE: Final = "Paper Picture"
NOTE: Final = "Paper Note"
RUNNING_HEAD: Final = "Header"
PAGE_NUMBER: Final = "Footer"
SIGNATURE: Final = "Paper Signature"
CONTENTS: Final = "TOC Heading"
CELL: Final = "Paper Cell"
LIST_INDENT: Final = Pt(18)
FIGURE: Final = "Paper Figure"
TABLE: Final = "Paper Table"

_VERMILION: Final = "A8281C"
_INK: Final = "1D3F72"
_QUIET: Final = "5C564C"
_BLACK: Final = "000000"

# The faces of official documents (GB/T 9704) are not free: they are named, and a machine without
# them falls back by the alternative that the font table names.
_TITLE_FACE: Final = "方正小标宋简体"
_HEADING_FACE: Final = "黑体"
_SECOND_FACE: Final = "楷体_GB2312"
_TEXT_FACE: Final = "仿宋_GB2312"
_FALLBACKS: Final = {
    _TITLE_FACE: "Noto Serif CJK SC;Source Han Serif SC;宋体;SimSun",
    _HEADING_FACE: "Noto Sans CJK SC;Source Han Sans SC;Microsoft YaHei;SimHei",
    _SECOND_FACE: "楷体;KaiTi;Noto Serif CJK SC;SimSun",
    _TEXT_FACE: "仿宋;FangSong;Noto Serif CJK SC;SimSun",
}
_LATIN: Final = "Times New Roman"


@dataclass(frozen=True, kw_only=True)
class _Look:
    """How a paragraph style looks; lengths in points."""

    face: str = _TEXT_FACE
    size: float = 12
    colour: str = _BLACK
    bold: bool = False
    before: float = 0
    after: float = 0
    line: float = 1.5
    pitch: float = 0  # from line to line in points, whatever the font: instead of `line`
    align: WD_ALIGN_PARAGRAPH = WD_ALIGN_PARAGRAPH.LEFT
    indent: int = 0  # characters, of the first line
    keep: bool = False  # with the next paragraph


_PLAIN: Final = _Look()
_CENTRED: Final = _Look(align=WD_ALIGN_PARAGRAPH.CENTER)
_LOOKS: Final = {
    "Normal": _PLAIN,
    TEXT: _Look(indent=2, after=4, align=WD_ALIGN_PARAGRAPH.JUSTIFY),
    AGENCY: replace(_CENTRED, face=_TITLE_FACE, size=26, colour=_VERMILION, after=6, line=1.2),
    NUMBER: replace(_CENTRED, size=12, after=30),
    "Title": replace(_CENTRED, face=_TITLE_FACE, size=22, after=6, line=1.3),
    "Subtitle": replace(_CENTRED, face=_SECOND_FACE, size=14, colour=_QUIET, after=4),
    DATED: replace(_CENTRED, size=12, colour=_QUIET, after=18),
    "Heading 1": _Look(face=_HEADING_FACE, size=16, before=18, after=6, keep=True),
    "Heading 2": _Look(face=_SECOND_FACE, size=14, before=12, after=4, keep=True, bold=True),
    "Heading 3": _Look(face=_TEXT_FACE, size=12, before=8, after=2, keep=True, bold=True),
    "List Bullet": _Look(after=2),
    "List Number": _Look(after=2),
    "Caption": _Look(size=10.5, colour=_QUIET, before=8, after=4, line=1.2, keep=True),
    PICTURE: _Look(line=1, before=2, after=4),
    NOTE: _Look(size=9, colour=_QUIET, after=4, line=1.15),
    PAGE_NUMBER: _Look(size=14, line=1),
    RUNNING_HEAD: replace(_CENTRED, size=9, colour=_QUIET, line=1.2),
    SIGNATURE: _Look(align=WD_ALIGN_PARAGRAPH.RIGHT, before=6),
    CONTENTS: replace(_CENTRED, face=_HEADING_FACE, size=14, before=6, after=6, keep=True),
    "toc 1": _Look(size=11, line=1.1, before=1),
    "toc 2": _Look(size=10.5, line=1.05, colour=_QUIET),
    "toc 3": _Look(size=10.5, line=1.05, colour=_QUIET),
    CELL: _Look(size=9.5, line=1.15),
}

# GB/T 9704-2012: text and headings in size 3 (16 pt), 22 lines of 28 characters on a page.
_SIZE_3: Final = 16
_LINE_PITCH: Final = 29
_OFFICIAL: Final = _Look(size=_SIZE_3, pitch=_LINE_PITCH, indent=2)
_CHINESE_LOOKS: Final = {
    TEXT: replace(_OFFICIAL, align=WD_ALIGN_PARAGRAPH.JUSTIFY),
    "Heading 1": replace(_OFFICIAL, face=_HEADING_FACE, before=10, keep=True),
    "Heading 2": replace(_OFFICIAL, face=_SECOND_FACE, before=6, keep=True),
    "List Bullet": replace(_OFFICIAL, indent=0),
    "List Number": replace(_OFFICIAL, indent=0),
    SIGNATURE: replace(_OFFICIAL, indent=0, align=WD_ALIGN_PARAGRAPH.RIGHT),
}


def numbered_from(document: Document, first: int) -> int:
    """Return the key of a new numbering that counts from a number, in the style of such lists."""
    numbering = document.part.numbering_part.element
    style = cast("ParagraphStyle", document.styles["List Number"])
    usual = style.element.pPr.numPr.numId.val
    made = numbering.add_num(numbering.num_having_numId(usual).abstractNumId.val)
    made.add_lvlOverride(ilvl=0).add_startOverride(first)
    return int(made.numId)


def tag(language: str) -> str:
    """Return the language tag that Word knows."""
    return "zh-CN" if language.startswith("zh") else "en-GB"


def element(name: str, **attributes: str) -> BaseOxmlElement:
    """Return an XML element, such as `w:hyperlink`, with its attributes."""
    made = cast("BaseOxmlElement", OxmlElement(name))
    for key, value in attributes.items():
        made.set("{http://www.w3.org/XML/1998/namespace}space" if key == "xml:space" else qn(key),
                 value)  # fmt: skip
    return made


def prepare(document: Document, language: str) -> None:
    """Give the empty document its page, its styles, its language and its page numbers."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    chinese = language.startswith("zh")
    for name, look in (_LOOKS | (_CHINESE_LOOKS if chinese else {})).items():
        _paragraph_style(document, name, look, chinese=chinese)
    _rule_below(_styled(document, NUMBER))
    for level, name in enumerate(("toc 1", "toc 2", "toc 3")):
        shape = _styled(document, name).paragraph_format
        shape.left_indent = Pt(18 * level)
        shape.tab_stops.add_tab_stop(Mm(210 - 28 - 26), WD_TAB_ALIGNMENT.RIGHT)
    _figure_style(document)
    _table_style(document)
    _language(document, tag(language))
    _page_numbers(document)
    _name_fallbacks(document)


def _styled(document: Document, name: str) -> ParagraphStyle:
    found: BaseStyle = document.styles[name]
    if not isinstance(found, ParagraphStyle):
        raise TypeError(f"{name} is not a paragraph style")
    return found


def _paragraph_style(document: Document, name: str, look: _Look, *, chinese: bool) -> None:
    if name not in document.styles:
        made = document.styles.add_style(
            name, WD_STYLE_TYPE.PARAGRAPH, builtin=name.startswith("toc ")
        )
        made.base_style = document.styles["Normal"]
    style = _styled(document, name)
    style.font.size = Pt(look.size)
    style.font.bold = look.bold
    style.font.italic = False
    style.font.color.rgb = RGBColor.from_string(look.colour)
    _faces(style, look.face)
    shape = style.paragraph_format
    shape.space_before, shape.space_after = Pt(look.before), Pt(look.after)
    shape.line_spacing = Pt(look.pitch) if look.pitch else look.line
    shape.alignment = look.align if chinese or look.indent == 0 else WD_ALIGN_PARAGRAPH.LEFT
    shape.keep_with_next = look.keep
    shape.first_line_indent = Pt(look.indent * look.size if chinese else 0)
    borders = style.element.get_or_add_pPr().find(qn("w:pBdr"))
    if borders is not None:  # the blue rule of Word's own title
        borders.getparent().remove(borders)


def _faces(style: CharacterStyle, face: str) -> None:
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for kind, value in (("ascii", _LATIN), ("hAnsi", _LATIN), ("cs", _LATIN), ("eastAsia", face)):
        fonts.set(qn(f"w:{kind}"), value)


def _rule_below(style: ParagraphStyle) -> None:
    borders = element("w:pBdr")
    rule = {"w:val": "single", "w:sz": "18", "w:space": "6", "w:color": _VERMILION}
    borders.append(element("w:bottom", **rule))
    properties = style.element.get_or_add_pPr()
    following = properties.find(qn("w:spacing"))
    following.addprevious(borders)


def _figure_style(document: Document) -> None:
    style = document.styles.add_style(FIGURE, WD_STYLE_TYPE.CHARACTER)
    style.font.color.rgb = RGBColor.from_string(_INK)
    properties = style.element.get_or_add_rPr()
    properties.append(element("w:u", **{"w:val": "thick", "w:color": "F2C230"}))


def _table_style(document: Document) -> None:
    """A table of rules, not boxes: red above the header, hairlines between the rows."""
    style = document.styles.add_style(TABLE, WD_STYLE_TYPE.TABLE)
    style.base_style = document.styles["Normal Table"]
    borders = element("w:tblBorders")
    for side, size, colour in (
        ("top", "8", _VERMILION),
        ("bottom", "4", "B9B1A4"),
        ("insideH", "4", "B9B1A4"),
    ):
        rule = {"w:val": "single", "w:sz": size, "w:space": "0", "w:color": colour}
        borders.append(element(f"w:{side}", **rule))
    properties = element("w:tblPr")
    properties.append(borders)
    style.element.append(properties)
    header = element("w:tblStylePr", **{"w:type": "firstRow"})
    weight = element("w:rPr")
    weight.append(element("w:b"))
    ground = element("w:tcPr")
    ground.append(element("w:shd", **{"w:val": "clear", "w:color": "auto", "w:fill": "F6F2EA"}))
    header.extend([weight, ground])
    style.element.append(header)


def _language(document: Document, language: str) -> None:
    """Write the language into the defaults of every style."""
    defaults: Any = document.styles.element.find(qn("w:docDefaults"))
    properties = defaults.find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    east = {"w:val": language, "w:eastAsia": "zh-CN", "w:bidi": "ar-SA"}
    properties.append(element("w:lang", **east))


def _page_numbers(document: Document) -> None:
    """Number the pages at their outer edge, the first one too, which has a foot of its own."""
    section = document.sections[0]
    section.different_first_page_header_footer = True
    document.settings.odd_and_even_pages_header_footer = True
    for foot, edge in (
        (section.first_page_footer, WD_ALIGN_PARAGRAPH.RIGHT),
        (section.footer, WD_ALIGN_PARAGRAPH.RIGHT),
        (section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT),
    ):
        paragraph = foot.paragraphs[0]
        paragraph.style = _styled(document, PAGE_NUMBER)
        paragraph.alignment = edge
        paragraph.add_run("— ")
        number = element("w:fldSimple", **{"w:instr": "PAGE"})
        number.append(paragraph.add_run("1")._r)
        paragraph._p.append(number)
        paragraph.add_run(" —")


def enlarge_cells(document: Document) -> None:
    """Set the cells of tables as large as a form to be signed needs them."""
    style = _styled(document, CELL)
    style.font.size = Pt(12)
    style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(5)


def name_on_every_page(document: Document, words: str) -> None:
    """Write these words above every page but the first, whose head says them already."""
    section = document.sections[0]
    for head in (section.header, section.even_page_header):
        paragraph = head.paragraphs[0]
        paragraph.style = _styled(document, RUNNING_HEAD)
        paragraph.add_run(words)


def _name_fallbacks(document: Document) -> None:
    """Name, for each face that may be missing, the faces to use instead."""
    for part in document.part.package.iter_parts():
        if str(part.partname) == "/word/fontTable.xml":
            listed = "".join(
                f'<w:font w:name="{face}"><w:altName w:val="{others.replace(";", ",")}"/>'
                '<w:charset w:val="86"/></w:font>'
                for face, others in _FALLBACKS.items()
            )
            part._blob = part.blob.replace(b"</w:fonts>", listed.encode("utf-8") + b"</w:fonts>")
