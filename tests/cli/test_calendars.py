"""`sunlit calendar`."""

import pytest

from sunlit.organization.models import HolidayNotice
from tests.cli.running import run
from tests.organization.factories import agency
from tests.organization.notices import EXTENDED_2020, OF_2027

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(tmp_path):
    """The notice of 2027 as a file."""
    path = tmp_path / "2027.yaml"
    path.write_text(OF_2027, encoding="utf-8")
    return path


def test_a_year_is_shown_with_its_days_off_and_days_made_up():
    agency()
    result = run("calendar", "show", 2012)

    assert result.exit_code == 0, result.stderr
    assert "2012-10-07" in result.stdout
    assert "2012-09-29" in result.stdout
    assert "249" in result.stdout


def test_a_year_that_is_not_known_is_refused():
    agency()
    assert run("calendar", "show", 2027).exit_code == 1


def test_a_year_that_is_due_is_missed_until_it_is_taken_in(file):
    agency()
    assert run("calendar", "check", "--today", "2026-10-31").exit_code == 0
    missing = run("calendar", "check", "--today", "2026-11-25")
    assert missing.exit_code == 1
    assert "2027" in missing.stderr

    assert run("calendar", "import", file, "--today", "2026-11-25").exit_code == 0

    assert run("calendar", "check", "--today", "2026-11-25").exit_code == 0
    assert run("calendar", "show", 2027).exit_code == 0


def test_a_dry_run_takes_nothing_in(file):
    agency()
    result = run("calendar", "import", file, "--dry-run", "--today", "2026-11-25")
    assert result.exit_code == 0
    assert "2027-02-08" in result.stdout
    assert not HolidayNotice.objects.exists()


def test_the_notice_is_that_agencys_for_which_it_was_taken_in(file):
    agency(), agency("OTHER")
    assert (
        run("calendar", "import", file, "--agency", "OTHER", "--today", "2026-11-25").exit_code == 0
    )
    assert HolidayNotice.objects.get().agency.code == "OTHER"


def test_a_file_that_is_no_notice_is_refused_with_a_sentence(tmp_path):
    agency()
    file = tmp_path / "2020.yaml"
    file.write_text(EXTENDED_2020.replace("holidays:", "days:"), encoding="utf-8")
    result = run("calendar", "import", file)
    assert result.exit_code == 1
    assert "holidays" in result.stderr

    file.write_bytes(b"\xff\xfe\x00")
    assert run("calendar", "import", file).exit_code == 1
