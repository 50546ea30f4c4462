"""The acts on licence cases: each succeeds at its moment, and a refused one changes nothing."""

from datetime import date

import pytest

from sunlit.approvals.lifecycle import Status
from sunlit.approvals.models import LicenceCase, PartyKind, Result
from sunlit.approvals.policies import licences as policies
from sunlit.approvals.services import licences as services
from sunlit.kernel.refusals import NotPermitted, WrongMoment
from sunlit.ledger.models import Entry
from sunlit.organization.models import Role
from tests.approvals import factories
from tests.organization.factories import official

pytestmark = pytest.mark.django_db

THURSDAY = date(2012, 6, 7)
NEXT_THURSDAY = date(2012, 6, 14)  # the fifth working day after
NEXT_FRIDAY = date(2012, 6, 15)


@pytest.fixture
def clerk():
    return official(Role.WINDOW_CLERK)


@pytest.fixture
def chief():
    return official(Role.CHIEF_REPRESENTATIVE)


def receive(by, **changes):
    values = {
        "agency": by.agency,
        "by": by,
        "today": THURSDAY,
        "power": factories.power(),
        "applicant": "申请人 001",
        "applicant_kind": PartyKind.PERSON,
        "content": "设置灯箱",
        "received_at": factories.WINDOW,
    }
    return services.receive(**values | changes)


def test_an_application_gets_the_next_number_and_the_promise_of_its_power(clerk):
    factories.window()
    factories.licence_case("SP2012-007")

    case = receive(clerk)

    assert case.number == "SP2012-008"
    assert case.query_code
    assert case.at_window
    assert case.promised_days == 7
    assert Entry.objects.get().basis == "licence_2003:29"


def test_only_the_window_receives_applications():
    by = official(Role.INVESTIGATOR)

    with pytest.raises(NotPermitted):
        receive(by)

    assert not LicenceCase.objects.exists()
    assert not Entry.objects.exists()


def ask(by, case, today):
    return services.ask_for_supplement(
        record_id=case.pk, by=by, today=today, supplement_notice="身份证明"
    )


def test_a_supplement_is_asked_for_within_five_working_days(clerk):
    case = ask(clerk, factories.licence_case(), NEXT_THURSDAY)

    assert case.status == Status.AWAITING_SUPPLEMENT
    assert case.supplement_notice_on == NEXT_THURSDAY
    assert Entry.objects.get().basis == "licence_2003:32(1)(4)"


@pytest.mark.parametrize(
    ("parts", "today"),
    [
        ({}, NEXT_FRIDAY),
        (
            {"supplement_notice_on": THURSDAY, "status": Status.AWAITING_SUPPLEMENT},
            NEXT_THURSDAY,
        ),
        ({"accepted_on": THURSDAY, "status": Status.ACCEPTED}, NEXT_THURSDAY),
    ],
    ids=["too late", "asked already", "accepted already"],
)
def test_a_refused_request_for_a_supplement_changes_nothing(clerk, parts, today):
    before = factories.licence_case(**parts)

    with pytest.raises(WrongMoment) as refusal:
        ask(clerk, before, today)

    assert "32" in refusal.value.basis.article
    after = LicenceCase.objects.get()
    assert (after.status, after.supplement_notice) == (before.status, "")
    assert not Entry.objects.exists()


def test_acceptance_starts_the_promised_limit(clerk):
    case = services.accept(record_id=factories.licence_case().pk, by=clerk, today=THURSDAY)

    assert case.accepted_on == THURSDAY
    assert case.promised_due_on == date(2012, 6, 18)


def test_an_application_left_lying_counts_as_accepted_from_its_receipt(clerk):
    case = services.accept(record_id=factories.licence_case().pk, by=clerk, today=NEXT_FRIDAY)

    assert case.accepted_on == THURSDAY


def test_the_applicant_has_ten_working_days_to_supplement(clerk):
    case = factories.licence_case(supplement_notice_on=THURSDAY, status=Status.AWAITING_SUPPLEMENT)

    with pytest.raises(WrongMoment):
        services.close_as_abandoned(record_id=case.pk, by=clerk, today=date(2012, 6, 21))
    case = services.close_as_abandoned(record_id=case.pk, by=clerk, today=date(2012, 6, 25))

    assert (case.status, case.result) == (Status.ABANDONED, Result.ABANDONED)
    assert case.ended_on == date(2012, 6, 25)


def test_an_application_goes_through_every_stage_to_publication(clerk, chief):
    case = factories.licence_case()
    head = official(Role.SECTION_HEAD)
    on = {"record_id": case.pk, "today": THURSDAY}

    services.accept(**on, by=clerk)
    services.survey(**on, by=clerk, staff="窗口工作人员\n勘验岗")
    services.review(**on, by=head, review_opinion="符合条件")
    services.grant(**on, by=chief, document_number="许〔2012〕1号")
    services.deliver(**on, by=clerk)
    case = services.publish_result(**on, by=clerk)

    assert case.status == Status.PUBLISHED
    assert case.result == Result.GRANTED
    assert case.decided_by == chief.post
    entries = Entry.objects.order_by("id")
    assert [entry.event for entry in entries] == [
        "LicenceApplicationAccepted",
        "LicenceSurveyed",
        "LicenceReviewed",
        "LicenceDecided",
        "LicenceDelivered",
        "LicenceResultPublished",
    ]
    assert [entry.is_public for entry in entries] == [False, False, False, True, False, True]


def test_a_refusal_of_a_licence_needs_its_reason_and_cites_the_article(chief):
    case = factories.licence_case(
        accepted_on=THURSDAY, reviewed_on=THURSDAY, status=Status.REVIEWED
    )

    case = services.refuse(
        record_id=case.pk, by=chief, today=THURSDAY, document_number="不许1号", reason="不符合规划"
    )

    assert case.reason == "不符合规划"
    assert Entry.objects.get().basis == "licence_2003:38"


@pytest.mark.parametrize(
    ("role", "status", "refusal"),
    [
        (Role.WINDOW_CLERK, Status.REVIEWED, NotPermitted),
        (Role.CHIEF_REPRESENTATIVE, Status.ACCEPTED, WrongMoment),
        (Role.CHIEF_REPRESENTATIVE, Status.RECEIVED, WrongMoment),
    ],
)
def test_a_refused_decision_changes_nothing(role, status, refusal):
    case = factories.licence_case(
        accepted_on=None if status == Status.RECEIVED else THURSDAY, status=status
    )

    with pytest.raises(refusal):
        services.grant(
            record_id=case.pk, by=official(role), today=THURSDAY, document_number="许1号"
        )

    case.refresh_from_db()
    assert (case.status, case.result, case.decided_on) == (status, "", None)
    assert not Entry.objects.exists()


def test_a_published_decision_can_still_be_delivered(clerk):
    case = factories.licence_case(
        accepted_on=THURSDAY,
        decided_on=THURSDAY,
        result=Result.GRANTED,
        published_on=THURSDAY,
        status=Status.PUBLISHED,
    )

    case = services.deliver(record_id=case.pk, by=clerk, today=NEXT_FRIDAY)

    assert (case.status, case.delivered_on) == (Status.PUBLISHED, NEXT_FRIDAY)
    assert policies.why_not_deliver(clerk, case)


def test_the_time_for_a_decision_is_extended_once_and_by_a_leader():
    case = factories.licence_case(accepted_on=THURSDAY, status=Status.ACCEPTED)
    on = {"record_id": case.pk, "today": NEXT_FRIDAY, "reason": "需要专家评审"}

    with pytest.raises(NotPermitted):
        services.extend(**on, by=official(Role.CHIEF_REPRESENTATIVE))
    leader = official(Role.LEADER)
    case = services.extend(**on, by=leader)
    with pytest.raises(WrongMoment):
        services.extend(**on, by=leader)

    assert case.is_extended
    assert Entry.objects.count() == 1


def test_an_applicant_may_withdraw_only_before_the_decision(clerk):
    open_case = factories.licence_case(accepted_on=THURSDAY, status=Status.ACCEPTED)
    decided = factories.licence_case(
        "SP2012-002",
        accepted_on=THURSDAY,
        decided_on=THURSDAY,
        result=Result.GRANTED,
        status=Status.DECIDED,
    )

    case = services.withdraw(record_id=open_case.pk, by=clerk, today=NEXT_FRIDAY)
    with pytest.raises(WrongMoment):
        services.withdraw(record_id=decided.pk, by=clerk, today=NEXT_FRIDAY)

    assert (case.result, case.ended_on) == (Result.WITHDRAWN, NEXT_FRIDAY)
    decided.refresh_from_db()
    assert decided.result == Result.GRANTED


def test_nobody_acts_on_a_case_of_another_agency(clerk):
    case = factories.licence_case()
    stranger = official(Role.WINDOW_CLERK, username="stranger", of=factories.agency("OTHER"))

    with pytest.raises(LicenceCase.DoesNotExist):
        services.accept(record_id=case.pk, by=stranger, today=THURSDAY)
