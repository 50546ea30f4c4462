"""How a task of the plan stands on a day."""

from datetime import date
from enum import Enum


class Standing(Enum):
    """How a task stands."""

    IN_TIME = "in_time"
    LATE = "late"
    DONE = "done"
    DONE_LATE = "done_late"


def standing(*, due_on: date, done_on: date | None, on: date) -> Standing:
    """Say how a task stood on a day; what was done after that day was then still open."""
    if done_on is not None and done_on <= on:
        return Standing.DONE if done_on <= due_on else Standing.DONE_LATE
    return Standing.IN_TIME if on <= due_on else Standing.LATE


def done_before_it_was_set(*, issued_on: date, done_on: date | None) -> bool:
    """Say whether a task has a day of completion before the plan that set it."""
    return done_on is not None and done_on < issued_on
