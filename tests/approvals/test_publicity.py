"""Dual publicity: decisions in the official columns, what is missing, what is refused."""

from datetime import date
from decimal import Decimal

import pytest

from sunlit.approvals.models import PartyKind, PenaltyProcedure, PublicityRecord, Result
from sunlit.approvals.publicity import facts, numbers
from sunlit.approvals.publicity.rows import Gap, row, ten_thousand_yuan
from sunlit.approvals.publicity.sheets import Decisions, sheet, sheets, vocabularies
from sunlit.approvals.selectors import publicity as selectors
from sunlit.approvals.services import licences, penalties, publicity
from sunlit.kernel.refusals import NotPermitted, Unacceptable, WrongMoment
from sunlit.ledger.models import Entry
from sunlit.organization.models import Role
from sunlit.screening.numbers import is_credit_code, is_organisation_code
from tests.approvals.factories import licence_case
from tests.approvals.publicity import (
    CREDIT_CODE,
    DECIDED,
    ID_NUMBER,
    TODAY,
    clerk,
    granted,
    listed,
    public_row,
    punished,
)
from tests.organization.factories import agency, official

pytestmark = pytest.mark.django_db

LICENCE_CODES = (
    "XK_XDR_MC XK_XDR_LB XK_XDR_SHXYM XK_XDR_GSZC XK_XDR_ZZJG XK_XDR_SWDJ XK_XDR_SYDW XK_XDR_SHZZ "
    "XK_FRDB XK_FR_ZJLX XK_FR_ZJHM XK_XDR_ZJLX XK_XDR_ZJHM XK_XKWS XK_WSH XK_XKLB XK_XKZS XK_XKBH "
    "XK_NR XK_JDRQ XK_YXQZ XK_YXQZI XK_XKJG XK_XKJGDM XK_ZT XK_LYDW XK_LYDWDM BZ"
)
PENALTY_CODES = (
    "CF_XDR_MC CF_XDR_LB CF_XDR_SHXYM CF_XDR_GSZC CF_XDR_ZZJG CF_XDR_SWDJ CF_XDR_SYDW CF_XDR_SHZZ "
    "CF_FRDB CF_FR_ZJLX CF_FR_ZJHM CF_XDR_ZJLX CF_XDR_ZJHM CF_WSH CF_WFXW CF_SY CF_YJ CF_CFLB "
    "CF_NR CF_NR_FK CF_NR_WFFF CF_NR_ZKDX CF_JDRQ CF_YXQ CF_GSJZQ CF_CFJG CF_CFJGDM CF_SJLY "
    "CF_SJLYDM BZ"
)
OLD_PENALTY_CODES = (
    "CF_WSH CF_CFMC CF_CFLB1 CF_CFLB2 CF_SY CF_YJ CF_XDR_MC CF_XDR_SHXYM CF_XDR_ZDM CF_XDR_GSDJ "
    "CF_XDR_SWDJ CF_XDR_SFZ CF_FR CF_JG CF_JDRQ CF_XZJG CF_ZT DFBM SJC BZ"
)


# The sheets


def test_the_columns_stand_in_the_order_of_the_official_list():
    assert " ".join(sheet(Decisions.LICENCES).codes) == LICENCE_CODES
    assert " ".join(sheet(Decisions.PENALTIES).codes) == PENALTY_CODES
    assert " ".join(sheet(Decisions.PENALTIES, "2016").codes) == OLD_PENALTY_CODES


@pytest.mark.parametrize("kind", Decisions)
def test_each_vocabulary_and_condition_of_a_sheet_is_known(kind):
    conditions = {
        "", "always", "organisation", "person", "granted", "fined", "confiscated", "suspended",
    }  # fmt: skip
    for one in sheets(kind).values():
        for column in one.columns:
            assert column.required in conditions
            assert not column.vocabulary or column.vocabulary in vocabularies()


@pytest.mark.parametrize("kind", Decisions)
@pytest.mark.parametrize("version", ["2018", "2016"])
def test_each_column_holds_a_fact_that_records_can_give(kind, version):
    made = granted if kind is Decisions.LICENCES else punished
    decision = facts.decision_of(made())

    unknown = {column.holds for column in sheet(kind, version).columns} - set(decision.facts)

    assert unknown <= {"place_code"}


def test_an_empty_cell_says_why():
    decision = facts.decision_of(punished(party_kind=PartyKind.PERSON))

    written = row(decision, sheet(decision.kind), for_public=True)
    cells = {cell.column.code: cell for cell in written.cells}

    assert cells["CF_SY"].gap is Gap.MISSING
    assert cells["CF_XDR_SHXYM"].gap is Gap.NOT_APPLICABLE
    assert cells["CF_XDR_GSZC"].gap is Gap.NOT_ON_RECORD
    assert cells["CF_XDR_ZJHM"].gap is Gap.KEPT_BACK
    assert cells["CF_NR_FK"].gap is None


def test_a_fine_is_written_in_ten_thousand_yuan_with_six_decimals():
    assert ten_thousand_yuan(Decimal(6000)) == "0.600000"
    assert public_row(punished())["CF_NR_FK"] == "2.750050"


def test_categories_are_told_by_what_was_imposed_and_joined_by_semicolons():
    found = public_row(punished(other_measure="警告并责令改正"))

    assert found["CF_CFLB"] == "警告；罚款"
    assert found["CF_NR"] == "罚款人民币27500.5元；警告并责令改正"
    assert facts.categories_of(Decimal(0), "限期拆除") == ("other",)
    assert facts.categories_of(Decimal(0), "") == ()


def test_the_old_sheet_writes_the_state_as_a_code_and_two_categories_apart():
    found = public_row(punished(other_measure="警告"), "2016")

    assert (found["CF_ZT"], found["CF_CFLB1"], found["CF_CFLB2"]) == ("0", "警告", "罚款")


def test_a_refused_licence_has_no_validity_to_miss():
    record = granted(result=Result.REFUSED)

    missing = {column.code for column in selectors.missing_columns(record)}

    assert "XK_YXQZ" not in missing
    assert "XK_XKLB" in missing
    assert public_row(record)["XK_XKWS"] == "不予行政许可决定书"


# People


@pytest.mark.parametrize(
    ("kind", "name", "shown"),
    [
        (PartyKind.PERSON, "王建国", "王某某"),
        (PartyKind.PERSON, "欧阳建国", "欧阳某某"),
        (PartyKind.PERSON, "阿迪力·买买提", "阿迪力·某某某"),
        (PartyKind.PERSON, "John Smith", "J某某"),
        (PartyKind.PERSON, "当事人 2012-P001", "当事人 2012-P001"),
        (PartyKind.SOLE_TRADER, "李小花", "李某某"),
        (PartyKind.SOLE_TRADER, "老王", "老某"),
        (PartyKind.SOLE_TRADER, "李记面馆", "李记面馆"),
        (PartyKind.SOLE_TRADER, "好味小吃店（赵铁柱）", "好味小吃店（赵某某）"),
        (PartyKind.SOLE_TRADER, "好味小吃店（经营者：赵铁柱）", "好味小吃店（经营者：赵某某）"),
        (PartyKind.ORGANISATION, "市政建设有限公司", "市政建设有限公司"),
        (PartyKind.ORGANISATION, "王建国", "王某某"),
    ],
)
def test_a_person_is_shown_by_the_surname_and_an_organisation_by_its_name(kind, name, shown):
    assert public_row(granted(applicant=name, applicant_kind=kind))["XK_XDR_MC"] == shown


def test_a_person_is_hidden_in_the_free_texts_as_well():
    record = punished(party="王建国", party_kind=PartyKind.PERSON)
    record.facts = "王建国在路口摆摊，电话13812345678。"
    record.remark = "王建国已整改"
    record.save()

    found = public_row(record)

    assert found["CF_SY"] == "王某某在路口摆摊，电话138****5678。"
    assert "王建国" not in "".join(found.values())


def test_the_owner_named_beside_a_shop_is_hidden_in_its_name():
    record = granted(applicant="赵铁柱水果店", applicant_kind=PartyKind.SOLE_TRADER)
    record.representative = "赵铁柱"
    record.save()

    found = public_row(record)

    assert (found["XK_XDR_MC"], found["XK_FRDB"]) == ("赵某某水果店", "赵某某")


def test_numbers_of_papers_are_in_no_public_row():
    for record in (granted(), punished(party_kind=PartyKind.PERSON)):
        record.identity_document, record.identity_number = "resident", ID_NUMBER
        record.save()
        for version in ("2018", "2016"):
            assert ID_NUMBER not in "".join(public_row(record, version).values())


# What the public sees


def test_only_what_was_published_is_listed():
    shown = punished()
    punished("CF2012-002", public=None)

    assert listed() == [shown]


def test_a_penalty_leaves_the_list_the_day_after_its_publicity_ends():
    record = punished()
    record.public_until = TODAY
    record.save()

    assert listed(on=TODAY) == [record]
    assert listed(on=date(2012, 6, 15)) == []


def test_penalties_of_the_simple_procedure_are_not_in_the_sheet():
    punished(procedure=PenaltyProcedure.SIMPLE)
    found = selectors.public_decisions(agency(), Decisions.PENALTIES, on=TODAY)

    assert found.count() == 1
    assert not selectors.in_the_sheet(found).exists()


def test_a_withdrawn_penalty_leaves_the_list_at_once_and_says_no_more_whom_it_met():
    record = punished(party="某某有限公司", party_kind=PartyKind.ORGANISATION)
    penalties.withdraw_publication(
        record_id=record.penalty_id, by=clerk(), today=TODAY, reason="复议撤销原决定"
    )

    record.refresh_from_db()
    found = public_row(record)

    assert listed() == []
    assert list(selectors.withdrawn_decisions(agency(), Decisions.PENALTIES)) == [record]
    assert found["BZ"] == "无效，2012-06-14撤下：复议撤销原决定"
    assert found["CF_XDR_MC"] == found["CF_NR_FK"] == ""
    assert public_row(record, "2016")["CF_ZT"] == "1"


def test_a_withdrawn_licence_is_void_and_can_be_withdrawn_once():
    record, by = granted(), clerk()
    publicity.withdraw_licence(record_id=record.pk, by=by, today=TODAY, reason="撤销")

    record.refresh_from_db()
    assert public_row(record)["XK_ZT"] == "无效"
    assert listed(Decisions.LICENCES) == []
    with pytest.raises(WrongMoment, match="撤下"):
        publicity.withdraw_licence(record_id=record.pk, by=by, today=TODAY, reason="撤销")


def test_what_was_never_public_cannot_be_withdrawn():
    with pytest.raises(WrongMoment, match="没有公开"):
        publicity.withdraw_licence(
            record_id=granted(public=None).pk, by=clerk(), today=TODAY, reason="撤销"
        )


# The acts


def test_a_decision_opens_its_record_with_the_day_by_which_it_must_be_public():
    case = licence_case(accepted_on=date(2012, 6, 7), status="reviewed")
    chief = official(Role.CHIEF_REPRESENTATIVE)

    licences.grant(record_id=case.pk, by=chief, today=DECIDED, document_number="1号")

    record = PublicityRecord.objects.get(licence=case)
    assert (record.decided_on, record.due_on) == (DECIDED, date(2012, 7, 9))


def test_since_dual_publicity_a_decision_is_due_in_seven_working_days():
    record = granted(decided=date(2017, 6, 8), public=None, year=2017, received_on=date(2017, 6, 7))

    assert record.due_on == date(2017, 6, 19)


def complete_licence(record, by=None, **parts):
    values = {
        "category": "ordinary",
        "valid_from": DECIDED,
        "valid_until": date(2013, 6, 7),
        "credit_code": CREDIT_CODE,
        "representative": "王建国",
    }
    return publicity.complete_licence(
        record_id=record.pk, by=by or clerk(), today=TODAY, **values | parts
    )


def complete_penalty(record, by=None, **parts):
    values = {"facts": "在路口摆摊。", "categories": ["fine"]}
    return publicity.complete_penalty(
        record_id=record.pk, by=by or clerk(), today=TODAY, **values | parts
    )


def test_a_completed_licence_lacks_nothing_but_the_agencys_own_code():
    record = complete_licence(granted())
    assert {column.code for column in selectors.missing_columns(record)} == {
        "XK_XKJGDM",
        "XK_LYDWDM",
    }

    office = agency()
    office.credit_code = CREDIT_CODE
    office.save()

    assert selectors.missing_columns(PublicityRecord.objects.get()) == ()


def test_the_ledger_says_what_is_missing_and_nothing_of_the_person():
    record = punished(party_kind=PartyKind.PERSON)

    complete_penalty(record, identity_document="resident", identity_number=ID_NUMBER)

    entry = Entry.objects.order_by("pk").last()
    assert entry.event == "PublicityCompleted"
    assert ID_NUMBER not in str(entry.payload)
    assert "CF_GSJZQ" in entry.payload["missing"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"credit_code": CREDIT_CODE[:-1] + ("0" if CREDIT_CODE[-1] != "0" else "1")},
        {"credit_code": "91330100"},
        {"organisation_code": "802100432"},
        {"identity_document": "resident", "identity_number": "330102199001011230"},
        {"identity_document": "resident", "identity_number": "330102199013011234"},
        {"identity_document": "resident"},
        {"identity_number": "E12345678"},
        {"valid_until": date(2012, 6, 1)},
    ],
)
def test_a_wrong_number_or_day_is_refused_and_changes_nothing(wrong):
    record = granted()
    entries = Entry.objects.count()

    with pytest.raises(Unacceptable):
        complete_licence(record, **wrong)

    record.refresh_from_db()
    assert record.completed_on is None
    assert Entry.objects.count() == entries


def test_numbers_are_known_by_their_check_signs():
    assert is_credit_code(CREDIT_CODE)
    assert is_credit_code("91350100M000100Y43")
    assert not is_credit_code("91350100M000100Y44")
    assert not is_credit_code("91350100I000100Y43")
    assert is_organisation_code("80210043-3")
    assert is_organisation_code("802100433")
    assert numbers.is_resident_number(ID_NUMBER)
    assert not numbers.is_resident_number(ID_NUMBER[:-1] + ("1" if ID_NUMBER[-1] != "1" else "2"))


@pytest.mark.parametrize(
    "wrong",
    [
        {"categories": ["warning"]},
        {"categories": ["fine", "confiscation"]},
        {"confiscated": Decimal(5)},
        {"categories": ["fine", "permit"]},
        {"categories": ["fine", "criticism"]},
        {"public_until": date(2012, 6, 1)},
    ],
)
def test_categories_fit_what_was_imposed_and_the_law_of_the_day(wrong):
    with pytest.raises(Unacceptable):
        complete_penalty(punished(), **wrong)


def test_since_2023_a_penalty_is_public_three_months_at_least_and_three_years_at_most():
    record = punished(decided=date(2024, 6, 7), public=date(2024, 6, 12), year=2024)
    assert record.public_until == date(2027, 6, 12)

    for day in (date(2024, 9, 11), date(2027, 6, 13)):
        with pytest.raises(Unacceptable, match="至少"):
            complete_penalty(record, public_until=day)
    assert complete_penalty(record, public_until=date(2024, 9, 12)).public_until


def test_a_penalty_is_not_completed_as_a_licence():
    with pytest.raises(WrongMoment):
        complete_licence(punished())
    with pytest.raises(WrongMoment):
        complete_penalty(granted())


def test_who_does_not_handle_decisions_does_not_complete_them():
    for record, complete in ((granted(), complete_licence), (punished(), complete_penalty)):
        with pytest.raises(NotPermitted):
            complete(record, by=official(Role.HOTLINE_OPERATOR, username=f"hotline{record.pk}"))


def test_a_withdrawn_decision_is_not_completed_any_more():
    record = granted()
    publicity.withdraw_licence(record_id=record.pk, by=clerk(), today=TODAY, reason="撤销")

    with pytest.raises(WrongMoment):
        complete_licence(record)


def test_the_category_of_several_licences_is_set_without_touching_the_rest():
    record = complete_licence(granted())

    publicity.set_category(record_id=record.pk, by=clerk(), today=TODAY, category="franchise")

    record.refresh_from_db()
    assert (record.category, record.credit_code) == ("franchise", CREDIT_CODE)


def test_the_register_shows_what_is_late_first():
    granted(public=None)
    done = granted("SP2012-002", decided=date(2012, 7, 2), public=date(2012, 7, 3))
    records = selectors.publicity_records(agency())

    assert selectors.late_first(records, on=date(2012, 7, 9)).first() == done
    assert selectors.late_first(records, on=date(2012, 7, 10)).first().number == "SP2012-001"


def test_the_share_in_time_counts_what_was_due():
    granted()
    granted("SP2012-002", public=date(2012, 7, 10))
    granted("SP2012-003", public=None)
    punished(public=None)

    [before] = selectors.on_time(agency(), on=TODAY)
    [after] = selectors.on_time(agency(), on=date(2012, 7, 10))

    assert (before.due, before.in_time) == (2, 1)
    assert (after.due, after.in_time, after.share, after.missing) == (4, 1, 25, 4)
