"""Whether the ledger is as it was written: every entry, every place, every hash of the tree."""

from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass

from django.utils.translation import gettext as _

from sunlit.kernel import merkle
from sunlit.ledger.guards import lifted_guards
from sunlit.ledger.models import Leaf, Waiting
from sunlit.ledger.stored import StoredEntry, entry_at, placed_entries, unplaced_entries
from sunlit.ledger.tile_checks import TileChecks, WrongTile
from sunlit.ledger.tree import DamagedTree, Tree, stored_tree

STEP = 500
NAMED = 100  # waiting entries that are named, not only counted


@dataclass(frozen=True, kw_only=True)
class Fault:
    """One thing that is not as it was written."""

    kind: str
    said: str
    index: int | None = None
    """The place in the tree, where it is known."""
    uuid: str = ""
    day: str = ""
    event: str = ""

    def as_json(self) -> dict[str, object]:
        """Return the fault as plain JSON values."""
        return asdict(self)


@dataclass(frozen=True)
class Noted:
    """The size and the root of the tree, as somebody wrote them down on an earlier day."""

    size: int
    root: bytes


class Verification:
    """One reading of the whole ledger, in bounded memory. What it counts is known at the end."""

    def __init__(self, progress: Callable[[int], None] = lambda _count: None) -> None:
        self.progress = progress
        self.size = 0
        self.waiting = 0
        self.named_waiting: list[StoredEntry] = []

    def faults(self) -> Iterator[Fault]:
        """Yield all that is wrong: entries and places in their order, then the rest."""
        checks = TileChecks()
        for index, entry in self._in_order():
            self.size = index + 1
            if index % STEP == 0:
                self.progress(index)
            if entry is None:
                yield _missing(index)
            elif not entry.is_as_written:
                yield _fault("leaf_hash", _("its leaf hash differs"), index, entry)
            for wrong in checks.take(entry.hash if entry else b""):
                yield _in_the_tree(wrong)
        for wrong in checks.finish():
            yield _in_the_tree(wrong)
        yield from self._unplaced()
        for name in lifted_guards():
            said = _("The database lacks the trigger %(name)s, or has changed it.")
            yield Fault(kind="trigger", said=said % {"name": name})

    def _in_order(self) -> Iterator[tuple[int, StoredEntry | None]]:
        """Yield every place with its entry, or None: no gap is passed over, no place read twice."""
        expected = 0
        for index, entry in placed_entries():
            while expected < index:
                yield expected, None
                expected += 1
            if index == expected:
                yield index, entry
                expected += 1

    def _unplaced(self) -> Iterator[Fault]:
        for is_waiting, entry in unplaced_entries():
            if is_waiting:
                self.waiting += 1
                self.named_waiting += [entry] if len(self.named_waiting) < NAMED else []
            else:
                yield _fault("place_lost", _("it has lost its place in the tree"), None, entry)
            if not entry.is_as_written:
                yield _fault("leaf_hash", _("its leaf hash differs"), None, entry)
        twice = Waiting.objects.exclude(entry__leaf=None).order_by("entry_id")
        for entry_id in twice.values_list("entry_id", flat=True).iterator():
            said = _("The entry %(id)d waits for a place that it has.")
            yield Fault(kind="waiting", said=said % {"id": entry_id})


def against(noted: Noted, tree: Tree) -> tuple[list[Fault], list[bytes]]:
    """Return why the tree does not go on from a noted root, if so, and the proof that it does."""
    if noted.size > tree.size:
        said = _("The tree was noted with %(noted)d leaves and has %(size)d.")
        values = {"noted": noted.size, "size": tree.size}
        return [Fault(kind="noted_root", said=said % values)], []
    if noted.size == 0:
        good, proof = noted.root == merkle.EMPTY_ROOT, []
    else:
        proof = tree.consistency_proof(noted.size)
        good = merkle.is_consistent(
            first=noted.size,
            second=tree.size,
            first_root=noted.root,
            second_root=tree.root,
            proof=proof,
        )
    if good:
        return [], proof
    said = _("The first %(size)d leaves are not those that were noted: their root is %(root)s.")
    today = {"size": noted.size, "root": tree.as_it_was(noted.size).root.hex()}
    return [Fault(kind="noted_root", said=said % today)], []


def readable_tree() -> Tree | None:
    """Return the stored tree with its root; None where it is too damaged to have one."""
    tree = stored_tree()
    try:
        return tree if tree.root else None
    except (DamagedTree, ValueError):
        return None


def _missing(index: int) -> Fault:
    if Leaf.objects.filter(index=index).exists():
        return Fault(kind="entry_missing", said=_("The entry is not there."), index=index)
    return Fault(kind="leaf_missing", said=_("Nothing has this place."), index=index)


def _in_the_tree(wrong: WrongTile) -> Fault:
    entry = None if wrong.leaf is None else entry_at(wrong.leaf)
    if entry is None:
        return Fault(kind=wrong.kind, said=wrong.said, index=wrong.leaf)
    return _fault(wrong.kind, wrong.said, wrong.leaf, entry)


def _fault(kind: str, said: str, index: int | None, entry: StoredEntry) -> Fault:
    return Fault(
        kind=kind,
        said=said,
        index=index,
        uuid=str(entry.uuid),
        day=str(entry.day),
        event=entry.event,
    )
