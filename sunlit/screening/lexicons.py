"""The lexicons of `data/lexicons`: words to look for, with version, source and confidence."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from sunlit.kernel.wording import Wording
from sunlit.screening.kinds import Kind

FOLDER = Path(__file__).resolve().parents[2] / "data" / "lexicons"

_DIGITS = "0123456789０１２３４５６７８９一二三四五六七八九零〇"
# Near these an address may be found; a room is told by the digit before it.
ADDRESS_ANCHORS = (
    *(f"{digit}室" for digit in _DIGITS),
    *(f"{digit} 室" for digit in _DIGITS[:10]),
    *"幢栋",
    *("号楼", "单元", "住址", "家住", "现住", "家庭地址", "居住地", "居住在", "居住于", "租住", "住所地", "户籍地", "户籍所在地"),
    *("经常居住", "住于", "住在", "户籍地址", "通讯住址", "收货地址", "村民组", "号院"),
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word to look for. `role`: what finding it means."""

    text: str
    role: str
    kind: Kind | None = None
    better: str = ""


@dataclass(frozen=True)
class Lexicon:
    """All words, and one automaton that looks for them at once.

    `sources`: for each file its version, source and confidence.
    """

    version: str
    sources: Mapping[str, Mapping[str, str]]
    words: tuple[Word, ...]
    surnames: frozenset[str]
    not_names: frozenset[str]

    def __post_init__(self) -> None:
        automaton = AhoCorasick(
            [word.text for word in self.words],
            matchkind=MatchKind.LeftmostLongest,
            implementation=Implementation.DFA,
        )
        object.__setattr__(self, "_automaton", automaton)

    def matches(self, text: str) -> list[tuple[Word, int, int]]:
        """Return the words that stand in a text, each with its begin and end."""
        found: list[tuple[int, int, int]] = self._automaton.find_matches_as_indexes(text)  # type: ignore[attr-defined]
        words = self.words
        return [(words[index], start, end) for index, start, end in found]

    def hint(self, word: Word) -> Wording | None:
        """What should stand in place of a word, if the lexicon says so."""
        if not word.better:
            return None
        return Wording(f"宜改为：{word.better}。", f"Better: {word.better}")


@lru_cache(maxsize=4)
def lexicon(folder: Path = FOLDER) -> Lexicon:
    """Read a folder of lexicons; raises KeyError, TypeError or ValueError for a wrong one."""
    words: dict[str, Word] = {}
    sources: dict[str, Mapping[str, str]] = {}
    surnames: set[str] = set()
    not_names: set[str] = set()
    for anchor in ADDRESS_ANCHORS:
        words[anchor] = Word(anchor, "address")
    for file in sorted(folder.glob("*.yaml")):
        content: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
        sources[file.stem] = {
            key: str(content[key]) for key in ("version", "source", "confidence")
        }
        surnames |= {*content.get("surnames", ""), *content.get("compound", ())}
        not_names |= set(content.get("not_names", ()))
        for word in _words(content):
            words[word.text] = word
    version = max(source["version"] for source in sources.values())
    return Lexicon(
        version, sources, tuple(words.values()), frozenset(surnames), frozenset(not_names)
    )


def _words(content: Mapping[str, Any]) -> list[Word]:
    kind = Kind(content["kind"]) if "kind" in content else None
    return [
        *(Word(text, "health", Kind.HEALTH) for text in content.get("health", ())),
        *(Word(text, "always", kind) for text in content.get("always", ())),
        *(Word(text, "alone", kind) for text in content.get("alone", ())),
        *(Word(text, "word", kind, better) for text, better in content.get("words", {}).items()),
        *(Word(text, "except") for text in content.get("except", ())),
    ]
