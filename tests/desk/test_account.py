"""Logging in, one's own password and roles; guessing is slowed down and nobody is locked out."""

from datetime import timedelta

import pytest
from django.utils import timezone

from sunlit.ledger.models import Entry
from sunlit.organization.models import FailedLogin, Role
from sunlit.organization.selectors.logins import OF_ONE_ADDRESS, OF_ONE_NAME, WINDOW
from tests.organization.factories import official

pytestmark = pytest.mark.django_db

PASSWORD = "correct horse"  # noqa: S105
ANOTHER = "another horse"


@pytest.fixture
def clerk():
    """A clerk who can log in."""
    found = official(Role.CLERK, username="clerk")
    found.set_password(PASSWORD)
    found.save()
    return found


def log_in(client, *, password=PASSWORD, username="clerk", address="192.0.2.1"):
    """Try to log in; return the answer."""
    typed = {"username": username, "password": password}
    return client.post("/desk/login/", typed, REMOTE_ADDR=address)


def fail(client, times, **typed):
    """Fail so many times."""
    for _time in range(times):
        assert log_in(client, password="wrong", **typed).status_code == 200  # noqa: S106


def test_after_some_failures_even_the_right_password_waits_and_is_told_until_when(client, clerk):
    fail(client, OF_ONE_NAME)

    answer = log_in(client)

    assert answer.status_code == 200
    until = timezone.localtime(FailedLogin.objects.earliest("failed_at").failed_at + WINDOW)
    assert f"{until:%H:%M:%S}" in answer.content.decode()
    assert FailedLogin.objects.count() == OF_ONE_NAME  # what is not heard is not counted


def test_waiting_ends(client, clerk):
    fail(client, OF_ONE_NAME)
    FailedLogin.objects.update(failed_at=timezone.now() - WINDOW - timedelta(seconds=1))

    assert log_in(client).status_code == 302
    assert not FailedLogin.objects.filter(failed_at__gt=timezone.now() - WINDOW).exists()


def test_a_stranger_does_not_lock_an_official_out(client, clerk):
    fail(client, OF_ONE_NAME, address="203.0.113.9")

    assert log_in(client, address="192.0.2.1").status_code == 302


def test_one_address_does_not_try_many_names(client, clerk):
    now = timezone.now()
    for number in range(OF_ONE_ADDRESS):
        FailedLogin.objects.create(username=f"n{number}", address="203.0.113.9", failed_at=now)
        FailedLogin.objects.create(username=f"n{number}", address="127.0.0.1", failed_at=now)

    assert log_in(client, address="203.0.113.9").status_code == 200
    assert log_in(client, address="127.0.0.1").status_code == 302  # many people behind a proxy


def test_a_success_forgets_the_failures(client, clerk):
    fail(client, OF_ONE_NAME - 1)
    assert log_in(client).status_code == 302

    assert not FailedLogin.objects.exists()


def test_a_first_password_opens_nothing_but_the_page_to_change_it(client, clerk):
    clerk.must_change_password = True
    clerk.save()
    client.force_login(clerk)

    assert client.get("/desk/items/")["Location"] == "/desk/password/"
    assert client.get("/desk/password/").status_code == 200
    typed = {"old_password": PASSWORD, "password": ANOTHER, "repeated": ANOTHER}
    assert client.post("/desk/password/", typed)["Location"] == "/desk/me/"

    assert client.get("/desk/items/").status_code == 200  # still logged in
    assert Entry.objects.get().event == "PasswordChanged"


@pytest.mark.parametrize(
    ("old", "new", "repeated"),
    [
        ("wrong", ANOTHER, ANOTHER),
        (PASSWORD, ANOTHER, "third horse"),
        (PASSWORD, "short", "short"),
        (PASSWORD, PASSWORD, PASSWORD),
    ],
)
def test_a_password_that_will_not_do_is_told_and_nothing_is_changed(
    client, clerk, old, new, repeated
):
    client.force_login(clerk)

    typed = {"old_password": old, "password": new, "repeated": repeated}
    assert client.post("/desk/password/", typed).status_code == 422

    clerk.refresh_from_db()
    assert clerk.check_password(PASSWORD)
    assert not Entry.objects.exists()


def test_an_official_sees_their_own_roles_and_those_of_before(client, clerk):
    role = clerk.roles.get()
    clerk.roles.create(role=Role.LEADER, since=role.since, until=role.since)
    client.force_login(clerk)

    page = client.get("/desk/me/", {"lang": "en"}).content.decode()

    assert "disclosure clerk" in page
    assert "leader" in page
