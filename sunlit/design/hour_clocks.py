"""A clock in hours as lines of a day each: what is drawn, and what is said."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils.translation import gettext as _

from sunlit.design.faces import moment, said
from sunlit.kernel.hours import HourReading, Segment

UNITS_IN_AN_HOUR = 10  # of the drawing
DUE_WIDTH = 3
_ONE_DAY = timedelta(days=1)
_PAUSED = "不计入期限"


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of a day: where it stands in the drawing, and what it is."""

    x: float
    width: float
    mark: str  # open, closed, paused
    title: str


@dataclass(frozen=True, slots=True)
class HourRow:
    """A day of the clock. `due_x`: where the last moment stands, if it lies in this day."""

    on: date
    bars: tuple[Bar, ...]
    due_x: float | None


@dataclass(frozen=True, slots=True)
class ToldSegment:
    """A stretch of time in words; `hours` is empty where it does not count."""

    start: datetime
    end: datetime
    hours: str
    why: str
    mark: str


@dataclass(frozen=True, slots=True)
class HourFace:
    """A clock in hours, ready to be shown."""

    sentence: str
    rows: tuple[HourRow, ...]
    segments: tuple[ToldSegment, ...]
    has_pause: bool
    has_closed: bool
    basis: tuple[object, ...]


def hour_face(reading: HourReading) -> HourFace:
    """Draw a clock in hours."""
    facts = {"start": moment(reading.start), "due": moment(reading.due_at)}
    segments = tuple(_told(segment) for segment in reading.segments)
    return HourFace(
        sentence=_("Runs from %(start)s to %(due)s.") % facts,
        rows=tuple(_row(reading, day) for day in _days(reading)),
        segments=segments,
        has_pause=any(one.mark == "paused" for one in segments),
        has_closed=any(one.mark == "closed" for one in segments),
        basis=tuple(reading.limit.basis),
    )


def _days(reading: HourReading) -> list[date]:
    first = reading.start.date()
    last = (reading.due_at - timedelta(microseconds=1)).date()
    return [first + n * _ONE_DAY for n in range((last - first).days + 1)]


def _row(reading: HourReading, day: date) -> HourRow:
    midnight = datetime.combine(day, time())
    bars = tuple(
        _bar(segment, midnight)
        for segment in reading.segments
        if segment.start < midnight + _ONE_DAY and midnight < segment.end
    )
    ends_here = midnight < reading.due_at <= midnight + _ONE_DAY
    due_x = _x(reading.due_at - midnight) - DUE_WIDTH if ends_here else None
    return HourRow(day, bars, due_x)


def _bar(segment: Segment, midnight: datetime) -> Bar:
    begin, end = max(segment.start, midnight), min(segment.end, midnight + _ONE_DAY)
    title = f"{begin:%H:%M}–{_clock(end, midnight)} {said(segment.why)}"
    return Bar(_x(begin - midnight), _x(end - begin), _mark(segment), title)


def _clock(end: datetime, midnight: datetime) -> str:
    return "24:00" if end == midnight + _ONE_DAY else f"{end:%H:%M}"


def _x(since: timedelta) -> float:
    return round(since.total_seconds() / 3600 * UNITS_IN_AN_HOUR, 1)


def _mark(segment: Segment) -> str:
    if segment.counted:
        return "open"
    return "paused" if segment.why.zh.startswith(_PAUSED) else "closed"


def _told(segment: Segment) -> ToldSegment:
    hours, minutes = divmod(int(segment.length.total_seconds()) // 60, 60)
    counted = f"{hours}:{minutes:02}" if segment.counted else ""
    return ToldSegment(segment.start, segment.end, counted, said(segment.why), _mark(segment))
