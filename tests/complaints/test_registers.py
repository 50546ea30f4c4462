"""The register of complaints at the desk: its acts take what their forms ask for."""

import inspect

import pytest

from sunlit.complaints.registers import ACTS
from sunlit.design.registers import all_registers, registers_open_to
from sunlit.organization.models import Role
from sunlit.statutes import provision_names
from tests.complaints import factories
from tests.organization.factories import office, official

pytestmark = pytest.mark.django_db


@pytest.fixture
def register():
    """Return the register of complaints."""
    return all_registers()["complaints"]


def test_each_form_asks_for_what_its_act_takes(register):
    complaint, by = factories.registered(), factories.operator()

    for act in (*register.acts, *register.opening):
        asked = set(act.blank_form(record=complaint, by=by).fields)
        known = set(inspect.signature(act.do).parameters)
        assert asked == known - {"record_id", "agency", "by", "today"}, act.name
        assert act.basis in provision_names()


def test_a_filled_form_carries_out_its_act(register):
    office("DD01")
    complaint, by = factories.accepted(), factories.operator()
    act = next(act for act in ACTS if act.name == "dispatch")
    form = act.filled_form({"at": "11:00", "office": "DD01"}, record=complaint, by=by)

    assert form.is_valid(), form.errors
    act.do(record_id=complaint.pk, by=by, today=factories.RECEIVED, **form.cleaned_data)

    complaint.refresh_from_db()
    assert complaint.office.code == "DD01"


def test_every_column_and_fact_of_a_complaint_can_be_shown(register):
    complaint = register.records(factories.operator()).get(pk=factories.replied().pk)

    shown = [column.value(complaint) for column in (*register.columns, *register.facts)]

    assert "已规范。" in shown
    assert register.clocks[0].read(complaint).used == 2


def test_the_register_is_open_to_those_who_work_with_complaints(register):
    assert register in registers_open_to(factories.operator())
    assert register not in registers_open_to(official(Role.WINDOW_CLERK))
