"""The public reads by which grades the agency fines."""

from datetime import date

import pytest

from tests.approvals.factories import owner
from tests.desk.stages_of_penalties import benchmark

pytestmark = pytest.mark.django_db


def test_the_grades_in_force_are_public_and_those_that_ended_are_not(client, settings):
    settings.SUNLIT_TODAY = date(2012, 6, 28)
    benchmark("一般")
    benchmark("较重", in_force_until=date(2012, 6, 27))

    page = client.get("/powers/discretion/", {"lang": "en"}).content.decode()

    assert "一般" in page
    assert "200 – 500" in page
    assert "较重" not in page


def test_without_a_standard_the_page_says_so(client):
    owner()

    page = client.get("/powers/discretion/", {"lang": "en"})

    assert "No standard of discretion has been set yet." in page.content.decode()
