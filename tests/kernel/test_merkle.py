"""The Merkle tree: known roots, proofs that hold, and proofs that must not."""

import base64
import json
import os
import tarfile
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from config.env import ROOT
from sunlit.kernel import merkle, tiles

VECTORS = Path(os.environ.get("SUNLIT_VECTORS") or ROOT.parent / "shared" / "vectors")

# The leaves and the roots of each size that Certificate Transparency's own tests use.
LEAVES = [
    bytes.fromhex(leaf)
    for leaf in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]
ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]


def naive_root(hashes):
    """Return the root by the recursive definition of RFC 9162, 2.1.1."""
    if not hashes:
        return sha256(b"").digest()
    if len(hashes) == 1:
        return hashes[0]
    half = 1
    while half * 2 < len(hashes):
        half *= 2
    both = naive_root(hashes[:half]) + naive_root(hashes[half:])
    return sha256(b"\x01" + both).digest()


def hashes_of(size):
    """Return the leaf hashes of a tree with so many different leaves."""
    return [merkle.leaf_hash(number.to_bytes(4, "big")) for number in range(size)]


def node_over(hashes):
    """Return the nodes of a tree, each computed from its leaves."""
    return lambda level, index: naive_root(hashes[index << level : (index + 1) << level])


def spoilt(proof):
    """Yield every way to change one bit of one hash, to lose, repeat, swap or add one."""
    for place, one in enumerate(proof):
        for byte in (0, 15, 31):
            changed = bytearray(one)
            changed[byte] ^= 1
            yield [*proof[:place], bytes(changed), *proof[place + 1 :]]
        yield proof[:place] + proof[place + 1 :]
        yield [*proof[:place], one, *proof[place:]]
        yield [*proof[:place], one[:-1], *proof[place + 1 :]]
        yield [*proof[:place], one + b"\x00", *proof[place + 1 :]]
    for place in range(len(proof) - 1):
        yield [*proof[:place], proof[place + 1], proof[place], *proof[place + 2 :]]
    yield [*proof, bytes(32)]
    yield [bytes(32), *proof]


sizes = some.integers(1, 200)


@some.composite
def size_and_smaller(draw, *, least):
    size = draw(sizes)
    return draw(some.integers(least, size - 1 + least)), size


@pytest.mark.parametrize("size", range(1, 9))
def test_the_roots_are_those_of_certificate_transparency(size):
    hashes = [merkle.leaf_hash(leaf) for leaf in LEAVES[:size]]

    assert merkle.root(size, node_over(hashes)).hex() == ROOTS[size - 1]


def test_the_empty_tree_has_the_root_of_nothing():
    nothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

    assert merkle.root(0, node_over([])).hex() == nothing


@given(sizes)
def test_a_root_is_what_the_recursive_definition_says(size):
    hashes = hashes_of(size)

    assert merkle.root(size, node_over(hashes)) == naive_root(hashes)


@given(size_and_smaller(least=0))
def test_each_leaf_can_be_proven_and_no_spoilt_proof_is_believed(drawn):
    index, size = drawn
    hashes = hashes_of(size)
    node, leaf = node_over(hashes), hashes[index]
    root = naive_root(hashes)
    proof = merkle.inclusion_proof(index, size, node)

    assert merkle.includes(index=index, size=size, leaf=leaf, proof=proof, root=root)
    for wrong in spoilt(proof):
        assert not merkle.includes(index=index, size=size, leaf=leaf, proof=wrong, root=root)
    for other in {0, index + 1, index - 1, index ^ 2, size - 1, size, -1} - {index}:
        assert not merkle.includes(index=other, size=size, leaf=leaf, proof=proof, root=root)
    another = merkle.leaf_hash(b"another")
    assert not merkle.includes(index=index, size=size, leaf=another, proof=proof, root=root)
    assert not merkle.includes(index=index, size=size, leaf=leaf, proof=proof, root=another)
    assert not merkle.includes(index=index, size=size, leaf=leaf[:-1], proof=proof, root=root)


@given(size_and_smaller(least=1))
def test_each_earlier_tree_can_be_shown_to_be_the_beginning_of_a_later_one(drawn):
    first, second = drawn
    hashes = hashes_of(second)
    given_ = {
        "first": first,
        "second": second,
        "first_root": naive_root(hashes[:first]),
        "second_root": naive_root(hashes),
    }
    proof = merkle.consistency_proof(first, second, node_over(hashes))

    assert merkle.is_consistent(**given_, proof=proof)
    for wrong in spoilt(proof):
        assert not merkle.is_consistent(**given_, proof=wrong)
    another = merkle.leaf_hash(b"another")
    for name in ("first_root", "second_root"):
        assert not merkle.is_consistent(**{**given_, name: another}, proof=proof)
    for other in {0, -1, first - 1, second + 1} - {first}:
        assert not merkle.is_consistent(**{**given_, "first": other}, proof=proof)


@given(size_and_smaller(least=1))
def test_a_tree_whose_beginning_was_changed_is_not_consistent(drawn):
    first, second = drawn
    noted = naive_root(hashes_of(first))
    changed = [merkle.leaf_hash(b"changed"), *hashes_of(second)[1:]]

    assert not merkle.is_consistent(
        first=first,
        second=second,
        first_root=noted,
        second_root=naive_root(changed),
        proof=merkle.consistency_proof(first, second, node_over(changed)),
    )


@pytest.mark.parametrize(("index", "size"), [(0, 0), (1, 1), (-1, 3), (5, 3)])
def test_there_is_no_proof_of_a_leaf_that_is_not_there(index, size):
    with pytest.raises(ValueError, match="has no leaf"):
        merkle.inclusion_proof(index, size, node_over(hashes_of(size)))
    assert not merkle.includes(index=index, size=size, leaf=bytes(32), proof=[], root=bytes(32))


@pytest.mark.parametrize(("first", "second"), [(0, 0), (0, 3), (4, 3), (-1, 3)])
def test_there_is_no_proof_from_a_tree_that_never_was(first, second):
    with pytest.raises(ValueError, match="There is no proof"):
        merkle.consistency_proof(first, second, node_over(hashes_of(max(second, 0))))
    assert not merkle.is_consistent(
        first=first, second=second, first_root=bytes(32), second_root=bytes(32), proof=[]
    )


@pytest.mark.parametrize("length", [0, 31, 33, 96, 160])
def test_only_a_complete_row_of_hashes_can_be_folded(length):
    with pytest.raises(ValueError, match="no complete row"):
        merkle.fold(bytes(length))


@given(
    some.lists(some.sampled_from([1, 2, 5, 255, 256, 257, 700, 1024]), min_size=1, max_size=5),
    some.data(),
)
def test_a_tree_cut_into_tiles_is_the_same_tree_however_it_grew(batches, data):
    hashes = hashes_of(sum(batches))
    stored: dict[tuple[int, int], bytes] = {}
    size = 0
    for batch in batches:
        edge = {place: stored[place] for place in tiles.edge(size)}
        stored |= tiles.grown(size, edge, b"".join(hashes[size : size + batch]))
        size += batch
    node = tiles.node_of(lambda level, index: stored[level, index])

    for level, count in tiles.widths(size):
        held = [len(stored[at]) for at in sorted(stored) if at[0] == level]
        assert sum(held) == count * merkle.HASH_SIZE
        assert set(held[:-1]) <= {tiles.FULL}
    assert merkle.root(size, node) == naive_root(hashes)
    earlier = data.draw(some.integers(1, size))
    assert merkle.root(earlier, node) == naive_root(hashes[:earlier])
    index = data.draw(some.integers(0, size - 1))
    proof = merkle.inclusion_proof(index, size, node)
    assert proof == merkle.inclusion_proof(index, size, node_over(hashes))


def test_a_proof_reads_a_few_tiles_and_not_all_leaves():
    leaf = merkle.leaf_hash(b"")
    stored = tiles.grown(0, {}, leaf * 70_000)
    read = set()

    def reading(level, index):
        read.add((level, index))
        return stored[level, index]

    merkle.inclusion_proof(12_345, 70_000, tiles.node_of(reading))

    assert len(stored) > 270
    assert len(read) <= 4


def vectors(kind):
    """Return what others made to be accepted or refused, by name."""
    archive = VECTORS / "merkle-testdata.tar.gz"
    if not archive.exists():
        pytest.skip(f"{archive} is not there: others' proofs (SUNLIT_VECTORS names the folder)")
    with tarfile.open(archive) as files:
        return {
            member.name: json.load(files.extractfile(member))
            for member in files
            if member.name.endswith(".json") and f"testdata/{kind}/" in member.name
        }


def plain(text):
    return base64.b64decode(text or "")


@pytest.mark.outside
def test_inclusion_proofs_that_others_made_are_judged_as_they_say():
    judged = {
        name: merkle.includes(
            index=one["leafIdx"],
            size=one["treeSize"],
            leaf=plain(one["leafHash"]),
            proof=[plain(part) for part in one["proof"] or []],
            root=plain(one["root"]),
        )
        for name, one in vectors("inclusion").items()
    }

    assert len(judged) > 90
    assert judged == {name: not one["wantErr"] for name, one in vectors("inclusion").items()}


@pytest.mark.outside
def test_consistency_proofs_that_others_made_are_judged_as_they_say():
    judged = {
        name: merkle.is_consistent(
            first=one["size1"],
            second=one["size2"],
            first_root=plain(one["root1"]),
            second_root=plain(one["root2"]),
            proof=[plain(part) for part in one["proof"] or []],
        )
        for name, one in vectors("consistency").items()
    }

    assert len(judged) > 90
    assert judged == {name: not one["wantErr"] for name, one in vectors("consistency").items()}
