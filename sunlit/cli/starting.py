"""How a command begins: the installation is there and migrated, the language is set."""

import fcntl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any, ParamSpec

import click
from django.conf import settings
from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.sqlite3.base import DatabaseWrapper as SQLite
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder
from django.utils import translation
from django.utils.translation import gettext as _

from sunlit.kernel.refusals import Refused

P = ParamSpec("P")


class Day(click.ParamType[date]):
    """A day, YYYY-MM-DD."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            reason = _("%(value)s is not a day; write YYYY-MM-DD.")
            self.fail(reason % {"value": value}, param, ctx)


def speaks(command: Callable[P, None]) -> Callable[P, None]:
    """Let a command speak the installation's language, and tell its refusals."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        translation.activate(settings.LANGUAGE_CODE)
        with refusals_told():
            command(*args, **kwargs)

    return run


def starts_installation(command: Callable[P, None]) -> Callable[P, None]:
    """Let a command begin with the installation made and migrated; see also `speaks`."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        migrate_if_needed()
        command(*args, **kwargs)

    return speaks(run)


@contextmanager
def refusals_told() -> Iterator[None]:
    """Turn a refusal into its sentence on standard error and exit code 1."""
    try:
        yield
    except Refused as refusal:
        click.echo(refusal.said_in(settings.LANGUAGE_CODE), err=True)
        raise SystemExit(1) from None


def installation_is_there() -> bool:
    """Say whether there is a database with anything in it, and make none by asking."""
    connection = connections[DEFAULT_DB_ALIAS]
    if isinstance(connection, SQLite) and not connection.is_in_memory_db():
        place = Path(connection.settings_dict["NAME"])
        return place.exists() and MigrationRecorder(connection).has_table()
    return MigrationRecorder(connection).has_table()


def migrate_if_needed() -> bool:
    """Bring the database to this version's schema; say whether anything was to be done.

    Two commands that start at once wait for one another.
    """
    with (settings.DATA_DIR / "migrate.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        connection = connections[DEFAULT_DB_ALIAS]
        executor = MigrationExecutor(connection)
        plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
        if plan:
            call_command("migrate", verbosity=0, interactive=False, skip_checks=True)
    return bool(plan)
