"""The running year in pictures at the desk: who sees it, and what each bar opens."""

from datetime import date

import pytest

from sunlit.organization.models import Role
from tests.complaints import factories as complaints
from tests.disclosure import factories as items
from tests.organization.factories import official
from tests.planning import factories as planning

pytestmark = pytest.mark.django_db

YEAR = "/desk/agency/year/"
BAR = f"{YEAR}complaints.by_month/"


@pytest.fixture(autouse=True)
def a_day_in_june(settings):
    """Let it be a day of the year of which the factories make records."""
    settings.SUNLIT_TODAY = date(2012, 6, 11)


@pytest.fixture
def leader(client):
    """A leader at the desk."""
    client.force_login(official(Role.LEADER))
    return client


def test_every_bar_opens_the_records_that_it_counts(leader):
    complaint = complaints.dispatched()
    planning.task()

    charts = leader.get(YEAR).context["charts"]

    assert {"complaints.by_month", "planning.progress"} <= {chart.code for chart in charts}
    for chart in charts:
        for row in chart.rows:
            for value, url in ((row.value, row.url), *((p.value, p.url) for p in row.parts)):
                if value:
                    assert leader.get(url).context["page"].paginator.count == value, url
    of_the_month = leader.get(f"{BAR}?group={complaint.received_on:%m}").context["rows"]
    assert [row[0].url for row in of_the_month] == [f"/desk/complaints/{complaint.pk}/"]
    assert leader.get(of_the_month[0][0].url).status_code == 200


def test_a_bar_shows_no_person(leader):
    complaint = complaints.dispatched()
    page = leader.get(f"{BAR}?group={complaint.received_on:%m}").content.decode()
    assert complaint.number in page
    assert complaint.complainant
    assert complaint.complainant not in page


def test_a_year_without_records_says_so(leader):
    page = leader.get(YEAR, {"lang": "en"})
    assert page.context["charts"] == []
    assert "There is no record of this year yet." in page.content.decode()


@pytest.mark.parametrize("address", [YEAR, f"{BAR}?group=06"])
def test_only_who_oversees_sees_the_pictures_of_the_agency(client, address):
    client.force_login(items.clerk())
    assert client.get(address).status_code == 403


@pytest.mark.parametrize(
    "address", [f"{YEAR}unheard.of/", BAR, f"{BAR}?group=13", f"{BAR}?group=06&layer=unheard"]
)
def test_an_unknown_bar_is_not_found(leader, address):
    assert leader.get(address).status_code == 404
