"""The acts that begin a penalty case, decide it and end it."""

from datetime import date
from decimal import Decimal

from django.db import transaction

from sunlit.approvals import events, rules, running
from sunlit.approvals.events import penalties as happened
from sunlit.approvals.lifecycle import PenaltyStatus
from sunlit.approvals.models import CaseEnding, EndingKind, PenaltyCase, ServiceKind
from sunlit.approvals.policies import penalties as policies
from sunlit.approvals.services.numbers import next_number
from sunlit.approvals.services.penalties.moving import locked, move, note
from sunlit.approvals.services.publicity import publicity_opened
from sunlit.complaints.models import Complaint
from sunlit.kernel.query_codes import new_query_code
from sunlit.ledger.events import Event
from sunlit.organization.models import Agency, Office, Official, Subdistrict, Zone
from sunlit.powers.models import Power
from sunlit.powers.policies import why_not_open_case


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
    refusal = (
        policies.why_not_file(by)
        or policies.why_not_for_complaint(complaint)
        or why_not_open_case(power, on=today)
    )
    if refusal:
        raise refusal
    case = PenaltyCase(
        agency=agency,
        year=today.year,
        number=next_number(PenaltyCase.objects.all(), rules.PENALTY_PREFIX, agency, on=today),
        query_code=new_query_code(),
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
    running.begin(case)
    case.save()
    event = events.PenaltyCaseFiled(
        case.number, power.code, procedure, complaint.number if complaint else ""
    )
    note(event, case, by, today, "penalty.file")
    return case


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
    deviation: str = "",
) -> PenaltyCase:
    """Impose the penalty; `deviation` says why the fine leaves the standard of discretion."""
    case = locked(record_id, by)
    refusal = (
        policies.why_not_decide_on(by, case, on=today)
        or policies.why_not_fine(case, fine)
        or policies.why_not_heavier(case, fine)
        or policies.why_not_outside(case, discretion, fine, deviation, on=today)
    )
    if refusal:
        raise refusal
    case.decided_on = today
    case.query_code = case.query_code or new_query_code()
    case.document_number = document_number
    case.discretion = discretion
    case.fine = fine
    case.other_measure = other_measure
    case.deviation = deviation
    event = events.PenaltyDecided(
        case.number, case.power.code, document_number, fine, other_measure
    )
    move(case, PenaltyStatus.DECIDED, event, by, today)
    publicity_opened(case)
    return case


@transaction.atomic(durable=True)
def serve(
    *, record_id: int, by: Official, today: date, service_kind: str = ServiceKind.DIRECT
) -> PenaltyCase:
    """Serve the decision on the party."""
    case = locked(record_id, by)
    refusal = policies.why_not_serve(by, case) or policies.why_not_serve_so(case, service_kind)
    if refusal:
        raise refusal
    case.served_on = today
    case.service_kind = service_kind
    return move(case, PenaltyStatus.SERVED, events.PenaltyServed(case.number), by, today)


@transaction.atomic(durable=True)
def drop(*, record_id: int, by: Official, today: date, reason: str) -> PenaltyCase:
    """Drop a case, because the facts do not stand."""
    case = locked(record_id, by)
    if refusal := policies.why_not_drop(by, case):
        raise refusal
    return _end(case, EndingKind.DROPPED, reason, happened.CaseDropped(case.number), by, today)


@transaction.atomic(durable=True)
def waive(*, record_id: int, by: Official, today: date, reason: str) -> PenaltyCase:
    """Impose no penalty: minor and put right, a first time, or without fault."""
    case = locked(record_id, by)
    if refusal := policies.why_not_waive(by, case):
        raise refusal
    event = happened.PenaltyWaived(case.number)
    return _end(case, EndingKind.NO_PENALTY, reason, event, by, today)


@transaction.atomic(durable=True)
def transfer(*, record_id: int, by: Official, today: date, reason: str) -> PenaltyCase:
    """Transfer a case to the police, because it may be a crime."""
    case = locked(record_id, by)
    if refusal := policies.why_not_transfer(by, case):
        raise refusal
    event = happened.CaseTransferred(case.number)
    return _end(case, EndingKind.TRANSFERRED, reason, event, by, today)


@transaction.atomic(durable=True)
def close(*, record_id: int, by: Official, today: date, reason: str) -> PenaltyCase:
    """Close a case whose penalty has been carried out, and file its papers."""
    case = locked(record_id, by)
    if refusal := policies.why_not_close(by, case):
        raise refusal
    case.is_performed = True
    event = happened.PenaltyCaseClosed(case.number)
    return _end(case, EndingKind.CLOSED, reason, event, by, today, law_of=today)


def _end(
    case: PenaltyCase, kind: EndingKind, reason: str, event: Event, by: Official, today: date,
    *, law_of: date | None = None,
) -> PenaltyCase:  # fmt: skip
    CaseEnding.objects.create(case=case, kind=kind, ended_on=today, reason=reason)
    return move(case, PenaltyStatus(kind.value), event, by, today, law_of=law_of)
