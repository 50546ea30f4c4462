"""The public pages: what they answer, whatever they are asked, and that they leave nothing out."""

from datetime import date

import pytest

from sunlit.disclosure import services
from sunlit.measures.selectors import count_all, measure_all
from tests.disclosure import factories
from tests.organization.factories import agency
from tests.powers.factories import power

pytestmark = pytest.mark.django_db

ADDRESSES = (
    "/",
    "/site-map/",
    "/find-an-error/",
    "/news/",
    "/disclosure/",
    "/disclosure/catalogue/",
    "/disclosure/documents/",
    "/disclosure/search/",
    "/disclosure/search/?q=垃圾&genre=通告&theme=财政&year=2012&sort=oldest&number=2012",
    "/guide/",
    "/rules/",
    "/annual-reports/",
    "/apply/",
    "/apply/resume/",
    "/track/",
    "/powers/",
    "/powers/procedures/",
    "/powers/services/",
    "/powers/decisions/",
    "/powers/decisions/?q=许可&year=2012&first=2012-01-01&last=2012-12-31",
    "/powers/decisions/?year=what&first=never",
    "/powers/decisions/penalties/",
    "/powers/decisions/in-time/",
    "/powers/decisions/withdrawn/",
    "/window/",
    "/norms/",
    "/norms/drafts/",
    "/norms/?on=2010-01-01&only=in_force&q=办法",
    "/dossiers/",
    "/complaints/",
    "/complaints/figures/",
    "/complaints/numbers/",
    "/complaints/signs/",
    "/channels/",
    "/organization/",
    "/supervision/",
    "/supervision/supervisors/",
    "/supervision/meetings/",
    "/supervision/inspections/",
    "/supervision/surveys/",
    "/supervision/accountability/",
    "/supervision/training/",
    "/assessment/2012/",
    "/assessment/2012/figures/powers.licence/",
    "/search",
    "/search?q=广告",
    "/deadline/",
)
NOT_THERE = (
    "/d/000201200/201201-99999/",
    "/changes/000201200/201201-99999/",
    "/powers/CG-XX-001/",
    "/powers/procedures/unheard-of/",
    "/disclosure/categories/unheard-of/",
    "/rules/ZD99/",
    "/supervision/meetings/2012/ZT99/",
    "/organization/XX99/",
    "/supervision/inspections/2012/JC99/",
    "/norms/GF99/",
    "/norms/drafts/CA99/",
    "/dossiers/2012/ZP99/",
    "/dossiers/1949/ZP01/",
    "/assessment/1949/",
    "/assessment/2012/figures/powers.unheard-of/",
    "/assessment/1949/figures/powers.licence/",
)


@pytest.fixture(autouse=True)
def end_of_2012(settings):
    """Let it be the last day of 2012, so that the newest year is 2012."""
    settings.SUNLIT_TODAY = date(2012, 12, 31)


@pytest.mark.parametrize("language", ["zh-hans", "en"])
@pytest.mark.parametrize("address", ADDRESSES)
def test_an_agency_without_records_has_all_its_pages(client, address, language):
    agency()
    assert client.get(address, {"lang": language}).status_code == 200


@pytest.mark.parametrize("address", ["/", "/powers/", "/assessment/2012/"])
def test_without_an_agency_a_page_says_what_to_do(client, address):
    answer = client.get(address, {"lang": "en"})

    assert answer.status_code == 404
    assert "Load a year of records" in answer.content.decode()


@pytest.mark.parametrize("address", NOT_THERE)
def test_what_is_not_there_is_not_found(client, address):
    agency()
    assert client.get(address).status_code == 404


TAKES_FORMS = {"/apply/resume/", "/track/"}
"""Where somebody applies for a licence, or follows a case by a code that no address may hold."""


@pytest.mark.parametrize("address", sorted({*ADDRESSES} - TAKES_FORMS))
def test_the_public_site_only_reads(client, address):
    agency()
    assert client.post(address).status_code == 405


# An item


def test_a_published_item_stands_at_its_index_number(client):
    item = factories.published(title="清运车辆检修情况")

    page = client.get(f"/d/{item.index_number}/").content.decode()

    assert "清运车辆检修情况" in page
    assert item.index_number in page


def test_a_draft_has_no_public_page(client):
    item = factories.approved()
    assert client.get(f"/d/{item.index_number or item.code}/").status_code == 404


def test_a_withdrawn_item_keeps_its_page_with_the_reason_and_without_the_text(client):
    item = factories.published(body="共检修二十八台。")
    services.withdraw(
        record_id=item.pk, by=factories.approver(), today=date(2012, 12, 31), reason="数字有误"
    )

    answer = client.get(f"/d/{item.index_number}/")

    assert answer.status_code == 200
    assert "数字有误" in answer.content.decode()
    assert "二十八台" not in answer.content.decode()
    assert "清运车辆检修" not in client.get("/disclosure/").content.decode()


def test_the_items_of_one_category_stand_at_its_address(client):
    factories.published(title="动态一则")
    factories.category("GK03", name="制度文件", role="")

    def shown(address: str) -> str:
        return client.get(address, follow=True).content.decode()

    assert "动态一则" in shown("/disclosure/categories/DT01/")
    assert "动态一则" not in shown("/disclosure/categories/GK03/")
    assert "动态一则" in shown("/disclosure/?category=DT01")
    assert client.get("/disclosure/?category=unheard-of").status_code == 200


# The list of powers


def test_an_unknown_kind_is_ignored(client):
    power(published_on=date(2012, 6, 8))
    page = client.get("/powers/", {"kind": "unheard-of"}).content.decode()
    assert "CG-XK-001" in page


def test_powers_are_found_by_all_their_words(client):
    power("CG-XK-001", name="户外广告设置审批", published_on=date(2012, 6, 8))
    power("CG-XK-002", name="占用道路审批", published_on=date(2012, 6, 8))

    page = client.get("/powers/", {"q": "审批 道路"}).content.decode()

    assert "CG-XK-002" in page
    assert "CG-XK-001" not in page


@pytest.mark.parametrize(
    ("asked", "shown"), [("0", 2), ("abc", 1), ("999", 2), ("-1", 2), ("2", 2), ("", 1)]
)
def test_a_page_out_of_bounds_is_the_nearest_one(client, asked, shown):
    for number in range(30):
        power(f"CG-XK-{number:03}", published_on=date(2012, 6, 8))

    answer = client.get("/powers/", {"page": asked})

    assert answer.status_code == 200
    assert answer.context["page"].number == shown


def test_a_power_that_is_not_public_has_no_page(client):
    power(is_public=False, published_on=None)
    assert client.get("/powers/CG-XK-001/").status_code == 404


# Search


@pytest.mark.parametrize("asked", ["", " ", "'\";--", "%_", "\x00", "广" * 5000, "a b " * 400])
def test_the_search_takes_whatever_is_typed(client, asked):
    agency()
    for shape in ("", "json"):
        assert client.get("/search", {"q": asked, "format": shape}).status_code == 200


def test_the_search_answers_machines_too(client):
    agency()
    answer = client.get("/search", {"q": "广告", "format": "json"})
    assert answer.json() == {"query": "广告", "count": 0, "results": []}


# The calculator


@pytest.mark.parametrize("asked", ["", "no day", "2012-13-45", "0001-01-01"])
def test_a_day_that_is_none_shows_the_norms_of_today(client, asked):
    agency()
    assert client.get("/norms/", {"on": asked}).status_code == 200


# The figures


def test_a_figure_is_counted_as_its_records_are_listed():
    factories.published()
    power(published_on=date(2012, 6, 8))

    listed = {code: found.value for code, found in measure_all(agency(), 2012).items()}

    assert count_all(agency(), 2012) == listed
    assert listed["powers.licence"] == 1
