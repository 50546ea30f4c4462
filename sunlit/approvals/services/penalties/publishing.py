"""The acts by which a penalty decision is shown to the public, and taken back."""

from datetime import date

from django.db import transaction

from sunlit.approvals import events
from sunlit.approvals.events import penalties as happened
from sunlit.approvals.lifecycle import PenaltyStatus
from sunlit.approvals.models import PenaltyCase, PenaltyPublication
from sunlit.approvals.policies import penalties as policies
from sunlit.approvals.policies.publicity import why_not_fallen
from sunlit.approvals.selectors import penalties as readings
from sunlit.approvals.services.penalties.moving import locked, move, note
from sunlit.approvals.services.publicity import public_until, publicity_opened
from sunlit.organization.models import Official


@transaction.atomic(durable=True)
def review_publication(*, record_id: int, by: Official, today: date, text: str) -> PenaltyCase:
    """Find the words fit for the public: screened, a natural person's name masked."""
    case = locked(record_id, by)
    refusal = policies.why_not_review_publication(by, case) or policies.why_not_words(case, text)
    if refusal:
        raise refusal
    PenaltyPublication.objects.update_or_create(
        case=case,
        defaults={
            "party_shown": readings.party_shown(case),
            "text": text,
            "reviewed_on": today,
            "reviewed_by": by.post,
        },
    )
    event = happened.PenaltyPublicationReviewed(case.number)
    note(event, case, by, today, "penalty.review_publication", law_of=today)
    return case


@transaction.atomic(durable=True)
def publish(*, record_id: int, by: Official, today: date) -> PenaltyCase:
    """Show the decision to the public."""
    case = locked(record_id, by)
    if refusal := policies.why_not_publish(by, case):
        raise refusal
    case.disclosed_on = today
    publicity = publicity_opened(case)
    if publicity.public_until is None:
        publicity.public_until = public_until(case)
        publicity.save()
    event = events.PenaltyPublished(case.number, case.power.code, case.document_number)
    return move(case, PenaltyStatus.PUBLISHED, event, by, today, law_of=today)


@transaction.atomic(durable=True)
def withdraw_publication(
    *, record_id: int, by: Official, today: date, reason: str, fell_on: date | None = None
) -> PenaltyCase:
    """Take a published decision back, and say why, because it no longer stands.

    `fell_on` is the day on which it was changed, revoked, or found unlawful or void.
    """
    case = locked(record_id, by)
    if refusal := policies.why_not_withdraw_publication(by, case):
        raise refusal
    if refusal := why_not_fallen(case.decided_on, fell_on, today, "penalty.withdraw_publication"):
        raise refusal
    case.publication_withdrawn_on = today
    case.save()
    publicity = publicity_opened(case)
    publicity.withdrawn_on, publicity.withdrawal_reason = today, reason
    publicity.fell_on = fell_on
    publicity.withdrawal_due_on = readings.withdrawal_due_on(case, fell_on) if fell_on else None
    publicity.is_to_hand_over = True
    publicity.save()
    PenaltyPublication.objects.filter(case=case).update(withdrawal_reason=reason)
    event = events.PenaltyPublicationWithdrawn(number=case.number, reason=reason)
    note(event, case, by, today, "penalty.withdraw_publication", law_of=today)
    return case
