import pytest
from django.contrib.auth import authenticate

from sunlit.ledger.models import Entry
from sunlit.organization.models import Agency, Official, Role
from tests.cli.running import run
from tests.organization import factories

pytestmark = pytest.mark.django_db

PASSWORD = "correct horse"  # noqa: S105


def create(*words, username="head.of.it", password=PASSWORD):
    """Create an administrator, unless told otherwise a fit one."""
    given = ("--username", username, "--password", password, "--today", "2026-01-05")
    return run("createadmin", *given, *words)


def test_the_first_administrator_founds_the_agency_and_may_log_in():
    result = create("--agency", "CGJ", "--agency-name", "市城市管理局", "--post", "信息员")

    assert result.exit_code == 0
    assert result.stdout == "head.of.it可以在/desk/登录。\n"
    official = authenticate(username="head.of.it", password=PASSWORD)
    assert official == Official.objects.get()
    assert official.has_role(Role.ADMINISTRATOR)
    assert (official.agency.name, official.post) == ("市城市管理局", "信息员")
    assert sorted(Entry.objects.values_list("event", flat=True).order_by("id")) == [
        "AgencyDescribed", "OfficialAppointed",
    ]  # fmt: skip


def test_without_a_name_the_agency_gets_one_that_can_be_mended():
    assert create().exit_code == 0
    assert Agency.objects.get().code


def test_a_later_administrator_joins_the_agency_that_is_there():
    agency = factories.agency()

    assert create().exit_code == 0
    assert Official.objects.get().agency == agency


def test_a_password_is_asked_for_or_taken_from_the_environment():
    given = ("createadmin", "--username", "head")

    assert run(*given, env={"SUNLIT_ADMIN_PASSWORD": PASSWORD}).exit_code == 0
    assert run(*given, env={"SUNLIT_ADMIN_PASSWORD": ""}).exit_code == 1


@pytest.mark.parametrize(
    ("words", "changes"),
    [
        ((), {"username": "taken"}),
        ((), {"username": "with space"}),
        ((), {"username": "x" * 65}),
        ((), {"password": "short"}),
        ((), {"password": "1029384756"}),
        ((), {"password": "password123"}),
        (("--agency", "NOWHERE"), {}),
    ],
    ids=[
        "a taken name",
        "a name with a space",
        "a name that is too long",
        "a short password",
        "a password of digits",
        "a password that everybody knows",
        "an unknown agency without a name",
    ],
)
def test_an_unfit_administrator_is_refused_and_nothing_is_changed(words, changes):
    factories.official(username="taken")

    result = create(*words, **changes)

    assert result.exit_code == 1
    assert result.stdout == ""
    assert len(result.stderr.splitlines()) == 1
    assert Official.objects.count() == 1
    assert Agency.objects.count() == 1
    assert not Entry.objects.exists()
