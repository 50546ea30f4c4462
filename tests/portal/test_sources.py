"""The register of documents at source in public: figures that show no title of what is withheld."""

from datetime import date

import pytest

from sunlit.disclosure import services
from sunlit.measures.selectors import measure
from tests.disclosure import factories
from tests.disclosure.factories import TODAY
from tests.organization.factories import agency

pytestmark = pytest.mark.django_db

SECRET, FILE, OPEN = "关于某企业报价的函", "某工程竣工资料", "关于检修的通知"


@pytest.fixture(autouse=True)
def end_of_june(settings):
    """Let it be the end of June 2012."""
    settings.SUNLIT_TODAY = date(2012, 6, 29)


def decided(title, attribute, ground=""):
    made_on = date(2012, 6, 1) if attribute == "withheld" else TODAY
    document = factories.document(title=title, made_on=made_on)
    return services.decide_disclosure(
        record_id=document.pk, by=factories.reviewer(), today=TODAY, attribute=attribute,
        ground=ground, reason="涉及第三方",
    )  # fmt: skip


@pytest.fixture
def register():
    """Fill the register with one document of each kind, and one undecided."""
    factories.document(title="待定的请示")
    return (
        decided(SECRET, "withheld", "third_party"),
        decided(FILE, "on_application", "on_application"),
        decided(OPEN, "open"),
    )


def page(client, address, **asked):
    return client.get(address, {"lang": "en", **asked}).content.decode()


def figure(client, **part):
    return page(client, "/assessment/2012/figures/disclosure.documents/", **part)


def test_each_decision_and_ground_is_counted_and_leads_to_its_records(client, register):
    shown = page(client, "/disclosure/documents/")

    for words in ("withheld", "business secret or privacy of a third party", "art. 14"):
        assert words.lower() in shown.lower()
    for attribute in ("open", "on_application", "withheld", "undecided"):
        part = {"attribute": attribute}
        assert measure("disclosure.documents", agency(), 2012, part).value == 1
        assert f"attribute={attribute}" in shown
    for title in (SECRET, FILE, OPEN, "待定的请示"):
        assert title not in shown


@pytest.mark.parametrize("part", [{}, {"attribute": "withheld"}, {"ground": "third_party"}])
def test_what_is_withheld_has_a_number_and_no_title(client, register, part):
    withheld, _on_application, _opened = register
    shown = figure(client, **part)

    assert withheld.code in shown
    for words in (SECRET, "涉及第三方", withheld.document_number, "2012-06-01"):
        assert words not in shown


def test_what_is_given_on_application_has_its_title_and_an_open_one_when_it_is_public(
    client, register
):
    opened = register[2]
    shown = figure(client)
    assert FILE in shown
    assert OPEN not in shown  # it has not passed the gate

    item = factories.published(title=OPEN)
    services.link_item(
        record_id=opened.pk, by=factories.clerk(), today=TODAY, item=item.index_number
    )

    shown = figure(client)
    assert OPEN in shown
    assert item.get_absolute_url() in shown


def test_a_title_in_which_the_screening_finds_something_is_not_shown(client):
    decided("来访人13812345678材料", "on_application", "on_application")

    assert "13812345678" not in figure(client)


def test_a_year_without_documents_says_so_and_an_unknown_year_is_not_found(client):
    agency()

    assert "No document has been registered" in page(client, "/disclosure/documents/")
    assert client.get("/disclosure/documents/1900/").status_code == 404


def test_the_page_needs_as_many_queries_for_many_documents(
    client, register, django_assert_max_num_queries
):
    for number in range(5):
        decided(f"材料{number}", "on_application", "on_application")
    client.get("/disclosure/documents/")

    with django_assert_max_num_queries(12):
        client.get("/disclosure/documents/")
