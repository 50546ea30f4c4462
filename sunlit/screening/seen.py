"""How a text is seen: without what has no width, digits of every script as digits."""

import re
import sys
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

WIDTHLESS = "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff"
_WIDTHLESS = re.compile(f"[{WIDTHLESS}]+")

CHINESE_DIGITS = dict(zip("〇零○一二三四五六七八九", "000123456789", strict=True)) | dict(
    zip("壹贰叁肆伍陆柒捌玖貳參陸", "123456789236", strict=True)
)
OTHER_DIGITS = {
    chr(code): str(unicodedata.decimal(chr(code)))
    for code in range(0x80, sys.maxunicode)
    if unicodedata.category(chr(code)) == "Nd"
}
# Chinese digits become letters first, so that one can tell where the script changes.
_AS_GROUPS = str.maketrans(
    {sign: chr(ord("a") + int(digit)) for sign, digit in CHINESE_DIGITS.items()} | OTHER_DIGITS
)
_LETTERS_TO_DIGITS = str.maketrans("abcdefghij", "0123456789")
_FULL_WIDTH = str.maketrans(
    {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)} | {"　": " ", "\u00a0": " "}
)


@dataclass(frozen=True, slots=True)
class Seen:
    """A text as it is seen, and the way back: `cuts` are where something was left out."""

    text: str
    cuts: tuple[int, ...] = ()
    lost: tuple[int, ...] = ()

    def original(self, position: int) -> int:
        """Where the sign at this position stands in the given text."""
        at = bisect_right(self.cuts, position)
        return position + (self.lost[at - 1] if at else 0)


def seen_through(text: str) -> Seen:
    """Leave out what has no width."""
    if not any(sign in text for sign in WIDTHLESS):
        return Seen(text)
    parts: list[str] = []
    cuts: list[int] = []
    lost: list[int] = []
    at = gone = 0
    for match in _WIDTHLESS.finditer(text):
        parts.append(text[at : match.start()])
        cuts.append(match.start() - gone)
        gone += match.end() - match.start()
        lost.append(gone)
        at = match.end()
    parts.append(text[at:])
    return Seen("".join(parts), tuple(cuts), tuple(lost))


def grouped(text: str) -> str:
    """Write all digits in ASCII, Chinese ones as letters from a to j; the length stays."""
    return text.translate(_AS_GROUPS)


def as_digits(group: str) -> str:
    """Write a group of `grouped` in digits."""
    return group.translate(_LETTERS_TO_DIGITS)


def half_width(text: str) -> str:
    """Write full-width signs in their usual width; the length stays."""
    return text.translate(_FULL_WIDTH).translate(OTHER_DIGITS_TABLE)


OTHER_DIGITS_TABLE = str.maketrans(OTHER_DIGITS)
