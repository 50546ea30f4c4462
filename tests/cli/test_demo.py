"""The demonstration's matters: each kind of page has something, no figure of the year changes."""

import io
import re
import tempfile
import zipfile
from pathlib import Path

import pytest
from django.conf import settings

from config.env import ROOT
from sunlit.disclosure.lifecycle import Status
from sunlit.disclosure.models import Attribute, Item, RevisionKind, SourceDocument
from sunlit.disclosure.selectors import open_findings
from sunlit.measures.selectors import measure_all
from sunlit.organization.models import Agency
from tests import sample
from tests.cli.running import run

CODE = re.compile(r"[a-z]+\.[a-z_]+")


def figures():
    """Which records each figure counts that the report or a claim of the sample year names."""
    files = (ROOT / "data" / "reports").rglob("*.yaml")
    named = {code for file in files for code in CODE.findall(file.read_text(encoding="utf-8"))}
    measured = measure_all(Agency.objects.get(), sample.YEAR)
    found = {code: [one.pk for one in one.records] for code, one in measured.items()}
    return {code: records for code, records in found.items() if code in named}


@pytest.fixture(scope="module")
def counted(django_db_setup, django_db_blocker):
    """Load the sample year and the matters once; the figures before them."""
    with (
        pytest.MonkeyPatch.context() as patch,
        tempfile.TemporaryDirectory() as folder,
        django_db_blocker.unblock(),
        sample.loaded(),
    ):
        patch.setattr(settings, "SUNLIT_TODAY", sample.TODAY)
        patch.setattr(settings, "DATA_DIR", Path(folder))
        before = figures()
        for command in ("demo-staff", "demo-matters"):
            result = run(command)
            assert result.exit_code == 0, result.stderr
        yield before


@pytest.fixture
def shown(counted, db, client):
    """Read a public page of the demonstration."""

    def shown(path):
        answer = client.get(path)
        assert answer.status_code == 200
        return answer.content.decode()

    return shown


def test_no_figure_of_the_sample_year_changes(counted, db):
    assert len(counted) > 100
    assert figures() == counted


def test_what_is_public_says_that_it_belongs_to_the_demonstration(counted, db):
    added = Item.objects.filter(published_on__year__lt=sample.YEAR)
    assert added.count() == 3
    assert all("（演示）" in item.title for item in added)


def test_a_notice_was_corrected_and_revised_has_files_and_is_interpreted(shown):
    item = Item.objects.get(index_number="000201200/201112-00001")
    kinds = [one.revision.kind for one in item.versions.exclude(revision=None).order_by("number")]
    assert kinds == [RevisionKind.CORRECTION, RevisionKind.REVISION]

    page = shown(item.get_absolute_url())
    assert "<table" in page
    assert "解读（演示）" in page
    assert "清雪责任路段表.xlsx" in page
    assert page.count("<ins>") == 0
    assert shown(f"/changes/{item.index_number}/").count("<ins>") == 4


def test_its_workbook_is_a_real_one(shown, client):
    [one] = Item.objects.get(index_number="000201200/201112-00001").attachments.filter(
        name__endswith=".xlsx"
    )
    content = b"".join(client.get(one.get_absolute_url()))
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        words = book.read("xl/sharedStrings.xml").decode()
    assert "<t>东大街</t>" in words


def test_an_item_was_withdrawn_and_says_why(shown):
    item = Item.objects.get(status=Status.WITHDRAWN, published_on__year__lt=sample.YEAR)
    assert item.withdrawal_reason in shown(item.get_absolute_url())


def test_at_the_desk_a_draft_has_something_found_and_a_file(counted, db):
    draft = Item.objects.get(status=Status.DRAFT, title__endswith="（演示）")
    assert [one.text for one in open_findings(draft)] == ["13900000000"]
    assert draft.attachments.count() == 1


def test_the_document_at_source_of_the_notice_is_registered_and_leads_to_it(counted, db):
    document = SourceDocument.objects.get(made_on__year__lt=sample.YEAR)
    assert document.attribute == Attribute.OPEN
    assert document.item.index_number == "000201200/201112-00001"
