"""The registers of channels: every column can be shown, every form fits its act."""

import inspect

import pytest

from sunlit.channels import registers
from sunlit.desk import asking
from sunlit.organization.models import Role
from sunlit.statutes import provision_names
from tests.channels import factories
from tests.organization.factories import office, official

pytestmark = pytest.mark.django_db

REGISTERS = [
    *registers.boards.REGISTERS,
    *registers.media.REGISTERS,
    *registers.outdoors.REGISTERS,
    *registers.site.REGISTERS,
]


@pytest.fixture
def by(tmp_path):
    """Take a year in, and return a clerk."""
    factories.item()
    factories.folder(tmp_path)
    return official(Role.CLERK)


@pytest.mark.parametrize("register", REGISTERS, ids=lambda register: register.name)
def test_a_register_shows_and_narrows_its_records(by, register):
    record = register.records(by).first()

    assert register.number(record) or register.name == "boards"
    assert register.title(record)
    for column in (*register.columns, *register.facts):
        column.value(record)
    for one in register.filters:
        for value, _label in one.choices(by):
            asked = asking.asked_of(register, by, {one.name: value, "q": "公"})
            asking.narrowed(register, by, asked).count()


@pytest.mark.parametrize("register", REGISTERS, ids=lambda register: register.name)
def test_each_form_asks_for_what_its_act_takes(by, register):
    record = register.records(by).first()

    for act in (*register.acts, *register.opening):
        asked = set(act.blank_form(record=record, by=by).fields)
        taken = set(inspect.signature(act.do).parameters)
        assert asked == taken - {"record_id", "agency", "by", "today"}, act.name
        assert act.basis in provision_names()
        act.why_not(by, record if act in register.acts else None)


def test_a_filled_form_posts_a_paper(by):
    register = registers.boards.POSTINGS
    (act,) = register.opening
    board = factories.board()
    typed = {"board": board.pk, "kind": "party", "title": "党费公示", "office": office().pk}
    form = act.filled_form(typed, record=None, by=by)

    assert form.is_valid(), form.errors
    posting = act.do(agency=by.agency, by=by, today=factories.DAY, **form.cleaned_data)

    assert posting.title == "党费公示"
