"""The public register of licences: found by number and organisation, never by a person's name."""

from datetime import date

import pytest

from sunlit.approvals.models import Licence, LicenceStatus, PartyKind
from tests.approvals import handled

pytestmark = pytest.mark.django_db

PAGE = "/powers/licences/"


@pytest.fixture(autouse=True)
def a_day(settings):
    settings.SUNLIT_TODAY = date(2012, 12, 31)


def rows(client, **asked):
    answer = client.get(PAGE, {"lang": "en", **asked})
    assert answer.status_code == 200
    return answer.context["rows"], answer.content.decode()


def test_a_licence_stands_with_its_holder_and_its_last_day(client):
    handled.held()
    found, page = rows(client)
    assert len(found) == 1
    assert "XK2012-001" in page
    assert "申请人 001" in page
    assert "2013" in page


def test_of_a_natural_person_only_the_first_character_is_shown(client):
    handled.held(kind=PartyKind.PERSON)
    _found, page = rows(client)
    assert "申＊＊" in page
    assert "申请人 001" not in page


@pytest.mark.parametrize(
    ("kind", "asked", "found"),
    [
        (PartyKind.ORGANISATION, "申请人", 1),
        (PartyKind.PERSON, "申请人", 0),
        (PartyKind.PERSON, "XK2012", 1),
        (PartyKind.ORGANISATION, "XK2013", 0),
    ],
)
def test_persons_are_not_found_by_name(client, kind, asked, found):
    handled.held(kind=kind)
    assert len(rows(client, q=asked)[0]) == found


def test_a_revoked_licence_stays_on_the_register_and_says_so(client):
    licence = handled.held()
    Licence.objects.filter(pk=licence.pk).update(
        status=LicenceStatus.REVOKED, ended_on=date(2012, 7, 2)
    )
    assert "evoked" in rows(client)[1]
