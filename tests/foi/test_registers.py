"""The register of requests at the desk: its acts take what their forms ask for."""

import inspect
from datetime import date

import pytest

from sunlit.design.registers import all_registers, registers_open_to
from sunlit.organization.models import Role
from sunlit.statutes import provision_names
from tests.foi import factories
from tests.organization.factories import official

pytestmark = pytest.mark.django_db


@pytest.fixture
def register():
    """Return the register of requests for information."""
    return all_registers()["information-requests"]


def test_each_form_asks_for_what_its_act_takes(register):
    information_request, by = factories.registered(), factories.clerk()

    for act in (*register.acts, *register.opening):
        asked = set(act.blank_form(record=information_request, by=by).fields)
        known = set(inspect.signature(act.do).parameters)
        assert asked == known - {"record_id", "agency", "by", "today"}, act.name
        assert act.basis in provision_names()


def test_the_form_of_an_extension_offers_what_the_law_allows(register):
    by = factories.head()
    act = next(act for act in register.acts if act.name == "extend-deadline")

    before = act.blank_form(record=factories.registered(), by=by)
    today = act.blank_form(record=factories.registered(factories.RECEIVED_TODAY), by=by)

    assert before.fields["days"].initial == 15
    assert today.fields["days"].initial == 20


def test_a_filled_form_carries_out_its_act(register):
    information_request, by = factories.registered(), factories.head()
    act = next(act for act in register.acts if act.name == "extend-deadline")
    typed = {"days": "10", "reason": "档案检索"}
    form = act.filled_form(typed, record=information_request, by=by)

    assert form.is_valid(), form.errors
    act.do(record_id=information_request.pk, by=by, today=date(2012, 8, 7), **form.cleaned_data)

    assert register.clocks[0].read(information_request).total == 25


def test_every_column_and_fact_of_a_request_can_be_shown(register):
    information_request = register.records(factories.clerk()).get(pk=factories.registered().pk)

    shown = [column.value(information_request) for column in (*register.columns, *register.facts)]

    assert date(2012, 8, 8) in shown


def test_the_register_is_open_to_those_who_work_with_requests(register):
    assert register in registers_open_to(factories.clerk())
    assert register not in registers_open_to(official(Role.HOTLINE_OPERATOR))
