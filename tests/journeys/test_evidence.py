"""From a figure of the report to the law: every number opens its records."""

import json
import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

PUBLIC = (
    "/",
    "/disclosure/",
    "/guide/",
    "/rules/",
    "/annual-reports/",
    "/apply/",
    "/powers/",
    "/norms/",
    "/norms/GF01/",
    "/dossiers/",
    "/complaints/",
    "/supervision/",
    "/assessment/2012/",
    "/assessment/2012/figures/powers.penalty/",
    "/assessment/2012/figures/complaints.received/",
    "/powers/CG-XK-001/",
    "/search?q=广告",
    "/deadline/?rule=foi.reply&start=2012-09-20",
    "/site-map/",
    "/find-an-error/",
    "/desk/login/",
)


def report(site) -> dict:
    """Return the self-assessment that the demonstration wrote."""
    path = site.data / "reports" / "self-assessment-2012.json"
    return json.loads(path.read_text(encoding="utf-8"))


def test_a_reader_goes_from_the_reports_119_to_the_law(site, page: Page):
    page.goto(f"{site.url}/assessment/2012/")
    page.locator("a[href='/assessment/2012/figures/powers.penalty/']").first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    rows = page.locator("tbody tr")
    assert rows.count() == 119

    number = rows.nth(54).locator("th a")
    code = number.inner_text()
    number.click()

    assert page.url.endswith(f"/powers/{code}/")
    basis = page.locator("#legal-basis")
    expect(basis).to_contain_text("第")
    expect(basis).to_contain_text("《")


def test_the_written_report_says_what_the_site_says(site, page: Page):
    figures = report(site)["figures"]
    for code in ("powers.penalty", "complaints.received", "disclosure.news"):
        page.goto(f"{site.url}/assessment/2012/figures/{code}/")
        assert figures[code]["digest"] in page.content()
        assert len(figures[code]["records"]) == figures[code]["value"]


def test_the_reports_links_to_items_are_the_items(site, page: Page):
    address = report(site)["figures"]["disclosure.news"]["records"][0]
    answer = page.goto(site.url + address)
    assert answer is not None
    assert answer.status == 200
    assert address.removeprefix("/d/").rstrip("/") in page.content()


def test_an_item_is_found_by_its_title(site, page: Page):
    page.goto(site.url)
    page.locator("#home-search").fill("户外广告")
    page.locator("form.search--large button").click()
    hits = page.locator("ul.hits li")
    assert hits.count() > 3
    hits.first.locator("a").click()
    expect(page.locator("h1")).to_be_visible()


@pytest.fixture(scope="module", params=["zh-hans", "en"])
def language(request) -> str:
    """Return each of the two languages."""
    return str(request.param)


@pytest.mark.parametrize("address", PUBLIC)
def test_axe_finds_nothing_on_a_public_page(site, chromium: Browser, address, language):
    context = chromium.new_context(bypass_csp=True)
    try:
        page = context.new_page()
        join = "&" if "?" in address else "?"
        answer = page.goto(f"{site.url}{address}{join}lang={language}")
        assert answer is not None
        assert answer.status == 200
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
    finally:
        context.close()


@pytest.mark.parametrize("address", PUBLIC)
@pytest.mark.parametrize("width", [1280, 390])
def test_no_page_is_wider_than_the_screen(site, chromium: Browser, address, width, language):
    context = chromium.new_context(viewport={"width": width, "height": 800})
    try:
        page = context.new_page()
        page.goto(f"{site.url}{address}{'&' if '?' in address else '?'}lang={language}")
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, f"{address} is {wide} pixels wide"
    finally:
        context.close()


@pytest.mark.parametrize("address", PUBLIC)
def test_a_page_in_one_language_shows_no_word_of_the_other(
    site, chromium: Browser, address, language
):
    context = chromium.new_context()
    try:
        page = context.new_page()
        page.goto(f"{site.url}{address}{'&' if '?' in address else '?'}lang={language}")
        words = page.evaluate(WORDS, "zh-Hans" if language == "en" else "en")
    finally:
        context.close()
    if language == "en":
        foreign = [text for text in words if re.search(r"[\u4e00-\u9fff]", text)]
    else:
        foreign = [text for text in words if re.search(r"[A-Za-z]{4,}", text)]
        foreign = [text for text in foreign if not re.search(r"[@/.]|https?|CG-|Sunlit", text)]
    assert not foreign


# Every text of the page that is not marked as being in the other language, nor code.
WORDS = """(other) => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const around = walker.currentNode.parentElement;
    if (around.closest("code, script, style")) continue;
    const marked = around.closest("[lang]");
    if (marked && marked.lang === other) continue;
    const text = walker.currentNode.textContent.trim();
    if (text) found.push(text);
  }
  return found;
}"""
