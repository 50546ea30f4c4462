"""What Word writes before a numbered paragraph: 一、 （一） 1. ①, or the mark of a list."""

import re
from dataclasses import dataclass, field

from lxml import etree

from sunlit.files.docx_in.opening import Opened, child, is_, value

_DIGITS = "〇一二三四五六七八九"
_CHINESE = frozenset(
    {"chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting"}
    | {"taiwaneseCountingThousand", "ideographDigital", "japaneseDigitalTenThousand"}
)
_LIST = re.compile(r"%\d[.)．]$")
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_MOST_LEVELS = 9


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands before a paragraph: words, or the mark of an entry of a list."""

    words: str = ""
    depth: int = 0
    number: int | None = None
    is_item: bool = False


@dataclass(frozen=True, slots=True)
class _Level:
    kind: str
    words: str
    start: int


@dataclass
class Numbering:
    """Counts the numbered paragraphs of a document, in their order."""

    opened: Opened
    counts: dict[str, list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        root = self.opened.part("numbering")
        parts = [] if root is None else list(root)
        abstract = {value(one, "abstractNumId"): one for one in parts if is_(one, "abstractNum")}
        self._levels: dict[str, dict[int, _Level]] = {}
        self._shared: dict[str, str] = {}
        self._restarts: dict[str, dict[int, int]] = {}
        for one in parts:
            if is_(one, "num"):
                key, base = value(one, "numId"), value(child(one, "abstractNumId"), "val")
                self._shared[key] = base
                self._levels[key] = _levels(abstract.get(base))
                self._restarts[key] = {
                    int(value(over, "ilvl") or 0): int(said)
                    for over in one
                    if is_(over, "lvlOverride")
                    and (said := value(child(over, "startOverride"), "val")).isdecimal()
                }

    def mark(self, numbering: tuple[str, int] | None) -> Mark:
        """Return what stands before the next paragraph with this numbering."""
        if numbering is None or numbering[1] not in self._levels.get(numbering[0], {}):
            return Mark()
        key, at = numbering
        levels = self._levels[key]
        level = levels[at]
        if level.kind == "bullet":
            return Mark(depth=at, is_item=True)
        counts = self.counts.setdefault(self._shared[key], [0] * _MOST_LEVELS)
        if (start := self._restarts[key].pop(at, None)) is not None:
            counts[at] = start
        else:
            counts[at] = counts[at] + 1 if counts[at] else level.start
        counts[at + 1 :] = [0] * (_MOST_LEVELS - at - 1)
        if level.kind == "decimal" and _LIST.fullmatch(level.words):
            return Mark(depth=at, number=counts[at], is_item=True)
        return Mark(self._written(levels, level, counts))

    def _written(self, levels: dict[int, _Level], level: _Level, counts: list[int]) -> str:
        def number(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            one = levels.get(at, level)
            return counted(max(counts[at], 1) if counts[at] else one.start, one.kind)

        return re.sub(r"%([1-9])", number, level.words)


def counted(number: int, kind: str) -> str:
    """Write a number as Word's kind of numbering does."""
    if kind in _CHINESE:
        return _chinese(number)
    if kind == "decimalEnclosedCircle" and 1 <= number <= 20:  # noqa: PLR2004
        return chr(0x2460 + number - 1)
    if kind in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter if kind == "lowerLetter" else letter.upper()
    if kind in ("lowerRoman", "upperRoman") and number < 40:  # noqa: PLR2004
        roman = ""
        for size, sign in _ROMAN:
            roman += sign * (number // size)
            number %= size
        return roman.lower() if kind == "lowerRoman" else roman
    return "" if kind == "none" else str(number)


def _chinese(number: int) -> str:
    if number > 99:  # noqa: PLR2004
        return "".join(_DIGITS[int(digit)] for digit in str(number))
    tens, ones = divmod(number, 10)
    head = "" if not tens else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return head + (_DIGITS[ones] if ones or not tens else "")


def _levels(abstract: etree._Element | None) -> dict[int, _Level]:
    if abstract is None:
        return {}
    return {
        int(value(one, "ilvl") or 0): _Level(
            value(child(one, "numFmt"), "val") or "decimal",
            value(child(one, "lvlText"), "val"),
            int(value(child(one, "start"), "val") or 1),
        )
        for one in abstract
        if is_(one, "lvl")
    }
