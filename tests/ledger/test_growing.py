"""The tree over the ledger: it grows with the entries, and can be made anew from them."""

import pytest

from sunlit.kernel import merkle
from sunlit.ledger import growing, worker
from sunlit.ledger.models import Entry, Leaf, Tile, Waiting
from sunlit.ledger.tree import DamagedTree, stored_tree
from tests.kernel.test_merkle import naive_root
from tests.ledger.tampering import lifted
from tests.ledger.test_services import enter


def leaf_hashes():
    """Return the leaves' hashes, in order."""
    in_order = Entry.objects.exclude(leaf=None).order_by("leaf__index")
    return [bytes.fromhex(one) for one in in_order.values_list("leaf_hash", flat=True)]


def tiles():
    """Return the stored tiles."""
    stored = Tile.objects.order_by("level", "index")
    return [(one.level, one.index, bytes(one.hashes)) for one in stored]


@pytest.fixture
def three():
    """Three entries with their places."""
    for colour in ("red", "blue", "green"):
        enter(colour)
    worker.catch_up()


@pytest.mark.django_db
def test_an_entry_waits_until_the_worker_gives_it_its_place():
    entry = enter()
    assert Waiting.objects.get().entry == entry

    worker.catch_up()

    assert not Waiting.objects.exists()
    assert Leaf.objects.get().entry == entry


@pytest.mark.django_db
def test_the_stored_tree_is_that_of_the_leaves_however_it_grew(monkeypatch):
    monkeypatch.setattr(worker, "PLACES", 7)
    for round_ in range(4):
        for number in range(round_ * 5 + 1):
            enter(f"{round_}-{number}")
        worker.catch_up()

        assert stored_tree().size == Leaf.objects.count()
        assert stored_tree().root == naive_root(leaf_hashes())


@pytest.mark.django_db
def test_places_are_given_in_the_order_in_which_the_acts_were_entered(three):
    colours = [entry.payload["colour"] for entry in Entry.objects.order_by("leaf__index")]

    assert colours == ["red", "blue", "green"]


@pytest.mark.django_db
def test_the_empty_ledger_has_the_root_of_the_empty_tree():
    assert stored_tree().root == merkle.EMPTY_ROOT


@pytest.mark.django_db
def test_a_stored_tree_proves_its_leaves_and_its_past(three):
    tree, hashes = stored_tree(), leaf_hashes()

    assert merkle.includes(
        index=1, size=3, leaf=hashes[1], proof=tree.inclusion_proof(1), root=tree.root
    )
    assert merkle.is_consistent(
        first=2,
        second=3,
        first_root=tree.as_it_was(2).root,
        second_root=tree.root,
        proof=tree.consistency_proof(2),
    )
    with pytest.raises(ValueError, match="never had 4"):
        tree.as_it_was(4)


@pytest.mark.django_db
def test_the_tree_can_be_made_anew_and_comes_out_equal(three):
    before = tiles()
    added = []

    assert growing.rebuild(added.append) == 3

    assert tiles() == before
    assert added == [3]


@pytest.mark.django_db
def test_tiles_that_were_lost_are_made_again_by_the_worker(three):
    before = tiles()
    Tile.objects.all().delete()
    enter("white")

    worker.catch_up()

    assert stored_tree().size == 4
    assert tiles()[0][2][: 3 * 32] == before[0][2]


@pytest.mark.django_db
def test_a_tree_is_not_made_anew_over_a_leaf_that_is_missing(three):
    before = tiles()
    with lifted():
        Leaf.objects.filter(index=1).delete()

    with pytest.raises(DamagedTree, match="no leaf 1"):
        growing.rebuild(lambda _count: None)

    assert tiles() == before


@pytest.mark.django_db
def test_a_place_is_never_given_twice(three):
    with lifted():
        Leaf.objects.filter(index=2).delete()
    before = stored_tree()
    enter("white")

    worker.catch_up()

    assert sorted(Leaf.objects.values_list("index", flat=True)) == [0, 1, 3]
    assert stored_tree().as_it_was(3).root == before.root


@pytest.mark.django_db
def test_a_tile_that_is_missing_is_said_to_be_missing(three):
    tree = stored_tree()
    Tile.objects.all().delete()

    with pytest.raises(DamagedTree, match="no tile 0 at level 0"):
        assert tree.root
