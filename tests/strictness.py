"""What the tests forbid everywhere, so that no single test has to ask for it.

- A template that shows an undefined variable.
- Trust in the order of an unordered query: its rows are shuffled, and it may not be sliced.
- A GET that writes an official record.
- A request that writes an official record outside an act.
- An act (a durable transaction) that writes official records without a ledger entry.

Official records are all tables of Sunlit's rooms, apart from those that `sunlit.ledger.exempt`
names. What a test writes for itself, outside a request and outside an act, is free.
"""

import random
import re
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import lru_cache, wraps
from pathlib import Path
from types import FrameType, TracebackType
from typing import Any

import django
from django.apps import apps
from django.core.handlers.base import BaseHandler
from django.core.management.commands import flush
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import QuerySet
from django.db.transaction import Atomic
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from sunlit.ledger.exempt import EXEMPT_TABLES

LEDGER = "ledger_entry"
READING = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})
WRITE = re.compile(
    r'\s*(?:INSERT(?: OR \w+)? INTO|REPLACE INTO|UPDATE|DELETE FROM)\s+"?(?P<table>\w+)', re.I
)
# Django itself notes that somebody logged in, and renews a password's hash made by an old method.
LOGGING_IN = re.compile(r'UPDATE "\w+" SET "(?:last_login|password)" = %s WHERE')

_ongoing = threading.local()  # .acts: what the durable transaction of each database has written


class Broken(AssertionError):
    """A rule that holds for the whole suite was broken."""


def install() -> None:
    """Put the guards in place, for the whole run. Django must be set up."""
    _distrust_unordered_queries()
    _watch_acts()
    _watch_requests()
    _let_flush_empty_the_ledger()


# Templates


class UndefinedVariable(str):
    """Takes the place of `string_if_invalid`: fails where Django would show nothing."""

    __slots__ = ()

    def __mod__(self, variable: object) -> str:
        template = _template_being_rendered(sys._getframe(1))
        if template.startswith(str(Path(django.__file__).parent)):
            return ""  # Django's own templates rely on it
        raise Broken(f"The template {template} shows {variable!s}, which is not defined there.")


def _template_being_rendered(frame: FrameType | None) -> str:
    while frame is not None:
        origin = getattr(frame.f_locals.get("self"), "origin", None)
        if origin is not None and frame.f_code.co_name.strip("_").startswith("render"):
            return str(origin)
        frame = frame.f_back
    return "(unknown)"


# Queries


def _distrust_unordered_queries() -> None:
    fetch_all = QuerySet._fetch_all
    get_item = QuerySet.__getitem__

    @wraps(fetch_all)
    def shuffled(self: QuerySet[Any]) -> None:
        fresh = self._result_cache is None
        fetch_all(self)
        if fresh and not self.ordered and self._result_cache:
            random.shuffle(self._result_cache)

    @wraps(get_item)
    def ordered_only(self: QuerySet[Any], place: Any) -> Any:
        only_shown = sys._getframe(1).f_code.co_name == "__repr__"
        if self._result_cache is None and not self.ordered and not only_shown:
            raise Broken(f"Which {self.model._meta.label} comes first? Order the query.")
        return get_item(self, place)

    QuerySet._fetch_all = shuffled  # type: ignore[method-assign]
    QuerySet.__getitem__ = ordered_only  # type: ignore[method-assign]


# Records


@lru_cache(maxsize=1)
def official_tables() -> frozenset[str]:
    """Return the tables that hold official records."""
    rooms = [app for app in apps.get_app_configs() if app.name.startswith("sunlit.")]
    models = [model for app in rooms for model in app.get_models(include_auto_created=True)]
    return frozenset(model._meta.db_table for model in models) - EXEMPT_TABLES


def written_table(sql: object) -> str | None:
    """Return the table of official records that a statement writes, if it does."""
    found = WRITE.match(str(sql))
    return found["table"] if found and found["table"] in official_tables() else None


def _acts() -> dict[str, set[str]]:
    if not hasattr(_ongoing, "acts"):
        _ongoing.acts = {}
    acts: dict[str, set[str]] = _ongoing.acts
    return acts


def _note_writes(execute: Callable[..., Any], sql: object, *rest: Any) -> Any:
    connection: BaseDatabaseWrapper = rest[-1]["connection"]
    if (table := written_table(sql)) is not None:
        _acts()[connection.alias].add(table)
    return execute(sql, *rest)


def _watch_acts() -> None:
    enter, leave = Atomic.__enter__, Atomic.__exit__

    @wraps(enter)
    def begin(self: Atomic) -> None:
        enter(self)
        if self.durable:  # type: ignore[attr-defined]
            connection = connections[self.using or "default"]
            _acts()[connection.alias] = set()
            connection.execute_wrappers.append(_note_writes)

    @wraps(leave)
    def end(
        self: Atomic,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if not self.durable:  # type: ignore[attr-defined]
            return leave(self, kind, error, traceback)
        connection = connections[self.using or "default"]
        connection.execute_wrappers.remove(_note_writes)
        tables = _acts().pop(connection.alias)
        if error is None and tables and LEDGER not in tables:
            broken = Broken(
                f"An act wrote {', '.join(sorted(tables))} without a ledger entry. Record it "
                "(sunlit.ledger.services.record), or name the table in sunlit/ledger/exempt.py "
                "if it holds no official record."
            )
            leave(self, Broken, broken, None)
            raise broken
        return leave(self, kind, error, traceback)

    Atomic.__enter__ = begin  # type: ignore[method-assign]
    Atomic.__exit__ = end  # type: ignore[method-assign]


# Requests


def _refuse_writes(execute: Callable[..., Any], sql: object, *rest: Any) -> Any:
    if (table := written_table(sql)) is not None:
        raise Broken(f"A request that only reads has written {table}:\n{sql}")
    return execute(sql, *rest)


def _refuse_writes_outside_acts(execute: Callable[..., Any], sql: object, *rest: Any) -> Any:
    connection: BaseDatabaseWrapper = rest[-1]["connection"]
    table = written_table(sql)
    if table and connection.alias not in _acts() and not LOGGING_IN.match(str(sql)):
        raise Broken(f"A request has written {table} outside an act of services.py:\n{sql}")
    return execute(sql, *rest)


def _watch_requests() -> None:
    get_response = BaseHandler.get_response

    @wraps(get_response)
    def watched(self: BaseHandler, request: HttpRequest) -> HttpResponseBase:
        guard = _refuse_writes if request.method in READING else _refuse_writes_outside_acts
        with ExitStack() as stack:
            for connection in connections.all():
                stack.enter_context(connection.execute_wrapper(guard))
            return get_response(self, request)

    BaseHandler.get_response = watched  # type: ignore[method-assign]


# The ledger between tests


def _let_flush_empty_the_ledger() -> None:
    """Lift the triggers that keep the ledger, only while the harness empties the database."""
    handle = flush.Command.handle

    @wraps(handle)
    def unguarded(self: flush.Command, **options: Any) -> None:
        with triggers_lifted(connections[options["database"]]):
            handle(self, **options)

    flush.Command.handle = unguarded  # type: ignore[method-assign]


@contextmanager
def triggers_lifted(connection: BaseDatabaseWrapper) -> Iterator[None]:
    """Run the block without the database's own triggers."""
    if connection.vendor == "sqlite":
        rows = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
        lift, restore = 'DROP TRIGGER "{0}"', "{1}"
    else:
        rows = "SELECT DISTINCT tgrelid::regclass::text, '' FROM pg_trigger WHERE NOT tgisinternal"
        lift = "ALTER TABLE {0} DISABLE TRIGGER USER"
        restore = "ALTER TABLE {0} ENABLE TRIGGER USER"
    with connection.cursor() as cursor:
        cursor.execute(rows)
        triggers = cursor.fetchall()
        for trigger in triggers:
            cursor.execute(lift.format(*trigger))
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            for trigger in triggers:
                cursor.execute(restore.format(*trigger))
