"""Whoever stops the server, however roughly, finds nothing left of it."""

import shutil
import signal
from pathlib import Path

import pytest

from tests.journeys.serving import STOP_SECONDS, answers, free_port, started, wait_until


def descendants(pid: int) -> list[int]:
    """Return the processes that a process has started, and theirs."""
    found = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in task.read_text().split():
            found += [int(child), *descendants(int(child))]
    return found


def is_running(pid: int) -> bool:
    """Say whether a process still runs; one that only waits to be buried does not."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text()
    except FileNotFoundError:
        return False
    return stat.rpartition(")")[2].split()[0] != "Z"


@pytest.fixture(scope="module")
def installation(site, tmp_path_factory):
    """Return an installation like the demonstration, which nobody else serves."""
    folder = tmp_path_factory.mktemp("served") / "data"
    shutil.copytree(site.data, folder, ignore=shutil.ignore_patterns("reports", "*.log"))
    return folder


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs Linux: it reads /proc")
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL], ids=["ended", "killed"])
def test_a_stopped_server_leaves_nothing_on_the_port(installation, how):
    port = free_port()
    server = started(installation, port)
    family = descendants(server.pid)
    assert len(family) >= 2  # what answers, and what carries the acts out

    server.send_signal(how)
    server.wait(timeout=STOP_SECONDS)

    assert wait_until(lambda: not any(map(is_running, family)), STOP_SECONDS)
    assert not answers(port)
