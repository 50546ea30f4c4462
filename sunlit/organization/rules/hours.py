"""What makes office hours possible: read from what is typed, and the first fault found in them."""

import re
from collections.abc import Sequence

from sunlit.kernel.wording import Wording

Week = tuple[tuple[str, ...], ...]
"""The spans of each weekday, Monday first."""

WEEKDAYS = (
    Wording("星期一", "Monday"),
    Wording("星期二", "Tuesday"),
    Wording("星期三", "Wednesday"),
    Wording("星期四", "Thursday"),
    Wording("星期五", "Friday"),
    Wording("星期六", "Saturday"),
    Wording("星期日", "Sunday"),
)
_SPAN = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]-([01][0-9]|2[0-3]):[0-5][0-9]")
_APART = re.compile(r"[,，、;；\s]+")
_DASHES = str.maketrans({"–": "-", "—": "-", "~": "-", "～": "-", "：": ":"})


def spans_typed(text: str) -> tuple[str, ...]:
    """Return the spans of a day as they were typed, in the one way of writing them."""
    return tuple(span for span in _APART.split(text.translate(_DASHES).strip()) if span)


def fault_in(week: Sequence[Sequence[str]]) -> Wording | None:
    """Return what is wrong with the hours of a week; None if they can be worked."""
    if len(week) != len(WEEKDAYS):
        return Wording("办公时间应当写明一周七天。", "Office hours name all seven days of a week.")
    for name, spans in zip(WEEKDAYS, week, strict=True):
        if fault := _fault_of_day(name, spans):
            return fault
    if not week[0]:
        return Wording(
            "星期一没有办公时间;调休上班的日子按星期一办公。",
            "Monday has no hours; a make-up day is worked as Monday is.",
        )
    return None


def _fault_of_day(name: Wording, spans: Sequence[str]) -> Wording | None:
    last = ""
    for span in spans:
        if not _SPAN.fullmatch(span):
            return Wording(
                f"{name.zh}的“{span}”不是时段,应当写作08:30-12:00。",
                f"“{span}” on {name.en} is no span; write it as 08:30-12:00.",
            )
        begin, end = span.split("-")
        if end <= begin:
            return Wording(
                f"{name.zh}的时段{span}结束不晚于开始。",
                f"The span {span} on {name.en} does not end after it begins.",
            )
        if last and begin <= last:
            return Wording(
                f"{name.zh}的时段{span}与前一时段重叠或者相接。",
                f"The span {span} on {name.en} overlaps or touches the one before it.",
            )
        last = end
    return None
