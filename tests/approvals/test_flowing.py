"""Where cases stand on the charts of their own procedures: by their days, and no others."""

from datetime import date

import pytest

from sunlit.approvals import flowing
from sunlit.approvals.lifecycle import PenaltyStatus, Status
from sunlit.approvals.models import PenaltyProcedure, Result
from sunlit.flows.following import followed
from sunlit.flows.running import program
from tests.approvals.factories import licence_case, penalty_case

pytestmark = pytest.mark.django_db


def of_licence(case):
    return followed(program(flowing.chart_of_licence(case).content), flowing.done_in_licence(case))


def of_penalty(case):
    return followed(program(flowing.chart_of_penalty(case).content), flowing.done_in_penalty(case))


def test_a_received_application_waits_at_the_question_whether_it_is_complete():
    assert of_licence(licence_case()).now == ("G1",)


def test_an_application_that_lacks_a_paper_waits_for_its_supplement():
    case = licence_case(status=Status.AWAITING_SUPPLEMENT, supplement_notice_on=date(2012, 6, 8))
    trace = of_licence(case)
    assert trace.now == ("G2",)
    assert [(step.node, step.on) for step in trace.steps] == [
        ("S1", None),
        ("S2", date(2012, 6, 7)),
        ("S3", date(2012, 6, 8)),
    ]


def test_a_refused_application_goes_by_the_refusal_and_its_paper_has_no_day():
    case = licence_case(
        status=Status.DELIVERED,
        accepted_on=date(2012, 6, 7),
        surveyed_on=date(2012, 6, 8),
        reviewed_on=date(2012, 6, 11),
        decided_on=date(2012, 6, 12),
        delivered_on=date(2012, 6, 13),
        result=Result.REFUSED,
        reason="不符合规划",
    )
    trace = of_licence(case)
    steps = {step.node: step for step in trace.steps}
    assert "S9" not in steps
    assert not steps["S10"].is_recorded
    assert steps["S11"].on == date(2012, 6, 13)
    assert trace.now == ("S12",)


def test_the_chart_is_that_of_the_law_of_the_first_day():
    assert flowing.chart_of_licence(licence_case()).since == date(2004, 7, 1)
    later = licence_case("SP2020-001", year=2020, received_on=date(2020, 1, 6))
    assert flowing.chart_of_licence(later).since == date(2019, 4, 23)


def test_a_case_with_hearing_is_laid_on_the_chart_with_the_hearing():
    case = penalty_case(
        reviewed=False,
        procedure=PenaltyProcedure.HEARING,
        notified_on=date(2012, 6, 8),
        hearing_on=date(2012, 6, 20),
        status=PenaltyStatus.HEARD,
    )
    trace = of_penalty(case)
    assert flowing.chart_of_penalty(case).procedure == "penalty_hearing"
    assert {step.node: step.on for step in trace.steps if step.is_recorded} == {
        "S1": date(2012, 6, 7),
        "S6": date(2012, 6, 8),
        "S9": date(2012, 6, 20),
    }
    assert trace.now == ("S10",)


def test_a_decision_published_before_it_is_complied_with_does_not_close_the_case():
    case = penalty_case(
        notified_on=date(2012, 6, 8),
        decided_on=date(2012, 6, 20),
        served_on=date(2012, 6, 21),
        disclosed_on=date(2012, 6, 25),
        document_number="城执罚〔2012〕第001号",
        fine=500,
        is_performed=False,
        status=PenaltyStatus.PUBLISHED,
    )
    assert of_penalty(case).now == ("S11",)


def test_the_page_of_a_case_shows_its_chart_and_says_what_is_not_recorded():
    case = licence_case(status=Status.ACCEPTED, accepted_on=date(2012, 6, 7))
    found = flowing.licence_shown(case)
    assert "flow__node--now" in found.picture
    assert str(found.steps[0].passed) in {"not recorded", "未记录"}
    assert found.steps[1].passed == date(2012, 6, 7)
    assert found.steps[4].here
