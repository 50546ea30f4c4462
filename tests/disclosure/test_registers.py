"""The desk shows every record, and its forms ask for what the acts take."""

import inspect
from typing import get_args

import pytest

from sunlit.design.registers import all_registers
from sunlit.disclosure import forms
from tests.disclosure import factories
from tests.disclosure.factories import taken
from tests.organization.factories import office

pytestmark = pytest.mark.django_db

GIVEN = {"record_id", "agency", "by", "today"}
ITEMS = all_registers()["items"]
CATEGORIES = all_registers()["categories"]
REGISTERS = [one for one in all_registers().values() if one.room == "disclosure"]


def taken_by(act):
    """Return the names of what an act takes, those of a set of terms each by itself."""
    for name, taken_in in inspect.signature(act).parameters.items():
        if taken_in.kind is inspect.Parameter.VAR_KEYWORD:
            [terms] = get_args(taken_in.annotation)
            yield from terms.__annotations__
        else:
            yield name


@pytest.mark.parametrize(
    "act",
    [*CATEGORIES.acts, *CATEGORIES.opening, *ITEMS.acts, *ITEMS.opening],
    ids=lambda act: act.name,
)
def test_a_form_asks_for_exactly_what_its_act_takes(act):
    item = factories.drafted()
    record = {**dict.fromkeys(ITEMS.acts, item), **dict.fromkeys(CATEGORIES.acts, item.category)}
    form = act.blank_form(record=record.get(act), by=factories.clerk())

    assert set(form.fields) == set(taken_by(act.do)) - GIVEN


@pytest.mark.parametrize("register", REGISTERS, ids=lambda register: register.name)
def test_every_column_and_fact_of_a_record_can_be_shown(tmp_path, register):
    folder = taken(tmp_path)
    assert not folder.faults
    factories.chain(factories.LEGAL)
    factories.open_document()
    factories.masking()
    factories.own_word()

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


# A new version, by the forms of the desk


@pytest.fixture
def clerk_at_desk(client, settings):
    """Let the clerk sit at the desk, on the day of the factories."""
    settings.SUNLIT_TODAY = factories.TODAY
    client.force_login(factories.clerk())
    return client


def test_a_new_version_is_begun_at_the_desk_and_leads_to_its_draft(clerk_at_desk):
    item = factories.published()
    address = f"/desk/items/{item.pk}/begin-revision/"

    answer = clerk_at_desk.post(address, {"kind": "correction", "reason": "台数有误"})

    draft = item.drafted_revisions.get()
    assert answer.url == f"/desk/items/{draft.pk}/"
    page = clerk_at_desk.get(answer.url, {"lang": "en"}).content.decode()
    for told in (item.index_number, "台数有误", "correction", "Give the new version up"):
        assert told in page, told


@pytest.mark.parametrize(
    "typed",
    [
        {"kind": "correction", "reason": ""},
        {"kind": "cosmetic", "reason": "台数有误"},
        {"kind": "revision", "reason": "台数有误", "earlier_ground": "privacy"},
    ],
    ids=["no reason", "no such kind", "a revision hides nothing"],
)
def test_a_revision_typed_in_wrongly_says_so_and_loses_nothing(clerk_at_desk, typed):
    item = factories.published()
    answer = clerk_at_desk.post(f"/desk/items/{item.pk}/begin-revision/", typed)
    assert answer.status_code == 422
    assert typed["reason"] in answer.content.decode()
    assert not item.drafted_revisions.exists()


def test_the_form_of_a_revision_offers_no_other_place_in_the_catalogue():
    factories.category("GK03", name="制度文件")
    form = forms.ReviseForm(record=factories.revising(), by=factories.clerk())
    assert [code for code, _name in form.fields["category"].choices] == ["DT01"]
    assert [value for value, _label in form.fields["zone"].choices] == [""]


def test_a_revision_that_became_public_leads_to_the_item_that_it_changed():
    item = factories.revised()
    assert ITEMS.public_url(item.drafted_revisions.get()) == item.get_absolute_url()
