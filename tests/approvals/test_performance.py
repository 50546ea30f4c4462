"""After a penalty is decided: payment, surcharge, relief, collection on the spot, publication."""

from datetime import date
from decimal import Decimal

import pytest

from sunlit.approvals import rules
from sunlit.approvals.models import PartyKind, PenaltyProcedure
from sunlit.approvals.selectors import penalties as readings
from sunlit.approvals.services import penalties as services
from sunlit.kernel.refusals import NotPermitted, Unacceptable, WrongMoment
from sunlit.ledger.models import Entry
from sunlit.organization.models import Role
from tests.approvals import factories
from tests.approvals.test_proceedings import OF_2021, refused
from tests.desk import stages_of_penalties as stages
from tests.organization.factories import official

pytestmark = pytest.mark.django_db

DAY = date(2012, 6, 7)
DUE = date(2012, 6, 25)  # the fifteenth day is the Friday of the Dragon Boat holiday
SERVED = stages.SERVED | {"fine": Decimal(500)}
SIMPLE = {"procedure": PenaltyProcedure.SIMPLE}


@pytest.fixture
def investigator():
    return official(Role.INVESTIGATOR)


@pytest.fixture
def leader():
    return official(Role.LEADER)


def on(case, by, today=DAY, **values):
    return {"record_id": case.pk, "by": by, "today": today, **values}


def test_a_fine_can_be_paid_in_parts(investigator):
    case = factories.penalty_case(**SERVED)

    case = services.record_payment(**on(case, investigator, amount=Decimal(200)))
    assert (case.paid_on, readings.unpaid(case)) == (None, 300)
    refused(
        Unacceptable, "penalty_1996:46", services.record_payment,
        **on(case, investigator, amount=Decimal("300.01")),
    )  # fmt: skip
    case = services.record_payment(**on(case, investigator, amount=Decimal(300)))

    assert (case.paid_on, case.is_performed, readings.unpaid(case)) == (DAY, True, 0)
    assert [entry.event for entry in Entry.objects.order_by("id")] == ["FinePaidInPart", "FinePaid"]


def test_a_late_fine_grows_by_three_per_cent_a_day_up_to_itself():
    case = factories.penalty_case(**SERVED)

    assert readings.pay_by(case) == DUE
    assert readings.surcharge(case, on=DUE) == 0
    assert readings.surcharge(case, on=date(2012, 6, 26)) == 15
    assert readings.surcharge(case, on=date(2012, 12, 31)) == 500


def test_before_2012_nothing_capped_the_surcharge():
    late = {"due_on": date(2011, 1, 1), "on": date(2011, 12, 31)}

    assert rules.surcharge(Decimal(100), Decimal(100), **late) == 1092


def test_a_leader_lets_a_party_in_hardship_pay_later(investigator, leader):
    case = factories.penalty_case(**SERVED)
    until = date(2012, 9, 28)
    asked = {"kind": "instalments", "hardship": "生活困难", "until": until, "instalments": 3}

    services.apply_for_relief(**on(case, investigator, **asked))
    refused(
        WrongMoment, "penalty_1996:52", services.apply_for_relief, **on(case, investigator, **asked)
    )
    with pytest.raises(NotPermitted):
        services.answer_relief(**on(case, investigator, is_granted=True, answer="同意"))
    services.answer_relief(**on(case, leader, is_granted=True, answer="同意"))

    assert readings.pay_by(case) == until
    assert readings.surcharge(case, on=until) == 0


def test_a_refused_relief_changes_no_day(investigator, leader):
    case = stages.relief_asked_for()

    services.answer_relief(**on(case, leader, is_granted=False, answer="有能力缴纳"))

    assert readings.pay_by(case) == DUE


def test_a_payment_is_not_put_off_to_a_day_that_is_past(investigator):
    case = factories.penalty_case(**SERVED)
    asked = {"kind": "deferral", "hardship": "困难", "until": DAY}

    refused(
        Unacceptable,
        "penalty_1996:52",
        services.apply_for_relief,
        **on(case, investigator, **asked),
    )


@pytest.mark.parametrize(
    ("parts", "most", "article"),
    [({}, 20, "penalty_1996:47"), (OF_2021, 100, "penalty_2021:68")],
)
def test_more_than_a_small_fine_is_collected_on_the_spot_only_with_a_reason(
    investigator, parts, most, article
):
    day = parts.get("filed_on", DAY)
    days = dict.fromkeys(("notified_on", "decided_on", "served_on", "filed_on"), day)
    above = factories.penalty_case(
        **SERVED | SIMPLE | parts | days | {"fine": most + 1, "number": "CF-2"}
    )
    small = factories.penalty_case(**SERVED | SIMPLE | parts | days | {"fine": most})

    refused(Unacceptable, article, services.collect_on_the_spot, **on(above, investigator, day))
    services.collect_on_the_spot(**on(above, investigator, day, reason="当事人无固定住所"))
    services.collect_on_the_spot(**on(small, investigator, day))

    assert readings.unpaid(above) == readings.unpaid(small) == 0


def test_only_a_fine_imposed_on_the_spot_is_collected_on_the_spot(investigator):
    case = factories.penalty_case(**SERVED)

    refused(WrongMoment, "penalty_1996:47", services.collect_on_the_spot, **on(case, investigator))


def test_what_was_collected_is_handed_in_within_two_days_and_once(investigator):
    case = stages.collected()
    assert readings.hand_in_clock(case).due_on == date(2012, 6, 11)  # the second day is a Saturday

    services.hand_in(**on(case, investigator))
    refused(WrongMoment, "penalty_1996:50", services.hand_in, **on(case, investigator))

    assert readings.hand_in_clock(case) is None


def test_no_law_of_1996_knows_electronic_service(investigator):
    old = factories.penalty_case(**stages.DECIDED)

    refused(
        Unacceptable, "penalty_1996:40", services.serve,
        **on(old, investigator, service_kind="electronic"),
    )  # fmt: skip


def test_a_decision_is_not_published_before_its_words_are_reviewed():
    clerk = official(Role.CLERK)
    case = factories.penalty_case(**SERVED)
    case.publication.delete()

    refused(WrongMoment, "ogi_2007:14", services.publish, **on(case, clerk))


@pytest.mark.parametrize("words", ["当事人张三,电话13800138000", "当事人 001 占道经营"])
def test_words_with_personal_data_or_the_name_of_a_person_are_not_passed(words):
    reviewer = official(Role.SECRECY_REVIEWER)
    case = factories.penalty_case(**SERVED)

    refused(
        Unacceptable, "ogi_2007:14", services.review_publication, **on(case, reviewer, text=words)
    )


def test_of_a_person_only_the_surname_is_shown_and_an_organisation_in_full():
    person = factories.penalty_case(party="王小明")
    firm = factories.penalty_case("CF-2", party="某公司", party_kind=PartyKind.ORGANISATION)

    assert readings.party_shown(person) == "王某某"
    assert readings.party_shown(firm) == "某公司"


def test_the_words_proposed_for_publication_pass_the_review():
    reviewer = official(Role.SECRECY_REVIEWER)
    case = factories.penalty_case(**SERVED, cause="占道经营,电话13800138000")

    text = readings.proposed_text(case)
    services.review_publication(**on(case, reviewer, text=text))

    assert "13800138000" not in text
    assert "500" in text


@pytest.mark.parametrize(
    ("day", "due"), [(date(2012, 6, 7), None), (date(2021, 8, 2), date(2021, 8, 5))]
)
def test_a_decision_that_fell_is_taken_back_within_three_working_days_since_2021(day, due):
    assert readings.withdrawal_due_on(factories.penalty_case(**stages.PUBLISHED), day) == due


def test_an_unpaid_or_unpublished_case_is_not_closed(investigator):
    unpaid = factories.penalty_case(**stages.PUBLISHED)
    unpublished = factories.penalty_case(**SERVED | {"number": "CF-2"})

    refused(WrongMoment, "penalty_1996:46", services.close, **on(unpaid, investigator, reason="结"))
    refused(
        WrongMoment, "ogi_2007:18", services.close, **on(unpublished, investigator, reason="结")
    )
