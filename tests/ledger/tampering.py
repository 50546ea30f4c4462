"""How somebody with the database in hand would change the ledger; for the tests beside it."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

from tests.strictness import triggers_lifted


@contextmanager
def lifted() -> Iterator[None]:
    """Run the block with nothing that keeps the ledger, and put that back afterwards."""
    if connection.vendor == "sqlite":
        with triggers_lifted(connection):
            yield
        return
    with connection.cursor() as cursor:
        # Foreign keys are triggers, too; this setting lifts them all.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET session_replication_role = replica")
        yield
        cursor.execute("SET session_replication_role = origin")


@contextmanager
def undone() -> Iterator[None]:
    """Run the block, then undo all that it did: dangling references must not outlive a test."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def run(sql: str, *values: object) -> None:
    """Carry out a statement on the database itself."""
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
