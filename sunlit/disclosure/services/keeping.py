"""The acts by which what is public is looked after: read again, kept longer, handed over."""

from datetime import date

from django.db import transaction

from sunlit.disclosure import events, policies, rules, selectors
from sunlit.disclosure.models import Category, Item, Keeping
from sunlit.disclosure.services.steps import enter, locked_item, refuse_day_before
from sunlit.organization.models import Official

PERMANENT = "permanent"


@transaction.atomic(durable=True)
def set_keeping(
    *, record_id: int, by: Official, today: date, review_months: int | None, retention: str
) -> Category:
    """Set how often a category's items are read again, and for how many years they are kept."""
    categories = Category.objects.select_for_update(of=("self",))
    category = categories.get(pk=record_id, agency=by.agency)
    if refusal := policies.why_not_set_keeping(by, category):
        raise refusal
    if category.review_months != review_months:
        category.review_months = review_months
        category.review_since = today if review_months else None
    category.retention_years = None if retention == PERMANENT else int(retention)
    category.save(update_fields=["review_months", "review_since", "retention_years"])
    was_set = events.CategoryKeepingSet(
        code=category.code,
        review_months=category.review_months,
        retention_years=category.retention_years,
    )
    enter(was_set, category, policies.RETENTION, by=by, on=today)
    return category


@transaction.atomic(durable=True)
def confirm_current(*, record_id: int, by: Official, today: date) -> Item:
    """Confirm that a public item was read again and is right as it is."""
    item = locked_item(record_id, by)
    if refusal := policies.why_not_confirm(by, item):
        raise refusal
    refuse_day_before(selectors.last_read_on(item), today)
    keeping = _keeping(item)
    keeping.checked_on, keeping.checked_post = today, by.post
    keeping.save()
    next_on = rules.months_later(today, item.category.review_months or 0)
    confirmed = events.ItemConfirmed(index_number=item.index_number, next_on=next_on)
    enter(confirmed, item, policies.CORRECTION, by=by, on=today)
    return item


@transaction.atomic(durable=True)
def extend_retention(
    *, record_id: int, by: Official, today: date, retention: str, reason: str
) -> Item:
    """Keep a record for some years more, counted from today, or for ever."""
    item = locked_item(record_id, by)
    if refusal := policies.why_not_extend_retention(by, item, on=today):
        raise refusal
    keeping = _keeping(item)
    keeping.is_permanent = retention == PERMANENT
    keeping.kept_until = None if keeping.is_permanent else rules.kept_until(today, int(retention))
    keeping.extension_reason = reason
    keeping.save()
    extended = events.RetentionExtended(
        index_number=item.index_number, kept_until=keeping.kept_until, reason=reason
    )
    enter(extended, item, policies.RETENTION, by=by, on=today)
    return item


@transaction.atomic(durable=True)
def hand_over(*, record_id: int, by: Official, today: date, archive: str) -> Item:
    """Hand the record of a published item over to an archive; its page stays, with a note."""
    item = locked_item(record_id, by)
    if refusal := policies.why_not_hand_over(by, item):
        raise refusal
    refuse_day_before(item.current_since, today)
    if refusal := policies.why_not_say(archive, item):
        raise refusal
    keeping = _keeping(item)
    keeping.handed_over_on, keeping.handed_over_to = today, archive
    keeping.save()
    handed_over = events.RecordHandedOver(index_number=item.index_number, archive=archive)
    enter(handed_over, item, policies.HAND_OVER, by=by, on=today)
    return item


def _keeping(item: Item) -> Keeping:
    return selectors.keeping_of(item) or Keeping(item=item)
