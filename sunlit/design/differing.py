"""How the differences of two texts are shown: by paragraphs, what did not change folded away."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from sunlit.kernel.differences import Kind, Run, differences

FOLDED_FROM = 3
"""From how many unchanged paragraphs in a row on they are folded."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of both texts, as runs that stayed, went or came."""

    runs: Sequence[Run]

    @property
    def is_changed(self) -> bool:
        """Whether something in it went or came."""
        return any(run.kind is not Kind.SAME for run in self.runs)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Paragraphs in a row; a long stretch in which nothing changed is folded."""

    paragraphs: Sequence[Paragraph]
    is_folded: bool


def stretches(before: str, after: str) -> list[Stretch]:
    """Return two texts as one, in stretches of paragraphs that changed and that did not."""
    found = _paragraphs(differences(before, after))
    grouped = [list(some) for _changed, some in groupby(found, key=lambda one: one.is_changed)]
    return [Stretch(some, not some[0].is_changed and len(some) >= FOLDED_FROM) for some in grouped]


def _paragraphs(runs: Iterable[Run]) -> Iterator[Paragraph]:
    """Yield the paragraphs; the end of a line ends one, whichever text it stands in."""
    gathered: list[Run] = []
    for run in runs:
        first, *others = run.text.split("\n")
        gathered += _run(run.kind, first)
        for line in others:
            if gathered:
                yield Paragraph(gathered)
            gathered = _run(run.kind, line)
    if gathered:
        yield Paragraph(gathered)


def _run(kind: Kind, text: str) -> list[Run]:
    return [Run(kind, text)] if text.strip() else []
