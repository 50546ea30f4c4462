"""The acts on normative documents. The only code that writes one at the desk."""

from datetime import date

from django.db import models, transaction
from django.utils.translation import gettext as _

from sunlit import statutes
from sunlit.kernel.refusals import Unacceptable
from sunlit.ledger.events import Event
from sunlit.ledger.services import record
from sunlit.norms import events, policies, selectors
from sunlit.norms.lifecycle import Status
from sunlit.norms.models import (
    CleanUp,
    CleanUpDecision,
    Decision,
    NormativeDocument,
    Principle,
)
from sunlit.organization.models import Agency, Office, Official


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
    valid_until: date | None,
) -> NormativeDocument:
    """Put a normative document into the library, with its number and validity.

    It may not hold for longer than the province allows on the day of its issue.
    """
    if refusal := policies.why_not_register(by, None):
        raise refusal
    if issued_on > today:
        raise Unacceptable(_("A document cannot be issued on a day to come."))
    if valid_until and valid_until < issued_on:
        raise Unacceptable(_("A document cannot end before it is issued."))
    if refusal := policies.why_not_valid_until(
        agency, title=title, issued_on=issued_on, valid_until=valid_until
    ):
        raise refusal
    if NormativeDocument.objects.filter(agency=agency, code=code).exists():
        raise _stands_already(code)
    answering = Office.objects.filter(agency=agency, code=office).first()
    if answering is None:
        raise Unacceptable(_("The agency has no office %(code)s.") % {"code": office})
    document = NormativeDocument.objects.create(
        agency=agency,
        code=code,
        title=title,
        document_number=document_number,
        issued_on=issued_on,
        office=answering,
        valid_until=valid_until,
    )
    event = events.DocumentRegistered(code, title, document_number, issued_on)
    _record(event, document, by=by, today=today, basis="norms.publish")
    return document


@transaction.atomic(durable=True)
def replace_document(
    *, record_id: int, by: Official, today: date, successor: str
) -> NormativeDocument:
    """Enter which document took the place of one that is out of force; `successor` is a code."""
    documents = NormativeDocument.objects.select_for_update(of=("self",))
    document = documents.get(pk=record_id, agency=by.agency)
    if refusal := policies.why_not_replace(by, document, on=today):
        raise refusal
    found = selectors.library(by.agency, on=today).filter(code=successor).first()
    if found is None:
        raise Unacceptable(_("There is no document %(code)s.") % {"code": successor})
    if refusal := policies.why_not_replaced_by(document, found):
        raise refusal
    document.replaced_by = found
    document.save(update_fields=["replaced_by"])
    event = events.DocumentReplaced(document.code, found.code)
    _record(event, document, by=by, today=today, basis="norms.repeal")
    return document


@transaction.atomic(durable=True)
def begin_clean_up(*, agency: Agency, by: Official, today: date, code: str, name: str) -> CleanUp:
    """Begin a clean-up of normative documents."""
    if refusal := policies.why_not_register(by, None):
        raise refusal
    if selectors.clean_ups_of_year(agency, today.year).filter(code=code).exists():
        raise _stands_already(code)
    clean_up = CleanUp.objects.create(
        agency=agency, year=today.year, code=code, name=name, begun_on=today
    )
    _record(events.CleanUpBegun(code), clean_up, by=by, today=today, basis="norms.clean_up")
    return clean_up


@transaction.atomic(durable=True)
def propose(
    *,
    record_id: int,
    by: Official,
    today: date,
    document: str,
    decision: str,
    principle: str,
    reason: str,
) -> CleanUpDecision:
    """Propose what to do with a document, in a clean-up; `document` is a code."""
    clean_up = _clean_up(record_id, by)
    if refusal := policies.why_not_propose(by, clean_up):
        raise refusal
    norm = selectors.in_force(clean_up.agency, on=today).filter(code=document).first()
    if norm is None:
        reason_why = _("There is no document %(code)s in force.")
        raise Unacceptable(reason_why % {"code": document})
    if clean_up.decisions.filter(document=norm).exists():
        reason_why = _("The clean-up already has a proposal on %(code)s.")
        raise Unacceptable(reason_why % {"code": document})
    proposal = CleanUpDecision.objects.create(
        clean_up=clean_up,
        document=norm,
        decision=Decision(decision),
        principle=Principle(principle),
        reason=reason,
    )
    event = events.DecisionProposed(document, decision, reason)
    _record(event, proposal, by=by, today=today, basis="norms.clean_up")
    return proposal


@transaction.atomic(durable=True)
def review_legality(*, record_id: int, by: Official, today: date) -> CleanUpDecision:
    """Say that the legality of a proposal has been reviewed, and holds."""
    decision = _decision(record_id, by)
    if refusal := policies.why_not_review(by, decision):
        raise refusal
    decision.move_to(Status.REVIEWED)
    decision.reviewed_on, decision.legal_reviewer = today, by
    decision.legal_review_by = by.post
    decision.save()
    event = events.LegalityReviewed(decision.document.code, by.post)
    _record(event, decision, by=by, today=today, basis="norms.legal_review")
    return decision


@transaction.atomic(durable=True)
def decide(*, record_id: int, by: Official, today: date) -> CleanUpDecision:
    """Decide about a document as proposed; what is repealed is out of force from this day on."""
    decision = _decision(record_id, by)
    if refusal := policies.why_not_decide(by, decision):
        raise refusal
    decision.move_to(Status.DECIDED)
    decision.decided_on = today
    decision.save()
    document = decision.document
    taken = events.DecisionTaken(document.code, decision.decision, decision.reason)
    basis = "norms.repeal" if decision.ends_the_document else "norms.clean_up"
    _record(taken, decision, by=by, today=today, basis=basis)
    if decision.ends_the_document:
        decision.end_document(on=today)
        document.save(update_fields=["repealed_on", "lapsed_on"])
        ended = events.DocumentEnded(document.code, decision.decision)
        _record(ended, document, by=by, today=today, basis="norms.repeal")
    return decision


@transaction.atomic(durable=True)
def conclude(*, record_id: int, by: Official, today: date, document_number: str) -> CleanUp:
    """Conclude a clean-up by the document that states its result."""
    clean_up = _clean_up(record_id, by)
    if refusal := policies.why_not_conclude(by, clean_up):
        raise refusal
    clean_up.decided_on, clean_up.document_number = today, document_number
    clean_up.save(update_fields=["decided_on", "document_number"])
    event = events.CleanUpConcluded(clean_up.code, document_number)
    _record(event, clean_up, by=by, today=today, basis="norms.clean_up")
    return clean_up


@transaction.atomic(durable=True)
def publish_result(*, record_id: int, by: Official, today: date, channels: str) -> CleanUpDecision:
    """Publish the decision about a document; `channels` are separated by semicolons."""
    decision = _decision(record_id, by)
    if refusal := policies.why_not_publish(by, decision):
        raise refusal
    named = [part.strip() for part in channels.replace("；", ";").split(";") if part.strip()]
    decision.move_to(Status.PUBLISHED)
    decision.published_on, decision.channels = today, named
    decision.save()
    event = events.DecisionPublished(decision.document.code, tuple(named))
    _record(event, decision, by=by, today=today, basis="norms.publish")
    return decision


def _clean_up(record_id: int, by: Official) -> CleanUp:
    clean_ups = CleanUp.objects.select_for_update(of=("self",)).select_related("agency")
    return clean_ups.get(pk=record_id, agency=by.agency)


def _decision(record_id: int, by: Official) -> CleanUpDecision:
    decisions = CleanUpDecision.objects.select_for_update(of=("self",)).select_related(
        "clean_up", "document"
    )
    return decisions.get(pk=record_id, clean_up__agency=by.agency)


def _stands_already(code: str) -> Unacceptable:
    return Unacceptable(
        _("The code %(code)s is taken.") % {"code": code}, remedy=_("Choose another one.")
    )


def _record(event: Event, about: models.Model, *, by: Official, today: date, basis: str) -> None:
    cited = statutes.provision(basis, on=today)
    record(event, about=about, by=by, day=today, basis=cited)
