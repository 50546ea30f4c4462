"""The acts before a document's validity ends: it is evaluated, and goes on under a new number."""

from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from sunlit.kernel.refusals import Unacceptable
from sunlit.norms import events, policies, selectors
from sunlit.norms.models import (
    EvaluationOutcome,
    NormativeDocument,
    NormEvaluation,
    NormRelation,
    RelationKind,
)
from sunlit.norms.services.steps import (
    NewDocument,
    enter,
    first_text,
    locked_document,
    put_into_library,
)
from sunlit.organization.models import Official


@transaction.atomic(durable=True)
def evaluate_document(
    *, record_id: int, by: Official, today: date, outcome: str, finding: str
) -> NormativeDocument:
    """Enter what came of a document, and whether it is to be renewed, revised or let lapse."""
    document = locked_document(record_id, by)
    if refusal := policies.why_not_evaluate(by, document, on=today):
        raise refusal
    NormEvaluation.objects.create(
        document=document,
        evaluated_on=today,
        by=by,
        post=by.post,
        outcome=EvaluationOutcome(outcome),
        finding=finding,
    )
    evaluated = events.DocumentEvaluated(document.code, outcome, finding)
    enter(evaluated, document, by=by, on=today, basis="norms.evaluate")
    return document


@transaction.atomic(durable=True)
def renew_document(
    *,
    record_id: int,
    by: Official,
    today: date,
    code: str,
    document_number: str,
    valid_until: date,
) -> NormativeDocument:
    """Register a document anew, under a new number; its period begins when the old one ends."""
    document = locked_document(record_id, by)
    if refusal := policies.why_not_renew(by, document, on=today):
        raise refusal
    if document.valid_until is None:
        raise Unacceptable(_("No end was set for the document."))
    begins = document.valid_until + timedelta(days=1)
    new = NewDocument(
        code=code,
        title=document.title,
        document_number=document_number,
        issued_on=today,
        office=document.office,
        in_force_from=begins,
        valid_until=valid_until,
    )
    renewed = put_into_library(document.agency, new, by=by, on=today)
    renewed.items.set(document.items.order_by("code"))
    if text := selectors.text_on(document, document.valid_until):
        first_text(renewed, text.item, body=text.body, on=today)
    NormRelation.objects.create(
        kind=RelationKind.REPLACES, actor=renewed, target=document, since=begins
    )
    event = events.DocumentRenewed(document.code, code, document_number)
    enter(event, document, by=by, on=today, basis="norms.renew")
    return document
