import json

import pytest

from sunlit.organization.models import LoadedYear
from tests.cli.running import run
from tests.organization import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def agency():
    """An agency with a year of which nothing is on record."""
    agency = factories.agency("CGJ")
    by = factories.official(username="records", of=agency)
    LoadedYear.objects.create(agency=agency, year=2012, by=by)
    return agency


def test_claims_without_records_are_told_with_what_was_found(agency):
    result = run("claims", "--year", 2012)

    assert result.exit_code == 1
    assert "✗ C212 行政处罚119项" in result.stdout
    assert "119" in result.stdout.split("C212")[1].split("C213")[0]


def test_the_outcome_can_be_had_as_json(agency):
    result = run("claims", "--year", 2012, "--json")

    assert result.exit_code == 1
    told = json.loads(result.stdout)
    assert told["total"] == len(told["claims"]) == sum(told["states"].values())
    penalty = next(one for one in told["claims"] if one["id"] == "C212")
    assert penalty["state"] == "not_proven"
    assert penalty["proof"] == [
        {
            "figure": "powers.penalty",
            "relation": "=",
            "claimed": 119,
            "found": 0,
            "holds": False,
        }
    ]


def test_a_year_of_which_nobody_claims_anything_is_refused(agency):
    LoadedYear.objects.update(year=2031)
    result = run("claims", "--year", 2031)
    assert result.exit_code == 1
    assert "2031" in result.stderr
