"""The acts on penalty cases: each succeeds at its moment, and a refused one changes nothing."""

from datetime import date
from decimal import Decimal

import pytest

from sunlit.approvals import selectors
from sunlit.approvals.flowing import chart_of_penalty, done_in_penalty
from sunlit.approvals.lifecycle import PenaltyStatus
from sunlit.approvals.models import PartyKind, PenaltyCase, PenaltyProcedure
from sunlit.approvals.services import penalties as services
from sunlit.flows.following import followed
from sunlit.flows.running import program
from sunlit.kernel.refusals import NotPermitted, Unacceptable, WrongMoment
from sunlit.ledger.models import Entry
from sunlit.organization.models import Role
from sunlit.powers.models import Kind
from tests.approvals import factories
from tests.organization.factories import office, official

pytestmark = pytest.mark.django_db

DAY = date(2012, 6, 7)
NOTIFIED = {"notified_on": DAY, "status": PenaltyStatus.NOTIFIED}
DECIDED = NOTIFIED | {
    "decided_on": DAY,
    "fine": Decimal(500),
    "status": PenaltyStatus.DECIDED,
}
PUBLISHED = DECIDED | {
    "served_on": DAY,
    "disclosed_on": DAY,
    "status": PenaltyStatus.PUBLISHED,
}


@pytest.fixture
def investigator():
    return official(Role.INVESTIGATOR)


@pytest.fixture
def head():
    return official(Role.SECTION_HEAD)


@pytest.fixture
def legal():
    return official(Role.LEGAL_REVIEWER)


def file_case(by, **changes):
    values = {
        "agency": by.agency,
        "by": by,
        "today": DAY,
        "power": factories.power(Kind.PENALTY),
        "procedure": PenaltyProcedure.ORDINARY,
        "party": "当事人 001",
        "party_kind": PartyKind.PERSON,
        "office": office(),
        "source": "巡查发现",
    }
    return services.file_case(**values | changes)


def decide(by, case, fine=500, **changes):
    values = {
        "record_id": case.pk,
        "by": by,
        "today": DAY,
        "document_number": "罚〔2012〕1号",
        "discretion": "一般",
        "fine": Decimal(fine),
        "other_measure": "",
    }
    return services.decide(**values | changes)


def discuss(by, case, today=DAY):
    return services.discuss(
        record_id=case.pk, by=by, today=today, participants="局务会", conclusion="予以处罚"
    )


def notify(by, case, fine=500):
    return services.notify(
        record_id=case.pk,
        by=by,
        today=case.filed_on,
        facts="占道经营",
        grounds="影响通行",
        legal_basis="市容条例第十四条",
        fine=Decimal(fine),
    )


def test_a_complaint_leads_to_one_case(investigator):
    complaint = factories.complaint()

    case = file_case(investigator, complaint=complaint)
    with pytest.raises(WrongMoment):
        file_case(investigator, complaint=complaint)

    assert case.number == "CF2012-001"
    assert complaint.penalty_case == case
    assert not selectors.complaints_without_case(case.agency).exists()
    assert Entry.objects.get().payload["complaint"] == "TS2012-0001"


def test_a_case_goes_from_filing_to_its_end(investigator, head, legal):
    case = file_case(investigator)
    on = {"record_id": case.pk, "today": DAY}

    officers = {"first_post": "队员", "first_certificate": "ZF-1"}
    officers |= {"second_post": "队员", "second_certificate": "ZF-2"}
    services.investigate(**on, by=investigator, **officers)
    services.add_evidence(
        **on, by=investigator, kind="inspection", content="现场照片", taken_on=DAY, taken_by="队员"
    )
    services.end_investigation(
        **on, by=investigator, findings="属实", grade="一般", fine=Decimal(500), measure="",
        is_grave=False,
    )  # fmt: skip
    services.review(**on, by=legal, opinion="agreed", reason="事实清楚")
    notify(investigator, case)
    services.hear_defence(**on, by=investigator, content="初次", answer="已考虑", is_accepted=True)
    decide(head, case)
    services.serve(**on, by=investigator)
    services.record_payment(**on, by=investigator)
    services.review_publication(**on, by=legal, text="占道经营,罚款500元")
    services.publish(**on, by=head)
    case = services.close(**on, by=investigator, reason="已履行")

    assert case.status == PenaltyStatus.CLOSED
    trace = followed(program(chart_of_penalty(case).content), done_in_penalty(case))
    assert not trace.astray
    assert {"S1", "S2", "S4", "S5", "S6", "S7", "S9", "S13"} <= {
        step.node for step in trace.steps if step.on == DAY
    }
    assert case.publication.party_shown == "当事某某某某某"
    assert case.paid_on == DAY
    assert case.is_performed
    assert [entry.basis for entry in Entry.objects.order_by("id")] == [
        "penalty_1996:36",
        "penalty_1996:37",
        "penalty_1996:36",
        "penalty_1996:38",
        "penalty_1996:38",
        "penalty_1996:31",
        "penalty_1996:32",
        "penalty_1996:38",
        "penalty_1996:40",
        "penalty_1996:46",
        "ogi_2007:14",
        "ogi_2007:18",
        "archives_1996:10",
    ]


@pytest.mark.parametrize(
    ("parts", "article"),
    [
        ({}, "31"),
        (NOTIFIED | {"procedure": PenaltyProcedure.HEARING}, "42"),
        (DECIDED, "38"),
    ],
    ids=["the party was not told", "no hearing was held", "decided already"],
)
def test_a_refused_penalty_changes_nothing(head, parts, article):
    case = factories.penalty_case(**parts)

    with pytest.raises(WrongMoment) as refusal:
        decide(head, case, fine=900)

    assert refusal.value.basis.article == article
    after = PenaltyCase.objects.get()
    assert (after.status, after.fine) == (case.status, case.fine)
    assert not Entry.objects.exists()


def test_a_penalty_with_hearing_is_decided_after_the_hearing(head):
    case = factories.penalty_case(**NOTIFIED, procedure=PenaltyProcedure.HEARING)
    factories.hearing(case, head, set_for=DAY)

    services.hold_hearing(record_id=case.pk, by=head, today=DAY, record="笔录")
    discuss(head, case)
    case = decide(head, case, fine=20000)

    assert case.status == PenaltyStatus.DECIDED
    assert case.hearing.record == "笔录"


def test_no_hearing_is_held_in_the_ordinary_procedure(head):
    case = factories.penalty_case(**NOTIFIED)

    with pytest.raises(WrongMoment):
        services.hold_hearing(record_id=case.pk, by=head, today=DAY, record="笔录")


def test_the_simple_procedure_has_a_ceiling_and_is_decided_on_the_spot(investigator):
    case = factories.penalty_case(**NOTIFIED, procedure=PenaltyProcedure.SIMPLE)

    with pytest.raises(Unacceptable) as refusal:
        decide(investigator, case, fine=51)
    case = decide(investigator, case, fine=50)

    assert refusal.value.basis.article == "33"
    assert case.fine == 50


def test_an_investigator_does_not_decide_in_the_ordinary_procedure(investigator):
    case = factories.penalty_case(**NOTIFIED)

    with pytest.raises(NotPermitted):
        decide(investigator, case)


@pytest.mark.parametrize("parts", [NOTIFIED, DECIDED | {"fine": Decimal(0)}])
def test_what_was_not_imposed_is_not_paid(investigator, parts):
    case = factories.penalty_case(**parts)

    with pytest.raises(WrongMoment):
        services.record_payment(record_id=case.pk, by=investigator, today=DAY)


def test_a_publication_that_is_withdrawn_is_no_longer_public(head):
    case = factories.penalty_case(**PUBLISHED)
    on = {"record_id": case.pk, "by": head, "today": DAY, "reason": "经行政复议撤销"}
    assert list(selectors.published_penalties(case.agency)) == [case]

    services.withdraw_publication(**on)
    with pytest.raises(WrongMoment):
        services.withdraw_publication(**on)

    assert not selectors.published_penalties(case.agency).exists()
    assert Entry.objects.count() == 1
