"""When a published item is to be read again, and for how long its record is kept."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce, Greatest

from sunlit.disclosure import rules
from sunlit.disclosure.lifecycle import UNDER_WAY, Status
from sunlit.disclosure.models import Category, Item, Keeping, Retention
from sunlit.disclosure.models.items import SHOWN
from sunlit.organization.models import Agency

NOTICE = timedelta(days=30)
"""How long before its day an item waits to be read again."""
NOTICE_OF_END = timedelta(days=90)
"""How long before the end of its keeping a record waits to be appraised."""
SHORTEST_MONTH = 28


def keeping_of(item: Item) -> Keeping | None:
    """Return what has been done with an item since it was published, if anything was."""
    try:
        return item.keeping
    except Keeping.DoesNotExist:
        return None


def last_read_on(item: Item) -> date | None:
    """Return the day on which a public text was last read and found right."""
    keeping = keeping_of(item)
    days = (item.current_since, keeping.checked_on if keeping else None)
    return max((day for day in days if day), default=None)


def review_due_on(item: Item) -> date | None:
    """Return the day by which a public item is to be read again; None where none is set.

    What would have been due before the months were set has as long as a notice is given.
    """
    months, last = item.category.review_months, last_read_on(item)
    if not months or last is None or item.status != Status.PUBLISHED:
        return None
    since = item.category.review_since
    due_on = rules.months_later(last, months)
    return max(due_on, since + NOTICE) if since else due_on


def kept_until(item: Item) -> date | None:
    """Return the last day for which a published record is kept; None: for ever."""
    keeping, years = keeping_of(item), item.category.retention_years
    if keeping and (keeping.is_permanent or keeping.kept_until):
        return keeping.kept_until
    return rules.kept_until(item.made_on, years) if years else None


def items_to_read_again(agency: Agency, *, on: date) -> Iterator[tuple[Item, date]]:
    """Yield the public items whose day to be read again is near or past, each with that day.

    One of which a new version is under way is being read already.
    """
    rhythms = Category.objects.filter(agency=agency, review_months__gt=0).order_by()
    near = Q()
    for months in rhythms.values_list("review_months", flat=True).distinct():
        before = on + NOTICE - timedelta(days=SHORTEST_MONTH * (months or 0))
        near |= Q(category__review_months=months, last_on__lte=before)
    for item in _read_again(agency, near) if near else ():
        due_on = review_due_on(item)
        if due_on and due_on - NOTICE <= on:
            yield item, due_on


def records_to_appraise(agency: Agency, *, on: date) -> Iterator[tuple[Item, date]]:
    """Yield the published records whose keeping ends soon or has ended, each with that day."""
    last_year = (on + NOTICE_OF_END).year
    ending = Q(keeping__kept_until__lte=on + NOTICE_OF_END)
    for years in Retention.values:
        by_category = Q(category__retention_years=years, made_on__year__lte=last_year - years)
        ending |= by_category & Q(keeping__kept_until=None) & ~Q(keeping__is_permanent=True)
    records = Item.objects.filter(ending, agency=agency, status__in=SHOWN)
    records = records.filter(keeping__handed_over_on=None)
    for item in records.select_related("category", "office", "keeping").order_by("made_on", "pk"):
        until = kept_until(item)
        if until and until - NOTICE_OF_END <= on:
            yield item, until


def _read_again(agency: Agency, near: Q) -> QuerySet[Item]:
    """Return the public items of which `last_on`, when each was last read, fits; oldest first."""
    last_on = Greatest(
        Coalesce("revised_on", "published_on"),
        Coalesce("keeping__checked_on", "published_on"),
    )
    public = Item.objects.alias(last_on=last_on).filter(agency=agency, status=Status.PUBLISHED)
    items = public.filter(near)
    items = items.exclude(drafted_revisions__status__in=UNDER_WAY)
    related = items.select_related("category", "office", "review", "agency", "keeping")
    return related.order_by("last_on", "pk")
