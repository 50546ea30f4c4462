"""What licence cases and penalty cases tell: clocks, statistics, figures, forms."""

from datetime import date
from decimal import Decimal

import pytest

from sunlit.approvals import forms, selectors
from sunlit.approvals.lifecycle import PenaltyStatus, Status
from sunlit.approvals.models import PenaltyProcedure, Result
from sunlit.approvals.statistics import statistics_of_power
from sunlit.kernel.calendar import load_calendar
from sunlit.measures.selectors import measure
from sunlit.organization.models import Role
from sunlit.powers.models import Kind
from tests.approvals import factories
from tests.organization.factories import agency, official

pytestmark = pytest.mark.django_db

DAY = date(2012, 6, 7)


@pytest.fixture(autouse=True)
def a_monday(settings):
    """Let it be the Monday after the day of receipt."""
    settings.SUNLIT_TODAY = date(2012, 6, 11)


DECIDED = date(2012, 6, 12)
GRANTED = {
    "accepted_on": DAY,
    "promised_due_on": date(2012, 6, 18),
    "decided_on": DECIDED,
    "result": Result.GRANTED,
    "status": Status.DECIDED,
}


@pytest.mark.parametrize(
    ("parts", "basis", "due_on"),
    [
        ({}, "licence_2003:32(1)(4)", date(2012, 6, 14)),
        (
            {"supplement_notice_on": DAY, "status": Status.AWAITING_SUPPLEMENT},
            "own_promise:",
            date(2012, 6, 21),
        ),
        ({"accepted_on": DAY, "status": Status.ACCEPTED}, "licence_2003:42", date(2012, 7, 6)),
        (
            {"accepted_on": DAY, "status": Status.ACCEPTED, "is_extended": True},
            "licence_2003:42",
            date(2012, 7, 20),
        ),
        (GRANTED, "licence_2003:44", date(2012, 6, 27)),
        (GRANTED | {"delivered_on": DECIDED}, "ogi_2007:18", date(2012, 7, 11)),
    ],
    ids=["received", "awaiting a supplement", "accepted", "extended", "decided", "delivered"],
)
def test_each_stage_of_a_licence_case_has_its_clock(parts, basis, due_on):
    reading = selectors.licence_clock(factories.licence_case(**parts))

    assert reading.limit.basis[0].key == basis
    calendar = load_calendar()
    assert reading.due_on == due_on
    assert calendar.is_working(reading.due_on)


def test_the_promise_runs_beside_the_law():
    case = factories.licence_case(accepted_on=DAY, status=Status.ACCEPTED)

    assert selectors.promised_clock(case).due_on == date(2012, 6, 18)


def test_a_promise_made_long_ago_still_runs():
    day = date(2007, 6, 7)
    case = factories.licence_case(received_on=day, accepted_on=day, status=Status.ACCEPTED)

    assert selectors.promised_clock(case).due_on == date(2007, 6, 18)


def test_no_clock_is_shown_where_no_calendar_tells_the_days():
    far = date(2090, 6, 7)

    assert selectors.licence_clock(factories.licence_case(received_on=far)) is None


@pytest.mark.parametrize(
    ("parts", "basis"),
    [
        ({}, "own_promise:"),
        ({"filed_on": date(2022, 6, 7)}, "penalty_2021:60"),
        ({"decided_on": DAY}, "penalty_1996:40"),
        ({"decided_on": DAY, "served_on": DAY, "fine": Decimal(5)}, "penalty_1996:46"),
        ({"decided_on": DAY, "served_on": DAY}, "ogi_2007:18"),
        (
            {"decided_on": DAY, "served_on": DAY, "procedure": PenaltyProcedure.SIMPLE},
            "penalty_1996:40",
        ),
    ],
)
def test_each_stage_of_a_penalty_case_has_its_clock(parts, basis):
    if "decided_on" in parts:
        parts = {"notified_on": DAY, "status": PenaltyStatus.DECIDED} | parts

    reading = selectors.penalty_clock(factories.penalty_case(**parts))

    assert reading.limit.basis[0].key == basis


def test_a_power_tells_how_often_it_was_used_and_how_long_it_took():
    factories.licence_case("SP2012-001", **GRANTED)
    factories.licence_case("SP2012-002", **GRANTED | {"decided_on": date(2012, 6, 8)})
    factories.licence_case("SP2012-003")

    told = statistics_of_power(factories.power())

    assert (told.counted, told.decided, told.median_days) == (3, 2, 2)
    assert statistics_of_power(factories.power(Kind.PENALTY)).median_days is None


def numbers(code):
    return [record.number for record in measure(code, agency(), 2012).records]


def test_the_figures_of_licences_count_by_the_days_of_the_cases():
    published = {"published_on": DECIDED, "status": Status.PUBLISHED}
    factories.licence_case("SP2012-001", **GRANTED | published)
    factories.licence_case("SP2012-002", **GRANTED | {"result": Result.REFUSED})
    late = {"decided_on": date(2012, 6, 19)}
    factories.licence_case("SP2012-003", at_window=False, **GRANTED | late)
    factories.licence_case("SP2012-004")
    factories.licence_case("SP2011-150", received_on=date(2011, 12, 30))

    assert numbers("approvals.cases") == ["SP2012-001", "SP2012-002", "SP2012-003", "SP2012-004"]
    assert numbers("approvals.granted") == ["SP2012-001", "SP2012-003"]
    assert numbers("approvals.refused") == ["SP2012-002"]
    assert numbers("approvals.decided_in_time") == ["SP2012-001", "SP2012-002"]
    assert numbers("approvals.received_at_window") == ["SP2012-001", "SP2012-002", "SP2012-004"]
    assert [case.number for case in selectors.published_licences(agency())] == ["SP2012-001"]


def test_the_figures_of_penalties_count_by_the_days_of_the_cases():
    decided = {"notified_on": DAY, "decided_on": DECIDED, "status": PenaltyStatus.DECIDED}
    heard = {"procedure": PenaltyProcedure.HEARING, "hearing_on": DAY}
    factories.penalty_case("CF2012-001", **decided, **heard)
    factories.penalty_case("CF2012-002", **decided, disclosed_on=DECIDED)
    factories.penalty_case("CF2012-003")

    assert numbers("approvals.penalties") == ["CF2012-001", "CF2012-002"]
    assert numbers("approvals.hearings") == ["CF2012-001"]
    assert numbers("approvals.penalties_public") == ["CF2012-002"]


def test_only_licences_handled_at_the_window_are_window_items():
    factories.power()
    factories.power(code="CG-XK-002", in_service_window=False)
    factories.power(Kind.PENALTY, in_service_window=True)

    codes = [power.code for power in measure("approvals.window_items", agency(), 2012).records]

    assert codes == ["CG-XK-001"]


def test_no_face_names_a_person():
    factories.licence_case(**GRANTED)
    factories.penalty_case(notified_on=DAY, decided_on=DECIDED, status=PenaltyStatus.DECIDED)

    for code in ("approvals.cases", "approvals.penalties"):
        shown = str(measure(code, agency(), 2012).faces)
        assert "申请人" not in shown
        assert "当事人" not in shown


def test_the_forms_offer_only_what_the_act_can_take():
    by = official(Role.WINDOW_CLERK)
    licence, penalty = factories.power(), factories.power(Kind.PENALTY)
    factories.window()
    complaint = factories.complaint()

    receive = forms.ReceiveForm(by=by)
    file = forms.FileForm(by=by)

    assert list(receive.fields["power"].queryset) == [licence]
    assert receive.fields["received_at"].initial == factories.WINDOW
    assert list(file.fields["power"].queryset) == [penalty]
    assert list(file.fields["complaint"].queryset) == [complaint]
    assert "CG-XK-001" in str(receive["power"])
