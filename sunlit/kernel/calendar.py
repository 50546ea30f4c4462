"""The working calendar of China: which days an office works, and by which notice."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from datetime import date, timedelta
from enum import Enum
from functools import lru_cache
from itertools import accumulate

from sunlit.kernel.notices import Holiday, Notice, shipped_notices
from sunlit.kernel.refusals import BeyondCalendar
from sunlit.kernel.wording import Wording

_DAYS = (
    ("星期一", "Monday"),
    ("星期二", "Tuesday"),
    ("星期三", "Wednesday"),
    ("星期四", "Thursday"),
    ("星期五", "Friday"),
    ("星期六", "Saturday"),
    ("星期日", "Sunday"),
)

_SATURDAY = 5


class DayKind(Enum):
    """What a day is to an office."""

    WORKING = "working"
    MAKE_UP = "make_up"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"


class WorkingCalendar:
    """The days of whole years, each known to be worked or not. Never changes once made."""

    __slots__ = ("_before", "_made_up", "_off", "_working", "first", "last")

    first: date
    last: date

    def __init__(self, notices: Iterable[Notice]) -> None:
        """Arrange the years of these notices; where two speak of a day, the later one decides.

        Years after a year without a notice are left out. Raises BeyondCalendar without notices.
        """
        known = sorted(notices, key=lambda notice: notice.issued_on)
        years = {notice.year for notice in known}
        if not years:
            raise BeyondCalendar(
                Wording("没有任何放假安排可用。", "There is no holiday notice to go by."), _LOAD
            )
        until = min(years)
        while until + 1 in years:
            until += 1
        self.first, self.last = date(min(years), 1, 1), date(until, 12, 31)
        self._off: dict[date, tuple[Holiday, Notice]] = {}
        self._made_up: dict[date, Notice] = {}
        for notice in known:
            if notice.year <= until:
                self._apply(notice)
        start = self.first.toordinal()
        span = range(start, self.last.toordinal() + 1)
        worked = [self._worked(date.fromordinal(ordinal)) for ordinal in span]
        self._working = array("l", (o for o, works in zip(span, worked, strict=True) if works))
        self._before = array("l", accumulate(worked, initial=0))

    def is_working(self, day: date) -> bool:
        """Whether the office works on this day; raises BeyondCalendar outside the data."""
        at = self._place(day)
        return self._before[at + 1] > self._before[at]

    def kind(self, day: date) -> DayKind:
        """Working day, make-up day, weekend or holiday; raises BeyondCalendar."""
        self._place(day)
        if day in self._off:
            return DayKind.HOLIDAY
        if day in self._made_up:
            return DayKind.MAKE_UP
        return DayKind.WEEKEND if day.weekday() >= _SATURDAY else DayKind.WORKING

    def why(self, day: date) -> Wording:
        """What the day is, with the notice that says so; raises BeyondCalendar."""
        kind = self.kind(day)
        if kind is DayKind.HOLIDAY:
            holiday, notice = self._off[day]
            return Wording(
                f"{holiday.name.zh}放假({notice.cited.zh})",
                f"public holiday: {holiday.name.en} ({notice.cited.en})",
            )
        if kind is DayKind.MAKE_UP:
            cited = self._made_up[day].cited
            return Wording(f"调休上班({cited.zh})", f"make-up working day ({cited.en})")
        zh, en = _DAYS[day.weekday()]
        if kind is DayKind.WEEKEND:
            return Wording(f"周末({zh})", f"weekend ({en})")
        return Wording("工作日", "working day")

    def rolled_forward(self, day: date) -> date:
        """The day itself if it is worked, otherwise the next working day."""
        return day if self.is_working(day) else self.next_working(day)

    def next_working(self, day: date) -> date:
        """The first working day after this day; raises BeyondCalendar."""
        return self.working_day_after(day, 1)

    def working_day_after(self, day: date, count: int) -> date:
        """The `count`-th working day after this day; raises BeyondCalendar."""
        self._place(day)
        at = bisect_right(self._working, day.toordinal()) + count - 1
        if at >= len(self._working):
            raise self._beyond(self.last + timedelta(days=1))
        return date.fromordinal(self._working[at])

    def working_days_between(self, a: date, b: date) -> int:
        """Working days after `a` up to and including `b`; negative when `b` comes first."""
        return self._before[self._place(b) + 1] - self._before[self._place(a) + 1]

    def working_days_from(self, first: date, last: date) -> tuple[date, ...]:
        """Every working day from `first` to `last`, both included."""
        self._place(first), self._place(last)
        low = bisect_left(self._working, first.toordinal())
        high = bisect_right(self._working, last.toordinal())
        return tuple(date.fromordinal(ordinal) for ordinal in self._working[low:high])

    def _apply(self, notice: Notice) -> None:
        for holiday in notice.holidays:
            for day in holiday.days:
                self._off[day] = (holiday, notice)
                self._made_up.pop(day, None)
        for day in notice.make_up_days:
            self._made_up[day] = notice
            self._off.pop(day, None)

    def _worked(self, day: date) -> bool:
        return day in self._made_up or (day.weekday() < _SATURDAY and day not in self._off)

    def _place(self, day: date) -> int:
        if not self.first <= day <= self.last:
            raise self._beyond(day)
        return day.toordinal() - self.first.toordinal()

    def _beyond(self, day: date) -> BeyondCalendar:
        return BeyondCalendar(
            Wording(
                f"工作日历从{self.first}到{self.last},推算不到{day}及以后的工作日。"
                if day >= self.last
                else f"工作日历从{self.first}开始,不包括{day}。",
                f"The working calendar runs from {self.first} to {self.last} and does not say "
                f"which days are worked {'from' if day >= self.last else 'as early as'} {day}.",
            ),
            _LOAD,
        )


_LOAD = Wording(
    "请先录入该年国务院办公厅的放假安排通知。",
    "Enter the State Council's holiday notice for that year first.",
)


@lru_cache(maxsize=64)
def load_calendar(
    as_known_on: date | None = None, *, later: tuple[Notice, ...] = ()
) -> WorkingCalendar:
    """The calendar as last amended, or as it stood on the day `as_known_on`.

    `later` adds notices that came after this software. Raises BeyondCalendar when no notice
    was known on that day. Source: the yearly notices of the State Council's General Office.
    """
    notices = (*shipped_notices(), *later)
    if as_known_on is not None:
        notices = tuple(notice for notice in notices if notice.issued_on <= as_known_on)
    return WorkingCalendar(notices)
