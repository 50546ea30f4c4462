"""The acts by which a fine is paid, collected, put off or divided."""

from datetime import date
from decimal import Decimal

from django.db import transaction

from sunlit.approvals import events
from sunlit.approvals.events import penalties as happened
from sunlit.approvals.models import FinePayment, PaymentRelief, PenaltyCase
from sunlit.approvals.policies import performance as policies
from sunlit.approvals.selectors import penalties as readings
from sunlit.approvals.services.penalties.moving import locked, note
from sunlit.ledger.events import Event
from sunlit.organization.models import Official


@transaction.atomic(durable=True)
def record_payment(
    *, record_id: int, by: Official, today: date, amount: Decimal | None = None
) -> PenaltyCase:
    """Enter that the fine, or a part of it, was paid; without an amount the whole rest."""
    case = locked(record_id, by)
    if refusal := policies.why_not_record_payment(by, case):
        raise refusal
    amount = readings.unpaid(case) if amount is None else amount
    if refusal := policies.why_not_amount(case, amount):
        raise refusal
    payment = FinePayment(case=case, paid_on=today, amount=amount)
    whole = events.FinePaid(case.number, case.fine)
    note(_paid(case, payment, whole), case, by, today, "penalty.pay")
    return case


@transaction.atomic(durable=True)
def collect_on_the_spot(
    *, record_id: int, by: Official, today: date, reason: str = ""
) -> PenaltyCase:
    """Collect a small fine on the spot; a higher one only when it would be hard later."""
    case = locked(record_id, by)
    refusal = policies.why_not_collect(by, case) or policies.why_not_collect_so_much(case, reason)
    if refusal:
        raise refusal
    amount = readings.unpaid(case)
    payment = FinePayment(case=case, paid_on=today, amount=amount, on_the_spot=True, reason=reason)
    collected = happened.FineCollectedOnTheSpot(case.number, amount)
    note(_paid(case, payment, collected), case, by, today, "penalty.collect_on_the_spot")
    return case


@transaction.atomic(durable=True)
def put_on_file(*, record_id: int, by: Official, today: date) -> PenaltyCase:
    """Put a penalty decided on the spot on file with the agency, late or in time."""
    case = locked(record_id, by)
    if refusal := policies.why_not_put_on_file(by, case):
        raise refusal
    case.put_on_file_on = today
    case.save()
    event = happened.PenaltyPutOnFile(case.number)
    note(event, case, by, today, "penalty.put_on_file")
    return case


@transaction.atomic(durable=True)
def hand_in(*, record_id: int, by: Official, today: date) -> PenaltyCase:
    """Enter that a fine collected on the spot was handed in to the agency."""
    case = locked(record_id, by)
    if refusal := policies.why_not_hand_in(by, case):
        raise refusal
    payment = case.payments.filter(on_the_spot=True, handed_in_on=None).order_by("id")[0]
    payment.handed_in_on = today
    payment.save()
    event = happened.FineHandedIn(case.number, payment.amount)
    note(event, case, by, today, "penalty.hand_in")
    return case


@transaction.atomic(durable=True)
def apply_for_relief(
    *,
    record_id: int,
    by: Official,
    today: date,
    kind: str,
    hardship: str,
    until: date,
    instalments: int = 1,
) -> PenaltyCase:
    """Enter the party's application to pay later, or by instalments, for hardship."""
    case = locked(record_id, by)
    refusal = policies.why_not_apply_for_relief(by, case) or policies.why_not_until(
        case, until, today=today
    )
    if refusal:
        raise refusal
    PaymentRelief.objects.create(
        case=case,
        kind=kind,
        applied_on=today,
        hardship=hardship,
        until=until,
        instalments=instalments,
    )
    event = happened.ReliefAppliedFor(case.number, kind, until)
    note(event, case, by, today, "penalty.relief")
    return case


@transaction.atomic(durable=True)
def answer_relief(
    *, record_id: int, by: Official, today: date, is_granted: bool, answer: str
) -> PenaltyCase:
    """Grant or refuse that a fine is paid later or by instalments."""
    case = locked(record_id, by)
    if refusal := policies.why_not_answer_relief(by, case):
        raise refusal
    relief = case.reliefs.filter(answered_on=None).order_by("id")[0]
    relief.answered_on = today
    relief.is_granted = is_granted
    relief.answer = answer
    relief.save()
    event = happened.ReliefAnswered(case.number, is_granted, relief.until)
    note(event, case, by, today, "penalty.relief")
    return case


def _paid(case: PenaltyCase, payment: FinePayment, whole: Event) -> Event:
    """Save a payment; return what happened: the whole fine paid, or a part."""
    rest = readings.unpaid(case) - payment.amount
    payment.save()
    if rest:
        return happened.FinePaidInPart(case.number, payment.amount)
    case.paid_on = payment.paid_on
    case.is_performed = True
    case.save()
    return whole
