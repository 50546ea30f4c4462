"""Between acceptance and decision: time left out, parties heard, hearings, the right decider."""

from datetime import date

import pytest

from sunlit.approvals import selectors, timing, warnings
from sunlit.approvals.lifecycle import Status
from sunlit.approvals.models import LicenceCase, NonAcceptance, Result, SiteCheck
from sunlit.approvals.policies import handling as policies
from sunlit.approvals.services import handling as services
from sunlit.approvals.services import licences as moves
from sunlit.kernel.refusals import NotPermitted, Unacceptable, WrongMoment
from sunlit.ledger.models import Entry
from sunlit.organization.models import Role
from tests.approvals import factories, handled
from tests.organization.factories import agency, official

pytestmark = pytest.mark.django_db

MONDAY, TUESDAY = date(2012, 6, 11), date(2012, 6, 12)
NEXT_MONDAY = date(2012, 6, 18)
DUE, DUE_LATER = date(2012, 7, 9), date(2012, 7, 16)
"""Twenty working days after Friday 8 June by hand: 11-15 June (5), 18-21 (9; 22 and 23 are the
Dragon Boat holiday, 24 too), 25-29 (14), 2-6 July (19), 9 July (20). Five more: 16 July."""


@pytest.fixture(autouse=True)
def the_day(settings):
    """Let it be a day; a Monday at first."""

    def be(on):
        settings.SUNLIT_TODAY = on

    be(MONDAY)
    return be


@pytest.fixture
def head():
    return official(Role.SECTION_HEAD)


@pytest.fixture
def chief():
    return official(Role.CHIEF_REPRESENTATIVE)


def exclude(by, case, today=MONDAY, days=5):
    return services.exclude_time(
        record_id=case.pk, by=by, today=today, kind="testing", announced_days=days, purpose="检测"
    )


def grant(by, case, today=TUESDAY):
    return moves.grant(record_id=case.pk, by=by, today=today, document_number="许1号")


# Time left out


def test_time_for_a_test_does_not_count_and_the_days_say_why(head, the_day):
    case = handled.accepted()
    assert selectors.licence_clock(case).due_on == DUE

    exclude(head, case)
    the_day(date(2012, 6, 19))
    services.resume(record_id=case.pk, by=head, today=NEXT_MONDAY, outcome="合格")

    clock = selectors.licence_clock(LicenceCase.objects.get())
    assert clock.due_on == DUE_LATER
    left_out = [day for day in clock.days if "testing" in day.why.en]
    assert [day.on for day in left_out if day.on.weekday() < 5] == [
        date(2012, 6, day) for day in (12, 13, 14, 15, 18)
    ]
    assert [entry.basis for entry in Entry.objects.order_by("id")] == ["licence_2003:45"] * 2


def test_the_promise_stands_still_with_the_law(head):
    case = handled.accepted()
    before = selectors.promised_clock(case).due_on
    exclude(head, case)
    reading = selectors.promised_clock(LicenceCase.objects.get())
    assert before == date(2012, 6, 19)
    assert (reading.paused, reading.due_on) == (True, None)


def test_no_more_is_left_out_than_the_applicant_was_told(the_day):
    case = handled.being_tested(days=5)
    the_day(date(2012, 7, 2))

    reading = selectors.licence_clock(case)

    assert not reading.paused
    assert reading.due_on == DUE_LATER


def test_a_hearing_and_an_expert_review_cannot_run_at_once(head):
    case = handled.being_tested()
    with pytest.raises(WrongMoment) as refusal:
        exclude(head, case, TUESDAY)
    assert refusal.value.basis.key == "licence_2003:45"
    assert case.excluded_times.count() == 1


@pytest.mark.parametrize("status", [Status.RECEIVED, Status.DECIDED])
def test_time_is_left_out_only_before_the_decision(head, status):
    decided = {"decided_on": MONDAY, "result": Result.GRANTED} if status == Status.DECIDED else {}
    case = factories.licence_case(
        accepted_on=None if status == Status.RECEIVED else handled.ACCEPTED_ON,
        status=status,
        **decided,
    )
    with pytest.raises(WrongMoment):
        exclude(head, case)
    assert not Entry.objects.exists()


def test_a_hotline_operator_leaves_no_time_out():
    case = handled.accepted()
    with pytest.raises(NotPermitted):
        exclude(official(Role.HOTLINE_OPERATOR), case)
    assert not case.excluded_times.exists()


def test_nothing_is_resumed_where_the_clock_runs(head):
    with pytest.raises(WrongMoment):
        services.resume(record_id=handled.accepted().pk, by=head, today=MONDAY, outcome="无")


def test_nothing_is_decided_while_time_is_left_out(chief):
    case = handled.being_tested(status=Status.REVIEWED)
    with pytest.raises(WrongMoment) as refusal:
        grant(chief, case)
    assert refusal.value.basis.key == "licence_2003:45"


# Interested parties and hearings


def test_no_decision_before_an_interested_party_is_heard(head, chief):
    case = handled.accepted(status=Status.REVIEWED)
    on = {"record_id": case.pk, "today": MONDAY}
    services.tell_interested_party(**on, by=head, party="相邻业主")
    with pytest.raises(WrongMoment) as refusal:
        grant(chief, case)
    party = case.interested_parties.get()
    services.hear_interested_party(**on, by=head, party=party, opinion="无意见")

    assert refusal.value.basis.key == "licence_2003:36"
    assert grant(chief, case).result == Result.GRANTED


def test_nobody_is_heard_who_was_not_told(head):
    case = handled.accepted()
    assert isinstance(policies.why_not_hear_party(head, case), WrongMoment)


def call(by, case, **changes):
    values = {
        "record_id": case.pk,
        "by": by,
        "today": TUESDAY,
        "asked_by": "applicant",
        "asked_on": TUESDAY,
        "planned_on": handled.HEARING_DAY,
        "place": "会议室",
        "presided_by": "法规科科长",
    }
    return services.call_hearing(**values | changes)


def test_a_hearing_is_told_called_held_and_its_time_does_not_count(head, chief, the_day):
    case = handled.accepted(status=Status.REVIEWED)
    services.tell_of_hearing(record_id=case.pk, by=head, today=MONDAY)
    call(head, case)
    the_day(handled.HEARING_DAY)
    held = {"record_id": case.pk, "today": handled.HEARING_DAY, "by": head}
    services.hold_hearing(**held, hearing_record="各方意见")

    assert selectors.hearing_of(case).record == "各方意见"
    days = case.excluded_times.get()
    assert (days.kind, days.began_on, days.ended_on) == ("hearing", TUESDAY, handled.HEARING_DAY)
    clock = selectors.licence_clock(LicenceCase.objects.get())
    # 11, 12 June (2), then 28, 29 June (4), 2-6 July (9), 9-13 (14), 16-20 (19), 23 July (20)
    assert clock.due_on == date(2012, 7, 23)
    assert grant(chief, case, handled.HEARING_DAY).result == Result.GRANTED


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"asked_on": date(2012, 6, 8)}, "告知听证权利之后"),
        ({"planned_on": date(2012, 6, 20)}, "2012-06-21"),
        ({"planned_on": date(2012, 7, 12)}, "2012-07-11"),
        ({"today": date(2012, 6, 20), "asked_on": date(2012, 6, 20)}, "2012-06-18"),
    ],
    ids=["before it was told", "without notice", "too late", "asked too late"],
)
def test_a_hearing_keeps_the_days_of_the_law(head, changes, says):
    case = handled.with_right_told()
    with pytest.raises(Unacceptable, match=says):
        call(head, case, **changes)
    assert selectors.hearing_of(case).called_on is None
    assert not Entry.objects.exists()


def test_the_agency_may_hold_a_hearing_that_nobody_asked_for_in_time(head):
    late = date(2012, 6, 20)
    case = handled.with_right_told()
    call(head, case, today=late, asked_on=late, asked_by="agency", planned_on=date(2012, 7, 6))
    assert selectors.hearing_of(case).asked_by == "agency"


def test_a_hearing_is_not_entered_before_its_day(head):
    case = handled.with_hearing_called()
    with pytest.raises(WrongMoment):
        services.hold_hearing(record_id=case.pk, by=head, today=TUESDAY, hearing_record="x")
    assert selectors.hearing_of(case).held_on is None


def test_the_time_of_a_hearing_ends_with_the_hearing_only(head):
    case = handled.with_hearing_called()
    assert "听证" in str(policies.why_not_resume(head, case).reason)


def test_nothing_is_decided_while_a_hearing_may_be_asked_for(chief):
    case = handled.with_right_told(status=Status.REVIEWED)
    with pytest.raises(WrongMoment, match="2012-06-18"):
        grant(chief, case)
    assert grant(chief, case, date(2012, 6, 19)).result == Result.GRANTED


# On the spot


def test_the_facts_are_checked_by_two(head):
    case = handled.accepted()
    on = {"record_id": case.pk, "by": head, "today": MONDAY}
    with pytest.raises(Unacceptable) as refusal:
        moves.survey(**on, staff="勘验岗、勘验岗")
    moves.survey(**on, staff="勘验岗、执法岗", finding="与申请一致")

    assert refusal.value.basis.key == "licence_2003:34"
    assert SiteCheck.objects.get().staff == ["勘验岗", "执法岗"]


# Silence at the counter, and applications for somebody else


def test_an_application_counts_as_accepted_at_once_when_five_days_are_over(the_day):
    case = factories.licence_case()
    the_day(date(2012, 6, 14))
    assert selectors.licence_clock(case).limit.amount == 5
    the_day(date(2012, 6, 15))

    reading = selectors.licence_clock(case)

    assert (reading.start, reading.limit.amount) == (case.received_on, 20)
    assert selectors.accepted_in_silence_now(case) == case.received_on


def test_the_clock_enters_that_silence_accepted_an_application():
    case = factories.licence_case()
    assert not timing.carry_out(agency(), on=date(2012, 6, 14))
    timing.carry_out(agency(), on=date(2012, 6, 15))
    assert not timing.carry_out(agency(), on=date(2012, 6, 15))

    case.refresh_from_db()
    assert (case.status, case.accepted_on) == (Status.ACCEPTED, case.received_on)
    entry = Entry.objects.get()
    assert (entry.event, entry.basis) == (
        "LicenceApplicationCountsAsAccepted",
        "licence_2003:32(1)(4)",
    )


def decline(by, case, today=MONDAY, **changes):
    values = {"ground": "not_competent", "competent_agency": "市交通局", "reason": "属公路"}
    return moves.decline(record_id=case.pk, by=by, today=today, **values | changes)


def test_an_application_for_another_agency_is_declined_and_the_agency_named(chief):
    case = decline(chief, factories.licence_case())

    assert (case.status, case.result, case.ended_on) == (Status.DECLINED, Result.DECLINED, MONDAY)
    assert NonAcceptance.objects.get().competent_agency == "市交通局"
    assert Entry.objects.get().basis == "licence_2003:32(1)(2)"


def test_an_application_that_needs_no_licence_is_declined_under_its_own_item(chief):
    decline(chief, factories.licence_case(), ground="not_needed", competent_agency="")
    assert Entry.objects.get().basis == "licence_2003:32(1)(1)"


@pytest.mark.parametrize(
    ("role", "today", "changes", "refusal"),
    [
        (Role.SECTION_HEAD, MONDAY, {}, NotPermitted),
        (Role.WINDOW_CLERK, date(2012, 6, 15), {}, WrongMoment),
        (Role.WINDOW_CLERK, MONDAY, {"competent_agency": " "}, Unacceptable),
    ],
    ids=["not the section", "counts as accepted", "no agency named"],
)
def test_a_refused_refusal_to_accept_changes_nothing(role, today, changes, refusal):
    case = factories.licence_case()
    with pytest.raises(refusal):
        decline(official(role), case, today, **changes)
    case.refresh_from_db()
    assert case.status == Status.RECEIVED
    assert not Entry.objects.exists()


def test_an_accepted_application_is_not_declined(chief):
    with pytest.raises(WrongMoment):
        decline(chief, handled.accepted())


# Who decides, until when


def test_the_chief_representative_decides_what_is_delegated_only(chief):
    case = handled.accepted(status=Status.REVIEWED)
    case.power.delegations.create(
        agency=agency(), post="首席代表", document="授权书", since=date(2012, 1, 1), until=MONDAY
    )
    with pytest.raises(NotPermitted) as refusal:
        grant(chief, case)

    assert "openness_2011" in refusal.value.basis.key
    assert "领导" in str(refusal.value.remedy)
    assert grant(official(Role.APPROVER), case).result == Result.GRANTED


def test_the_window_decides_nothing_that_is_not_handled_there(chief):
    case = handled.accepted(status=Status.REVIEWED)
    case.power.in_service_window = False
    case.power.save()
    with pytest.raises(NotPermitted):
        grant(chief, case)


def test_a_limit_that_is_over_is_not_extended():
    case = handled.accepted()
    on = {"record_id": case.pk, "by": official(Role.LEADER), "reason": "复杂"}
    with pytest.raises(WrongMoment, match="2012-07-09"):
        moves.extend(**on, today=date(2012, 7, 10))
    assert moves.extend(**on, today=DUE).is_extended


# Warnings


def test_a_case_is_yellow_before_its_promise_and_red_after(the_day):
    case = handled.accepted()
    # promised: seven working days after 8 June, that is 19 June
    states = {}
    for day in (11, 18, 19, 20):
        the_day(date(2012, 6, day))
        states[day] = warnings.state_of(case, on=date(2012, 6, day))
    assert states == {11: "in_time", 18: "at_risk", 19: "at_risk", 20: "late"}
