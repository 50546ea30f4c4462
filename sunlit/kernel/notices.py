"""The State Council's yearly notices: which days are off and which weekend days are worked."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import yaml

from sunlit.kernel.refusals import Unacceptable
from sunlit.kernel.wording import Wording

_FOLDER = Path(__file__).resolve().parents[2] / "data" / "calendars" / "china"


@dataclass(frozen=True, slots=True)
class Holiday:
    """A run of days off under one name, first and last day included."""

    name: Wording
    first: date
    last: date

    @property
    def days(self) -> tuple[date, ...]:
        """Every day of the run."""
        length = (self.last - self.first).days + 1
        return tuple(self.first + timedelta(days=n) for n in range(length))


@dataclass(frozen=True, slots=True)
class Notice:
    """One notice of the arrangement of a year, or of a change to it.

    `number` is empty where it is not known. A later notice prevails over an earlier one.
    """

    year: int
    title: str
    number: str
    issued_on: date
    confidence: str
    holidays: tuple[Holiday, ...]
    make_up_days: tuple[date, ...]

    @property
    def cited(self) -> Wording:
        """The notice as a reason names it."""
        return Wording(
            self.number or f"《{self.title}》",
            f"State Council notice on {self.year} of {self.issued_on.isoformat()}"
            if self.number
            else f"State Council notice on {self.year}",
        )


def parse_notices(year_file: Mapping[str, object]) -> tuple[Notice, ...]:
    """Read the mapping of one year file; raises Unacceptable when it is not of that shape."""
    try:
        return tuple(_notice(int(str(year_file["year"])), n) for n in _rows(year_file["notices"]))
    except (KeyError, TypeError, ValueError) as fault:
        raise Unacceptable(
            Wording(
                f"放假安排的数据不完整或者格式不对:{fault}。",
                f"The data of the holiday notice are incomplete or malformed: {fault}.",
            )
        ) from fault


def shipped_notices() -> tuple[Notice, ...]:
    """Every notice in `data/calendars/china`, by year of arrangement."""
    files = sorted(_FOLDER.glob("[0-9]*.yaml"))
    read = (yaml.safe_load(file.read_text(encoding="utf-8")) for file in files)
    return tuple(notice for mapping in read for notice in parse_notices(mapping))


def _notice(year: int, row: Mapping[str, object]) -> Notice:
    holidays = tuple(_holiday(h) for h in _rows(row["holidays"]))
    make_up = row["make_up_days"]
    if not isinstance(make_up, list):
        raise TypeError("make_up_days must be a list")
    return Notice(
        year=year,
        title=str(row["zh"]),
        number=str(row["number"] or ""),
        issued_on=_day(row["issued_on"]),
        confidence=str(row["confidence"]),
        holidays=holidays,
        make_up_days=tuple(_day(day) for day in make_up),
    )


def _holiday(row: Mapping[str, object]) -> Holiday:
    first, last = _day(row["from"]), _day(row["until"])
    if last < first:
        raise ValueError(f"a holiday ends on {last} before it begins on {first}")
    return Holiday(Wording(str(row["zh"]), str(row["en"])), first, last)


def _rows(value: object) -> list[Mapping[str, object]]:
    if not isinstance(value, list) or not all(isinstance(row, Mapping) for row in value):
        raise TypeError("a list of mappings is needed")
    return value


def _day(value: object) -> date:
    return value if isinstance(value, date) else date.fromisoformat(str(value))
