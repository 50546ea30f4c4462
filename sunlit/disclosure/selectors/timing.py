"""Which items wait for their day, and whose last day is over."""

from collections.abc import Iterator
from datetime import date, time

from django.db.models import Q, QuerySet

from sunlit.disclosure.lifecycle import Status
from sunlit.disclosure.models import Item
from sunlit.organization.models import Agency, Official

Timed = tuple[Item, Official]
"""An item whose moment has come, and the official who set it."""


def to_be_published(agency: Agency, *, on: date, at: time) -> Iterator[Timed]:
    """Yield the scheduled items whose moment has come, in the order of their moments."""
    today = Q(publish_on=on) & (Q(publish_at=None) | Q(publish_at__lte=at))
    items = Item.objects.filter(today | Q(publish_on__lt=on), status=Status.SCHEDULED)
    yield from _timed(items.filter(agency=agency).order_by("publish_on", "publish_at", "code"))


def past_their_last_day(agency: Agency, *, on: date) -> Iterator[Timed]:
    """Yield the public items that were to be shown until a day before this one."""
    items = Item.objects.filter(agency=agency, status=Status.PUBLISHED, expires_on__lt=on)
    yield from _timed(items.order_by("expires_on", "code"))


def _timed(items: QuerySet[Item]) -> Iterator[Timed]:
    for item in items.select_related("timed_by"):
        if item.timed_by is not None:
            yield item, item.timed_by
