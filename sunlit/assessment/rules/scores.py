"""How the scores of an office are put together (综合得分), and what they bring to its targets."""

from decimal import Decimal

OPENNESS_WEIGHT = Decimal("0.40")
OTHER_WEIGHT = Decimal("0.20")
POST_TARGET_SHARE = Decimal("0.15")
TOLERANCE = Decimal("0.01")


def composite(
    *, openness: Decimal, integrity: Decimal, conduct: Decimal, efficiency: Decimal
) -> Decimal:
    """Return the composite score: openness by 40 %, each other score by 20 %."""
    return OPENNESS_WEIGHT * openness + OTHER_WEIGHT * (integrity + conduct + efficiency)


def post_target_points(openness: Decimal) -> Decimal:
    """Return the points that openness brings to the post's targets: 15 % of its score."""
    return POST_TARGET_SHARE * openness


def differs(stated: Decimal, found: Decimal) -> bool:
    """Say whether a stated number differs from the computed one by more than a hundredth."""
    return abs(stated - found) > TOLERANCE
