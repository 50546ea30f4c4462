"""Taking in a year's files: what is stored, told and refused."""

from datetime import date

import pytest

from sunlit.intake.folder import Folder
from sunlit.ledger.models import Entry
from sunlit.organization.models import Role
from sunlit.remedies import intake
from sunlit.remedies.lifecycle import Status
from sunlit.remedies.models import Kind, Outcome, Remedy
from sunlit.remedies.vocabulary import required_documents
from tests.organization.factories import agency, official
from tests.remedies import factories

pytestmark = pytest.mark.django_db

REMEDY = {
    "case_id": "FY2012-01",
    "type": "行政复议",
    "applicant": "申请人 F01",
    "cause": "不服行政处罚",
    "original": "CF2012-017",
    "organ": "市人民政府",
    "filed": "2012-04-19",
    "accepted": "2012-04-23",
    "notified": "2012-04-27",
    "replied": "2012-05-07",
    "hearing": "",
    "decided": "2012-06-12",
    "result": "维持",
    "basis": "第二十八条",
    "pages": "86",
    "archived": "2012-06-26",
    "lesson": "程序合法",
    "file_documents": ";".join(required_documents(Kind.RECONSIDERATION)),
    "file_complete": "是",
    "handler": "政策法规科科长",
}


def table(*rows):
    lines = [list(rows[0]), *[list(row.values()) for row in rows]]
    return "".join(",".join(line) + "\n" for line in lines)


def take(path, *rows, penalties=None, requests=None):
    penalties = {"CF2012-017": "FY2012-01", "CF2012-018": ""} | (penalties or {})
    requests = {"YSQ2012-004": ""} | (requests or {})
    noted = table(*({"case_id": code, "review_case": note} for code, note in penalties.items()))
    asked = table(*({"foi_id": code, "review_case": note} for code, note in requests.items()))
    (path / "reconsideration_litigation.csv").write_text(table(*rows), encoding="utf-8")
    (path / "penalty_cases.csv").write_text(noted, encoding="utf-8")
    (path / "foi_requests.csv").write_text(asked, encoding="utf-8")
    folder = Folder(path, year=2012)
    folder.agency = agency()
    folder.by = official(Role.ADMINISTRATOR, username="records")
    folder.shelve("penalty", {code: factories.penalty(code) for code in penalties})
    folder.shelve("foi_request", {code: factories.information_request(code) for code in requests})
    folder.shelve("penalty_review", {code: (note,) for code, note in penalties.items() if note})
    folder.shelve("foi_review", {code: note for code, note in requests.items() if note})
    intake.take(folder)
    folder.write_ledger()
    return folder


def places(folder):
    return {(fault.file, fault.line, fault.column) for fault in folder.faults}


def test_a_sound_file_is_stored_with_every_act_that_its_row_proves(tmp_path):
    folder = take(tmp_path, REMEDY)

    assert (folder.faults, folder.warnings) == ([], [])
    remedy = Remedy.objects.get()
    assert (remedy.outcome, remedy.status) == (Outcome.UPHELD, Status.ARCHIVED)
    assert remedy.penalty.number == "CF2012-017"
    assert remedy.is_complete
    events = list(Entry.objects.order_by("id").values_list("event", flat=True))
    assert events == [
        "RemedySought",
        "RemedyAccepted",
        "RemedyNotified",
        "RemedyReplied",
        "RemedyDecided",
        "RemedyArchived",
    ]
    assert folder.shelf("remedy") == {"FY2012-01": remedy}


def test_a_file_may_contest_the_reply_to_an_information_request(tmp_path):
    folder = take(
        tmp_path,
        REMEDY | {"original": "YSQ2012-004"},
        penalties={"CF2012-017": ""},
        requests={"YSQ2012-004": "FY2012-01"},
    )

    assert folder.faults == []
    assert Remedy.objects.get().information_request.number == "YSQ2012-004"


def test_a_penalty_of_an_earlier_year_can_be_contested(tmp_path):
    earlier = factories.penalty("CF2011-111")
    earlier.year = 2011
    earlier.save()

    folder = take(tmp_path, REMEDY | {"original": "CF2011-111"}, penalties={"CF2012-017": ""})

    assert folder.faults == []
    assert Remedy.objects.get().penalty == earlier


@pytest.mark.parametrize(
    ("changes", "column"),
    [
        ({"type": "申诉"}, "type"),
        ({"filed": ""}, "filed"),
        ({"filed": "2012-03-13"}, "filed"),
        ({"decided": "2012-05-01"}, "decided"),
        ({"archived": "2012-06-11"}, "archived"),
        ({"decided": ""}, "decided"),
        ({"result": ""}, "result"),
        ({"file_complete": "大概"}, "file_complete"),
    ],
)
def test_a_wrong_row_is_refused_at_its_place(tmp_path, changes, column):
    folder = take(tmp_path, REMEDY | changes)

    assert places(folder) == {("reconsideration_litigation.csv", 2, column)}
    assert not Remedy.objects.exists()
    assert not Entry.objects.exists()


@pytest.mark.parametrize(
    ("changes", "column"),
    [
        ({"file_documents": "答复书"}, "file_complete"),
        ({"accepted": ""}, ""),
    ],
)
def test_an_odd_row_is_taken_in_with_a_note(tmp_path, changes, column):
    folder = take(tmp_path, REMEDY | changes)

    assert folder.faults == []
    assert {warning.column for warning in folder.warnings} == {column}
    assert Remedy.objects.exists()


def test_a_result_that_comes_to_nothing_special_is_kept_as_worded(tmp_path):
    take(tmp_path, REMEDY | {"result": "不予受理"})

    remedy = Remedy.objects.get()
    assert (remedy.result, remedy.outcome) == ("不予受理", Outcome.OTHER)
    assert remedy.decided_on == date(2012, 6, 12)


def test_an_unknown_result_is_refused(tmp_path):
    folder = take(tmp_path, REMEDY | {"result": "平局"})

    assert [fault.column for fault in folder.faults] == ["result"]
    assert not Remedy.objects.exists()


FILE = ("reconsideration_litigation.csv", 2, "original")
PENALTY, OTHER = ("penalty_cases.csv", 2, "review_case"), ("penalty_cases.csv", 3, "review_case")
REQUEST = ("foi_requests.csv", 2, "review_case")


@pytest.mark.parametrize(
    ("changes", "notes", "told"),
    [
        ({"original": "CF2012-999"}, {"CF2012-017": ""}, {FILE}),
        ({"original": "YSQ2012-999"}, {"CF2012-017": ""}, {FILE}),
        ({"original": "CF2012-018"}, {}, {FILE, PENALTY, OTHER}),
        ({}, {"CF2012-017": ""}, {FILE, PENALTY}),
        ({}, {"CF2012-017": "FY2012-09"}, {PENALTY}),
        ({}, {"CF2012-018": "FY2012-01"}, {OTHER}),
        ({"original": "YSQ2012-004"}, {"CF2012-017": ""}, {FILE, REQUEST}),
    ],
    ids=[
        "there is no such penalty",
        "there is no such request",
        "the file contests another penalty",
        "the penalty names no file",
        "the penalty names no file that there is",
        "another penalty names the file too",
        "the request names no file",
    ],
)
def test_file_and_contested_act_name_each_other(tmp_path, changes, notes, told):
    folder = take(tmp_path, REMEDY | changes, penalties=notes)

    assert places(folder) == told
    assert not Remedy.objects.exists()


def test_a_number_stands_once(tmp_path):
    folder = take(tmp_path, REMEDY, REMEDY)

    assert places(folder) == {("reconsideration_litigation.csv", 3, "case_id")}
