"""Letters that the acts themselves write, so that nobody has to remember them."""

from datetime import date

import pytest

from sunlit.approvals.letters.kinds import Kind
from sunlit.approvals.letters.values import usual_values
from sunlit.approvals.lifecycle import Status
from sunlit.approvals.models import Letter, PartyKind, PenaltyProcedure
from sunlit.approvals.services import licences, penalties
from sunlit.approvals.services.letters import write_in_licence_case, write_in_penalty_case
from sunlit.kernel.refusals import WrongMoment
from sunlit.ledger.models import Entry
from sunlit.organization.models import Role
from sunlit.powers.models import Kind as PowerKind
from tests.approvals import factories
from tests.approvals.letters import cases
from tests.organization.factories import office, official

pytestmark = pytest.mark.django_db

DAY = date(2012, 6, 7)
REVIEWED = {
    "accepted_on": DAY,
    "reviewed_on": DAY,
    "status": Status.REVIEWED,
}


def kinds():
    return list(Letter.objects.order_by("id").values_list("kind", flat=True))


def refuse(number="城许〔2012〕3号", case=None):
    case = case or factories.licence_case(**REVIEWED)
    by = official(Role.APPROVER, username=f"approver-{case.pk}")
    return licences.refuse(
        record_id=case.pk, by=by, today=DAY, document_number=number, reason="遮挡通道。"
    )


def test_who_hands_in_an_application_gets_its_receipt_with_the_act():
    by = official(Role.WINDOW_CLERK)
    case = licences.receive(
        agency=by.agency, by=by, today=DAY, power=factories.power(), applicant="申请人 001",
        applicant_kind=PartyKind.PERSON, content="设置灯箱", received_at="窗口",
    )  # fmt: skip

    letter = Letter.objects.get()
    assert (letter.kind, letter.number) == (Kind.LICENCE_RECEIPT, f"{case.number}-01")
    assert case.query_code in letter.said.plain
    assert Entry.objects.count() == 1


def test_the_notices_of_a_licence_case_are_written_by_its_acts():
    case = factories.licence_case()
    by = official(Role.WINDOW_CLERK)
    licences.ask_for_supplement(record_id=case.pk, by=by, today=DAY, supplement_notice="执照")
    licences.accept(record_id=case.pk, by=by, today=DAY)
    leader = official(Role.LEADER)
    licences.extend(record_id=case.pk, by=leader, today=DAY, reason="需要论证")

    assert kinds() == [Kind.LICENCE_SUPPLEMENT, Kind.LICENCE_ACCEPTANCE, Kind.LICENCE_EXTENSION]


def test_a_refusal_is_written_with_its_remedies():
    cases.bodies()
    refuse()

    letter = Letter.objects.get()
    assert (letter.kind, letter.number) == (Kind.LICENCE_REFUSAL, "城许〔2012〕3号")
    assert cases.COURT in letter.said.plain


def test_a_refusal_is_decided_but_not_written_while_nobody_is_named_to_review_it():
    case = refuse()

    assert case.decided_on == DAY
    assert not Letter.objects.exists()


def test_two_decisions_of_one_number_are_decided_and_the_second_letter_waits():
    cases.bodies()
    refuse()
    second = refuse(case=factories.licence_case(number="SP2012-002", **REVIEWED))

    assert second.decided_on == DAY
    assert Letter.objects.count() == 1


@pytest.mark.parametrize(
    ("procedure", "written"),
    [
        (PenaltyProcedure.ORDINARY, [Kind.PENALTY_FILING]),
        (PenaltyProcedure.SIMPLE, []),
    ],
)
def test_a_case_that_is_filed_has_its_form_and_one_on_the_spot_none(procedure, written):
    by = official(Role.INVESTIGATOR)
    penalties.file_case(
        agency=by.agency, by=by, today=DAY, power=factories.power(PowerKind.PENALTY),
        procedure=procedure, party="当事人 001", party_kind=PartyKind.PERSON, office=office(),
        source="巡查发现",
    )  # fmt: skip

    assert kinds() == written


def test_a_withdrawn_publication_is_told_with_its_reason():
    case = cases.penalty(Kind.PENALTY_WITHDRAWAL)
    case.publication_withdrawn_on = None
    case.save()
    penalties.withdraw_publication(
        record_id=case.pk, by=official(Role.CLERK), today=cases.day_for(), reason="决定已被撤销"
    )

    assert "撤回的理由：决定已被撤销" in Letter.objects.get().said.plain


def test_a_decision_that_is_served_is_a_letter_that_is_delivered():
    letter = cases.written(Kind.PENALTY_DECISION)
    form = cases.typed(Kind.PENALTY_SERVICE)
    by = official(Role.INVESTIGATOR)
    proof = write_in_penalty_case(
        record_id=letter.case.pk, by=by, today=DAY, kind=Kind.PENALTY_SERVICE, typed=form
    )
    served_on = date(2012, 6, 14)
    penalties.serve(record_id=letter.case.pk, by=by, today=served_on)

    letter.refresh_from_db()
    proof.refresh_from_db()
    assert letter.delivered_on == served_on
    assert proof.delivered_on is None


def declined(**changes):
    by = official(Role.WINDOW_CLERK)
    values = {"ground": "not_competent", "competent_agency": "市交通局", "reason": "属公路用地。"}
    case = factories.licence_case()
    return licences.decline(record_id=case.pk, by=by, today=DAY, **values | changes)


def test_who_is_declined_gets_the_letter_with_the_act_its_reason_and_its_remedies():
    cases.bodies()

    case = declined()

    letter = case.letters.get()
    assert (letter.kind, letter.dated_on) == (Kind.LICENCE_NOT_ACCEPTED, DAY)
    for said in ("不属于本机关职权范围", "属公路用地", "市交通局", cases.COURT, "第三十二条"):
        assert said in letter.said.plain
    assert Entry.objects.count() == 1


def test_where_no_licence_is_needed_the_letter_names_no_other_agency():
    cases.bodies()

    letter = declined(ground="not_needed", competent_agency="", reason="面积不足。").letters.get()

    assert "不需要取得行政许可" in letter.said.plain
    assert "可以受理此事项的行政机关" not in letter.said.plain


def test_a_letter_that_could_not_be_written_with_the_act_begins_with_the_acts_own_words():
    case = declined()
    assert not case.letters.exists()

    words = usual_values(case, Kind.LICENCE_NOT_ACCEPTED)
    assert words["competent"] == "市交通局"
    assert "属公路用地" in words["reason_not_accepted"]

    cases.bodies()
    by = official(Role.CHIEF_REPRESENTATIVE)
    kind = Kind.LICENCE_NOT_ACCEPTED
    write_in_licence_case(record_id=case.pk, by=by, today=DAY, kind=kind, typed=words)
    assert kinds() == [kind]


def test_an_application_that_was_refused_acceptance_in_writing_is_not_accepted_after_all():
    """A letter of before the act wrote it itself."""
    letter = cases.written(Kind.LICENCE_NOT_ACCEPTED)
    letter.case.status, letter.case.result, letter.case.ended_on = Status.RECEIVED, "", None
    letter.case.save()

    with pytest.raises(WrongMoment) as refused:
        licences.accept(
            record_id=letter.case.pk,
            by=official(Role.WINDOW_CLERK),
            today=date(2012, 6, 14),
        )
    assert refused.value.basis.key == "licence_2003:32"
