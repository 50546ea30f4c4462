"""Every rule, from any day of nineteen years, against a second computation on others' calendars."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sunlit.kernel.refusals import BeyondCalendar, Unacceptable
from sunlit.statutes import Rule, answer, deadline, hour_deadline, versions
from tests.statutes import independent
from tests.statutes.test_limits import rows

pytestmark = pytest.mark.outside

FIRST, LAST = date(2008, 1, 1), date(2026, 12, 31)
CASES = {(row.rule, row.basis[0].partition(":")[0]): row.limit for row in rows()}
IN_DAYS = {key: text for key, text in CASES.items() if not text.endswith("h")}
IN_HOURS = {key: text for key, text in CASES.items() if text.endswith("h")}
PAUSES = st.lists(st.tuples(st.integers(0, 25), st.integers(0, 25)), max_size=3)
some = settings(max_examples=15, deadline=None)


def version_of(key: tuple[str, str]) -> Rule:
    name, source = key
    return next(one for one in versions(name) if one.limit.basis[0].instrument == source)


def starts(key: tuple[str, str]) -> st.SearchStrategy[date]:
    version = version_of(key)
    return st.dates(max(FIRST, version.since), min(LAST, version.until or LAST))


def laid_out(start: date, drawn: list[tuple[int, int]]) -> list[tuple[date, date]]:
    """Pauses one after another: so many days after the last, of so many days."""
    found, at = [], start
    for wait, length in drawn:
        after = at + timedelta(days=wait)
        at = after + timedelta(days=length)
        found.append((after, at))
    return found


@pytest.mark.parametrize("key", IN_DAYS, ids=" ".join)
def test_a_rule_in_days_ends_where_the_others_say(key: tuple[str, str]):
    one = independent.spec(IN_DAYS[key])
    version = version_of(key)

    @some
    @given(starts(key), PAUSES, st.integers(0, version.extension))
    def check(start: date, drawn: list[tuple[int, int]], added: int):
        pauses = [] if one.back else laid_out(start, drawn)
        try:
            expected = independent.due(one, start, pauses, added)
        except NotImplementedError:  # the others do not know the year either
            with pytest.raises(BeyondCalendar):
                deadline(key[0], start, pauses, added)
            return
        if pauses and pauses[-1][0] >= expected:
            with pytest.raises(Unacceptable):
                deadline(key[0], start, pauses, added)
            return
        found = deadline(key[0], start, pauses, added)
        assert found.due_on == expected
        counted = [day.on for day in found.reading.days if day.counted]
        assert not any(independent.paused(day, pauses) for day in counted)
        if one.unit == "wd":
            assert len(counted) == one.amount + added
            assert all(map(independent.worked, counted))

    check()


@pytest.mark.parametrize("key", IN_HOURS, ids=" ".join)
def test_a_rule_in_hours_ends_where_the_others_say(key: tuple[str, str]):
    one = independent.spec(IN_HOURS[key])
    days = starts(key).filter(lambda day: day < date(2026, 12, 15))

    @settings(max_examples=15, deadline=None)
    @given(days, st.integers(0, 24 * 60 - 1))
    def check(day: date, minute: int):
        start = datetime.combine(day, time()) + timedelta(minutes=minute)
        found = hour_deadline(key[0], start).reading
        assert found.due_at == independent.due_at(one, start)
        counted = sum((s.length for s in found.segments if s.counted), timedelta())
        assert counted == timedelta(hours=one.amount)
        edges = [(s.end, t.start) for s, t in zip(found.segments, found.segments[1:], strict=False)]
        assert all(end == begin for end, begin in edges)

    check()


def test_the_answer_to_a_moment_is_that_of_its_day_for_a_rule_in_days():
    assert answer("foi.reply", datetime(2024, 3, 5, 14, 20)).due_on == date(2024, 4, 2)  # noqa: DTZ001
