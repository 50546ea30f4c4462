"""How a normative document stands on a day, and which principle a decision follows."""

from datetime import date
from enum import Enum


class Standing(Enum):
    """How a normative document stands."""

    NOT_YET_ISSUED = "not_yet_issued"
    IN_FORCE = "in_force"
    REPEALED = "repealed"
    LAPSED = "lapsed"


def standing(
    *,
    issued_on: date,
    repealed_on: date | None,
    lapsed_on: date | None,
    valid_until: date | None,
    on: date,
) -> Standing:
    """Say how a document stood on a day. It is out of force from the day of its repeal on."""
    if on < issued_on:
        return Standing.NOT_YET_ISSUED
    if repealed_on is not None and repealed_on <= on:
        return Standing.REPEALED
    if lapsed_on is not None and lapsed_on <= on:
        return Standing.LAPSED
    if valid_until is not None and valid_until < on:
        return Standing.LAPSED
    return Standing.IN_FORCE


def agrees(*, ends_the_document: bool, abolishes: bool) -> bool:
    """Say whether a decision follows its principle: what is abolished ends, the rest stays."""
    return ends_the_document == abolishes
