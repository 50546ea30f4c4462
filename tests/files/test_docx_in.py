"""A text that was written in Word or WPS is taken in as it reads."""

import io
from datetime import date

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.shared import Pt, RGBColor
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sunlit.design.markup import to_html, visible_text
from sunlit.files.cleaning.kinds import NotTaken
from sunlit.files.docx_in import read_docx
from sunlit.files.docx_in.numbering import counted
from tests.files import private
from tests.files.private import SECRET

_NS = f'xmlns:w="{private.W}" xmlns:r="{private.R}"'


def saved(document):
    return private.bytes_of(document.save)


def notes(imported):
    return "\n".join(note.zh for note in imported.notes)


def line(document, text, *, size=16, centred=False, colour=None, bold=False, style=None):
    paragraph = document.add_paragraph(style=style)
    run = paragraph.add_run(text)
    run.font.size = Pt(size)
    run.bold = bold or None
    if colour:
        run.font.color.rgb = RGBColor.from_string(colour)
    if centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return paragraph


def official():
    """A document as WPS users write one: looks only, no styles."""
    document = Document()
    line(document, "某市城市管理局文件", size=42, centred=True, colour="FF0000")
    line(document, "某城管〔2012〕15号", centred=True)
    line(document, "")
    line(document, "关于印发《市容环境整治", size=22, centred=True)
    line(document, "实施方案》的通知", size=22, centred=True)
    line(document, "各科室、大队：")
    line(document, "　　为了公开,现将方案印发给你们。1. 请遵照*执行*。")
    line(document, "　　一、指导思想，工作目标")
    line(document, "　　以服务群众为主线。")
    line(document, "　　（一）宣传发动")
    line(document, "　　（二）组织实施。各大队要按时完成。")
    line(document, "　　二、保障措施")
    line(document, "　　# 不是标题")
    line(document, "某市城市管理局")
    line(document, "二○一二年六月八日")
    return saved(document)


def test_an_official_document_of_looks_alone_is_read_as_what_it_is():
    imported = read_docx(official())

    assert imported.title == "关于印发《市容环境整治实施方案》的通知"
    assert imported.document_number == "某城管〔2012〕15号"
    assert imported.made_on == date(2012, 6, 8)
    assert imported.text == (
        "各科室、大队：\n\n为了公开,现将方案印发给你们。1. 请遵照\\*执行\\*。\n\n"
        "## 一、指导思想，工作目标\n\n以服务群众为主线。\n\n（一）宣传发动\n\n"
        "（二）组织实施。各大队要按时完成。\n\n## 二、保障措施\n\n\\# 不是标题\n\n"
        "某市城市管理局\n\n二○一二年六月八日"
    ).replace("\n\n（一）宣传发动", "\n\n### （一）宣传发动")


def test_styles_are_followed_where_there_are_any():
    document = Document()
    document.add_paragraph("办法", style="Title")
    document.add_heading("总则", 1)
    document.add_paragraph("一、短行")
    document.add_paragraph("正文。")
    document.add_heading("细则", 2)
    document.add_paragraph("甲", style="List Number")
    document.add_paragraph("乙", style="List Number")
    document.add_paragraph("丙", style="List Bullet")

    imported = read_docx(saved(document))

    assert imported.title == "办法"
    assert imported.text == (
        "## 总则\n\n一、短行\n\n正文。\n\n### 细则\n\n1. 甲\n2. 乙\n\n- 丙"
    ).replace("2. 乙\n\n- 丙", "2. 乙\n- 丙")


def test_lines_that_follow_on_one_another_are_no_headings():
    document = Document()
    for text in ("通知", "一、甲单位", "二、乙单位", "三、丙单位", "特此通知。"):
        line(document, text)

    assert "#" not in read_docx(saved(document)).text


def _numbered(levels, paragraphs):
    document = Document()
    numbering = document.part.numbering_part.element
    made = "".join(
        f"<w:lvl w:ilvl='{at}'><w:start w:val='1'/><w:numFmt w:val='{kind}'/>"
        f"<w:lvlText w:val='{words}'/></w:lvl>"
        for at, (kind, words) in enumerate(levels)
    )
    numbering.insert(
        0, parse_xml(f"<w:abstractNum {_NS} w:abstractNumId='77'>{made}</w:abstractNum>")
    )
    numbering.append(parse_xml(f"<w:num {_NS} w:numId='77'><w:abstractNumId w:val='77'/></w:num>"))
    document.add_paragraph("题")
    for level, text in paragraphs:
        paragraph = document.add_paragraph(text)
        paragraph._p.get_or_add_pPr().append(
            parse_xml(f"<w:numPr {_NS}><w:ilvl w:val='{level}'/><w:numId w:val='77'/></w:numPr>")
        )
    return saved(document)


def test_the_numbering_of_official_documents_becomes_words():
    imported = read_docx(
        _numbered(
            [("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3.")],
            [(0, "甲。"), (1, "乙。"), (1, "丙。"), (2, "丁"), (2, "戊"), (0, "己。"), (1, "庚。")],
        )
    )

    assert imported.text == (
        "一、甲。\n\n（一）乙。\n\n（二）丙。\n\n1. 丁\n2. 戊\n\n二、己。\n\n（一）庚。"
    )


def test_a_list_that_begins_at_a_lower_level_is_no_deeper():
    imported = read_docx(
        _numbered([("bullet", "·")] * 3, [(2, "甲"), (2, "乙"), (1, "丙"), (0, "丁"), (2, "戊")])
    )

    assert imported.text == "- 甲\n- 乙\n- 丙\n- 丁\n  - 戊"


def test_a_list_of_levels_is_one():
    imported = read_docx(
        _numbered(
            [("bullet", "·"), ("decimal", "%2)")], [(0, "甲"), (1, "乙"), (1, "丙"), (0, "丁")]
        )
    )

    assert imported.text == "- 甲\n  1. 乙\n  2. 丙\n- 丁"


@pytest.mark.parametrize(
    ("number", "kind", "written"),
    [
        (10, "chineseCounting", "十"),
        (11, "chineseCounting", "十一"),
        (20, "chineseCounting", "二十"),
        (99, "chineseCounting", "九十九"),
        (3, "decimalEnclosedCircle", "③"),
        (28, "lowerLetter", "bb"),
        (14, "upperRoman", "XIV"),
        (7, "decimal", "7"),
    ],
)
def test_a_number_is_written_as_its_kind_asks(number, kind, written):
    assert counted(number, kind) == written


def test_a_table_with_merged_cells_keeps_its_columns():
    document = Document()
    document.add_paragraph("表")
    table = document.add_table(rows=4, cols=3)
    table.cell(0, 0).merge(table.cell(0, 2)).text = "执法统计"
    for at, text in enumerate(("单位", "立案|件", "结案")):
        table.cell(1, at).text = text
    table.cell(2, 0).merge(table.cell(3, 0)).text = "直属\n大队"
    table.cell(2, 1).text = "5"
    table.cell(3, 1).merge(table.cell(3, 2)).text = "无"
    frame = document.add_table(rows=1, cols=1)
    frame.cell(0, 0).text = "说明"

    assert read_docx(saved(document)).text == (
        "**执法统计**\n\n| 单位 | 立案\\|件 | 结案 |\n| --- | --- | --- |\n| 直属 大队 | 5 |  |\n"
        "|  | 无 |  |\n\n说明"
    )


def test_pictures_are_named_described_and_clean():
    document = Document()
    document.add_paragraph("图")
    for _time in range(2):
        document.add_picture(io.BytesIO(private.picture()))
    document.add_picture(io.BytesIO(private.picture("PNG")))
    described = document.element.body.xpath(".//wp:docPr")
    described[0].set("descr", "市民广场 全景")

    imported = read_docx(saved(document))

    assert imported.text == (
        "![市民广场 全景](attachment:图1.jpg)\n\n![图2](attachment:图1.jpg)\n\n"
        "![图3](attachment:图2.png)"
    )
    assert [(one.name, one.media_type) for one in imported.pictures] == [
        ("图1.jpg", "image/jpeg"),
        ("图2.png", "image/png"),
    ]
    assert not [one for one in imported.pictures if b"secret" in one.data]
    assert "图3没有文字说明" in notes(imported)


def test_emphasis_and_links_are_kept_and_other_addresses_are_not():
    document = Document()
    document.add_paragraph("题")
    paragraph = document.add_paragraph("请")
    paragraph.add_run("“务必”").bold = True
    paragraph.add_run("按时")
    paragraph.add_run("办理").italic = True
    for key, target in (("a", "https://example.org/a(1)"), ("b", "ftp://example.org")):
        relation = document.part.relate_to(target, f"{private.R}/hyperlink", is_external=True)
        paragraph._p.append(
            parse_xml(
                f"<w:hyperlink {_NS} r:id='{relation}'><w:r><w:t>链接{key}</w:t></w:r>"
                "</w:hyperlink>"
            )
        )

    assert read_docx(saved(document)).text == (
        "请**“务必”**按时*办理*[链接a](<https://example.org/a(1)>)链接b"
    )


def test_what_was_left_out_is_said():
    deleted = (
        f"<w:p><w:del w:id='1' w:author='x'><w:r><w:delText>{SECRET}</w:delText></w:r></w:del>"
        "<w:ins w:id='2' w:author='x'><w:r><w:t>新增。</w:t></w:r></w:ins>"
        f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>{SECRET}</w:t></w:r></w:p>"
    )
    data = private.docx(deleted, shown="关于公开的通知")
    document = Document(io.BytesIO(data))
    document.sections[0].header.paragraphs[0].text = "内部资料"
    document.sections[0].footer.paragraphs[0].text = "第 1 页"
    document.add_comment(document.paragraphs[0].runs, text=SECRET)

    imported = read_docx(saved(document))

    assert imported.title == "关于公开的通知"
    assert imported.text == "新增。"
    for said in ("修订痕迹", "隐藏文字", "批注未导入", "页眉、页脚未导入", "未找到标题"):
        assert said in notes(imported)


def test_footnotes_stand_at_the_end():
    document = Document()
    document.add_paragraph("题")
    paragraph = document.add_paragraph("正文")
    paragraph._p.append(parse_xml(f"<w:r {_NS}><w:footnoteReference w:id='2'/></w:r>"))
    data = private.related(
        saved(document), "word/document.xml", "footnotes", "footnotes.xml",
        files={
            "word/footnotes.xml": f"<w:footnotes {_NS}><w:footnote w:id='2'><w:p><w:r><w:t>见附件。"
            "</w:t></w:r></w:p></w:footnote></w:footnotes>"
        },
    )  # fmt: skip
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    override = f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>'.encode()
    data = private.with_files(
        data, change={"[Content_Types].xml": lambda xml: xml.replace(b"</Types>", override)}
    )

    assert read_docx(data).text == "正文［1］\n\n## 注释\n\n［1］见附件。"


def test_a_box_of_text_is_read_once():
    box = (
        "<w:p><w:r><mc:AlternateContent xmlns:mc='http://schemas.openxmlformats.org/"
        "markup-compatibility/2006'><mc:Choice Requires='wps'><w:drawing><w:txbxContent>{0}"
        "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>{0}"
        "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        "<w:r><w:t>正文。</w:t></w:r></w:p>"
    ).format("<w:p ><w:r><w:t>框内</w:t></w:r></w:p>")
    imported = read_docx(private.docx(box, shown="题"))

    assert imported.text == "正文。\n\n框内"
    assert "文本框" in notes(imported)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("2012年6月8日", date(2012, 6, 8)),
        ("（2012年12月31日）", date(2012, 12, 31)),
        ("二〇一二年十月二十一日", date(2012, 10, 21)),
        ("二O一二年十二月三十日", date(2012, 12, 30)),
        ("2012年13月1日", None),
        ("2012年6月8日起施行", None),
    ],
)
def test_the_day_stands_alone_on_a_line(said, day):
    document = Document()
    for text in ("关于某事的通知", "正文。", said):
        line(document, text)

    assert read_docx(saved(document)).made_on == day


def test_hostile_files_are_refused_as_cleaning_refuses_them():
    with pytest.raises(NotTaken, match="宏"):
        read_docx(private.with_files(private.docx(), {"word/vbaProject.bin": b"x"}))
    with pytest.raises(NotTaken, match="旧格式"):
        read_docx(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99))


def test_a_text_without_words_is_taken_in():
    imported = read_docx(saved(Document()))

    assert (imported.title, imported.text, imported.pictures) == ("", "", ())


SIGNS = st.text(alphabet=st.sampled_from("公开一二、。（）1. #*_`|>-+\\[]<&~!:"), max_size=30)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(SIGNS, st.booleans()), min_size=1, max_size=6))
def test_words_are_read_as_they_stood(lines):
    document = Document()
    document.add_paragraph("题", style="Title")
    for text, bold in lines:
        document.add_paragraph().add_run(text).bold = bold

    imported = read_docx(saved(document))

    words = "".join(text for text, _bold in lines)
    assert "".join(visible_text(imported.text).split()) == "".join(words.split())
    to_html(imported.text, lambda _name: None)
