"""The test harness: strictness for the whole suite, and what a machine cannot run."""

import os
from collections.abc import Generator

import hypothesis
import pytest
from django.db import connection
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

from tests import migrated, strictness

REQUIRED = frozenset(os.environ.get("SUNLIT_REQUIRE", "").replace(",", " ").split())
"""Marks whose tests must run: where one of them is skipped, it fails instead."""

DATABASE = frozenset({"db", "transactional_db", "django_db_reset_sequences", "live_server"})
"""The fixtures that bring the database."""

JOURNEYS = "tests/journeys/"
ONE_BY_ONE = frozenset(
    f"tests/{name}.py"
    for name in ("cli/test_bench", "exchange/test_kills", "exchange/test_refusals")
)


def pytest_configure() -> None:
    """Put the guards in place, once Django is set up; no test may fail for a slow machine."""
    strictness.install()
    hypothesis.settings.register_profile("sunlit", deadline=None)
    hypothesis.settings.load_profile("sunlit")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On PostgreSQL leave out what asks no database: it was run before, and says nothing new."""
    if connection.vendor != "postgresql":
        return
    idle = [item for item in items if not _asks_database(item)]
    items[:] = [item for item in items if _asks_database(item)]
    config.hook.pytest_deselected(items=idle)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> LoadScopeScheduling:
    """Keep the tests of a file together, so that what they share is made once."""
    return ByFile(config, log)


class ByFile(LoadScopeScheduling):  # type: ignore[misc]
    """Hands out the tests by files; the journeys, which share a demonstration, all at once.

    Those that take long and share nothing go one by one, last: so all processes end together.
    """

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        if file in ONE_BY_ONE:
            return nodeid
        return JOURNEYS if file.startswith(JOURNEYS) else file


def _asks_database(item: pytest.Item) -> bool:
    fixtures = DATABASE & set(getattr(item, "fixturenames", ()))
    marks = {"django_db", "postgresql"} & {mark.name for mark in item.iter_markers()}
    return bool(fixtures or marks)


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip what only PostgreSQL can show."""
    if item.get_closest_marker("postgresql") and connection.vendor != "postgresql":
        pytest.skip("needs PostgreSQL: make test runs it there if the machine has its programs")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Let a test that had to run fail when it was skipped."""
    report = yield
    required = REQUIRED if connection.vendor == "postgresql" else REQUIRED - {"postgresql"}
    marks = {mark.name for mark in item.iter_markers()}
    if report.skipped and required & marks and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} had to run: {report.longrepr}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Let a whole file that was skipped fail when everything had to run."""
    report = yield
    if REQUIRED and report.outcome == "skipped":
        report.outcome = "failed"
        report.longrepr = f"{collector.nodeid} had to run: {report.longrepr}"
    return report


@pytest.fixture(scope="session")
def django_db_keepdb() -> bool:
    """Let Django take the migrated file as it lies there, on SQLite."""
    return connection.vendor == "sqlite"


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None,
) -> None:
    """Begin with a database that is migrated already."""
    migrated.prepare()
