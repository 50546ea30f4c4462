"""Complaints in a folder become records and acts, or are refused with their place."""

from datetime import date

import pytest

from sunlit.complaints import selectors
from sunlit.complaints.models import Complaint
from sunlit.ledger.models import Entry
from tests.complaints.factories import ELSEWHERE, REOPENED, taken

pytestmark = pytest.mark.django_db


def test_a_row_becomes_a_complaint_with_its_office_and_documents(tmp_path):
    folder = taken(tmp_path, {"power_code": "CG-CF-001", "penalty_case_id": "CF2012-006"})

    complaint = Complaint.objects.get()
    assert not folder.faults
    assert not folder.warnings
    assert (complaint.year, complaint.number) == (2012, "TS2012-0001")
    assert (complaint.office.code, complaint.power.code) == ("DD01", "CG-CF-001")
    assert complaint.documents == ["登记表", "派遣单", "答复意见书"]
    assert complaint.status == "closed"
    assert complaint.received_on == date(2012, 6, 8)
    assert complaint.query_code == ""
    assert folder.shelf("complaint")["TS2012-0001"] == complaint
    assert folder.shelf("complaint_penalty") == {"TS2012-0001": "CF2012-006"}
    clock = selectors.clock(complaint)
    assert (clock.due_on, clock.ended_on) == (date(2012, 6, 15), date(2012, 6, 12))


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (
            {},
            [
                ("ComplaintReceived", "06-08"),
                ("ComplaintAccepted", "06-08"),
                ("ComplaintDispatched", "06-08"),
                ("ComplaintResolved", "06-12"),
                ("ComplaintReplied", "06-13"),
                ("ComplaintClosed", "06-13"),
            ],
        ),
        (
            REOPENED,
            [
                ("ComplaintReceived", "06-08"),
                ("ComplaintAccepted", "06-08"),
                ("ComplaintDispatched", "06-08"),
                ("ComplaintResolved", "06-12"),
                ("ComplaintReplied", "06-13"),
                ("ComplaintReopened", "06-13"),
                ("ComplaintClosed", "06-20"),
            ],
        ),
        (
            ELSEWHERE | {"resolved_at": "", "replied_at": "", "final_closed_at": ""},
            [("ComplaintReceived", "06-08"), ("ComplaintTransferred", "06-08")],
        ),
        (
            {"replied_at": "", "final_closed_at": "", "resolved_at": "", "status": "办理中"},
            [
                ("ComplaintReceived", "06-08"),
                ("ComplaintAccepted", "06-08"),
                ("ComplaintDispatched", "06-08"),
            ],
        ),
    ],
    ids=["closed", "handled twice", "transferred", "still with the office"],
)
def test_each_step_of_a_row_is_an_act_of_its_day(tmp_path, row, expected):
    folder = taken(tmp_path, row)

    entries = Entry.objects.order_by("id").values_list("event", "day")
    assert not folder.faults
    assert [(event, day.strftime("%m-%d")) for event, day in entries] == expected


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ({"received_at": "2012-06-31 09:00"}, "received_at"),
        ({"accepted_at": ""}, "accepted_at"),
        ({"accept_decision": "收下"}, "accept_decision"),
        ({"satisfaction": "尚可"}, "satisfaction"),
        ({"unit": "DD99"}, "unit"),
        ({"subdistrict": "别处"}, "subdistrict"),
        ({"power_code": "CG-CF-999"}, "power_code"),
        ({"resolved_at": "2012-06-07 09:00"}, "resolved_at"),
        ({"accepted_at": "2012-06-08 08:30"}, "accepted_at"),
        ({"due_date": "2012-06-07"}, "due_date"),
        ({"dispatched_at": ""}, "dispatched_at"),
        ({"final_closed_at": ""}, "final_closed_at"),
    ],
    ids=[
        "a day that does not exist",
        "no decision dated",
        "an unknown decision",
        "an unknown rating",
        "an unknown office",
        "an unknown subdistrict",
        "an unknown power",
        "handled before it was received",
        "accepted earlier the same day",
        "due before it was accepted",
        "handled without being dispatched",
        "closed at no time",
    ],
)
def test_a_wrong_row_is_refused_once_and_in_its_place(tmp_path, row, column):
    folder = taken(tmp_path, {}, row)

    assert [(fault.line, fault.column) for fault in folder.faults] == [(3, column)]
    assert not Complaint.objects.filter(number="TS2012-0002").exists()
    assert not Entry.objects.exists()


def test_a_number_that_stands_twice_is_refused(tmp_path):
    folder = taken(tmp_path, {}, {"complaint_id": "TS2012-0001"})

    assert [(fault.line, fault.column) for fault in folder.faults] == [(3, "complaint_id")]


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ({"due_date": "2012-06-18"}, "due_date"),
        ({"satisfaction_after_reopen": "满意"}, "reopened"),
        ({"status": "办理中"}, "status"),
    ],
    ids=["agreed a day later than promised", "rated twice", "said to be open though closed"],
)
def test_an_odd_row_is_taken_in_with_a_note(tmp_path, row, column):
    folder = taken(tmp_path, row)

    assert not folder.faults
    assert [fault.column for fault in folder.warnings] == [column]
    assert Complaint.objects.exists()


def test_an_agreed_day_is_kept_though_the_promise_ends_earlier(tmp_path):
    taken(tmp_path, {"due_date": "2012-06-18"})

    assert Complaint.objects.get().due_on == date(2012, 6, 18)


def test_the_limit_of_a_difficult_matter_is_no_oddity(tmp_path):
    assert not taken(tmp_path, {"due_date": "2012-07-02"}).warnings
