"""What the acts on normative documents share: the ledger, the library, a step of a draft."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Model
from django.utils.translation import gettext as _

from sunlit import statutes
from sunlit.disclosure.models import Item
from sunlit.kernel.refusals import Unacceptable
from sunlit.ledger.events import Event
from sunlit.ledger.services import record
from sunlit.norms import events, policies, selectors
from sunlit.norms.models import (
    DraftNorm,
    DraftStep,
    Gate,
    NormativeDocument,
    NormText,
    Outcome,
)
from sunlit.organization.models import Agency, Office, Official


@dataclass(frozen=True, kw_only=True)
class NewDocument:
    """What is entered of a document that comes into the library."""

    code: str
    title: str
    document_number: str
    issued_on: date
    office: Office
    in_force_from: date | None
    valid_until: date | None


def put_into_library(
    agency: Agency, new: NewDocument, *, by: Official, on: date
) -> NormativeDocument:
    """Put a document into the library, or raise why its days, its code or its validity do not fit.

    It may not hold for longer than the province allows on the day of its issue.
    """
    if new.issued_on > on:
        raise Unacceptable(_("A document cannot be issued on a day to come."))
    if new.in_force_from and new.in_force_from < new.issued_on:
        raise Unacceptable(_("A document cannot be in force before it is issued."))
    begins = new.in_force_from or new.issued_on
    if new.valid_until and new.valid_until < begins:
        raise Unacceptable(_("A document cannot end before it begins."))
    if refusal := policies.why_not_valid_until(
        agency, title=new.title, begins=begins, valid_until=new.valid_until
    ):
        raise refusal
    known = NormativeDocument.objects.filter(agency=agency)
    if known.filter(code=new.code).exists():
        raise taken_already(new.code)
    document = NormativeDocument.objects.create(
        agency=agency,
        code=new.code,
        title=new.title,
        document_number=new.document_number,
        issued_on=new.issued_on,
        office=new.office,
        in_force_from=new.in_force_from,
        valid_until=new.valid_until,
    )
    event = events.DocumentRegistered(new.code, new.title, new.document_number, new.issued_on)
    enter(event, document, by=by, on=on, basis="norms.publish")
    return document


def office_of(agency: Agency, code: str) -> Office:
    """Return the agency's office of this code, or refuse."""
    found = Office.objects.filter(agency=agency, code=code).first()
    if found is None:
        raise Unacceptable(_("The agency has no office %(code)s.") % {"code": code})
    return found


def taken_already(code: str) -> Unacceptable:
    """Return the refusal of a code that stands already."""
    return Unacceptable(
        _("The code %(code)s is taken.") % {"code": code}, remedy=_("Choose another one.")
    )


def enter(event: Event, about: Model, *, by: Official, on: date, basis: str) -> None:
    """Write an act down, by the provision of the day."""
    cited = statutes.provision(basis, on=on)
    record(event, about=about, by=by, day=on, basis=cited)


def locked_draft(record_id: int, by: Official) -> DraftNorm:
    """Return a draft of the official's agency, locked."""
    drafts = DraftNorm.objects.select_for_update(of=("self",))
    return drafts.select_related("agency", "office").get(pk=record_id, agency=by.agency)


def take_step(
    draft: DraftNorm,
    gate: Gate,
    outcome: Outcome,
    *,
    by: Official,
    on: date,
    said: str = "",
    dissent: str = "",
) -> DraftStep:
    """Note a step of a draft, with the digest of the text on which it was taken."""
    return DraftStep.objects.create(
        draft=draft,
        gate=gate,
        outcome=outcome,
        taken_on=on,
        by=by,
        post=by.post,
        said=said,
        dissent=dissent,
        digest=draft.digest,
    )


def enter_step(event: Event, draft: DraftNorm, basis: str, *, by: Official, on: date) -> None:
    """Write a step of a draft down, by the provision of the day or that on making documents."""
    record(event, about=draft, by=by, day=on, basis=selectors.cited(basis, on=on))


def locked_document(record_id: int, by: Official) -> NormativeDocument:
    """Return a document of the official's agency, locked."""
    documents = NormativeDocument.objects.select_for_update(of=("self",))
    return documents.select_related("agency", "office").get(pk=record_id, agency=by.agency)


def document_of(agency: Agency, code: str, *, on: date) -> NormativeDocument:
    """Return the document of this code that had been issued by a day, or refuse."""
    found = selectors.library(agency, on=on).filter(code=code).first()
    if found is None:
        raise Unacceptable(_("There is no document %(code)s.") % {"code": code})
    return found


def item_of(agency: Agency, index_number: str, *, on: date) -> Item:
    """Return the public item of this index number, or refuse."""
    items = selectors.items_to_publish_as(agency, on=on).filter(index_number=index_number)
    found = items.first()
    if found is None:
        raise Unacceptable(_("There is no public item %(number)s.") % {"number": index_number})
    return found


def first_text(
    document: NormativeDocument, item: Item, *, on: date, body: str | None = None
) -> NormText:
    """Keep what a document says from its first day on, and show the item with it."""
    document.items.add(item)
    return NormText.objects.create(
        document=document,
        number=1,
        body=item.body if body is None else body,
        valid_from=document.begins_on,
        item=item,
        entered_on=on,
    )
