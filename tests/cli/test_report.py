import json

import pytest

from sunlit.organization.models import LoadedYear
from tests.cli.running import run
from tests.organization import factories

pytestmark = pytest.mark.django_db

YEAR = 2031


@pytest.fixture
def agency():
    """An agency that has taken in the records of one year."""
    agency = factories.agency()
    by = factories.official(username="records", of=agency)
    LoadedYear.objects.create(agency=agency, year=YEAR, by=by)
    return agency


def report(folder, *words, year=YEAR):
    """Write the self-assessment of the year, unless told otherwise."""
    given = ("--year", year, "--out", folder, "--today", "2031-12-25")
    return run("report", "self-assessment", *given, *words)


def test_the_report_is_written_as_four_files_into_a_folder_made_for_it(agency, tmp_path):
    folder = tmp_path / "new" / "reports"

    result = report(folder)

    assert result.exit_code == 0, result.stderr
    assert result.stdout.splitlines() == [
        str(folder / f"self-assessment-{YEAR}.{ending}")
        for ending in ("html", "docx", "pdf", "json")
    ]
    assert sorted(folder.iterdir()) == sorted(map(type(folder), result.stdout.splitlines()))
    written = json.loads((folder / f"self-assessment-{YEAR}.json").read_text(encoding="utf-8"))
    assert (written["agency"], written["year"]) == ("市城市管理局", YEAR)
    assert (written["generated_on"], written["language"]) == ("2031-12-25", "zh-hans")


def test_the_report_speaks_the_language_that_is_asked_for(agency, tmp_path):
    assert report(tmp_path, "--language", "en").exit_code == 0

    written = json.loads((tmp_path / f"self-assessment-{YEAR}.json").read_text(encoding="utf-8"))
    assert written["language"] == "en"
    assert "self-assessment of open government" in written["title"]


def test_the_agency_can_be_chosen(agency, tmp_path):
    other = factories.agency("OTHER")

    assert report(tmp_path, "--agency", agency.code).exit_code == 0
    assert report(tmp_path, "--agency", other.code).exit_code == 1


@pytest.mark.parametrize(
    ("words", "year", "said"),
    [((), YEAR - 1, f"{YEAR - 1}年"), (("--agency", "NOWHERE"), YEAR, "NOWHERE")],
    ids=["a year without records", "an unknown agency"],
)
def test_what_has_no_records_is_refused_and_nothing_is_written(agency, tmp_path, words, year, said):
    folder = tmp_path / "new"

    result = report(folder, *words, year=year)

    assert result.exit_code == 1
    assert result.stdout == ""
    assert said in result.stderr
    assert not folder.exists()


def test_without_any_agency_there_is_nothing_to_report(tmp_path):
    assert report(tmp_path / "new").exit_code == 1
    assert not (tmp_path / "new").exists()


def test_a_folder_that_cannot_be_made_is_refused_with_a_sentence(agency, tmp_path):
    (tmp_path / "file").touch()

    result = report(tmp_path / "file" / "new")

    assert result.exit_code == 1
    assert str(tmp_path / "file" / "new") in result.stderr


@pytest.mark.parametrize(
    ("words", "year"),
    [((), "soon"), ((), 0), (("--language", "fr"), YEAR), (("--today", "2031-02-30"), YEAR)],
    ids=["no year", "a year of no agency", "an unknown language", "no day"],
)
def test_words_that_cannot_be_read_are_misuse(tmp_path, words, year):
    assert report(tmp_path, *words, year=year).exit_code == 2


def test_a_file_in_the_place_of_the_folder_is_misuse(agency, tmp_path):
    (tmp_path / "file").touch()

    assert report(tmp_path / "file").exit_code == 2
