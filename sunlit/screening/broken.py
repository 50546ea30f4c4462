"""Numbers of people that a line break cuts in two."""

import re
from collections.abc import Iterable, Iterator

from sunlit.screening import numbers
from sunlit.screening.kinds import Hit, Kind, hit
from sunlit.screening.runs import CARD_WORD, PHONE_WORD
from sunlit.screening.seen import digits_of

_NEXT = re.compile(r"\n[ \t\u3000]*(?=[\dXxＸ])")
_LEFT = re.compile(r"\d(?:[ \-]?\d){0,20}$")
_RIGHT = re.compile(r"(?:\d[ \-]?){0,20}[XxＸ]?")
_GROUP = re.compile(r"\d+")
_REACH = 32


def hits(text: str, found: Iterable[Hit]) -> Iterator[Hit]:
    """Find the numbers that run on in the next line, beside those already found."""
    found = list(found)
    taken = {one.end for one in found} | {one.start for one in found}
    for match in _NEXT.finditer(text):
        break_at = len(text[max(0, match.start() - 8) : match.start()].rstrip(" \t\u3000\r"))
        break_at += max(0, match.start() - 8)
        if not break_at or not text[break_at - 1].isdecimal():
            continue
        one = _joined(text, break_at, match.end())
        # An ID number proves itself; else what was found on one line counts.
        if one and (one.kind is Kind.ID_NUMBER or taken.isdisjoint((break_at, match.end()))):
            yield one


def _joined(text: str, left_end: int, right_start: int) -> Hit | None:
    """Read the groups of digits on both sides of a break as one number."""
    low = max(0, left_end - _REACH)
    left = _LEFT.search(text, low, left_end)
    right = _RIGHT.match(text, right_start)
    if not left or not right:
        return None
    starts = [group.start() for group in _GROUP.finditer(text, left.start(), left_end)]
    ends = [group.end() for group in _GROUP.finditer(text, right_start, right.end())]
    if right[0][-1:] in "XxＸ":
        ends.append(right.end())
    for start in starts:
        for end in ends:
            kind = _kind(text, start, end)
            if kind:
                return hit(kind, start, end, 0.85)
    return None


def _kind(text: str, start: int, end: int) -> Kind | None:
    digits = digits_of(text[start:end])
    if text[end - 1] in "XxＸ":
        digits += "X"
    before = text[max(0, start - 24) : start]
    if len(digits) == 18 and numbers.is_id_number(digits):  # noqa: PLR2004
        return Kind.ID_NUMBER
    if numbers.is_mobile(digits) and PHONE_WORD.search(before):
        return Kind.MOBILE
    if numbers.is_union_pay(digits) and CARD_WORD.search(before):
        return Kind.BANK_CARD
    return None
