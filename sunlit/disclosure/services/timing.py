"""The acts by which the days of an item are set, and what follows when a day has come."""

from datetime import date, datetime, time

from django.db import transaction
from django.utils.translation import gettext as _

from sunlit.disclosure import events, policies
from sunlit.disclosure.lifecycle import TRANSITIONS, Status
from sunlit.disclosure.models import Item
from sunlit.disclosure.policies.timing import Times
from sunlit.disclosure.services.publishing import become_public
from sunlit.disclosure.services.steps import enter, locked_item
from sunlit.kernel.refusals import WrongMoment
from sunlit.organization.models import Official
from sunlit.organization.selectors import office_time

DAYS = ("status", "publish_on", "publish_at", "expires_on", "timed_by")


@transaction.atomic(durable=True)
def schedule(
    *,
    record_id: int,
    by: Official,
    today: date,
    publish_on: date,
    publish_at: time | None = None,
    expires_on: date | None = None,
) -> Item:
    """Set the day on which an approved item becomes public, and its last day, if it has one."""
    item = locked_item(record_id, by)
    if refusal := policies.why_not_schedule(by, item):
        raise refusal
    times = Times(publish_on, publish_at, expires_on)
    now = datetime.combine(today, office_time())
    if refusal := policies.why_not_then(item, times, now=now):
        raise refusal
    item.schedule(by, on=publish_on, at=publish_at, expires_on=expires_on)
    item.save(update_fields=DAYS)
    hour = f"{publish_at:%H:%M}" if publish_at else ""
    scheduled = events.ItemScheduled(item.code, publish_on, hour, expires_on)
    basis = TRANSITIONS[Status.APPROVED, Status.SCHEDULED]
    enter(scheduled, item.review, basis, by=by, on=today)
    return item


@transaction.atomic(durable=True)
def unschedule(*, record_id: int, by: Official, today: date, reason: str) -> Item:
    """Take the day of publication back: the item is approved, and waits to be published."""
    item = locked_item(record_id, by)
    if refusal := policies.why_not_unschedule(by, item):
        raise refusal
    item.move_to(Status.APPROVED)
    item.limit_display(by, until=None)
    item.save(update_fields=DAYS)
    taken_back = events.ScheduleTakenBack(item.code, reason)
    basis = TRANSITIONS[Status.SCHEDULED, Status.APPROVED]
    enter(taken_back, item.review, basis, by=by, on=today)
    return item


@transaction.atomic(durable=True)
def limit_display(
    *, record_id: int, by: Official, today: date, expires_on: date | None = None
) -> Item:
    """Say until when a published item is shown; without a day it stays for ever."""
    item = locked_item(record_id, by)
    if refusal := policies.why_not_limit_display(by, item):
        raise refusal
    if refusal := policies.why_not_until(item, expires_on, today=today):
        raise refusal
    item.limit_display(by, until=expires_on)
    item.save(update_fields=["expires_on", "timed_by"])
    limited = events.DisplayLimited(item.index_number, expires_on)
    enter(limited, item, policies.PUBLISH, by=by, on=today)
    return item


@transaction.atomic(durable=True)
def publish_when_due(*, record_id: int, by: Official, today: date) -> Item:
    """Publish an item whose day has come, in the name of the official who set the day.

    The gate is asked again: a text that is not the one decided on, something found that nobody
    has answered, or an official who may no longer publish, and the item stays where it is.
    """
    item = locked_item(record_id, by)
    if item.publish_on is None or item.publish_on > today or item.timed_by_id != by.pk:
        raise WrongMoment(_("The day of this item has not come yet."))
    become_public(item, by=by, on=today)
    return item


@transaction.atomic(durable=True)
def expire(*, record_id: int, by: Official, today: date) -> Item:
    """Show a published item no longer, the day after its last one; its address stays."""
    item = locked_item(record_id, by)
    if item.expires_on is None or item.expires_on >= today or item.timed_by_id != by.pk:
        raise WrongMoment(_("The last day of this item is not over yet."))
    item.expire()
    item.save(update_fields=["status"])
    basis = TRANSITIONS[Status.PUBLISHED, Status.EXPIRED]
    enter(events.ItemExpired(item.index_number, item.expires_on), item, basis, by=by, on=today)
    return item
