"""A whole demonstration, served as its users meet it, and a real browser."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.journeys.desk import WIDE, Desk, sitting
from tests.journeys.serving import Site, serving, sunlit

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let all journeys be browser tests, in one process, that are skipped without Chromium."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)
            if CHROMIUM is None:
                item.add_marker(pytest.mark.skip(reason="needs Chromium: apt-get install chromium"))


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the demonstration once; whoever serves it takes a copy."""
    data = tmp_path_factory.mktemp("demo")
    sunlit(data, "demo", "--no-serve", "--dir", str(data))
    return data


@pytest.fixture(scope="session")
def site(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Serve the demonstration for all."""
    data = tmp_path_factory.mktemp("served") / "data"
    shutil.copytree(made, data)
    with serving(data) as served:
        yield served


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    """Start the browser once."""
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        # The browser's driver keeps a loop of events in this thread, beside the database.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        yield opened
        opened.close()


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """Return a page of a fresh reader, without JavaScript: every page must do without."""
    fresh = chromium.new_context(java_script_enabled=False, viewport=WIDE, locale="zh-CN")
    yield fresh.new_page()
    fresh.close()


@pytest.fixture(scope="package")
def at_desk(site: Site, chromium: Browser) -> Iterator[Desk]:
    """Return the page at which an official sits, logged in once, without JavaScript."""
    with sitting(site, chromium) as sit:
        yield sit
