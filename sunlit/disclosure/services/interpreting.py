"""The acts that tie a document to what interprets it (政策解读)."""

from datetime import date

from django.db import transaction

from sunlit.disclosure import events, policies, selectors
from sunlit.disclosure.models import Item
from sunlit.disclosure.services.steps import enter, locked_item
from sunlit.organization.models import Official


@transaction.atomic(durable=True)
def ask_for_interpretation(*, record_id: int, by: Official, today: date) -> Item:
    """Decide that a published document is to be interpreted for the public."""
    item = locked_item(record_id, by)
    if refusal := policies.why_not_ask_for_interpretation(by, item):
        raise refusal
    item.needs_interpretation = True
    item.save(update_fields=["needs_interpretation"])
    asked = events.InterpretationAskedFor(index_number=item.index_number)
    enter(asked, item, policies.CONTENT, by=by, on=today)
    return item


@transaction.atomic(durable=True)
def link_interpretation(*, record_id: int, by: Official, today: date, document: str) -> Item:
    """Say which document an item interprets; `document` is its index number."""
    item = locked_item(record_id, by)
    if refusal := policies.why_not_link_interpretation(by, item):
        raise refusal
    found = selectors.published_items(by.agency).filter(index_number=document.strip()).first()
    if refusal := policies.why_not_interpret(item, found):
        raise refusal
    item.interprets = found
    item.save(update_fields=["interprets"])
    linked = events.InterpretationLinked(item=item.code, document=document.strip())
    enter(linked, item, policies.CONTENT, by=by, on=today)
    return item


@transaction.atomic(durable=True)
def unlink_interpretation(*, record_id: int, by: Official, today: date) -> Item:
    """Take the link from an item to the document that it was said to interpret away."""
    item = locked_item(record_id, by)
    if refusal := policies.why_not_unlink_interpretation(by, item):
        raise refusal
    number = item.interprets.index_number if item.interprets else ""
    item.interprets = None
    item.save(update_fields=["interprets"])
    unlinked = events.InterpretationUnlinked(item=item.code, document=number)
    enter(unlinked, item, policies.CONTENT, by=by, on=today)
    return item
