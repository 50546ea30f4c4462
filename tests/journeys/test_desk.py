"""A day at the desk, in a browser without JavaScript."""

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from config.env import ROOT

STAFF = yaml.safe_load((ROOT / "data" / "demo" / "officials.yaml").read_text(encoding="utf-8"))
ROLES = [one["username"] for one in STAFF["officials"]]


def log_in(site, page: Page, username: str) -> None:
    """Log in as one of the demonstration's officials."""
    page.goto(f"{site.url}/desk/")
    page.locator("input[name=username]").fill(username)
    page.locator("input[name=password]").fill(STAFF["password"])
    page.locator("main form button").click()


def test_nobody_is_at_the_desk_without_logging_in(site, page: Page):
    page.goto(f"{site.url}/desk/powers/")
    assert "/desk/login/" in page.url


def test_a_wrong_password_is_told_and_the_name_is_kept(site, page: Page):
    page.goto(f"{site.url}/desk/login/")
    page.locator("input[name=username]").fill("clerk")
    page.locator("input[name=password]").fill("wrong-password")
    page.locator("main form button").click()

    assert page.locator("input[name=username]").input_value() == "clerk"
    expect(page.locator(".faults")).to_be_visible()


@pytest.mark.parametrize("username", ROLES)
def test_every_role_sees_its_registers_and_their_records(site, page: Page, username):
    log_in(site, page, username)
    links = page.locator("ul.register-list a")
    addresses = [link.get_attribute("href") for link in links.all()]
    assert addresses
    for address in addresses:
        answer = page.goto(f"{site.url}{address}")
        assert answer is not None
        assert answer.status == 200, address
        record = page.locator("tbody th a").first
        if record.count():
            record.click()
            expect(page.locator("h1")).to_be_visible()


def test_a_leader_takes_a_power_off_the_list_and_the_history_says_so(site, page: Page):
    log_in(site, page, "leader")
    page.goto(f"{site.url}/desk/powers/?q=CG-QT-003")
    page.locator("tbody th a").first.click()
    page.locator(".act-list a.button").first.click()
    page.locator("main form button").click()
    expect(page.locator(".faults")).to_be_visible()  # a reason is required

    page.locator("textarea[name=reason]").fill("上位法修订，不再设定本项职权")
    page.locator("main form button").click()

    expect(page.locator(".history")).to_contain_text("2012")
    expect(page.locator(".act-list button[disabled]")).to_be_visible()


def test_a_clerk_sees_why_not_beside_the_button(site, page: Page):
    log_in(site, page, "clerk")
    page.goto(f"{site.url}/desk/powers/?q=CG-XK-001")
    page.locator("tbody th a").first.click()

    expect(page.locator(".act-list button[disabled]")).to_be_visible()
    expect(page.locator(".act-list .notice--refusal")).to_be_visible()


def test_a_register_of_others_is_refused_with_a_sentence(site, page: Page):
    log_in(site, page, "clerk")
    answer = page.goto(f"{site.url}/desk/officials/")
    assert answer is not None
    assert answer.status == 403
    expect(page.locator("main")).to_be_visible()


@pytest.mark.parametrize("lang", ["zh-hans", "en"])
def test_axe_finds_nothing_at_the_desk(site, chromium: Browser, lang):
    context = chromium.new_context(bypass_csp=True)
    try:
        page = context.new_page()
        log_in(site, page, "clerk")
        for address in ("/desk/", "/desk/powers/", "/desk/items/", "/desk/foi/"):
            answer = page.goto(f"{site.url}{address}?lang={lang}")
            if answer is None or answer.status != 200:
                continue
            found = Axe().run(page)
            assert found.violations_count == 0, (address, found.generate_report())
    finally:
        context.close()
