"""`sunlit bench log`: how quickly the ledger takes acts in, and its tree grows."""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection, transaction

from sunlit import statutes
from sunlit.cli.benches.measuring import Findings
from sunlit.cli.benches.scratch import scratch_database, version
from sunlit.kernel import merkle, tiles
from sunlit.ledger.events import Event
from sunlit.ledger.growing import give_places
from sunlit.ledger.models import Leaf, Waiting
from sunlit.ledger.services import Act, record_many
from sunlit.ledger.stored import placed_entries
from sunlit.ledger.tree import stored_tree
from sunlit.ledger.verification import Verification
from sunlit.organization.models import Official
from sunlit.organization.services import found_agency

DAY = date(2012, 12, 31)
BASIS = statutes.provision("organization.duty", on=DAY)
PROOFS = 1000

Show = Callable[[str], None]


@dataclass(frozen=True)
class BenchEntered(Event):
    """An act of the benchmark."""

    number: int
    said: str


def bench_log(*, entries: int, batch: int, show: Show) -> Findings:
    """Enter acts, give them places, store the same rows plainly, read and check it all."""
    with scratch_database():
        findings = Findings("log", f"{connection.vendor} {version()}")
        show("acts")
        _acts(findings, entries, batch)
        show("appends")
        _appends(findings, Waiting.objects.count(), batch)
        show("proofs")
        _proofs(findings)
    return findings


def _acts(findings: Findings, entries: int, batch: int) -> None:
    """Enter acts as the services do: one entry each, with its leaf hash, many in a transaction."""
    by = found_agency(code="BENCH", name="", username="bench", post="", password="", today=DAY)
    acts = findings.rate("acts", "entries written by the ledger's service, leaf hash included")
    for numbers in _batches(range(entries), batch):
        some = [_act(number, by) for number in numbers]
        with acts.timed(len(some)), transaction.atomic():
            record_many(some)


def _act(number: int, by: Official) -> Act:
    event = BenchEntered(number=number, said="第一号档案")
    return Act(event=event, about=by.agency, by=by, day=DAY, basis=BASIS)


def _appends(findings: Findings, entries: int, batch: int) -> None:
    """Append to the tree: leaf hash, place, tiles, stored; and the same rows without a tree."""
    leaves = [b"%064d" % number * 5 for number in range(entries)]  # as long as an entry is
    appends = findings.rate("appends", "leaf hash, place and tree hashes, stored")
    for some in _batches(leaves, batch):
        with appends.timed(len(some)), transaction.atomic():
            for leaf in some:
                merkle.leaf_hash(leaf)
            give_places(len(some))
    with connection.cursor() as cursor:
        cursor.execute(
            'CREATE TABLE plain (id INTEGER PRIMARY KEY, entry_id BIGINT, "index" BIGINT, '
            "hash VARCHAR(64))"
        )
    rows = [(index, entry.id, index, entry.leaf_hash) for index, entry in placed_entries() if entry]
    plain = findings.rate("plain inserts", "the same rows, with no tree over them")
    for some_rows in _batches(rows, batch):
        with plain.timed(len(some_rows)), transaction.atomic(), connection.cursor() as cursor:
            cursor.executemany("INSERT INTO plain VALUES (%s, %s, %s, %s)", some_rows)
    _in_memory(findings, leaves, batch)
    findings.ratio("appends to plain inserts", appends, plain)


def _in_memory(findings: Findings, leaves: Sequence[bytes], batch: int) -> None:
    rate = findings.rate("tree in memory", "leaf hash and tree hashes, not stored")
    stored: dict[tiles.Place, bytes] = {}
    size = 0
    for some in _batches(leaves, batch):
        with rate.timed(len(some)):
            hashes = b"".join([merkle.leaf_hash(leaf) for leaf in some])
            edge = {place: stored[place] for place in tiles.edge(size)}
            stored |= tiles.grown(size, edge, hashes)
        size += len(some)


def _proofs(findings: Findings) -> None:
    """Read the tree: proofs of single leaves, and the check of everything."""
    size = Leaf.objects.count()
    chosen = random.Random(DAY.year).choices(range(size), k=PROOFS)  # noqa: S311 (no secret)
    proofs = findings.rate("proofs", "inclusion proofs, each from a tree opened anew")
    for index in chosen:
        with proofs.timed(1):
            stored_tree().inclusion_proof(index)
    verified = findings.rate("verified", "entries and hashes checked by sunlit log verify")
    reading = Verification()
    with verified.timed(size):
        faults = sum(1 for _fault in reading.faults())
    if faults:
        raise AssertionError(f"The benchmark's own ledger has {faults} faults.")


def _batches(things: Sequence[Any], batch: int) -> Iterator[Sequence[Any]]:
    for start in range(0, len(things), batch):
        yield things[start : start + batch]
