"""The language of a page, and what a refusal looks like to a person and to a program."""

import pytest
from django.conf import settings
from django.test import Client

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.design.urls")]


@pytest.fixture
def visitor() -> Client:
    return Client(raise_request_exception=False)


def test_a_first_visit_is_in_the_language_of_the_office(visitor):
    answer = visitor.get("/design/", headers={"accept-language": "en"})

    assert answer.headers["Content-Language"] == "zh-Hans"
    assert '<html lang="zh-Hans"' in answer.text


def test_a_language_asked_for_in_the_address_is_remembered(visitor):
    visitor.get("/design/?lang=en")

    assert visitor.cookies[settings.LANGUAGE_COOKIE_NAME].value == "en"
    assert '<html lang="en"' in visitor.get("/design/").text


def test_the_address_outweighs_what_was_remembered(visitor):
    visitor.get("/design/?lang=en")

    assert visitor.get("/design/?lang=zh-hans").headers["Content-Language"] == "zh-Hans"


@pytest.mark.parametrize("wish", ["fr", "", "zh", "../en"])
def test_a_language_that_the_office_does_not_speak_changes_nothing(visitor, wish):
    answer = visitor.get("/design/", {"lang": wish})

    assert answer.headers["Content-Language"] == "zh-Hans"
    assert settings.LANGUAGE_COOKIE_NAME not in answer.cookies


def test_a_cache_is_told_that_the_page_depends_on_the_cookie(visitor):
    assert "Cookie" in visitor.get("/design/").headers["Vary"]


def test_the_large_letters_stay_until_they_are_put_back(visitor):
    assert 'class="elder"' in visitor.get("/design/?elder=1").text
    assert 'class="elder"' in visitor.get("/design/").text
    assert 'class="elder"' not in visitor.get("/design/?elder=0").text
    assert 'class="elder"' not in visitor.get("/design/").text


def test_the_switch_of_language_keeps_the_question_of_the_page(visitor):
    assert "?q=%E5%9F%8E&amp;lang=en" in visitor.get("/design/", {"q": "城"}).text


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        ("refused", 400),
        ("not_permitted", 403),
        ("missing", 404),
        ("wrong_moment", 409),
        ("unacceptable", 422),
    ],
)
def test_a_refusal_is_a_page_with_its_status_its_remedy_and_its_article(visitor, kind, status):
    answer = visitor.get(f"/refuse/{kind}/?lang=en")

    assert answer.status_code == status
    assert "The time limit has already been extended once." in answer.text
    assert "Reply by the due day." in answer.text
    assert "<cite>Open Government Information Regulations (2007), art. 24</cite>" in answer.text


def test_a_program_gets_the_refusal_as_json_in_its_language(visitor):
    answer = visitor.get("/refuse/wrong_moment/?lang=en", headers={"accept": "application/json"})

    assert answer.status_code == 409
    assert answer.json() == {
        "refused": {
            "code": "wrong_moment",
            "reason": "The time limit has already been extended once.",
            "remedy": "Reply by the due day.",
            "basis": "Open Government Information Regulations (2007), art. 24",
        }
    }


def test_a_part_of_a_page_gets_the_refusal_as_a_part_of_a_page(visitor):
    answer = visitor.get("/refuse/wrong_moment/", headers={"hx-request": "true"})

    assert answer.status_code == 409
    assert "notice--refusal" in answer.text
    assert "<html" not in answer.text


def test_a_fault_of_our_own_is_no_refusal(visitor):
    answer = visitor.get("/fail/?lang=en")

    assert answer.status_code == 500
    assert "The fault is ours" in answer.text
    assert "a fault of our own" not in answer.text


def test_the_page_of_a_fault_asks_no_database(visitor, django_assert_num_queries):
    with django_assert_num_queries(0):
        visitor.get("/fail/")


@pytest.mark.parametrize(
    ("address", "status", "sentence"),
    [
        ("/nothing/", 404, "There is nothing at this address"),
        ("/forbid/", 403, "This page is not open to you"),
        ("/expired/", 403, "Nothing was sent and nothing was changed."),
    ],
)
def test_a_page_that_cannot_be_shown_says_why_and_what_to_do(visitor, address, status, sentence):
    answer = visitor.get(f"{address}?lang=en")

    assert answer.status_code == status
    assert sentence in answer.text
    assert answer.text.count("<h1") == 1


def test_an_address_with_a_zero_byte_leads_nowhere(visitor):
    assert visitor.get("/design/%00/").status_code == 404


def test_a_question_is_asked_without_its_zero_bytes(visitor):
    assert visitor.get("/design/?lang=e%00n").status_code == 200


@pytest.mark.parametrize(
    ("address", "status", "code"),
    [("/nothing/", 404, "missing"), ("/forbid/", 403, "not_permitted")],
)
def test_a_program_that_asks_for_json_is_told_in_json_that_there_is_nothing(
    visitor, address, status, code
):
    answer = visitor.get(address, headers={"accept": "application/json"})

    assert answer.status_code == status
    assert answer.headers["Content-Type"] == "application/json"
    assert answer.json()["refused"]["code"] == code
    assert answer.json()["refused"]["reason"]
    page = visitor.get(address, headers={"accept": "text/html,application/json;q=0.9"})
    assert page.status_code == status
    assert page.headers["Content-Type"].startswith("text/html")
