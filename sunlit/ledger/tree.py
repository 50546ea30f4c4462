"""The tree over the leaves, as it is stored in tiles: its size, its root, its proofs."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.db.models import Q

from sunlit.kernel import merkle, tiles
from sunlit.ledger.models import Tile


@dataclass(frozen=True)
class Tree:
    """The tree at one of its sizes. Each reading touches a few tiles, not all leaves."""

    size: int
    node: merkle.Node

    @property
    def root(self) -> bytes:
        """The hash over all leaves."""
        return merkle.root(self.size, self.node)

    def inclusion_proof(self, index: int) -> list[bytes]:
        """Return what shows a stranger that the leaf of this index is in the tree."""
        return merkle.inclusion_proof(index, self.size, self.node)

    def consistency_proof(self, earlier_size: int) -> list[bytes]:
        """Return what shows a stranger that the tree begins with the one of an earlier size."""
        return merkle.consistency_proof(earlier_size, self.size, self.node)

    def as_it_was(self, earlier_size: int) -> "Tree":
        """Return the tree of an earlier size."""
        if not 0 <= earlier_size <= self.size:
            raise ValueError(f"The tree of {self.size} leaves never had {earlier_size}.")
        return Tree(earlier_size, self.node)


class DamagedTree(RuntimeError):
    """A tile that the tree needs is not there, or is cut short: see `sunlit log verify`."""


def stored_size() -> int:
    """Return how many leaves the stored tree has."""
    last = Tile.objects.filter(level=0).order_by("-index").first()
    return last.index * tiles.WIDTH + len(last.hashes) // merkle.HASH_SIZE if last else 0


def stored_tree() -> Tree:
    """Return the tree as it stands. Raises DamagedTree when it is read and a tile is missing."""
    return Tree(stored_size(), tiles.node_of(_reader()))


def stored_tiles(places: Sequence[tiles.Place]) -> dict[tiles.Place, bytes]:
    """Return the content of some tiles; those that are not there are left out."""
    asked = Q(pk__in=[])
    for level, index in places:
        asked |= Q(level=level, index=index)
    return {(one.level, one.index): bytes(one.hashes) for one in Tile.objects.filter(asked)}


def _reader() -> Callable[[int, int], bytes]:
    """Return what reads tiles, each at most once."""
    known: dict[tiles.Place, bytes] = {}

    def read(level: int, index: int) -> bytes:
        place = (level, index)
        if place not in known:
            known.update(stored_tiles([place]))
        if place not in known:
            raise DamagedTree(f"There is no tile {index} at level {level}.")
        return known[place]

    return read
