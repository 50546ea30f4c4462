"""What is sealed or seized at once is reported to a head within 24 hours, to the minute."""

from datetime import date, datetime, time

import pytest
from django.utils import translation

from sunlit.approvals.forms.coercion import CoercionForm
from sunlit.approvals.registers.coercion import _report, under_way
from sunlit.approvals.selectors import coercion as readings
from sunlit.approvals.services import coercion as services
from sunlit.kernel.refusals import NotPermitted, Unacceptable, WrongMoment
from sunlit.ledger.models import Entry
from sunlit.organization.models import Role
from tests.approvals import factories
from tests.approvals.test_coercion import begun
from tests.organization.factories import official

pytestmark = pytest.mark.django_db

FRIDAY, SATURDAY, MONDAY = date(2012, 6, 8), date(2012, 6, 9), date(2012, 6, 11)


@pytest.fixture
def brigade():
    return official(Role.INVESTIGATOR)


@pytest.fixture
def head():
    return official(Role.APPROVER)


def measured(by, **changes):
    values = {
        "today": FRIDAY, "is_urgent": True, "measured_on": FRIDAY, "measured_at": time(22, 15),
    }  # fmt: skip
    return begun(by, "seize", **values | changes)


def reported(case, by, day, at, today=MONDAY):
    return services.report_urgent(
        record_id=case.pk, by=by, today=today, reported_on=day, reported_at=at
    )


def refused(kind, act, *args, **values):
    with pytest.raises(kind) as told:
        act(*args, **values)
    assert told.value.basis.key == "coercion_2011:19"


def said(case):
    with translation.override("en"):
        return str(_report(case))


def test_the_24_hours_run_from_the_minute_through_a_night_and_a_saturday(brigade):
    reading = readings.report_clock(measured(brigade))

    assert reading.start == datetime(2012, 6, 8, 22, 15)  # noqa: DTZ001
    assert reading.due_at == datetime(2012, 6, 9, 22, 15)  # noqa: DTZ001
    assert all(segment.counted for segment in reading.segments)


def test_things_are_held_from_the_day_of_the_measure_not_of_its_entry(brigade):
    case = measured(brigade, today=MONDAY)

    assert case.decided_on == MONDAY
    assert readings.holding_clock(case).due_on == date(2012, 7, 8)


@pytest.mark.parametrize(
    ("day", "at", "words"),
    [
        (SATURDAY, time(22, 15), "in time"),
        (SATURDAY, time(22, 16), "late by 0 hours and 1 minutes"),
        (MONDAY, time(8, 30), "late by 34 hours and 15 minutes"),
    ],
)
def test_a_late_report_is_kept_and_shown_as_late(brigade, day, at, words):
    case = reported(measured(brigade), brigade, day, at)

    assert said(case) == words
    entry = Entry.objects.latest("id")
    assert entry.basis == "coercion_2011:19"
    assert f"{day.isoformat()}T{at:%H:%M}" in str(entry.payload)


def test_nothing_is_said_of_a_report_before_there_is_one(brigade):
    assert _report(measured(brigade)) is None


def test_an_urgent_measure_without_its_minute_is_not_taken_in(brigade):
    refused(Unacceptable, measured, brigade, measured_at=None)
    refused(Unacceptable, measured, brigade, measured_on=SATURDAY)


def test_a_report_comes_after_the_measure_and_not_from_a_day_to_come(brigade):
    case = measured(brigade)

    refused(Unacceptable, reported, case, brigade, FRIDAY, time(22, 14))
    refused(Unacceptable, reported, case, brigade, MONDAY, time(8), SATURDAY)


def test_a_measure_is_reported_once_by_the_brigade_and_then_approved(brigade, head):
    case = measured(brigade)
    approve = {"record_id": case.pk, "by": head, "today": SATURDAY}

    refused(WrongMoment, services.approve_urgent, **approve)
    refused(NotPermitted, reported, case, head, SATURDAY, time(9))
    case = reported(case, brigade, SATURDAY, time(9))
    refused(WrongMoment, reported, case, brigade, SATURDAY, time(10))

    assert services.approve_urgent(**approve).approved_by == head.post


def test_what_waits_is_first_the_report_by_its_day_and_then_the_approval(brigade):
    case = measured(brigade)
    (waits,) = under_way(case.agency, FRIDAY)
    assert (waits.act, waits.due_on) == ("report-urgent", SATURDAY)

    reported(case, brigade, SATURDAY, time(9))
    (waits,) = under_way(case.agency, SATURDAY)
    assert (waits.act, waits.due_on) == ("approve-urgent", SATURDAY)


def test_what_a_head_decides_before_has_no_report(head):
    case = begun(head, "seize")

    assert case.measured_at is None
    assert readings.report_clock(case) is None
    refused(
        WrongMoment,
        reported,
        case,
        official(Role.SECTION_HEAD),
        FRIDAY,
        time(9),
    )


def test_the_form_asks_for_the_day_and_the_minute(brigade):
    factories.power()
    form = CoercionForm(by=brigade)

    assert form.fields["measured_on"].widget.input_type == "date"
    assert form.fields["measured_at"].widget.input_type == "time"
