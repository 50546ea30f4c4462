"""The pages of the design system in a real browser: readable by all, on any screen."""

import shutil
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from tests.organization import factories

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
PAGES = ("/design/", "/design/document/", "/design/desk/", "/refuse/wrong_moment/", "/nothing/")
SCREENS = {"wide": (1280, 900), "phone": (390, 844)}

pytestmark = [
    pytest.mark.browser,
    pytest.mark.urls("tests.design.urls"),
    pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium: apt-get install chromium"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        # The browser's driver keeps a loop of events in this thread, beside the database.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        options = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=options)
        yield opened
        opened.close()


@pytest.fixture
def visit(browser, live_server):
    factories.agency()
    contexts = []

    def visit(address: str, screen: str = "wide", **wishes: str) -> Page:
        width, height = SCREENS[screen]
        context = browser.new_context(viewport={"width": width, "height": height}, **wishes)
        contexts.append(context)
        page = context.new_page()
        page.goto(live_server.url + address)
        return page

    yield visit
    for context in contexts:
        context.close()


@pytest.mark.parametrize(
    "wish", [{"color_scheme": "light"}, {"color_scheme": "dark"}, {"contrast": "more"}]
)
@pytest.mark.parametrize("address", PAGES)
def test_axe_finds_nothing_wrong(visit, address, wish):
    page = visit(f"{address}?lang=en", **wish)

    found = Axe().run(page)

    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("elder", ["0", "1"])
@pytest.mark.parametrize("language", ["en", "zh-hans"])
@pytest.mark.parametrize("address", PAGES)
def test_no_page_is_wider_than_a_phone(visit, address, language, elder):
    page = visit(f"{address}?lang={language}&elder={elder}", "phone")

    assert page.evaluate("document.documentElement.scrollWidth") <= SCREENS["phone"][0]


def test_the_menu_opens_on_a_phone_without_a_script_of_ours(visit):
    page = visit("/design/?lang=en", "phone")
    link = page.locator("#menu").get_by_role("link", name="Powers")

    assert not link.is_visible()
    page.get_by_role("button", name="Menu").click()
    assert link.is_visible()


def test_the_menu_lies_open_on_a_wide_screen(visit):
    page = visit("/design/?lang=en")

    assert page.locator("#menu").get_by_role("link", name="Powers").is_visible()
    assert not page.get_by_role("button", name="Menu").is_visible()


def test_the_first_key_leads_past_the_head_to_the_content(visit):
    page = visit("/design/?lang=en")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "main"


def test_elder_mode_writes_at_least_twenty_pixels(visit):
    page = visit("/design/?lang=en&elder=1")

    assert (
        page.evaluate("parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)")
        >= 20
    )


def test_nothing_moves_for_those_who_wish_so(visit):
    page = visit("/design/?lang=en", reduced_motion="reduce")
    moving = """[...document.querySelectorAll("*")].filter(
        element => getComputedStyle(element).transitionDuration !== "0s").length"""

    assert page.evaluate(moving) == 0
