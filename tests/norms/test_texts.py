"""What a document says on each day, what acts on it, and what contradicts its days."""

from datetime import date

import pytest

from sunlit.disclosure import services as disclosure
from sunlit.kernel.refusals import NotPermitted, Unacceptable, WrongMoment
from sunlit.ledger.models import Entry
from sunlit.norms import selectors, services
from sunlit.norms.models import RelationKind
from sunlit.norms.rules import Standing
from sunlit.organization.models import Role
from tests.disclosure import factories as items
from tests.norms import factories
from tests.norms.drafts import refused
from tests.organization.factories import official

pytestmark = pytest.mark.django_db

TODAY = date(2012, 7, 20)
FROM = date(2012, 8, 1)
NEW = factories.BODY.replace("五十元", "一百元")


def later(code="GF14", **changes):
    """Return a document issued in July 2012, that does something to the one of 2009."""
    terms = {"issued_on": date(2012, 7, 10), "document_number": "城管〔2012〕40号"}
    return factories.document(code, **terms | changes)


def amend(document, actor, body=NEW, **changes):
    """Enter that a document was amended by another from August on, as the clerk."""
    terms = {
        "by": items.clerk(),
        "today": TODAY,
        "amending": actor.code,
        "valid_from": FROM,
        "item": items.published(title="修改后的办法", body=body).index_number,
    }
    return services.amend_document(record_id=document.pk, **terms | changes)


def repeal(document, actor, **changes):
    """Enter that a document was repealed by another from August on, as the clerk."""
    terms = {"by": items.clerk(), "today": TODAY, "repealing": actor.code, "since": FROM}
    return services.repeal_document(record_id=document.pk, **terms | changes)


def said(document, day):
    """Return what a document said on a day."""
    text = selectors.text_on(document, day)
    return text.body if text else None


def test_a_document_says_on_each_day_what_held_then():
    document, actor = factories.with_text(), later()
    amend(document, actor)

    assert said(document, date(2009, 6, 11)) is None
    assert said(document, factories.ISSUED) == said(document, date(2012, 7, 31)) == factories.BODY
    assert said(document, FROM) == NEW
    (relation,) = selectors.done_to(document)
    assert (relation.kind, relation.actor, relation.since) == (RelationKind.AMENDS, actor, FROM)
    assert [one.target for one in selectors.done_by(actor)] == [document]
    assert selectors.amended_since(document.agency, on=FROM) == {document.pk: FROM}
    assert selectors.amended_since(document.agency, on=TODAY) == {}


@pytest.mark.parametrize(
    ("actor", "changes", "refusal"),
    [
        ({}, {"amending": "GF08"}, Unacceptable),
        ({}, {"amending": "GF99"}, Unacceptable),
        ({"issued_on": date(2001, 1, 5)}, {}, Unacceptable),
        ({"in_force_from": date(2012, 9, 1)}, {}, Unacceptable),
        ({"repealed_on": date(2012, 7, 15)}, {}, Unacceptable),
        ({}, {"valid_from": factories.ISSUED}, Unacceptable),
        ({}, {"body": factories.BODY}, Unacceptable),
        ({}, {"item": "000000000/201201-00001"}, Unacceptable),
        ({}, {"by": Role.AUDITOR}, NotPermitted),
    ],
    ids=["itself", "none", "an older one", "not in force yet", "repealed", "not a later day",
         "the same words", "no item", "an auditor"],
)  # fmt: skip
def test_an_amendment_that_contradicts_days_or_texts_is_refused(actor, changes, refusal):
    document, by_whom = factories.with_text(), later(**actor)
    if role := changes.get("by"):
        changes = changes | {"by": official(role)}
    terms = {"item": items.published(body=changes.pop("body", NEW)).index_number} | changes
    terms = {"by": items.clerk(), "today": TODAY, "amending": by_whom.code, "valid_from": FROM,
             "record_id": document.pk} | terms  # fmt: skip
    refused(refusal, services.amend_document, **terms)
    assert selectors.texts_of(document).count() == 1


def test_nothing_is_amended_whose_text_is_not_entered_or_that_is_out_of_force():
    actor = later()
    terms = {
        "by": items.clerk(),
        "today": TODAY,
        "amending": actor.code,
        "item": "",
        "valid_from": FROM,
    }
    no_text = factories.document()
    refused(WrongMoment, services.amend_document, record_id=no_text.pk, **terms)
    ended = factories.document("GF09", repealed_on=date(2012, 7, 1))
    refused(WrongMoment, services.amend_document, record_id=ended.pk, **terms)


def test_a_text_is_entered_once_and_from_an_item_that_says_something():
    document = factories.with_text()
    item = document.texts.get().item.index_number
    terms = {"by": items.clerk(), "today": TODAY}
    refused(WrongMoment, services.enter_text, record_id=document.pk, item=item, **terms)
    other = factories.document("GF09")
    refused(Unacceptable, services.enter_text, record_id=other.pk, item="无此号", **terms)
    auditor = terms | {"by": official(Role.AUDITOR)}
    refused(NotPermitted, services.enter_text, record_id=other.pk, item=item, **auditor)


def test_a_document_is_repealed_by_another_from_a_day_on():
    document, actor = factories.document(), later()
    repeal(document, actor)

    document.refresh_from_db()
    assert selectors.status_on(document, date(2012, 7, 31)) is Standing.IN_FORCE
    assert selectors.status_on(document, FROM) is Standing.REPEALED
    assert Entry.objects.get(event="DocumentRepealed").payload["repealed_by"] == actor.code
    services.replace_document(
        record_id=document.pk, by=items.clerk(), today=FROM, successor=actor.code
    )
    kinds = [one.kind for one in selectors.done_to(document)]
    assert sorted(kinds) == [RelationKind.REPEALS, RelationKind.REPLACES]
    assert {one.since for one in selectors.done_to(document)} == {FROM}


@pytest.mark.parametrize(
    ("target", "changes", "refusal"),
    [
        ({"repealed_on": date(2012, 7, 1)}, {}, WrongMoment),
        ({"valid_until": date(2012, 7, 25)}, {}, Unacceptable),
        ({}, {"since": date(2012, 7, 9)}, Unacceptable),
        ({}, {"repealing": "GF08"}, Unacceptable),
    ],
    ids=["already repealed", "lapsed by then", "before the other is issued", "by itself"],
)
def test_a_repeal_that_contradicts_status_or_days_is_refused(target, changes, refusal):
    document, actor = factories.document(**target), later()
    before = document.repealed_on
    refused(refusal, repeal, document=document, actor=actor, **changes)
    document.refresh_from_db()
    assert document.repealed_on == before


def test_a_document_that_was_amended_later_was_not_repealed_before():
    document, actor = factories.with_text(), later()
    amend(document, actor)
    refused(Unacceptable, repeal, document=document, actor=actor, since=FROM)
    repeal(document, actor, since=date(2012, 9, 1))


def test_a_text_that_was_taken_back_is_not_read_here_either():
    document = factories.with_text()
    (told,) = selectors.texts_told(document)
    assert told.is_readable
    disclosure.withdraw(
        record_id=told.text.item_id, by=items.approver(), today=TODAY, reason="含有个人信息"
    )
    (told,) = selectors.texts_told(document)
    assert not told.is_readable
