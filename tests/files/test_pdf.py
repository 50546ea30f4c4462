import io
import re

import pikepdf
import pypdfium2
import pytest

from sunlit.files import pdf
from sunlit.files.glyphs import drawable
from sunlit.files.paper import (
    Bullets,
    Contents,
    Drawing,
    Heading,
    Paragraph,
    Signature,
    Span,
    Table,
)
from sunlit.files.pdf import chinese_font, write_pdf
from tests.files.papers import HOSTILE, LONG_WORD, paper

SPACE = re.compile(r"[\s\u2060]+")  # lines end where they must; leaders are glued by U+2060


def text(written):
    document = pypdfium2.PdfDocument(written)
    return SPACE.sub("", "".join(page.get_textpage().get_text_range() for page in document))


def squeezed(words):
    return SPACE.sub("", words)


@pytest.fixture(scope="module")
def written():
    return write_pdf(paper())


@pytest.fixture(scope="module")
def opened(written):
    return pikepdf.open(io.BytesIO(written))


def structure(opened):
    """Every element of the structure tree, by its tag."""
    found = []
    stack = [opened.Root.StructTreeRoot]
    while stack:
        node = stack.pop()
        if isinstance(node, pikepdf.Array):
            stack += list(node)
        elif isinstance(node, pikepdf.Dictionary):
            if "/S" in node:
                found.append(str(node.S))
            if "/K" in node:
                stack.append(node.K)
    return found


def test_the_text_of_the_pages_is_the_text_of_the_paper():
    found = text(
        write_pdf(
            paper(
                Heading(1, "一、组织与机制"),
                Paragraph(
                    (Span("领导小组成员"), Span("12", figure=True), Span("人，2020年设立。"))
                ),
                Bullets(((Span("甲"),), (Span("乙"),))),
                Table("名单", ("编号", "名称"), (("K01", "办公室"), ("K02", "人事科"))),
                Signature(("市样例管理局",)),
            )
        )
    )
    assert found == (
        "市样例管理局样管〔2020〕1号政务公开工作报告根据记录编写2020年12月25日"
        "一、组织与机制领导小组成员12人，2020年设立。•甲•乙"
        "名单编号名称K01办公室K02人事科市样例管理局—1—"
    )


def test_the_file_is_tagged_and_says_its_language_and_title(opened):
    assert opened.Root.MarkInfo.Marked
    assert str(opened.Root.Lang) == "zh-CN"
    assert opened.Root.ViewerPreferences.DisplayDocTitle
    with opened.open_metadata() as metadata:
        assert metadata["dc:title"] == "政务公开工作报告"
        assert metadata["dc:creator"] == ["市样例管理局"]
        assert metadata["pdfuaid:part"] == "1"


def test_headings_lists_links_and_header_cells_are_tagged_as_such(opened):
    tags = structure(opened)
    assert tags.count("/H1") >= 2
    assert "/H2" in tags
    assert "/LI" in tags
    assert "/Link" in tags
    assert tags.count("/TH") == 3
    assert tags.count("/TD") == 80 * 3


def test_the_outline_leads_to_the_headings(opened):
    with opened.open_outline() as outline:
        assert [item.title for item in outline.root][-2:] == ["一、组织与机制", "附录"]


def test_links_lead_outside(opened):
    links = [
        str(note.A.URI)
        for page in opened.pages
        for note in page.get("/Annots", [])
        if "/A" in note and "/URI" in note.A
    ]
    assert links == ["https://example.org/a?b=1&c=2"]


def test_the_chinese_font_is_embedded_as_a_subset(opened, written):
    fonts = [font for page in opened.pages for font in page.Resources.Font.values()]
    names = {str(font.BaseFont) for font in fonts}
    assert any(re.fullmatch(r"/[A-Z]{6}\+NotoSansSC-Regular(-Identity-H)?", name) for name in names)
    for font in fonts:
        descriptor = font.DescendantFonts[0].FontDescriptor
        assert "/FontFile2" in descriptor or "/FontFile3" in descriptor
    assert len(written) < 400_000


def test_the_same_paper_gives_the_same_bytes(written):
    assert write_pdf(paper()) == written


def test_the_papers_day_is_the_only_time_in_the_file(written):
    assert set(re.findall(rb"D:(\d{8})", written)) <= {b"20201225"}
    assert b"20201225" in written


def test_hostile_text_comes_out_as_it_was_put_in_and_runs_nothing():
    found = text(
        write_pdf(
            paper(
                Contents(HOSTILE),
                Heading(1, HOSTILE),
                Paragraph((Span(HOSTILE, strong=True), Span(HOSTILE, url="https://example.org/"))),
                Bullets(((Span(HOSTILE),),)),
                Table(HOSTILE, (HOSTILE, "b"), ((HOSTILE, Span(HOSTILE, figure=True)),)),
                Signature((HOSTILE,)),
                title=HOSTILE,
                subtitle=HOSTILE,
                agency=HOSTILE,
                number=HOSTILE,
            )
        )
    )
    drawn = squeezed(HOSTILE)
    assert (
        found.count(drawn) + found.count(drawn.replace("😀", "U+1F600")) == 16
    )  # once above page 2


@pytest.mark.parametrize("block", [
    Paragraph((Span(LONG_WORD),)),
    Table("", ("a", "b", "c"), ((LONG_WORD, "b", "c"),)),
], ids=["in a paragraph", "in a cell"])  # fmt: skip
def test_a_word_too_long_for_its_line_stays_whole_and_on_the_page(block):
    written = write_pdf(paper(block))
    assert LONG_WORD in text(written)
    page = pypdfium2.PdfDocument(written)[0]
    words = page.get_textpage()
    right = max(words.get_charbox(n)[2] for n in range(words.count_chars()))
    assert right < page.get_width() - 60


def test_a_character_that_no_font_has_is_spelled_out():
    assert "U+10FFFD" in text(write_pdf(paper(Paragraph((Span("a\U0010fffdb"),)))))


def test_a_fault_that_is_not_about_fonts_is_not_hidden(monkeypatch, tmp_path):
    (tmp_path / "paper.typ").write_text('#panic("broken")')
    monkeypatch.setattr(pdf, "TEMPLATES", tmp_path)
    with pytest.raises(RuntimeError, match="broken"):
        write_pdf(paper())


def test_a_template_reads_nothing_outside_its_folder(monkeypatch, tmp_path):
    templates = tmp_path / "templates"
    templates.mkdir()
    (tmp_path / "secret.txt").write_text("secret")
    (templates / "paper.typ").write_text('#read("../secret.txt")')
    monkeypatch.setattr(pdf, "TEMPLATES", templates)
    with pytest.raises(RuntimeError):
        write_pdf(paper())


def test_an_english_paper_says_so():
    opened = pikepdf.open(io.BytesIO(write_pdf(paper(language="en"))))
    assert str(opened.Root.Lang) == "en-GB"


def test_the_font_tells_which_characters_it_draws():
    draws = drawable(chinese_font().read_bytes())
    assert draws("政")
    assert draws("A")
    assert not draws("😀")


def test_a_file_that_is_no_font_is_refused():
    with pytest.raises(ValueError, match="no table"):
        drawable(b"\x00\x01\x00\x00" + b"\x00" * 8)


def edges(page):
    """The left and right edge of the text at the foot of a page, in millimetres."""
    words = page.get_textpage()
    boxes = [words.get_charbox(n) for n in range(words.count_chars())]
    foot = [box for box in boxes if box[1] < 35 / 25.4 * 72]
    return min(b[0] for b in foot) / 72 * 25.4, max(b[2] for b in foot) / 72 * 25.4


def test_page_numbers_stand_at_the_outer_edge_of_the_text(written):
    document = pypdfium2.PdfDocument(written)
    a_character = 14 / 72 * 25.4
    assert edges(document[0])[1] == pytest.approx(210 - 26 - a_character, abs=1)
    assert edges(document[1])[0] == pytest.approx(28 + a_character, abs=1)


@pytest.mark.parametrize(("rows", "pages"), [(24, [2]), (25, [1, 2])], ids=["short", "long"])
def test_a_short_table_is_moved_to_the_next_page_rather_than_torn(rows, pages):
    table = Table("", ("a",), tuple((f"K{n:02}",) for n in range(rows)))
    before = tuple(Paragraph((Span("甲"),)) for _ in range(10))
    document = pypdfium2.PdfDocument(write_pdf(paper(*before, table)))
    found = [n for n, page in enumerate(document, 1) if "K" in page.get_textpage().get_text_range()]
    assert found == pages


def test_a_drawing_taller_than_a_page_is_made_smaller():
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="900" viewBox="0 0 100 900">'
        '<text x="0" y="20">top</text><text x="0" y="890">foot</text></svg>'
    )
    document = pypdfium2.PdfDocument(write_pdf(paper(Drawing("高", "高", svg, svg))))
    (drawn,) = [t for page in document if "top" in (t := page.get_textpage().get_text_range())]
    assert "foot" in drawn
