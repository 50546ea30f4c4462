"""The server of the tests leaves nothing behind, however the tests end."""

import signal
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest
from django.conf import settings

WAIT_SECONDS = 30
TELL_AND_WAIT = "import os, sys; print(os.environ['DATABASE_URL'], flush=True); sys.stdin.read()"

pytestmark = pytest.mark.postgresql


def gone(address):
    """Whether nothing answers at an address any more."""
    try:
        psycopg.connect(address).close()
    except psycopg.OperationalError:
        return True
    return False


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_the_server_ends_with_its_process(how):
    command = [sys.executable, "-m", "tests.postgresql", sys.executable, "-c", TELL_AND_WAIT]
    with subprocess.Popen(
        command, cwd=settings.BASE_DIR, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        address = process.stdout.readline().strip()
        assert not gone(address)
        with psycopg.connect(address) as connection:
            (folder,) = connection.execute("SHOW data_directory").fetchone()

        process.send_signal(how)
        process.stdin.close()

    until = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < until and not (gone(address) and not Path(folder).parent.exists()):
        time.sleep(0.1)
    assert gone(address), urlsplit(address).port
    assert not Path(folder).parent.exists()
