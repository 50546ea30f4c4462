"""A claim, and whether the figures prove it: conditions over figures, and nothing else."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sunlit.measures.rules import NoFigure, Reference, reference

_CONDITION = re.compile(r"(?P<figure>\S+)(?: (?P<relation>=|>=|<=) (?P<wanted>\S+))?")


class BadScheme(ValueError):
    """A file of claims that cannot be used; the text says where and why."""


class Relation(StrEnum):
    """How the number that is found has to stand to the number that is claimed."""

    EQUAL = "="
    AT_LEAST = ">="
    AT_MOST = "<="

    def holds(self, found: int, wanted: int) -> bool:
        """Say whether it does."""
        return {
            Relation.EQUAL: found == wanted,
            Relation.AT_LEAST: found >= wanted,
            Relation.AT_MOST: found <= wanted,
        }[self]


class State(StrEnum):
    """How a claim stands before the records."""

    PROVEN = "proven"
    NOT_PROVEN = "not_proven"
    NOT_MEASURABLE = "not_measurable"


@dataclass(frozen=True)
class Condition:
    """A figure, and the number or the other figure that it has to reach."""

    figure: Reference
    relation: Relation
    wanted: int | Reference

    def figures(self) -> Iterator[Reference]:
        """Yield the figures that the condition needs."""
        yield self.figure
        if isinstance(self.wanted, Reference):
            yield self.wanted


@dataclass(frozen=True)
class StatedClaim:
    """One thing that the agency says of its year, and what proves it."""

    id: str
    says: Mapping[str, str]
    proof: tuple[Condition, ...]
    """All of them must hold; none: no record can prove it."""
    told: tuple[str, ...] = ()
    """The claims of the report's text that say the same, by their ids."""
    beyond: Mapping[str, str] | None = None
    """What no record can show, even when the conditions hold."""


@dataclass(frozen=True)
class ClaimSection:
    """The claims of one part of the report."""

    id: str
    heading: Mapping[str, str]
    claims: tuple[StatedClaim, ...]


@dataclass(frozen=True)
class ClaimScheme:
    """All claims of one agency about one year, as its people wrote them down."""

    year: int
    agency: str
    """The code of the agency that claims this; empty where any agency may."""
    title: Mapping[str, str]
    sections: tuple[ClaimSection, ...]

    def claims(self) -> Iterator[StatedClaim]:
        """Yield every claim, in order."""
        for section in self.sections:
            yield from section.claims

    def tellers(self) -> dict[str, tuple[str, ...]]:
        """Return, for each claim of the report's text, the claims that it tells, by their ids."""
        tellers: dict[str, tuple[str, ...]] = {}
        for claim in self.claims():
            for told in claim.told:
                tellers[told] = (*tellers.get(told, ()), claim.id)
        return tellers

    def figures(self) -> tuple[Reference, ...]:
        """Return the figures that the claims need, each once."""
        named = {
            str(figure): figure
            for claim in self.claims()
            for condition in claim.proof
            for figure in condition.figures()
        }
        return tuple(named.values())


@dataclass(frozen=True)
class Finding:
    """What one condition came to; a number is None where no room can give the figure."""

    condition: Condition
    found: int | None
    wanted: int | None

    @property
    def holds(self) -> bool:
        """Whether the condition is met; all of nothing proves nothing."""
        if self.found is None or self.wanted is None:
            return False
        if isinstance(self.condition.wanted, Reference) and not self.found:
            return False
        return self.condition.relation.holds(self.found, self.wanted)


@dataclass(frozen=True)
class Judgement:
    """A claim before the records: how it stands, and what each condition came to."""

    claim: StatedClaim
    findings: tuple[Finding, ...]

    @property
    def state(self) -> State:
        """Proven if all conditions hold; not measurable if a figure is not to be had."""
        if not self.findings or any(None in (one.found, one.wanted) for one in self.findings):
            return State.NOT_MEASURABLE
        return State.PROVEN if all(one.holds for one in self.findings) else State.NOT_PROVEN


def judge(claim: StatedClaim, numbers: Mapping[str, int | None]) -> Judgement:
    """Hold one claim against the numbers, which are found by the names of the figures."""
    return Judgement(claim, tuple(_find(condition, numbers) for condition in claim.proof))


def _find(condition: Condition, numbers: Mapping[str, int | None]) -> Finding:
    wanted = condition.wanted
    found = numbers.get(str(condition.figure))
    other = numbers.get(str(wanted)) if isinstance(wanted, Reference) else wanted
    return Finding(condition, found, other)


def read_scheme(data: Any) -> ClaimScheme:
    """Return the claims that were written in a file. Raises `BadScheme`, saying what is wrong."""
    try:
        scheme = ClaimScheme(
            year=int(data["year"]),
            agency=str(data.get("agency", "")),
            title=data["title"],
            sections=tuple(
                ClaimSection(
                    section["id"],
                    section["heading"],
                    tuple(_claim(claim) for claim in section["claims"]),
                )
                for section in data["sections"]
            ),
        )
    except BadScheme:
        raise
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise BadScheme(f"missing or misplaced: {error}") from None
    ids = [claim.id for claim in scheme.claims()]
    if twice := sorted({one for one in ids if ids.count(one) > 1}):
        raise BadScheme(f"given twice: {', '.join(twice)}")
    return scheme


def _claim(data: Mapping[str, Any]) -> StatedClaim:
    try:
        return StatedClaim(
            id=str(data["id"]),
            says=data["says"],
            proof=tuple(condition(text) for text in data.get("proof", ())),
            told=tuple(data.get("told", ())),
            beyond=data.get("beyond"),
        )
    except BadScheme as error:
        raise BadScheme(f"{data['id']}: {error}") from None


def condition(text: str) -> Condition:
    """Return a condition: `FIGURE`, `FIGURE = 8`, `FIGURE >= 90` or `FIGURE = OTHER`.

    A figure alone has to count at least one record. Raises `BadScheme` for anything else.
    """
    found = _CONDITION.fullmatch(text)
    if found is None:
        raise BadScheme(f"no condition: {text}")
    try:
        figure = reference(found["figure"])
        if found["relation"] is None:
            return Condition(figure, Relation.AT_LEAST, 1)
        wanted = found["wanted"]
        target = int(wanted) if wanted.isdecimal() else reference(wanted)
        return Condition(figure, Relation(found["relation"]), target)
    except NoFigure as error:
        raise BadScheme(f"no figure: {error}") from None
