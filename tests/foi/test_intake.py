"""Requests in a folder become records, clocks and acts, or are refused with their place."""

from datetime import date

import pytest

from sunlit.foi import selectors
from sunlit.foi.models import ClockEvent, InformationRequest
from sunlit.ledger.models import Entry
from tests.foi.factories import EXTENDED, THIRD_PARTY_AND_EXTENDED, WITHDRAWN, taken

pytestmark = pytest.mark.django_db


def test_a_row_becomes_a_request_with_its_reply(tmp_path):
    folder = taken(tmp_path, {"review_case": "FY2012-03"})

    information_request = InformationRequest.objects.get()
    assert not folder.faults
    assert not folder.warnings
    assert (information_request.number, information_request.office.code) == ("YSQ2012-001", "KS01")
    assert information_request.outcome == "disclosed"
    assert information_request.replied_on == date(2012, 2, 16)
    assert folder.shelf("foi_request") == {"YSQ2012-001": information_request}
    assert folder.shelf("foi_review") == {"YSQ2012-001": "FY2012-03"}


@pytest.mark.parametrize(
    ("row", "due_on", "used"),
    [
        ({}, date(2012, 2, 29), 6),
        (EXTENDED, date(2012, 8, 29), 24),
        (THIRD_PARTY_AND_EXTENDED, date(2012, 11, 1), 19),
    ],
    ids=["plain", "extended", "a third party was asked, and extended"],
)
def test_the_clock_is_rebuilt_from_the_records(tmp_path, row, due_on, used):
    folder = taken(tmp_path, row)

    clock = selectors.clock(InformationRequest.objects.get())
    assert not folder.warnings
    assert (clock.due_on, clock.used) == (due_on, used)


def test_each_step_of_a_row_is_an_act_of_its_day(tmp_path):
    taken(tmp_path, THIRD_PARTY_AND_EXTENDED)

    entries = Entry.objects.order_by("id").values_list("event", "day", "basis")
    assert [(event, day.strftime("%m-%d"), basis) for event, day, basis in entries] == [
        ("InformationRequestRegistered", "09-03", "ogi_2007:20"),
        ("ThirdPartyConsulted", "09-05", "ogi_2007:23"),
        ("ThirdPartyReplied", "09-18", "ogi_2007:23"),
        ("DeadlineExtended", "09-21", "ogi_2007:24"),
        ("InformationRequestAnswered", "10-17", "ogi_2007:21"),
    ]
    happened = ClockEvent.objects.order_by("position").values_list("kind", "amount")
    assert [*happened] == [("paused", None), ("resumed", None), ("extended", 15)]


def test_a_withdrawal_ends_a_request_without_a_reply(tmp_path):
    taken(tmp_path, WITHDRAWN)

    information_request = InformationRequest.objects.get()
    assert information_request.status == "withdrawn"
    assert information_request.replied_on is None
    assert information_request.ended_on == date(2012, 2, 16)
    assert Entry.objects.latest("id").event == "InformationRequestWithdrawn"


def test_a_request_can_still_be_open_at_the_end_of_the_year(tmp_path):
    folder = taken(tmp_path, {"replied": "", "outcome": "", "workdays_used": ""})

    assert not folder.faults
    assert InformationRequest.objects.get().status == "registered"


def test_a_due_day_that_differs_is_noted_with_both_days_and_never_stored(tmp_path):
    folder = taken(tmp_path, {"due": "2012-03-01"})

    assert [(fault.line, fault.column) for fault in folder.warnings] == [(2, "due")]
    assert "2012-02-29" in folder.warnings[0].reason
    assert "2012-03-01" in folder.warnings[0].reason
    assert selectors.due_on(InformationRequest.objects.get()) == date(2012, 2, 29)


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ({"workdays_used": "7"}, "workdays_used"),
        (EXTENDED | {"extension_notice": "2012-08-09"}, "extension_notice"),
        (THIRD_PARTY_AND_EXTENDED | {"consult_workdays": "8"}, "consult_workdays"),
        ({"extension_notice": "2012-02-10"}, "extended"),
    ],
    ids=[
        "another count of days",
        "extended when the limit had run out",
        "another count of the third party's days",
        "a notice without an extension",
    ],
)
def test_an_odd_row_is_taken_in_with_a_note(tmp_path, row, column):
    folder = taken(tmp_path, row)

    assert not folder.faults
    assert [fault.column for fault in folder.warnings] == [column]


def test_a_request_from_before_the_law_is_taken_in_without_a_due_day(tmp_path):
    folder = taken(tmp_path, EXTENDED | {"received": "2007-07-18", "registered": "2007-07-18"})

    assert not folder.faults
    assert "due" in [fault.column for fault in folder.warnings]
    assert selectors.clock(InformationRequest.objects.get()) is None


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ({"received": "2012-02-30"}, "received"),
        ({"channel": ""}, "channel"),
        ({"outcome": "口头答复"}, "outcome"),
        ({"applicant_type": "外星人"}, "applicant_type"),
        ({"unit": "KS99"}, "unit"),
        ({"registered": "2012-02-07"}, "registered"),
        ({"replied": "2012-02-07"}, "replied"),
        ({"third_party_replied": "2012-02-10"}, "third_party_sent"),
        (
            {"third_party_sent": "2012-02-14", "third_party_replied": "2012-02-10"},
            "third_party_replied",
        ),
        ({"extended": "是"}, "extension_notice"),
        ({"outcome": ""}, "outcome"),
        ({"replied": ""}, "replied"),
        ({"fee_yuan": "两元"}, "fee_yuan"),
    ],
    ids=[
        "a day that does not exist",
        "no channel",
        "an unknown outcome",
        "an unknown kind of applicant",
        "an unknown office",
        "registered before it was received",
        "replied to before it was received",
        "an answer of a third party that was not asked",
        "an answer before the question",
        "extended on no day",
        "a reply of no kind",
        "a kind of reply on no day",
        "a fee that is no number",
    ],
)
def test_a_wrong_row_is_refused_once_and_in_its_place(tmp_path, row, column):
    folder = taken(tmp_path, {}, row)

    assert [(fault.line, fault.column) for fault in folder.faults] == [(3, column)]
    assert not Entry.objects.exists()


def test_a_number_that_stands_twice_is_refused(tmp_path):
    folder = taken(tmp_path, {}, {"foi_id": "YSQ2012-001"})

    assert [(fault.line, fault.column) for fault in folder.faults] == [(3, "foi_id")]
