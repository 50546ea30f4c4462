"""The guide is what the records and the law of the day say; nobody has to keep it up to date."""

from datetime import date

import pytest

from sunlit.disclosure import services
from sunlit.disclosure.models import CategoryRole
from sunlit.disclosure.services.catalogue import Terms
from sunlit.organization.models import Agency, Role
from sunlit.organization.rules.provincial import INDEX_NUMBER
from sunlit.organization.services.provincial import set_provincial_number
from tests.channels.factories import board
from tests.disclosure import factories
from tests.organization.factories import agency

pytestmark = pytest.mark.django_db

THEN, NOW = date(2012, 6, 29), date(2026, 3, 3)


@pytest.fixture(autouse=True)
def end_of_june(settings):
    """Let it be the end of June 2012."""
    settings.SUNLIT_TODAY = THEN


def part(client, anchor):
    """Return one part of the guide as the public reads it."""
    page = client.get("/guide/", {"lang": "en"}).content.decode()
    return page.split(f'id="{anchor}"')[1].split("</section>")[0]


def test_the_arrangement_is_that_of_the_catalogue(client):
    factories.category("JG04", name="科室职责", role=CategoryRole.OFFICE_DUTIES)
    factories.category()  # work news does not stand in the column

    shown = part(client, "arrangement")

    assert 'href="/disclosure/#part-agency"' in shown
    assert "1 category" in shown
    assert shown.count("part-") == 1


def test_the_index_number_is_explained_by_the_rule_that_the_agency_has_set(client):
    code = agency().index_code
    assert f"{code}/201206-00001" in part(client, "arrangement")

    set_provincial_number(
        agency=agency(), by=factories.staff("admin", Role.ADMINISTRATOR), today=THEN,
        name=INDEX_NUMBER, value="{agency}/{year}-{serial:07}", since=THEN, document="省办法",
        article="第九条",
    )  # fmt: skip

    shown = part(client, "arrangement")
    assert f"{code}/2012-0000001" in shown
    assert "[code of the agency]/[year]-[serial number]" in shown


def test_what_the_catalogue_says_from_today_the_guide_says_too(client):
    category = factories.category()
    assert "政务服务中心" not in part(client, "published")
    terms = {one: getattr(category, one) for one in Terms.__annotations__}

    services.restate_category(
        record_id=category.pk, by=factories.clerk(), today=THEN, office=category.office.code,
        **terms | {"channels": ["局网站", "政务服务中心"]},
    )  # fmt: skip

    assert "政务服务中心" in part(client, "published")


@pytest.mark.parametrize(
    ("on", "told", "not_told"),
    [
        (THEN, ["15 working days", "30 working days"], ["7 working days"]),
        (NOW, ["20 working days", "40 working days", "7 working days"], ["15 working days"]),
    ],
)
def test_the_limits_of_an_application_are_those_of_the_law_of_the_day(
    client, settings, on, told, not_told
):
    agency()
    settings.SUNLIT_TODAY = on

    shown = part(client, "application")

    assert all(words in shown for words in told)
    assert not any(words in shown for words in not_told)


@pytest.mark.parametrize(("on", "is_told"), [(THEN, False), (NOW, True)])
def test_a_ground_of_todays_law_is_not_told_under_yesterdays(client, settings, on, is_told):
    agency()
    settings.SUNLIT_TODAY = on

    assert ("internal affairs of the agency" in part(client, "published")) is is_told


def test_what_is_given_on_application_is_named_with_its_page(client):
    category = factories.category("SQ01", name="案卷材料", is_proactive=False)

    assert category.get_absolute_url() in part(client, "application")
    assert "局网站" not in part(client, "published")


def test_the_office_is_told_as_it_is_today_and_nothing_is_told_that_nobody_entered(client):
    Agency.objects.filter(pk=agency().pk).update(
        foi_phone="0500-1", fax="0500-2", email="open@example.gov.cn", postcode="", address="一号"
    )
    board("一大队公开栏")

    assert 'href="tel:0500-1"' in part(client, "office")
    assert "0500-2" in part(client, "office")
    assert 'href="mailto:open@example.gov.cn"' in part(client, "office")
    assert "Postcode" not in part(client, "office")
    assert "一大队公开栏" in part(client, "places")
    assert "一号" in part(client, "places")


def test_a_lawsuit_has_the_time_of_the_law_of_the_day(client, settings):
    agency()
    assert "3 months" in part(client, "remedies")

    settings.SUNLIT_TODAY = NOW
    assert "6 months" in part(client, "remedies")


def test_what_the_agency_wrote_follows_with_its_year(client):
    factories.guide_section("范围与方式。")
    page = client.get("/guide/", {"lang": "en"}).content.decode()

    generated, written = page.split("What the agency wrote beside it, as of 2012")
    assert "范围与方式。" in written
    assert 'id="remedies"' in generated
