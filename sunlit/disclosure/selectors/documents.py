"""Readings of the register of documents at source, and how much time each has left."""

from datetime import date

from django.db.models import Q, QuerySet

from sunlit import statutes
from sunlit.disclosure.models import Attribute, Item, Matter, SourceDocument
from sunlit.disclosure.selectors.items import GATE_KEEPERS
from sunlit.kernel.clock import Ended, Event, Reading, Started, run
from sunlit.kernel.refusals import BeyondCalendar, NotYetLaw
from sunlit.organization.models import Agency, Official
from sunlit.organization.selectors import official_calendar

RULES = {
    Matter.GENERAL.value: "disclosure.publish",
    Matter.LICENCE_PENALTY.value: "disclosure.licence_penalty",
}
"""The limit for the publication of a document, by its matter."""


def documents_open_to(by: Official) -> QuerySet[SourceDocument]:
    """Return the documents that an official may see: who keeps no gate, those of the own office."""
    documents = SourceDocument.objects.filter(agency=by.agency)
    if not by.has_role(*GATE_KEEPERS):
        documents = documents.filter(office=by.office_id)
    related = documents.select_related("office", "item", "agency", "registered_by")
    return related.order_by("-made_on", "-year", "-code")


def documents_unsettled(agency: Agency) -> QuerySet[SourceDocument]:
    """Return the documents of which nothing is decided, or that are open and not public yet."""
    on_its_way = Q(attribute=Attribute.OPEN) & (Q(item=None) | Q(item__published_on=None))
    unsettled = Q(attribute=Attribute.UNDECIDED) | on_its_way
    documents = SourceDocument.objects.filter(unsettled, agency=agency)
    return documents.select_related("office", "item", "agency").order_by("made_on", "code")


def document_clock(document: SourceDocument) -> Reading | None:
    """Return the clock by which a document is to be public.

    It runs from the day on which it was made, and ends with the publication, or with the decision
    that it is not open to all. None where no law or calendar speaks of that day.
    """
    events: list[Event] = [Started(document.made_on)]
    if ended_on := _ended_on(document):
        events.append(Ended(max(ended_on, document.made_on)))
    try:
        limit = statutes.limit(RULES[document.matter], on=document.made_on)
        return run(limit, events, official_calendar(document.agency_id))
    except (NotYetLaw, BeyondCalendar):
        return None


def item_to_link(agency: Agency, number: str) -> Item | None:
    """Return the item of this index number or register number that publishes no document yet."""
    items = Item.objects.filter(agency=agency, source_document=None, revises=None)
    return items.filter(Q(index_number=number) | Q(code=number)).order_by("-year").first()


def _ended_on(document: SourceDocument) -> date | None:
    if document.item and document.item.published_on:
        return document.item.published_on
    closed = (Attribute.ON_APPLICATION, Attribute.WITHHELD)
    return document.decided_on if document.attribute in closed else None
