"""What waits, and for whom: whose turn it is, may; and nothing that is settled waits."""

from datetime import date

import pytest

from sunlit.complaints.waiting import complaints_open
from sunlit.design.registers import Waiting, all_registers
from sunlit.disclosure.waiting import items_at_the_gate
from sunlit.organization.models import Role
from tests.complaints import factories as complaints
from tests.disclosure import factories as items
from tests.organization.factories import agency, office, official

pytestmark = pytest.mark.django_db

TODAY = date(2012, 12, 31)
WAITING = [one for one in all_registers().values() if one.waiting]


@pytest.fixture(autouse=True)
def end_of_2012(settings):
    """Let it be the last day of 2012."""
    settings.SUNLIT_TODAY = TODAY


@pytest.mark.parametrize("register", WAITING, ids=lambda register: register.name)
def test_nothing_waits_in_an_empty_office(register):
    assert list(register.waiting(agency(), TODAY)) == []


@pytest.mark.parametrize(
    ("made", "act", "whose"),
    [
        (items.drafted, "section-review", items.head),
        (items.section_reviewed, "secrecy-review", items.reviewer),
        (items.secrecy_reviewed, "approve", items.approver),
        (items.approved, "publish", items.clerk),
    ],
    ids=["draft", "section reviewed", "secrecy reviewed", "approved"],
)
def test_an_item_at_the_gate_waits_for_its_next_signature(made, act, whose):
    item = made()

    (waiting,) = items_at_the_gate(agency(), TODAY)

    assert (waiting.record, waiting.act) == (item, act)
    # A step has two working days; the publication itself is due long after.
    step_due_on = item.due_on if act == "publish" else date(2012, 6, 12)
    assert waiting.due_on == step_due_on
    everybody = [items.clerk(), items.head(), items.reviewer(), items.approver()]
    assert [one for one in everybody if waiting.is_for(one)] == [whose()]


@pytest.mark.parametrize("made", [items.published], ids=["published"])
def test_what_is_public_waits_for_nobody(made):
    made()
    assert list(items_at_the_gate(agency(), TODAY)) == []


def test_who_has_signed_waits_no_more():
    items.drafted()
    (waiting,) = items_at_the_gate(agency(), TODAY)
    item = waiting.record
    head_who_drafted = official(Role.SECTION_HEAD, username="both")
    head_who_drafted.office = item.office

    assert waiting.is_for(head_who_drafted)
    signed = Waiting(
        record=item,
        office=item.office,
        office_roles=frozenset({Role.SECTION_HEAD}),
        signed_by=frozenset({head_who_drafted.pk}),
    )
    assert not signed.is_for(head_who_drafted)


def test_a_complaint_waits_for_the_hotline_then_for_its_office_only():
    complaints.accepted()
    (at_the_hotline,) = complaints_open(agency(), TODAY)
    assert at_the_hotline.act == "dispatch"
    assert at_the_hotline.is_for(complaints.operator())


def test_a_dispatched_complaint_is_its_own_offices_and_no_others():
    complaints.dispatched()
    (waiting,) = complaints_open(agency(), TODAY)

    assert waiting.act == "resolve"
    assert waiting.is_for(complaints.investigator("DD01"))
    office("DD02")
    assert not waiting.is_for(complaints.investigator("DD02"))
    assert waiting.clock is not None
    assert waiting.clock.due_on == waiting.due_on
