import io
import zipfile
from datetime import datetime

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm

from sunlit.files.docx import write_docx
from sunlit.files.paper import Bullets, Drawing, Heading, Paragraph, Span, Table
from tests.files.papers import HOSTILE, LONG_WORD, paper


@pytest.fixture(scope="module")
def document():
    return docx.Document(io.BytesIO(write_docx(paper())))


def texts(document, style):
    return [p.text for p in document.paragraphs if p.style.name == style]


def test_headings_are_real_headings(document):
    assert texts(document, "Title") == ["政务公开工作报告"]
    assert texts(document, "Heading 1") == ["一、组织与机制", "附录"]
    assert texts(document, "Heading 2") == ["（一）有人负责"]
    assert texts(document, "Caption") == ["成员名单"]
    assert texts(document, "List Bullet") == ["甲", "乙"]


def test_links_lead_outside_and_to_headings_of_the_paper(document):
    links = [link for p in document.paragraphs for link in p.hyperlinks]
    outside = [link for link in links if link.address]
    assert [(link.text, link.address) for link in outside] == [
        ("网站", "https://example.org/a?b=1&c=2")
    ]
    (figure,) = [link for link in links if link.text == "12"]
    marks = document.element.body.iter(qn("w:bookmarkStart"))
    assert figure.fragment in {mark.get(qn("w:name")) for mark in marks}


def test_a_table_has_every_row_and_repeats_its_header(document):
    (table,) = document.tables
    assert [cell.text for cell in table.rows[0].cells] == ["编号", "名称", "数"]
    assert [cell.text for cell in table.rows[80].cells] == ["K80", "科室主要负责人", "80"]
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert table.style.name == "Paper Table"


def test_the_contents_are_a_field_that_is_already_filled_in(document):
    code = [text.text for text in document.element.body.iter(qn("w:instrText"))]
    assert code == ['TOC \\o "1-2" \\h \\z \\u']
    assert texts(document, "toc 1") == ["一、组织与机制\t", "附录\t"]
    assert texts(document, "toc 2") == ["（一）有人负责\t"]


def test_the_contents_ask_for_the_page_of_each_heading(document):
    body = document.element.body
    asked = [field.get(qn("w:instr")) for field in body.iter(qn("w:fldSimple"))]
    headings = [
        p._p.find(qn("w:bookmarkStart")).get(qn("w:name"))
        for p in document.paragraphs
        if p.style.name.startswith("Heading")
    ]
    assert asked == [f"PAGEREF {name} \\h" for name in headings]


def test_what_follows_a_page_break_starts_on_a_new_page(document):
    started = [p.text for p in document.paragraphs if p.paragraph_format.page_break_before]
    assert started == ["附录"]


@pytest.mark.parametrize(("rows", "kept"), [(24, 24), (25, 1)], ids=["short", "long"])
def test_a_short_table_is_not_torn_and_a_header_never_stands_alone(rows, kept):
    table = Table("", ("a",), tuple((str(n),) for n in range(rows)))
    document = docx.Document(io.BytesIO(write_docx(paper(table))))
    (made,) = document.tables
    with_next = [c.paragraphs[0].paragraph_format.keep_with_next for c in made.columns[0].cells]
    assert with_next == [True] * kept + [None] * (rows + 1 - kept)


def test_a_drawing_taller_than_a_page_is_made_smaller():
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="{}" height="{}" viewBox="0 0 {} {}"/>'
    tall, flat = (svg.format(*size, *size) for size in ((100, 900), (900, 100)))
    blocks = (Drawing("高", "高", tall, tall), Drawing("平", "平", flat, flat))
    high, wide = docx.Document(io.BytesIO(write_docx(paper(*blocks)))).inline_shapes
    assert high.height == Mm(195)
    assert high.width * 9 == pytest.approx(high.height, rel=0.01)
    assert wide.width * 100 == pytest.approx(Mm(210 - 28 - 26) * 84, rel=0.01)


def test_every_page_is_numbered_at_its_outer_edge_the_first_too(document):
    section = document.sections[0]
    assert document.settings.odd_and_even_pages_header_footer
    for foot, edge in (
        (section.first_page_footer, WD_ALIGN_PARAGRAPH.RIGHT),
        (section.footer, WD_ALIGN_PARAGRAPH.RIGHT),
        (section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT),
    ):
        assert [line.alignment for line in foot.paragraphs] == [edge]
        fields = foot._element.iter(qn("w:fldSimple"))
        assert [field.get(qn("w:instr")) for field in fields] == ["PAGE"]


def test_every_page_but_the_first_names_the_agency_and_the_paper(document):
    section = document.sections[0]
    for head in (section.header, section.even_page_header):
        (line,) = head.paragraphs
        assert line.text == paper().named
        assert line.style.name == "Header"
    assert section.different_first_page_header_footer
    assert "".join(line.text for line in section.first_page_header.paragraphs) == ""


@pytest.mark.parametrize(
    ("style", "face"),
    [("Title", "方正小标宋简体"), ("Heading 1", "黑体"), ("Normal", "仿宋_GB2312")],
)
def test_chinese_is_set_in_the_faces_of_official_documents(document, style, face):
    fonts = document.styles[style].element.rPr.rFonts
    assert fonts.get(qn("w:eastAsia")) == face


def test_no_font_is_shipped_and_each_named_one_has_fallbacks():
    with zipfile.ZipFile(io.BytesIO(write_docx(paper()))) as archive:
        assert not [name for name in archive.namelist() if "fonts/" in name]
        table = archive.read("word/fontTable.xml").decode()
    assert '<w:font w:name="方正小标宋简体"><w:altName w:val="Noto Serif CJK SC,' in table


@pytest.mark.parametrize(("language", "tag"), [("zh-hans", "zh-CN"), ("en", "en-GB")])
def test_the_document_says_its_language(language, tag):
    document = docx.Document(io.BytesIO(write_docx(paper(language=language))))
    (found,) = document.styles.element.find(qn("w:docDefaults")).iter(qn("w:lang"))
    assert found.get(qn("w:val")) == tag
    assert document.core_properties.language == tag


def test_the_agency_is_the_only_author_and_the_papers_day_the_only_time(document):
    properties = document.core_properties
    assert properties.author == properties.last_modified_by == "市样例管理局"
    assert properties.created == properties.modified
    assert properties.created.replace(tzinfo=None) == datetime(2020, 12, 25)  # noqa: DTZ001


def test_nothing_of_the_program_that_made_the_empty_document_is_left():
    with zipfile.ZipFile(io.BytesIO(write_docx(paper()))) as archive:
        names = archive.namelist()
        assert not {"docProps/thumbnail.jpeg", "docProps/app.xml"} & set(names)
        assert not [name for name in names if b"python" in archive.read(name).lower()]


def test_the_same_paper_gives_the_same_bytes():
    assert write_docx(paper()) == write_docx(paper())


def test_hostile_text_comes_out_as_it_was_put_in():
    written = write_docx(
        paper(
            Heading(1, HOSTILE),
            Paragraph((Span(HOSTILE, url="https://example.org/"), Span(LONG_WORD + "\x00"))),
            Bullets(((Span(HOSTILE),),)),
            Table(HOSTILE, (HOSTILE,), ((HOSTILE,),)),
            title=HOSTILE,
        )
    )
    document = docx.Document(io.BytesIO(written))
    assert texts(document, "Title") == [HOSTILE]
    assert texts(document, "Heading 1") == [HOSTILE]
    assert texts(document, "Body Text")[0] == HOSTILE + LONG_WORD
    assert texts(document, "List Bullet") == texts(document, "Caption") == [HOSTILE]
    assert [c.text for row in document.tables[0].rows for c in row.cells] == [HOSTILE] * 2
