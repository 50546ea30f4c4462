"""Coercion: no step before its time, none at night or on a holiday, each by its article."""

from datetime import date, time

import pytest

from sunlit.approvals.flowing import coercion_shown
from sunlit.approvals.lifecycle import CoercionStatus
from sunlit.approvals.models import CoercionCase, PartyKind
from sunlit.approvals.selectors import coercion as readings
from sunlit.approvals.services import coercion as services
from sunlit.kernel.refusals import NotPermitted, Unacceptable, WrongMoment
from sunlit.ledger.models import Entry
from sunlit.organization.models import Role
from sunlit.powers.models import Kind
from tests.approvals import factories
from tests.approvals.factories import coercion_case
from tests.approvals.test_proceedings import refused
from tests.organization.factories import office, official

pytestmark = pytest.mark.django_db

DAY = date(2012, 6, 7)
AT_NIGHT = {"is_urgent": True, "measured_on": date(2012, 6, 6), "measured_at": time(22, 15)}


@pytest.fixture
def staff():
    roles = (Role.INVESTIGATOR, Role.APPROVER, Role.LEGAL_REVIEWER, Role.CLERK)
    return {role: official(role) for role in roles}


def begun(by, kind="demolition", **changes):
    values = {
        "agency": by.agency, "by": by, "today": DAY, "kind": kind,
        "power": factories.power(Kind.PENALTY), "party": "当事人 001",
        "party_kind": PartyKind.PERSON, "office": office(), "target": "违法搭建的棚屋",
        "document_number": "限拆〔2012〕1号", "is_urgent": False,
    }  # fmt: skip
    return services.open_case(**values | changes)


def test_a_demolition_goes_from_decision_to_closing(staff):
    brigade, head = staff[Role.INVESTIGATOR], staff[Role.APPROVER]
    legal, clerk = staff[Role.LEGAL_REVIEWER], staff[Role.CLERK]
    case = begun(brigade)
    on = {"record_id": case.pk}
    later, end = date(2012, 9, 10), date(2012, 9, 24)

    services.announce(**on, by=brigade, today=DAY, remove_by=date(2012, 6, 21))
    services.demand(**on, by=brigade, today=later, perform_by=date(2012, 9, 14))
    services.hear_defence(
        **on, by=legal, today=date(2012, 9, 12), defence="请求宽限", defence_answer="不成立"
    )
    services.order(**on, by=head, today=date(2012, 9, 17), order_number="强拆〔2012〕1号")
    services.record_approval(**on, by=legal, today=date(2012, 9, 19), government_document="批1号")
    services.set_day(**on, by=brigade, today=date(2012, 9, 20), set_for=end, set_at=time(9))
    services.take_inventory(**on, by=brigade, today=end, inventory="铁架一副", witness="社区代表")
    services.carry_out(**on, by=brigade, today=end, scene="已拆除", recording="档案室光盘")
    for act in (services.publish, services.close):
        refused(WrongMoment, "coercion_2011:24", act, **on, by=clerk, today=end)
    services.hand_over(**on, by=brigade, today=end)
    services.publish(**on, by=clerk, today=end)
    shown = coercion_shown(CoercionCase.objects.get())
    assert end in {step.passed for step in shown.steps}
    case = services.close(**on, by=clerk, today=end)

    assert (case.number, case.status) == ("QZ2012-001", CoercionStatus.CLOSED)
    assert [entry.basis for entry in Entry.objects.order_by("id")] == [
        "coercion_2011:18", "coercion_2011:44", "coercion_2011:35", "coercion_2011:36",
        "coercion_2011:37", "coercion_2011:37", "coercion_2011:43", "coercion_2011:24",
        "coercion_2011:37", "coercion_2011:24", "ogi_2007:18", "archives_1996:10",
    ]  # fmt: skip


def test_a_demolition_waits_until_it_can_no_longer_be_contested(staff):
    case = coercion_case(CoercionStatus.ANNOUNCED, announced_on=DAY)
    ask = {"record_id": case.pk, "by": staff[Role.INVESTIGATOR], "perform_by": date(2012, 12, 1)}

    assert readings.remedies_over_on(case) == date(2012, 9, 7)
    refused(WrongMoment, "coercion_2011:44", services.demand, **ask, today=date(2012, 9, 7))

    assert services.demand(**ask, today=date(2012, 9, 10)).status == CoercionStatus.DEMANDED


def test_a_contested_demolition_waits_for_the_ruling(staff):
    case = coercion_case(CoercionStatus.ANNOUNCED, announced_on=DAY)
    on = {"record_id": case.pk, "today": date(2012, 9, 10)}
    brigade, legal = staff[Role.INVESTIGATOR], staff[Role.LEGAL_REVIEWER]
    ask = {"by": brigade, "perform_by": date(2012, 9, 28)}

    services.contest(**on, by=legal, contested_on=date(2012, 8, 1))
    refused(WrongMoment, "coercion_2011:44", services.demand, **on, **ask)
    services.rule(**on, by=legal)

    assert services.demand(**on, **ask).perform_by == date(2012, 9, 28)


def test_a_demolition_is_announced_before_the_demand(staff):
    case = coercion_case(CoercionStatus.DECIDED)

    refused(
        WrongMoment, "coercion_2011:44", services.demand, record_id=case.pk,
        by=staff[Role.INVESTIGATOR], today=date(2012, 10, 8), perform_by=date(2012, 10, 12),
    )  # fmt: skip


def test_enforcement_is_decided_when_the_time_of_the_demand_is_over_and_by_the_heads(staff):
    case = coercion_case(
        CoercionStatus.DEMANDED, demanded_on=date(2012, 9, 10), perform_by=date(2012, 9, 14)
    )
    order = {"record_id": case.pk, "order_number": "1号"}
    early, in_time = date(2012, 9, 14), date(2012, 9, 17)

    refused(
        WrongMoment, "coercion_2011:37", services.order, **order, by=staff[Role.APPROVER],
        today=early,
    )  # fmt: skip
    with pytest.raises(NotPermitted):
        services.order(**order, by=staff[Role.INVESTIGATOR], today=in_time)

    assert services.order(**order, by=staff[Role.APPROVER], today=in_time).ordered_on == in_time


def test_no_day_is_set_before_the_government_approved(staff):
    case = coercion_case(CoercionStatus.ORDERED, demanded_on=DAY, ordered_on=DAY)

    refused(
        WrongMoment, "coercion_2011:37", services.set_day, record_id=case.pk,
        by=staff[Role.INVESTIGATOR], today=DAY, set_for=date(2012, 6, 11), set_at=time(9),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("day", "at"),
    [
        (date(2012, 10, 1), time(9)),
        (date(2012, 6, 9), time(9)),
        (date(2012, 6, 11), time(22)),
        (date(2012, 6, 11), time(5, 59)),
    ],
    ids=["national day", "a Saturday", "at night", "before the morning"],
)
def test_nothing_is_enforced_at_night_or_on_a_holiday_unless_urgent(staff, day, at):
    case = coercion_case(
        CoercionStatus.APPROVED, demanded_on=DAY, ordered_on=DAY, government_approved_on=DAY
    )
    set_day = {"record_id": case.pk, "by": staff[Role.INVESTIGATOR], "today": DAY}
    set_day |= {"set_for": day, "set_at": at}

    refused(Unacceptable, "coercion_2011:43", services.set_day, **set_day)
    case.is_urgent = True
    case.save()

    assert services.set_day(**set_day).set_for == day


def test_nothing_is_carried_out_before_its_day(staff):
    case = coercion_case(
        CoercionStatus.INVENTORIED, inventory="铁架", inventoried_on=DAY, set_for=date(2012, 6, 11)
    )

    refused(
        WrongMoment, "coercion_2011:43", services.carry_out, record_id=case.pk,
        by=staff[Role.INVESTIGATOR], today=date(2012, 6, 8), scene="拆", recording="光盘",
    )  # fmt: skip


def test_an_investigator_seals_only_what_is_urgent_and_a_head_approves_it(staff):
    brigade, head = staff[Role.INVESTIGATOR], staff[Role.APPROVER]
    with pytest.raises(Unacceptable):
        begun(brigade, "seal")

    case = begun(brigade, "seal", **AT_NIGHT)
    assert case.approved_by == ""
    report = {"reported_on": date(2012, 6, 7), "reported_at": time(9)}
    services.report_urgent(record_id=case.pk, by=brigade, today=DAY, **report)
    case = services.approve_urgent(record_id=case.pk, by=head, today=DAY)
    refused(
        WrongMoment, "coercion_2011:19", services.approve_urgent, record_id=case.pk, by=head,
        today=DAY,
    )  # fmt: skip

    assert case.approved_by == head.post


def test_things_are_held_for_thirty_days_and_once_for_thirty_more_without_appraisals(staff):
    head, brigade = staff[Role.APPROVER], staff[Role.INVESTIGATOR]
    case = begun(head, "seize")
    on = {"record_id": case.pk}
    assert readings.holding_clock(case).due_on == date(2012, 7, 7)

    appraisal = {"appraised_from": date(2012, 6, 11), "appraised_until": date(2012, 6, 15)}
    case = services.enter_appraisal(**on, by=brigade, today=DAY, **appraisal)
    assert readings.holding_clock(case).due_on == date(2012, 7, 11)
    case = services.extend(**on, by=head, today=date(2012, 7, 11), reason="案情复杂")
    assert readings.holding_clock(case).due_on == date(2012, 8, 10)
    refused(
        WrongMoment, "coercion_2011:25", services.extend, **on, by=head, today=DAY, reason="再延"
    )
    case = services.lift(**on, by=brigade, today=date(2012, 8, 1), reason="违法行为已处理")

    assert case.status == CoercionStatus.LIFTED


def test_what_has_run_out_is_not_extended(staff):
    case = begun(staff[Role.APPROVER], "seize")

    refused(
        WrongMoment, "coercion_2011:25", services.extend, record_id=case.pk,
        by=staff[Role.APPROVER], today=date(2012, 7, 8), reason="案情复杂",
    )  # fmt: skip


def test_the_agency_performs_in_the_partys_place_three_days_after_the_demand(staff):
    brigade = staff[Role.INVESTIGATOR]
    case = begun(brigade, "substitute")
    services.demand(record_id=case.pk, by=brigade, today=DAY, perform_by=date(2012, 6, 8))
    carry = {"record_id": case.pk, "by": brigade, "scene": "已清除", "recording": "光盘"}

    refused(WrongMoment, "coercion_2011:51", services.carry_out, **carry, today=date(2012, 6, 12))
    case = services.carry_out(**carry, today=date(2012, 6, 13))

    assert case.status == CoercionStatus.CARRIED_OUT


def test_a_road_is_cleared_at_once(staff):
    case = begun(staff[Role.INVESTIGATOR], "clearance", today=date(2012, 6, 9))

    case = services.carry_out(
        record_id=case.pk, by=staff[Role.INVESTIGATOR], today=date(2012, 6, 9), scene="已清除",
        recording="光盘",
    )  # fmt: skip

    assert case.carried_out_on == date(2012, 6, 9)


def test_the_court_is_asked_ten_days_after_the_demand_and_within_three_months(staff):
    legal = staff[Role.LEGAL_REVIEWER]
    ask = {"perform_by": date(2012, 9, 11)}
    case = begun(staff[Role.APPROVER], "court")
    services.demand(record_id=case.pk, by=legal, today=date(2012, 9, 10), **ask)
    apply = {"record_id": case.pk, "by": legal}

    refused(
        WrongMoment, "coercion_2011:53", services.apply_to_court, **apply, today=date(2012, 9, 21)
    )
    refused(
        WrongMoment, "coercion_2011:53", services.apply_to_court, **apply, today=date(2012, 12, 11)
    )

    assert services.apply_to_court(**apply, today=date(2012, 9, 25)).applied_on
