"""`sunlit bench load`: how quickly a year of records is taken in."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from django.apps import apps
from django.db import connection, transaction

from sunlit.cli.benches.measuring import Findings, Rate
from sunlit.cli.benches.scratch import scratch_database, version
from sunlit.exchange.services import load_year

TODAY = date(2012, 12, 31)


def bench_load(*, folder: Path, show: Callable[[str], None]) -> Findings:
    """Take a year in; then store the rows that came of it as plainly as can be."""
    with scratch_database():
        findings = Findings("load", f"{connection.vendor} {version()}")
        show("load")
        rows = findings.rate("rows taken in", "rows of the folder: read, checked, entered as acts")
        stored = findings.rate("records stored", "rows of all tables that came of it")
        before = _rows_stored()
        with rows.timed(0), stored.timed(0):
            loaded = load_year(folder, today=TODAY)
        rows.count, stored.count = loaded.rows, _rows_stored() - before
        show("plain")
        plain = findings.rate("plain inserts", "the same rows, with nothing checked or indexed")
        for table in _tables():
            _copy_plainly(table, plain)
        findings.ratio("records stored to plain inserts", stored, plain)
    return findings


def _tables() -> list[str]:
    rooms = [app for app in apps.get_app_configs() if app.name.startswith("sunlit.")]
    models = [model for app in rooms for model in app.get_models(include_auto_created=True)]
    return sorted(model._meta.db_table for model in models)


def _rows_stored() -> int:
    with connection.cursor() as cursor:
        total = 0
        for table in _tables():
            cursor.execute(f"SELECT COUNT(*) FROM {table}")  # noqa: S608 (our own tables)
            total += cursor.fetchone()[0]
    return total


def _copy_plainly(table: str, plain: Rate) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table}")  # noqa: S608 (our own tables)
        rows = cursor.fetchall()
        cursor.execute(f"CREATE TABLE plain_{table} AS SELECT * FROM {table} WHERE 1 = 0")  # noqa: S608
        if rows:
            places = ", ".join(["%s"] * len(rows[0]))
            with plain.timed(len(rows)), transaction.atomic():
                cursor.executemany(f"INSERT INTO plain_{table} VALUES ({places})", rows)  # noqa: S608
