"""A document and its interpretation name each other, and the interpretation comes in time."""

from datetime import date

import pytest

from sunlit.disclosure import policies, selectors, services
from sunlit.disclosure.afterwards import documents_to_interpret
from sunlit.disclosure.models import Item
from sunlit.kernel.refusals import NotPermitted, Unacceptable, WrongMoment
from sunlit.ledger.models import Entry
from sunlit.organization.models import Role
from tests.disclosure import factories
from tests.disclosure.factories import TODAY
from tests.organization.factories import agency, office

pytestmark = pytest.mark.django_db

IN_2024 = date(2024, 9, 12)
"""A Thursday; the days after it are the days of the Mid-Autumn festival."""


def asked_for(item, *, on=TODAY):
    """Decide that a document is to be interpreted."""
    return services.ask_for_interpretation(record_id=item.pk, by=factories.clerk(), today=on)


def public_in_2024(**changes):
    """Return an item that became public in 2024."""
    item = factories.published(**changes)
    Item.objects.filter(pk=item.pk).update(made_on=IN_2024, published_on=IN_2024)
    return Item.objects.get(pk=item.pk)


def test_the_interpretation_is_due_three_working_days_after_the_document():
    document = asked_for(public_in_2024(), on=IN_2024)

    reading = selectors.interpretation_clock(document)

    # 13 and 14 September are worked, 15 to 17 are the festival, 18 is the third working day.
    assert reading.due_on == date(2024, 9, 18)
    assert [one.key for one in reading.limit.basis] == ["openness_rules_2016:"]
    assert reading.ended_on is None


def test_before_there_was_such_a_rule_a_document_waits_without_a_limit():
    document = asked_for(factories.published())
    assert selectors.interpretation_clock(document) is None
    (waiting,) = documents_to_interpret(agency(), TODAY)
    assert (waiting.record, waiting.due_on) == (document, None)


def test_a_document_that_needs_none_has_no_clock_and_does_not_wait():
    document = public_in_2024()
    assert selectors.interpretation_clock(document) is None
    assert list(documents_to_interpret(agency(), IN_2024)) == []


def test_a_document_waits_until_its_interpretation_is_public():
    document = asked_for(public_in_2024(), on=IN_2024)
    interpretation = factories.interpreting(document)

    (waiting,) = documents_to_interpret(agency(), date(2024, 9, 20))
    assert (waiting.record, waiting.due_on) == (document, date(2024, 9, 18))
    assert waiting.is_for(factories.head())
    assert not selectors.public_interpretations(document).exists()

    factories.passed(interpretation)
    services.publish(record_id=interpretation.pk, by=factories.clerk(), today=TODAY)
    Item.objects.filter(pk=interpretation.pk).update(published_on=date(2024, 9, 14))

    assert list(documents_to_interpret(agency(), date(2024, 9, 20))) == []
    assert [one.pk for one in selectors.public_interpretations(document)] == [interpretation.pk]
    assert selectors.interpretation_clock(document).ended_on == date(2024, 9, 14)


def test_an_interpretation_that_was_withdrawn_interprets_no_more():
    document = asked_for(factories.published())
    interpretation = factories.published(title="一图读懂")
    services.link_interpretation(
        record_id=interpretation.pk, by=factories.clerk(), today=TODAY,
        document=document.index_number,
    )  # fmt: skip
    assert list(documents_to_interpret(agency(), TODAY)) == []

    services.withdraw(
        record_id=interpretation.pk, by=factories.approver(), today=TODAY, reason="有误"
    )

    assert [one.record for one in documents_to_interpret(agency(), TODAY)] == [document]


def test_each_act_stands_in_the_ledger():
    document = asked_for(factories.published())
    interpretation = factories.interpreting(document)
    services.unlink_interpretation(record_id=interpretation.pk, by=factories.clerk(), today=TODAY)

    entries = Entry.objects.filter(event__startswith="Interpretation").order_by("id")

    assert [(one.event, one.basis) for one in entries] == [
        ("InterpretationAskedFor", "ogi_2007:9-12"),
        ("InterpretationLinked", "ogi_2007:9-12"),
        ("InterpretationUnlinked", "ogi_2007:9-12"),
    ]
    assert Item.objects.get(pk=interpretation.pk).interprets is None


@pytest.mark.parametrize("number", ["000201200/201206-99999", "", "XX2012-0002"])
def test_an_interpretation_names_a_public_document(number):
    draft = factories.drafted()
    with pytest.raises(Unacceptable):
        services.link_interpretation(
            record_id=draft.pk, by=factories.clerk(), today=TODAY, document=number
        )
    assert not Entry.objects.filter(event="InterpretationLinked").exists()


def test_nothing_interprets_itself_or_another_interpretation():
    document = factories.published()
    interpretation = factories.published(title="一图读懂")

    def link(one, other):
        return services.link_interpretation(
            record_id=one.pk, by=factories.clerk(), today=TODAY, document=other.index_number
        )

    with pytest.raises(Unacceptable):
        link(document, document)
    link(interpretation, document)
    with pytest.raises(Unacceptable):
        link(factories.drafted(title="再解读"), interpretation)
    with pytest.raises(WrongMoment):
        link(interpretation, document)
    by = factories.clerk()
    interpretation = Item.objects.get(pk=interpretation.pk)
    assert isinstance(policies.why_not_ask_for_interpretation(by, interpretation), WrongMoment)
    assert isinstance(policies.why_not_unlink_interpretation(by, document), WrongMoment)


def test_only_the_office_that_answers_or_the_clerk_ties_them():
    document = factories.published()
    office("KS04")
    stranger = factories.staff("stranger", Role.SECTION_HEAD, at="KS04")
    for why_not in (
        policies.why_not_ask_for_interpretation,
        policies.why_not_link_interpretation,
        policies.why_not_unlink_interpretation,
    ):
        assert isinstance(why_not(stranger, document), NotPermitted)
    assert policies.why_not_ask_for_interpretation(factories.head(), document) is None


def test_who_drafts_an_interpretation_says_what_it_interprets():
    draft = factories.drafted(by=factories.head())
    colleague = factories.staff("colleague", Role.SECTION_HEAD)
    assert isinstance(policies.why_not_link_interpretation(colleague, draft), NotPermitted)
    for by in (factories.head(), factories.clerk()):
        assert policies.why_not_link_interpretation(by, draft) is None


def test_what_is_not_public_is_not_asked_to_be_interpreted_and_a_revision_interprets_nothing():
    by = factories.clerk()
    assert isinstance(policies.why_not_ask_for_interpretation(by, factories.drafted()), WrongMoment)
    assert isinstance(policies.why_not_link_interpretation(by, factories.revising()), WrongMoment)
