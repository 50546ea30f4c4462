"""A database to which every migration was applied, made once and copied by each process of a run.

To apply them all takes about a minute, which each process and each command under test would pay. On
SQLite the copy stays in pytest's cache under a digest of the migrations, for the next run; on
PostgreSQL the template lives as long as the server.
"""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psycopg
from django.conf import settings
from psycopg import sql

from config.env import ROOT

APPLIED = (*sorted((ROOT / "sunlit").glob("*/migrations/*.py")), ROOT / "requirements/base.txt")
FOLDER = ROOT / ".pytest_cache" / "migrated"


def digest() -> str:
    """Return what a migrated database depends on: the migrations, and who applies them."""
    found = hashlib.sha256(sys.version.encode())
    for file in APPLIED:
        found.update(str(file.relative_to(ROOT)).encode() + b"\0" + file.read_bytes() + b"\0")
    return found.hexdigest()[:16]


def sqlite_file() -> Path:
    """Return the file of a migrated SQLite database; nobody may write into it."""
    wanted = FOLDER / f"{digest()}.sqlite3"
    with _alone("sqlite"):
        if not wanted.exists():
            for old in FOLDER.glob("*.sqlite3*"):
                old.unlink()
            making = FOLDER / "making.sqlite3"
            _migrate(f"sqlite:///{making}")
            making.rename(wanted)
    return wanted


def copy_to(name: str) -> None:
    """Lay a migrated SQLite database where a test's own is expected."""
    for end in ("-wal", "-shm"):
        Path(name + end).unlink(missing_ok=True)
    shutil.copyfile(sqlite_file(), name)


def template_of(server: Mapping[str, Any]) -> str:
    """Return the name of a migrated database on a PostgreSQL server, from which others are made."""
    wanted = f"sunlit_migrated_{digest()}"
    own = {name: server[name.upper()] for name in ("host", "port", "user", "password")}
    with (
        _alone(f"postgresql-{own['port']}"),
        psycopg.connect(dbname=server["NAME"], autocommit=True, **own) as connection,
    ):
        found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [wanted])
        if found.fetchone() is None:
            making = f"{wanted}_making"
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(making)))
            who = f"{quote(own['user'])}:{quote(own['password'])}"
            _migrate(f"postgresql://{who}@{own['host']}:{own['port']}/{making}")
            renamed = sql.SQL("ALTER DATABASE {} RENAME TO {}")
            connection.execute(renamed.format(sql.Identifier(making), sql.Identifier(wanted)))
    return wanted


def prepare() -> None:
    """Let the test database of this process begin as a copy: a file laid out, or a template."""
    database = settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        copy_to(str(database["TEST"]["NAME"]))
    else:
        database["TEST"]["TEMPLATE"] = template_of(database)


@contextmanager
def _alone(name: str) -> Iterator[None]:
    """Let one process of this machine in at a time."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (FOLDER / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _migrate(address: str) -> None:
    settings_of_use = {"DATABASE_URL": address, "DJANGO_SETTINGS_MODULE": "config.settings"}
    subprocess.run(
        [sys.executable, "manage.py", "migrate", "--verbosity", "0"],
        env=os.environ | settings_of_use,
        cwd=ROOT,
        check=True,
    )
