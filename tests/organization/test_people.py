"""Roles, posts and log-ins change by acts, and nothing of them is lost."""

from datetime import date

import pytest
from django.contrib.auth import authenticate

from sunlit.kernel.refusals import Missing, NotPermitted, Unacceptable, WrongMoment
from sunlit.ledger.models import Entry
from sunlit.organization.models import Role
from sunlit.organization.rules import posts as rules
from sunlit.organization.services import appoint_official, people, records_post
from tests.organization import factories

pytestmark = pytest.mark.django_db

TODAY = date(2031, 3, 3)
PASSWORD = "correct horse"  # noqa: S105


@pytest.fixture
def admin():
    """The administrator who acts."""
    return factories.official(Role.ADMINISTRATOR)


def events():
    """The events of the ledger, in their order."""
    return list(Entry.objects.order_by("id").values_list("event", flat=True))


def again(official):
    """The official as the next request would find them."""
    return type(official).objects.get(pk=official.pk)


def test_a_role_is_given_and_taken_and_its_days_are_kept(admin):
    clerk = factories.official(Role.CLERK)

    people.give_role(record_id=clerk.pk, by=admin, today=TODAY, role=Role.SECTION_HEAD)
    people.take_role(record_id=clerk.pk, by=admin, today=date(2031, 4, 1), role=Role.CLERK)

    assert again(clerk).role_names == {Role.SECTION_HEAD}
    taken = clerk.roles.get(role=Role.CLERK)
    assert (taken.since, taken.until) == (factories.DAY, date(2031, 4, 1))
    assert events() == ["RoleGiven", "RoleTaken"]

    people.give_role(record_id=clerk.pk, by=admin, today=date(2031, 5, 1), role=Role.CLERK)
    assert clerk.roles.filter(role=Role.CLERK).count() == 2


@pytest.mark.parametrize(
    ("held", "wanted"),
    [
        (Role.APPROVER, Role.SECRECY_REVIEWER),
        (Role.SECRECY_REVIEWER, Role.SECTION_HEAD),
        (Role.AUDITOR, Role.CLERK),
        (Role.ADMINISTRATOR, Role.AUDITOR),
    ],
)
def test_roles_that_do_not_go_together_are_refused_with_the_provision(admin, held, wanted):
    official = factories.official(held, username="somebody")

    with pytest.raises(Unacceptable) as refused:
        people.give_role(record_id=official.pk, by=admin, today=TODAY, role=wanted)

    assert refused.value.basis is not None
    assert again(official).role_names == {held}
    assert not events()


def test_nobody_is_appointed_with_roles_that_do_not_go_together():
    with pytest.raises(Unacceptable):
        appoint_official(
            agency=factories.agency(),
            username="both",
            post="岗位",
            roles=[Role.SECRECY_REVIEWER, Role.APPROVER],
            password=PASSWORD,
            today=TODAY,
        )


def test_an_auditor_goes_together_with_no_role_that_acts():
    others = set(Role) - {Role.AUDITOR}
    assert all(rules.conflict({Role.AUDITOR, other}) for other in others)
    assert rules.conflict({Role.LEADER, Role.APPROVER}) is None


def test_an_agency_always_keeps_an_administrator(admin):
    with pytest.raises(NotPermitted):
        people.take_role(record_id=admin.pk, by=admin, today=TODAY, role=Role.ADMINISTRATOR)
    with pytest.raises(NotPermitted):
        people.suspend_official(record_id=admin.pk, by=admin, today=TODAY, reason="休假")

    other = factories.official(Role.ADMINISTRATOR, username="second")
    people.take_role(record_id=admin.pk, by=other, today=TODAY, role=Role.ADMINISTRATOR)
    with pytest.raises(NotPermitted):  # although the request knew the role of before
        people.take_role(record_id=other.pk, by=admin, today=TODAY, role=Role.ADMINISTRATOR)


def test_a_suspended_official_cannot_log_in_until_readmitted(admin, client):
    official = factories.official(Role.CLERK)
    client.force_login(official)
    assert client.get("/desk/").status_code == 200

    people.suspend_official(record_id=official.pk, by=admin, today=TODAY, reason="调离")
    assert client.get("/desk/").status_code == 302
    with pytest.raises(WrongMoment):
        people.suspend_official(record_id=official.pk, by=admin, today=TODAY, reason="调离")

    people.readmit_official(record_id=official.pk, by=admin, today=TODAY)
    assert again(official).is_active
    assert events() == ["OfficialSuspended", "OfficialReadmitted"]


def test_a_first_password_set_by_another_must_be_changed(admin):
    official = factories.official(Role.CLERK)

    people.set_first_password(record_id=official.pk, by=admin, today=TODAY, password=PASSWORD)

    assert authenticate(username=official.username, password=PASSWORD) == official
    assert again(official).must_change_password

    people.change_own_password(by=again(official), today=TODAY, password="another horse")  # noqa: S106
    assert not again(official).must_change_password
    assert PASSWORD not in str(list(Entry.objects.order_by("id").values_list("payload")))


def test_an_official_moves_to_another_post_and_office(admin):
    official = factories.official(Role.CLERK)
    office = factories.office("KS07")

    people.move_official(record_id=official.pk, by=admin, today=TODAY, post="科长", office=office)

    assert (again(official).post, again(official).office) == ("科长", office)


def test_the_post_that_takes_records_in_is_never_let_in(admin):
    post = records_post(factories.agency(), today=TODAY)

    with pytest.raises(WrongMoment):
        people.set_first_password(record_id=post.pk, by=admin, today=TODAY, password=PASSWORD)
    with pytest.raises(WrongMoment):
        people.readmit_official(record_id=post.pk, by=admin, today=TODAY)


def test_nobody_but_an_administrator_changes_who_may_log_in(admin):
    leader = factories.official(Role.LEADER)
    for role in set(Role) - {Role.ADMINISTRATOR}:
        by = factories.official(role, username=f"as-{role}")
        with pytest.raises(NotPermitted):
            people.give_role(record_id=leader.pk, by=by, today=TODAY, role=Role.CLERK)


def test_an_official_of_another_agency_is_not_there(admin):
    other = factories.official(Role.CLERK, of=factories.agency("OTHER"))

    with pytest.raises(Missing):
        people.give_role(record_id=other.pk, by=admin, today=TODAY, role=Role.SECTION_HEAD)
    with pytest.raises(Missing):
        people.move_official(
            record_id=admin.pk,
            by=admin,
            today=TODAY,
            post="科长",
            office=factories.office("KS01", of=other.agency),
        )
