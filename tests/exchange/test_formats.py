"""The four files of the sample year's report, read back: they say the same."""

import io
import json
import re
from dataclasses import dataclass, replace

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml import html

from sunlit.assessment import rules
from sunlit.assessment.selectors import SelfAssessment, self_assessment, template
from sunlit.assessment.writers import write_files
from tests import sample

pytestmark = pytest.mark.django_db

UNSAID = "foi.received"


@dataclass
class Read:
    """What a file says, in order, as far as files of every format can say it."""

    headings: list[str]
    paragraphs: list[str]
    tables: list[list[list[str]]]


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker):
    """Load the sample year once for the tests of this module."""
    with django_db_blocker.unblock(), sample.loaded() as done:
        yield done


@pytest.fixture(scope="module")
def files(loaded, django_db_blocker, tmp_path_factory):
    """The files of the sample year, of which one figure is made to lack its records."""
    with django_db_blocker.unblock():
        whole = self_assessment(loaded.agency, sample.YEAR, sample.TODAY)
    written = write_files(lacking(whole), tmp_path_factory.mktemp("formats"))
    return {path.suffix: path.read_bytes() for path in written}


def lacking(assessment: SelfAssessment) -> SelfAssessment:
    """The same assessment without the records of one figure, so that something is unproven."""
    figures = {**assessment.figures}
    figures[UNSAID] = replace(figures[UNSAID], records=())
    report = rules.report(
        template(assessment.language),
        agency=assessment.agency,
        year=assessment.year,
        figures={code: figure.value for code, figure in figures.items()},
    )
    return replace(assessment, figures=figures, report=report)


def squeezed(text):
    """The text without what a format adds between words: a PDF breaks lines anywhere."""
    return re.sub(r"[\s\u2060\u00ad\ufffe]+", "", text)


def read_html(content):
    page = html.fromstring(content.decode())
    return Read(
        headings=[one.text_content() for one in page.xpath("//main/*[self::h2|self::h3|self::h4]")],
        paragraphs=[one.text_content() for one in page.xpath("//main/p|//main/ul/li")],
        tables=[
            [[cell.text_content() for cell in row] for row in table.iter("tr")]
            for table in page.iter("table")
        ],
    )


def read_docx(content):
    document = docx.Document(io.BytesIO(content))
    paragraphs = [one for one in document.iter_inner_content() if isinstance(one, Paragraph)]
    tables = [one for one in document.iter_inner_content() if isinstance(one, Table)]
    return Read(
        headings=[one.text for one in paragraphs if one.style.name.startswith("Heading ")],
        paragraphs=[
            one.text
            for one in paragraphs
            if one.text and one.style.name in ("Body Text", "Paper Note", "List Bullet")
        ],
        tables=[
            [
                ["".join(t.text or "" for t in cell.iter(qn("w:t"))) for cell in row.tc_lst]
                for row in table._tbl.tr_lst
            ]
            for table in tables
        ],
    )


@pytest.fixture(scope="module")
def told(files):
    """What the JSON says."""
    return json.loads(files[".json"])


@pytest.fixture(scope="module")
def pages(files):
    """The text of the PDF, without what stands above and below every page."""
    pdf = pypdfium2.PdfDocument(files[".pdf"])
    title = squeezed(pdf.get_metadata_dict()["Title"])
    text = []
    for number in range(len(pdf)):
        page = squeezed(pdf[number].get_textpage().get_text_bounded())
        page = page.replace(f"—{number + 1}—", "") if number else page
        text.append(page.removeprefix(title) if number else page)
    return "".join(text)


@pytest.fixture(scope="module", params=[".html", ".docx"])
def read(request, files):
    """A file whose structure can be read."""
    return {".html": read_html, ".docx": read_docx}[request.param](files[request.param])


def said_in(told):
    """The paragraphs of the JSON's sections."""
    parts = [part for section in told["sections"] for part in section["parts"]]
    return [paragraph["text"] for part in parts for paragraph in part["paragraphs"]]


def headings_in(told):
    """The headings of the JSON's sections and their parts."""
    return [
        heading
        for section in told["sections"]
        for heading in (section["heading"], *(part["heading"] for part in section["parts"]))
        if heading
    ]


def cited_in(told):
    """The figures that the text states: those of its claims."""
    claims = [
        claim
        for section in told["sections"]
        for part in section["parts"]
        for paragraph in part["paragraphs"]
        for claim in paragraph["claims"]
    ]
    return {code: told["figures"][code] for claim in claims for code in claim["figures"]}


def labels_lacking(told):
    """What is not said, as the documents word it."""
    return [
        " · ".join(told["figures"][code]["label"] for code in one["lacking"])
        for one in told["unproven"]
    ]


def test_the_text_is_the_same(told, read, pages):
    said = said_in(told)
    assert [text for text in read.paragraphs if text in said] == said
    assert read.headings[: len(headings_in(told))] == headings_in(told)
    for text in (*said, *headings_in(told)):
        assert squeezed(text) in pages


def test_every_figure_has_the_same_name_code_number_and_seal(told, read, pages):
    cited = cited_in(told)
    shown = {f"{figure['label']} · {figure['value']}" for figure in cited.values()}
    assert {heading for heading in read.headings if " · " in heading} == shown
    notes = [text for text in read.paragraphs if "/figures/" in text]
    found = dict(
        re.search(r"/figures/([\w.]+)/.* ([0-9a-f]{64})$", note).groups() for note in notes
    )
    assert found == {code: figure["digest"] for code, figure in cited.items()}
    for code, figure in cited.items():
        assert squeezed(f"{figure['label']} · {figure['value']}") in pages
        assert f"/figures/{code}/" in pages
        assert figure["digest"] in pages


def test_what_is_not_said_is_named_everywhere(told, read, pages):
    lacking = labels_lacking(told)
    assert lacking
    assert [text for text in read.paragraphs if text in lacking] == lacking
    assert not any(code == UNSAID for code in cited_in(told))
    for label in lacking:
        assert squeezed(label) in pages


def test_the_pictures_have_the_same_tables(told, read, pages):
    assert len(told["pictures"]) > 10
    for picture in told["pictures"].values():
        rows = [(group["label"], str(group["value"])) for group in picture["groups"]]
        assert rows in [drawn_rows(table) for table in read.tables], picture["title"]
        assert squeezed(f"{picture['title']} ({sum(int(n) for _l, n in rows)})") in pages
        for label, number in rows:
            assert squeezed(label) in pages
            assert number in pages


def drawn_rows(table):
    """A picture's table as its groups and their numbers, which stand before the share."""
    return [(row[0], row[-2]) for row in table[1:] if len(row) > 2]


def test_the_evidence_is_as_long_as_the_figure(told, read):
    lengths = [len(table) - 1 for table in read.tables]
    for figure in cited_in(told).values():
        assert figure["value"] == len(figure["records"])
        assert figure["value"] in lengths
