"""The lexicons of `data/lexicons`: words to look for, with version, source and confidence."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Annotated, Literal

import yaml
from ahocorasick_rs import BytesAhoCorasick, Implementation, MatchKind
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from sunlit.kernel.wording import Wording
from sunlit.screening.kinds import Kind
from sunlit.screening.seen import digits_of, traditional

FOLDER = Path(__file__).resolve().parents[2] / "data" / "lexicons"

_DIGITS = "0123456789０１２３４５６７８９一二三四五六七八九零〇"
# Near these an address may be found; a room is told by the digit before it.
_ADDRESS_ANCHORS = (
    *(f"{digit}{space}室" for digit in _DIGITS for space in ("", " ")),
    *(f"{digit}组" for digit in _DIGITS),
    *"幢栋",
    *("号楼", "单元", "住址", "家住", "现住", "家庭地址", "居住地", "居住在", "居住于", "租住"),
    *("住所地", "户籍地", "户籍所在地", "经常居住", "住于", "住在", "户籍地址", "通讯住址"),
    *("收货地址", "送达地址", "村民组", "号院"),
)
# What stands behind these is a paper of a person or an account on a network.
_LABELS = (
    *("护照", "Passport", "passport", "PASSPORT", "通行证", "台胞证", "回乡证", "居留", "旅行证"),
    *("微信", "薇信", "威信", "WeChat", "Wechat", "wechat", "weChat", "WECHAT"),
    *("QQ", "qq", "ｑｑ", "VX", "Vx", "vx", "vX"),
)

Role = Literal["address", "label", "health", "always", "alone", "word", "except"]
Text = Annotated[str, StringConstraints(min_length=1, max_length=40, pattern=r"^\S.*$")]


class LexiconFile(BaseModel):
    """One file of words. A field that is not known, or a word given twice, refuses the file."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    version: date
    source: Text | Annotated[str, StringConstraints(min_length=1)]
    confidence: Literal["checked", "memory"]
    kind: Kind | None = Field(default=None, strict=False)
    # A word, and what should stand in its place.
    words: dict[Text, str] = {}
    # A mark wherever it stands; a mark only where it fills its line or brackets.
    always: list[Text] = []
    alone: list[Text] = []
    # Longer words in which one of these is none.
    except_: list[Text] = Field(default=[], alias="except")
    health: list[Text] = []
    surnames: str = ""
    compound: list[Text] = []
    not_names: list[Text] = []
    public_numbers: list[Text] = []


@dataclass(frozen=True, slots=True)
class Word:
    """A word to look for. `role`: what finding it means."""

    text: str
    role: Role
    kind: Kind | None = None
    better: str = ""

    @property
    def hint(self) -> Wording | None:
        """What should stand in its place, if the lexicon says so."""
        return (
            Wording(f"宜改为：{self.better}。", f"Better: {self.better}") if self.better else None
        )


@dataclass(frozen=True)
class Lexicon:
    """All words; one automaton looks for them at once.

    `sources`: for each file its version, source and confidence.
    `public_numbers`: telephones that the office gives out itself, digits only.
    `patterns`: expressions of an agency, each with the word that finding one means.
    """

    version: str
    sources: Mapping[str, Mapping[str, str]]
    words: tuple[Word, ...]
    surnames: frozenset[str]
    not_names: frozenset[str]
    public_numbers: frozenset[str]
    patterns: tuple[tuple[re.Pattern[str], Word], ...] = ()

    @cached_property
    def _automaton(self) -> BytesAhoCorasick:
        return BytesAhoCorasick(
            [word.text.encode() for word in self.words],
            matchkind=MatchKind.LeftmostLongest,
            implementation=Implementation.DFA,
        )

    def matches(self, text: str) -> Iterator[tuple[Word, int, int]]:
        """Yield the words to look for that stand in a text, each with its begin and end."""
        # Bytes are searched thrice as fast as signs; places are counted only up to what is found.
        content = text.encode("utf-8", "surrogatepass")
        at = start = 0
        for index, begin, _end in self._automaton.find_matches_as_indexes(content):
            word = self.words[index]
            if word.role == "except":
                continue
            start += len(content[at:begin].decode("utf-8", "surrogatepass"))
            at = begin
            yield word, start, start + len(word.text)

    def patterned(self, text: str) -> Iterator[tuple[Word, int, int]]:
        """Yield what a text holds of the agency's patterns, each with its begin and end."""
        for expression, word in self.patterns:
            for match in expression.finditer(text):
                yield word, *match.span()

    def with_public_numbers(self, numbers: Iterable[str]) -> "Lexicon":
        """Return the lexicon of an office that gives out these telephones."""
        return replace(self, public_numbers=self.public_numbers | set(map(digits_of, numbers)))


@dataclass(frozen=True, slots=True)
class Shipped:
    """A word or a telephone of a shipped file, as it stands there."""

    file: str
    text: str
    word: Word | None = None
    """What finding it means; a telephone is no word."""


def shipped_words(folder: Path = FOLDER) -> Iterator[Shipped]:
    """Yield the words and telephones of the shipped files, in their order."""
    for path in sorted(folder.glob("*.yaml")):
        file = _read(path)
        yield from (Shipped(path.stem, word.text, word) for word in _words(file))
        yield from (Shipped(path.stem, number) for number in file.public_numbers)


@lru_cache(maxsize=4)
def lexicon(folder: Path = FOLDER) -> Lexicon:
    """Read a folder of lexicons; raises ValueError for one that is not as it should be."""
    files = {path.stem: _read(path) for path in sorted(folder.glob("*.yaml"))}
    if not files:
        raise ValueError(f"{folder} holds no lexicon")
    words = {anchor: Word(anchor, "address") for anchor in _ADDRESS_ANCHORS}
    words |= {label: Word(label, "label") for label in _LABELS}
    for stem, file in files.items():
        for word in _words(file):
            if word.text in words:
                raise ValueError(f"{stem}: {word.text} stands in the lexicons twice")
            words[word.text] = word
    for word in list(words.values()):
        other = traditional(word.text)
        words.setdefault(other, replace(word, text=other))
    surnames = {one for file in files.values() for one in (*file.surnames, *file.compound)}
    return Lexicon(
        version=max(file.version for file in files.values()).isoformat(),
        sources={
            stem: {
                "version": file.version.isoformat(),
                "source": file.source,
                "confidence": file.confidence,
            }
            for stem, file in files.items()
        },
        words=tuple(words.values()),
        surnames=frozenset(surnames | set(map(traditional, surnames))),
        not_names=frozenset(one for file in files.values() for one in file.not_names),
        public_numbers=frozenset(
            digits_of(one) for file in files.values() for one in file.public_numbers
        ),
    )


def _read(path: Path) -> LexiconFile:
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except yaml.YAMLError as fault:
        raise ValueError(f"{path.name}: {fault}") from None
    return LexiconFile.model_validate(content)


def _words(file: LexiconFile) -> Iterator[Word]:
    if (file.words or file.always or file.alone) and file.kind is None:
        raise ValueError("a lexicon with words must say of which kind they are")
    yield from (Word(text, "health", Kind.HEALTH) for text in file.health)
    yield from (Word(text, "always", file.kind) for text in file.always)
    yield from (Word(text, "alone", file.kind) for text in file.alone)
    yield from (Word(text, "word", file.kind, better) for text, better in file.words.items())
    yield from (Word(text, "except") for text in file.except_)
