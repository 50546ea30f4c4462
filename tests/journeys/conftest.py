"""A whole demonstration, served as its users meet it, and a real browser."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from config.env import ROOT

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
START_SECONDS = 60


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let all journeys be browser tests, in one process, that are skipped without Chromium."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group("journeys"))
            if CHROMIUM is None:
                item.add_marker(
                    pytest.mark.skip(reason="needs Chromium: apt-get install chromium")
                )


@dataclass(frozen=True)
class Site:
    """A demonstration that is being served."""

    url: str
    data: Path


def sunlit(data: Path, *words: str) -> list[str]:
    """Return the command line of `sunlit`."""
    return [sys.executable, "-m", "sunlit.cli.main", *words]


def environment(data: Path) -> dict[str, str]:
    """Return an environment whose installation is a folder of its own."""
    chosen = {**os.environ, "SUNLIT_DATA": str(data), "SUNLIT_TODAY": "2012-12-31"}
    for name in ("DATABASE_URL", "DJANGO_SETTINGS_MODULE"):
        chosen.pop(name, None)
    return chosen


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Make the demonstration once, and serve it."""
    data = tmp_path_factory.mktemp("demo")
    demo = sunlit(data, "demo", "--no-serve", "--dir", str(data))
    subprocess.run(demo, env=environment(data), cwd=ROOT, check=True, capture_output=True)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    serve = sunlit(data, "serve", "--port", str(port))
    server = subprocess.Popen(
        serve, env=environment(data), cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    try:
        url = f"http://127.0.0.1:{port}"
        _wait_for(url, server)
        yield Site(url, data)
    finally:
        server.terminate()
        server.communicate(timeout=20)


def _wait_for(url: str, server: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        assert server.poll() is None, server.communicate()[0]
        try:
            with urllib.request.urlopen(url, timeout=5):  # noqa: S310 (our own server)
                return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.2)
    raise AssertionError("The site did not start.")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Start the browser once."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        yield opened
        opened.close()


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """Return a fresh reader, without JavaScript: every page must do without."""
    fresh = chromium.new_context(
        java_script_enabled=False, viewport={"width": 1280, "height": 900}, locale="en-US"
    )
    yield fresh
    fresh.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """Return a page of that reader."""
    return context.new_page()
