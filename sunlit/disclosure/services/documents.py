"""The acts on documents at source: registered, decided on, and brought to the public."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from sunlit.disclosure import events, policies, rules, selectors
from sunlit.disclosure.models import Attribute, Genre, Ground, Matter, SourceDocument
from sunlit.disclosure.services.drafting import begin_draft, next_code, own_office
from sunlit.disclosure.services.steps import enter
from sunlit.disclosure.uploads import Says
from sunlit.kernel.refusals import Unacceptable
from sunlit.organization.models import Agency, Official


@transaction.atomic(durable=True)
def register_document(
    *,
    agency: Agency,
    by: Official,
    today: date,
    office: str,
    title: str,
    genre: str,
    made_on: date,
    document_number: str = "",
    matter: str = Matter.GENERAL,
) -> SourceDocument:
    """Register a document on the day on which it is made, or later; `office` is a code."""
    if refusal := policies.why_not_register(by):
        raise refusal
    if made_on > today:
        raise Unacceptable(_("A document cannot be made on a day to come."))
    Agency.objects.select_for_update(of=("self",)).get(pk=agency.pk)
    document = SourceDocument.objects.create(
        agency=agency,
        year=today.year,
        code=next_code(SourceDocument, rules.DOCUMENT_PREFIX, agency, today.year),
        title=title,
        document_number=document_number,
        genre=Genre(genre),
        matter=Matter(matter),
        made_on=made_on,
        office=own_office(agency, office, by=by),
        registered_on=today,
        registered_by=by,
    )
    made = events.DocumentMade(document.code, document_number, made_on)
    enter(made, document, policies.REVIEW, by=by, on=today)
    return document


@transaction.atomic(durable=True)
def decide_disclosure(
    *,
    record_id: int,
    by: Official,
    today: date,
    attribute: str,
    ground: str = "",
    reason: str = "",
) -> SourceDocument:
    """Decide whether a document is disclosed, or decide anew; each decision stays in the ledger."""
    document = _document(record_id, by)
    if refusal := policies.why_not_decide_disclosure(by, document):
        raise refusal
    decided = Attribute(attribute)
    if refusal := policies.why_not_so(by, document, decided, ground, on=today):
        raise refusal
    before = document.attribute
    if not before == decided == Attribute.OPEN:
        document.reassessed_on = None
    document.attribute, document.reason = decided, reason
    document.ground = ground if decided is not Attribute.OPEN else ""
    document.decided_on, document.decided_by, document.decided_post = today, by, by.post
    document.save()
    told = events.DisclosureDecided(document.code, decided, document.ground, reason, before)
    basis = policies.REVIEW if decided is Attribute.OPEN else "disclosure.withheld"
    enter(told, document, basis, by=by, on=today)
    return document


@transaction.atomic(durable=True)
def reassess(
    *, record_id: int, by: Official, today: date, attribute: str, reason: str
) -> SourceDocument:
    """Look again at what is withheld: it stays so, or is open from now on, to all or to some."""
    document = _document(record_id, by)
    refusal = policies.why_not_reassess(by, document)
    if refusal := refusal or policies.why_not_reassess_on(today, document):
        raise refusal
    found = Attribute(attribute)
    if found is Attribute.UNDECIDED:
        raise Unacceptable(_("Say whether it is still withheld."))
    document.reassessed_on, document.reason = today, reason
    if found is not Attribute.WITHHELD:
        document.attribute = found
        document.ground = Ground.ON_APPLICATION if found is Attribute.ON_APPLICATION else ""
        document.decided_on, document.decided_by, document.decided_post = today, by, by.post
    if document.item and document.item.withdrawn_on:
        document.item = None
    document.save()
    told = events.DocumentReassessed(document.code, found, document.ground, reason)
    enter(told, document, policies.REASSESS, by=by, on=today)
    return document


@transaction.atomic(durable=True)
def draft_from_document(
    *, record_id: int, by: Official, today: date, category: str, body: str
) -> SourceDocument:
    """Draft the item that publishes a document: title, number and day are those of the document."""
    document = _document(record_id, by)
    if refusal := policies.why_not_draft_from(by, document):
        raise refusal
    says = Says(document.title, body, document.made_on, document.document_number)
    office = document.office.code
    item = begin_draft(document.agency, says, office=office, category=category, by=by, on=today)
    document.item = item
    document.save(update_fields=["item"])
    linked = events.DocumentLinked(document.code, item.code)
    enter(linked, document, policies.REVIEW, by=by, on=today)
    return document


@transaction.atomic(durable=True)
def link_item(*, record_id: int, by: Official, today: date, item: str) -> SourceDocument:
    """Name the item that publishes a document; `item` is its index number or register number."""
    document = _document(record_id, by)
    if refusal := policies.why_not_draft_from(by, document):
        raise refusal
    found = selectors.item_to_link(document.agency, item)
    if found is None:
        raise Unacceptable(
            _("There is no item %(number)s that publishes no other document.") % {"number": item},
            remedy=_("Copy the number from the register of items."),
        )
    document.item = found
    document.save(update_fields=["item"])
    enter(
        events.DocumentLinked(document.code, found.code),
        document,
        policies.REVIEW,
        by=by,
        on=today,
    )
    return document


def _document(record_id: int, by: Official) -> SourceDocument:
    documents = SourceDocument.objects.select_for_update(of=("self",))
    related = documents.select_related("office", "agency", "item")
    return related.get(pk=record_id, agency=by.agency)
