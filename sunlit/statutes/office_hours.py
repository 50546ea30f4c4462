"""The usual hours of an office, as the file has them."""

from collections.abc import Sequence
from datetime import time
from functools import lru_cache
from pathlib import Path

import yaml

from sunlit.kernel.hours import OfficeHours, Span

_FILE = Path(__file__).resolve().parents[2] / "data" / "calendars" / "office_hours.yaml"


@lru_cache(maxsize=1)
def usual_hours() -> OfficeHours:
    """The hours of `data/calendars/office_hours.yaml`; raises ValueError for a wrong file."""
    week: dict[str, list[str]] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return hours_from(list(week.values()))


def hours_from(week: Sequence[Sequence[str]]) -> OfficeHours:
    """The hours of a week, each span written "08:30-12:00"; raises ValueError."""
    return OfficeHours(tuple(tuple(_span(text) for text in day) for day in week))


def _span(text: str) -> Span:
    begin, _dash, end = text.partition("-")
    return time.fromisoformat(begin), time.fromisoformat(end)
