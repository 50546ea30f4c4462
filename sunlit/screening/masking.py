"""How what was found is masked: enough is left to recognize it, too little to use it."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from sunlit.screening.kinds import Finding, Kind

STAR = "*"
_SIGN = re.compile(r"[^\W_]")
_DWELLING = re.compile(
    r"[0-9０-９一二三四五六七八九十百零〇]+ ?(?:号|幢|栋|弄|单元|座|组|室|户|楼)|[0-9０-９]"
)


def keep(text: str, *, first: int = 0, last: int = 0) -> str:
    """Mask all letters and digits but the first and the last so many; what parts them stays.

    A text too short to hide anything that way is masked whole.
    """
    places = [match.start() for match in _SIGN.finditer(text)]
    if first + last >= len(places):
        first = last = 0
    hidden = set(places[first : len(places) - last])
    return "".join(STAR if at in hidden else sign for at, sign in enumerate(text))


def id_number(text: str, *, first: int = 6, last: int = 4) -> str:
    """330102********1234."""
    return keep(text, first=first, last=last)


def mobile(text: str, *, first: int = 3, last: int = 4) -> str:
    """138****1234."""
    digits = len(_SIGN.findall(text))
    return keep(text, first=first + max(0, digits - 11), last=last)


def landline(text: str, *, last: int = 2) -> str:
    """0571-******21: the area code and the last two stay."""
    area = 3 if re.match(r"\D*0(?:10|2\d)", text) else 4
    first = area if len(_SIGN.findall(text)) > 8 else 0  # noqa: PLR2004 (without its area code)
    return keep(text, first=first, last=last)


def bank_card(text: str, *, last: int = 4) -> str:
    """**** **** **** 1234."""
    return keep(text, last=last)


def plate(text: str, *, first: int = 2, last: int = 1) -> str:
    """浙A****5."""
    return keep(text, first=first, last=last)


def passport(text: str, *, first: int = 1, last: int = 2) -> str:
    """E******78."""
    return keep(text, first=first, last=last)


def email(text: str, *, first: int = 1) -> str:
    """a****@example.com: nothing of the name stays but its begin."""
    name, sign, domain = (
        re.split("([@＠])", text, maxsplit=1) if "@" in text or "＠" in text else (text, "", "")
    )
    return keep(name, first=first) + sign + domain


def name(text: str, *, style: Literal["某", "*"] = "某") -> str:
    """张某某, 欧阳某某: the surname stays; of a name with a point its first part."""
    head, point, given = (
        re.split("([·•])", text, maxsplit=1) if re.search("[·•]", text) else ("", "", text)
    )
    if point:
        return head + point + style * len(given)
    size = 2 if len(text) > 3 else 1  # noqa: PLR2004 (two surnames, or a double one)
    return text[:size] + style * (len(text) - size) if len(text) > size else style * len(text)


def address(text: str) -> str:
    """The street or village stays; the first number that tells the dwelling is masked, and on."""
    found = _DWELLING.search(text)
    begin = found.start() if found else 0
    return text[:begin] + STAR * min(4, len(text) - begin)


def all_of(text: str) -> str:
    """Nothing stays but how long it was."""
    return STAR * len(text)


MASKS: Mapping[Kind, Callable[[str], str]] = {
    Kind.ID_NUMBER: id_number,
    Kind.MOBILE: mobile,
    Kind.LANDLINE: landline,
    Kind.BANK_CARD: bank_card,
    Kind.PLATE: plate,
    Kind.PASSPORT: passport,
    Kind.EMAIL: email,
    Kind.NAME_WITH_ID: name,
    Kind.ADDRESS: address,
    Kind.HEALTH: all_of,
}


@dataclass(frozen=True, slots=True)
class Masking:
    """How an office masks: `names` says what stands for the given name."""

    names: Literal["某", "*"] = "某"

    def of(self, one: Finding) -> str:
        """Return what stands in place of a finding; a kind without a mask stays as it is."""
        if one.kind is Kind.NAME_WITH_ID:
            return name(one.text, style=self.names)
        return MASKS[one.kind](one.text) if one.kind in MASKS else one.text


OFFICIAL = Masking()


def masked(text: str, findings: Iterable[Finding], *, how: Masking = OFFICIAL) -> str:
    """Return the text with what was found masked; kinds without a mask stay as they are.

    Of two findings that overlap the first is masked as its kind, and the rest of the second whole.
    """
    parts: list[str] = []
    at = 0
    for one in sorted(findings, key=lambda one: (one.start, -one.end)):
        if one.kind not in MASKS or one.end <= at:
            continue
        if one.start < at:
            parts.append(all_of(text[at : one.end]))
        else:
            parts += [text[at : one.start], how.of(one)]
        at = one.end
    return "".join([*parts, text[at:]])
