"""What an official does at the desk, by hand."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Browser, BrowserContext, Page, Response, ViewportSize, expect

from tests.journeys.serving import Site

WIDE: ViewportSize = {"width": 1280, "height": 900}
Desk = Callable[[str], Page]


@contextmanager
def sitting(site: Site, chromium: Browser) -> Iterator[Desk]:
    """Give the page at which an official sits, logged in once, without JavaScript."""
    opened: dict[str, BrowserContext] = {}

    def sit(username: str) -> Page:
        if username not in opened:
            context = chromium.new_context(
                java_script_enabled=False, viewport=WIDE, base_url=site.url, locale="zh-CN"
            )
            opened[username] = context
            log_in(site, context.new_page(), username)
        return opened[username].pages[0]

    yield sit
    for context in opened.values():
        context.close()


def log_in(site: Site, page: Page, username: str) -> None:
    """Log in as one of the demonstration's officials."""
    page.goto(f"{site.url}/desk/")
    page.locator("input[name=username]").fill(username)
    page.locator("input[name=password]").fill(site.password)
    page.locator("main form button").click()


@dataclass
class Matter:
    """A record that officials act upon in turn."""

    register: str
    address: str

    def opened_by(self, page: Page) -> Page:
        """Open the record's page."""
        page.goto(self.address)
        return page


def begun(page: Page, register: str, act: str, **typed: str | int | bool) -> Matter:
    """Begin a matter: fill in the form that opens a record, and send it."""
    page.goto(f"/desk/{register}/")
    page.locator(f"a[href='/desk/{register}/open/{act}/']").click()
    fill(page, typed)
    send(page)
    expect(page.locator(".messages .notice--done")).to_be_visible()
    return Matter(register, page.url)


def acted(page: Page, matter: Matter, act: str, **typed: str | int | bool) -> None:
    """Do an act on a matter, from its page, as it is offered there."""
    page.goto(matter.address)
    page.locator(f".act-list a[href$='/{act}/']").click()
    fill(page, typed)
    send(page)
    expect(page.locator(".messages .notice--done")).to_be_visible()


def send(page: Page) -> Response:
    """Send the form, and return what was answered first."""
    with page.expect_response(lambda answer: answer.request.method == "POST") as answered:
        page.locator("main form button:not([type=button])").click()
    return answered.value


def fill(page: Page, typed: dict[str, str | int | bool]) -> None:
    """Type into fields; a number chooses by position, True ticks the first box."""
    for name, value in typed.items():
        field = page.locator(f"main [name={name}]").first
        if value is True:
            field.check()
        elif field.evaluate("field => field.tagName") == "SELECT":
            field.select_option(index=value) if isinstance(value, int) else field.select_option(
                value
            )
        else:
            field.fill(str(value))


def stands_at(page: Page, *names: str, after: str = "") -> None:
    """See that the chart marks these tasks, and no others; the same in words marks them, too.

    Where the case waits at a question, the words mark the task `after` which it is asked.
    """
    marked = page.locator(".flow-figure svg .flow__node--now").all_text_contents()
    assert {"".join(one.split()).strip("★✓") for one in marked} == set(names)
    steps = page.locator(".steps [aria-current=step] .step-title").all_text_contents()
    assert [one.strip() for one in steps] == ([after] if after else sorted(names))
