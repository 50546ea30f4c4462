"""Taking in a year's licence cases and penalty cases: what is stored, told and refused."""

from datetime import date

import pytest

from sunlit.approvals import intake
from sunlit.approvals.lifecycle import PenaltyStatus, Status
from sunlit.approvals.models import LicenceCase, PartyKind, PenaltyCase, Result
from sunlit.intake.rows import Row
from sunlit.ledger.models import Entry
from tests.approvals import factories

pytestmark = pytest.mark.django_db

LICENCE = {
    "case_id": "SP2012-001",
    "power_code": "CG-XK-001",
    "item": "licence 事项",
    "applicant": "申请人 001",
    "applicant_type": "企业",
    "content": "设置灯箱",
    "zone": "Z1",
    "subdistrict": "甲街道",
    "accepted_at_place": "政务服务中心城管窗口",
    "received": "2012-06-07",
    "supplement_notice": "",
    "accepted": "2012-06-07",
    "survey": "2012-06-08",
    "reviewed": "2012-06-11",
    "decided": "2012-06-12",
    "delivered": "2012-06-14",
    "promised_days": "7",
    "used_days": "3",
    "extended": "否",
    "result": "准予",
    "doc_no": "许〔2012〕1号",
    "decided_by": "窗口首席代表",
    "published": "2012-06-13",
    "status": "已办结",
}
PENALTY = {
    "case_id": "CF2012-001",
    "doc_no": "罚〔2012〕1号",
    "power_code": "CG-CF-001",
    "cause": "占道经营",
    "party": "当事人 001",
    "party_type": "个人",
    "zone": "Z1",
    "subdistrict": "甲街道",
    "unit": "KS01",
    "source": "投诉举报",
    "complaint_id": "TS2012-0001",
    "procedure": "一般程序",
    "filed": "2012-06-07",
    "notified": "2012-06-08",
    "hearing_date": "",
    "decided": "2012-06-12",
    "served": "2012-06-13",
    "discretion": "一般",
    "fine_yuan": "500",
    "other_measure": "责令改正",
    "paid_on": "2012-06-20",
    "performed": "是",
    "disclosed_on": "2012-06-21",
    "review_case": "FY2012-01",
    "remark": "",
}
COMPLAINTS = "complaint_id,penalty_case_id\nTS2012-0001,{case}\nTS2012-0002,{other}\n"


def table(*rows):
    lines = [list(rows[0]), *[list(row.values()) for row in rows]]
    return "".join(",".join(line) + "\n" for line in lines)


def take(path, licences=(LICENCE,), penalties=(PENALTY,), case="CF2012-001", other=""):
    folder = factories.folder(
        path,
        approvals=table(*licences),
        penalty_cases=table(*penalties),
        complaints=COMPLAINTS.format(case=case, other=other),
    )
    complaints = [factories.complaint(), factories.complaint("TS2012-0002")]
    folder.shelve("complaint", {one.number: one for one in complaints})
    notes = {"TS2012-0001": case, "TS2012-0002": other}
    folder.shelve("complaint_penalty", {code: note for code, note in notes.items() if note})
    intake.take(folder)
    folder.write_ledger()
    return folder


def test_a_sound_year_is_stored_with_every_act_that_its_rows_prove(tmp_path):
    folder = take(tmp_path)

    assert (folder.faults, folder.warnings) == ([], [])
    licence, penalty = LicenceCase.objects.get(), PenaltyCase.objects.get()
    assert (licence.result, licence.status) == (Result.GRANTED, Status.PUBLISHED)
    assert licence.at_window
    assert licence.promised_due_on == date(2012, 6, 18)
    assert (penalty.party_kind, penalty.status) == (PartyKind.PERSON, PenaltyStatus.PUBLISHED)
    assert penalty.complaint.number == "TS2012-0001"
    assert Entry.objects.filter(about_kind="approvals.licencecase").count() == 7
    assert Entry.objects.filter(about_kind="approvals.penaltycase").count() == 6
    decided = Entry.objects.get(event="LicenceDecided")
    assert decided.day == date(2012, 6, 12)
    assert decided.payload["loaded_from"]["post"] == "窗口首席代表"
    assert folder.shelf("penalty_review") == {"CF2012-001": ("FY2012-01",)}
    assert folder.find("approval", "SP2012-001", Row(), "") == licence


@pytest.mark.parametrize(
    ("changes", "column"),
    [
        ({"received": "2012-06-31"}, "received"),
        ({"received": ""}, "received"),
        ({"power_code": "CG-XK-999"}, "power_code"),
        ({"power_code": "CG-CF-001"}, "power_code"),
        ({"zone": "Z9"}, "zone"),
        ({"result": "照准"}, "result"),
        ({"status": "在途"}, "status"),
        ({"applicant_type": "外星人"}, "applicant_type"),
        ({"decided": "2012-06-01"}, "decided"),
        ({"published": "2012-06-11"}, "published"),
        ({"accepted": ""}, "accepted"),
        ({"decided": ""}, "decided"),
        ({"result": "补正逾期视为放弃"}, "supplement_notice"),
    ],
)
def test_a_wrong_licence_row_is_refused_at_its_place(tmp_path, changes, column):
    folder = take(tmp_path, licences=[LICENCE | changes])

    assert {(fault.file, fault.line, fault.column) for fault in folder.faults} == {
        ("approvals.csv", 2, column)
    }
    assert not LicenceCase.objects.exists()
    assert not Entry.objects.exists()


@pytest.mark.parametrize(
    ("changes", "column"),
    [
        ({"used_days": "4"}, "used_days"),
        ({"item": "别的名称"}, "item"),
        ({"supplement_notice": "2012-06-20", "accepted": "2012-06-21", "survey": "2012-06-21",
          "reviewed": "2012-06-21", "decided": "2012-06-21", "delivered": "2012-06-21",
          "published": "2012-06-21", "used_days": "0"}, "supplement_notice"),
        ({"status": "办理中"}, "status"),
        ({"survey": "", "reviewed": ""}, "status"),
    ],
)  # fmt: skip
def test_an_odd_licence_row_is_taken_in_with_a_note(tmp_path, changes, column):
    folder = take(tmp_path, licences=[LICENCE | changes])

    assert folder.faults == []
    assert [warning.column for warning in folder.warnings] == [column]
    assert LicenceCase.objects.exists()


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"result": "申请人撤回", "survey": "", "reviewed": ""}, Status.WITHDRAWN),
        ({"result": "补正逾期视为放弃", "supplement_notice": "2012-06-08", "accepted": "",
          "survey": "", "reviewed": "", "used_days": ""}, Status.ABANDONED),
    ],
)  # fmt: skip
def test_a_case_that_ends_otherwise_has_no_decision(tmp_path, changes, status):
    ended = LICENCE | changes | {"delivered": "", "published": "", "doc_no": ""}

    folder = take(tmp_path, licences=[ended])

    assert (folder.faults, folder.warnings) == ([], [])
    case = LicenceCase.objects.get()
    assert (case.status, case.decided_on, case.ended_on) == (status, None, date(2012, 6, 12))


@pytest.mark.parametrize(
    ("changes", "column"),
    [
        ({"power_code": "CG-JL-001"}, "power_code"),
        ({"unit": "DD99"}, "unit"),
        ({"procedure": "快速程序"}, "procedure"),
        ({"procedure": "听证程序"}, "hearing_date"),
        ({"notified": "2012-06-01"}, "notified"),
        ({"paid_on": "2012-06-01"}, "paid_on"),
        ({"notified": ""}, "notified"),
        ({"fine_yuan": "-1"}, "fine_yuan"),
        ({"filed": "2012-05-31"}, "filed"),
        ({"complaint_id": "TS2012-9999"}, "complaint_id"),
    ],
)
def test_a_wrong_penalty_row_is_refused_at_its_place(tmp_path, changes, column):
    folder = take(tmp_path, penalties=[PENALTY | changes])

    places = {(fault.file, fault.line, fault.column) for fault in folder.faults}
    assert ("penalty_cases.csv", 2, column) in places
    assert not PenaltyCase.objects.exists()


def test_a_number_stands_once(tmp_path):
    folder = take(tmp_path, licences=[LICENCE, LICENCE])

    assert [(fault.line, fault.column) for fault in folder.faults] == [(3, "case_id")]


CASE, COMPLAINT = ("penalty_cases.csv", 2, "complaint_id"), ("complaints.csv", 2, "penalty_case_id")
OTHER = ("complaints.csv", 3, "penalty_case_id")


@pytest.mark.parametrize(
    ("changes", "notes", "places"),
    [
        ({"complaint_id": ""}, {}, {CASE, COMPLAINT}),
        ({}, {"case": ""}, {CASE, COMPLAINT}),
        ({}, {"case": "CF2012-999"}, {COMPLAINT}),
        ({"complaint_id": "TS2012-9999"}, {}, {CASE}),
        ({"complaint_id": "TS2012-0002"}, {}, {CASE, COMPLAINT, OTHER}),
        ({}, {"other": "CF2012-001"}, {OTHER}),
    ],
    ids=[
        "the case names none",
        "the complaint names none",
        "the complaint names no case that there is",
        "the case names no complaint that there is",
        "the case names another complaint",
        "another complaint names the case too",
    ],
)
def test_complaint_and_case_name_each_other(tmp_path, changes, notes, places):
    folder = take(tmp_path, penalties=[PENALTY | changes], **notes)

    assert {(fault.file, fault.line, fault.column) for fault in folder.faults} == places
    assert not PenaltyCase.objects.exists()


def test_a_complaint_of_an_earlier_year_may_lead_to_a_case(tmp_path):
    earlier = factories.complaint("TS2011-0300", on=date(2011, 12, 30))
    earlier.year = 2011
    earlier.save()

    folder = take(tmp_path, penalties=[PENALTY | {"complaint_id": "TS2011-0300"}], case="")

    assert folder.faults == []
    assert PenaltyCase.objects.get().complaint == earlier


def test_a_fine_above_the_ceiling_of_the_simple_procedure_is_noted(tmp_path):
    folder = take(tmp_path, penalties=[PENALTY | {"procedure": "简易程序"}])

    assert folder.faults == []
    assert [warning.column for warning in folder.warnings] == ["fine_yuan"]
