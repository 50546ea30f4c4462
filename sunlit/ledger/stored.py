"""The entries as the database holds them, read row by row and believed in nothing."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib.auth import get_user_model
from django.db import connection

from sunlit.ledger import rules

CHUNK = 1000

COLUMNS = """
ledger_entry.id, ledger_entry.uuid, ledger_entry.day, ledger_entry.event,
ledger_entry.about_kind, ledger_entry.about_id, official."{username}", ledger_entry.basis,
ledger_entry.payload, ledger_entry.salt, ledger_entry.leaf_hash
"""
WITH_THEIR_PLACES = """
SELECT ledger_leaf."index", {columns} FROM ledger_leaf
LEFT JOIN ledger_entry ON ledger_entry.id = ledger_leaf.entry_id
LEFT JOIN "{officials}" AS official ON official.id = ledger_entry.by_id
"""
IN_ORDER = WITH_THEIR_PLACES + 'ORDER BY ledger_leaf."index"'
AT_ONE_PLACE = WITH_THEIR_PLACES + 'WHERE ledger_leaf."index" = %s'
WITHOUT_A_PLACE = """
SELECT ledger_waiting.entry_id, {columns} FROM ledger_entry
LEFT JOIN ledger_leaf ON ledger_leaf.entry_id = ledger_entry.id
LEFT JOIN ledger_waiting ON ledger_waiting.entry_id = ledger_entry.id
LEFT JOIN "{officials}" AS official ON official.id = ledger_entry.by_id
WHERE ledger_leaf.id IS NULL
ORDER BY ledger_entry.id
"""


@dataclass(frozen=True)
class StoredEntry:
    """One entry as it stands in the database; whoever changed it may have written anything."""

    id: int | None
    uuid: object
    day: object
    event: str
    about_kind: str
    about_id: int
    by: str
    basis: str
    payload: str
    salt: Any
    leaf_hash: str

    def canonical(self) -> bytes:
        """Return the bytes that its leaf hash is taken over. Raises ValueError or TypeError."""
        return rules.canonical_entry(
            uuid=self.uuid if isinstance(self.uuid, UUID) else UUID(str(self.uuid)),
            day=date.fromisoformat(str(self.day)),
            event=self.event,
            about=f"{self.about_kind}/{self.about_id}",
            by=self.by,
            basis=self.basis,
            digest=rules.payload_digest(json.loads(self.payload), bytes(self.salt)),
        )

    @property
    def is_as_written(self) -> bool:
        """Whether the leaf hash can be computed again from the other fields."""
        try:
            return rules.leaf_hash(self.canonical()) == self.leaf_hash
        except (ValueError, TypeError):
            return False

    @property
    def hash(self) -> bytes:
        """The leaf hash as bytes; none where it is no hash."""
        try:
            return bytes.fromhex(self.leaf_hash)
        except (ValueError, TypeError):
            return b""


def placed_entries() -> Iterator[tuple[int, StoredEntry | None]]:
    """Yield each leaf's index with its entry, in order; None where the entry is not there."""
    for index, *entry in _rows(IN_ORDER):
        yield index, StoredEntry(*entry) if entry[0] is not None else None


def entry_at(index: int) -> StoredEntry | None:
    """Return the entry at one place; None where there is none."""
    found = [StoredEntry(*entry) for _index, *entry in _rows(AT_ONE_PLACE, index)]
    return found[0] if found and found[0].id is not None else None


def unplaced_entries() -> Iterator[tuple[bool, StoredEntry]]:
    """Yield each entry without a place, and whether it stands among those that wait for one."""
    for waiting, *entry in _rows(WITHOUT_A_PLACE):
        yield waiting is not None, StoredEntry(*entry)


@contextmanager
def snapshot() -> Iterator[None]:
    """Read one state of the database all along, while others go on writing."""
    if connection.in_atomic_block:
        yield
        return
    sqlite = connection.vendor == "sqlite"
    with connection.cursor() as cursor:
        cursor.execute("BEGIN" if sqlite else "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")


def _rows(sql: str, *values: int) -> Iterator[Sequence[Any]]:
    official = get_user_model()
    columns = COLUMNS.format(username=official.USERNAME_FIELD)
    with connection.chunked_cursor() as cursor:
        cursor.execute(sql.format(columns=columns, officials=official._meta.db_table), values)
        while rows := cursor.fetchmany(CHUNK):
            yield from rows
