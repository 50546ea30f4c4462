"""Limits in hours: from a moment to a moment, with every stretch of time explained."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sunlit.kernel.calendar import WorkingCalendar
from sunlit.kernel.limits import Limit, Unit
from sunlit.kernel.refusals import Unacceptable
from sunlit.kernel.wording import Wording

DAYS_IN_A_WEEK = 7
_ONE_DAY = timedelta(days=1)
_NOTHING = timedelta()

Span = tuple[time, time]
Stretch = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True)
class OfficeHours:
    """When an office works: the spans of each weekday, Monday first, in order and apart.

    A make-up day that falls on a weekday without spans is worked as Monday is. Raises ValueError
    for spans that overlap, stand in the wrong order, or leave Monday without work.
    """

    spans: tuple[tuple[Span, ...], ...]

    def __post_init__(self) -> None:
        if len(self.spans) != DAYS_IN_A_WEEK or not self.spans[0]:
            raise ValueError("the hours of seven days are needed, and Monday must be worked")
        for of_day in self.spans:
            marks = [mark for span in of_day for mark in span]
            if marks != sorted(set(marks)):
                raise ValueError("the spans of a day must follow one another without touching")

    def on(self, day: date, calendar: WorkingCalendar) -> tuple[Stretch, ...]:
        """The stretches worked on this day; none on a day off. Raises BeyondCalendar."""
        if not calendar.is_working(day):
            return ()
        spans = self.spans[day.weekday()] or self.spans[0]
        return tuple((datetime.combine(day, a), datetime.combine(day, b)) for a, b in spans)


@dataclass(frozen=True, slots=True)
class ChangingHours:
    """Hours that changed: the first ones, and each later version with its first day, in order."""

    first: OfficeHours
    later: tuple[tuple[date, OfficeHours], ...] = ()

    def version(self, day: date) -> OfficeHours:
        """The hours in force on a day."""
        begun = [hours for since, hours in self.later if since <= day]
        return begun[-1] if begun else self.first

    def on(self, day: date, calendar: WorkingCalendar) -> tuple[Stretch, ...]:
        """The stretches worked on a day, by the hours in force on it. Raises BeyondCalendar."""
        return self.version(day).on(day, calendar)


Hours = OfficeHours | ChangingHours


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of time that counts or does not, and why."""

    start: datetime
    end: datetime
    counted: bool
    why: Wording

    @property
    def length(self) -> timedelta:
        """How long it is."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class HourReading:
    """A clock in hours. `segments` cover every moment from `start` to `due_at`, in order."""

    limit: Limit
    start: datetime
    due_at: datetime
    total: timedelta
    segments: tuple[Segment, ...]

    @property
    def due_on(self) -> date:
        """The day of the last moment in time."""
        return self.due_at.date()


_COUNTED = {
    Unit.HOUR: Wording("自然小时,昼夜连续计算", "plain hours, counted day and night"),
    Unit.WORKING_HOUR: Wording("上班时间", "office hours"),
}
_CLOSED = Wording("不在上班时间", "outside office hours")


def run_hours(
    limit: Limit,
    start: datetime,
    calendar: WorkingCalendar,
    hours: Hours,
    *,
    pauses: Sequence[tuple[datetime, datetime, Wording]] = (),
    added: int = 0,
) -> HourReading:
    """Read a clock in hours from this moment, in the office's own time and without a zone.

    A pause leaves out the time between its two moments. Raises Unacceptable for a limit in days
    and for pauses that make no sense, BeyondCalendar where working hours are not known.
    """
    if not limit.unit.is_of_hours:
        raise Unacceptable(
            Wording("这一期限按日计算。", "This limit is in days."),
            Wording("请只给出日期。", "Give the day only."),
        )
    _check(start, pauses)
    left = total = timedelta(hours=limit.amount + added)
    segments: list[Segment] = []
    for segment in _stretches(limit, start, calendar, hours, pauses):
        piece = segment
        if segment.counted and segment.length > left:
            piece = Segment(segment.start, segment.start + left, segment.counted, segment.why)
        segments = _joined(segments, piece)
        left -= piece.length if piece.counted else _NOTHING
        if not left:
            break
    return HourReading(limit, start, segments[-1].end, total, tuple(segments))


def _stretches(
    limit: Limit,
    start: datetime,
    calendar: WorkingCalendar,
    hours: Hours,
    pauses: Sequence[tuple[datetime, datetime, Wording]],
) -> Iterator[Segment]:
    """Every moment from the start on, without end: counted, closed or left out."""
    day = start.date()
    while True:
        for segment in _of_day(limit, day, calendar, hours):
            begin = max(segment.start, start)
            for a, b, ground in pauses:
                low, high = max(begin, a), min(segment.end, b)
                if low < high:
                    if begin < low:
                        yield Segment(begin, low, segment.counted, segment.why)
                    why = Wording(f"不计入期限:{ground.zh}", f"left out: {ground.en}")
                    yield Segment(low, high, counted=False, why=why)
                    begin = high
            if begin < segment.end:
                yield Segment(begin, segment.end, segment.counted, segment.why)
        day += _ONE_DAY


def _of_day(limit: Limit, day: date, calendar: WorkingCalendar, hours: Hours) -> Iterator[Segment]:
    midnight = datetime.combine(day, time())
    if limit.unit is Unit.HOUR:
        yield Segment(midnight, midnight + _ONE_DAY, counted=True, why=_COUNTED[limit.unit])
        return
    worked = hours.on(day, calendar)
    at, closed = midnight, _CLOSED if worked else calendar.why(day)
    for begin, end in worked:
        if at < begin:
            yield Segment(at, begin, counted=False, why=closed)
        yield Segment(begin, end, counted=True, why=_COUNTED[limit.unit])
        at = end
    if at < midnight + _ONE_DAY:
        yield Segment(at, midnight + _ONE_DAY, counted=False, why=closed)


def _joined(segments: list[Segment], more: Segment) -> list[Segment]:
    """The segments with one more, which lengthens the last where both are of one kind."""
    last = segments[-1] if segments else None
    if last and (last.counted, last.why) == (more.counted, more.why):
        longer = Segment(last.start, more.end, last.counted, last.why)
        return [*segments[:-1], longer]
    return [*segments, more]


def _check(start: datetime, pauses: Sequence[tuple[datetime, datetime, Wording]]) -> None:
    last = start
    for a, b, _ground in pauses:
        if a < last or b < a:
            span = f"{a:%Y-%m-%d %H:%M}..{b:%Y-%m-%d %H:%M}"
            raise Unacceptable(
                Wording(
                    f"暂停{span}早于起算,与前一次重叠,或者首尾颠倒。",
                    f"The pause {span} begins before the limit, overlaps the one before it, or "
                    "ends before it begins.",
                )
            )
        last = b
