"""The templates of letters: read from `data/letters`, and checked against what the law asks for.

A template is a title and lines. A line names values in braces, such as `{reason}`; `{art:NAME}` is
the article of a provision and `{limit:NAME}` the length of a limit, both by the law of the day of
the letter. A line of the form `label | text` is a row of a table. Lines that name the agency, the
seal or the date and nothing else sign the letter.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

import yaml

from sunlit import statutes
from sunlit.approvals.letters.kinds import Kind, placeholders
from sunlit.kernel.citations import Citation
from sunlit.kernel.refusals import NoSuchRule, NotYetLaw, Refused, Unacceptable
from sunlit.kernel.wording import Wording

DATA = Path(__file__).resolve().parents[3] / "data" / "letters"
NAMED = re.compile(r"\{([^{}]*)\}")
SIGNING = ("agency", "seal", "date")
_LOOSE = re.compile(r"[{}]")


@dataclass(frozen=True)
class Part:
    """What a letter must not lack: the values that hold it, and the provision that says so.

    `where_due`: only cases to which it applies have a value for it; the template names it always.
    """

    wording: Wording
    named: tuple[str, ...]
    provision: str
    where_due: bool = False

    def basis(self, on: date) -> Citation | None:
        """Return the article that asks for it on a day; None before there was one."""
        return cited(self.provision, on)


@dataclass(frozen=True)
class Template:
    """The wording of a kind of letter; `version` says whose it is, `since` from which day."""

    kind: Kind
    title: str
    text: str
    version: str
    since: date
    is_example: bool = False
    """Whether the makers of the software worded it, from memory, and not the agency."""

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines that say something."""
        return tuple(line.strip() for line in self.text.splitlines() if line.strip())


def shipped(kind: Kind, on: date) -> Template:
    """Return the template that comes with the software, as the law of a day has it."""
    versions = _read(kind)[1]
    holding = [one for one in versions if one.since <= on] or versions[:1]
    return holding[-1]


def obligatory(kind: Kind, on: date) -> tuple[Part, ...]:
    """Return the parts that the law of a day asks a letter of this kind to have."""
    return tuple(part for part in _read(kind)[0] if part.basis(on))


def cited(provision: str, on: date) -> Citation | None:
    """Return the article of a provision on a day; None before there was one."""
    try:
        return statutes.provision(provision, on=on)
    except NotYetLaw:
        return None


def faults(kind: Kind, text: str, *, on: date) -> Iterator[Refused]:
    """Yield what is wrong with a template: what nothing can fill, and what the law misses."""
    named: set[str] = set()
    for number, line in enumerate(text.splitlines(), 1):
        found = NAMED.findall(line)
        named.update(found)
        if _LOOSE.search(NAMED.sub("", line)):
            yield Unacceptable(
                Wording(
                    f"第{number}行的花括号不成对。", f"Line {number} has a brace without its pair."
                ),
                remedy=Wording("请写成{名称}。", "Write a value as {name}."),
            )
        for name in found:
            if not _is_known(kind, name):
                yield _unknown(kind, name, number)
    for part in obligatory(kind, on):
        if lacking := [name for name in part.named if name not in named]:
            names = ", ".join(f"{{{name}}}" for name in lacking)
            yield Unacceptable(
                Wording(
                    f"模板缺少法定内容：{part.wording.zh}。",
                    f"The template lacks what the law asks for: {part.wording.en}.",
                ),
                remedy=Wording(f"请加入{names}。", f"Add {names}."),
                basis=part.basis(on),
            )


def _is_known(kind: Kind, name: str) -> bool:
    family, _colon, rest = name.partition(":")
    try:
        match family:
            case "art":
                return rest in statutes.provision_names()
            case "limit":
                return bool(statutes.versions(rest))
    except NoSuchRule:
        return False
    return name in placeholders(kind)


def _unknown(kind: Kind, name: str, number: int) -> Unacceptable:
    family, _colon, rest = name.partition(":")
    if family in ("art", "limit"):
        return Unacceptable(
            Wording(
                f"第{number}行引用的{'条文' if family == 'art' else '期限'}“{rest}”不存在。",
                f"Line {number} names the {'provision' if family == 'art' else 'limit'} “{rest}”, "
                "which does not exist.",
            ),
            remedy=Wording("名称见法定期限页。", "The page of the limits has the names."),
        )
    known = sorted(placeholders(kind))
    return Unacceptable(
        Wording(
            f"第{number}行的“{{{name}}}”不是这种文书可以填写的内容。",
            f"Line {number} names “{{{name}}}”, which nothing of this letter fills.",
        ),
        remedy=Wording(f"可用的有：{'、'.join(known)}。", f"There are: {', '.join(known)}."),
    )


@lru_cache(maxsize=32)
def _read(kind: Kind) -> tuple[tuple[Part, ...], tuple[Template, ...]]:
    raw = yaml.safe_load((DATA / f"{kind.value}.yaml").read_text(encoding="utf-8"))
    parts = tuple(
        Part(
            Wording(row["zh"], row["en"]),
            tuple(row["named"]),
            row["provision"],
            row.get("where_due", False),
        )
        for row in raw["obligatory"]
    )
    versions = sorted(raw["versions"], key=lambda one: one["since"])
    return parts, tuple(
        Template(
            kind=kind,
            title=one.get("title", raw["title"]),
            text=one["text"],
            version=f"shipped {one['since'].isoformat()}",
            since=one["since"],
            is_example=raw["confidence"] == "memory",
        )
        for one in versions
    )
