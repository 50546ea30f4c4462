"""The pure rules of licences and penalties."""

from datetime import date
from decimal import Decimal

import pytest

from sunlit.approvals import rules


@pytest.mark.parametrize(
    ("place", "is_window"),
    [
        ("市政务服务中心城管窗口", True),
        ("政务服务中心城管窗口", True),
        ("某省某市政务服务中心城管窗口", True),
        ("局机关受理点", False),
        ("", False),
    ],
)
def test_a_place_is_the_window_with_or_without_the_city_before_its_name(place, is_window):
    assert rules.is_at_window(place, "市政务服务中心城管窗口") is is_window


def test_the_next_number_follows_the_highest_of_the_year():
    known = ["SP2012-001", "SP2012-150", "SP2011-999", "other"]

    assert rules.next_number("SP", 2012, known) == "SP2012-151"
    assert rules.next_number("SP", 2013, known) == "SP2013-001"


@pytest.mark.parametrize(
    ("text", "days"), [("7", 7), ("10个工作日", 10), ("当场", None), ("", None)]
)
def test_the_promise_of_the_power_list_is_read_as_days(text, days):
    assert rules.days_promised(text) == days


def test_an_application_without_a_notice_in_time_counts_as_accepted_from_receipt():
    received, due, late = date(2012, 6, 7), date(2012, 6, 14), date(2012, 6, 15)

    def accepted(*, asked, on):
        return rules.accepted_on(
            received_on=received, supplement_asked=asked, notice_due=due, on=on
        )

    assert accepted(asked=False, on=due) == due
    assert accepted(asked=False, on=late) == received
    assert accepted(asked=True, on=late) == late


def test_the_ceiling_of_the_simple_procedure_is_that_of_the_law_of_the_day():
    assert rules.on_the_spot_ceiling(is_person=True, on=date(2012, 6, 7)) == Decimal(50)
    assert rules.on_the_spot_ceiling(is_person=True, on=date(1990, 6, 7)) == Decimal(50)
    assert rules.on_the_spot_ceiling(is_person=False, on=date(2012, 6, 7)) == Decimal(1000)
    assert rules.on_the_spot_ceiling(is_person=True, on=date(2021, 7, 15)) == Decimal(200)
    assert rules.on_the_spot_ceiling(is_person=False, on=date(2021, 7, 15)) == Decimal(3000)


def test_names_that_are_not_returned_are_told_once_and_unknown_names_not_at_all():
    cases = {"CF1": {"TS1"}, "CF2": {"TS2"}, "CF3": {"TS9"}, "CF4": set(), "CF5": {"TS5"}}
    complaints = {"TS1": {"CF1"}, "TS2": set(), "TS5": {"CF9"}, "TS6": {"CF4"}}

    assert list(rules.unreturned(cases, complaints)) == [("CF2", "TS2")]
    assert list(rules.unreturned(complaints, cases)) == [("TS6", "CF4")]
