"""What keeps the ledger in the database itself: the triggers, and whether they are all there."""

import re
from collections.abc import Iterator, Mapping

from django.db import connection

SENTENCE = "The ledger is append-only."
TABLES = ("ledger_entry", "ledger_leaf")
KEYS = {
    "ledger_entry": "id = NEW.id OR uuid = NEW.uuid",
    "ledger_leaf": 'id = NEW.id OR entry_id = NEW.entry_id OR "index" = NEW."index"',
}
REFUSES = f"BEGIN SELECT RAISE(ABORT, '{SENTENCE}'); END"
FUNCTION = (
    f"BEGIN RAISE EXCEPTION '{SENTENCE}' USING ERRCODE = 'integrity_constraint_violation'; END"
)

SQLITE = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
POSTGRESQL = """
SELECT tgname, pg_get_triggerdef(pg_trigger.oid), prosrc
FROM pg_trigger JOIN pg_proc ON pg_proc.oid = tgfoid
WHERE NOT tgisinternal AND tgenabled IN ('O', 'A')
"""


def lifted_guards() -> list[str]:
    """Return the names of the triggers that are not there, are switched off, or say otherwise."""
    kept = _kept_by_sqlite() if connection.vendor == "sqlite" else _kept_by_postgresql()
    return sorted(_names() - kept)


def _names() -> set[str]:
    return set(_sqlite_triggers() if connection.vendor == "sqlite" else _postgresql_triggers())


def _sqlite_triggers() -> Mapping[str, str]:
    """Return how each trigger is written, by its name."""
    written: dict[str, str] = {}
    for table in TABLES:
        for action in ("UPDATE", "DELETE"):
            name = f"{table}_refuses_{action.lower()}"
            written[name] = f"CREATE TRIGGER {name} BEFORE {action} ON {table} {REFUSES}"
        name = f"{table}_refuses_replacing"
        written[name] = (
            f"CREATE TRIGGER {name} BEFORE INSERT ON {table} "  # noqa: S608 (fixed words)
            f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {KEYS[table]}) {REFUSES}"
        )
    return written


def _postgresql_triggers() -> Mapping[str, re.Pattern[str]]:
    """Return how PostgreSQL tells each trigger, by its name."""
    each = {
        "change": ("DELETE OR UPDATE", "ROW"),
        "truncate": ("TRUNCATE", "STATEMENT"),
    }
    return {
        f"{table}_refuses_{kind}": re.compile(
            rf"CREATE TRIGGER {table}_refuses_{kind} BEFORE {action} ON (\w+\.)?{table} "
            rf"FOR EACH {of} EXECUTE FUNCTION (\w+\.)?ledger_refuses\(\)"
        )
        for table in TABLES
        for kind, (action, of) in each.items()
    }


def _kept_by_sqlite() -> set[str]:
    written = _sqlite_triggers()
    return {name for name, sql in _rows(SQLITE) if written.get(name) == sql}


def _kept_by_postgresql() -> set[str]:
    written = _postgresql_triggers()
    return {
        name
        for name, told, source in _rows(POSTGRESQL)
        if name in written
        and written[name].fullmatch(told)
        and " ".join(source.split()) == FUNCTION
    }


def _rows(sql: str) -> Iterator[tuple[str, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        yield from cursor.fetchall()
