"""Which rooms take in which files, and in what order."""

from collections.abc import Callable
from dataclasses import dataclass, field

from sunlit.intake.folder import Folder


@dataclass(frozen=True, kw_only=True)
class Intake:
    """What one room takes in. It runs after the rooms that it needs."""

    room: str
    files: tuple[str, ...]
    take: Callable[[Folder], None]
    after: tuple[str, ...] = field(default=())


_intakes: dict[str, Intake] = {}


def register(intake: Intake) -> None:
    """Let a room's files be taken in."""
    _intakes[intake.room] = intake


def in_order() -> tuple[Intake, ...]:
    """Return all intakes, each after those that it needs."""
    ordered: list[Intake] = []

    def place(room: str) -> None:
        intake = _intakes[room]
        for needed in intake.after:
            if needed in _intakes:
                place(needed)
        if intake not in ordered:
            ordered.append(intake)

    for room in _intakes:
        place(room)
    return tuple(ordered)
