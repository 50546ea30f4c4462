"""A stored chart never changes: the database itself refuses it, whoever asks."""

import pytest
from django.db import DatabaseError, connection, transaction

from sunlit.flows.models import StoredChart
from sunlit.flows.store import stored

pytestmark = pytest.mark.django_db

FILE = b"<definitions/>"


def run(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)


def test_the_same_file_is_stored_once():
    assert stored(FILE) == stored(FILE)
    assert StoredChart.objects.count() == 1


@pytest.mark.parametrize(
    "change",
    [
        lambda charts: charts.update(content=b"<another/>"),
        lambda charts: charts.update(digest="0" * 64),
        lambda charts: charts.delete(),
    ],
    ids=["change its file", "change its digest", "delete it"],
)
def test_the_database_refuses_to_change_a_stored_chart(change):
    stored(FILE)

    with pytest.raises(DatabaseError, match="never changes"), transaction.atomic():
        change(StoredChart.objects.all())

    assert bytes(StoredChart.objects.get().content) == FILE


def test_sqlite_refuses_to_put_another_chart_in_the_place_of_one():
    if connection.vendor != "sqlite":
        pytest.skip("INSERT OR REPLACE is SQLite's")
    stored(FILE)

    with pytest.raises(DatabaseError, match="never changes"), transaction.atomic():
        run("INSERT OR REPLACE INTO flows_storedchart SELECT digest, x'00' FROM flows_storedchart")

    assert bytes(StoredChart.objects.get().content) == FILE


@pytest.mark.postgresql
def test_postgresql_refuses_to_empty_the_charts_at_once():
    stored(FILE)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        with pytest.raises(DatabaseError, match="never changes"), transaction.atomic():
            cursor.execute("TRUNCATE flows_storedchart CASCADE")
