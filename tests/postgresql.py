"""A PostgreSQL server for one command: started in a folder of its own, thrown away afterwards.

    python -m tests.postgresql COMMAND…    runs COMMAND with DATABASE_URL set
    python -m tests.postgresql --look      says whether this machine has the programs

The server ends with this process, however this process ends.
"""

import argparse
import contextlib
import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import FrameType
from typing import Any, NoReturn

ABSENT = """\
PostgreSQL is not on this machine, so the tests run on SQLite only. To run them on both:
  Debian, Ubuntu:  apt-get install postgresql
  Fedora:          dnf install postgresql-server
  macOS:           brew install postgresql
"""
START_SECONDS = 60
TRIES = 3
# No crash has to be survived here.
OPTIONS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "listen_addresses": "127.0.0.1",
    "max_connections": "100",
    # Statistics taken of a table that another transaction is still filling make slow plans.
    "autovacuum": "off",
}
# Runs the server until the pipe on its standard input closes, which it does when the parent
# ends, even by kill -9; then stops the server and removes its folder.
KEEPER = """
"$1/postgres" -D "$2/data" >"$2/log" 2>&1 &
server=$!
read -r _
kill -INT "$server"
wait "$server"
rm -rf "$2"
"""


class NoServer(Exception):
    """The server did not start."""


def programs() -> Path | None:
    """Return the folder of PostgreSQL's programs, or None."""
    found = shutil.which("initdb")
    here = [Path(found).resolve().parent] if found else []
    elsewhere = sorted(
        Path("/usr/lib/postgresql").glob("*/bin"),
        key=lambda folder: [int(part) for part in folder.parent.name.split(".") if part.isdigit()],
        reverse=True,
    )
    for folder in [*here, *elsewhere]:
        if (folder / "initdb").exists() and (folder / "postgres").exists():
            return folder
    return None


def owner() -> dict[str, Any]:
    """Return as whom the server runs: PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            user = pwd.getpwnam(name)
            return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
    raise NoServer("PostgreSQL does not run as root, and there is no user postgres or nobody.")


@contextlib.contextmanager
def server(folder_of_programs: Path) -> Iterator[str]:
    """Run a fresh server; give the address of its database."""
    identity = owner()
    # Another user must reach the folder, which root's own temporary folder may forbid.
    folder = Path(tempfile.mkdtemp(prefix="sunlit-postgresql-", dir="/tmp" if identity else None))
    if identity:
        os.chown(folder, identity["user"], identity["group"])
    password, port = secrets.token_hex(16), free_port()
    (folder / "password").write_text(password, encoding="ascii")
    (folder / "password").chmod(0o644)  # within a folder that is closed to others
    try:
        initialise(folder_of_programs, folder, port, identity)
    except subprocess.CalledProcessError as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise NoServer(error.stderr) from error
    keeper = subprocess.Popen(
        ["/bin/sh", "-c", KEEPER, "keeper", str(folder_of_programs), str(folder)],
        stdin=subprocess.PIPE,
        start_new_session=True,  # Ctrl-C is for the command; the pipe tells the keeper
        cwd=folder,
        **identity,
    )
    try:
        wait_until_ready(folder_of_programs, folder, port)
        yield f"postgresql://sunlit:{password}@127.0.0.1:{port}/postgres"
    finally:
        keeper.communicate()  # closes the pipe, and waits
        shutil.rmtree(folder, ignore_errors=True)


def initialise(
    folder_of_programs: Path, folder: Path, port: int, identity: Mapping[str, Any]
) -> None:
    """Make the server's files."""
    subprocess.run(
        [
            folder_of_programs / "initdb",
            *("--pgdata", folder / "data", "--username", "sunlit", "--pwfile", folder / "password"),
            *("--auth", "scram-sha-256", "--encoding", "UTF8", "--locale", "C", "--no-sync"),
        ],
        check=True,
        capture_output=True,
        text=True,
        cwd=folder,
        **identity,
    )
    lines = [f"{name} = '{value}'" for name, value in OPTIONS.items()]
    lines += [f"port = {port}", f"unix_socket_directories = '{folder}'"]
    with (folder / "data" / "postgresql.conf").open("a", encoding="utf-8") as file:
        file.write("\n".join(["", *lines, ""]))


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_until_ready(folder_of_programs: Path, folder: Path, port: int) -> None:
    """Return when the server answers; raise NoServer with its last words when it does not."""
    pg_isready = str(folder_of_programs / "pg_isready")
    ask = [pg_isready, "--quiet", "--host", "127.0.0.1", "--port", str(port)]
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        if subprocess.run(ask, check=False).returncode == 0:
            return
        log = folder / "log"
        if log.exists() and "FATAL" in log.read_text(encoding="utf-8", errors="replace"):
            break
        time.sleep(0.1)
    raise NoServer((folder / "log").read_text(encoding="utf-8", errors="replace"))


def run(folder_of_programs: Path, command: Sequence[str]) -> int:
    """Run the command with a fresh server; return its exit code."""
    with contextlib.ExitStack() as stack:
        for tries_left in reversed(range(TRIES)):
            try:
                address = stack.enter_context(server(folder_of_programs))
                break
            except NoServer:  # perhaps somebody else took the port in between
                if not tries_left:
                    raise
        done = subprocess.run(command, env=os.environ | {"DATABASE_URL": address}, check=False)
    return done.returncode


def stop(number: int, _frame: FrameType | None) -> NoReturn:
    """End in order when told to end."""
    raise SystemExit(128 + number)


def main() -> int:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.postgresql", description=__doc__)
    parser.add_argument("--look", action="store_true", help="only say whether it could be done")
    parser.add_argument("--quiet", action="store_true", help="say it by the exit code alone")
    parser.add_argument("command", nargs=argparse.REMAINDER)
    wanted = parser.parse_args()
    found = programs()
    if wanted.look and wanted.quiet:
        return 0 if found else 1
    if found is None:
        print(ABSENT, file=sys.stderr)
        required = "postgresql" in os.environ.get("SUNLIT_REQUIRE", "")
        return 0 if wanted.look and not required else 1
    if wanted.look:
        return 0
    if not wanted.command:
        parser.error("Say which command to run.")
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, stop)
    try:
        return run(found, wanted.command)
    except NoServer as error:
        print(f"PostgreSQL did not start:\n{error}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
