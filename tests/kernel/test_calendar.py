"""The working calendar says what the State Council's notices say."""

from datetime import date, timedelta

import chinese_calendar
import holidays
import pytest

from sunlit.kernel.calendar import DayKind, WorkingCalendar, load_calendar
from sunlit.kernel.notices import parse_notices, shipped_notices
from sunlit.kernel.refusals import BeyondCalendar, Unacceptable

CALENDAR = load_calendar()
EVERY_DAY = [
    CALENDAR.first + timedelta(days=n) for n in range((CALENDAR.last - CALENDAR.first).days + 1)
]

# Where a library errs, with the notice that decides.
CHINESECALENDAR_ERRS = {date(2005, 12, 31): "国办发明电〔2005〕35号"}
HOLIDAYS_ERRS: dict[date, str] = {}

MAKE_UP_2012 = "01-21 01-29 03-31 04-01 04-28 09-29"
HOLIDAYS_2012 = {
    "元旦": ("01-01", "01-03"),
    "春节": ("01-22", "01-28"),
    "清明节": ("04-02", "04-04"),
    "劳动节": ("04-29", "05-01"),
    "端午节": ("06-22", "06-24"),
    "中秋节、国庆节": ("09-30", "10-07"),
}


def test_the_calendar_runs_from_2004_to_2026():
    assert (CALENDAR.first, CALENDAR.last) == (date(2004, 1, 1), date(2026, 12, 31))


@pytest.mark.outside
def test_every_day_agrees_with_chinesecalendar_or_a_notice_says_otherwise():
    differ = {d for d in EVERY_DAY if chinese_calendar.is_workday(d) != CALENDAR.is_working(d)}
    assert differ == set(CHINESECALENDAR_ERRS)
    for day, notice in CHINESECALENDAR_ERRS.items():
        assert notice in CALENDAR.why(day).zh


@pytest.mark.outside
def test_every_day_agrees_with_holidays_or_a_notice_says_otherwise():
    other = holidays.country_holidays("CN", years=range(2003, 2028))
    differ = {d for d in EVERY_DAY if other.is_working_day(d) != CALENDAR.is_working(d)}
    assert differ == set(HOLIDAYS_ERRS)


def test_the_year_2012_is_the_year_of_its_notice():
    def day(text: str) -> date:
        return date.fromisoformat(f"2012-{text}")

    expected = {day(text): (DayKind.MAKE_UP, "调休上班") for text in MAKE_UP_2012.split()}
    for name, (first, last) in HOLIDAYS_2012.items():
        for n in range((day(last) - day(first)).days + 1):
            expected[day(first) + timedelta(days=n)] = (DayKind.HOLIDAY, name)
    year = [d for d in EVERY_DAY if d.year == 2012]
    for d in year:
        kind, word = expected.get(
            d, (DayKind.WEEKEND, "周末") if d.weekday() > 4 else (DayKind.WORKING, "工作日")
        )
        assert CALENDAR.kind(d) is kind
        assert CALENDAR.why(d).zh.startswith(word)
    assert sum(map(CALENDAR.is_working, year)) == 249
    assert CALENDAR.is_working(date(2011, 12, 31))
    assert [CALENDAR.is_working(date(2013, 1, n)) for n in range(1, 7)] == [
        False, False, False, True, True, True,
    ]  # fmt: skip


def test_a_reason_names_the_notice_in_both_languages():
    assert CALENDAR.why(date(2012, 1, 29)).zh == "调休上班(国办发明电〔2011〕45号)"
    assert CALENDAR.why(date(2012, 1, 24)).en == (
        "public holiday: Spring Festival (State Council notice on 2012 of 2011-12-06)"
    )
    assert "《" in CALENDAR.why(date(2004, 1, 1)).zh  # the number of that notice is not known


@pytest.mark.parametrize("day", EVERY_DAY[::97])
def test_english_reasons_hold_no_chinese(day: date):
    assert CALENDAR.why(day).en.isascii()


def test_an_amended_year_stands_as_it_was_known_on_a_day():
    extended = date(2020, 2, 1)
    assert load_calendar(date(2020, 1, 20)).kind(extended) is DayKind.MAKE_UP
    assert load_calendar(date(2020, 1, 26)).kind(extended) is DayKind.HOLIDAY
    assert load_calendar(date(2019, 3, 1)).is_working(date(2019, 5, 2))
    assert not CALENDAR.is_working(date(2019, 5, 2))
    assert load_calendar(date(2015, 5, 1)).is_working(date(2015, 9, 3))


def test_a_year_is_unknown_until_its_notice_is_issued():
    assert load_calendar(date(2011, 12, 5)).last == date(2011, 12, 31)
    assert load_calendar(date(2011, 12, 6)).last == date(2012, 12, 31)
    with pytest.raises(BeyondCalendar):
        load_calendar(date(2000, 1, 1))


def test_a_later_notice_lengthens_the_calendar():
    rows = [{"zh": "通知", "number": "某号", "issued_on": "2026-11-05", "confidence": "own",
             "holidays": [{"from": "2027-01-01", "until": "2027-01-03", "zh": "元旦", "en": "New"}],
             "make_up_days": []}]  # fmt: skip
    later = parse_notices({"year": 2027, "notices": rows})
    calendar = load_calendar(later=later)
    assert calendar.last == date(2027, 12, 31)
    assert calendar.kind(date(2027, 1, 1)) is DayKind.HOLIDAY


def test_a_malformed_notice_is_refused():
    with pytest.raises(Unacceptable, match="放假安排"):
        parse_notices({"year": 2027, "notices": [{"zh": "通知"}]})


def test_a_gap_between_years_ends_the_calendar():
    notices = [n for n in shipped_notices() if n.year != 2010]
    assert WorkingCalendar(notices).last == date(2009, 12, 31)


@pytest.mark.parametrize("day", [date(2003, 12, 31), date(2027, 1, 1)])
def test_beyond_the_calendar_is_a_refusal_in_two_languages(day: date):
    with pytest.raises(BeyondCalendar) as refused:
        CALENDAR.is_working(day)
    assert str(day) in refused.value.said_in("zh-hans")
    assert str(day) in refused.value.said_in("en")
    assert refused.value.status == 422


def test_the_next_working_day_comes_after_and_rolling_forward_stays():
    assert CALENDAR.next_working(date(2012, 1, 20)) == date(2012, 1, 21)
    assert CALENDAR.next_working(date(2012, 1, 21)) == date(2012, 1, 29)
    assert CALENDAR.rolled_forward(date(2012, 1, 21)) == date(2012, 1, 21)
    assert CALENDAR.rolled_forward(date(2012, 1, 22)) == date(2012, 1, 29)
    with pytest.raises(BeyondCalendar):
        CALENDAR.next_working(date(2026, 12, 31))


def test_working_days_between_count_the_last_day_and_not_the_first():
    assert CALENDAR.working_days_between(date(2012, 5, 31), date(2012, 6, 12)) == 8
    assert CALENDAR.working_days_between(date(2012, 6, 12), date(2012, 5, 31)) == -8
    assert CALENDAR.working_days_between(date(2012, 1, 21), date(2012, 1, 28)) == 0
    first, last = date(2012, 1, 20), date(2012, 1, 29)
    assert CALENDAR.working_days_from(first, last) == (first, date(2012, 1, 21), last)


def test_every_make_up_day_is_a_weekend_day_and_every_notice_is_dated_before_its_holidays():
    for notice in shipped_notices():
        assert all(day.weekday() > 4 for day in notice.make_up_days)
        assert all(notice.issued_on < holiday.last for holiday in notice.holidays)
        assert notice.confidence in {"page", "memory"}
