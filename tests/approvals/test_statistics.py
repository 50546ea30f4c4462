from datetime import date

import pytest

from sunlit.approvals.lifecycle import PenaltyStatus, Status
from sunlit.approvals.models import Result
from sunlit.approvals.selectors import licence_powers, penalty_powers
from sunlit.approvals.services.licences import receive
from sunlit.approvals.services.penalties import file_case
from sunlit.approvals.statistics import statistics_of_power
from sunlit.kernel.refusals import WrongMoment
from sunlit.organization.models import Role
from sunlit.powers.models import ChangeKind, Kind, PowerChange
from tests.approvals import factories
from tests.organization.factories import agency, office, official

pytestmark = pytest.mark.django_db

ACCEPTED = date(2012, 6, 4)  # a Monday
GRANTED = {
    "received_on": ACCEPTED, "accepted_on": ACCEPTED, "result": Result.GRANTED,
    "status": Status.DECIDED,
}  # fmt: skip


def granted(number, day, **parts):
    """Return a licence case that was granted on a day."""
    return factories.licence_case(number, **GRANTED | {"decided_on": day} | parts)


def test_a_power_tells_how_its_cases_spread_over_the_days_and_what_was_kept():
    granted("SP2012-001", date(2012, 6, 6), promised_due_on=date(2012, 6, 8))
    granted("SP2012-002", date(2012, 6, 6), promised_due_on=date(2012, 6, 5))
    granted("SP2012-003", date(2012, 6, 11))
    factories.licence_case("SP2012-004")

    told = statistics_of_power(factories.power())

    assert (told.counted, told.decided, told.median_days, told.paused) == (4, 3, 2, 0)
    assert told.distribution() == [(2, 2), (3, 0), (4, 0), (5, 1)]
    assert told.kept("in_promise") == (1, 2)
    assert told.kept("in_law") == (3, 3)


def test_a_decision_after_the_law_allows_it_is_told():
    granted("SP2012-001", date(2012, 8, 30))

    told = statistics_of_power(factories.power())

    assert told.kept("in_law") == (0, 1)


def test_an_extension_counts_as_the_law_allows_it():
    granted("SP2012-001", date(2012, 7, 10), is_extended=True)
    granted("SP2012-002", date(2012, 7, 10))

    told = statistics_of_power(factories.power())

    assert [case.in_law for case in told.cases] == [True, False]


def test_a_penalty_counts_from_its_filing_and_no_promise_is_made_up():
    factories.penalty_case(
        filed_on=ACCEPTED, notified_on=ACCEPTED, decided_on=date(2012, 6, 8), fine=100,
        status=PenaltyStatus.DECIDED,
    )  # fmt: skip

    told = statistics_of_power(factories.power(Kind.PENALTY))

    assert (told.decided, told.days) == (1, [4])
    assert told.kept("in_promise") == (0, 0)


def test_a_power_without_cases_says_nothing():
    told = statistics_of_power(factories.power())

    assert (told.counted, told.median_days, told.distribution()) == (0, None, [])


def test_under_a_suspended_or_ended_power_no_new_case_can_be_opened():
    licence, penalty = factories.power(), factories.power(Kind.PENALTY)
    day = date(2012, 6, 11)
    assert licence_powers(agency(), on=day).exists()
    assert penalty_powers(agency(), on=day).exists()

    PowerChange.objects.create(power=licence, kind=ChangeKind.SUSPENDED, on=day)
    penalty.cancelled_on = day
    penalty.save()

    assert not licence_powers(agency(), on=day).exists()
    assert not penalty_powers(agency(), on=day).exists()
    assert licence_powers(agency(), on=date(2012, 6, 10)).exists()


@pytest.mark.parametrize(
    "state", [{"suspended_on": date(2012, 6, 1)}, {"cancelled_on": date(2012, 6, 1)}]
)
def test_an_act_that_would_open_a_case_under_such_a_power_is_refused(state):
    day = date(2012, 6, 11)
    clerk = official(Role.WINDOW_CLERK, Role.INVESTIGATOR)
    licence, penalty = factories.power(**state), factories.power(Kind.PENALTY, **state)

    with pytest.raises(WrongMoment, match="CG-XK-001"):
        receive(
            agency=agency(), by=clerk, today=day, power=licence, applicant="甲",
            applicant_kind="person", content="", received_at="窗口",
        )  # fmt: skip
    with pytest.raises(WrongMoment, match="CG-CF-001"):
        file_case(
            agency=agency(), by=clerk, today=day, power=penalty, procedure="ordinary", party="乙",
            party_kind="person", office=office(), source="巡查",
        )  # fmt: skip
