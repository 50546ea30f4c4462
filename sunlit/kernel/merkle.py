"""The Merkle tree of RFC 9162 (2.1): hashes, proofs, and the checks of both. Pure arithmetic.

A tree is read through `Node`: a function of a level and an index that gives the hash over the
complete subtree of 2**level leaves that begins at leaf index * 2**level. Only complete subtrees
are ever asked for, so whoever stores them answers for every size that the tree has had.
"""

from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256

HASH_SIZE = 32
LEAF_PREFIX = b"\x00"
NODE_PREFIX = b"\x01"
EMPTY_ROOT = sha256(b"").digest()

Node = Callable[[int, int], bytes]
Proof = Sequence[bytes]


def leaf_hash(data: bytes) -> bytes:
    """The hash of one leaf over the bytes that it holds."""
    return sha256(LEAF_PREFIX + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash of an inner node over the hashes of its two children."""
    return sha256(NODE_PREFIX + left + right).digest()


def fold(hashes: bytes) -> bytes:
    """The root over 2**n hashes, laid end to end; the loop that building a tree spends itself in.

    Raises ValueError for any other number of hashes.
    """
    count = len(hashes) // HASH_SIZE
    if not count or len(hashes) % HASH_SIZE or count & (count - 1):
        raise ValueError(f"{len(hashes)} bytes are no complete row of hashes.")
    pair = 2 * HASH_SIZE
    while len(hashes) > HASH_SIZE:
        hashes = b"".join(
            [
                sha256(NODE_PREFIX + hashes[at : at + pair]).digest()
                for at in range(0, len(hashes), pair)
            ]
        )
    return hashes


def root(size: int, node: Node) -> bytes:
    """The root of the tree as it was with `size` leaves."""
    return _hash_of(0, size, node) if size else EMPTY_ROOT


def inclusion_proof(index: int, size: int, node: Node) -> list[bytes]:
    """The hashes that lead from a leaf to the root (2.1.3.1), the leaf's sibling first.

    Raises ValueError where the tree of this size has no such leaf.
    """
    if not 0 <= index < size:
        raise ValueError(f"A tree of {size} leaves has no leaf {index}.")
    beside: list[bytes] = []
    start, end = 0, size
    while end - start > 1:
        middle = start + _split(end - start)
        if index < middle:
            beside.append(_hash_of(middle, end, node))
            end = middle
        else:
            beside.append(_hash_of(start, middle, node))
            start = middle
    return beside[::-1]


def consistency_proof(first: int, second: int, node: Node) -> list[bytes]:
    """The hashes that lead from an earlier root to a later one (2.1.4.1).

    Empty where the sizes are equal. Raises ValueError unless 0 < first <= second.
    """
    if not 0 < first <= second:
        raise ValueError(f"There is no proof from a tree of {first} leaves to one of {second}.")
    beside: list[bytes] = []
    start, end = 0, second
    while first != end:
        middle = start + _split(end - start)
        if first <= middle:
            beside.append(_hash_of(middle, end, node))
            end = middle
        else:
            beside.append(_hash_of(start, middle, node))
            start = middle
    if start:  # else the earlier root is itself a node, which the verifier has
        beside.append(_hash_of(start, end, node))
    return beside[::-1]


def includes(*, index: int, size: int, leaf: bytes, proof: Proof, root: bytes) -> bool:
    """Whether a proof shows that the tree with this root has this leaf hash there (2.1.3.2)."""
    if not 0 <= index < size or not _are_hashes([leaf, root, *proof]):
        return False
    place, last, reached = index, size - 1, leaf
    for beside in proof:
        if last == 0:
            return False  # longer than the way to the root
        if place % 2 or place == last:
            reached = node_hash(beside, reached)
            place, last = _past_single_children(place, last)
        else:
            reached = node_hash(reached, beside)
        place, last = place >> 1, last >> 1
    return last == 0 and reached == root


def is_consistent(
    *, first: int, second: int, first_root: bytes, second_root: bytes, proof: Proof
) -> bool:
    """Whether a proof shows that the later tree begins with the earlier one (2.1.4.2).

    Every tree begins with the empty one: nothing is shown by such a proof, and none is accepted.
    """
    if not 0 < first <= second:
        return False
    if first == second:
        return not proof and first_root == second_root
    if not proof or not _are_hashes([first_root, second_root, *proof]):
        return False
    way = list(proof) if first & (first - 1) else [first_root, *proof]
    place, last = first - 1, second - 1
    while place % 2:
        place, last = place >> 1, last >> 1
    earlier = later = way[0]
    for beside in way[1:]:
        if last == 0:
            return False  # longer than the way to the root
        if place % 2 or place == last:
            earlier, later = node_hash(beside, earlier), node_hash(beside, later)
            place, last = _past_single_children(place, last)
        else:
            later = node_hash(later, beside)
        place, last = place >> 1, last >> 1
    return last == 0 and earlier == first_root and later == second_root


def _past_single_children(place: int, last: int) -> tuple[int, int]:
    """Climb to where the node is a right child: nodes without a sibling stand for their parent."""
    while place and not place % 2:
        place, last = place >> 1, last >> 1
    return place, last


def _split(width: int) -> int:
    """The largest power of two below a width of at least two."""
    return 1 << ((width - 1).bit_length() - 1)


def _hash_of(start: int, end: int, node: Node) -> bytes:
    """The hash over the leaves from `start` up to `end`, from complete subtrees, largest first."""
    whole: list[bytes] = []
    while start < end:
        level = (end - start).bit_length() - 1
        whole.append(node(level, start >> level))
        start += 1 << level
    reached = whole.pop()
    while whole:
        reached = node_hash(whole.pop(), reached)
    return reached


def _are_hashes(values: Iterable[bytes]) -> bool:
    return all(isinstance(value, bytes) and len(value) == HASH_SIZE for value in values)
