"""Readings of disclosure: what is published, the catalogue, the clock of publication."""

from datetime import date

from django.db.models import QuerySet

from sunlit import statutes
from sunlit.disclosure.lifecycle import Status
from sunlit.disclosure.models import Category, InternalRule, Item, SecrecyReview, YearDocument
from sunlit.kernel.clock import Ended, Event, Reading, Started, run
from sunlit.kernel.refusals import BeyondCalendar, NotYetLaw
from sunlit.organization.models import Agency
from sunlit.organization.selectors import official_calendar

PUBLICATION = "disclosure.publish"


def published_items(agency: Agency) -> QuerySet[Item]:
    """Return the items that are public now, newest first."""
    items = Item.objects.filter(agency=agency, status=Status.PUBLISHED)
    return items.order_by("-published_on", "-code")


def items_published_in(agency: Agency, year: int) -> QuerySet[Item]:
    """Return the items published in a year, those withdrawn since included, by number."""
    items = Item.objects.filter(agency=agency, published_on__year=year)
    return items.select_related("category", "office").order_by("index_number")


def items_of_category(category: Category) -> QuerySet[Item]:
    """Return the public items of one category, newest first."""
    return published_items(category.agency).filter(category=category)


def item_by_index_number(agency: Agency, number: str) -> Item | None:
    """Return the item of an index number, published or withdrawn; None if there is none."""
    items = Item.objects.filter(agency=agency, index_number=number).exclude(index_number="")
    return items.first()


def catalogue(agency: Agency) -> QuerySet[Category]:
    """Return the categories that the agency discloses by itself, by code."""
    return Category.objects.filter(agency=agency, is_proactive=True).order_by("code")


def reviews_of_year(agency: Agency, year: int) -> QuerySet[SecrecyReview]:
    """Return the reviews whose draft is of a year."""
    reviews = SecrecyReview.objects.filter(agency=agency, drafted_on__year=year)
    return reviews.order_by("code")


def rules_in_force(agency: Agency, *, on: date) -> QuerySet[InternalRule]:
    """Return the agency's own rules issued by a day, by code."""
    return InternalRule.objects.filter(agency=agency, issued_on__lte=on).order_by("code")


def documents_of_year(agency: Agency, year: int) -> QuerySet[YearDocument]:
    """Return the documents compiled in a year."""
    documents = YearDocument.objects.filter(agency=agency, compiled_on__year=year)
    return documents.order_by("code")


def publication_clock(item: Item) -> Reading | None:
    """Read the clock of publication; None where no law or no calendar covers the day."""
    events: list[Event] = [Started(item.made_on)]
    if item.published_on:
        events.append(Ended(item.published_on))
    try:
        limit = statutes.limit(PUBLICATION, on=item.made_on)
        return run(limit, events, official_calendar())
    except (NotYetLaw, BeyondCalendar):
        return None
