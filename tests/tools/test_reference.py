"""The generated pages of the reference are what the program says, and are honest about it."""

import pytest

from config.env import ROOT
from sunlit.design.registers import all_registers
from sunlit.ledger.events import Event
from sunlit.ledger.wording import event_wordings
from sunlit.organization.models import Role
from tools.compile_messages import compile_catalogues
from tools.reference.events import all_events
from tools.reference.pages import PAGES, stale, write
from tools.reference.reading import events_named, roles_named


@pytest.fixture(autouse=True)
def catalogues() -> None:
    compile_catalogues()


def act(register, name):
    found = all_registers()[register]
    return next(one for one in (*found.opening, *found.acts) if one.name == name)


def test_no_generated_page_is_stale():
    assert stale(ROOT) == [], "Run: make reference"


def test_a_stale_page_is_named_and_written_anew(tmp_path):
    (tmp_path / "docs" / "reference").mkdir(parents=True)
    assert stale(tmp_path) == list(PAGES)

    assert write(tmp_path) == list(PAGES)
    assert stale(tmp_path) == []

    page = tmp_path / "docs" / "reference" / "measures.md"
    page.write_text(page.read_text(encoding="utf-8") + "more", encoding="utf-8")
    assert stale(tmp_path) == ["measures.md"]


@pytest.mark.parametrize(
    ("register", "name", "roles", "events"),
    [
        ("information-requests", "extend-deadline", [Role.SECTION_HEAD], ["DeadlineExtended"]),
        (
            "information-requests",
            "reply",
            [Role.CLERK, Role.APPROVER],
            ["InformationRequestAnswered"],
        ),
    ],
)
def test_roles_and_events_of_an_act_are_read_from_the_program(register, name, roles, events):
    one = act(register, name)

    assert roles_named(one.why_not) == roles
    assert events_named(one.do) == events


def test_every_act_at_the_desk_leaves_an_event():
    silent = [
        f"{register.name}/{one.name}"
        for register in all_registers().values()
        for one in (*register.opening, *register.acts)
        if not events_named(one.do)
    ]

    assert not silent


def test_every_event_that_has_a_wording_is_on_the_page():
    assert {one.__name__ for one in all_events()} == set(event_wordings())
    assert all(issubclass(one, Event) for one in all_events())
