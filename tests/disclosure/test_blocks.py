"""A published item taken along as a document keeps its headings, lists and tables."""

import io
from datetime import date

import docx
import pikepdf
import pytest

from sunlit.disclosure.blocks import paper_blocks
from sunlit.files.docx import write_docx
from sunlit.files.paper import Bullets, Heading, Paper, Paragraph, Span, Table
from sunlit.files.pdf import write_pdf
from tests.disclosure import factories
from tests.files.test_pdf import structure

BODY = """# 检查情况

共检查**97处**，见[公告](https://example.org/1)和[附件](attachment:a.docx)。

3. 登记
4. 整改
   - 限期
   - 复查

### 明细

| 路段 | 处数 |
|---|---|
| 东街 | `12` |

![检查现场](attachment:a.png)"""


def test_each_block_becomes_its_like():
    assert paper_blocks(BODY) == [
        Heading(1, "检查情况"),
        Paragraph(
            (
                Span("共检查"),
                Span("97处", strong=True),
                Span("，见"),
                Span("公告", url="https://example.org/1"),
                Span("和"),
                Span("附件"),
                Span("。"),
            )
        ),
        Bullets(((Span("登记"),), (Span("整改"),)), first=3),
        Bullets(((Span("限期"),), (Span("复查"),)), depth=1),
        Heading(2, "明细"),
        Table("", ("路段", "处数"), ((Span("东街"), Span("12")),)),
        Paragraph((Span("（图：检查现场）"),)),
    ]


def test_two_lists_in_a_row_stay_two():
    found = paper_blocks("1. 甲\n2. 乙\n\n<!-- -->\n\n1) 丙")
    assert [block.first for block in found if isinstance(block, Bullets)] == [1, 1]


def written(write):
    """Write the text as a document."""
    told = {"title": "通报", "agency": "市样例管理局", "day": date(2012, 6, 1)}
    return io.BytesIO(write(Paper(**told, language="zh-hans", blocks=tuple(paper_blocks(BODY)))))


def test_in_word_headings_lists_and_tables_are_real_ones():
    document = docx.Document(written(write_docx))

    by_style = {one.text: one.style.name for one in document.paragraphs if one.text}

    assert by_style["检查情况"] == "Heading 1"
    assert by_style["登记"] == by_style["整改"] == "List Number"
    assert by_style["限期"] == "List Bullet"
    [table] = document.tables
    assert [cell.text for row in table.rows for cell in row.cells] == ["路段", "处数", "东街", "12"]


def test_in_word_a_numbered_list_counts_from_its_own_number():
    document = docx.Document(written(write_docx))
    [first, second] = [one for one in document.paragraphs if one.style.name == "List Number"]
    key = first._p.pPr.numPr.numId.val

    begun = document.part.numbering_part.element.num_having_numId(key).lvlOverride_lst

    assert second._p.pPr.numPr.numId.val == key
    assert [one.startOverride.val for one in begun] == [3]


def test_as_pdf_they_are_tagged_for_readers_who_cannot_see():
    pdf = pikepdf.open(written(write_pdf))
    tags = structure(pdf)

    assert [tags.count(tag) for tag in ("/H1", "/H2", "/LI", "/TH", "/TD")] == [1, 1, 4, 2, 2]
    with pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"


@pytest.mark.django_db
@pytest.mark.parametrize("ending", ["docx", "pdf", "txt"])
def test_the_page_hands_a_marked_text_out_in_each_format(client, ending):
    item = factories.published(body=BODY)

    answer = client.get(f"{item.get_absolute_url()}?format={ending}")

    assert answer.status_code == 200
    if ending == "docx":
        assert docx.Document(io.BytesIO(answer.content)).tables
