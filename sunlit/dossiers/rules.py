"""The order, length and publication of a dossier's stages, and what a template asks of each."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sunlit.kernel.limits import Unit
from sunlit.kernel.wording import Wording

MOST_STAGES = 30
LONGEST_WITHIN = 120
"""How many days a template may give for the publication of a stage at most."""


@dataclass(frozen=True)
class StageRule:
    """What a template asks of one stage.

    `must`: what it has to publish; `within` so many days of `unit` after its end, where that is
    promised (0: the time that the law gives for all disclosure); `least_days`: how many calendar
    days it must last, first and last day included, by `law`, as citations are kept; `decides`:
    with its end people are appointed, or lots awarded; `is_required`: whether each dossier has
    it; `words`: what its text must speak of, each as one word or as several that mean the same.
    """

    name: str
    must: Wording | None = None
    within: int = 0
    unit: Unit = Unit.WORKING_DAY
    least_days: int = 0
    law: str = ""
    decides: bool = False
    is_required: bool = True
    words: tuple[tuple[str, ...], ...] = ()

    def as_kept(self) -> dict[str, Any]:
        """The rule as a template keeps it."""
        return {
            "name": self.name,
            "must": {"zh": self.must.zh, "en": self.must.en} if self.must else None,
            "within": self.within,
            "unit": self.unit.value,
            "least_days": self.least_days,
            "law": self.law,
            "decides": self.decides,
            "is_required": self.is_required,
            "words": [list(group) for group in self.words],
        }

    @classmethod
    def from_kept(cls, kept: Mapping[str, Any]) -> "StageRule":
        """Read a rule as a template or the vocabulary keeps it; what is left out is as usual."""
        must = kept.get("must")
        return cls(
            name=kept["name"],
            must=Wording(must["zh"], must["en"]) if must else None,
            within=kept.get("within", 0),
            unit=Unit(kept.get("unit", Unit.WORKING_DAY.value)),
            least_days=kept.get("least_days", 0),
            law=kept.get("law", ""),
            decides=kept.get("decides", False),
            is_required=kept.get("is_required", True),
            words=tuple(
                tuple(group.split("/")) if isinstance(group, str) else tuple(group)
                for group in kept.get("words", ())
            ),
        )


@dataclass(frozen=True)
class StageDays:
    """The days of one stage; a stage to come has none."""

    seq: int
    name: str
    starts_on: date | None = None
    ends_on: date | None = None
    published_on: date | None = None


def in_sequence(stages: Iterable[StageDays]) -> list[StageDays]:
    """Return stages in the order of their numbers."""
    return sorted(stages, key=lambda stage: stage.seq)


def too_early(stages: Iterable[StageDays]) -> Iterator[tuple[StageDays, StageDays]]:
    """Yield each stage that began before an earlier one had begun, and that earlier one."""
    latest: StageDays | None = None
    for stage in in_sequence(stages):
        if stage.starts_on is None:
            continue
        if latest and latest.starts_on and stage.starts_on < latest.starts_on:
            yield stage, latest
        else:
            latest = stage


def days_of(stage: StageDays) -> int:
    """Return how many calendar days a stage lasts, first and last day included; 0 if open."""
    if stage.starts_on is None or stage.ends_on is None:
        return 0
    return (stage.ends_on - stage.starts_on).days + 1


def days_stood(stage: StageDays) -> int:
    """Return how many calendar days a notice stood: from the day on which it was public on.

    First and last day included; 0 while it is open, or where it was public after its last day.
    """
    if stage.starts_on is None or stage.ends_on is None:
        return 0
    shown_on = max(stage.starts_on, stage.published_on or stage.starts_on)
    return max((stage.ends_on - shown_on).days + 1, 0)


def deciding(stages: Iterable[StageDays], names: Iterable[str]) -> StageDays | None:
    """Return the stage that decides: the last one so named, else the last one of all."""
    ordered, named = in_sequence(stages), frozenset(names)
    for stage in reversed(ordered):
        if stage.name in named:
            return stage
    return ordered[-1] if ordered else None


def unpublished_before(
    stages: Iterable[StageDays], seq: int, *, optional: Collection[str] = ()
) -> StageDays | None:
    """Return the first stage before a given one that has not been published, and had to be.

    `optional` are the names of stages that a dossier may do without.
    """
    earlier = (
        stage for stage in in_sequence(stages) if stage.seq < seq and stage.name not in optional
    )
    return next((stage for stage in earlier if stage.published_on is None), None)


def overdue(
    stages: Sequence[StageDays], *, on: date, due: Callable[[date], date]
) -> Iterator[StageDays]:
    """Yield the stages that had ended and should have been published before a day, and were not.

    `due` gives the last day for publication, from the day on which a stage ended.
    """
    for stage in in_sequence(stages):
        is_public = stage.published_on is not None and stage.published_on <= on
        if stage.ends_on and not is_public and due(stage.ends_on) < on:
            yield stage
