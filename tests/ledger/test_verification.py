"""Whoever changes the ledger in the database itself is found, and what was changed is named."""

import json

import pytest
from django.db import connection

from sunlit.ledger import growing, rules, worker
from sunlit.ledger.guards import lifted_guards
from sunlit.ledger.models import Entry, Leaf, Tile, Waiting
from sunlit.ledger.tree import stored_tree
from sunlit.ledger.verification import Noted, Verification, against
from tests.ledger.tampering import lifted, run, undone
from tests.ledger.test_services import enter

pytestmark = pytest.mark.django_db
COLOURS = [f"colour-{number}" for number in range(7)]


@pytest.fixture(autouse=True)
def ledger():
    """Seven entries, with their places."""
    for colour in COLOURS:
        enter(colour)
    worker.catch_up()


def found():
    """Return what a reading finds: kind and place of each fault."""
    return [(fault.kind, fault.index) for fault in Verification().faults()]


def entry_at(index):
    return Entry.objects.get(leaf__index=index)


def hash_again(index):
    """Write down a leaf hash that fits the entry as it was changed."""
    entry = entry_at(index)
    canonical = rules.canonical_entry(
        uuid=entry.uuid,
        day=entry.day,
        event=entry.event,
        about=entry.about,
        by=entry.by.username,
        basis=entry.basis,
        digest=rules.payload_digest(entry.payload, bytes(entry.salt)),
    )
    run(
        "UPDATE ledger_entry SET leaf_hash = %s WHERE id = %s", rules.leaf_hash(canonical), entry.pk
    )


def test_an_untouched_ledger_has_no_fault():
    reading = Verification()

    assert list(reading.faults()) == []
    assert (reading.size, reading.waiting) == (7, 0)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("payload", '{"colour": "grey"}'),
        ("day", "2012-06-09"),
        ("event", "OfficeMoved"),
        ("about_kind", "organization.agency"),
        ("about_id", 999_999),
        ("basis", "ogi_2007:1"),
        ("leaf_hash", "00" * 32),
        ("leaf_hash", "no hash"),
        ("uuid", "12345678123456781234567812345678"),
    ],
)
def test_a_changed_field_is_found_at_its_place(field, value):
    changed = entry_at(3)
    with lifted():
        run(f"UPDATE ledger_entry SET {field} = %s WHERE id = %s", value, changed.pk)  # noqa: S608

    faults = list(Verification().faults())

    assert ("leaf_hash", 3) in [(one.kind, one.index) for one in faults]
    assert {one.index for one in faults} == {3}
    named = next(one for one in faults if one.kind == "leaf_hash")
    assert named.day == ("2012-06-09" if field == "day" else "2012-06-08")
    assert named.event == ("OfficeMoved" if field == "event" else "OfficePainted")


def test_a_changed_salt_and_a_changed_name_are_found():
    with lifted():
        run("UPDATE ledger_entry SET salt = %s WHERE id = %s", b"0" * 16, entry_at(2).pk)
    assert found() == [("leaf_hash", 2)]

    by = entry_at(4).by
    run("UPDATE organization_official SET username = 'nobody' WHERE id = %s", by.pk)
    assert found() == [("leaf_hash", 2), ("leaf_hash", 4)]


def test_a_day_that_is_no_day_is_a_fault_and_no_crash():
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL stores days only")
    with lifted():
        run(
            "UPDATE ledger_entry SET day = 'never', payload = '[1.5]' WHERE id = %s", entry_at(3).pk
        )

    assert found() == [("leaf_hash", 3)]


def test_an_entry_changed_together_with_its_hash_is_found_by_the_tree():
    with lifted():
        run("UPDATE ledger_entry SET day = '2012-06-09' WHERE id = %s", entry_at(3).pk)
        hash_again(3)

    assert found() == [("tree_hash", 3)]


def test_an_entry_changed_together_with_the_whole_tree_is_found_by_a_noted_root():
    noted = Noted(5, stored_tree().as_it_was(5).root)
    with lifted():
        run("UPDATE ledger_entry SET day = '2012-06-09' WHERE id = %s", entry_at(3).pk)
        hash_again(3)
    growing.rebuild(lambda _done: None)

    assert found() == []
    faults, proof = against(noted, stored_tree())
    assert [fault.kind for fault in faults] == ["noted_root"]
    assert not proof


def test_a_noted_root_is_confirmed_when_the_ledger_only_grew():
    noted = Noted(7, stored_tree().root)
    enter("one more")
    worker.catch_up()

    faults, proof = against(noted, stored_tree())

    assert not faults
    assert proof
    assert against(Noted(0, stored_tree().as_it_was(0).root), stored_tree())[0] == []


def test_a_ledger_that_is_smaller_than_noted_is_found():
    faults, _proof = against(Noted(8, bytes(32)), stored_tree())

    assert "8" in faults[0].said
    assert "7" in faults[0].said


def test_swapped_places_are_found():
    with lifted():
        for index, other in ((1, 100), (4, 1), (100, 4)):
            run('UPDATE ledger_leaf SET "index" = %s WHERE "index" = %s', other, index)

    assert found() == [("tree_hash", 1), ("tree_hash", 4)]


def test_a_removed_entry_is_found():
    with undone():
        with lifted():
            run("DELETE FROM ledger_entry WHERE id = %s", entry_at(2).pk)

        assert found() == [("entry_missing", 2)]


def test_a_removed_leaf_is_found_and_so_is_the_entry_that_lost_it():
    with lifted():
        Leaf.objects.filter(index=2).delete()

    assert found() == [("leaf_missing", 2), ("place_lost", None)]


def test_an_entry_removed_together_with_its_leaf_is_found():
    gone = entry_at(2).pk
    with lifted():
        run("DELETE FROM ledger_leaf WHERE entry_id = %s", gone)
        run("DELETE FROM ledger_entry WHERE id = %s", gone)

    assert found() == [("leaf_missing", 2)]


def test_a_removed_end_of_the_ledger_is_found():
    gone = entry_at(6).pk
    with lifted():
        run("DELETE FROM ledger_leaf WHERE entry_id = %s", gone)
        run("DELETE FROM ledger_entry WHERE id = %s", gone)

    assert found() == [("tree_hash", 6)]


def test_a_changed_tile_is_found_at_the_hash_that_was_changed():
    tile = Tile.objects.get(level=0)
    held = bytearray(tile.hashes)
    held[5 * 32] ^= 1
    Tile.objects.filter(pk=tile.pk).update(hashes=bytes(held))

    assert found() == [("tree_hash", 5)]


def test_tiles_that_are_missing_cut_short_or_too_many_are_found():
    tile = Tile.objects.get(level=0)
    Tile.objects.filter(pk=tile.pk).update(hashes=bytes(tile.hashes)[:-32])
    assert found() == [("tree_hash", 6)]

    Tile.objects.all().delete()
    assert found() == [("tile_missing", None)]

    growing.rebuild(lambda _done: None)
    Tile.objects.create(level=1, index=0, hashes=bytes(32))
    assert found() == [("tile_surplus", None)]


def test_a_change_in_a_higher_level_is_named_there_and_one_below_only_there():
    for number in range(7, 600):
        enter(f"colour-{number}")
    worker.catch_up()
    assert found() == []

    above = Tile.objects.get(level=1)
    before = bytes(above.hashes)
    Tile.objects.filter(pk=above.pk).update(hashes=before[:32] + bytes(32))
    faults = list(Verification().faults())
    assert [(one.kind, one.index) for one in faults] == [("tree_hash", None)]

    Tile.objects.filter(pk=above.pk).update(hashes=before)
    below = Tile.objects.get(level=0, index=1)
    held = bytearray(below.hashes)
    held[0] ^= 1
    Tile.objects.filter(pk=below.pk).update(hashes=bytes(held))
    assert found() == [("tree_hash", 256)]


def test_entries_without_a_place_yet_are_counted_and_named():
    waiting = enter("waiting")
    reading = Verification()

    assert list(reading.faults()) == []
    assert reading.waiting == 1
    assert [one.id for one in reading.named_waiting] == [waiting.pk]


def test_an_entry_that_waits_for_a_place_that_it_has_is_a_fault():
    Waiting.objects.create(entry=entry_at(1))

    assert found() == [("waiting", None)]


@pytest.mark.parametrize("table", ["ledger_entry", "ledger_leaf"])
def test_a_trigger_that_is_gone_or_toothless_is_found(table):
    assert lifted_guards() == []
    if connection.vendor == "sqlite":
        name = f"{table}_refuses_update"
        run(f"DROP TRIGGER {name}")
        run(f"CREATE TRIGGER {name} BEFORE UPDATE ON {table} BEGIN SELECT 1; END")
    else:
        name = f"{table}_refuses_change"
        run("SET CONSTRAINTS ALL IMMEDIATE")
        run(f"ALTER TABLE {table} DISABLE TRIGGER {name}")

    assert lifted_guards() == [name]
    faults = list(Verification().faults())
    assert [one.kind for one in faults] == ["trigger"]
    assert name in faults[0].said
    json.dumps(faults[0].as_json())
