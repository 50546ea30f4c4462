"""The acts on penalty cases, from filing to publication."""

from datetime import date
from decimal import Decimal

from django.db import transaction

from sunlit.approvals import events, rules
from sunlit.approvals.lifecycle import PENALTY_TRANSITIONS, PenaltyStatus
from sunlit.approvals.models import PenaltyCase
from sunlit.approvals.policies import penalties as policies
from sunlit.approvals.policies.permission import basis
from sunlit.approvals.services.numbers import next_number
from sunlit.approvals.services.publicity import public_until, publicity_opened
from sunlit.complaints.models import Complaint
from sunlit.ledger.events import Event
from sunlit.ledger.services import record
from sunlit.organization.models import Agency, Office, Official, Subdistrict, Zone
from sunlit.powers.models import Power


@transaction.atomic(durable=True)
def file_case(
    *,
    agency: Agency,
    by: Official,
    today: date,
    power: Power,
    procedure: str,
    party: str,
    party_kind: str,
    office: Office,
    source: str,
    zone: Zone | None = None,
    subdistrict: Subdistrict | None = None,
    complaint: Complaint | None = None,
) -> PenaltyCase:
    """File a case for investigation; a complaint may have led to it."""
    refusal = policies.why_not_file(by) or policies.why_not_for_complaint(complaint)
    if refusal:
        raise refusal
    case = PenaltyCase.objects.create(
        agency=agency,
        year=today.year,
        number=next_number(PenaltyCase.objects.all(), rules.PENALTY_PREFIX, agency, on=today),
        power=power,
        cause=power.name,
        party=party,
        party_kind=party_kind,
        zone=zone,
        subdistrict=subdistrict,
        office=office,
        complaint=complaint,
        source=source,
        procedure=procedure,
        filed_on=today,
    )
    event = events.PenaltyCaseFiled(
        case.number, power.code, procedure, complaint.number if complaint else ""
    )
    _note(event, case, by, today, "penalty.file")
    return case


@transaction.atomic(durable=True)
def notify(*, record_id: int, by: Official, today: date) -> PenaltyCase:
    """Tell the party the facts, the grounds and its rights before the decision."""
    case = _locked(record_id, by)
    if refusal := policies.why_not_notify(by, case):
        raise refusal
    case.notified_on = today
    return _move(case, PenaltyStatus.NOTIFIED, events.PartyNotified(case.number), by, today)


@transaction.atomic(durable=True)
def hold_hearing(*, record_id: int, by: Official, today: date) -> PenaltyCase:
    """Enter that the hearing was held."""
    case = _locked(record_id, by)
    if refusal := policies.why_not_hold_hearing(by, case):
        raise refusal
    case.hearing_on = today
    return _move(case, PenaltyStatus.HEARD, events.HearingHeld(case.number), by, today)


@transaction.atomic(durable=True)
def decide(
    *,
    record_id: int,
    by: Official,
    today: date,
    document_number: str,
    discretion: str,
    fine: Decimal,
    other_measure: str,
) -> PenaltyCase:
    """Impose the penalty."""
    case = _locked(record_id, by)
    if refusal := policies.why_not_decide(by, case) or policies.why_not_fine(case, fine, on=today):
        raise refusal
    case.decided_on = today
    case.document_number = document_number
    case.discretion = discretion
    case.fine = fine
    case.other_measure = other_measure
    event = events.PenaltyDecided(
        case.number, case.power.code, document_number, fine, other_measure
    )
    _move(case, PenaltyStatus.DECIDED, event, by, today)
    publicity_opened(case)
    return case


@transaction.atomic(durable=True)
def serve(*, record_id: int, by: Official, today: date) -> PenaltyCase:
    """Serve the decision on the party."""
    case = _locked(record_id, by)
    if refusal := policies.why_not_serve(by, case):
        raise refusal
    case.served_on = today
    return _move(case, PenaltyStatus.SERVED, events.PenaltyServed(case.number), by, today)


@transaction.atomic(durable=True)
def record_payment(*, record_id: int, by: Official, today: date) -> PenaltyCase:
    """Enter that the fine was paid."""
    case = _locked(record_id, by)
    if refusal := policies.why_not_record_payment(by, case):
        raise refusal
    case.paid_on = today
    case.is_performed = True
    case.save()
    _note(events.FinePaid(case.number, case.fine), case, by, today, "penalty.pay")
    return case


@transaction.atomic(durable=True)
def publish(*, record_id: int, by: Official, today: date) -> PenaltyCase:
    """Show the decision to the public."""
    case = _locked(record_id, by)
    if refusal := policies.why_not_publish(by, case):
        raise refusal
    case.disclosed_on = today
    publicity = publicity_opened(case)
    if publicity.public_until is None:
        publicity.public_until = public_until(case)
        publicity.save()
    event = events.PenaltyPublished(case.number, case.power.code, case.document_number)
    return _move(case, PenaltyStatus.PUBLISHED, event, by, today)


@transaction.atomic(durable=True)
def withdraw_publication(*, record_id: int, by: Official, today: date, reason: str) -> PenaltyCase:
    """Take a published decision back, and say why, because it no longer stands."""
    case = _locked(record_id, by)
    if refusal := policies.why_not_withdraw_publication(by, case):
        raise refusal
    case.publication_withdrawn_on = today
    case.save()
    publicity = publicity_opened(case)
    publicity.withdrawn_on, publicity.withdrawal_reason = today, reason
    publicity.save()
    event = events.PenaltyPublicationWithdrawn(number=case.number, reason=reason)
    _note(event, case, by, today, "penalty.withdraw_publication")
    return case


def _locked(record_id: int, by: Official) -> PenaltyCase:
    cases = PenaltyCase.objects.select_for_update(of=("self",)).select_related("power")
    return cases.get(pk=record_id, agency=by.agency)


def _move(
    case: PenaltyCase, target: PenaltyStatus, event: Event, by: Official, today: date
) -> PenaltyCase:
    arrow = PENALTY_TRANSITIONS[PenaltyStatus(case.status), target]
    case.status = target
    case.save()
    _note(event, case, by, today, arrow)
    return case


def _note(event: Event, case: PenaltyCase, by: Official, today: date, name: str) -> None:
    record(event, about=case, by=by, day=today, basis=basis(name, today))
