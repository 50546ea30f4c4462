import io
import json
import re
from dataclasses import replace

import docx
import pypdfium2
import pytest

from sunlit.assessment import writers
from sunlit.assessment.selectors import template
from tests.assessment.figures import CODES, self_assessment


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("reports") / "new"
    writers.write_files(self_assessment(), folder)
    return folder


def read(folder, ending):
    return (folder / f"self-assessment-2020.{ending}").read_bytes()


def squeezed(text):
    return re.sub(r"[\s\u2060]+", "", text)


def test_there_are_exactly_four_files(folder):
    assert sorted(path.name for path in folder.iterdir()) == [
        "self-assessment-2020.docx",
        "self-assessment-2020.html",
        "self-assessment-2020.json",
        "self-assessment-2020.pdf",
    ]


def test_a_report_that_cannot_be_written_whole_leaves_the_one_before(tmp_path):
    before = {path: path.read_bytes() for path in writers.write_files(self_assessment(), tmp_path)}
    (tmp_path / ".self-assessment-2020.json.part").mkdir()

    with pytest.raises(OSError, match="json"):
        writers.write_files(self_assessment({"foi.received": 1}), tmp_path)

    assert {path: path.read_bytes() for path in before} == before


def test_what_a_killed_run_left_is_gone_after_the_next(tmp_path):
    (tmp_path / ".self-assessment-2020.pdf.part").write_bytes(b"half")

    written = writers.write_files(self_assessment(), tmp_path)

    assert sorted(tmp_path.iterdir()) == sorted(written)


def test_the_json_has_the_published_shape(folder):
    answer = json.loads(read(folder, "json"))
    assert {"agency", "year", "generated_on", "figures", "sections", "unproven"} <= set(answer)
    assert (answer["agency"], answer["year"]) == ("市样例管理局", 2020)
    assert answer["generated_on"] == "2020-12-25"
    assert set(answer["figures"]) == set(CODES)
    for figure in answer["figures"].values():
        assert set(figure) == {"value", "label", "records", "digest"}
        assert figure["value"] == len(figure["records"]) == 3
        assert re.fullmatch("[0-9a-f]{64}", figure["digest"])
    assert answer["unproven"] == []


def test_a_claim_without_records_stands_in_the_json_only_as_unproven():
    answer = writers.described(self_assessment({"foi.received": 0}))
    assert answer["unproven"] == [{"id": "requests-received", "lacking": ["foi.received"]}]
    printed = [
        claim["id"]
        for section in answer["sections"]
        for part in section["parts"]
        for paragraph in part["paragraphs"]
        for claim in paragraph["claims"]
    ]
    assert sorted([*printed, "requests-received"]) == sorted(
        claim.id for claim in template("zh-hans").claims()
    )


def test_every_figure_of_the_html_opens_its_records_in_the_same_file(folder):
    html = read(folder, "html").decode()
    places = set(re.findall(r' id="([^"]+)"', html))
    figures = re.findall(r'<a class="figure" href="#([^"]+)">', html)
    assert figures == [f"figure-{code}" for code in CODES]
    assert set(figures) <= places
    for code in CODES:
        assert f'href="https://example.org/assessment/2020/figures/{code}/"' in html
    assert html.count("<td>") == len(CODES) * 3 * 4  # number, title, date and one further fact
    assert 'href="https://example.org/d/foi.received/1/"' in html


def test_the_three_documents_say_the_same(folder):
    said = [
        "".join(span.text for span in paragraph.spans)
        for section in self_assessment().report.sections
        for part in section.parts
        for paragraph in part.paragraphs
    ]
    html = re.sub(r"<[^>]+>", "", read(folder, "html").decode())
    document = docx.Document(io.BytesIO(read(folder, "docx")))
    paragraphs = [paragraph.text for paragraph in document.paragraphs]
    pages = pypdfium2.PdfDocument(read(folder, "pdf"))
    printed = re.sub(
        f"—[0-9]+—|{self_assessment().report.title}",
        "",
        squeezed("".join(p.get_textpage().get_text_range() for p in pages)),
    )
    for text in said:
        assert text in html
        assert text in paragraphs
        assert squeezed(text) in printed
    assert len(document.tables) == len(CODES)


def test_a_record_without_a_title_is_told_by_its_facts():
    assessment = self_assessment(title="", facts=(("类别", "投诉"), ("结果", "受理")))
    document = docx.Document(io.BytesIO(writers.write_docx(writers.paper(assessment, facts=False))))
    assert document.tables[0].rows[1].cells[1].text == "投诉; 受理"


def test_a_list_that_was_printed_is_not_printed_again_but_led_to():
    assessment = self_assessment()
    same = assessment.figures["powers.total"].records
    figures = dict(assessment.figures)
    figures["powers.with_flow"] = replace(figures["powers.with_flow"], records=same)
    written = writers.write_html(writers.paper(replace(assessment, figures=figures), facts=True))
    page = written.decode()
    assert page.count("<table>") == len(CODES) - 1
    assert '所数的记录与此项相同： <a href="#figure-powers.total">' in page or (
        'listed under: <a href="#figure-powers.total">' in page
    )


def test_a_site_without_an_address_leaves_plain_paths():
    nowhere = replace(self_assessment(), site="")
    html = writers.write_html(writers.paper(nowhere, facts=True)).decode()
    assert "/assessment/2020/figures/foi.received/" in html
    assert not re.search(r'href="[^#]', html)


def test_the_same_assessment_gives_the_same_files(folder, tmp_path):
    for path in writers.write_files(self_assessment(), tmp_path):
        assert path.read_bytes() == (folder / path.name).read_bytes()


def test_an_english_report_shows_no_chinese_but_what_it_quotes():
    assessment = self_assessment(language="en", agency="Agency", title="Title", facts=())
    for block in writers.paper(assessment, facts=True).blocks:
        found = re.findall("[\u4e00-\u9fff]+", repr(block))
        assert set(found) <= {"甲", "样", "所数的记录"}  # what the measures made here are called
