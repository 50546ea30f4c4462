"""Readings of the register of documents at source, and how much time each has left."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Count, Q, QuerySet

from sunlit import statutes
from sunlit.disclosure.models import Attribute, Item, Matter, SourceDocument
from sunlit.disclosure.selectors.items import GATE_KEEPERS
from sunlit.disclosure.selectors.keeping import NOTICE
from sunlit.disclosure.selectors.lexicon import lexicon_of
from sunlit.kernel.clock import Ended, Event, Reading, Started, run
from sunlit.kernel.refusals import BeyondCalendar, NotYetLaw
from sunlit.organization.models import Agency, Official
from sunlit.organization.selectors import official_calendar
from sunlit.organization.selectors.limits import limit_in_force
from sunlit.screening.rules import screen_text

RULES = {
    Matter.GENERAL.value: "disclosure.publish",
    Matter.LICENCE_PENALTY.value: "disclosure.licence_penalty",
}
"""The limit for the publication of a document, by its matter."""
REASSESS = "disclosure.reassess"


def documents_open_to(by: Official) -> QuerySet[SourceDocument]:
    """Return the documents that an official may see: who keeps no gate, those of the own office."""
    documents = SourceDocument.objects.filter(agency=by.agency)
    if not by.has_role(*GATE_KEEPERS):
        documents = documents.filter(office=by.office_id)
    related = documents.select_related("office", "item", "agency", "registered_by")
    return related.order_by("-made_on", "-year", "-code")


def source_documents_of_year(agency: Agency, year: int) -> QuerySet[SourceDocument]:
    """Return the documents that were registered in a year, in the order of their numbers."""
    documents = SourceDocument.objects.filter(agency=agency, year=year)
    return documents.select_related("item", "agency").order_by("code")


def documents_reassessed_in(agency: Agency, year: int) -> QuerySet[SourceDocument]:
    """Return the documents that were withheld and last looked at again in a year."""
    documents = SourceDocument.objects.filter(agency=agency, reassessed_on__year=year)
    return documents.select_related("item", "agency").order_by("year", "code")


def decisions_of_year(agency: Agency, year: int) -> list[tuple[str, str, int]]:
    """Return how many documents of a year were decided so, on which ground; the open ones first."""
    documents = SourceDocument.objects.filter(agency=agency, year=year)
    counted = documents.values_list("attribute", "ground").annotate(count=Count("pk"))
    order = [*Attribute.values[1:], Attribute.UNDECIDED]
    return sorted(counted.order_by("ground"), key=lambda row: order.index(row[0]))


def title_for_all(document: SourceDocument) -> str:
    """Return the title that the public may read of a document; empty where it may read none.

    Of what is given on application it is the title in which the screening finds nothing.
    """
    if document.item and document.item.is_public:
        return document.item.title
    if document.attribute != Attribute.ON_APPLICATION:
        return ""
    found = screen_text(document.title, lexicon_of(document.agency))
    return "" if found else document.title


def documents_unsettled(agency: Agency) -> QuerySet[SourceDocument]:
    """Return the documents of which nothing is decided, or that are open and not public yet."""
    on_its_way = Q(attribute=Attribute.OPEN) & (Q(item=None) | Q(item__published_on=None))
    unsettled = Q(attribute=Attribute.UNDECIDED) | on_its_way
    documents = SourceDocument.objects.filter(unsettled, agency=agency)
    return documents.select_related("office", "item", "agency").order_by("made_on", "code")


def document_clock(document: SourceDocument) -> Reading | None:
    """Return the clock by which a document is to be public.

    It runs from the day on which it was made, or on which what had been withheld was found to be
    open, and ends with the publication, or with the decision that it is not open to all. None
    where no law or calendar speaks of that day.
    """
    start = _started_on(document)
    events: list[Event] = [Started(start)]
    if ended_on := _ended_on(document):
        events.append(Ended(max(ended_on, start)))
    try:
        limit = statutes.limit(RULES[document.matter], on=start)
        return run(limit, events, official_calendar(document.agency_id))
    except (NotYetLaw, BeyondCalendar):
        return None


def reassessment_clock(document: SourceDocument, *, on: date) -> Reading | None:
    """Return the clock by which what is withheld is looked at again; None for anything else.

    It runs since the decision or the last look, and not before the law that asks for it. None
    where the law of the day asks for nothing yet.
    """
    last_on = document.last_looked_at_on
    if document.attribute != Attribute.WITHHELD or last_on is None or on < _asked_since(on):
        return None
    start = max(last_on, _asked_since(on))
    try:
        limit = limit_in_force(document.agency_id, REASSESS, on=start)
        return run(limit, [Started(start)], official_calendar(document.agency_id))
    except BeyondCalendar:
        return None


def documents_to_reassess(agency: Agency, *, on: date) -> Iterator[tuple[SourceDocument, Reading]]:
    """Yield what is withheld and is to be looked at again soon, or late, each with its clock."""
    withheld = SourceDocument.objects.filter(agency=agency, attribute=Attribute.WITHHELD)
    for document in withheld.select_related("office", "agency").order_by("decided_on", "pk"):
        reading = reassessment_clock(document, on=on)
        if reading and reading.due_on and reading.due_on - NOTICE <= on:
            yield document, reading


def item_to_link(agency: Agency, number: str) -> Item | None:
    """Return the item of this index number or register number that publishes no document yet."""
    items = Item.objects.filter(agency=agency, source_document=None, revises=None)
    return items.filter(Q(index_number=number) | Q(code=number)).order_by("-year").first()


def _started_on(document: SourceDocument) -> date:
    is_opened = document.attribute == Attribute.OPEN and document.reassessed_on
    return document.reassessed_on if is_opened and document.reassessed_on else document.made_on


def _asked_since(on: date) -> date:
    """Return since when the law asks to look again; a day to come where it does not yet."""
    try:
        return statutes.provision(REASSESS, on=on).in_force_from
    except NotYetLaw as refusal:
        return refusal.since


def _ended_on(document: SourceDocument) -> date | None:
    if document.item and document.item.published_on:
        return document.item.published_on
    closed = (Attribute.ON_APPLICATION, Attribute.WITHHELD)
    return document.decided_on if document.attribute in closed else None
