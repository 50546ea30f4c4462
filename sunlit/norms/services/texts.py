"""The acts on what a document says: its text, its amendments, its repeal by another."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from sunlit.kernel.refusals import Unacceptable
from sunlit.norms import events, policies, selectors
from sunlit.norms.models import NormativeDocument, NormRelation, NormText, RelationKind
from sunlit.norms.services.steps import (
    document_of,
    enter,
    first_text,
    item_of,
    locked_document,
)
from sunlit.organization.models import Official


@transaction.atomic(durable=True)
def enter_text(*, record_id: int, by: Official, today: date, item: str) -> NormativeDocument:
    """Enter what a document says, as a public item has it; `item` is an index number."""
    document = locked_document(record_id, by)
    if refusal := policies.why_not_enter_text(by, document):
        raise refusal
    found = item_of(document.agency, item, on=today)
    if refusal := policies.why_not_this_text(found):
        raise refusal
    text = first_text(document, found, on=today)
    entered = events.TextEntered(document.code, item, text.valid_from)
    enter(entered, document, by=by, on=today, basis="norms.publish")
    return document


@transaction.atomic(durable=True)
def amend_document(
    *, record_id: int, by: Official, today: date, amending: str, item: str, valid_from: date
) -> NormativeDocument:
    """Enter that a document says something else from a day on, by another document.

    `item` is the index number of the public item with the amended text.
    """
    document = locked_document(record_id, by)
    if refusal := policies.why_not_amend(by, document, on=today):
        raise refusal
    last = selectors.texts_of(document).order_by("-number").first()
    actor = document_of(document.agency, amending, on=max(today, valid_from))
    found = item_of(document.agency, item, on=today)
    if last is None:
        raise Unacceptable(_("It has not been entered yet what the document says."))
    if refusal := policies.why_not_this_text(found):
        raise refusal
    if refusal := policies.why_not_amended_by(last, actor, found, valid_from=valid_from):
        raise refusal
    NormText.objects.create(
        document=document,
        number=last.number + 1,
        body=found.body,
        valid_from=valid_from,
        item=found,
        amended_by=actor,
        entered_on=today,
    )
    document.items.add(found)
    NormRelation.objects.create(
        kind=RelationKind.AMENDS, actor=actor, target=document, since=valid_from
    )
    amended = events.DocumentAmended(document.code, actor.code, item, valid_from)
    enter(amended, document, by=by, on=today, basis="norms.repeal")
    return document


@transaction.atomic(durable=True)
def repeal_document(
    *, record_id: int, by: Official, today: date, repealing: str, since: date
) -> NormativeDocument:
    """Enter by which document another is repealed, and from which day on."""
    document = locked_document(record_id, by)
    if refusal := policies.why_not_repeal(by, document, on=today):
        raise refusal
    actor = document_of(document.agency, repealing, on=max(today, since))
    if refusal := policies.why_not_repealed_by(document, actor, since=since):
        raise refusal
    document.repealed_on = since
    document.save(update_fields=["repealed_on"])
    NormRelation.objects.create(
        kind=RelationKind.REPEALS, actor=actor, target=document, since=since
    )
    repealed = events.DocumentRepealed(document.code, actor.code, since)
    enter(repealed, document, by=by, on=today, basis="norms.repeal")
    return document
