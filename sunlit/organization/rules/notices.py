"""The yearly holiday notice as a file: read strictly, kept as plain values, read back."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import yaml

from sunlit.kernel.calendar import WorkingCalendar
from sunlit.kernel.notices import Notice, parse_notices
from sunlit.kernel.refusals import BeyondCalendar, Unacceptable
from sunlit.kernel.wording import Wording

LARGEST_FILE = 65_536
"""The most characters that a file of notices may have; a year's file has about a thousand."""

SPILL = timedelta(days=20)
"""How far the arrangement of a year may reach into the years beside it."""

_SATURDAY = 5
_HOW = Wording(
    "请按data/calendars/china中年度文件的格式填写(见参考手册“放假安排文件”)。",
    "Write it in the form of the year files of data/calendars/china (see the reference, "
    "“Holiday notices”).",
)
_NOTICE_FIELDS = ("zh", "number", "issued_on", "holidays", "make_up_days")
_HOLIDAY_FIELDS = ("from", "until", "zh", "en")


@dataclass(frozen=True, slots=True)
class ChangedDay:
    """A day that becomes worked or off by a notice, and what it is before and after."""

    on: date
    was: Wording
    now: Wording
    is_working: bool


def notices_in(text: str) -> tuple[Notice, ...]:
    """Read the text of a year file; raises Unacceptable saying what is wrong, and where."""
    if len(text) > LARGEST_FILE:
        raise _wrong(
            f"文件超过{LARGEST_FILE}个字符,不是年度放假安排。",
            f"The file has more than {LARGEST_FILE} characters: that is no year's notice.",
        )
    content = _mapping(_loaded(text), Wording("文件", "the file"))
    year = content.get("year")
    if type(year) is not int:
        raise _wrong("缺少年份(year)。", "The year is missing (year).")
    rows = content.get("notices")
    if not isinstance(rows, list) or not rows:
        raise _wrong("缺少通知(notices)。", "There is no notice in the file (notices).")
    plain = [_plain_notice(row, at) for at, row in enumerate(rows, 1)]
    notices = parse_notices({"year": year, "notices": plain})
    for notice in notices:
        _refuse_other_years(notice)
        _refuse_days_named_twice(notice)
    return notices


def plain(notice: Notice) -> dict[str, Any]:
    """Return the notice as the plain values that a record keeps."""
    return {
        "zh": notice.title,
        "number": notice.number,
        "issued_on": notice.issued_on.isoformat(),
        "confidence": notice.confidence,
        "holidays": [
            {
                "from": holiday.first.isoformat(),
                "until": holiday.last.isoformat(),
                "zh": holiday.name.zh,
                "en": holiday.name.en,
            }
            for holiday in notice.holidays
        ],
        "make_up_days": [day.isoformat() for day in notice.make_up_days],
    }


def read_back(year: int, kept: Mapping[str, Any]) -> Notice:
    """Return the notice that a record keeps."""
    return parse_notices({"year": year, "notices": [kept]})[0]


def changed_days(before: WorkingCalendar, after: WorkingCalendar) -> tuple[ChangedDay, ...]:
    """Return the days that are worked by one calendar and off by the other, in their order.

    Days that the first does not know are held against the plain week.
    """
    return tuple(_changed(before, after))


def idle_make_up_day(notice: Notice, known: WorkingCalendar) -> date | None:
    """Return a day that the notice makes worked although it is worked anyway; None if none is."""
    for day in notice.make_up_days:
        if day.weekday() < _SATURDAY and _was(known, day)[0]:
            return day
    return None


def _changed(before: WorkingCalendar, after: WorkingCalendar) -> Iterator[ChangedDay]:
    day = after.first
    while day <= after.last:
        worked, was = _was(before, day)
        now = after.is_working(day)
        if now != worked:
            yield ChangedDay(day, was, after.why(day), now)
        day += timedelta(days=1)


def _was(calendar: WorkingCalendar, day: date) -> tuple[bool, Wording]:
    try:
        return calendar.is_working(day), calendar.why(day)
    except BeyondCalendar:
        worked = day.weekday() < _SATURDAY
        return worked, Wording("工作日", "working day") if worked else Wording("周末", "weekend")


def _loaded(text: str) -> object:
    try:
        return yaml.safe_load(text)
    except yaml.MarkedYAMLError as fault:
        mark = fault.problem_mark or fault.context_mark
        line = mark.line + 1 if mark else 1
        raise _wrong(
            f"第{line}行不合YAML格式,文件读不出来。", f"Line {line} is no YAML; it cannot be read."
        ) from None
    except (yaml.YAMLError, ValueError, RecursionError):
        raise _wrong("文件不合YAML格式。", "The file is no YAML; it cannot be read.") from None


def _plain_notice(row: object, at: int) -> dict[str, Any]:
    place = Wording(f"第{at}项通知", f"notice {at}")
    said = _mapping(row, place, needs=_NOTICE_FIELDS)
    if not isinstance(said["holidays"], list) or not isinstance(said["make_up_days"], list):
        raise _wrong(
            f"{place.zh}的holidays和make_up_days须为列表。",
            f"In {place.en}, holidays and make_up_days must be lists.",
        )
    holidays = []
    for number, holiday in enumerate(said["holidays"], 1):
        where = Wording(f"{place.zh}第{number}个假期", f"{place.en}, holiday {number}")
        day = _mapping(holiday, where, needs=_HOLIDAY_FIELDS)
        first, last = _day(day["from"], where, "from"), _day(day["until"], where, "until")
        if last < first:
            raise _wrong(
                f"{where.zh}的结束日早于开始日。", f"{where.en.capitalize()} ends before it begins."
            )
        names = {name: _text(day[name], where, name) for name in ("zh", "en")}
        holidays.append({"from": first, "until": last, **names})
    return {
        "zh": _text(said["zh"], place, "zh"),
        "number": _text(said["number"] or "", place, "number", may_be_empty=True),
        "issued_on": _day(said["issued_on"], place, "issued_on"),
        "confidence": _text(said.get("confidence", "page"), place, "confidence"),
        "holidays": holidays,
        "make_up_days": [_day(day, place, "make_up_days") for day in said["make_up_days"]],
    }


def _mapping(value: object, place: Wording, *, needs: tuple[str, ...] = ()) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise _wrong(f"{place.zh}不是“名称: 内容”的形式。", f"In {place.en}, names are missing.")
    for name in needs:
        if name not in value:
            raise _wrong(f"{place.zh}缺少{name}。", f"In {place.en}, {name} is missing.")
    return value


def _text(value: object, place: Wording, name: str, *, may_be_empty: bool = False) -> str:
    if not isinstance(value, str) or not (value.strip() or may_be_empty):
        raise _wrong(f"{place.zh}的{name}须为文字。", f"In {place.en}, {name} must be a text.")
    return value.strip()


def _day(value: object, place: Wording, name: str) -> date:
    if type(value) is date:
        return value
    raise _wrong(
        f"{place.zh}的{name}须为日期,如2027-01-01。",
        f"In {place.en}, {name} must be a day such as 2027-01-01.",
    )


def _refuse_other_years(notice: Notice) -> None:
    first, last = date(notice.year, 1, 1) - SPILL, date(notice.year, 12, 31) + SPILL
    days = [day for holiday in notice.holidays for day in (holiday.first, holiday.last)]
    for day in sorted([*days, *notice.make_up_days]):
        if not first <= day <= last:
            raise _wrong(
                f"{day}不在{notice.year}年的安排之内。",
                f"{day} lies outside the arrangement of {notice.year}.",
            )


def _refuse_days_named_twice(notice: Notice) -> None:
    seen: set[date] = set()
    off = [day for holiday in notice.holidays for day in holiday.days]
    for day in (*off, *notice.make_up_days):
        if day in seen:
            raise _wrong(
                f"同一份通知里{day}出现了两次。", f"{day} stands twice in the same notice."
            )
        seen.add(day)


def _wrong(zh: str, en: str) -> Unacceptable:
    return Unacceptable(Wording(zh, en), _HOW)
