"""How the counterpart of a decision is shown to the public: no person by the full name."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from sunlit.approvals.publicity.rows import IDENTITY, Decision, Fact
from sunlit.screening.kinds import Kind
from sunlit.screening.lexicons import Lexicon
from sunlit.screening.masking import Masking, masked
from sunlit.screening.names import is_name
from sunlit.screening.rules import screen_text

PERSON, SOLE_TRADER, ORGANISATION = "person", "sole_trader", "organisation"
TEXTS = (
    "content", "matter", "facts", "basis", "offence", "permit", "remark", "certificate",
    "document_name", "document_number",
)  # fmt: skip
"""Facts in free words, in which a person may be named."""
STILL_SAID = frozenset(
    {
        "document_name", "document_number", "matter", "offence", "decided_on", "organ",
        "organ_code", "source", "source_code", "status", "remark", "stamp",
    }
)  # fmt: skip
# What a record writes in place of a name, such as 当事人 2012-P001.
_STAND_IN = re.compile(r"(?:当事人|申请人|诉求人|相对人)\s?[0-9A-Z][0-9A-Z-]*")
_BRACKETS = re.compile(r"(?P<open>[（(])(?P<inner>[^（）()]{2,20})(?P<close>[）)])")
_LEADS = re.compile(
    r"(?P<lead>(?:经营者|负责人|业主|店主|户主|姓名|经营人)[:：为]?\s*)(?P<inner>[\u4e00-\u9fff·•]{2,12})"
)
_LATIN = re.compile(r"[A-Za-z][A-Za-z .'·-]*")
_SHOP = re.compile(
    r"[店铺馆厅部摊社行坊屋吧场厂站所院室园档超市公司中心商贸门餐饮面吃饭堂楼庄城户厨网]$"
)
_LONGEST_NAME = 4


@dataclass(frozen=True, slots=True)
class Curtain:
    """How an agency masks, and the words by which a name is told from another word."""

    how: Masking
    words: Lexicon

    def name(self, text: str, kind: str) -> str:
        """Return a counterpart's name as the public may read it, by what the counterpart is."""
        text = text.strip()
        if _STAND_IN.fullmatch(text):
            return text
        if kind == PERSON or is_name(text, self.words):
            return self._person(text)
        if kind == ORGANISATION:
            return text
        return self._sole_trader(text)

    def text(self, text: str, names: Mapping[str, str]) -> str:
        """Return a text without the names of those people, and what else the screening masks."""
        text = _replaced(text, names)
        return masked(text, screen_text(text, self.words), how=self.how)

    def _person(self, name: str) -> str:
        """The surname stays; of a name in Latin letters its first sign."""
        if _LATIN.fullmatch(name):
            return name[0] + self.how.sign(Kind.NAME_WITH_ID) * 2
        return self.how.shown(Kind.NAME_WITH_ID, name)

    def _sole_trader(self, name: str) -> str:
        """The name of a shop stays; the person behind it, alone or in brackets, is masked."""
        if len(name) <= _LONGEST_NAME and not _SHOP.search(name):
            return self._person(name)
        if _LATIN.fullmatch(name):
            return self._person(name)
        return "".join(self._parts(name))

    def _parts(self, name: str) -> Iterator[str]:
        at = 0
        for found in sorted(
            chain(_BRACKETS.finditer(name), _LEADS.finditer(name)), key=lambda one: one.start()
        ):
            start, end = found.span("inner")
            inner = found["inner"]
            if start < at or not (_LEADS.fullmatch(found[0]) or is_name(inner, self.words)):
                continue
            yield name[at:start] + self._person(inner)
            at = end
        yield name[at:]


def behind(curtain: Curtain, decision: Decision) -> Decision:
    """Return a decision as the public may read it: names masked, numbers of papers left out."""
    kind = str(decision.facts.get("kind") or PERSON)
    people = _people(curtain, decision.facts, kind)
    facts: dict[str, Fact] = {}
    for name, fact in decision.facts.items():
        if name in IDENTITY:
            continue
        if name == "name" and isinstance(fact, str):
            facts[name] = _replaced(curtain.name(fact, kind), people)
        elif name == "representative" and isinstance(fact, str):
            facts[name] = people.get(fact, "")
        elif name in TEXTS and isinstance(fact, str):
            facts[name] = curtain.text(fact, people)
        elif name == "credit_code" and kind == PERSON:
            continue
        else:
            facts[name] = fact
    return replace(decision, facts=facts)


def without_counterpart(decision: Decision) -> Decision:
    """Return what is still said of a decision that was withdrawn: the act, never whom it met."""
    kept = {name: fact for name, fact in decision.facts.items() if name in STILL_SAID}
    return replace(decision, facts=kept)


def _replaced(text: str, names: Mapping[str, str]) -> str:
    for full, shown in sorted(names.items(), key=lambda pair: -len(pair[0])):
        text = text.replace(full, shown)
    return text


def _people(curtain: Curtain, facts: Mapping[str, Fact], kind: str) -> dict[str, str]:
    """Return the full names that the facts hold, each with what is shown for it."""
    found: dict[str, str] = {}
    name, representative = facts.get("name"), facts.get("representative")
    if isinstance(name, str) and name and kind != ORGANISATION:
        found[name] = curtain.name(name, kind)
    if isinstance(representative, str) and representative:
        found[representative] = curtain.name(representative, PERSON)
    return {full: shown for full, shown in found.items() if full != shown}
