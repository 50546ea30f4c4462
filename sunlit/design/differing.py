"""How the differences of two texts are shown: block by block, what did not change folded away."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, zip_longest
from typing import TypeVar

from sunlit.design.markup import writing
from sunlit.design.markup.blocks import blocks
from sunlit.kernel.differences import Kind, Run, aligned, differences

FOLDED_FROM = 3
"""From how many unchanged blocks in a row on they are folded."""
ALIKE = 0.4
"""From which share of signs in common on a block was changed, not replaced by another one."""
MOST_PAIRS = 10_000
"""How many pairs of blocks are weighed; a passage with more was replaced as a whole."""

T = TypeVar("T")
Runs = Sequence[Run]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, a heading or an entry of a list of both texts, as runs that stayed or not."""

    runs: Runs
    level: int = 0
    """How deep a heading stands, or an entry of a list among others."""
    number: int | None = None
    """The number of an entry of a numbered list."""
    kind: str = "paragraph"
    """`paragraph`, `heading` or `entry`."""

    @property
    def is_changed(self) -> bool:
        """Whether something in it went or came."""
        return _is_changed(self.runs)


@dataclass(frozen=True, slots=True)
class Table:
    """A table of both texts: its rows, each cell as runs; the first row is its head."""

    rows: Sequence[Sequence[Runs]]
    kind: str = "table"

    @property
    def is_changed(self) -> bool:
        """Whether something in it went or came."""
        return any(_is_changed(cell) for row in self.rows for cell in row)


Shown = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Stretch:
    """Blocks in a row; a long stretch in which nothing changed is folded."""

    blocks: Sequence[Shown]
    is_folded: bool

    @property
    def groups(self) -> list[tuple[str, list[Shown]]]:
        """The blocks with their kind, those together that make one list."""
        grouped = groupby(self.blocks, key=_kind_of_group)
        return [(kind, list(some)) for kind, some in grouped]


def stretches(before: str, after: str) -> list[Stretch]:
    """Return two texts in light markup as one, in stretches that changed and that did not."""
    found = [
        block
        for pair in _pairs(blocks(before), blocks(after), _same_block, _may_pair)
        for block in _shown(*pair)
    ]
    grouped = [list(some) for _changed, some in groupby(found, key=lambda one: one.is_changed)]
    return [Stretch(some, not some[0].is_changed and len(some) >= FOLDED_FROM) for some in grouped]


def line_stretches(before: str, after: str) -> list[Stretch]:
    """Return two lines without markup as one."""
    runs = differences(before, after)
    return [Stretch([Paragraph(runs)], is_folded=False)] if runs else []


def _kind_of_group(block: Shown) -> str:
    if isinstance(block, Table):
        return "table"
    if block.kind == "entry":
        return "bullets" if block.number is None else "numbered"
    return block.kind


def _is_changed(runs: Runs) -> bool:
    return any(run.kind is not Kind.SAME for run in runs)


def _pairs(
    old: Sequence[T],
    new: Sequence[T],
    key: Callable[[T], object],
    may_pair: Callable[[T, T], bool],
) -> Iterator[tuple[T | None, T | None]]:
    """Yield what belongs together of two sequences, in order; None where there is nothing."""
    keys = [key(one) for one in old], [key(one) for one in new]
    i = j = 0
    for is_same, first, second in aligned(*keys):
        gone, come = old[i : i + len(first)], new[j : j + len(second)]
        i, j = i + len(first), j + len(second)
        if is_same:
            yield from zip(gone, come, strict=True)
        else:
            yield from _alike(gone, come, may_pair)


def _alike(
    old: Sequence[T], new: Sequence[T], may_pair: Callable[[T, T], bool]
) -> Iterator[tuple[T | None, T | None]]:
    """Yield the pairs of a passage that changed: those most alike, in their order."""
    if len(old) * len(new) > MOST_PAIRS:
        yield from ((one, None) for one in old)
        yield from ((None, one) for one in new)
        return
    signs = [[Counter(_words_of(one)) for one in some] for some in (old, new)]
    weights = [
        [_likeness(x, y) if may_pair(a, b) else 0.0 for b, y in zip(new, signs[1], strict=True)]
        for a, x in zip(old, signs[0], strict=True)
    ]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in reversed(range(len(old))):
        for j in reversed(range(len(new))):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + weights[i][j])
    i = j = 0
    while i < len(old) or j < len(new):
        if i < len(old) and best[i][j] == best[i + 1][j]:
            yield old[i], None
            i += 1
        elif j < len(new) and best[i][j] == best[i][j + 1]:
            yield None, new[j]
            j += 1
        else:
            yield old[i], new[j]
            i, j = i + 1, j + 1


def _likeness(old: Counter[str], new: Counter[str]) -> float:
    """Return how alike two blocks or rows are by their signs; 0 where they are not alike."""
    total = old.total() + new.total()
    share = 2 * (old & new).total() / total if total else 1.0
    return share if share >= ALIKE else 0.0


def _words_of(one: object) -> str:
    match one:
        case writing.Table(rows):
            return "".join(_words(cell) for row in rows for cell in row)
        case writing.Paragraph(line) | writing.Heading(line) | writing.Item(line):
            return _words(line)
        case tuple():
            return "".join(map(_words, one))
    raise TypeError(one)


def _same_block(block: writing.Block) -> object:
    """Return what makes a block the same in both texts; a number of a list does not."""
    match block:
        case writing.Item(line, depth, number):
            return "entry", depth, number is None, line
        case _:
            return block


def _may_pair(old: writing.Block, new: writing.Block) -> bool:
    if isinstance(old, writing.Table) and isinstance(new, writing.Table):
        return len(old.rows[0]) == len(new.rows[0])
    return type(old) is type(new)


def _shown(old: writing.Block | None, new: writing.Block | None) -> Iterator[Shown]:
    match new or old:
        case writing.Table():
            yield Table(list(_rows(_rows_of(old), _rows_of(new))))
        case writing.Heading(level=level):
            yield Paragraph(_line(old, new), level, kind="heading")
        case writing.Item(depth=depth, number=number):
            yield Paragraph(_line(old, new), depth, number, kind="entry")
        case _:
            runs = _line(old, new)
            if runs:
                yield Paragraph(runs)


Row = tuple[writing.Line, ...]


def _rows_of(block: writing.Block | None) -> Sequence[Row]:
    return block.rows if isinstance(block, writing.Table) else ()


def _rows(old: Sequence[Row], new: Sequence[Row]) -> Iterator[Sequence[Runs]]:
    """Yield the rows of both tables; the heads belong together."""
    yield _cells(*(rows[0] if rows else () for rows in (old, new)))
    for first, second in _pairs(old[1:], new[1:], lambda row: row, lambda *_rows: True):
        yield _cells(first or (), second or ())


def _cells(old: Row, new: Row) -> Sequence[Runs]:
    return [_runs(a, b) for a, b in zip_longest(old, new, fillvalue=())]


def _line(old: writing.Block | None, new: writing.Block | None) -> Runs:
    first, second = (getattr(block, "line", ()) for block in (old, new))
    return _runs(first, second)


def _runs(old: writing.Line, new: writing.Line) -> Runs:
    """Return what two lines say as one; where only an address changed, the addresses too."""
    if _words(old) == _words(new) and _addresses(old) != _addresses(new):
        return differences(_words_with_addresses(old), _words_with_addresses(new))
    return differences(_words(old), _words(new))


def _words(line: Iterable[writing.Span]) -> str:
    return "".join(span.text for span in line)


def _addresses(line: writing.Line) -> list[str]:
    return [span.url or span.picture for span in line]


def _words_with_addresses(line: writing.Line) -> str:
    return "".join(
        f"{span.text}（{address}）" if (address := span.url or span.picture) else span.text
        for span in line
    )
