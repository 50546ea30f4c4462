"""Every document made is registered with its decision, by the law of the day of that decision."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from sunlit.disclosure import selectors, services
from sunlit.disclosure.models import Item
from sunlit.disclosure.sources import documents_waiting
from sunlit.kernel.refusals import NotPermitted, Unacceptable, WrongMoment
from sunlit.ledger.models import Entry
from sunlit.organization.models import Role
from tests.disclosure import factories
from tests.disclosure.factories import MADE, TODAY
from tests.disclosure.files import publish, through_the_gate
from tests.organization.factories import agency

pytestmark = pytest.mark.django_db

NOW = date(2026, 3, 3)
"""A day under today's law."""


def decide(document, attribute, *, by=None, ground="", on=TODAY):
    """Decide whether a document is disclosed, as the clerk, unless told otherwise."""
    return services.decide_disclosure(
        record_id=document.pk, by=by or factories.clerk(), today=on, attribute=attribute,
        ground=ground, reason="经审核",
    )  # fmt: skip


def draft_item(document):
    """Draft the item that publishes a document."""
    return services.draft_from_document(
        record_id=document.pk, by=factories.clerk(), today=TODAY,
        category=factories.category().code, body="各科室：检修28台。",
    )  # fmt: skip


def link(document, item):
    """Name the item that publishes a document."""
    return services.link_item(
        record_id=document.pk, by=factories.clerk(), today=TODAY, item=item.index_number
    )


def waiting():
    """Return what waits in the register of documents."""
    return list(documents_waiting(agency(), TODAY))


def test_a_document_waits_for_its_decision_with_the_clock_of_its_matter():
    document = factories.document()

    [one] = waiting()

    assert (one.record, one.act) == (document, "decide-disclosure")
    assert one.is_for(factories.clerk())
    assert one.is_for(factories.head())
    assert not one.is_for(factories.approver())
    assert one.due_on == date(2012, 7, 3)  # 20 working days after 4 June
    assert Entry.objects.get(event="DocumentMade").payload["document"] == document.code


def test_a_decision_on_a_licence_or_penalty_is_due_sooner_since_that_is_law():
    terms = {"made_on": NOW, "today": NOW}
    general = factories.document(**terms)
    penalty = factories.document(**terms, matter="licence_penalty")

    assert selectors.document_clock(penalty).due_on == date(2026, 3, 12)
    assert selectors.document_clock(general).due_on == date(2026, 3, 31)


def test_an_open_document_waits_until_it_has_an_item_that_publishes_it():
    document = factories.open_document()
    assert [one.act for one in waiting()] == ["draft-item"]

    draft_item(document)

    assert waiting() == []
    item = Item.objects.get()
    assert (item.title, item.document_number) == (document.title, document.document_number)
    assert item.made_on == MADE
    publish(through_the_gate(item))
    document.refresh_from_db()
    assert selectors.document_clock(document).ended_on == TODAY


def test_an_item_publishes_one_document_only():
    item = factories.published()
    link(factories.open_document(), item)

    with pytest.raises(Unacceptable):
        link(factories.open_document(), item)


def test_a_document_has_one_item():
    document = factories.open_document()
    draft_item(document)

    with pytest.raises(WrongMoment):
        draft_item(document)


def test_nothing_is_drafted_from_a_document_that_is_not_open():
    with pytest.raises(WrongMoment):
        draft_item(factories.document())


def test_only_the_secrecy_reviewer_withholds_and_never_what_he_registered():
    document = factories.document()
    with pytest.raises(NotPermitted):
        decide(document, "withheld", ground="secret")

    decide(document, "withheld", by=factories.reviewer(), ground="secret")

    assert waiting() == []
    both = factories.staff("both", Role.CLERK, Role.SECRECY_REVIEWER)
    own = factories.document(by=both)
    with pytest.raises(NotPermitted):
        decide(own, "withheld", by=both, ground="secret")


@pytest.mark.parametrize(
    ("attribute", "ground", "on"),
    [
        ("withheld", "internal", NOW),
        ("withheld", "process", date(2019, 5, 15)),
        ("withheld", "third_party", TODAY),
        ("on_application", "on_application", TODAY),
    ],
)
def test_a_ground_of_the_law_of_the_day_holds(attribute, ground, on):
    document = decide(
        factories.document(), attribute, by=factories.reviewer(), ground=ground, on=on
    )

    assert (document.attribute, document.ground) == (attribute, ground)


@pytest.mark.parametrize(
    ("attribute", "ground", "on"),
    [
        ("withheld", "", TODAY),
        ("withheld", "internal", TODAY),
        ("withheld", "process", date(2019, 5, 14)),
        ("withheld", "on_application", TODAY),
        ("on_application", "secret", TODAY),
    ],
)
def test_a_ground_that_the_law_of_the_day_does_not_give_is_refused(attribute, ground, on):
    document = factories.document()

    with pytest.raises(Unacceptable) as refused:
        decide(document, attribute, by=factories.reviewer(), ground=ground, on=on)

    assert refused.value.basis
    document.refresh_from_db()
    assert document.attribute == "undecided"


def test_a_decision_is_changed_and_both_stay_in_the_ledger():
    document = decide(factories.document(), "withheld", by=factories.reviewer(), ground="secret")

    decide(document, "open")

    entries = Entry.objects.filter(event="DisclosureDecided").order_by("pk")
    assert [one.payload["before"] for one in entries] == ["undecided", "withheld"]
    document.refresh_from_db()
    assert document.ground == ""


def test_what_is_public_is_not_closed_behind_the_readers():
    document = factories.open_document()
    link(document, factories.published())

    with pytest.raises(WrongMoment):
        decide(document, "withheld", by=factories.reviewer(), ground="secret")


def test_what_is_withheld_while_its_item_is_on_its_way_does_not_become_public():
    document = factories.open_document()
    item = through_the_gate(draft_item(document).item)
    withheld = decide(document, "withheld", by=factories.reviewer(), ground="third_party")

    with pytest.raises(WrongMoment) as refused:
        publish(item)

    assert withheld.code in str(refused.value)
    item.refresh_from_db()
    assert not item.is_public
    decide(document, "open")
    assert publish(item).is_public


def test_who_neither_heads_a_section_nor_keeps_the_gate_decides_nothing():
    with pytest.raises(NotPermitted):
        decide(factories.document(), "open", by=factories.approver())


def test_a_document_of_a_day_to_come_is_refused():
    with pytest.raises(Unacceptable):
        factories.document(made_on=date(2012, 6, 9))


def test_the_database_holds_no_document_that_is_closed_without_a_ground():
    document = factories.document()
    document.attribute, document.decided_on = "withheld", TODAY
    document.decided_by = factories.reviewer()

    with pytest.raises(IntegrityError), transaction.atomic():
        document.save()


def test_the_register_stands_at_the_desk(client):
    document = factories.document()
    client.force_login(factories.clerk())

    assert document.title in client.get("/desk/documents/").text
    done = client.post(
        f"/desk/documents/{document.pk}/decide-disclosure/", {"attribute": "open"}, follow=True
    )

    assert done.status_code == 200
    document.refresh_from_db()
    assert document.attribute == "open"
