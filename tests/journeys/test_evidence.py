"""From a figure of the report to the law: every number opens its records."""

import json
import re

from playwright.sync_api import Page, expect


def report(site) -> dict:
    """Return the self-assessment that the demonstration wrote."""
    path = site.data / "reports" / "self-assessment-2012.json"
    return json.loads(path.read_text(encoding="utf-8"))


def test_a_reader_goes_from_the_reports_119_to_the_law(site, page: Page):
    page.goto(f"{site.url}/assessment/2012/")
    figure = page.locator("article a[href='/assessment/2012/figures/powers.penalty/']").first
    expect(figure).to_contain_text("119")
    figure.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    rows = page.locator("tbody tr")
    assert rows.count() == 119

    number = rows.nth(54).locator("th a")
    code = number.inner_text()
    number.click()

    assert page.url.endswith(f"/powers/{code}/")
    basis = page.locator("#legal-basis")
    expect(basis).to_contain_text(re.compile("《.+》.*第.+条"))


def test_a_reader_follows_a_condition_of_the_procedure_to_its_step(site, page: Page):
    page.goto(f"{site.url}/powers/CG-XK-001/")
    page.locator(".step-ways a").first.click()

    assert page.url.endswith("#step-4")
    expect(page.locator("#step-4")).to_be_visible()


def test_the_written_report_says_what_the_site_says(site, page: Page):
    figures = report(site)["figures"]
    for code in ("powers.penalty", "norms.repealed", "supervision.opinions"):
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
    expect(page.locator("h1")).to_contain_text("户外广告")


def test_a_deadline_is_explained_day_by_day(site, page: Page):
    page.goto(f"{site.url}/deadline/")
    page.locator("select[name=rule]").select_option("foi.reply")
    page.locator("input[name=start]").fill("2012-09-20")
    page.locator("#compute").click()

    expect(page.locator("#answer-title")).to_contain_text("2012年10月17日")
    expect(page.locator(".clock-list")).to_contain_text("国庆节")


def test_a_reader_keeps_the_language_that_was_chosen(site, page: Page):
    page.goto(f"{site.url}/powers/")
    page.locator(".switches a[hreflang=en]").click()
    page.locator(".menu-list a[href='/norms/']").click()

    expect(page.locator("html")).to_have_attribute("lang", "en")
