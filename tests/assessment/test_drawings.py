import io
import json
import zipfile
from dataclasses import replace

import docx
import pypdfium2
import pytest
from django.utils import translation

from sunlit.assessment import writers
from sunlit.assessment.drawings import Drawn, DrawnGroup, placed
from sunlit.design.charts import Chart, Part, Row
from tests.assessment.figures import self_assessment

WORDS = ("噪声扰民", "占道经营 & <b>")


def picture(code="complaints.by_category", counts="complaints.received", amounts=(2, 1)):
    """A picture of two bars."""
    rows = tuple(Row(label, (Part(value),)) for label, value in zip(WORDS, amounts, strict=True))
    groups = tuple(
        DrawnGroup(key=label, label=label, records=tuple(f"{label}{n}" for n in range(value)))
        for label, value in zip(WORDS, amounts, strict=True)
    )
    chart = Chart(code=code, title="投诉按内容分", kind="bars", rows=rows, by="内容")
    return Drawn(counts=counts, chart=chart, groups=groups)


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """The files of a report with one picture, by their endings."""
    folder = tmp_path_factory.mktemp("drawn")
    with translation.override("en"):  # the reader's language is not the report's
        files = writers.write_files(replace(self_assessment(), pictures=(picture(),)), folder)
    return {path.suffix: path.read_bytes() for path in files}


def test_the_page_holds_the_picture_and_its_table(written):
    page = written[".html"].decode()

    assert page.count("<svg ") == 1
    assert "投诉按内容分 (3)</figcaption>" in page
    assert "占道经营 &amp; &lt;b&gt;" in page
    assert "<td>噪声扰民</td>" in page
    assert "<b>" not in page


def test_the_document_holds_the_picture_as_png_and_as_svg_with_its_words(written):
    with zipfile.ZipFile(io.BytesIO(written[".docx"])) as package:
        names = [name for name in package.namelist() if name.startswith("word/media/")]
        svg = package.read(next(name for name in names if name.endswith(".svg"))).decode()
        png = package.read(next(name for name in names if name.endswith(".png")))
        text = package.read("word/document.xml").decode()
        types = package.read("[Content_Types].xml").decode()

    assert len(names) == 2
    assert "噪声扰民" in svg
    assert png.startswith(b"\x89PNG")
    assert "svgBlip" in text
    assert "image/svg+xml" in types
    read = docx.Document(io.BytesIO(written[".docx"]))
    facts = read.inline_shapes[0]._inline.docPr
    assert facts.get("descr") == "3条记录。最多的一组：噪声扰民，2。"
    assert [cell.text for cell in read.tables[0].columns[1].cells] == ["记录数", "2", "1"]


def test_the_pdf_holds_the_picture_and_its_table(written):
    pages = pypdfium2.PdfDocument(written[".pdf"])
    text = "".join(page.get_textpage().get_text_bounded() for page in pages)

    assert text.count("投诉按内容分") >= 2
    assert text.count("噪声扰民") == 2


def test_the_json_gives_each_bar_as_a_list(written):
    told = json.loads(written[".json"])["pictures"]["complaints.by_category"]

    assert told["counts"] == "complaints.received"
    assert [(one["label"], one["value"], len(one["records"])) for one in told["groups"]] == [
        (WORDS[0], 2, 2), (WORDS[1], 1, 1),
    ]  # fmt: skip


def test_a_picture_stands_where_its_figure_is_stated_first():
    report = self_assessment().report
    stated = {code: section.id for section, codes in report.cited() for code in codes}
    drawn = picture()

    assert placed(report, (drawn,)) == {stated["complaints.received"]: (drawn,)}


def test_a_picture_of_a_figure_that_is_not_stated_stands_with_its_room_and_is_never_lost():
    report = self_assessment().report
    of_room = next(s.id for s, codes in report.cited() if any(c.startswith("foi.") for c in codes))
    ours = picture("foi.by_magic", "foi.magic")
    lost = picture("elsewhere.by_magic", "elsewhere.magic")

    assert placed(report, (ours,)) == {of_room: (ours,)}
    assert placed(report, (lost,)) == {report.sections[-1].id: (lost,)}
