"""A command that is killed leaves nothing half-done; the next start finishes the work."""

import os
import random
import re
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from config.env import ROOT
from tests import migrated, sample

KILLS = 10
SEED = 20121231


def run(data: Path, at: int, *words: str) -> subprocess.CompletedProcess[str]:
    """Run `sunlit` in a folder of its own, killed at a write unless `at` is 0."""
    environment = {**os.environ, "SUNLIT_DATA": str(data), "SUNLIT_TODAY": "2012-12-31"}
    environment.pop("DATABASE_URL", None)
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    return subprocess.run(
        [sys.executable, "-m", "tests.exchange.killing", str(at), *words],
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def writes_of(done: subprocess.CompletedProcess[str]) -> int:
    """Return how many writes a whole run took."""
    assert done.returncode == 0, done.stderr
    found = re.search(r"writes: (\d+)", done.stdout)
    assert found
    return int(found[1])


def count(data: Path, table: str) -> int:
    """Return how many rows a table has."""
    with sqlite3.connect(data / "sunlit.sqlite3") as database:
        found: int = database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608
    return found


def places(writes: int) -> list[int]:
    """Return where to kill: the first write, the last, and eight places between."""
    between = random.Random(SEED).sample(range(2, writes), KILLS - 2)  # noqa: S311
    return [1, *sorted(between), writes]


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """Return a folder with the year loaded whole, and how many writes that took."""
    data = tmp_path_factory.mktemp("whole")
    migrated.copy_to(str(data / "sunlit.sqlite3"))
    return data, writes_of(run(data, 0, "load", str(sample.FOLDER)))


def test_a_load_that_is_killed_leaves_nothing_and_the_next_succeeds(tmp_path, whole):
    data, writes = whole
    entries = count(data, "ledger_entry")
    migrated.copy_to(str(tmp_path / "sunlit.sqlite3"))
    for at in places(writes):
        killed = run(tmp_path, at, "load", str(sample.FOLDER))
        print(f"load, write {at} of {writes}: {killed.stdout.strip()}")  # noqa: T201
        assert killed.returncode == -9
        assert count(tmp_path, "ledger_entry") == 0
        assert count(tmp_path, "organization_agency") == 0

    assert run(tmp_path, 0, "load", str(sample.FOLDER)).returncode == 0
    assert count(tmp_path, "ledger_entry") == entries


def test_a_worker_that_is_killed_goes_on_where_it_was(tmp_path, whole):
    data, _writes = whole
    with sqlite3.connect(data / "sunlit.sqlite3") as database:
        copy = sqlite3.connect(tmp_path / "sunlit.sqlite3")
        database.backup(copy)
        copy.close()
    entries = count(tmp_path, "ledger_entry")
    writes = writes_of(run(data, 0, "worker", "--once"))
    for at in random.Random(SEED).choices(range(1, writes // 3), k=KILLS):  # noqa: S311
        killed = run(tmp_path, at, "worker", "--once")
        print(f"worker, write {at}: {killed.stdout.strip()}")  # noqa: T201
        assert killed.returncode == -9
        placed = count(tmp_path, "ledger_leaf")
        assert placed <= entries
        assert count(tmp_path, "search_document") <= count(data, "search_document")

    assert run(tmp_path, 0, "worker", "--once").returncode == 0
    assert count(tmp_path, "ledger_leaf") == entries
    with sqlite3.connect(tmp_path / "sunlit.sqlite3") as database:
        last: int = database.execute('SELECT max("index") FROM ledger_leaf').fetchone()[0]
    assert last == entries - 1
    assert documents(tmp_path) == documents(data)
    assert tiles(tmp_path) == tiles(data)


def tiles(data: Path) -> list[tuple[int, int, bytes]]:
    """Return the stored tree, in order."""
    with sqlite3.connect(data / "sunlit.sqlite3") as database:
        return database.execute(
            'SELECT level, "index", hashes FROM ledger_tile ORDER BY level, "index"'
        ).fetchall()


def documents(data: Path) -> list[tuple[str, ...]]:
    """Return the search index, in order."""
    with sqlite3.connect(data / "sunlit.sqlite3") as database:
        return database.execute(
            "SELECT record, title, url, day FROM search_document ORDER BY record"
        ).fetchall()
