"""Every page of the design system: whole, in one language, and without styles of its own."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.design.pages import HAN, LATIN_WORD, Page
from tests.organization import factories
from tools.compile_messages import compile_catalogues

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.design.urls")]

ADDRESSES = (
    "/design/",
    "/design/desk/",
    "/design/document/",
    "/refuse/wrong_moment/",
    "/nothing/",
    "/forbid/",
    "/expired/",
    "/fail/",
)
# A proper name, an abbreviation, the code of a receipt: the same in both languages.
SAME_IN_BOTH = {"XLSX", "PDF", "xlsx", "pdf", "ICP", "RM", "QX", "K7RM"}


@pytest.fixture(autouse=True)
def catalogues() -> None:
    compile_catalogues()


def read(address: str, language: str) -> Page:
    factories.agency()
    return Page(Client(raise_request_exception=False).get(f"{address}?lang={language}").text)


def test_the_live_page_of_components_has_a_name():
    assert reverse("design:components") == "/design/"


@pytest.mark.parametrize("language", ["en", "zh-hans"])
@pytest.mark.parametrize("address", ADDRESSES)
def test_each_page_has_a_language_one_heading_and_a_main_part(address, language):
    page = read(address, language)

    assert page.named("html")[0].language == {"en": "en", "zh-hans": "zh-Hans"}[language]
    assert len(page.named("h1")) == 1
    assert len(page.named("main")) == 1
    assert page.named("title")[0].words


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_page_has_a_style_or_a_script_inside(address):
    page = read(address, "en")

    assert not page.named("style")
    assert not page.named("script")
    for element in page.elements:
        dangerous = [name for name in element.attributes if name == "style" or name[:2] == "on"]
        assert not dangerous, (element.tag, element.attributes)


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_name_stands_only_once_on_a_page(address):
    names = [one.attributes["id"] for one in read(address, "en").elements if "id" in one.attributes]

    assert len(names) == len(set(names))


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_english_page_says_nothing_in_chinese_without_marking_it(address):
    wrong = [
        words for lang, words in read(address, "en").said() if lang == "en" and HAN.search(words)
    ]

    assert not wrong


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_chinese_page_says_nothing_in_english(address):
    for language, words in read(address, "zh-hans").said():
        if language == "zh-Hans":
            assert set(LATIN_WORD.findall(words)) <= SAME_IN_BOTH, words


def test_the_agency_stands_at_the_head_and_at_the_foot():
    page = read("/design/", "en")

    names = [one for one in page.elements if "市城市管理局" in one.words]
    assert len(names) == 3  # at the head, at the foot, and as the sponsor of the site
    assert {one.language for one in names} == {"zh-Hans"}


def test_a_site_without_an_agency_says_who_enters_it():
    text = Client().get("/design/?lang=en").text

    assert "The agency&#x27;s name" in text or "The agency's name" in text


def test_a_demonstration_says_on_each_page_as_of_which_day_it_stands(settings):
    settings.SUNLIT_TODAY = factories.DAY

    assert "everything here stands as of 8 June 2012" in Client().get("/design/?lang=en").text


def test_an_installation_in_use_says_nothing_of_a_demonstration(settings):
    settings.SUNLIT_TODAY = None

    assert "Demonstration" not in Client().get("/design/?lang=en").text
