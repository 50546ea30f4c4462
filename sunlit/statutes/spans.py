"""Pauses that make sense: in order, apart, after the start, before the end."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import TypeVar

from sunlit.kernel.refusals import Unacceptable
from sunlit.kernel.wording import Wording

When = TypeVar("When", date, datetime)


def check_pauses(start: When, ordered: Sequence[tuple[When, When]]) -> None:
    """Refuse pauses that overlap, end before they begin, or begin before the limit."""
    last = start
    for after, until in ordered:
        if until < after:
            raise Unacceptable(
                Wording(
                    f"暂停的结束日{until}早于开始日{after}。",
                    f"The pause ends on {until}, before it begins on {after}.",
                )
            )
        if after < start:
            raise Unacceptable(
                Wording(
                    f"{after}开始的暂停早于期限起算日{start}。",
                    f"The pause of {after} begins before the limit does, on {start}.",
                )
            )
        if after < last:
            raise Unacceptable(
                Wording(
                    f"{after}开始的暂停与前一次暂停重叠。",
                    f"The pause of {after} overlaps the one before it.",
                )
            )
        last = until


def refuse_pause_after_the_end(after: When, due: When) -> None:
    """Refuse a pause that begins when the limit has run out already."""
    if after >= due:
        raise Unacceptable(
            Wording(
                f"{after}开始暂停时,期限已于{due}届满。",
                f"The pause of {after} begins when the limit has run out, on {due}.",
            )
        )
