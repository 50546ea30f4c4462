"""`sunlit`, run as its operators run it."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from config.env import ROOT

START_SECONDS = 90
STOP_SECONDS = 20
TODAY = "2012-12-31"
STAFF: dict[str, Any] = yaml.safe_load(
    (ROOT / "data" / "demo" / "officials.yaml").read_text(encoding="utf-8")
)


@dataclass(frozen=True)
class Site:
    """A demonstration that is being served."""

    url: str
    data: Path
    password: str = STAFF["password"]


def command(*words: str) -> list[str]:
    """Return the command line of `sunlit`."""
    return [sys.executable, "-m", "sunlit.cli.main", *words]


def environment(data: Path, today: str = TODAY) -> dict[str, str]:
    """Return an environment whose installation is a folder of its own, as of a day."""
    chosen = {**os.environ, "SUNLIT_DATA": str(data), "SUNLIT_TODAY": today}
    for name in ("DATABASE_URL", "DJANGO_SETTINGS_MODULE"):
        chosen.pop(name, None)
    return chosen


def sunlit(data: Path, *words: str) -> None:
    """Run `sunlit` to its end, which must be a good one."""
    done = subprocess.run(
        command(*words), env=environment(data), cwd=ROOT, check=False, capture_output=True
    )
    assert done.returncode == 0, done.stderr.decode()


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def answers(port: int) -> bool:
    """Say whether somebody listens on a port."""
    with socket.socket() as probe:
        probe.settimeout(2)
        return probe.connect_ex(("127.0.0.1", port)) == 0


def wait_until(true: Any, seconds: float) -> bool:
    """Wait until something is true; say whether it came true in time."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if true():
            return True
        time.sleep(0.1)
    return bool(true())


def started(data: Path, port: int, today: str = TODAY) -> subprocess.Popen[bytes]:
    """Start the server, and return it when it listens."""
    said = (data / "serve.log").open("wb")
    server = subprocess.Popen(
        command("serve", "--port", str(port)),
        env=environment(data, today),
        cwd=ROOT,
        stdout=said,
        stderr=subprocess.STDOUT,
    )
    said.close()
    listening = wait_until(lambda: server.poll() is not None or answers(port), START_SECONDS)
    assert listening, "The site did not start."
    assert server.poll() is None, (data / "serve.log").read_text()
    return server


@contextmanager
def serving(data: Path, today: str = TODAY, port: int = 0) -> Iterator[Site]:
    """Serve an installation meanwhile, as of a day; on a port of its own unless one is given."""
    port = port or free_port()
    server = started(data, port, today)
    try:
        yield Site(f"http://127.0.0.1:{port}", data)
    finally:
        server.terminate()
        server.wait(timeout=STOP_SECONDS)
