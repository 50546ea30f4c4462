"""Texts with known leaks and clean ones that look alike, and how well they are told apart."""

import random
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from config.env import ROOT
from sunlit.cli.benches.made_up import makers
from sunlit.screening.kinds import Finding, Kind
from sunlit.screening.lexicons import lexicon
from sunlit.screening.rules import screen_text

TEMPLATES = ROOT / "data" / "screening" / "corpus.yaml"
# A placeholder, or a kind with words that stand there as they are: {health=残疾证}.
_PLACEHOLDER = re.compile(r"\{(\w+)(?:=([^}]+))?\}")


@dataclass(frozen=True, slots=True)
class Leak:
    """Something planted: its kind, and where it stands in its text."""

    kind: Kind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sample:
    """A text, what was planted in it, and the template that it comes from."""

    text: str
    leaks: tuple[Leak, ...]
    template: str


@dataclass
class Score:
    """How many leaks of each kind were planted and found, and how many findings were none."""

    planted: Counter[Kind] = field(default_factory=Counter)
    found: Counter[Kind] = field(default_factory=Counter)
    false: Counter[Kind] = field(default_factory=Counter)
    missed: list[tuple[Kind, str]] = field(default_factory=list)
    mistaken: list[tuple[Kind, str]] = field(default_factory=list)

    def recall(self, *kinds: Kind) -> float:
        """Return which share of the leaks of these kinds, or of all, was found."""
        chosen = kinds or tuple(Kind)
        return sum(self.found[kind] for kind in chosen) / sum(self.planted[k] for k in chosen)

    def precision(self, *kinds: Kind) -> float:
        """Return which share of the findings of these kinds, or of all, was a leak."""
        chosen = kinds or tuple(Kind)
        right = sum(self.found[kind] for kind in chosen)
        return right / (right + sum(self.false[kind] for kind in chosen))


def templates(path: Path = TEMPLATES) -> Mapping[str, Sequence[str]]:
    """Return the templates of a file: those with `leaks` and the `clean` ones."""
    read: Mapping[str, Sequence[str]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return read


def samples(chosen: Sequence[str], *, count: int, seed: int) -> list[Sample]:
    """Return so many texts, each template in its turn; the same seed makes the same texts."""
    chance = random.Random(seed)  # noqa: S311 (nothing here is secret)
    return [_filled(chosen[number % len(chosen)], chance) for number in range(count)]


def scored(texts: Iterable[Sample]) -> Score:
    """Screen texts and count what was found of what was planted, and what was not planted."""
    score, words = Score(), lexicon()
    for sample in texts:
        findings = screen_text(sample.text, words)
        for leak in sample.leaks:
            score.planted[leak.kind] += 1
            if any(_meets(one, leak) for one in findings):
                score.found[leak.kind] += 1
            else:
                score.missed.append((leak.kind, sample.text))
        for one in findings:
            if not any(_touches(one, leak) for leak in sample.leaks):
                score.false[one.kind] += 1
                score.mistaken.append((one.kind, f"{one.text} ← {sample.text}"))
    return score


def _filled(template: str, chance: random.Random) -> Sample:
    parts: list[str] = []
    leaks: list[Leak] = []
    at = length = 0
    for match in _PLACEHOLDER.finditer(template):
        kind, maker = makers()[match[1]]
        made = match[2] or maker(chance)
        parts += [template[at : match.start()], made]
        length += match.start() - at
        if kind:
            leaks.append(Leak(kind, length, length + len(made)))
        length += len(made)
        at = match.end()
    return Sample("".join([*parts, template[at:]]), tuple(leaks), template)


def _touches(one: Finding, leak: Leak) -> bool:
    """Whether a finding is of the kind of a leak, and on its place."""
    return one.kind is leak.kind and one.start < leak.end and leak.start < one.end


def _meets(one: Finding, leak: Leak) -> bool:
    """Whether a finding is a planted leak: over four fifths of it. A mark is found by any word."""
    if leak.kind is Kind.SECRECY_MARK:
        return _touches(one, leak)
    shared = min(one.end, leak.end) - max(one.start, leak.start)
    longest = max(one.end - one.start, leak.end - leak.start)
    return one.kind is leak.kind and shared >= longest * 0.8
