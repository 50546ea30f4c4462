"""Dual publicity: decisions in the official columns, what is missing, what is refused."""

from datetime import date
from decimal import Decimal

import pytest

from sunlit.approvals.models import PartyKind, PenaltyProcedure, Result
from sunlit.approvals.publicity import facts
from sunlit.approvals.publicity.rows import Gap, row, ten_thousand_yuan
from sunlit.approvals.publicity.sheets import Decisions, sheet, sheets, vocabularies
from sunlit.approvals.selectors import publicity as selectors
from sunlit.approvals.services import penalties, publicity
from sunlit.kernel.refusals import WrongMoment
from tests.approvals.publicity import (
    ID_NUMBER,
    TODAY,
    clerk,
    granted,
    listed,
    public_row,
    punished,
)
from tests.organization.factories import agency

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
