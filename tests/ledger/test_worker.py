"""The worker: places in the tree, the lease, reactions that can be done again."""

import threading
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from sunlit.ledger import worker
from sunlit.ledger.models import Leaf, Lease, Progress
from sunlit.ledger.registry import Reaction
from tests.ledger.test_services import enter


@pytest.fixture
def heard(monkeypatch):
    """Return what the only reaction has heard of."""
    told: list[str] = []
    reaction = Reaction(
        name="tests.heard",
        react=lambda entries: told.extend(entry.payload["colour"] for entry in entries),
        forget=told.clear,
    )
    monkeypatch.setattr(worker, "all_reactions", lambda: (reaction,))
    return told


@pytest.mark.django_db
def test_entries_get_their_places_without_gaps_and_are_reacted_to_in_that_order(heard):
    for colour in ("red", "blue", "green"):
        enter(colour)

    worker.catch_up()

    assert list(Leaf.objects.values_list("index", flat=True)) == [0, 1, 2]
    assert heard == ["red", "blue", "green"]


@pytest.mark.django_db
def test_what_was_reacted_to_is_not_reacted_to_again(heard):
    enter("red")
    worker.catch_up()
    enter("blue")
    worker.catch_up()
    worker.catch_up()

    assert heard == ["red", "blue"]
    assert Progress.objects.get().next_index == 2


@pytest.mark.django_db
def test_while_one_worker_holds_the_lease_another_does_nothing(heard):
    enter()
    Lease.objects.create(
        name=worker.LEASE, holder="another", until=timezone.now() + timedelta(minutes=1)
    )

    assert worker.catch_up() == 0
    assert heard == []
    assert not Leaf.objects.exists()


@pytest.mark.django_db
def test_a_lease_that_has_run_out_is_taken_over(heard):
    enter()
    Lease.objects.create(
        name=worker.LEASE, holder="dead", until=timezone.now() - timedelta(seconds=1)
    )

    worker.catch_up()

    assert heard == ["red"]


@pytest.mark.django_db
def test_a_replay_starts_from_nothing(heard):
    enter("red")
    worker.catch_up()

    worker.replay(worker.all_reactions()[0])

    assert heard == ["red"]


@pytest.mark.django_db
def test_a_reaction_that_fails_is_tried_again_from_where_it_stood(heard, monkeypatch):
    enter("red")
    worker.catch_up()
    enter("blue")
    sound = worker.all_reactions()[0]

    def fall(_entries):
        raise RuntimeError("the disk is full")

    broken = Reaction(name=sound.name, react=fall, forget=sound.forget)
    monkeypatch.setattr(worker, "all_reactions", lambda: (broken,))
    with pytest.raises(RuntimeError):
        worker.catch_up()
    monkeypatch.setattr(worker, "all_reactions", lambda: (sound,))
    worker.catch_up()

    assert heard == ["red", "blue"]


@pytest.mark.django_db(transaction=True)
def test_the_worker_stops_when_told_and_gives_its_lease_back(heard):
    stop = threading.Event()

    def work():
        worker.run(stop, pause_seconds=0.05)
        connection.close()

    thread = threading.Thread(target=work)
    thread.start()
    stop.set()
    thread.join(timeout=20)

    assert not thread.is_alive()
    assert not Lease.objects.filter(until__gt=timezone.now()).exists()
