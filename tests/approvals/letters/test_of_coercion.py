"""Letters of coercion: with their acts, whole by articles 35, 37, 43, 44 and 51, with remedies."""

from datetime import date, time
from decimal import Decimal

import pytest

from sunlit.approvals.letters.kinds import Kind
from sunlit.approvals.letters.templates import faults, shipped
from sunlit.approvals.lifecycle import CoercionStatus, PenaltyStatus
from sunlit.approvals.models import Letter
from sunlit.approvals.services import coercion
from sunlit.approvals.services.letters import deliver, write_in_coercion_case
from sunlit.kernel.refusals import Unacceptable
from sunlit.ledger.models import Entry
from sunlit.organization.models import Role
from tests.approvals import factories
from tests.approvals.letters import cases
from tests.organization.factories import official

pytestmark = pytest.mark.django_db

DAY = date(2012, 6, 7)
MONDAY = date(2012, 9, 10)
SAID = {
    "party_address": "甲街道1号", "why_enforced": "逾期未拆除，且无正当理由",
    "enforced_how": "强制拆除", "enforced_when": "另行公告",
}  # fmt: skip


@pytest.fixture
def brigade():
    return official(Role.INVESTIGATOR)


def without(text, *names):
    return "\n".join(line for line in text.splitlines() if not any(name in line for name in names))


def demanded(**parts):
    return factories.coercion_case(
        CoercionStatus.DEMANDED, announced_on=DAY, demanded_on=MONDAY,
        perform_by=date(2012, 9, 14), **parts,
    )  # fmt: skip


def order(case, **said):
    return coercion.order(
        record_id=case.pk, by=official(Role.APPROVER), today=date(2012, 9, 17),
        order_number="强拆〔2012〕1号", **said,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "missing", "article"),
    [
        (Kind.COERCION_NOTICE, "{remove_by}", "coercion_2011:44"),
        (Kind.COERCION_DEMAND, "{perform_by}", "coercion_2011:35"),
        (Kind.COERCION_DEMAND, "{perform_how}", "coercion_2011:35"),
        (Kind.COERCION_DEMAND, "{sum_due}", "coercion_2011:35"),
        (Kind.COERCION_DEMAND, "{art:coercion.defence}", "coercion_2011:35"),
        (Kind.COERCION_ORDER, "{party_address}", "coercion_2011:37"),
        (Kind.COERCION_ORDER, "{why_enforced}", "coercion_2011:37"),
        (Kind.COERCION_ORDER, "{enforced_when}", "coercion_2011:37"),
        (Kind.COERCION_ORDER, "{remedies}", "coercion_2011:37"),
        (Kind.COERCION_SUBSTITUTE, "{cost}", "coercion_2011:51"),
        (Kind.COERCION_SUBSTITUTE, "{performer}", "coercion_2011:51"),
        (Kind.COERCION_DAY, "{set_at}", "coercion_2011:43"),
    ],
)
def test_a_template_of_coercion_without_an_obligatory_part_is_refused(kind, missing, article):
    text = without(shipped(kind, DAY).text, missing)

    refusals = list(faults(kind, text, on=DAY))

    assert article in [refusal.basis.key for refusal in refusals]
    assert any(missing in refusal.remedy.en for refusal in refusals)


def test_the_notice_to_remove_is_written_with_its_act(brigade):
    case = factories.coercion_case(document_number="限拆〔2012〕1号")

    coercion.announce(record_id=case.pk, by=brigade, today=DAY, remove_by=date(2012, 6, 21))

    letter = Letter.objects.get()
    assert (letter.kind, letter.number) == (Kind.COERCION_NOTICE, "QZ2012-001-01")
    assert "2012年6月21日以前自行拆除" in letter.said.plain
    assert Entry.objects.count() == 1


def test_the_demand_is_written_with_its_act_and_names_the_right_to_speak(brigade):
    case = factories.coercion_case(
        CoercionStatus.ANNOUNCED, announced_on=DAY, document_number="限拆〔2012〕1号"
    )

    coercion.demand(record_id=case.pk, by=brigade, today=MONDAY, perform_by=date(2012, 9, 14))

    said = Letter.objects.get(kind=Kind.COERCION_DEMAND).said.plain
    assert "2012年9月14日以前履行义务" in said
    assert "自行拆除，并清理现场" in said
    assert "《中华人民共和国行政强制法》第三十六条" in said
    assert "缴纳" not in said


def test_a_demand_to_pay_names_the_sum_and_where_and_waits_without():
    penalty = factories.penalty_case(
        status=PenaltyStatus.SERVED, filed_on=date(2012, 5, 2),
        notified_on=date(2012, 5, 8), decided_on=date(2012, 5, 9),
        served_on=date(2012, 5, 10), fine=Decimal(500),
    )  # fmt: skip
    legal = official(Role.LEGAL_REVIEWER)
    case = factories.coercion_case(kind="court", penalty=penalty, document_number="城罚1号")
    ask = {"record_id": case.pk, "by": legal, "today": MONDAY, "perform_by": date(2012, 9, 14)}

    coercion.demand(**ask)
    assert not Letter.objects.exists()
    with pytest.raises(Unacceptable) as refused:
        write_in_coercion_case(
            record_id=case.pk, by=official(Role.APPROVER), today=MONDAY,
            kind=Kind.COERCION_DEMAND, typed={"perform_how": "缴纳罚款"},
        )  # fmt: skip
    assert refused.value.basis.key == "coercion_2011:35"

    typed = {"perform_how": "缴纳罚款", "pay_where": "到指定的银行缴纳"}
    letter = write_in_coercion_case(
        record_id=case.pk, by=official(Role.SECTION_HEAD), today=MONDAY,
        kind=Kind.COERCION_DEMAND, typed=typed,
    )  # fmt: skip
    assert "500" in letter.said.plain
    assert "到指定的银行缴纳" in letter.said.plain


def test_the_enforcement_decision_bears_its_own_day_and_number_and_the_remedies():
    cases.bodies()

    order(demanded(document_number="限拆〔2012〕1号"), **SAID)

    letter = Letter.objects.get()
    assert (letter.kind, letter.number) == (Kind.COERCION_ORDER, "强拆〔2012〕1号")
    assert letter.dated_on == date(2012, 9, 17)
    assert "甲街道1号" in letter.said.plain
    assert f"向{cases.GOVERNMENT}或者{cases.DEPARTMENT}申请行政复议" in letter.said.plain
    assert cases.COURT in letter.said.plain


@pytest.mark.parametrize("missing", list(SAID))
def test_the_decision_waits_while_a_part_of_it_is_missing(missing):
    cases.bodies()
    said = SAID | {missing: ""}

    case = order(demanded(), **said)

    assert case.status == CoercionStatus.ORDERED
    expected = missing in ("party_address", "why_enforced")
    assert Letter.objects.exists() is not expected


def test_the_service_delivers_the_decision_and_announces_the_day(brigade):
    cases.bodies()
    case = order(demanded(document_number="限拆〔2012〕1号"), **SAID)
    coercion.record_approval(
        record_id=case.pk, by=official(Role.LEGAL_REVIEWER), today=date(2012, 9, 18),
        government_document="府批〔2012〕8号",
    )  # fmt: skip

    coercion.set_day(
        record_id=case.pk, by=brigade, today=date(2012, 9, 19), set_for=date(2012, 9, 24),
        set_at=time(9, 30),
    )  # fmt: skip

    decision, notice = Letter.objects.order_by("id")
    assert decision.delivered_on == date(2012, 9, 19)
    assert notice.kind == Kind.COERCION_DAY
    assert "2012年9月24日09:30" in notice.said.plain
    assert "府批〔2012〕8号" in notice.said.plain


def test_the_decision_to_perform_in_the_partys_place_names_the_cost_and_who_performs():
    cases.bodies()
    case = cases.coercion(Kind.COERCION_SUBSTITUTE)

    letter = write_in_coercion_case(
        record_id=case.pk, by=official(Role.APPROVER), today=date(2012, 6, 29),
        kind=Kind.COERCION_SUBSTITUTE, typed=cases.typed(Kind.COERCION_SUBSTITUTE),
    )  # fmt: skip

    assert "人工和机械费用3000元" in letter.said.plain
    assert "市政维护有限公司" in letter.said.plain
    assert letter.number == "限拆〔2012〕1号"


def test_a_letter_of_coercion_is_delivered_by_the_coercion_law():
    letter = cases.written(Kind.COERCION_DEMAND)

    deliver(
        record_id=letter.pk, by=official(Role.INVESTIGATOR), today=date(2012, 6, 14), how="直接送达"
    )

    assert Entry.objects.latest("id").basis == "coercion_2011:38"
