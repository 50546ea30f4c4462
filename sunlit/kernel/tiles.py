"""The tree cut into tiles of height 8, as C2SP tlog-tiles lays it out. Pure arithmetic.

The tile at level L and index N holds up to 256 hashes, end to end: those over the complete
subtrees of 256**L leaves from the 256*N-th on. What lies between two levels of tiles is computed.
"""

from collections.abc import Callable, Iterator, Mapping

from sunlit.kernel import merkle

HEIGHT = 8
WIDTH = 1 << HEIGHT
FULL = WIDTH * merkle.HASH_SIZE

Place = tuple[int, int]
"""The level and the index of a tile."""
ReadTile = Callable[[int, int], bytes]


def widths(size: int) -> Iterator[tuple[int, int]]:
    """Yield each level of tiles that a tree of this size has, with the number of its hashes."""
    level = 0
    while count := size >> (HEIGHT * level):
        yield level, count
        level += 1


def edge(size: int) -> list[Place]:
    """The tiles that are begun and not full: those to which the next leaves add."""
    return [(level, count >> HEIGHT) for level, count in widths(size) if count % WIDTH]


def grown(size: int, edge_tiles: Mapping[Place, bytes], hashes: bytes) -> dict[Place, bytes]:
    """The tiles that change, whole, when leaf hashes, laid end to end, are added to a tree.

    `edge_tiles` holds the content of the tiles of `edge(size)`.
    """
    changed: dict[Place, bytes] = {}
    level, before, new = 0, size, hashes
    while new:
        index = before >> HEIGHT
        content = edge_tiles.get((level, index), b"") + new
        above: list[bytes] = []
        for place, at in enumerate(range(0, len(content), FULL), start=index):
            tile = content[at : at + FULL]
            changed[level, place] = tile
            if len(tile) == FULL:
                above.append(merkle.fold(tile))
        level, before, new = level + 1, index, b"".join(above)
    return changed


def node_of(read: ReadTile) -> merkle.Node:
    """The nodes of a tree whose tiles `read` gives."""

    def node(level: int, index: int) -> bytes:
        tile_level, rise = divmod(level, HEIGHT)
        tile_index, place = divmod(index << rise, WIDTH)
        start = place * merkle.HASH_SIZE
        row = read(tile_level, tile_index)[start : start + (merkle.HASH_SIZE << rise)]
        return merkle.fold(row)

    return node
