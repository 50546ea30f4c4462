"""The acts of supervision: what they change, and that a refused one changes nothing."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from sunlit.kernel.refusals import NotPermitted, Unacceptable, WrongMoment
from sunlit.ledger.models import Entry
from sunlit.organization.models import Role
from sunlit.supervision.lifecycle import OpinionStatus
from sunlit.supervision.models import (
    Accountability,
    Finding,
    Inspection,
    Meeting,
    Opinion,
    Training,
)
from sunlit.supervision.services import inspections, learning, meetings
from tests.organization.factories import agency, office, official
from tests.supervision import factories
from tests.supervision.factories import DAY, YEAR

pytestmark = pytest.mark.django_db
EARLIER, LATER = DAY - timedelta(days=1), DAY + timedelta(days=7)


def hold_meeting(**changes):
    """Record a meeting on its day, unless told otherwise."""
    terms = {
        "agency": agency(),
        "today": DAY,
        "name": "座谈会",
        "held_on": DAY,
        "place": "会议室",
        "host": office().leader,
        "supervisors": [],
        "reported": "工作思路\n\n工作方法",
    }
    return meetings.hold_meeting(**(terms | changes))


def answer(opinion, **changes):
    """Answer an opinion a week after the meeting, unless told otherwise."""
    terms = {"today": LATER, "response": "已改进", "outcome": "adopted"}
    return meetings.answer_opinion(record_id=opinion.pk, **(terms | changes))


def hold_inspection(**changes):
    """Record an inspection on its day, unless told otherwise."""
    terms = {
        "agency": agency(),
        "today": DAY,
        "held_on": DAY,
        "kind": "unscheduled",
        "scope": "明察暗访",
        "office": office(),
        "units_checked": 5,
        "supervisors_joined": 1,
        "is_combined": False,
    }
    return inspections.hold_inspection(**(terms | changes))


def record_finding(inspection, **changes):
    """Record a finding on the day of the inspection, unless told otherwise."""
    terms = {
        "today": DAY,
        "office": office("KS02"),
        "kind": "半公开",
        "description": "缺少标准",
        "due_on": LATER,
    }
    return inspections.record_finding(record_id=inspection.pk, **(terms | changes))


def rectify(finding, **changes):
    """Record the rectification of a finding, unless told otherwise."""
    terms = {"today": LATER, "rectified_on": LATER, "rectification": "已整改"}
    return inspections.record_rectification(record_id=finding.pk, **(terms | changes))


def hold_to_account(finding, **changes):
    """Hold a post to account for a finding, unless told otherwise."""
    terms = {
        "today": LATER,
        "source": "检查",
        "fact": "未更新",
        "ground": "制度第一条",
        "measure": "批评教育",
        "post": "经办岗",
        "is_published": True,
    }
    return inspections.hold_to_account(record_id=finding.pk, **(terms | changes))


def test_a_meeting_is_recorded_with_those_who_came():
    came = factories.supervisor()
    factories.supervisor("JD-02")
    factories.supervisor("JD-03", term_ends_on=date(2024, 5, 31))

    meeting = hold_meeting(by=official(Role.SUPERVISOR_LIAISON), supervisors=[came])

    assert (meeting.code, meeting.invited, meeting.attended) == ("ZT2024-1", 2, 1)
    assert meeting.reported == ["工作思路", "工作方法"]
    assert meeting.attendances.get().supervisor == came
    assert Entry.objects.get().basis == "ogi_2019:46"


@pytest.mark.parametrize(
    ("role", "changes", "refusal"),
    [(Role.CLERK, {}, NotPermitted), (Role.SUPERVISOR_LIAISON, {"today": EARLIER}, Unacceptable)],
    ids=["not the liaison", "still to come"],
)
def test_a_refused_meeting_changes_nothing(role, changes, refusal):
    with pytest.raises(refusal):
        hold_meeting(by=official(role), **changes)

    assert not Meeting.objects.exists()
    assert not Entry.objects.exists()


def test_opinions_are_numbered_through_the_year():
    factories.opinion(16)
    second = factories.meeting("ZT2024-2", held_on=date(2024, 12, 13))
    by = official(Role.SUPERVISOR_LIAISON)
    said = {"sector": "教育界", "topic": "停车", "text": "不足", "office": office()}

    opinion = meetings.record_opinion(record_id=second.pk, by=by, today=second.held_on, **said)

    assert opinion.number == "ZT2024-2/17"
    assert opinion.status == OpinionStatus.AWAITING
    with pytest.raises(NotPermitted):
        meetings.record_opinion(
            record_id=second.pk, by=official(Role.AUDITOR), today=second.held_on, **said
        )
    assert Opinion.objects.count() == 2
    assert Entry.objects.get().event == "OpinionRaised"


def test_the_office_answers_an_opinion_once():
    opinion = factories.opinion()
    by = factories.of_office(opinion.office)

    answer(opinion, by=by)

    opinion.refresh_from_db()
    assert (opinion.status, opinion.replied_on) == (OpinionStatus.ADOPTED, LATER)
    with pytest.raises(WrongMoment) as refused:
        answer(opinion, by=by, response="另一答复")
    assert refused.value.basis.key == "ogi_2019:46"
    opinion.refresh_from_db()
    assert opinion.response == "已改进"
    assert Entry.objects.get().event == "OpinionAnswered"


@pytest.mark.parametrize(
    ("roles", "changes", "refusal"),
    [
        ([Role.SECTION_HEAD], {}, NotPermitted),
        ([Role.SUPERVISOR_LIAISON], {"today": EARLIER}, Unacceptable),
        ([Role.SUPERVISOR_LIAISON], {"outcome": "awaiting"}, WrongMoment),
    ],
    ids=["another office", "before it was raised", "no outcome"],
)
def test_a_refused_answer_changes_nothing(roles, changes, refusal):
    opinion = factories.opinion()

    with pytest.raises(refusal):
        answer(opinion, by=official(*roles), **changes)

    opinion.refresh_from_db()
    assert (opinion.status, opinion.response) == (OpinionStatus.AWAITING, "")
    assert not Entry.objects.exists()


def test_an_opinion_is_answered_if_and_only_if_dated():
    opinion = factories.opinion()
    opinion.status = OpinionStatus.ADOPTED

    with pytest.raises(IntegrityError), transaction.atomic():
        opinion.save()


def test_an_inspection_leads_to_findings_rectified_and_accounted_for():
    auditor, leader = official(Role.AUDITOR), official(Role.LEADER)
    factories.inspection("JC2024-09")

    inspection = hold_inspection(by=auditor)
    finding = record_finding(inspection, by=auditor)
    second = record_finding(inspection, by=auditor)
    inspections.issue_bulletin(
        record_id=inspection.pk, by=auditor, today=DAY, bulletin_number="城管督1号"
    )
    rectify(finding, by=auditor)
    decision = hold_to_account(finding, by=leader)

    inspection.refresh_from_db()
    finding.refresh_from_db()
    assert inspection.code == "JC2024-10"
    assert (inspection.is_published, inspection.bulletin_on) == (True, DAY)
    assert (finding.code, second.code) == ("JC2024-10-1", "JC2024-10-2")
    assert (finding.rectified_on, finding.verified_by) == (LATER, auditor.post)
    assert finding.accountability == decision
    assert (decision.office, decision.found_on) == (office("KS02"), DAY)
    assert [*Entry.objects.order_by("id").values_list("event", flat=True)] == [
        "InspectionHeld", "RectificationOrdered", "RectificationOrdered", "BulletinIssued",
        "FindingRectified", "AccountabilityDecided",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("role", "changes", "refusal"),
    [(Role.SECTION_HEAD, {}, NotPermitted), (Role.AUDITOR, {"today": EARLIER}, Unacceptable)],
    ids=["not an inspector", "still to come"],
)
def test_a_refused_inspection_changes_nothing(role, changes, refusal):
    with pytest.raises(refusal):
        hold_inspection(by=official(role), **changes)

    assert not Inspection.objects.exists()
    assert not Entry.objects.exists()


@pytest.mark.parametrize(
    ("role", "changes", "refusal"),
    [
        (Role.LEADER, {}, NotPermitted),
        (Role.AUDITOR, {"today": EARLIER}, Unacceptable),
        (Role.AUDITOR, {"due_on": EARLIER}, Unacceptable),
    ],
    ids=["not an inspector", "before the inspection", "due before the notice"],
)
def test_a_refused_finding_changes_nothing(role, changes, refusal):
    inspection = factories.inspection()

    with pytest.raises(refusal):
        record_finding(inspection, by=official(role), **changes)

    assert not Finding.objects.exists()
    assert not Entry.objects.exists()


@pytest.mark.parametrize(
    ("role", "state", "changes", "refusal"),
    [
        (Role.CLERK, {}, {}, NotPermitted),
        (Role.AUDITOR, {}, {"rectified_on": EARLIER}, Unacceptable),
        (Role.AUDITOR, {}, {"today": DAY}, Unacceptable),
        (
            Role.AUDITOR,
            {"rectified_on": DAY, "rectification": "已整改", "verified_by": "主任"},
            {},
            WrongMoment,
        ),
    ],
    ids=["not an inspector", "before the notice", "still to come", "already rectified"],
)
def test_a_refused_rectification_changes_nothing(role, state, changes, refusal):
    finding = factories.finding(**state)

    with pytest.raises(refusal):
        rectify(finding, by=official(role), **changes)

    finding.refresh_from_db()
    assert finding.rectified_on == state.get("rectified_on")
    assert not Entry.objects.exists()


def test_a_bulletin_is_issued_once():
    inspection = factories.inspection(bulletin_number="城管督1号", bulletin_on=DAY)

    with pytest.raises(WrongMoment):
        inspections.issue_bulletin(
            record_id=inspection.pk, by=official(Role.AUDITOR), today=DAY, bulletin_number="2号"
        )

    inspection.refresh_from_db()
    assert inspection.bulletin_number == "城管督1号"


@pytest.mark.parametrize(
    ("role", "today", "refusal"),
    [(Role.AUDITOR, LATER, NotPermitted), (Role.LEADER, EARLIER, Unacceptable)],
    ids=["not a leader", "before the inspection"],
)
def test_a_refused_decision_holds_nobody_to_account(role, today, refusal):
    finding = factories.finding()

    with pytest.raises(refusal):
        hold_to_account(finding, by=official(role), today=today)

    finding.refresh_from_db()
    assert finding.accountability is None
    assert not Accountability.objects.exists()
    assert not Entry.objects.exists()


def test_nobody_is_held_to_account_twice_for_a_finding():
    finding, leader = factories.finding(), official(Role.LEADER)
    hold_to_account(finding, by=leader)

    with pytest.raises(WrongMoment):
        hold_to_account(finding, by=leader)

    assert Accountability.objects.count() == 1


def test_training_is_recorded():
    terms = {
        "agency": agency(), "today": DAY, "kind": "study", "title": "学习条例", "office": office(),
        "audience": "信息员", "attended": 22, "hours": Decimal("2.5"), "content": "条例",
    }  # fmt: skip

    training = learning.record_training(by=official(Role.CLERK), held_on=DAY, **terms)

    assert (training.code, training.year) == ("PX01", YEAR)
    with pytest.raises(NotPermitted):
        learning.record_training(by=official(Role.WINDOW_CLERK), held_on=DAY, **terms)
    with pytest.raises(Unacceptable):
        learning.record_training(by=official(Role.SUPERVISOR_LIAISON), held_on=LATER, **terms)
    assert Training.objects.count() == Entry.objects.count() == 1
