from datetime import date

import pytest

from sunlit.kernel.refusals import NotPermitted, WrongMoment
from sunlit.ledger.models import Entry
from sunlit.measures.selectors import measure
from sunlit.organization.models import Agency, Role
from sunlit.powers.models import Power
from sunlit.powers.services import cancel
from tests.organization import factories as organization
from tests.powers import factories

pytestmark = pytest.mark.django_db

TODAY = date(2031, 9, 1)


def cancelled(power, by):
    """Take the power off the list."""
    return cancel(record_id=power.pk, by=by, today=TODAY, reason="法规修订")


@pytest.mark.parametrize("role", [Role.APPROVER, Role.LEADER])
def test_a_power_is_taken_off_the_list_with_an_entry(role):
    power = cancelled(factories.power(), organization.official(role))

    assert power.cancelled_on == TODAY
    entry = Entry.objects.get()
    assert (entry.event, entry.day, entry.is_public) == ("PowerCancelled", TODAY, True)
    assert entry.payload == {"code": "CG-XK-001", "reason": "法规修订"}
    assert entry.basis.startswith("power_lists_2015")


@pytest.mark.parametrize(
    ("role", "cancelled_on", "refusal"),
    [(Role.CLERK, None, NotPermitted), (Role.LEADER, date(2031, 8, 1), WrongMoment)],
    ids=["neither approver nor leader", "already off the list"],
)
def test_a_refused_cancellation_changes_nothing(role, cancelled_on, refusal):
    power = factories.power(cancelled_on=cancelled_on)

    with pytest.raises(refusal):
        cancelled(power, organization.official(role))

    power.refresh_from_db()
    assert power.cancelled_on == cancelled_on
    assert not Entry.objects.exists()


def test_nobody_takes_a_power_off_another_agencys_list():
    power = factories.power()
    other = organization.official(Role.LEADER, of=organization.agency("OTHER"))

    with pytest.raises(Power.DoesNotExist):
        cancelled(power, other)

    assert not Entry.objects.exists()


def test_a_cancelled_power_counts_for_the_years_before_and_no_longer():
    agency: Agency = organization.agency()
    factories.power("CG-XK-002")
    cancelled(factories.power(), organization.official(Role.LEADER))

    assert measure("powers.total", agency, 2030).value == 0
    assert measure("powers.licence", agency, 2031).value == 1
    Power.objects.update(cancelled_on=date(2032, 1, 1))
    assert measure("powers.licence", agency, 2031).value == 2
    assert measure("powers.licence", agency, 2032).value == 0
