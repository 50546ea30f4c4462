"""Delegations to the window: who may give and end them, and until when they hold."""

from datetime import date

import pytest

from sunlit.kernel.refusals import NotPermitted, WrongMoment
from sunlit.ledger.models import Entry
from sunlit.organization.models import Role
from sunlit.powers import services
from sunlit.powers.models import Kind
from sunlit.powers.selectors import delegation_for
from tests.approvals import factories
from tests.organization.factories import official

pytestmark = pytest.mark.django_db

DAY, NEXT = date(2012, 6, 11), date(2012, 6, 12)


def delegate(by, power, today=DAY):
    return services.delegate(
        agency=by.agency, by=by, today=today, power=power, post="首席代表", document="授权书1号"
    )


def test_a_leader_delegates_a_licence_and_takes_it_back():
    leader, power = official(Role.LEADER), factories.power(in_service_window=False)
    assert delegation_for(power, on=DAY) == ""

    made = delegate(leader, power)
    assert delegation_for(power, on=DAY) == "授权书1号"
    services.end_delegation(record_id=made.pk, by=leader, today=DAY, reason="机构调整")

    assert delegation_for(power, on=DAY) == "授权书1号"
    assert delegation_for(power, on=NEXT) == ""
    assert [entry.event for entry in Entry.objects.order_by("id")] == [
        "DecisionDelegated",
        "DelegationEnded",
    ]
    with pytest.raises(WrongMoment):
        services.end_delegation(record_id=made.pk, by=leader, today=NEXT, reason="再次")


def test_the_windows_authorisation_covers_what_is_handled_there_from_its_day():
    factories.window()
    power = factories.power()
    assert delegation_for(power, on=date(2012, 5, 17)) == ""
    assert delegation_for(power, on=date(2012, 5, 18)) == "文号"


def test_nobody_but_a_leader_delegates():
    with pytest.raises(NotPermitted):
        delegate(official(Role.CHIEF_REPRESENTATIVE), factories.power())
    assert not Entry.objects.exists()


def test_a_penalty_is_not_delegated_and_a_licence_only_once():
    leader = official(Role.LEADER)
    with pytest.raises(WrongMoment):
        delegate(leader, factories.power(Kind.PENALTY))
    delegate(leader, factories.power())
    with pytest.raises(WrongMoment, match="授权书1号"):
        delegate(leader, factories.power(), NEXT)
    assert Entry.objects.count() == 1
