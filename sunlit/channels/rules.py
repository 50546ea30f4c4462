"""The pure rules of channels: when something can have appeared, or hung, and for how long."""

from datetime import date


def ran_the_wrong_way(starts_on: date, ends_on: date) -> bool:
    """Say whether something would have ended before it began."""
    return ends_on < starts_on


def posted_too_early(posted_on: date, published_on: date | None) -> bool:
    """Say whether a paper was posted before its item was published."""
    return published_on is not None and posted_on < published_on
