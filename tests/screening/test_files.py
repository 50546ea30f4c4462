"""Files of every kind are read, and what they hide is found."""

import io

import pytest
from docx import Document

from sunlit.files.cleaning import clean
from sunlit.kernel.refusals import Unacceptable
from sunlit.screening.files import screen_file
from sunlit.screening.kinds import Kind
from tests.files import private
from tests.screening import papers
from tests.screening.reading import an_id

ID = an_id()
MOBILE = "13812345678"


def kinds(name, content):
    """The kinds and texts found in a file."""
    return [(one.kind, one.text) for one in screen_file(name, content)]


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_text_is_read_in_its_encoding(coding):
    content = f"张三，身份证号：{ID}".encode(coding)

    assert (Kind.ID_NUMBER, ID) in kinds("a.txt", content)


def test_the_name_of_a_file_is_screened_too():
    assert kinds(f"{ID}.txt", b"") == [(Kind.ID_NUMBER, ID)]


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx", "a.pdf", "a.jpg", "a.bin"])
def test_a_clean_file_gives_no_findings(name):
    content = {
        "a.docx": papers.docx(papers.run("通知全文")),
        "a.xlsx": papers.xlsx([["序号", "事项"], [1, "绿化"]]),
        "a.pdf": papers.pdf(b"0.9 g 40 290 200 30 re f 0 g\n" + papers.drawn("Notice")),
        "a.jpg": papers.image("JPEG"),
        "a.bin": papers.image("PNG"),
    }[name]

    assert kinds(name, content) == []


def test_the_parts_of_a_docx_are_read():
    content = papers.docx(
        papers.run(f"电话{MOBILE}"), header=f"身份证{ID}", comment="此处请核实", author="王小明"
    )

    found = kinds("a.docx", content)

    assert (Kind.MOBILE, MOBILE) in found
    assert (Kind.ID_NUMBER, ID) in found
    assert (Kind.HIDDEN_CONTENT, "此处请核实") in found
    assert (Kind.METADATA, "王小明") in found


@pytest.mark.parametrize(
    "run",
    [
        papers.deleted(ID),
        papers.run(ID, "<w:vanish/>"),
        papers.run(ID, '<w:color w:val="FFFFFF"/>'),
    ],
)
def test_what_a_docx_hides_is_found_and_screened(run):
    found = kinds("a.docx", papers.docx(run))

    assert found == [(Kind.HIDDEN_CONTENT, ID), (Kind.ID_NUMBER, ID)]


def test_a_tracked_insertion_is_both_seen_and_told():
    found = kinds("a.docx", papers.docx(papers.inserted("另行通知")))

    assert found == [(Kind.HIDDEN_CONTENT, "另行通知")]


def test_white_text_on_a_dark_ground_is_not_hidden():
    shaded = '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="000000"/>'

    assert kinds("a.docx", papers.docx(papers.run("标题", shaded))) == []


def test_a_number_cut_into_several_runs_is_found():
    found = kinds("a.docx", papers.docx(papers.run(ID[:7]), papers.run(ID[7:])))

    assert found == [(Kind.ID_NUMBER, ID)]


def test_a_name_in_the_next_cell_is_found():
    content = papers.xlsx([["姓名", "证件号"], ["张三", ID]])

    assert kinds("a.xlsx", content) == [(Kind.NAME_WITH_ID, "张三"), (Kind.ID_NUMBER, ID)]


def test_what_an_xlsx_hides_is_found_and_screened():
    content = papers.xlsx(
        [["公示"], ["张三"], [f"电话{MOBILE}"], ["a", "底价"]],
        hidden_rows=[2],
        hidden_columns=[1],
        hidden_sheet=f"身份证{ID}",
        comment="领导批示",
        author="王小明",
    )

    found = kinds("a.xlsx", content)

    hidden = [text for kind, text in found if kind is Kind.HIDDEN_CONTENT]
    assert hidden == [f"电话{MOBILE}\n底价", f"身份证{ID}", "领导批示"]
    assert {(Kind.MOBILE, MOBILE), (Kind.ID_NUMBER, ID), (Kind.METADATA, "王小明")} <= set(found)


def test_a_number_in_a_cell_of_numbers_is_found():
    assert (Kind.MOBILE, MOBILE) in kinds("a.xlsx", papers.xlsx([["电话", int(MOBILE)]]))


TELEPHONE = papers.drawn(f"Tel {MOBILE}")
BLACK = b"0 g 40 290 300 30 re f\n"


@pytest.mark.parametrize(
    "content",
    [
        papers.pdf(TELEPHONE + BLACK),
        papers.pdf(TELEPHONE + b"1 g 40 290 300 30 re f\n"),
        papers.pdf(TELEPHONE, box=(40, 290, 340, 320)),
        papers.pdf(b"1 g\n" + TELEPHONE),
        papers.pdf(b"3 Tr\n" + TELEPHONE),
    ],
)
def test_text_that_a_pdf_hides_is_found(content):
    found = kinds("a.pdf", content)

    assert (Kind.MOBILE, MOBILE) in found
    (hidden,) = [text for kind, text in found if kind is Kind.HIDDEN_CONTENT]
    assert MOBILE in hidden


@pytest.mark.parametrize(
    "content",
    [
        papers.pdf(BLACK + b"1 g\n" + TELEPHONE),
        papers.pdf(TELEPHONE + b"0 g 40 296 300 1 re f\n"),
        papers.pdf(TELEPHONE + b"0 G 40 290 300 30 re S\n"),
    ],
)
def test_text_on_a_ground_underlined_or_framed_is_not_hidden(content):
    assert [kind for kind, _text in kinds("a.pdf", content)] == [Kind.MOBILE]


def test_what_stands_beside_the_pages_of_a_pdf_is_found():
    content = papers.pdf(TELEPHONE, author="王小明", note="请改", attachment="底稿.doc")

    assert {
        (Kind.METADATA, "王小明"),
        (Kind.HIDDEN_CONTENT, "请改"),
        (Kind.HIDDEN_CONTENT, "底稿.doc"),
    } <= set(kinds("a.pdf", content))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_where_and_by_whom_a_picture_was_taken_is_found(kind):
    content = papers.image(kind, artist="Wang", place=True, description=f"Tel {MOBILE}")

    assert kinds("a.jpg", content) == [
        (Kind.METADATA, "30.25833, 120.15000"),
        (Kind.METADATA, "Wang"),
        (Kind.MOBILE, MOBILE),
    ]


@pytest.mark.parametrize(
    "markup",
    [
        f'<p style="display:none">{ID}</p>',
        f"<div hidden><b>{ID}</b></div>",
        f"<!-- 旧稿 {ID} -->",
    ],
)
def test_what_a_page_hides_is_found_and_screened(markup):
    found = kinds("a.html", f"<html><body><p>公告</p>{markup}</body></html>".encode())

    assert [kind for kind, _text in found] == [Kind.HIDDEN_CONTENT, Kind.ID_NUMBER]


def test_a_page_is_read_without_its_tags():
    page = f"<html><head><meta name=author content=王小明></head><p>电话<b>138</b>{MOBILE[3:]}</p>"

    assert kinds("a.html", page.encode()) == [(Kind.MOBILE, MOBILE), (Kind.METADATA, "王小明")]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
        ("a.docx", b"PK\x03\x04 broken"),
        ("a.zip", papers.changed(papers.xlsx([]), "xl/workbook.xml", lambda _: b"<broken")),
        ("a.pdf", b"%PDF-1.7 broken"),
        ("a.jpg", b"\xff\xd8\xff broken"),
        ("a.bin", bytes(64)),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_a_sentence(name, content):
    with pytest.raises(Unacceptable) as refused:
        screen_file(name, content)

    assert name in refused.value.said_in("zh") + refused.value.said_in("en")
    assert "人工" in refused.value.said_in("zh")


def test_an_entity_is_not_followed(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text(MOBILE)
    declared = f'<!DOCTYPE x [<!ENTITY e SYSTEM "file://{secret}">]>'

    def attack(content):
        begin = content.index(b"<w:document")
        return declared.encode() + content[begin:].replace("公告".encode(), b"&e;")

    content = papers.changed(papers.docx(), "word/document.xml", attack)

    assert kinds("a.docx", content) == []


def test_a_package_that_swells_is_refused(monkeypatch):
    monkeypatch.setattr("sunlit.screening.packages.MOST", 1000)

    with pytest.raises(Unacceptable, match="解压后过大"):
        screen_file("a.docx", papers.docx())


def test_the_parts_of_a_pptx_are_read():
    content = private.pptx(
        [f"电话{MOBILE}", "第二页", f"身份证{ID}"], hidden={2}, notes="此处请核实"
    )

    found = kinds("a.pptx", content)

    assert (Kind.MOBILE, MOBILE) in found
    assert (Kind.ID_NUMBER, ID) in found
    assert (Kind.HIDDEN_CONTENT, f"身份证{ID}") in found
    assert (Kind.HIDDEN_CONTENT, "此处请核实") in found
    assert (Kind.HIDDEN_CONTENT, private.SECRET) in found


def test_a_clean_pptx_gives_no_findings():
    content = clean("a.pptx", private.pptx(["第一页", MOBILE], hidden={1}, notes=ID)).data

    assert kinds("a.pptx", content) == []


def test_how_a_picture_is_described_is_read():
    document = Document()
    document.add_picture(io.BytesIO(private.picture("PNG")))
    document.element.body.xpath(".//wp:docPr")[0].set("descr", f"身份证{ID}")

    assert (Kind.ID_NUMBER, ID) in kinds("a.docx", private.bytes_of(document.save))


def test_how_a_picture_in_a_table_is_described_is_read():
    def fill(book):
        picture = {"image_data": io.BytesIO(private.picture("PNG")), "description": MOBILE}
        book.add_worksheet("表").insert_image(0, 0, "a.png", picture)

    assert (Kind.MOBILE, MOBILE) in kinds("a.xlsx", private.xlsx(fill))
