"""The page of all words: what ships and what the agency has added, searchable."""

import pytest

from sunlit.organization.models import Role
from tests.disclosure.factories import TODAY, own_word, published, reviewer
from tests.organization.factories import official

pytestmark = pytest.mark.django_db


@pytest.fixture
def words(client, settings):
    """Open the page as the reviewer, and return the words that it lists."""
    settings.SUNLIT_TODAY = TODAY

    def words(**asked):
        client.force_login(reviewer())
        answer = client.get("/desk/lexicon/", {"lang": "en", **asked})
        assert answer.status_code == 200
        return [str(row[0].value) for row in answer.context["words"]]

    return words


def test_what_ships_and_what_the_agency_added_stand_in_one_list(words):
    own_word()

    listed = words()

    assert "内参专报" in listed[0]
    assert any("布署" in one for one in listed)


def test_the_list_is_searched_by_word_right_word_group_and_origin(words):
    own_word()

    assert len(words(q="布署")) == 6  # the wrong word, and the longer ones in which it is none
    assert any("布署" in one for one in words(q="部署"))
    assert len(words(origin="own")) == 1
    assert len(words(group="secrecy", origin="own")) == 1
    assert words(group="wrong", origin="own") == []
    assert words(q="没有这个词") == []


def test_what_is_asked_for_wrongly_narrows_nothing(words):
    assert len(words(group="nonsense")) == len(words())


def test_a_shipped_word_that_the_agency_lets_stand_is_said_to(words, client):
    own_word(group="except", text="座落")
    words(q="座落")

    page = client.get("/desk/lexicon/", {"lang": "en", "q": "座落"}).content.decode()
    assert "Let stand by the agency" in page


@pytest.mark.parametrize("role", list(Role))
def test_everybody_at_the_desk_sees_it_and_only_who_may_is_led_to_add(client, role):
    client.force_login(official(role))
    page = client.get("/desk/lexicon/").content.decode()

    may = role in (Role.SECRECY_REVIEWER, Role.ADMINISTRATOR)
    assert ("/desk/lexicon-entries/open/add/" in page) == may


def test_the_desk_tries_a_word_keeps_what_was_typed_and_stores_it_when_confirmed(client, settings):
    settings.SUNLIT_TODAY = TODAY
    published(title="工作动态", body="详见内参专报。")
    client.force_login(reviewer())
    typed = {"group": "secrecy", "text": "内参专报", "reason": "本局内部刊物名称"}

    tried = client.post("/desk/lexicon-entries/open/add/?lang=en", typed)
    stored = client.post(
        "/desk/lexicon-entries/open/add/?lang=en", typed | {"confirmed": "on"}, follow=True
    )

    assert tried.status_code == 422
    page = tried.content.decode()
    assert "1 of 1 public texts" in page
    assert "本局内部刊物名称" in page
    assert "工作动态" in stored.content.decode()
