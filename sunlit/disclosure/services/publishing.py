"""The acts by which an item becomes public, and is withdrawn."""

from datetime import date

from django.db import transaction

from sunlit.disclosure import events, policies, rules, selectors
from sunlit.disclosure.lifecycle import TRANSITIONS, Status
from sunlit.disclosure.models import Item
from sunlit.disclosure.services.revising import replace_text
from sunlit.disclosure.services.steps import enter, locked_item, refuse_day_before
from sunlit.organization.models import Agency, Official
from sunlit.organization.rules.provincial import INDEX_NUMBER
from sunlit.organization.selectors.provincial import number_of

PUBLIC = ("status", "publish_on", "publish_at")
"""What changes of an item when its way through the gate ends."""


@transaction.atomic(durable=True)
def publish(*, record_id: int, by: Official, today: date) -> Item:
    """Publish an item under the next index number of the month, or as the new text of another."""
    item = locked_item(record_id, by)
    become_public(item, by=by, on=today)
    return item.revises or item


def become_public(item: Item, *, by: Official, on: date) -> None:
    """Let a locked item pass the gate's end, or raise why it may not."""
    if refusal := policies.why_not_publish(by, item):
        raise refusal
    if refusal := (
        policies.why_not_public(item.review, on=on)
        or policies.why_not_with_these_files(item, afresh=True)
    ):
        raise refusal
    if item.revises_id is not None:
        replace_text(item.revises_id, item, by=by, on=on)
        return
    agency = Agency.objects.select_for_update(of=("self",)).get(pk=item.agency_id)
    number = _next_index_number(agency, on)
    before = Status(item.status)
    item.publish(on=on, index_number=number, screened_with=selectors.lexicon_version(agency))
    item.save(update_fields=[*PUBLIC, "published_on", "index_number", "screened_with"])
    published = events.ItemPublished(index_number=item.index_number, title=item.title)
    basis = TRANSITIONS[before, Status.PUBLISHED]
    enter(published, item, basis, by=by, on=on)


@transaction.atomic(durable=True)
def withdraw(*, record_id: int, by: Official, today: date, reason: str) -> Item:
    """Withdraw a published item; its address stays, with the reason."""
    item = locked_item(record_id, by)
    if refusal := policies.why_not_withdraw(by, item):
        raise refusal
    refuse_day_before(item.current_since, today)
    if refusal := policies.why_not_say(reason, item):
        raise refusal
    item.withdraw(on=today, reason=reason)
    item.save(update_fields=["status", "withdrawn_on", "withdrawal_reason"])
    withdrawn = events.ItemWithdrawn(index_number=item.index_number, reason=reason)
    basis = TRANSITIONS[Status.PUBLISHED, Status.WITHDRAWN]
    enter(withdrawn, item, basis, by=by, on=today)
    return item


def _next_index_number(agency: Agency, day: date) -> str:
    """Return the next index number of the day's month; the agency's row must be locked."""
    pattern = number_of(agency.pk, INDEX_NUMBER, on=day)
    begins = rules.index_number_begins(agency.index_code, day, pattern)
    items = Item.objects.filter(agency=agency, index_number__startswith=begins).order_by("code")
    taken = items.values_list("index_number", flat=True)
    return rules.next_index_number(agency.index_code, day, taken, pattern)
