"""The engine: a text in, findings out. Pure: no database, no clock, no file but the lexicon."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from sunlit.kernel.wording import Wording
from sunlit.screening import addresses, broken, labelled, marks, names, runs
from sunlit.screening.kinds import Finding, Hit, Kind, hit
from sunlit.screening.lexicons import Lexicon, Word
from sunlit.screening.parts import NOWHERE
from sunlit.screening.seen import digits_of, half_width, seen_through

_PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
_PLATE_SIGN = r"[0-9A-HJ-NP-Za-hj-np-z０-９Ａ-Ｚａ-ｚ]"
_PLATE = re.compile(
    rf"[{_PROVINCES}] ?[A-HJ-Za-hj-zＡ-Ｚａ-ｚ](?:[ \-·•.－—・]{{0,2}}{_PLATE_SIGN}){{4}}"
    rf"(?:(?:[ \-·•.－—・]?{_PLATE_SIGN}){{1,2}}|[警学挂港澳领])(?![0-9A-Za-z０-９Ａ-Ｚ])"
)
_PLATE_PLAIN = re.compile(
    r"[A-HJ-Z](?:[0-9A-HJ-NP-Z]{5}|[DFABCEGHJK][0-9A-HJ-NP-Z][0-9]{4}|[0-9]{5}[DFABCEGHJK]|[0-9A-Z]{4})"
)
# Within how many signs a person is near an illness; no number with what parts it is longer.
_CLOSE, _LONGEST_HIT = 60, 80
_OF_A_MACHINE = re.compile(r"[梯锅容起索游车管瓶][0-9]{2}")
_NO_PLATE_BEFORE = "创最更全重革翻崭清刷高维焕迎务求推"
_EMAIL = re.compile(
    r"([A-Za-z0-9Ａ-Ｚａ-ｚ０-９][A-Za-z0-9Ａ-Ｚａ-ｚ０-９._%+\-．]{0,63})( ?[@＠] ?)"
    r"((?:[A-Za-z0-9Ａ-Ｚａ-ｚ０-９](?:[A-Za-z0-9Ａ-Ｚａ-ｚ０-９\-]{0,40}[A-Za-z0-9Ａ-Ｚａ-ｚ０-９])?[.．]){1,4}[A-Za-zＡ-Ｚａ-ｚ]{2,12})"
    r"(?![A-Za-z0-9])"
)
# Files of web pages, and the mailboxes that agencies give out.
_NOT_PRIVATE = (
    *(".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".js", ".css", ".ico"),
    *(".gov.cn", ".gov"),
)


class _Places:
    """Hits in the order of the text, to ask which of them are near a place."""

    def __init__(self, hits: Iterable[Hit]) -> None:
        self._hits = sorted(hits, key=lambda one: one.start)
        self._starts = [one.start for one in self._hits]

    def near(self, start: int, end: int, reach: int) -> list[Hit]:
        """Return the hits that come closer than `reach` to a stretch of the text."""
        low = bisect_left(self._starts, start - reach - _LONGEST_HIT)
        high = bisect_left(self._starts, end + reach)
        return [one for one in self._hits[low:high] if start < one.end + reach]


def screen_text(text: str, lexicon: Lexicon, *, place: Wording = NOWHERE) -> tuple[Finding, ...]:
    """Return what stands in a text and must not become public, in the order of the text.

    `start` and `end` of each point into `text` as given. `place` is told with each.
    """
    seen = seen_through(text)
    hits = sorted(set(_hits(seen.text, lexicon)), key=lambda one: (one.start, one.end, one.kind))
    findings = []
    for one in hits:
        start, end = seen.original(one.start), seen.original(one.end - 1) + 1
        findings.append(
            Finding(
                one.kind,
                text[start:end],
                start,
                end,
                one.confidence,
                one.hint,
                place,
            )
        )
    return tuple(findings)


def _hits(text: str, lexicon: Lexicon) -> Iterator[Hit]:
    matches = list(lexicon.matches(text))
    labels = [start for word, start, _end in matches if word.role == "label"]
    numbers = [one for one in runs.hits(text) if not _is_public(text, one, lexicon)]
    longer = list(broken.hits(text, numbers))
    if longer:
        shorter = _Places(longer)
        numbers = [one for one in numbers if not shorter.near(one.start, one.end, 0)] + longer
    taken = _Places(numbers)
    behind = labelled.hits(text, labels)
    numbers += [one for one in behind if not taken.near(one.start, one.end, 0)]
    people = list(names.hits(text, numbers, lexicon))
    yield from numbers
    yield from people
    yield from marks.hits(text)
    strong = [one for one in numbers if one.kind in names.STRONG]
    words = [*_patterns(text, lexicon), *_words(text, matches, _Places(strong + people))]
    yield from words
    named = _Places(people)
    homes = [one for one in words if one.kind is Kind.ADDRESS]
    for one in names.hits(text, homes, lexicon):
        if not named.near(one.start, one.end, 0):
            yield one
    yield from _plates(text)
    yield from _emails(text)


def _is_public(text: str, number: Hit, lexicon: Lexicon) -> bool:
    """Whether it is a telephone that the office gives out itself."""
    if number.kind not in (Kind.LANDLINE, Kind.MOBILE) or not lexicon.public_numbers:
        return False
    return digits_of(text[number.start : number.end]) in lexicon.public_numbers


def _patterns(text: str, lexicon: Lexicon) -> Iterator[Hit]:
    for word, start, end in lexicon.patterned(text):
        if word.kind:
            yield hit(word.kind, start, end, 0.9, word.hint)


def _words(text: str, matches: Iterable[tuple[Word, int, int]], people: _Places) -> Iterator[Hit]:
    addressed = -1
    for word, start, end in matches:
        if word.role == "address":
            if start < addressed:
                continue
            near = _is_of_somebody(text, start, end, people, lines=1)
            found = addresses.address_near(text, start, end, of_somebody=near)
            if found and found.start >= addressed:
                addressed = found.end
                yield found
        elif word.role == "health":
            if _is_of_somebody(text, start, end, people):
                yield hit(Kind.HEALTH, start, end, 0.8)
        elif word.kind and (word.role != "alone" or marks.stands_alone(text, start, end)):
            sure = 0.9 if word.role == "always" else 0.75
            yield hit(word.kind, start, end, sure, word.hint)


def _is_of_somebody(text: str, start: int, end: int, people: _Places, *, lines: int = 0) -> bool:
    """Whether the same paragraph, or one of so many lines beside it, names a person close by."""
    return any(
        text.count("\n", min(one.end, end), max(one.start, start)) <= lines
        for one in people.near(start, end, _CLOSE)
    )


def _plates(text: str) -> Iterator[Hit]:
    for match in _PLATE.finditer(text):
        signs = re.sub(r"[ \-·•.－—・]", "", half_width(match[0]).upper())
        body = signs[2:]
        special = body[-1:] in "警学挂港澳领"
        if not (_PLATE_PLAIN.fullmatch(signs[1:]) or special):
            continue
        if sum(one.isdigit() for one in body) < (3 if len(body) > 5 else 2):  # noqa: PLR2004
            continue
        if len(signs[1:]) == 5 and not special:  # noqa: PLR2004 (four signs are a plate only with a mark)
            continue
        before = text[max(0, match.start() - 3) : match.start()]
        if (before and before[-1] in _NO_PLATE_BEFORE) or _OF_A_MACHINE.fullmatch(before):
            continue
        if re.match(r".[A-Z]2[-－]\d", match[0]) or re.match(
            r"[号]?(?:标准|文件)", text[match.end() : match.end() + 4]
        ):
            continue
        yield hit(Kind.PLATE, *match.span(), 0.9)


def _emails(text: str) -> Iterator[Hit]:
    for sign in "@＠":
        at = text.find(sign)
        while at >= 0:
            low = max(0, at - 66)
            for match in _EMAIL.finditer(text, low, min(len(text), at + 90)):
                if match.start(2) <= at < match.end(2):
                    domain = half_width(match[3]).lower()
                    if not domain.endswith(_NOT_PRIVATE):
                        yield hit(Kind.EMAIL, *match.span(), 0.95)
                    break
            at = text.find(sign, at + 1)
