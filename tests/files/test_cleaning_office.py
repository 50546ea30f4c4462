"""What office files hide is taken out, and what they show is kept."""

import io

import pytest
from docx import Document
from PIL import Image
from python_calamine import CalamineWorkbook

from sunlit.files.cleaning import Kind, clean
from sunlit.files.cleaning.kinds import NotTaken
from sunlit.screening.files import screen_file
from sunlit.screening.kinds import Kind as Found
from tests.files import private
from tests.files.private import SECRET

_RUN = "<w:r><w:t>{}</w:t></w:r>"
_GONE = (
    "<w:del w:id='1' w:author='张三' w:date='2012-01-01T00:00:00Z'>"
    "<w:r><w:delText>{}</w:delText></w:r></w:del>"
)
_END_GONE = "<w:pPr><w:rPr><w:del w:id='1' w:author='x'/></w:rPr></w:pPr>"


def kinds(cleaned):
    return {one.kind for one in cleaned.removed}


def shown(cleaned):
    return [one.text for one in Document(io.BytesIO(cleaned.data)).paragraphs]


def hides_nothing(cleaned):
    """Whether the clean file is clean to the screening, and to cleaning itself."""
    found = {one.kind for one in screen_file(cleaned.name, cleaned.data)}
    again = clean(cleaned.name, cleaned.data)
    assert again.data == cleaned.data
    assert not again.removed
    return not found & {Found.HIDDEN_CONTENT, Found.METADATA}


BODIES = {
    "deleted": ("<w:p>" + _GONE.format(SECRET) + _RUN.format("一") + "</w:p>", Kind.CHANGES),
    "moved": (
        (
            f"<w:p><w:moveFrom w:id='1' w:author='张三'>{_RUN.format(SECRET)}</w:moveFrom>"
            f"{_RUN.format('一')}</w:p>"
        ),
        Kind.CHANGES,
    ),
    "hidden": (
        f"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>{SECRET}</w:t></w:r>{_RUN.format('一')}</w:p>",
        Kind.HIDDEN_TEXT,
    ),
    "field": (
        f"<w:p>{_RUN.format('一')}<w:fldSimple w:instr=' DOCPROPERTY {SECRET} '/></w:p>",
        Kind.FIELDS,
    ),
    "field in parts": (
        (
            "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> INCLUDETEXT "
            f"\"C:\\{SECRET}\" </w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>"
            f"{_RUN.format('一')}<w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>"
        ),
        Kind.FIELDS,
    ),
    "object": (
        (
            f"<w:p>{_RUN.format('一')}<w:r><w:object><o:OLEObject "
            f"xmlns:o='urn:schemas-microsoft-com:office:office' ProgID='{SECRET}'/></w:object>"
            "</w:r></w:p>"
        ),
        Kind.EMBEDDED,
    ),
}


@pytest.mark.parametrize("name", BODIES)
def test_what_a_docx_hides_is_taken_out(name):
    body, kind = BODIES[name]
    cleaned = clean("公告.docx", private.docx(body))

    assert kind in kinds(cleaned)
    assert SECRET not in private.texts(cleaned.data)
    assert "张三" not in private.texts(cleaned.data)
    assert shown(cleaned) == ["本局公告。", "一"]
    assert hides_nothing(cleaned)


def test_an_insertion_is_accepted_and_its_author_forgotten():
    inserted = f"<w:p><w:ins w:id='1' w:author='{SECRET}'>{_RUN.format('新增')}</w:ins></w:p>"
    cleaned = clean("公告.docx", private.docx(inserted))

    assert shown(cleaned)[-1] == "新增"
    assert SECRET not in private.texts(cleaned.data)
    assert hides_nothing(cleaned)


def test_a_paragraph_whose_end_was_deleted_runs_on():
    first = f"<w:p>{_END_GONE}{_RUN.format('前')}</w:p>"
    cleaned = clean("公告.docx", private.docx(first, f"<w:p>{_RUN.format('后')}</w:p>"))

    assert shown(cleaned)[-1] == "前后"


def test_text_that_a_style_hides_is_taken_out():
    styles = (
        "<w:style w:type='character' w:styleId='Secret'><w:rPr><w:vanish/></w:rPr></w:style>",
        "<w:style w:type='character' w:styleId='More'><w:basedOn w:val='Secret'/></w:style>",
    )
    body = (
        f"<w:p><w:r><w:rPr><w:rStyle w:val='More'/></w:rPr><w:t>{SECRET}</w:t></w:r>"
        "<w:r><w:rPr><w:rStyle w:val='More'/><w:vanish w:val='0'/></w:rPr>"
        "<w:t>可见</w:t></w:r></w:p>"
    )
    cleaned = clean("公告.docx", private.docx(body, styles=styles))

    assert SECRET not in private.texts(cleaned.data)
    assert shown(cleaned)[-1] == "可见"
    assert Kind.HIDDEN_TEXT in kinds(cleaned)


def test_comments_properties_and_settings_go():
    [properties] = [
        one for one in clean("a.docx", private.docx()).removed if one.kind is Kind.PROPERTIES
    ]
    assert properties.sample == SECRET

    cleaned = clean("公告.docx", private.docx_with_comment())
    assert {Kind.COMMENTS, Kind.PROPERTIES} <= kinds(cleaned)
    assert SECRET not in private.texts(cleaned.data)
    assert hides_nothing(cleaned)

    variables = f"<w:docVars><w:docVar w:name='x' w:val='{SECRET}'/></w:docVars>"
    assert SECRET not in private.texts(clean("a.docx", private.docx(settings=[variables])).data)


def test_parts_that_nothing_shows_are_left_behind():
    package = private.docx()
    package = private.related(
        package, "word/document.xml", "customXml", "../customXml/item9.xml",
        files={"customXml/item9.xml": f"<a>{SECRET}</a>", "word/people.xml": f"<a>{SECRET}</a>"},
    )  # fmt: skip
    package = private.related(
        package, "word/document.xml", "image", "file:///C:/secret/a.png", external=True
    )
    cleaned = clean("a.docx", package)

    assert {Kind.PROPERTIES, Kind.LINKS} <= kinds(cleaned)
    assert not [
        name for name in private.names(cleaned.data) if "custom" in name or "people" in name
    ]
    assert "secret" not in private.texts(cleaned.data)


def test_a_link_to_the_web_stays_and_one_to_a_disk_goes():
    link = f"<w:p><w:hyperlink r:id='rIdX'>{_RUN.format('链接')}</w:hyperlink></w:p>"
    for target, stays in (("https://example.org/", True), ("file:///C:/secret", False)):
        package = private.related(
            private.docx(link), "word/document.xml", "hyperlink", target, external=True
        )
        cleaned = clean("a.docx", package)
        assert (target in private.texts(cleaned.data)) is stays
        assert "链接" in private.texts(cleaned.data)


def test_the_pictures_in_a_docx_are_cleaned():
    cleaned = clean("a.docx", private.docx_with_picture(private.picture()))

    assert Kind.PICTURE_DATA in kinds(cleaned)
    assert "secret" not in private.texts(cleaned.data)
    assert any(name.startswith("word/media/") for name in private.names(cleaned.data))


def test_what_is_said_of_the_removed_is_short():
    [deleted] = [
        one
        for one in clean(
            "a.docx", private.docx("<w:p>" + _GONE.format("密" * 500) + "</w:p>")
        ).removed
        if one.kind is Kind.CHANGES
    ]

    assert deleted.sample == "密" * 24 + "…"
    assert deleted.wording.zh == "修订痕迹"


def _hidden_book(book):
    sheet, other, last = (book.add_worksheet(name) for name in ("名单", "底稿", "公开"))
    bold = book.add_format({"num_format": ";;;"})
    sheet.write_row(0, 0, ["单位", SECRET, "金额"])
    sheet.write_row(1, 0, ["甲", SECRET, 5])
    sheet.write_row(2, 0, [SECRET, "", 7])
    sheet.write(3, 0, SECRET, bold)
    sheet.write_formula(3, 2, "=SUM(C1:C3)+底稿!A2", None, 12)
    sheet.set_column(1, 1, None, None, {"hidden": True})
    sheet.set_row(2, None, None, {"hidden": True})
    sheet.write_comment(0, 0, SECRET, {"author": "张三"})
    other.write(0, 0, SECRET)
    other.very_hidden()
    last.write(0, 0, "公开")
    book.define_name("秘密", "=底稿!$A$1")
    book.define_name("公开!范围", "=公开!$A$1")
    book.set_properties({"author": "张三", "company": SECRET})
    last.protect()


def test_an_xlsx_keeps_the_cells_that_are_shown():
    cleaned = clean("表.xlsx", private.xlsx(_hidden_book))
    book = CalamineWorkbook.from_filelike(io.BytesIO(cleaned.data))

    assert book.sheet_names == ["名单", "公开"]
    assert book.get_sheet_by_name("名单").to_python() == [
        ["单位", "", "金额"], ["甲", "", 5.0], ["", "", ""], ["", "", 12.0],
    ]  # fmt: skip
    assert SECRET not in private.texts(cleaned.data)
    assert "张三" not in private.texts(cleaned.data)
    assert "底稿" not in private.texts(cleaned.data)
    assert {
        *(Kind.HIDDEN_SHEETS, Kind.HIDDEN_CELLS, Kind.COMMENTS, Kind.FORMULAS, Kind.PROPERTIES)
    } <= kinds(cleaned)
    assert hides_nothing(cleaned)


def test_an_open_xlsx_keeps_its_formulas_table_and_chart():
    def fill(book):
        sheet = book.add_worksheet("表")
        sheet.add_table(0, 0, 2, 1, {"data": [["甲", 1], ["乙", 2]]})
        sheet.write_formula(4, 1, "=SUM(B2:B3)", None, 3)
        sheet.write_formula(5, 1, "=SUM(Table1[Column2])", None, 3)
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": "=表!$B$2:$B$3"})
        sheet.insert_chart("D2", chart)
        sheet.insert_image("D20", "a.png", {"image_data": io.BytesIO(private.picture("PNG"))})
        sheet.write_url("A9", "https://example.org/")

    cleaned = clean("表.xlsx", private.xlsx(fill))

    assert "SUM(B2:B3)" in private.texts(cleaned.data)
    assert "SUM(Table1[Column2])" in private.texts(cleaned.data)
    assert {"xl/tables/table1.xml", "xl/charts/chart1.xml"} <= set(private.names(cleaned.data))
    assert "https://example.org/" in private.texts(cleaned.data)
    assert "secret" not in private.texts(cleaned.data)
    assert hides_nothing(cleaned)


def test_a_chart_beside_hidden_cells_is_refused():
    def fill(book):
        _hidden_book(book)
        chart = book.add_chart({"type": "line"})
        chart.add_series({"values": "=名单!$C$2:$C$3"})
        book.get_worksheet_by_name("公开").insert_chart("D2", chart)

    with pytest.raises(NotTaken, match="图表"):
        clean("表.xlsx", private.xlsx(fill))


def test_a_formula_without_a_result_is_refused_where_something_is_hidden():
    package = private.xlsx(_hidden_book)
    package = private.with_files(
        package, change={"xl/worksheets/sheet1.xml": lambda xml: xml.replace(b"<v>12</v>", b"")}
    )
    with pytest.raises(NotTaken, match="计算结果"):
        clean("表.xlsx", package)


def test_a_formula_of_another_file_becomes_its_value():
    def fill(book):
        book.add_worksheet("表").write_formula(0, 0, "='[1]秘密'!A1", None, 9)

    cleaned = clean("表.xlsx", private.xlsx(fill))

    assert "秘密" not in private.texts(cleaned.data)
    book = CalamineWorkbook.from_filelike(io.BytesIO(cleaned.data))
    assert book.get_sheet_by_index(0).to_python() == [[9.0]]


def test_a_workbook_of_hidden_sheets_alone_is_refused():
    package = private.xlsx(lambda book: book.add_worksheet("表"))
    package = private.with_files(
        package,
        change={"xl/workbook.xml": lambda xml: xml.replace(b"<sheet ", b'<sheet state="hidden" ')},
    )
    with pytest.raises(NotTaken, match="可见的工作表"):
        clean("表.xlsx", package)


def test_a_pptx_keeps_the_slides_that_are_shown():
    cleaned = clean(
        "讲稿.pptx", private.pptx(["第一页", "第二页", SECRET], hidden={2}, notes=SECRET)
    )

    said = private.texts(cleaned.data)
    assert "第一页" in said
    assert "第二页" in said
    assert SECRET not in said
    assert [name for name in private.names(cleaned.data) if "slides/slide" in name] == [
        "ppt/slides/slide0.xml",
        "ppt/slides/slide1.xml",
    ]
    assert {Kind.HIDDEN_SLIDES, Kind.HIDDEN_SHAPES, Kind.NOTES} <= kinds(cleaned)
    assert not clean(cleaned.name, cleaned.data).removed


@pytest.mark.parametrize("turn", range(1, 9))
def test_a_photograph_stands_upright_and_says_nothing_more(turn):
    data = private.picture(turn=turn)
    cleaned = clean("照片.jpg", data)

    with Image.open(io.BytesIO(cleaned.data)) as new:
        assert new.size == ((40, 20) if turn < 5 else (20, 40))
        assert not dict(new.getexif())
    assert b"secret" not in cleaned.data
    assert kinds(cleaned) <= {Kind.PICTURE_DATA}


def test_a_picture_that_stands_upright_is_not_drawn_anew():
    data = private.picture()
    cleaned = clean("照片.jpg", data + b"secret after its end")

    scan = data.index(b"\xff\xda")
    assert cleaned.data.endswith(data[scan:])
    assert b"secret" not in cleaned.data


def test_a_png_keeps_its_picture_and_loses_its_texts():
    data = private.picture("PNG")
    cleaned = clean("图.png", data + b"secret after its end")

    assert b"secret" not in cleaned.data
    with Image.open(io.BytesIO(data)) as old, Image.open(io.BytesIO(cleaned.data)) as new:
        assert old.tobytes() == new.tobytes()
    assert hides_nothing(cleaned)
