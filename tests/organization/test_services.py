from datetime import date

import pytest
from django.contrib.auth import authenticate

from sunlit.kernel.refusals import Unacceptable
from sunlit.ledger.models import Entry
from sunlit.organization.models import Agency, Official, Role
from sunlit.organization.services import appoint_official, found_agency, records_post
from tests.organization import factories

pytestmark = pytest.mark.django_db

TODAY = date(2031, 3, 3)
PASSWORD = "correct horse"  # noqa: S105


def appoint(**changes):
    """Appoint a clerk, unless told otherwise."""
    terms = {
        "agency": factories.agency(),
        "username": "clerk",
        "post": "信息员",
        "roles": [Role.CLERK, Role.SECTION_HEAD, Role.CLERK],
        "password": PASSWORD,
        "today": TODAY,
    }
    return appoint_official(**terms | changes)


def test_an_appointed_official_logs_in_with_roles_and_stands_in_the_ledger():
    by = factories.official(Role.ADMINISTRATOR)

    official = appoint(office=factories.office(), by=by)

    assert authenticate(username="clerk", password=PASSWORD) == official
    assert official.role_names == {Role.CLERK, Role.SECTION_HEAD}
    assert {role.since for role in official.roles.all()} == {TODAY}
    entry = Entry.objects.get()
    assert (entry.event, entry.by, entry.day) == ("OfficialAppointed", by, TODAY)
    assert entry.payload["roles"] == ["clerk", "section_head"]
    assert PASSWORD not in str(entry.payload)
    assert not entry.is_public


def test_without_somebody_who_appoints_the_operator_did_it():
    official = appoint()

    assert Entry.objects.get().by == official


def test_a_taken_name_is_refused_and_nothing_is_changed():
    factories.official(username="clerk")

    with pytest.raises(Unacceptable):
        appoint()

    assert Official.objects.get().role_names == frozenset()
    assert not Entry.objects.exists()


def test_an_agency_is_founded_with_its_first_administrator():
    official = found_agency(
        code="CGJ",
        name="市城市管理局",
        username="head",
        post="系统管理员",
        password=PASSWORD,
        today=TODAY,
    )

    assert official.agency == Agency.objects.get()
    assert official.has_role(Role.ADMINISTRATOR)
    assert authenticate(username="head", password=PASSWORD) == official
    assert list(Entry.objects.order_by("id").values_list("event", flat=True)) == [
        "AgencyDescribed", "OfficialAppointed",
    ]  # fmt: skip


def test_the_post_that_takes_records_in_is_one_and_cannot_log_in():
    agency = factories.agency()

    official = records_post(agency, today=TODAY)

    assert records_post(agency, today=TODAY) == official
    assert not official.is_active
    assert not official.has_usable_password()
    assert records_post(factories.agency("OTHER"), today=TODAY) != official
