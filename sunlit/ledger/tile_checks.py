"""Whether the stored tiles are what the leaves make: each hash, and no hash too many."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from django.utils.translation import gettext as _

from sunlit.kernel import merkle, tiles
from sunlit.ledger.models import Tile
from sunlit.ledger.tree import stored_tiles

Believed = frozenset[bytes]
"""The values that one hash may have; none: nobody knows, and any is taken."""


@dataclass(frozen=True)
class WrongTile:
    """A tile that is not what the leaves make."""

    kind: str
    said: str
    leaf: int | None = None


class TileChecks:
    """Takes the leaves one by one, and looks at each stored tile when it is complete.

    A hash above others is believed when it fits them as they should be or as they are stored, so
    that one change is named once, where it was made.
    """

    def __init__(self) -> None:
        self._rows: list[list[Believed]] = [[]]
        self._counts: list[int] = [0]

    def take(self, leaf: bytes) -> Iterator[WrongTile]:
        """Take the hash of the next leaf, empty if it is lost; yield what is found wrong."""
        yield from self._put(0, frozenset([leaf] if leaf else []))

    def finish(self) -> Iterator[WrongTile]:
        """Look at the tiles that are not full, and for those that should not be."""
        for level, row in enumerate(self._rows):
            if row:
                _full, wrong = _compared((level, self._counts[level] >> tiles.HEIGHT), row)
                yield from wrong
        last = {level: (count - 1) >> tiles.HEIGHT for level, count in enumerate(self._counts)}
        for level, index in Tile.objects.values_list("level", "index").iterator():
            if not 0 <= index <= last.get(level, -1):
                said = _("The stored tree has a tile too many: %(index)d at level %(level)d.")
                yield WrongTile("tile_surplus", said % {"index": index, "level": level})

    def _put(self, level: int, believed: Believed) -> Iterator[WrongTile]:
        if level == len(self._rows):
            self._rows.append([])
            self._counts.append(0)
        row = self._rows[level]
        row.append(believed)
        if len(row) == tiles.WIDTH:
            above, wrong = _compared((level, self._counts[level] >> tiles.HEIGHT), row)
            yield from wrong
            yield from self._put(level + 1, above)
            self._rows[level] = []
        self._counts[level] += 1


def _compared(place: tiles.Place, row: Sequence[Believed]) -> tuple[Believed, list[WrongTile]]:
    """Compare a stored tile with what it should hold.

    Return what the hash above it may be, and what is wrong. One that is not full has none above.
    """
    stored = stored_tiles([place]).get(place)
    if stored is None:
        level, index = place
        said = _("The stored tree lacks the tile %(index)d at level %(level)d.")
        wrong = [WrongTile("tile_missing", said % {"index": index, "level": level})]
        return _above([_any(believed) for believed in row]), wrong
    held = [stored[at : at + merkle.HASH_SIZE] for at in range(0, len(stored), merkle.HASH_SIZE)]
    wrong, should = [], []
    for offset, (believed, one) in enumerate(zip_longest(row, held)):
        if believed is None:
            wrong.append(_said(place, offset, _("there is a hash too many")))
        elif one is None:
            wrong.append(_said(place, offset, _("the hash is not there")))
            should.append(_any(believed))
        elif believed and one not in believed:
            wrong.append(_said(place, offset, _("the tree holds another hash")))
            should.append(_any(believed))
        else:
            should.append(one)
    return _above(should) | _above(held), wrong


def _above(hashes: Sequence[bytes]) -> Believed:
    """Return the hash over a full tile's hashes, if they are all there."""
    row = b"".join(hashes)
    whole = len(hashes) == tiles.WIDTH and len(row) == tiles.FULL
    return frozenset([merkle.fold(row)] if whole else [])


def _any(believed: Believed) -> bytes:
    return min(believed, default=b"")


def _said(place: tiles.Place, offset: int, said: str) -> WrongTile:
    level, index = place
    leaf = index * tiles.WIDTH + offset
    if level == 0:
        return WrongTile("tree_hash", said, leaf)
    where = _("tile %(index)d at level %(level)d, hash %(offset)d")
    values = {"index": index, "level": level, "offset": offset}
    return WrongTile("tree_hash", f"{where % values}: {said}")
