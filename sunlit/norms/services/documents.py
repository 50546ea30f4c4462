"""The acts on documents of the library."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from sunlit.kernel.refusals import Unacceptable
from sunlit.norms import events, policies
from sunlit.norms.models import NormativeDocument, NormRelation, RelationKind
from sunlit.norms.services.steps import (
    NewDocument,
    document_of,
    enter,
    locked_document,
    office_of,
    put_into_library,
)
from sunlit.organization.models import Agency, Official


@transaction.atomic(durable=True)
def register_document(
    *,
    agency: Agency,
    by: Official,
    today: date,
    code: str,
    title: str,
    document_number: str,
    issued_on: date,
    office: str,
    in_force_from: date | None = None,
    valid_until: date | None,
) -> NormativeDocument:
    """Put a normative document into the library, with its number and validity."""
    if refusal := policies.why_not_register(by, None):
        raise refusal
    new = NewDocument(
        code=code,
        title=title,
        document_number=document_number,
        issued_on=issued_on,
        office=office_of(agency, office),
        in_force_from=in_force_from,
        valid_until=valid_until,
    )
    return put_into_library(agency, new, by=by, on=today)


@transaction.atomic(durable=True)
def replace_document(
    *, record_id: int, by: Official, today: date, successor: str
) -> NormativeDocument:
    """Enter which document took the place of one that is out of force; `successor` is a code."""
    document = locked_document(record_id, by)
    if refusal := policies.why_not_replace(by, document, on=today):
        raise refusal
    found = document_of(by.agency, successor, on=today)
    if refusal := policies.why_not_replaced_by(document, found):
        raise refusal
    since = document.ended_on
    if since is None:
        raise Unacceptable(_("The document is not out of force."))
    NormRelation.objects.create(
        kind=RelationKind.REPLACES, actor=found, target=document, since=since
    )
    event = events.DocumentReplaced(document.code, found.code)
    enter(event, document, by=by, on=today, basis="norms.repeal")
    return document
