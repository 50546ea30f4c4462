"""Another year, of the same agency or of another: nothing about one year stands in the code."""

import re
from datetime import date
from pathlib import Path

import pytest

from sunlit.exchange.services import load_year
from sunlit.measures.selectors import measure, measure_all
from sunlit.organization.models import Agency
from tests import sample

YEARS = re.compile(r"20(?:0\d|1[0-4])")  # those that the sample's records lie in
LEAP = 4  # a shift by four years keeps the 29th of February

pytestmark = pytest.mark.django_db


def shifted(folder: Path, years: int) -> Path:
    """Return the sample with each of its years moved by some years."""
    folder.mkdir()
    for path in sample.FOLDER.iterdir():
        name = _moved(path.name, years)
        (folder / name).write_text(_moved(path.read_text(encoding="utf-8"), years), "utf-8")
    return folder


def _moved(text: str, years: int) -> str:
    return YEARS.sub(lambda found: str(int(found[0]) + years), text)


def values(agency: Agency, year: int) -> dict[str, int]:
    """Return all figures of a year."""
    return {code: found.value for code, found in measure_all(agency, year).items()}


def stated(agency: Agency, year: int) -> dict[str, int]:
    """Return the figures that do not depend on which days of a year are worked."""
    return {code: measure(code, agency, year).value for code in sample.FIGURES}


@pytest.mark.parametrize("years", [LEAP, -LEAP, 4 * LEAP])
def test_the_sample_of_another_year_gives_the_same_figures(tmp_path, years):
    folder = shifted(tmp_path / "other", years)

    other = load_year(folder, today=date(sample.YEAR + years, 12, 31))

    assert other.year == sample.YEAR + years
    assert stated(other.agency, other.year) == sample.FIGURES


def test_a_second_year_of_the_same_agency_changes_no_figure_of_the_first(tmp_path):
    agency = load_year(sample.FOLDER, today=sample.TODAY).agency
    before = values(agency, sample.YEAR)
    folder = shifted(tmp_path / "later", LEAP)

    load_year(folder, today=date(sample.YEAR + LEAP, 12, 31))

    assert values(agency, sample.YEAR) == before
