"""The words of a letter: a template filled with values, as it is kept for ever.

What a value says is never read as a template or as a mark: only the template's own lines decide
what is a row, a greeting or a signature.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any, Literal

from sunlit import statutes
from sunlit.approvals.letters.remedies import in_letter
from sunlit.approvals.letters.templates import NAMED, SIGNING, Part, Template, cited
from sunlit.kernel.refusals import NotYetLaw, Refused, Unacceptable
from sunlit.kernel.wording import Wording

LineKind = Literal["to", "text", "row", "sign"]
ROW = " | "
TO_BE_SIGNED = "to_be_signed"
BLANK = "＿＿＿＿＿＿＿＿"
"""Where a hand will sign."""
_ADDRESSED = re.compile(r"\{addressee\}[：:]?")


@dataclass(frozen=True)
class Line:
    """One paragraph of a letter; `label` is the left cell of a row."""

    kind: LineKind
    text: str
    label: str = ""


@dataclass(frozen=True)
class Words:
    """All that a letter says, in order."""

    title: str
    agency: str
    number: str
    lines: tuple[Line, ...]

    def as_json(self) -> dict[str, Any]:
        """Return the words as the database keeps them."""
        lines = [{"kind": one.kind, "text": one.text, "label": one.label} for one in self.lines]
        return {
            "title": self.title, "agency": self.agency, "number": self.number, "lines": lines,
        }  # fmt: skip

    @classmethod
    def read(cls, kept: Mapping[str, Any]) -> "Words":
        """Return the words that the database keeps."""
        lines = tuple(Line(one["kind"], one["text"], one["label"]) for one in kept["lines"])
        return cls(kept["title"], kept["agency"], kept["number"], lines)

    @property
    def groups(self) -> list[tuple[LineKind, list[Line]]]:
        """The lines, those of one kind that stand together in one group."""
        return [(kind, list(lines)) for kind, lines in groupby(self.lines, lambda one: one.kind)]

    @property
    def plain(self) -> str:
        """The words as plain text, one paragraph in a line."""
        rows = (f"{one.label}：{one.text}" if one.label else one.text for one in self.lines)
        return "\n".join([self.agency, self.title, *([self.number] if self.number else []), *rows])


def composed(
    template: Template, values: Mapping[str, str], parts: tuple[Part, ...], *, on: date
) -> Words:
    """Fill a template, by the law of a day.

    A line is left out where one of its values has nothing to say; a row stays, with an empty
    cell. Raises Unacceptable, with the article, where so much as one of the obligatory parts
    would not stand in the letter.
    """
    said: set[str] = set()
    lines: list[Line] = []
    for line in template.lines:
        named = NAMED.findall(line)
        filled = {name: _value(name, values, on) for name in named}
        is_row = ROW in line
        full = {name for name, value in filled.items() if value}
        if not is_row and len(full) < len(filled):
            continue
        said |= full
        lines += _lines(line, filled)
    if refusal := next(_lacking(parts, said, values, on), None):
        raise refusal
    return Words(template.title, values["agency"], values["number"], tuple(lines))


def _lacking(
    parts: tuple[Part, ...], said: set[str], values: Mapping[str, str], on: date
) -> Iterator[Refused]:
    for part in parts:
        missing = [name for name in part.named if name not in said]
        if not missing or (part.where_due and not any(values.get(name) for name in missing)):
            continue
        if "remedies" in missing and not values.get("remedies"):
            remedy = Wording(
                "请先在“复议机关和法院”登记簿中指明。",
                "Name them first in the register “Review bodies and court”.",
            )
        else:
            remedy = Wording(
                "请补充案件记录、表单内容，或者修改模板。",
                "Complete the record of the case or the form, or mend the template.",
            )
        yield Unacceptable(
            Wording(
                f"文书必须写明：{part.wording.zh}；现在没有。",
                f"The letter must say: {part.wording.en}; as it stands it does not.",
            ),
            remedy=remedy,
            basis=part.basis(on),
        )


def _value(name: str, values: Mapping[str, str], on: date) -> str:
    family, colon, rest = name.partition(":")
    if not colon:
        return values.get(name, "").strip()
    if family == "art":
        found = cited(rest, on)
        return in_letter(found) if found else ""
    try:
        limit = statutes.limit(rest, on=on)
    except NotYetLaw:
        return ""
    return limit.unit.of(limit.amount).zh


def _lines(line: str, filled: Mapping[str, str]) -> Iterator[Line]:
    if ROW in line:
        label, _bar, text = line.partition(ROW)
        cell = {name: "" if name == TO_BE_SIGNED else value for name, value in filled.items()}
        yield Line("row", _put(text, cell).strip(), _put(label, cell))
        return
    kind: LineKind = "text"
    if line in (f"{{{name}}}" for name in SIGNING):
        kind = "sign"
    elif _ADDRESSED.fullmatch(line):
        kind = "to"
    paragraphs = [one.strip() for one in _put(line, filled).splitlines()]
    yield from (Line(kind, one) for one in paragraphs if one)


def _put(text: str, filled: Mapping[str, str]) -> str:
    return NAMED.sub(lambda found: filled[found[1]], text)
