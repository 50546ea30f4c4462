"""The order, length and publication of a dossier's stages."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date


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


def deciding(stages: Iterable[StageDays], names: Iterable[str]) -> StageDays | None:
    """Return the stage that decides: the last one so named, else the last one of all."""
    ordered, named = in_sequence(stages), frozenset(names)
    for stage in reversed(ordered):
        if stage.name in named:
            return stage
    return ordered[-1] if ordered else None


def unpublished_before(stages: Iterable[StageDays], seq: int) -> StageDays | None:
    """Return the first stage before a given one that has not been published."""
    earlier = (stage for stage in in_sequence(stages) if stage.seq < seq)
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
