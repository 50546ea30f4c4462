"""Writing to the ledger, and what the database refuses."""

import dataclasses
from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction

from sunlit import statutes
from sunlit.ledger import rules
from sunlit.ledger.events import Event
from sunlit.ledger.models import Entry, Leaf
from sunlit.ledger.selectors import history, latest_leaves
from sunlit.ledger.services import NotInAnAct, record
from tests.ledger.tampering import run
from tests.organization import factories

DAY = date(2012, 6, 8)


@dataclasses.dataclass(frozen=True)
class OfficePainted(Event):
    """An event for these tests."""

    colour: str


def enter(colour: str = "red"):
    """Enter that the office was painted."""
    return record(
        OfficePainted(colour=colour),
        about=factories.office(),
        by=factories.official(username=f"painter-{colour}"),
        day=DAY,
        basis=statutes.provision("organization.duty", on=DAY),
    )


@pytest.mark.django_db
def test_an_entry_says_what_who_when_and_by_which_article():
    entry = enter()

    entry.refresh_from_db()
    assert (entry.event, entry.day, entry.payload) == ("OfficePainted", DAY, {"colour": "red"})
    assert entry.basis == statutes.provision("organization.duty", on=DAY).key
    assert entry.by.username == "painter-red"


@pytest.mark.django_db
def test_the_leaf_hash_can_be_computed_again_from_what_is_stored():
    entry = enter()
    entry.refresh_from_db()

    digest = rules.payload_digest(entry.payload, bytes(entry.salt))
    again = rules.canonical_entry(
        uuid=entry.uuid,
        day=entry.day,
        event=entry.event,
        about=entry.about,
        by=entry.by.username,
        basis=entry.basis,
        digest=digest,
    )
    assert rules.leaf_hash(again) == entry.leaf_hash


@pytest.mark.django_db
def test_two_equal_payloads_cannot_be_told_to_be_equal_from_outside():
    assert enter("red").leaf_hash != enter("blue").leaf_hash
    payload = {"colour": "red"}
    assert rules.payload_digest(payload, b"1" * 16) != rules.payload_digest(payload, b"2" * 16)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "change",
    [
        lambda entry: Entry.objects.filter(pk=entry.pk).update(event="Nothing"),
        lambda entry: Entry.objects.filter(pk=entry.pk)._raw_delete(using="default"),
        lambda entry: Leaf.objects.filter(entry=entry).update(index=7),
        lambda entry: Leaf.objects.filter(entry=entry).delete(),
    ],
    ids=["change an entry", "delete an entry", "move a leaf", "delete a leaf"],
)
def test_the_database_refuses_to_change_the_ledger(change):
    entry = enter()
    Leaf.objects.create(entry=entry, index=0)

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        change(entry)

    assert Entry.objects.get().event == "OfficePainted"
    assert Leaf.objects.get().index == 0


@pytest.mark.django_db
@pytest.mark.parametrize("table", ["ledger_entry", "ledger_leaf"])
def test_sqlite_refuses_to_put_another_row_in_the_place_of_one(table):
    if connection.vendor != "sqlite":
        pytest.skip("INSERT OR REPLACE is SQLite's")
    Leaf.objects.create(entry=enter(), index=0)

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        run(f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}")  # noqa: S608


@pytest.mark.postgresql
@pytest.mark.django_db
def test_postgresql_refuses_to_empty_the_ledger_at_once():
    enter()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            cursor.execute("TRUNCATE ledger_entry CASCADE")


@pytest.mark.django_db(transaction=True)
def test_an_entry_is_not_written_outside_an_act():
    with pytest.raises(NotInAnAct):
        enter()


@pytest.mark.django_db
def test_a_record_knows_its_history_and_its_latest_leaf():
    first, second = enter("red"), enter("blue")
    office = factories.office()

    assert [entry.pk for entry in history(office)] == [first.pk, second.pk]
    assert latest_leaves("organization.office", [office.pk]) == {office.pk: second.leaf_hash}
