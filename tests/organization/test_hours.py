"""Office hours: set from a day on, never backwards or impossible, each agency's own."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sunlit.kernel.calendar import load_calendar
from sunlit.kernel.hours import ChangingHours, run_hours
from sunlit.kernel.limits import Limit, Unit
from sunlit.kernel.refusals import Missing, NotPermitted, Unacceptable, WrongMoment
from sunlit.ledger.models import Entry
from sunlit.organization.models import Role, WorkingHours
from sunlit.organization.rules.hours import fault_in, spans_typed
from sunlit.organization.selectors.deadlines import answered
from sunlit.organization.selectors.hours import hours_in_force, official_hours
from sunlit.organization.services.hours import set_hours
from sunlit.statutes.office_hours import hours_from, usual_hours
from tests.organization.factories import agency, official

TODAY = date(2024, 3, 4)  # a Monday
WEEK = (("09:00-12:00", "13:00-17:00"),) * 5 + ((), ())
CALENDAR = load_calendar()


@pytest.fixture
def administrator(db):
    """An administrator of the agency."""
    return official(Role.ADMINISTRATOR, username="administrator")


def set_(by, **changes):
    """Set other hours from today on, unless told otherwise."""
    terms = {
        "agency": agency(),
        "by": by,
        "today": TODAY,
        "week": WEEK,
        "since": TODAY,
        "document": "城管〔2024〕3号",
    }
    return set_hours(**terms | changes)


def test_without_a_record_the_usual_hours_count_and_are_called_a_default(db):
    found = hours_in_force(agency().pk, on=TODAY)

    assert found.is_default
    assert found.hours == usual_hours()


def test_hours_hold_from_their_day_on_and_leave_one_entry(administrator):
    since = TODAY + timedelta(days=7)
    set_(administrator, since=since)

    assert hours_in_force(agency().pk, on=since - timedelta(days=1)).is_default
    assert hours_in_force(agency().pk, on=since).hours == hours_from(WEEK)
    entry = Entry.objects.get()
    assert (entry.event, entry.is_public) == ("OfficeHoursSet", True)


def test_every_version_is_kept(administrator):
    later = TODAY + timedelta(days=30)
    set_(administrator)
    set_(administrator, since=later, week=(("08:00-16:00",),) * 5 + ((), ()))

    assert WorkingHours.objects.count() == 2
    assert hours_in_force(agency().pk, on=TODAY).hours == hours_from(WEEK)
    assert hours_in_force(agency().pk, on=later).version.since == later


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"since": TODAY - timedelta(days=1)}, Unacceptable),
        ({"week": (("09:00-12:00", "11:00-17:00"), *WEEK[1:])}, Unacceptable),
        ({"week": (("09:00-12:00", "12:00-17:00"), *WEEK[1:])}, Unacceptable),
        ({"week": (("17:00-09:00",), *WEEK[1:])}, Unacceptable),
        ({"week": (("09:00-25:00",), *WEEK[1:])}, Unacceptable),
        ({"week": (("nine to five",), *WEEK[1:])}, Unacceptable),
        ({"week": ((), *WEEK[1:])}, Unacceptable),
        ({"week": WEEK[:5]}, Unacceptable),
    ],
)
def test_impossible_or_backdated_hours_are_refused_and_change_nothing(
    administrator, changes, refusal
):
    with pytest.raises(refusal) as refused:
        set_(administrator, **changes)

    assert refused.value.basis is not None
    assert not WorkingHours.objects.exists()
    assert not Entry.objects.exists()


@pytest.mark.parametrize("days", [0, 1])
def test_new_hours_begin_after_those_set_already_and_differ(administrator, days):
    set_(administrator)
    with pytest.raises(WrongMoment):
        set_(administrator, since=TODAY + timedelta(days=days))


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.ADMINISTRATOR}))
def test_nobody_else_sets_the_hours(db, role):
    with pytest.raises(NotPermitted):
        set_(official(role, username="other"))


def test_one_agency_neither_sets_nor_has_the_hours_of_another(administrator):
    other = agency("OTHER")
    with pytest.raises(Missing):
        set_(administrator, agency=other)
    set_(administrator)

    assert hours_in_force(other.pk, on=TODAY).is_default
    assert official_hours(other.pk) == ChangingHours(usual_hours())


def test_a_limit_in_working_hours_goes_by_the_hours_of_each_day(administrator):
    start = datetime(2024, 3, 4, 16, 0)  # noqa: DTZ001 (the office's own time)
    rule = "urban.litter"  # four working hours
    before = answered(agency().pk, rule, start).law.reading.due_at
    set_(administrator, since=date(2024, 3, 5), week=(("10:00-18:00",),) * 5 + ((), ()))
    after = answered(agency().pk, rule, start).law.reading.due_at

    assert before == datetime(2024, 3, 5, 11, 0)  # noqa: DTZ001
    assert after == datetime(2024, 3, 5, 12, 30)  # noqa: DTZ001


@pytest.mark.parametrize(
    ("typed", "spans"),
    [
        ("08:30-12:00, 14:00-17:30", ("08:30-12:00", "14:00-17:30")),
        ("08:30–12:00、14：00～17：30", ("08:30-12:00", "14:00-17:30")),
        ("  ", ()),
    ],
)
def test_hours_are_read_however_they_are_typed(typed, spans):
    assert spans_typed(typed) == spans


def _days(draw: st.DrawFn, *, least: int) -> tuple[str, ...]:
    marks = draw(st.lists(st.integers(0, 23), min_size=4, max_size=4, unique=True).map(sorted))
    text = [f"{mark:02}:00" for mark in marks]
    return (f"{text[0]}-{text[1]}", f"{text[2]}-{text[3]}")[: draw(st.integers(least, 2))]


@st.composite
def weeks(draw: st.DrawFn) -> tuple[tuple[str, ...], ...]:
    """Any week that an office can work."""
    return (_days(draw, least=1), *(_days(draw, least=0) for _day in range(6)))


@given(weeks())
def test_a_week_without_fault_is_one_that_clocks_take(week):
    assert fault_in(week) is None
    assert len(hours_from(week).spans) == 7


@settings(max_examples=20, deadline=None)
@given(
    first=weeks(),
    then=weeks(),
    change=st.integers(0, 5),
    minute=st.integers(0, 7 * 24 * 60),
    amount=st.integers(1, 3),
)
def test_a_clock_over_a_change_of_hours_agrees_with_counting_every_minute(
    first, then, change, minute, amount
):
    since = TODAY + timedelta(days=change)
    hours = ChangingHours(hours_from(first), ((since, hours_from(then)),))
    start = datetime(2024, 3, 4) + timedelta(minutes=minute)  # noqa: DTZ001

    reading = run_hours(Limit(amount, Unit.WORKING_HOUR, ()), start, CALENDAR, hours)

    assert reading.due_at == _counted(first, then, since, start, amount * 60)


def _counted(first, then, since: date, at: datetime, left: int) -> datetime:
    """Count minutes one by one, by nothing but the texts of the hours."""
    while left:
        week = then if at.date() >= since else first
        spans = (week[at.weekday()] or week[0]) if CALENDAR.is_working(at.date()) else ()
        left -= any(span[:5] <= f"{at:%H:%M}" < span[6:] for span in spans)
        at += timedelta(minutes=1)
    return at
