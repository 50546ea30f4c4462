"""No surcharge is added for the days of a reconsideration or a suit: under the law of 2021."""

from datetime import date
from decimal import Decimal

import pytest
from django.utils import translation

from sunlit.approvals.contested import contests_of
from sunlit.approvals.lifecycle import PenaltyStatus
from sunlit.approvals.models import PenaltyCase
from sunlit.approvals.registers.penalty_facts import _surcharge_days, _surcharge_stays
from sunlit.approvals.selectors import penalties as readings
from sunlit.remedies.models import Kind
from tests.approvals.factories import penalty_case
from tests.remedies.factories import remedy

pytestmark = pytest.mark.django_db

DECIDED = {"outcome": "upheld", "result": "维持", "status": "decided"}
ON = date(2022, 6, 20)


def penalty(year: int = 2022) -> PenaltyCase:
    """Return a fine of 1000 yuan, to be paid by 16 May."""
    return penalty_case(
        number=f"CF{year}-001", year=year, status=PenaltyStatus.SERVED, fine=Decimal(1000),
        filed_on=date(year, 4, 1), notified_on=date(year, 4, 11), decided_on=date(year, 4, 25),
        served_on=date(year, 4, 29),
    )  # fmt: skip


def contested(case, since, until=None, number="FY2022-01", kind=Kind.RECONSIDERATION):
    return remedy(
        number, year=case.year, penalty=case, kind=kind, filed_on=since, notified_on=since,
        decided_on=until, **(DECIDED if until else {}),
    )  # fmt: skip


def reckoned(case, on=ON):
    found = readings.surcharge_reckoned(case, on=on)
    return found and (found.days, found.amount, [one.days for one in found.stays])


def test_without_a_contest_every_day_counts():
    case = penalty()

    assert readings.pay_by(case) == date(2022, 5, 16)
    assert reckoned(case, on=date(2022, 5, 16)) is None
    assert reckoned(case, on=date(2022, 5, 26)) == (10, 300, [])


def test_the_days_of_a_reconsideration_are_left_out_both_ends_in_it():
    case = penalty()
    contested(case, date(2022, 5, 20), date(2022, 6, 14))

    # 17 to 19 May and 15 to 20 June
    assert reckoned(case) == (9, 270, [26])
    assert readings.surcharge(case, on=ON) == 270


def test_a_contest_before_the_day_of_payment_leaves_out_only_what_is_late():
    case = penalty()
    contested(case, date(2022, 5, 4), date(2022, 5, 18))

    assert reckoned(case, on=date(2022, 5, 20)) == (2, 60, [2])


def test_an_open_suit_stands_still_to_this_day_and_no_day_is_left_out_twice():
    case = penalty()
    contested(case, date(2022, 5, 20), date(2022, 6, 1))
    contested(case, date(2022, 5, 31), number="SS2022-01", kind=Kind.LAWSUIT)

    # 17 to 19 May count; the suit overlaps the last two days of the reconsideration
    assert reckoned(case) == (3, 90, [13, 19])


def test_a_contest_that_begins_later_leaves_nothing_out():
    case = penalty()
    contested(case, date(2022, 7, 1))

    assert reckoned(case) == (35, 1000, [])


def test_under_the_law_of_1996_the_surcharge_runs_on():
    case = penalty(2012)
    contested(case, date(2012, 5, 20), date(2012, 6, 14), number="FY2012-01")
    found = readings.surcharge_reckoned(case, on=date(2012, 5, 30))

    assert len(contests_of(case)) == 1
    assert (found.basis, found.stays, found.amount) == (None, (), 480)


def test_the_case_says_how_many_days_count_and_which_do_not_and_why(settings):
    settings.SUNLIT_TODAY = ON
    case = penalty()
    contested(case, date(2022, 5, 20), date(2022, 6, 14))

    with translation.override("en"):
        said = _surcharge_stays(case)
    assert _surcharge_days(case) == 9
    assert "reconsideration FY2022-01" in said
    assert "26 days" in said
    assert "73" in said
    with translation.override("zh-hans"):
        assert "行政复议" in _surcharge_stays(case)


def test_a_case_without_a_contest_says_nothing_of_days_left_out(settings):
    settings.SUNLIT_TODAY = ON
    assert _surcharge_stays(penalty()) is None
