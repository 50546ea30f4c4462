"""The desk's pages: who may see what, what is offered, and what is kept when it goes wrong."""

from datetime import date

import pytest

from sunlit.design.registers import all_registers
from sunlit.desk.presenting import GROUPS
from sunlit.disclosure.models import Item
from sunlit.ledger.models import Entry
from sunlit.organization.models import Role
from tests.disclosure import factories
from tests.organization.factories import official
from tests.powers.factories import power

pytestmark = pytest.mark.django_db

MOST_QUERIES = 20


@pytest.fixture(autouse=True)
def end_of_2012(settings):
    """Let it be the last day of 2012."""
    settings.SUNLIT_TODAY = date(2012, 12, 31)


@pytest.fixture
def sit(client):
    """Let an official log in."""

    def sit(by):
        client.force_login(by)
        return client

    return sit


def test_every_register_stands_in_a_group_of_the_desk():
    rooms = {room for _label, members in GROUPS for room in members}
    assert {one.room for one in all_registers().values()} <= rooms


# Who may see what


@pytest.mark.parametrize("address", ["/desk/", "/desk/items/", "/desk/items/1/", "/desk/nothing/"])
def test_whoever_is_not_logged_in_is_asked_to(client, address):
    answer = client.get(address)
    assert answer.status_code == 302
    assert answer["Location"].startswith("/desk/login/")


def test_a_register_of_others_is_refused(sit):
    assert sit(factories.clerk()).get("/desk/officials/").status_code == 403


@pytest.mark.parametrize(
    "address",
    ["/desk/unheard-of/", "/desk/items/999/", "/desk/items/999/publish/", "/desk/items/open/no/"],
)
def test_what_is_not_there_is_told_with_a_way_back(sit, address):
    answer = sit(factories.clerk()).get(address, {"lang": "en"})

    assert answer.status_code == 404
    assert "notice--refusal" in answer.content.decode()


def test_an_act_that_a_record_does_not_have_is_not_there(sit):
    item = factories.drafted()
    assert sit(factories.clerk()).get(f"/desk/items/{item.pk}/burn/").status_code == 404


@pytest.mark.parametrize("role", list(Role))
def test_every_role_has_a_desk(sit, role):
    page = sit(official(role))
    assert "Nothing waits for you" in page.get("/desk/", {"lang": "en"}).content.decode()
    assert "register-list" in page.get("/desk/registers/", {"lang": "en"}).content.decode()


# A register


@pytest.mark.parametrize("name", sorted(all_registers()))
def test_every_register_opens_for_an_administrator(sit, name, django_assert_max_num_queries):
    page = sit(official(Role.ADMINISTRATOR))
    with django_assert_max_num_queries(MOST_QUERIES):
        assert page.get(f"/desk/{name}/").status_code == 200


def test_a_long_register_needs_no_more_queries_than_a_short_one(sit, django_assert_max_num_queries):
    for number in range(30):
        factories.drafted(title=f"第{number}则")
        power(f"CG-XK-{number:03}")
    page = sit(factories.clerk())

    for name in ("items", "powers"):
        with django_assert_max_num_queries(MOST_QUERIES):
            answer = page.get(f"/desk/{name}/")
        assert len(answer.context["page"].object_list) == 25


@pytest.mark.parametrize(("asked", "shown"), [("999", 2), ("abc", 1), ("-3", 2), ("", 1)])
def test_a_page_out_of_bounds_is_the_nearest_one(sit, asked, shown):
    for number in range(30):
        power(f"CG-XK-{number:03}")
    answer = sit(factories.clerk()).get("/desk/powers/", {"page": asked})
    assert answer.context["page"].number == shown


def test_an_unknown_choice_of_a_filter_is_ignored(sit):
    power()
    page = sit(factories.clerk())

    assert "CG-XK-001" in page.get("/desk/powers/", {"kind": "unheard-of"}).content.decode()
    assert "CG-XK-001" in page.get("/desk/powers/", {"colour": "red"}).content.decode()
    assert "CG-XK-001" not in page.get("/desk/powers/", {"kind": "penalty"}).content.decode()


@pytest.mark.parametrize("asked", ["'\";--", "%", "字" * 5000, "\x00"])
def test_the_search_of_a_register_takes_whatever_is_typed(sit, asked):
    power()
    assert sit(factories.clerk()).get("/desk/powers/", {"q": asked}).status_code == 200


# A record


def test_a_record_shows_what_can_be_done_first_and_why_the_rest_cannot(sit):
    item = factories.drafted()

    answer = sit(factories.head()).get(f"/desk/items/{item.pk}/", {"lang": "zh-hans"})

    offers = answer.context["offers"]
    assert [offer.act.name for offer in offers.possible] == ["section-review"]
    refused = [*offers.of_others, *offers.not_now]
    assert all(offer.refusal for offer in refused)
    page = answer.content.decode()
    assert page.count("disabled") == len(refused)
    assert "第十四条" in page


# An act


def test_the_act_that_comes_next_stands_first_and_stands_out(sit):
    item = factories.approved()
    page = sit(factories.clerk()).get(f"/desk/items/{item.pk}/")

    offers = page.context["offers"]

    assert offers.foremost.act.name == offers.possible[0].act.name == "publish"
    assert page.text.count('class="button" href=') == 1
    assert page.text.count('class="button button--quiet" href=') == len(offers.possible) - 1 > 0


def test_where_nothing_waits_no_act_stands_out_among_several(sit):
    page = sit(factories.approver()).get(f"/desk/items/{factories.published().pk}/")
    assert len(page.context["offers"].possible) > 1
    assert page.context["offers"].foremost is None


def test_an_act_done_leads_back_to_the_record_and_says_so(sit):
    item = factories.drafted()

    page = sit(factories.head())
    answer = page.post(f"/desk/items/{item.pk}/section-review/", follow=True)

    assert answer.redirect_chain == [(f"/desk/items/{item.pk}/", 302)]
    assert "notice--done" in answer.content.decode()


def test_a_form_filled_in_badly_keeps_what_was_typed(sit):
    answer = sit(factories.clerk()).post(
        "/desk/items/open/draft/", {"title": "只有标题", "made_on": "昨天"}
    )

    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="只有标题"' in page
    assert 'value="昨天"' in page
    assert not Item.objects.exists()


def test_an_act_that_comes_too_late_is_refused_and_keeps_what_was_typed(sit):
    item = factories.secrecy_reviewed()
    entries = Entry.objects.count()

    answer = sit(factories.reviewer()).post(
        f"/desk/items/{item.pk}/secrecy-review/", {"finding": "ok", "body": "已经写好的文字"}
    )

    assert answer.status_code == 409
    assert "已经写好的文字" in answer.content.decode()
    assert "notice--refusal" in answer.content.decode()
    assert Entry.objects.count() == entries


def test_an_act_of_another_role_is_refused_and_changes_nothing(sit):
    item = factories.drafted()
    entries = Entry.objects.count()

    answer = sit(factories.clerk()).post(f"/desk/items/{item.pk}/section-review/")

    assert answer.status_code == 403
    assert Entry.objects.count() == entries


def test_the_page_of_an_act_that_would_be_refused_says_so_before_anything_is_typed(sit):
    item = factories.drafted()

    answer = sit(factories.approver()).get(f"/desk/items/{item.pk}/publish/")

    assert answer.status_code == 200
    assert "notice--refusal" in answer.content.decode()
    assert "disabled" in answer.content.decode()


def test_logging_out_leads_to_the_public_site(sit):
    page = sit(factories.clerk())
    assert page.post("/desk/logout/")["Location"] == "/"
    assert page.get("/desk/").status_code == 302
