import json

import pytest

from sunlit.organization.models import Agency, LoadedYear
from tests import sample
from tests.cli.running import run
from tests.organization import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def loaded():
    """An agency whose sample year has been taken in."""
    agency = factories.agency()
    by = factories.official(username="records", of=agency)
    return LoadedYear.objects.create(agency=agency, year=sample.YEAR, by=by)


@pytest.mark.parametrize("words", [(), ("--unless-loaded",)], ids=["at once", "unless loaded"])
def test_a_folder_that_is_not_there_is_refused_with_its_name(tmp_path, words):
    folder = tmp_path / "nowhere"

    result = run("load", folder, *words, "--json")

    assert result.exit_code == 1
    (fault,) = json.loads(result.stdout)["refused"]
    assert set(fault) == {"file", "line", "column", "reason"}
    assert fault["file"] == str(folder)
    assert str(folder) in result.stderr.splitlines()[0]
    assert not Agency.objects.exists()


def test_a_year_that_is_in_is_refused_a_second_time_or_kept(loaded):
    again = run("load", sample.FOLDER, "--agency", loaded.agency.code)
    kept = run("load", sample.FOLDER, "--agency", loaded.agency.code, "--unless-loaded")

    assert (again.exit_code, again.stdout) == (1, "")
    assert (kept.exit_code, kept.stderr) == (0, "")
    assert kept.stdout
    assert LoadedYear.objects.count() == 1


def test_a_folder_must_be_named():
    assert run("load").exit_code == 2
