"""Who may do what: every act of the desk at a record at the stage for it, asked for every role.

The answers stand in `docs/reference/roles-and-acts.md`, so that every change of who may do what
shows up there and is looked at. `SUNLIT_WRITE_MATRIX=1` in the environment writes the page anew.
"""

import os
from datetime import date
from typing import Any

import pytest
from django.db import transaction
from django.utils import translation

from config.env import ROOT
from sunlit import statutes
from sunlit.design.registers import ActAtDesk, Register, all_registers
from sunlit.kernel.refusals import NotPermitted, NotYetLaw
from sunlit.organization.models import Office, Official, Role
from tests.desk.stages import STAGES
from tests.organization.factories import agency, office, official

pytestmark = pytest.mark.django_db

PAGE = ROOT / "docs" / "reference" / "roles-and-acts.md"
HEAD = """\
# Roles and acts

Which role may do which act at the desk, on a record at the stage for it. Written from the
policies by `tests/desk/test_matrix.py`, which fails when they say otherwise.

● may · ○ may for records of one's own office · blank: refused, with a sentence

"""
OPENING_DAY = date(2012, 6, 14)
OFFICES = ("office", "dossier.office", "document.office", "original.office", "penalty.office")
ACTS = [
    (register, act, opens)
    for register in all_registers().values()
    for opens, acts in ((True, register.opening), (False, register.acts))
    for act in acts
]


def _office_of(record: Any) -> Office | None:
    for path in OFFICES:
        at = record
        for name in path.split("."):
            at = getattr(at, name, None)
        if at is not None:
            return at
    return None


def _staff() -> dict[Role, Official]:
    return {role: official(role, username=f"only-{role.value}") for role in Role}


def _at_the_agency_as_it_is_now(staff: dict[Role, Official]) -> None:
    # The staff is made once, and a stage may change the agency in the database.
    own = agency()
    for by in staff.values():
        by.agency = own


def _mark(act: ActAtDesk, by: Official, record: Any) -> str:
    """Say whether this official may; a refusal must be of the person, and say why."""
    own_office = _office_of(record) if record else office()
    marks = []
    for where in (None, own_office):
        by.office = where
        refusal = act.why_not(by, record)
        if refusal is not None:
            assert isinstance(refusal, NotPermitted), f"{act.name}: not at the stage: {refusal}"
            assert str(refusal.reason)
        marks.append(refusal is None)
    alone, in_office = marks
    return "●" if alone else "○" if in_office else ""


def _row(
    register: Register,
    act: ActAtDesk,
    opens: bool,  # noqa: FBT001
    settings: Any,
    staff: dict[Role, Official],
) -> str:
    made, day = (None, OPENING_DAY) if opens else STAGES[register.name, act.name]
    record = made() if made else None
    settings.SUNLIT_TODAY = day
    _at_the_agency_as_it_is_now(staff)
    marks = [_mark(act, by, record) for by in staff.values()]
    cells = [f"{register.label}: {act.label}", f"`{_article(act, day)}`", *marks]
    return f"| {' | '.join(cells)} |"


def _article(act: ActAtDesk, day: date) -> str:
    try:
        return statutes.provision(act.basis, on=day).key
    except NotYetLaw as refusal:
        return statutes.provision(act.basis, on=refusal.since).key


def test_every_act_on_a_record_has_a_record_at_the_stage_for_it():
    acts = {(register.name, act.name) for register, act, opens in ACTS if not opens}
    assert acts == set(STAGES), "add or take it away in tests/desk/stages.py"


def _whole_page(settings: Any) -> str:
    rows = []
    staff = _staff()
    for register, act, opens in ACTS:
        outer = transaction.atomic()
        outer._from_testcase = True  # type: ignore[attr-defined]  # acts inside count as whole
        with outer:
            rows.append(_row(register, act, opens, settings, staff))
            transaction.set_rollback(True)
    heads = ["Act", "Article", *(str(role.label) for role in Role)]
    lines = [f"| {' | '.join(heads)} |", f"|{' --- |' * len(heads)}", *rows]
    return HEAD + "\n".join(lines) + "\n"


def test_who_may_do_what_is_as_the_page_says(settings):
    with translation.override("en"):
        page = _whole_page(settings)
    if os.environ.get("SUNLIT_WRITE_MATRIX"):
        PAGE.write_text(page, encoding="utf-8")
    assert page.splitlines() == PAGE.read_text(encoding="utf-8").splitlines(), (
        "who may do what has changed: write docs/reference/roles-and-acts.md anew with "
        "SUNLIT_WRITE_MATRIX=1, and look at the difference"
    )


def test_whose_turn_it_is_may_do_it(settings):
    """What waits for an official at the desk is an act that the policies let this official do."""
    turns = 0
    staff = _staff()
    for (name, _act), (made, day) in STAGES.items():
        register = all_registers()[name]
        if register.waiting is None:
            continue
        outer = transaction.atomic()
        outer._from_testcase = True  # type: ignore[attr-defined]  # acts inside count as whole
        with outer:
            made()
            settings.SUNLIT_TODAY = day
            turns += sum(_turns(register, day, staff))
            transaction.set_rollback(True)
    assert turns > len(STAGES) // 2


def _turns(register: Register, day: date, staff: dict[Role, Official]) -> list[int]:
    """Return, for each record that waits, for how many officials it does; each of them may."""
    acts = {act.name: act for act in register.acts}
    _at_the_agency_as_it_is_now(staff)
    found = []
    for waiting in register.waiting(agency(), day):
        for by in staff.values():
            by.office = waiting.office
        whose = [by for by in staff.values() if waiting.act and waiting.is_for(by)]
        for by in whose:
            refusal = acts[waiting.act].why_not(by, waiting.record)
            assert refusal is None, f"{register.name}, {waiting.act}, {by.username}: {refusal}"
        found.append(len(whose))
    return found
