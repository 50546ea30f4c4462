"""Between filing and decision of a penalty case: the wrong person, the wrong moment, the limits."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from sunlit.approvals.lifecycle import PenaltyStatus
from sunlit.approvals.models import PenaltyCase, PenaltyProcedure, ReviewGround, ReviewOpinion
from sunlit.approvals.selectors import penalties as readings
from sunlit.approvals.services import penalties as services
from sunlit.kernel.refusals import NotPermitted, Unacceptable, WrongMoment
from sunlit.ledger.models import Entry
from sunlit.organization.models import Role
from tests.approvals import factories
from tests.approvals.test_penalties import decide, discuss, notify
from tests.desk import stages_of_penalties as stages
from tests.organization.factories import office, official

pytestmark = pytest.mark.django_db

DAY = date(2012, 6, 7)
LATER = date(2021, 8, 2)
"""A Monday under the law of 2021."""
HEARING = {"procedure": PenaltyProcedure.HEARING}
OF_2021 = {"filed_on": LATER, "year": 2021, "number": "CF2021-001"}


def told(**parts):
    on = parts.get("filed_on", DAY)
    return factories.penalty_case(status=PenaltyStatus.NOTIFIED, notified_on=on, **parts)


def refused(kind, article, act, /, **values):
    """Assert that an act is refused by an article, and that nothing is entered."""
    before = Entry.objects.count()
    with pytest.raises(kind) as refusal:
        act(**values)
    assert refusal.value.basis.key == article
    assert Entry.objects.count() == before
    return str(refusal.value.reason)


@pytest.fixture
def investigator():
    return official(Role.INVESTIGATOR)


@pytest.fixture
def head():
    return official(Role.SECTION_HEAD)


@pytest.fixture
def legal():
    return official(Role.LEGAL_REVIEWER)


@pytest.mark.parametrize(
    ("parts", "article"), [({}, "penalty_1996:37"), (OF_2021, "penalty_2021:42")]
)
def test_two_officers_with_certificates_of_their_own_investigate(investigator, parts, article):
    case = factories.penalty_case(**parts)
    one = {"first_post": "队员", "first_certificate": "ZF-1"}
    same = {"second_post": "队员", "second_certificate": "ZF-1"}
    on = {"record_id": case.pk, "by": investigator, "today": case.filed_on}

    refused(Unacceptable, article, services.investigate, **on, **one, **same)

    assert not case.officers.exists()


def test_no_evidence_is_taken_before_the_officers_are_named(investigator):
    case = factories.penalty_case()
    evidence = {"kind": "document", "content": "照片", "taken_on": DAY, "taken_by": "队员"}
    on = {"record_id": case.pk, "by": investigator, "today": DAY}

    refused(WrongMoment, "penalty_1996:37", services.add_evidence, **on, **evidence)


def test_an_investigation_does_not_end_while_evidence_is_kept_in_advance(investigator):
    case = stages.preserving()
    on = {"record_id": case.pk, "by": investigator, "today": DAY}
    report = {"findings": "属实", "grade": "", "fine": Decimal(1), "measure": "", "is_grave": False}

    refused(WrongMoment, "penalty_1996:37", services.end_investigation, **on, **report)
    services.settle_preservation(**on, outcome="returned")
    services.end_investigation(**on, **report)

    assert case.reports.count() == 2


@pytest.mark.parametrize(("parts", "due"), [({}, date(2012, 6, 14)), (OF_2021, date(2021, 8, 11))])
def test_evidence_is_kept_for_seven_days_by_the_law_of_the_filing(head, parts, due):
    case = factories.investigated(factories.penalty_case(**parts))
    services.preserve(record_id=case.pk, by=head, today=case.filed_on, goods="推车")

    assert readings.preservation_clock(case).due_on == due


def test_an_investigator_does_not_approve_the_keeping_of_evidence(investigator):
    case = factories.investigated(factories.penalty_case())

    with pytest.raises(NotPermitted):
        services.preserve(record_id=case.pk, by=investigator, today=DAY, goods="推车")


@pytest.mark.parametrize(
    ("parts", "article"), [({}, "penalty_1996:38"), (OF_2021, "penalty_2021:58")]
)
def test_without_legal_review_there_is_no_decision(head, parts, article):
    """Since 2021 in the kinds that the law names; before, in every case."""
    case = told(reviewed=False, review_ground=ReviewGround.COMPLEX, **parts)

    refused(WrongMoment, article, decide, by=head, case=case)


def test_the_review_comes_before_the_notice_by_the_old_procedure_and_after_it_since_2021(
    investigator,
):
    old, new = factories.penalty_case(), factories.penalty_case(**OF_2021)
    for case in (old, new):
        factories.investigated(case)

    refused(WrongMoment, "penalty_1996:38", notify, by=investigator, case=old)

    assert notify(investigator, new).status == PenaltyStatus.NOTIFIED


def test_no_party_is_told_before_the_investigation_has_ended(investigator):
    case = factories.review(factories.penalty_case())

    refused(WrongMoment, "penalty_1996:38", notify, by=investigator, case=case)


def test_a_case_that_needs_more_investigation_has_not_passed_its_review(investigator):
    case = factories.review(stages.under_investigation(), ReviewOpinion.MORE)

    refused(WrongMoment, "penalty_1996:38", notify, by=investigator, case=case)


def test_the_office_that_investigated_does_not_review(head):
    case = stages.under_investigation()
    head.office = case.office
    values = {"record_id": case.pk, "by": head, "today": DAY, "opinion": "agreed", "reason": "清楚"}

    refused(NotPermitted, "penalty_1996:38", services.review, **values)
    head.office = office("KS02")
    services.review(**values)

    assert case.legal_reviews.get().post == head.post


def test_a_review_can_find_that_a_hearing_must_be_offered(legal, investigator):
    case = stages.under_investigation()
    services.review(record_id=case.pk, by=legal, today=DAY, opinion="hearing", reason="数额较大")

    case = notify(investigator, case)

    assert case.procedure == PenaltyProcedure.HEARING
    assert case.notices.get().offers_hearing


@pytest.mark.parametrize(
    ("parts", "article"), [({}, "penalty_1996:32"), (OF_2021, "penalty_2021:45")]
)
def test_a_defence_never_makes_a_fine_heavier(investigator, head, parts, article):
    case = factories.review(factories.investigated(factories.penalty_case(**parts)))
    notify(investigator, case, fine=300)

    refused(Unacceptable, article, decide, by=head, case=case, fine=301)
    notify(investigator, case, fine=400)
    case = decide(head, case, fine=400, today=case.filed_on)

    assert case.fine == 400


@pytest.mark.parametrize(
    ("parts", "last", "late", "article"),
    [
        ({}, date(2012, 6, 11), date(2012, 6, 12), "penalty_1996:42"),
        (OF_2021, date(2021, 8, 9), date(2021, 8, 10), "penalty_2021:64"),
    ],
)
def test_a_hearing_is_asked_for_in_three_days_and_since_2021_in_five_working_days(
    investigator, parts, last, late, article
):
    case = told(reviewed=not parts, **HEARING, **parts)
    on = {"record_id": case.pk, "by": investigator, "today": date(2021, 9, 1)}

    refused(Unacceptable, article, services.ask_for_hearing, **on, asked_on=late)
    services.ask_for_hearing(**on, asked_on=last)

    assert case.hearing.asked_on == last


def test_a_party_that_did_not_ask_in_time_has_no_hearing_and_is_punished(head):
    case = told(**HEARING)

    refused(WrongMoment, "penalty_1996:42", decide, by=head, case=case, today=date(2012, 6, 11))
    discuss(head, case, today=date(2012, 6, 12))
    case = decide(head, case, today=date(2012, 6, 12))

    assert case.hearing_on is None


def test_a_hearing_that_was_asked_for_must_be_held(head):
    case = stages.hearing_asked_for()

    refused(WrongMoment, "penalty_1996:42", decide, by=head, case=case, today=date(2012, 9, 3))


def test_the_party_is_told_of_the_hearing_seven_days_before(legal):
    case = stages.hearing_asked_for()
    presider = official(Role.APPROVER, username="presider")
    values = {"record_id": case.pk, "by": legal, "today": date(2012, 6, 11), "place": "听证室"}
    values |= {"presider": presider, "is_public": True}
    soon, in_time = date(2012, 6, 17), date(2012, 6, 19)

    refused(Unacceptable, "penalty_1996:42", services.set_hearing, **values, set_for=soon)
    services.set_hearing(**values, set_for=in_time)

    assert readings.hearing_of(case).presider == presider


@pytest.mark.parametrize(
    ("parts", "article"), [({}, "penalty_1996:42"), (OF_2021, "penalty_2021:64")]
)
def test_nobody_who_investigated_a_case_presides_over_its_hearing(legal, head, parts, article):
    """By a post named for the case, or by an act; a colleague of their office may."""
    day = parts.get("filed_on", DAY)
    case = factories.penalty_case(**parts)
    officers = {"first_post": "中队长", "first_certificate": "ZF-1"}
    officers |= {"second_post": "队员", "second_certificate": "ZF-2"}
    services.investigate(record_id=case.pk, by=head, today=day, **officers)
    named = official(Role.SECTION_HEAD, username="named")
    named.post = "中队长"
    named.save()
    colleague = official(Role.SECTION_HEAD, username="colleague")
    colleague.office = case.office
    colleague.save()
    PenaltyCase.objects.update(
        procedure=PenaltyProcedure.HEARING, status=PenaltyStatus.NOTIFIED, notified_on=day, run=None
    )
    case.refresh_from_db()
    factories.hearing(case)
    values = {"record_id": case.pk, "by": legal, "today": day, "place": "听证室", "is_public": True}
    values["set_for"] = day + timedelta(21)

    for investigator in (head, named):
        refused(Unacceptable, article, services.set_hearing, **values, presider=investigator)
    services.set_hearing(**values, presider=colleague)

    assert readings.hearing_of(case).presider == colleague


GROUNDS = [ReviewGround.PUBLIC_INTEREST, ReviewGround.COMPLEX, ReviewGround.NAMED]


@pytest.mark.parametrize("ground", GROUNDS)
def test_since_2021_a_case_of_a_kind_that_the_law_names_is_reviewed_first(head, ground):
    case = told(reviewed=False, **OF_2021, review_ground=ground)

    refused(WrongMoment, "penalty_2021:58", decide, by=head, case=case, today=LATER)


def test_since_2021_a_case_that_was_heard_is_reviewed_first(head):
    case = told(reviewed=False, **OF_2021, **HEARING)
    case.hearing_on, case.status = LATER, PenaltyStatus.HEARD
    case.save()

    refused(WrongMoment, "penalty_2021:58", decide, by=head, case=case, today=LATER)


def test_since_2021_no_other_case_needs_a_review_by_law(head):
    """Not even a grave one, which the heads discuss; before 2021 every case is reviewed."""
    case = told(reviewed=False, is_grave=True, **OF_2021)
    discuss(head, case, today=LATER)

    assert decide(head, case, today=LATER).status == PenaltyStatus.DECIDED
    assert not readings.must_be_reviewed(told(**OF_2021 | {"number": "CF2021-002"}, **HEARING))
    assert readings.must_be_reviewed(told())


def test_the_report_keeps_why_the_law_asks_for_a_review(investigator):
    case = stages.under_investigation()

    services.end_investigation(
        record_id=case.pk, by=investigator, today=DAY, findings="属实", grade="", fine=Decimal(100),
        measure="", is_grave=False, review_ground=ReviewGround.COMPLEX,
    )  # fmt: skip

    assert PenaltyCase.objects.get().review_ground == ReviewGround.COMPLEX


def test_no_hearing_is_entered_before_its_day_or_by_somebody_else(legal, head):
    case = stages.hearing_asked_for(is_set=True)
    hold = {"record_id": case.pk, "record": "笔录"}
    early, on_the_day = date(2012, 6, 19), date(2012, 6, 20)

    refused(WrongMoment, "penalty_1996:42", services.hold_hearing, **hold, by=legal, today=early)
    refused(
        NotPermitted, "penalty_1996:42", services.hold_hearing, **hold, by=head, today=on_the_day
    )
    case = services.hold_hearing(**hold, by=legal, today=on_the_day)

    assert case.status == PenaltyStatus.HEARD


def test_a_grave_case_is_decided_after_the_heads_discussed_it(head):
    case = told(is_grave=True)

    refused(WrongMoment, "penalty_1996:38", decide, by=head, case=case)
    services.discuss(
        record_id=case.pk, by=head, today=DAY, participants="局长、分管领导", conclusion="同意"
    )

    assert decide(head, case).status == PenaltyStatus.DECIDED


@pytest.mark.parametrize("act", [services.drop, services.waive, services.transfer])
def test_a_case_that_ended_without_penalty_goes_no_further(head, investigator, act):
    case = told()
    on = {"record_id": case.pk, "today": DAY}

    case = act(**on, by=head, reason="事实不成立")
    with pytest.raises(WrongMoment):
        decide(head, case)
    with pytest.raises(WrongMoment):
        notify(investigator, case)

    assert case.ending.reason == "事实不成立"
    assert readings.case_clock(case) is None


def test_an_investigator_does_not_drop_a_case(investigator):
    case = told()

    with pytest.raises(NotPermitted):
        services.drop(record_id=case.pk, by=investigator, today=DAY, reason="人情")


def test_a_case_has_ninety_days_since_2021_and_the_agencys_promise_before():
    old, new = factories.penalty_case(), factories.penalty_case(**OF_2021)

    assert readings.case_clock(new).due_on == date(2021, 11, 1)  # 31 October is a Sunday
    assert readings.case_clock(old).limit.basis[0].key.startswith("own_promise")


def test_without_a_standard_of_discretion_no_fine_is_outside_it(head):
    assert decide(head, told(), fine=9000).fine == 9000


def test_a_fine_outside_its_grade_needs_a_discussion_and_a_reason(head):
    stages.benchmark()
    case = told()
    why = "情节特殊"

    refused(Unacceptable, "penalty_1996:4", decide, by=head, case=case, fine=501)
    refused(Unacceptable, "penalty_1996:4", decide, by=head, case=case, fine=501, deviation=why)
    refused(Unacceptable, "penalty_1996:4", decide, by=head, case=case, discretion="严重")
    services.discuss(record_id=case.pk, by=head, today=DAY, participants="局长", conclusion="同意")
    case = decide(head, case, fine=501, deviation=why)

    assert case.deviation == why


def test_a_grade_that_is_no_longer_in_force_binds_nobody(head):
    stages.benchmark(in_force_until=date(2012, 6, 6))

    assert decide(head, told(), fine=9000).fine == 9000
