"""How what was found is masked: enough is left to recognize it, too little to use it."""

import re
from collections.abc import Callable, Iterable, Mapping

from sunlit.screening.kinds import Finding, Kind

STAR = "*"
_SIGN = re.compile(r"[^\W_]")


def keep(text: str, *, first: int = 0, last: int = 0) -> str:
    """Mask all letters and digits but the first and the last so many; what parts them stays."""
    places = [match.start() for match in _SIGN.finditer(text)]
    hidden = set(places[first : len(places) - last if last else None])
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
    """a***@example.com: nothing of the name stays but its begin."""
    name, sign, domain = re.match(r"([^@＠]*)([@＠]?)(.*)", text, re.S).groups()  # type: ignore[union-attr]
    return name[:first] + STAR * 3 + sign.strip() + domain


def name(text: str) -> str:
    """张*, 欧阳**: the surname stays; of a name with a point its first part."""
    if "·" in text or "•" in text:
        head = re.split("[·•]", text)[0]
        return head + "·" + STAR * 2
    size = 2 if len(text) > 3 else 1  # noqa: PLR2004 (two surnames, or a double one)
    return text[:size] + STAR * max(1, len(text) - size)


def address(text: str) -> str:
    """The street or village stays; every number after the first is masked, and what follows it."""
    found = re.search(
        r"[0-9０-９一二三四五六七八九十百零〇]+ ?(?:号|幢|栋|弄|单元|座|组|室|户|楼)|[0-9０-９]",
        text,
    )
    return text[: found.start()] + STAR * 4 if found else STAR * 4


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


def masked(text: str, findings: Iterable[Finding]) -> str:
    """Return the text with what was found masked; kinds without a mask stay as they are.

    Of two findings that overlap the longer is masked.
    """
    parts: list[str] = []
    at = 0
    for one in sorted(findings, key=lambda one: (one.start, -one.end)):
        if one.start < at or one.kind not in MASKS:
            continue
        parts += [text[at : one.start], MASKS[one.kind](one.text)]
        at = one.end
    return "".join([*parts, text[at:]])
