"""The acts of the investigation of a penalty case, up to the legal review."""

from datetime import date
from decimal import Decimal

from django.db import transaction

from sunlit.approvals import running
from sunlit.approvals.events import penalties as happened
from sunlit.approvals.models import (
    CaseOfficer,
    Evidence,
    EvidencePreservation,
    InvestigationReport,
    LegalReview,
    PenaltyCase,
    PenaltyProcedure,
    ReviewOpinion,
)
from sunlit.approvals.policies import proceedings as policies
from sunlit.approvals.services.penalties.moving import locked, note
from sunlit.organization.models import Official


@transaction.atomic(durable=True)
def investigate(
    *,
    record_id: int,
    by: Official,
    today: date,
    first_post: str,
    first_certificate: str,
    second_post: str,
    second_certificate: str,
) -> PenaltyCase:
    """Name the officers, two with certificates, who begin the investigation."""
    case = locked(record_id, by)
    officers = {first_certificate: first_post, second_certificate: second_post}
    refusal = policies.why_not_investigate(by, case) or policies.why_not_these_officers(
        case, list(officers)
    )
    if refusal:
        raise refusal
    for certificate, post in officers.items():
        CaseOfficer.objects.update_or_create(
            case=case, certificate=certificate, defaults={"post": post, "named_on": today}
        )
    event = happened.OfficersNamed(case.number, tuple(officers))
    note(event, case, by, today, "penalty.investigate")
    return case


@transaction.atomic(durable=True)
def add_evidence(
    *,
    record_id: int,
    by: Official,
    today: date,
    kind: str,
    content: str,
    taken_on: date,
    taken_by: str,
) -> PenaltyCase:
    """Enter a piece of evidence: its kind, the day, and by whom it was taken."""
    case = locked(record_id, by)
    refusal = policies.why_not_add_evidence(by, case) or policies.why_not_taken(
        case, taken_on, today=today
    )
    if refusal:
        raise refusal
    Evidence.objects.create(
        case=case, kind=kind, content=content, taken_on=taken_on, taken_by=taken_by
    )
    event = happened.EvidenceTaken(case.number, kind, taken_on)
    note(event, case, by, today, "penalty.evidence")
    return case


@transaction.atomic(durable=True)
def preserve(*, record_id: int, by: Official, today: date, goods: str) -> PenaltyCase:
    """Approve that evidence which may be lost is registered and kept; seven days run."""
    case = locked(record_id, by)
    if refusal := policies.why_not_preserve(by, case):
        raise refusal
    EvidencePreservation.objects.create(
        case=case, goods=goods, approved_by=by.post, preserved_on=today
    )
    note(happened.EvidencePreserved(case.number), case, by, today, "penalty.preserve")
    return case


@transaction.atomic(durable=True)
def settle_preservation(*, record_id: int, by: Official, today: date, outcome: str) -> PenaltyCase:
    """Decide what becomes of the evidence that was kept first and is not settled."""
    case = locked(record_id, by)
    if refusal := policies.why_not_settle_preservation(by, case):
        raise refusal
    kept = case.preservations.filter(settled_on=None).order_by("id")[0]
    kept.settled_on = today
    kept.outcome = outcome
    kept.save()
    event = happened.PreservationSettled(case.number, outcome)
    note(event, case, by, today, "penalty.preserve")
    return case


@transaction.atomic(durable=True)
def end_investigation(
    *,
    record_id: int,
    by: Official,
    today: date,
    findings: str,
    grade: str,
    fine: Decimal,
    measure: str,
    is_grave: bool,
    review_ground: str = "",
) -> PenaltyCase:
    """End the investigation with its report and the penalty proposed.

    `review_ground`: why the law asks for a legal review (2021, art. 58), where it does.
    """
    case = locked(record_id, by)
    if refusal := policies.why_not_end_investigation(by, case):
        raise refusal
    InvestigationReport.objects.create(
        case=case, ended_on=today, findings=findings, grade=grade, fine=fine, measure=measure
    )
    case.is_grave = is_grave
    case.review_ground = review_ground
    case.save()
    event = happened.InvestigationEnded(case.number, fine, is_grave)
    note(event, case, by, today, "penalty.end_investigation")
    return case


@transaction.atomic(durable=True)
def review(*, record_id: int, by: Official, today: date, opinion: str, reason: str) -> PenaltyCase:
    """Give the legal review; it may find that the party must be offered a hearing."""
    case = locked(record_id, by)
    if refusal := policies.why_not_review(by, case):
        raise refusal
    LegalReview.objects.create(
        case=case, reviewed_on=today, opinion=opinion, reason=reason, post=by.post
    )
    changes = opinion == ReviewOpinion.HEARING and case.procedure != PenaltyProcedure.HEARING
    if changes:
        case.procedure = PenaltyProcedure.HEARING
        case.save()
    note(happened.PenaltyReviewed(case.number, opinion), case, by, today, "penalty.review")
    if changes:
        running.change_chart(case)
    return case
