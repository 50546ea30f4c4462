"""Whose public site it is: the host that the reader asked decides."""

import pytest
from django.db import IntegrityError, transaction

from sunlit.organization.models import Role
from sunlit.organization.selectors import portal_agency
from tests.organization import factories

pytestmark = pytest.mark.django_db

HOST = "cgj.example.invalid"


@pytest.fixture
def two():
    """Two agencies; the second has a host of its own."""
    first, second = factories.agency("CGJ"), factories.agency("JTJ")
    second.name, second.site_host, second.site_code = "市交通局", HOST, "4400000001"
    second.save()
    return first, second


@pytest.mark.parametrize("host", [HOST, f"{HOST}:8000", f"{HOST}.", HOST.upper()])
def test_the_host_decides_whose_site_is_shown(two, host):
    assert portal_agency(host) == two[1]


@pytest.mark.parametrize("host", ["", "localhost:8000", "[::1]:8000", f"www.{HOST}"])
def test_a_host_of_nobody_shows_the_first_agency_or_the_one_that_is_set(two, host, settings):
    assert portal_agency(host) == two[0]

    settings.SUNLIT_AGENCY = "JTJ"
    assert portal_agency(host) == two[1]

    settings.SUNLIT_AGENCY = "NONE"
    assert portal_agency(host) is None


def test_the_host_goes_before_the_setting(two, settings):
    settings.SUNLIT_AGENCY = "CGJ"

    assert portal_agency(HOST) == two[1]


def test_two_agencies_do_not_share_a_host(two):
    two[0].site_host = HOST

    with pytest.raises(IntegrityError), transaction.atomic():
        two[0].save()


def test_a_page_carries_the_marks_of_the_agency_whose_host_was_asked(two, client, settings):
    settings.ALLOWED_HOSTS = ["*"]

    theirs = client.get("/", headers={"host": HOST}).content.decode()
    ours = client.get("/", headers={"host": "localhost"}).content.decode()

    assert '<meta name="SiteIDCode" content="4400000001">' in theirs
    assert "市交通局" in theirs
    assert "市交通局" not in ours
    assert "4400000001" not in ours


def test_the_desk_is_the_officials_own_agencys_whatever_the_host(two, client):
    client.force_login(factories.official(Role.AUDITOR, of=two[1]))

    page = client.get("/desk/", headers={"host": "localhost"}).content.decode()

    assert "市交通局" in page
    assert two[0].name not in page
