"""Finds the head of an official document: its title, its number, its day."""

import re
from dataclasses import dataclass
from datetime import date

from sunlit.design.markup.writing import Table
from sunlit.files.docx_in.body import Seen

LONGEST_TITLE = 120
"""The longest title that is found, in signs."""

_NEAR_THE_TOP = 15
_BIG = 15.0  # points: larger than the text of an official document's size 3 is only its title
_NUMBER = re.compile(
    r"(?P<word>[\u4e00-\u9fff（）()]{1,16})\s*[〔\[［【(（](?P<year>(?:19|20)\d{2})[〕\]］】)）]\s*"
    r"第?\s*(?P<number>\d{1,5})\s*号"
)
_ISSUER = re.compile(r"[\u4e00-\u9fff（）()\s]{2,40}文\s*件$")
_DAY = re.compile(
    r"[（(]?\s*(?P<year>[12]\d{3}|[一二][\d一二三四五六七八九〇○零Ｏ０OⅩ]{3})\s*年\s*"
    r"(?P<month>\d{1,2}|[一二三四五六七八九十]{1,2})\s*月\s*"
    r"(?P<day>\d{1,2}|[一二三四五六七八九十]{1,3})\s*日\s*[）)]?$"
)
_DIGIT = {sign: at for at, sign in enumerate("〇一二三四五六七八九")} | dict.fromkeys("○零Ｏ０O", 0)


@dataclass(frozen=True)
class Head:
    """What the head of a document says, and the rest of its blocks."""

    title: str
    title_is_sure: bool
    document_number: str
    made_on: date | None
    rest: list[Seen]


def found_head(seen: list[Seen]) -> Head:
    """Find the head of a document; what is taken into it stands no more in the rest."""
    number, taken = _number(seen)
    issuers = {
        at
        for at, one in enumerate(seen[:_NEAR_THE_TOP])
        if _is_centred(one) and _ISSUER.match(one.text)
    }
    # A line that names the issuer stands above the number; below it, it is part of the title.
    taken |= {at for at in issuers if at < (min(taken) if taken else 2)}
    title, lines = _title(seen, taken)
    sure = bool(title)
    if not sure:
        title, lines = _first_line(seen, taken)
    return Head(
        title,
        sure or not seen,
        number,
        _day(seen),
        [one for at, one in enumerate(seen) if at not in taken | lines],
    )


def _number(seen: list[Seen]) -> tuple[str, set[int]]:
    for at, one in enumerate(seen[:_NEAR_THE_TOP]):
        found = _NUMBER.match(one.text)
        if found:
            number = f"{found['word']}〔{found['year']}〕{int(found['number'])}号"
            rest = one.text[found.end() :].strip()
            alone = not rest or rest.startswith("签发人")
            return number, {at} if alone else set()
    return "", set()


def _title(seen: list[Seen], taken: set[int]) -> tuple[str, set[int]]:
    """Return the lines of a style for titles, else those that are centred and big at the top."""
    top = [at for at in range(min(len(seen), _NEAR_THE_TOP)) if at not in taken]
    for is_one in (lambda one: one.is_title, _looks_like_a_title):
        begin = next((at for at in top if is_one(seen[at])), None)
        if begin is None:
            continue
        end = begin + 1
        while (
            end < len(seen)
            and is_one(seen[end])
            and seen[end].look.size == seen[begin].look.size
            and not _DAY.match(seen[end].text)
        ):
            end += 1
        lines = range(begin, end)
        title = "".join(_joined(seen[at].text) for at in lines)
        if len(title) <= LONGEST_TITLE:
            return title, set(lines)
    return "", set()


def _looks_like_a_title(one: Seen) -> bool:
    return _is_centred(one) and one.look.size >= _BIG and bool(one.text)


def _is_centred(one: Seen) -> bool:
    return not isinstance(one.block, Table) and one.look.align in ("center", "distribute")


def _first_line(seen: list[Seen], taken: set[int]) -> tuple[str, set[int]]:
    for at, one in enumerate(seen):
        if at in taken or not one.text:
            continue
        short = len(one.text) <= LONGEST_TITLE // 2 and not one.text.endswith(
            ("。", "；", "：", ":")
        )
        return (_joined(one.text), {at}) if short else (one.text[: LONGEST_TITLE // 3], set())
    return "", set()


def _joined(text: str) -> str:
    """Write the lines of a title on one; between Chinese signs no space is left."""
    return re.sub(r"(?<![A-Za-z0-9])[\s\u3000]+|[\s\u3000]+(?![A-Za-z0-9])", "", text)


def _day(seen: list[Seen]) -> date | None:
    """Return the last day that stands alone on a line: that of the signature."""
    for one in reversed(seen):
        lines = [line.strip() for line in one.text.split("\n")]
        for line in reversed(lines):
            found = _DAY.match(line)
            day = _read_day(found) if found else None
            if day:
                return day
    return None


def _read_day(found: re.Match[str]) -> date | None:
    try:
        return date(_year(found["year"]), _small(found["month"]), _small(found["day"]))
    except (ValueError, KeyError):
        return None


def _year(said: str) -> int:
    return int(
        "".join(sign if sign.isascii() and sign.isdecimal() else str(_DIGIT[sign]) for sign in said)
    )


def _small(said: str) -> int:
    if said.isdecimal() and said.isascii():
        return int(said)
    tens, ten, ones = said.rpartition("十")
    return (_DIGIT[tens] if tens else 1) * 10 * bool(ten) + (_DIGIT[ones] if ones else 0)
