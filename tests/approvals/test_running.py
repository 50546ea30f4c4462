"""A case keeps the chart of its first day, and the chart says what may be done next."""

from datetime import date

import pytest

from sunlit.approvals import flowing, running
from sunlit.approvals.lifecycle import PenaltyStatus, Status
from sunlit.approvals.models import LicenceCase, PartyKind
from sunlit.approvals.services import licences as services
from sunlit.approvals.services import penalties, steps
from sunlit.flows.models import Run, StoredChart
from sunlit.kernel.refusals import NotPermitted, Unacceptable, WrongMoment
from sunlit.ledger.models import Entry
from sunlit.organization.models import Role
from tests.approvals import factories
from tests.organization.factories import official

pytestmark = pytest.mark.django_db

DAY = date(2012, 6, 7)
FRIDAY = date(2012, 6, 8)


@pytest.fixture
def window():
    return official(Role.WINDOW_CLERK)


@pytest.fixture
def chief():
    return official(Role.CHIEF_REPRESENTATIVE, username="chief")


@pytest.fixture
def section():
    return official(Role.SECTION_HEAD, username="section")


@pytest.fixture
def case(window):
    return services.receive(
        agency=window.agency, by=window, today=DAY, power=factories.power(), applicant="甲公司",
        applicant_kind=PartyKind.ORGANISATION, content="设置灯箱", received_at=factories.WINDOW,
    )  # fmt: skip


def surveyed(case, by):
    services.accept(record_id=case.pk, by=by, today=DAY)
    return services.survey(record_id=case.pk, by=by, today=DAY, staff="勘验岗、执法岗")


def done_in(case):
    return list(case.run.steps.order_by("position").values_list("task", "done_on"))


def test_the_receipt_puts_a_case_on_the_chart_in_force(case):
    assert case.run.since == date(2004, 7, 1)
    assert done_in(case) == [("S1", DAY), ("S2", DAY)]
    assert flowing.licence_shown(case) is not None


def test_a_hundred_cases_share_one_stored_chart(window, case):
    services.receive(
        agency=window.agency, by=window, today=DAY, power=factories.power(), applicant="乙公司",
        applicant_kind=PartyKind.ORGANISATION, content="设置灯箱", received_at=factories.WINDOW,
    )  # fmt: skip

    assert Run.objects.count() == 2
    assert StoredChart.objects.count() == 1


def test_the_chart_holds_back_what_its_status_would_allow(case, window, section):
    services.accept(record_id=case.pk, by=window, today=DAY)

    with pytest.raises(WrongMoment) as refused:
        services.review(record_id=case.pk, by=section, today=DAY, review_opinion="同意")

    assert "现场踏勘" in refused.value.said_in("zh")
    assert refused.value.basis is not None
    assert LicenceCase.objects.get().status == Status.ACCEPTED


def test_a_case_goes_all_the_way_on_its_chart(case, window, chief, section):
    surveyed(case, window)
    services.review(record_id=case.pk, by=section, today=DAY, review_opinion="同意")
    services.grant(record_id=case.pk, by=chief, today=FRIDAY, document_number="城管许1号")
    services.deliver(record_id=case.pk, by=window, today=FRIDAY)
    made = services.publish_result(record_id=case.pk, by=window, today=FRIDAY)

    assert [task for task, _on in done_in(made)] == [
        "S1", "S2", "S4", "S5", "S7", "S8", "S9", "S11", "S12",
    ]  # fmt: skip
    assert made.run.is_ended
    assert running.possible(made) == []


def test_a_refused_case_passes_by_the_refusal(case, window, chief, section):
    surveyed(case, window)
    services.review(record_id=case.pk, by=section, today=DAY, review_opinion="不同意")
    made = services.refuse(
        record_id=case.pk, by=chief, today=FRIDAY, document_number="城管不许1号", reason="不符"
    )

    assert [task for task, _on in done_in(made)][-2:] == ["S8", "S10"]


def test_a_withdrawn_case_runs_no_further(case, window):
    made = services.withdraw(record_id=case.pk, by=window, today=DAY)

    assert made.run.is_ended
    assert running.possible(made) == []
    assert running.why_not(made, "licence-cases.accept") is not None


def test_a_step_without_an_act_of_its_own_is_entered_with_its_day(case, window, section):
    surveyed(case, window)

    made = steps.record_step_of_licence(
        record_id=case.pk, by=section, today=FRIDAY, task="S6", done_on=DAY, note="无异议"
    )

    assert done_in(made)[-1] == ("S6", DAY)
    assert [node.id for node in running.possible(made)] == ["S7"]
    entry = Entry.objects.get(event="StepRecorded")
    assert entry.payload["task"] == "听取利害关系人意见"
    assert entry.payload["done_on"] == "2012-06-07"


@pytest.mark.parametrize("day", [date(2012, 6, 6), date(2012, 6, 9)])
def test_a_step_is_not_entered_before_the_last_one_or_in_the_future(case, window, section, day):
    surveyed(case, window)

    with pytest.raises(Unacceptable, match="2012-06"):
        steps.record_step_of_licence(
            record_id=case.pk, by=section, today=FRIDAY, task="S6", done_on=day
        )

    assert not Entry.objects.filter(event="StepRecorded").exists()


def test_only_whoever_has_the_lane_enters_its_step(case, window):
    surveyed(case, window)

    with pytest.raises(NotPermitted) as refused:
        steps.record_step_of_licence(
            record_id=case.pk, by=window, today=FRIDAY, task="S6", done_on=DAY
        )

    assert refused.value.basis is not None


@pytest.mark.parametrize("task", ["S4", "S8", "no such"])
def test_a_step_with_an_act_of_its_own_is_not_entered_by_hand(case, section, task):
    with pytest.raises(WrongMoment) as refused:
        steps.record_step_of_licence(
            record_id=case.pk, by=section, today=DAY, task=task, done_on=DAY
        )

    assert refused.value.basis is not None


def test_a_case_taken_in_goes_on_from_where_its_days_end(window, section):
    taken_in = factories.licence_case(accepted_on=DAY, surveyed_on=DAY, status=Status.SURVEYED)
    assert taken_in.run is None

    made = services.review(record_id=taken_in.pk, by=section, today=FRIDAY, review_opinion="同意")

    assert done_in(made) == [("S1", None), ("S2", DAY), ("S4", DAY), ("S5", DAY), ("S7", FRIDAY)]


def test_a_refused_act_leaves_no_run_behind(window, section):
    taken_in = factories.licence_case(accepted_on=DAY, status=Status.ACCEPTED)

    with pytest.raises(WrongMoment):
        services.review(record_id=taken_in.pk, by=section, today=FRIDAY, review_opinion="同意")

    assert not Run.objects.exists()


def test_a_penalty_without_a_fine_is_closed_when_its_party_has_been_urged():
    head = official(Role.SECTION_HEAD, Role.INVESTIGATOR, username="head")
    done = {"notified_on": DAY, "decided_on": DAY, "served_on": DAY, "disclosed_on": DAY}
    case = factories.penalty_case(
        status=PenaltyStatus.PUBLISHED, fine=0, other_measure="警告", **done
    )
    on = {"record_id": case.pk, "by": head, "today": FRIDAY}
    with pytest.raises(WrongMoment) as refused:
        penalties.close(**on, reason="已履行")
    assert refused.value.basis is not None

    steps.record_step_of_penalty(**on, task="S11", done_on=FRIDAY)
    made = penalties.close(**on, reason="已履行")

    assert made.status == PenaltyStatus.CLOSED
    assert made.run.is_ended
    assert [task for task, _on in done_in(made)][-2:] == ["S11", "S13"]
