"""What changed between two texts, word by word: Chinese text by its characters and numerals."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TypeVar

_SENTENCE = re.compile(r"\n*[^。！？；;\n]*[。！？；;]*")
_WORD = re.compile(
    r"\d+(?:[.,:：/\-]\d+)*%?"  # a number, an amount, a day
    r"|[〇零一二三四五六七八九十百千万亿两]+"  # a number in Chinese numerals
    r"|[^\W\d_\u3400-\u9fff]+"  # a word in letters
    r"|\s+|.",
    re.DOTALL,
)
LEAST_COMMON = 2
"""A shorter run in common between two changes is read as changed: it says nothing by itself."""
FURTHEST = 1_000
"""How many words or sentences may differ; a passage that differs more was replaced as a whole."""


class Kind(Enum):
    """What became of a run of text."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Run:
    """A run of text and what became of it."""

    kind: Kind
    text: str


def differences(before: str, after: str) -> list[Run]:
    """Return both texts as runs in reading order: same, removed and added.

    The runs that are not added make the text before, those that are not removed the text after.
    Sentences are compared first, then what changed of them word by word.
    """
    old, new = _sentences(before), _sentences(after)
    runs: list[Run] = []
    for same, first, second in aligned(old, new):
        if same:
            runs.append(Run(Kind.SAME, "".join(first)))
        else:
            runs += _within("".join(first), "".join(second))
    return list(_joined(runs))


def is_changed(runs: Iterable[Run]) -> bool:
    """Say whether two texts differ at all."""
    return any(run.kind is not Kind.SAME for run in runs)


def _sentences(text: str) -> list[str]:
    return [found for found in _SENTENCE.findall(text) if found]


def _within(before: str, after: str) -> list[Run]:
    runs: list[Run] = []
    words = aligned(_WORD.findall(before), _WORD.findall(after))
    for same, first, second in _without_crumbs(list(words)):
        if same:
            runs.append(Run(Kind.SAME, "".join(first)))
        else:
            runs += _replaced("".join(first), "".join(second))
    return runs


T = TypeVar("T")
Passage = tuple[bool, Sequence[T], Sequence[T]]
"""Whether a passage is the same in both sequences, and its parts in each of them."""


def aligned(old: Sequence[T], new: Sequence[T]) -> Iterator[Passage[T]]:
    """Yield the passages of two sequences in their order, the fewest parts changed."""
    i = j = 0
    for x, y, length in _in_common(old, new):
        if x > i or y > j:
            yield False, old[i:x], new[j:y]
        yield True, old[x : x + length], new[y : y + length]
        i, j = x + length, y + length
    if i < len(old) or j < len(new):
        yield False, old[i:], new[j:]


def _in_common(old: Sequence[T], new: Sequence[T]) -> Iterator[tuple[int, int, int]]:
    """Yield where both have the same parts, and how many, by the greedy algorithm of Myers.

    Its time and space are bounded by the square of `FURTHEST`, whatever the texts are.
    """
    found: list[tuple[int, int, int]] = []
    x, y = len(old), len(new)
    trace = _trace(old, new)
    for d in range(len(trace) - 1, -1, -1):
        reached, k = trace[d], x - y
        is_added = d > 0 and (k == -d or (k != d and reached[k - 1] < reached[k + 1]))
        before = k + 1 if is_added else k - 1
        was_x = reached[before] if d else 0
        was_y = was_x - before if d else 0
        length = min(x - was_x, y - was_y) if d else x
        if length:
            found.append((x - length, y - length, length))
        x, y = was_x, was_y
    yield from reversed(found)


def _trace(old: Sequence[T], new: Sequence[T]) -> list[dict[int, int]]:
    """Return how far each number of changes leads, diagonal by diagonal; nothing if too many."""
    reached, trace = {1: 0}, list[dict[int, int]]()
    for d in range(FURTHEST + 1):
        trace.append(dict(reached))
        for k in range(-d, d + 1, 2):
            is_added = k == -d or (k != d and reached[k - 1] < reached[k + 1])
            x = reached[k + 1] if is_added else reached[k - 1] + 1
            while x < len(old) and x - k < len(new) and old[x] == new[x - k]:
                x += 1
            reached[k] = x
            if x >= len(old) and x - k >= len(new):
                return trace
    return []


def _without_crumbs(passages: Sequence[Passage[str]]) -> Iterator[Passage[str]]:
    """Yield the passages, with what is the same for too short between two changes as changed."""
    held: tuple[list[str], list[str]] | None = None
    for at, (same, first, second) in enumerate(passages):
        is_inside = 0 < at < len(passages) - 1
        if same and not (is_inside and _is_crumb(first)):
            if held:
                yield False, *held
                held = None
            yield True, first, second
        else:
            old, new = held or ([], [])
            held = [*old, *first], [*new, *second]
    if held:
        yield False, *held


def _is_crumb(words: Sequence[str]) -> bool:
    text = "".join(words)
    return len(text) < LEAST_COMMON and "\n" not in text


def _replaced(before: str, after: str) -> list[Run]:
    runs = (Run(Kind.REMOVED, before), Run(Kind.ADDED, after))
    return [run for run in runs if run.text]


def _joined(runs: Iterable[Run]) -> Iterator[Run]:
    """Yield the runs with neighbours of one kind as one."""
    last: Run | None = None
    for run in runs:
        if last is not None and last.kind is run.kind:
            last = Run(run.kind, last.text + run.text)
            continue
        if last is not None:
            yield last
        last = run
    if last is not None:
        yield last
