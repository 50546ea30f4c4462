"""The page of the queue: what is being served, and nothing of who is served."""

from datetime import date, time

import pytest

from sunlit.approvals.services import queue as services
from sunlit.organization.models import Role
from tests.approvals import factories
from tests.organization.factories import official

pytestmark = pytest.mark.django_db

DAY = date(2012, 6, 11)


@pytest.fixture(autouse=True)
def the_day(settings):
    settings.SUNLIT_TODAY = DAY


def test_the_page_shows_which_number_goes_to_which_counter(client):
    factories.window()
    by = official(Role.WINDOW_CLERK)
    for _one in range(2):
        services.give_number(agency=by.agency, by=by, today=DAY, purpose="apply", at=time(9))
    services.call_next(agency=by.agency, by=by, today=DAY, counter="3", at=time(9, 12))

    page = client.get("/window/queue/", {"lang": "en"}).content.decode()

    assert "A001" in page
    assert "A002" not in page
    assert ">3<" in page
    assert "12" in page


def test_an_empty_queue_says_so(client):
    factories.window()
    page = client.get("/window/queue/", {"lang": "en"}).content.decode()
    assert "Nobody is being served" in page
