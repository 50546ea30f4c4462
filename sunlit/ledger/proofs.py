"""Proofs for strangers: that the acts on a record stand in the tree, and where."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Model

from sunlit.kernel import merkle
from sunlit.ledger.models import Leaf
from sunlit.ledger.stored import StoredEntry, entry_at
from sunlit.ledger.tree import Tree


@dataclass(frozen=True)
class ProvenEntry:
    """One entry with the hashes that lead from it to the root."""

    index: int
    entry: StoredEntry
    proof: list[bytes]
    holds: bool

    def as_json(self) -> dict[str, Any]:
        """Return what a stranger needs to check it.

        The leaf hash is SHA-256 over a zero byte and the UTF-8 of `leaf`; the proof is that of
        RFC 9162, 2.1.3. Of the facts `leaf` holds the salted digest only.
        """
        return {
            "index": self.index,
            "day": str(self.entry.day),
            "event": self.entry.event,
            "leaf": self.entry.canonical().decode("utf-8") if self.holds else None,
            "leaf_hash": self.entry.leaf_hash,
            "proof": [one.hex() for one in self.proof],
            "holds": self.holds,
        }


def proven_entries(record: Model, tree: Tree) -> list[ProvenEntry]:
    """Return the entries about a record that have a place in the tree, each with its proof."""
    about = {"entry__about_kind": record._meta.label_lower, "entry__about_id": record.pk}
    places = Leaf.objects.filter(**about, index__lt=tree.size).order_by("index")
    return [_proven(index, tree) for index in places.values_list("index", flat=True)]


def _proven(index: int, tree: Tree) -> ProvenEntry:
    entry = entry_at(index)
    if entry is None:
        raise LookupError(f"There is no entry at the place {index}.")
    proof = tree.inclusion_proof(index)
    holds = entry.is_as_written and merkle.includes(
        index=index, size=tree.size, leaf=entry.hash, proof=proof, root=tree.root
    )
    return ProvenEntry(index, entry, proof, holds)
