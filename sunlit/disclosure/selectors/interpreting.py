"""Documents and their interpretations (政策解读), and how much time is left for one."""

from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from sunlit import statutes
from sunlit.disclosure.lifecycle import Status
from sunlit.disclosure.models import Item
from sunlit.kernel.clock import Ended, Event, Reading, Started, run
from sunlit.kernel.refusals import BeyondCalendar, NotYetLaw
from sunlit.organization.models import Agency
from sunlit.organization.selectors import official_calendar


def public_interpretations(document: Item) -> QuerySet[Item]:
    """Return the public items that interpret a document, oldest first."""
    items = Item.objects.filter(interprets=document, status=Status.PUBLISHED)
    return items.order_by("published_on", "code")


def documents_without_interpretation(agency: Agency) -> QuerySet[Item]:
    """Return the public documents that need an interpretation and have none that is public."""
    public = Item.objects.filter(interprets=OuterRef("pk"), status=Status.PUBLISHED)
    documents = Item.objects.filter(
        ~Exists(public), agency=agency, status=Status.PUBLISHED, needs_interpretation=True
    )
    return documents.select_related("office", "agency").order_by("published_on", "pk")


def interpretation_clock(document: Item) -> Reading | None:
    """Return the clock by which a document is to be interpreted; it ends with the first that is.

    None where the document needs none, or no law spoke of it on the day of its publication.
    """
    start = document.published_on
    if not document.needs_interpretation or start is None:
        return None
    events: list[Event] = [Started(start)]
    first = public_interpretations(document).values_list("published_on", flat=True).first()
    if first or document.withdrawn_on:
        events.append(Ended(max(start, first or document.withdrawn_on or start)))
    return _read(document, start, events)


def _read(document: Item, start: date, events: list[Event]) -> Reading | None:
    try:
        limit = statutes.limit("disclosure.interpretation", on=start)
        return run(limit, events, official_calendar(document.agency_id))
    except (NotYetLaw, BeyondCalendar):
        return None
