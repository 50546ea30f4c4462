"""How the tree grows: waiting entries get their places, and their hashes a place in the tiles."""

from collections.abc import Callable, Iterator, Sequence

from django.db import connection, transaction
from django.db.models import Max

from sunlit.kernel import tiles
from sunlit.ledger.models import Leaf, Tile
from sunlit.ledger.tree import DamagedTree, stored_size, stored_tiles

CHUNK = 5000  # leaves that are held in memory at once

GIVE_PLACES = """
INSERT INTO ledger_leaf (entry_id, "index")
SELECT entry_id, %s + ROW_NUMBER() OVER (ORDER BY entry_id) - 1
FROM (SELECT entry_id FROM ledger_waiting ORDER BY entry_id LIMIT %s) AS first_come
"""
STOP_WAITING = """
DELETE FROM ledger_waiting
WHERE entry_id IN (SELECT entry_id FROM ledger_leaf WHERE "index" >= %s)
"""
HASHES = """
SELECT ledger_leaf."index", ledger_entry.leaf_hash
FROM ledger_leaf JOIN ledger_entry ON ledger_entry.id = ledger_leaf.entry_id
WHERE ledger_leaf."index" >= %s AND ledger_leaf."index" < %s
ORDER BY ledger_leaf."index"
"""


def give_places(most: int) -> int:
    """Give up to so many waiting entries their place in the tree; return how many got one.

    Must be called inside the transaction of the one worker. A place is never given twice: after
    damage that took leaves away, the tree goes on behind all that it ever held.
    """
    size = stored_size()
    last = Leaf.objects.aggregate(last=Max("index"))["last"]
    first = max(size, 0 if last is None else last + 1)
    with connection.cursor() as cursor:
        cursor.execute(GIVE_PLACES, [first, most])
        given: int = cursor.rowcount
        if given:
            cursor.execute(STOP_WAITING, [first])
    for hashes in _leaf_hashes(size, first + given):
        size = _add(size, hashes)
    return given


@transaction.atomic(durable=True)
def rebuild(progress: Callable[[int], None]) -> int:
    """Make the stored tree anew from the leaves, whole or not at all; return its size.

    `progress` is told how many leaves are in it. The caller holds the worker's lease. Raises
    DamagedTree where a leaf is missing.
    """
    last = Leaf.objects.aggregate(last=Max("index"))["last"]
    Tile.objects.all().delete()
    size = 0
    for hashes in _leaf_hashes(0, 0 if last is None else last + 1):
        size = _add(size, hashes)
        progress(size)
    return size


def _leaf_hashes(start: int, end: int) -> Iterator[list[bytes]]:
    """Yield the hashes of the leaves from `start` up to `end`, in order and in chunks."""
    for first in range(start, end, CHUNK):
        after = min(first + CHUNK, end)
        with connection.cursor() as cursor:
            cursor.execute(HASHES, [first, after])
            rows = cursor.fetchall()
        if len(rows) != after - first:  # the indexes are unique, so one of them is missing
            there = {index for index, _hash in rows}
            gap = next(index for index in range(first, after) if index not in there)
            raise DamagedTree(f"There is no leaf {gap}: see sunlit log verify.")
        yield [bytes.fromhex(leaf_hash) for _index, leaf_hash in rows]


def _add(size: int, hashes: Sequence[bytes]) -> int:
    """Add leaf hashes to the stored tree of this size; return its new size."""
    changed = tiles.grown(size, stored_tiles(tiles.edge(size)), b"".join(hashes))
    Tile.objects.bulk_create(
        [Tile(level=level, index=index, hashes=held) for (level, index), held in changed.items()],
        batch_size=50,
        update_conflicts=True,
        unique_fields=["level", "index"],
        update_fields=["hashes"],
    )
    return size + len(hashes)
