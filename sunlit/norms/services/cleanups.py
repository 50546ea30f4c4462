"""The acts of a clean-up."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from sunlit.kernel.refusals import Unacceptable
from sunlit.norms import events, policies, selectors
from sunlit.norms.lifecycle import Status
from sunlit.norms.models import CleanUp, CleanUpDecision, CleanUpKind, Decision, Principle
from sunlit.norms.services.steps import enter, taken_already
from sunlit.organization.models import Agency, Official


@transaction.atomic(durable=True)
def begin_clean_up(
    *,
    agency: Agency,
    by: Official,
    today: date,
    code: str,
    name: str,
    kind: str = CleanUpKind.GENERAL,
    subject: str = "",
) -> CleanUp:
    """Begin a clean-up of all documents in force, or of those on one subject."""
    if refusal := policies.why_not_register(by, None):
        raise refusal
    if refusal := policies.why_not_scope(kind, subject, on=today):
        raise refusal
    if selectors.clean_ups_of_year(agency, today.year).filter(code=code).exists():
        raise taken_already(code)
    clean_up = CleanUp.objects.create(
        agency=agency,
        year=today.year,
        code=code,
        name=name,
        kind=CleanUpKind(kind),
        subject=subject,
        begun_on=today,
    )
    enter(events.CleanUpBegun(code), clean_up, by=by, on=today, basis="norms.clean_up")
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
    opinion: str = "",
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
        opinion=opinion,
        proposer=by,
    )
    event = events.DecisionProposed(document, decision, reason)
    enter(event, proposal, by=by, on=today, basis="norms.clean_up")
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
    enter(event, decision, by=by, on=today, basis="norms.legal_review")
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
    enter(taken, decision, by=by, on=today, basis=basis)
    if decision.ends_the_document:
        decision.end_document(on=today)
        document.save(update_fields=["repealed_on", "lapsed_on"])
        ended = events.DocumentEnded(document.code, decision.decision)
        enter(ended, document, by=by, on=today, basis="norms.repeal")
    return decision


@transaction.atomic(durable=True)
def conclude(*, record_id: int, by: Official, today: date, document_number: str) -> CleanUp:
    """Conclude a clean-up by the document that states its result."""
    clean_up = _clean_up(record_id, by)
    if refusal := policies.why_not_conclude(by, clean_up, on=today):
        raise refusal
    clean_up.decided_on, clean_up.document_number = today, document_number
    clean_up.save(update_fields=["decided_on", "document_number"])
    event = events.CleanUpConcluded(clean_up.code, document_number)
    enter(event, clean_up, by=by, on=today, basis="norms.clean_up")
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
    enter(event, decision, by=by, on=today, basis="norms.publish")
    return decision


def _clean_up(record_id: int, by: Official) -> CleanUp:
    clean_ups = CleanUp.objects.select_for_update(of=("self",)).select_related("agency")
    return clean_ups.get(pk=record_id, agency=by.agency)


def _decision(record_id: int, by: Official) -> CleanUpDecision:
    decisions = CleanUpDecision.objects.select_for_update(of=("self",)).select_related(
        "clean_up", "document"
    )
    return decisions.get(pk=record_id, clean_up__agency=by.agency)
