"""How what was found is masked: enough is left to recognize it, too little to use it."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from sunlit.screening.kinds import Finding, Kind
from sunlit.screening.official import Form, official

_SIGN = re.compile(r"[^\W_]")
_DWELLING = re.compile(
    r"[0-9０-９一二三四五六七八九十百零〇]+ ?(?:号|幢|栋|弄|单元|座|组|室|户|楼)|[0-9０-９]"
)


def keep(text: str, form: Form) -> str:
    """Mask all letters and digits but the first and the last so many; what parts them stays.

    A text too short to hide anything that way is masked whole.
    """
    places = [match.start() for match in _SIGN.finditer(text)]
    first, last = form.first, form.last
    if first + last >= len(places):
        first = last = 0
    hidden = set(places[first : len(places) - last])
    return "".join(form.sign if at in hidden else sign for at, sign in enumerate(text))


def mobile(text: str, form: Form) -> str:
    """138****1234; a country's code stays beside it."""
    country = max(0, len(_SIGN.findall(text)) - 11)
    return keep(text, replace(form, first=form.first + country))


def landline(text: str, form: Form) -> str:
    """0571-******21: the area code, as far as it may, and the end."""
    area = 3 if re.match(r"\D*0(?:10|2\d)", text) else 4
    with_area = len(_SIGN.findall(text)) > 8  # noqa: PLR2004 (digits of one without its area code)
    return keep(text, replace(form, first=min(form.first, area) if with_area else 0))


def email(text: str, form: Form) -> str:
    """a****@example.com: the domain stays, of the name its begin at most."""
    name, sign, domain = (
        re.split("([@＠])", text, maxsplit=1) if "@" in text or "＠" in text else (text, "", "")
    )
    return keep(name, form) + sign + domain


def name(text: str, form: Form) -> str:
    """张某某, 欧阳某某: the surname stays; of a name with a point its first part."""
    if point := re.search("[·•]", text):
        shown, given = text[: point.end()], text[point.end() :]
    else:
        size = 2 if len(text) > 3 else 1  # noqa: PLR2004 (two surnames, or a double one)
        size = size if len(text) > size else 0
        shown, given = text[:size], text[size:]
    if not form.first:
        return form.sign * len(text)
    hidden = len(given) - min(form.last, max(0, len(given) - 1))
    return shown + form.sign * hidden + given[hidden:]


def address(text: str, form: Form) -> str:
    """The street or village stays; the first number that tells the dwelling is masked, and on."""
    found = _DWELLING.search(text)
    begin = min(form.first, found.start() if found else 0)
    return text[:begin] + form.sign * min(4, len(text) - begin)


def all_of(text: str, form: Form) -> str:
    """Nothing stays but how long it was."""
    return form.sign * len(text)


MASKS: Mapping[Kind, Callable[[str, Form], str]] = {
    Kind.ID_NUMBER: keep,
    Kind.MOBILE: mobile,
    Kind.LANDLINE: landline,
    Kind.BANK_CARD: keep,
    Kind.PLATE: keep,
    Kind.PASSPORT: keep,
    Kind.EMAIL: email,
    Kind.ONLINE_ACCOUNT: keep,
    Kind.NAME_WITH_ID: name,
    Kind.ADDRESS: address,
    Kind.HEALTH: all_of,
}


@dataclass(frozen=True, slots=True)
class Masking:
    """How an office masks: the forms that it has set, by kind; for the others the official one."""

    forms: Mapping[Kind, Form] = field(default_factory=dict)
    escaped: bool = False
    """Whether stars are written so that a text with light markup keeps them as they are."""

    def form(self, kind: Kind) -> Form:
        """Return the form in which a kind is masked."""
        return self.forms.get(kind) or official()[kind].form

    def sign(self, kind: Kind) -> str:
        """Return what is written for a hidden sign of a kind."""
        sign = self.form(kind).sign
        return f"\\{sign}" if self.escaped and sign == "*" else sign

    def shown(self, kind: Kind, text: str) -> str:
        """Return what stands in place of a text of a kind."""
        return MASKS[kind](text, replace(self.form(kind), sign=self.sign(kind)))

    def of(self, one: Finding) -> str:
        """Return what stands in place of a finding; a kind without a mask stays as it is."""
        return self.shown(one.kind, one.text) if one.kind in MASKS else one.text


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
            parts.append(how.sign(one.kind) * (one.end - at))
        else:
            parts += [text[at : one.start], how.of(one)]
        at = one.end
    return "".join([*parts, text[at:]])
