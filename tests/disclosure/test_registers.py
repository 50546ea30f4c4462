"""The desk shows every record, and its forms ask for what the acts take."""

import inspect

import pytest

from sunlit.design.registers import all_registers
from sunlit.disclosure import forms
from tests.disclosure import factories
from tests.disclosure.factories import taken
from tests.organization.factories import office

pytestmark = pytest.mark.django_db

GIVEN = {"record_id", "agency", "by", "today"}
ITEMS = all_registers()["items"]
REGISTERS = [one for one in all_registers().values() if one.room == "disclosure"]


@pytest.mark.parametrize("act", [*ITEMS.acts, *ITEMS.opening], ids=lambda act: act.name)
def test_a_form_asks_for_exactly_what_its_act_takes(act):
    form = act.blank_form(record=factories.drafted(), by=factories.clerk())

    assert set(form.fields) == set(inspect.signature(act.do).parameters) - GIVEN


@pytest.mark.parametrize("register", REGISTERS, ids=lambda register: register.name)
def test_every_column_and_fact_of_a_record_can_be_shown(tmp_path, register):
    folder = taken(tmp_path)
    assert not folder.faults
    factories.chain(factories.LEGAL)

    records = [*register.records(factories.clerk())]

    assert records
    for record in records:
        assert register.number(record)
        assert register.title(record)
        for column in (*register.columns, *register.facts):
            column.value(record)
    for one in register.filters:
        for value, _label in one.choices(factories.clerk()):
            register.records(factories.clerk()).filter(**{one.lookup: value}).count()


def test_a_late_draft_is_shown_as_late(settings):
    item = factories.drafted()
    state = next(column.value for column in ITEMS.columns if column.kind == "state")

    settings.SUNLIT_TODAY = item.due_on
    assert state(item)[0] == "in_time"
    settings.SUNLIT_TODAY = item.due_on.replace(day=item.due_on.day + 1)
    assert state(item)[0] == "late"


def test_staff_are_offered_their_own_office_and_the_clerk_every_one():
    office("KS04")

    def offered(by):
        return [code for code, _name in forms.DraftForm(by=by).fields["office"].choices]

    assert offered(factories.head()) == ["KS01"]
    assert offered(factories.clerk()) == ["KS01", "KS04"]


def test_an_approver_is_offered_what_follows_from_the_finding():
    item = factories.secrecy_reviewed("changes")

    form = forms.ApproveForm(record=item, by=factories.approver())

    assert [value for value, _label in form.fields["decision"].choices] == [
        "publish_changed",
        "withhold",
    ]


def test_an_item_has_a_public_address_once_it_is_published():
    assert ITEMS.public_url(factories.approved()) == ""
    assert ITEMS.public_url(factories.published()) == "/d/000201200/201206-00001/"
