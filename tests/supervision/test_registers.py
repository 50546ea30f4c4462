"""The registers of supervision: every column can be shown, every form fits its act."""

import inspect

import pytest

from sunlit.desk import asking
from sunlit.organization.models import Role
from sunlit.statutes import provision_names
from sunlit.supervision import registers
from tests.organization.factories import official
from tests.supervision import factories

pytestmark = pytest.mark.django_db

REGISTERS = [
    *registers.meetings.REGISTERS,
    *registers.inspections.REGISTERS,
    *registers.surveys.REGISTERS,
    *registers.learning.REGISTERS,
]


@pytest.fixture
def by(tmp_path):
    """Take a year in, and return the supervisor liaison."""
    factories.folder(tmp_path)
    return official(Role.SUPERVISOR_LIAISON)


@pytest.mark.parametrize("register", REGISTERS, ids=lambda register: register.name)
def test_a_register_shows_and_narrows_its_records(by, register):
    record = register.records(by).get()

    assert register.number(record)
    assert register.title(record)
    for column in (*register.columns, *register.facts):
        column.value(record)
    for one in register.filters:
        for value, _label in one.choices(by):
            asked = asking.asked_of(register, by, {one.name: value, "q": "公"})
            asking.narrowed(register, by, asked).count()


@pytest.mark.parametrize("register", REGISTERS, ids=lambda register: register.name)
def test_each_form_asks_for_what_its_act_takes(by, register):
    record = register.records(by).get()

    for act in (*register.acts, *register.opening):
        asked = set(act.blank_form(record=record, by=by).fields)
        taken = set(inspect.signature(act.do).parameters)
        assert asked == taken - {"record_id", "agency", "by", "today"}, act.name
        assert act.basis in provision_names()
        act.why_not(by, record if act in register.acts else None)


def test_an_answered_opinion_has_a_clock_that_stands_still(by):
    register = registers.meetings.OPINIONS

    clock = register.clocks[0].read(register.records(by).get())

    assert (clock.used, clock.total, clock.overdue_on(clock.ended_on)) == (14, 15, False)


def test_a_filled_form_answers_an_opinion(by):
    opinion = factories.opinion(2, meeting=registers.meetings.MEETINGS.records(by).get())
    (act,) = registers.meetings.OPINIONS.acts
    form = act.filled_form({"response": "已改进", "outcome": "not_adopted"}, record=opinion, by=by)

    assert form.is_valid(), form.errors
    act.do(record_id=opinion.pk, by=by, today=factories.DAY, **form.cleaned_data)

    opinion.refresh_from_db()
    assert opinion.response == "已改进"
