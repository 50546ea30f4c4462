"""What the forms of the desk offer: a closed office is given nothing new to do."""

from datetime import date

import pytest
from django.db import transaction

from sunlit.design.registers import DeskForm, all_registers
from sunlit.organization.models import Role
from tests.desk.stages import STAGES
from tests.organization.factories import agency, office, official

pytestmark = pytest.mark.django_db

OPEN, CLOSED = "市容管理科", "已经撤销的科"
ROOMS_THAT_CHOOSE_AN_OFFICE = {
    "approvals", "channels", "complaints", "disclosure", "dossiers", "foi", "norms", "planning",
    "supervision",
}  # fmt: skip


def forms_of_the_desk():
    """Return each form of an act once, with what makes a record that it can be shown for."""
    found = {}
    for register in all_registers().values():
        for act in register.opening:
            found.setdefault(act.form, (act, None))
        for act in register.acts:
            found.setdefault(act.form, (act, STAGES[register.name, act.name][0]))
    return [
        one for form, one in found.items() if isinstance(form, type) and issubclass(form, DeskForm)
    ]


@pytest.fixture
def offices():
    """Let one office be at work and another be closed."""
    for code, name, closed_on in (("KS08", OPEN, None), ("KS09", CLOSED, date(2012, 3, 1))):
        made = office(code)
        made.name = made.head_post = name
        made.closed_on = closed_on
        made.save()


def test_a_closed_office_stands_in_no_form_of_a_new_act(offices):
    by = official(Role.CLERK, Role.ADMINISTRATOR, username="all-in-one")
    offering = set()
    for act, made in forms_of_the_desk():
        outer = transaction.atomic()
        outer._from_testcase = True  # acts inside count as whole
        with outer:
            by.agency = agency()
            shown = str(act.blank_form(record=made() if made else None, by=by))
            transaction.set_rollback(True)
        assert CLOSED not in shown, f"{act.name} offers an office that is closed"
        if OPEN in shown:
            offering.add(act.form.__module__.split(".")[1])
    assert offering >= ROOMS_THAT_CHOOSE_AN_OFFICE
