"""The acts by which coercion begins, and by which things are held and released."""

from datetime import date, datetime, time

from django.db import transaction
from django.utils import timezone

from sunlit.approvals import rules, running
from sunlit.approvals.events import coercion as events
from sunlit.approvals.lifecycle import CoercionStatus
from sunlit.approvals.models import MEASURES, CoercionCase, PenaltyCase
from sunlit.approvals.policies import coercion as policies
from sunlit.approvals.services.coercion.moving import keep, locked, move
from sunlit.approvals.services.numbers import next_number
from sunlit.organization.models import Agency, Office, Official
from sunlit.powers.models import Power


@transaction.atomic(durable=True)
def open_case(
    *,
    agency: Agency,
    by: Official,
    today: date,
    kind: str,
    power: Power,
    party: str,
    party_kind: str,
    office: Office,
    target: str,
    document_number: str,
    is_urgent: bool,
    penalty: PenaltyCase | None = None,
    measured_on: date | None = None,
    measured_at: time | None = None,
) -> CoercionCase:
    """Decide to seal, seize, demolish, perform or clear, or to go to the court.

    A measure that was taken at once names its day and its minute: `measured_on`, `measured_at`.
    """
    refusal = (
        policies.why_not_open(by)
        or policies.why_not_at_once(by, kind, is_urgent=is_urgent)
        or policies.why_not_measured(
            kind,
            is_urgent=is_urgent,
            measured_on=measured_on,
            measured_at=measured_at,
            today=today,
        )
    )
    if refusal:
        raise refusal
    measured = None
    if kind in MEASURES and is_urgent and measured_on and measured_at:
        measured = _moment(measured_on, measured_at)
    case = CoercionCase(
        agency=agency,
        year=today.year,
        number=next_number(CoercionCase.objects.all(), rules.COERCION_PREFIX, agency, on=today),
        kind=kind,
        power=power,
        cause=power.name,
        party=party,
        party_kind=party_kind,
        office=office,
        penalty=penalty,
        target=target,
        document_number=document_number,
        is_urgent=is_urgent,
        measured_at=measured,
        decided_on=today,
        approved_by=by.post if by.has_role(*policies.HEADS) else "",
    )
    running.begin(case)
    event = events.CoercionDecided(case.number, kind, power.code, is_urgent)
    return keep(case, event, by, today, "coercion.decide")


@transaction.atomic(durable=True)
def report_urgent(
    *, record_id: int, by: Official, today: date, reported_on: date, reported_at: time
) -> CoercionCase:
    """Enter when a head was told of what was sealed or seized at once; late or in time."""
    case = locked(record_id, by)
    moment = _moment(reported_on, reported_at)
    refusal = policies.why_not_report_urgent(by, case) or policies.why_not_reported(
        case, moment, today=today
    )
    if refusal:
        raise refusal
    case.reported_at = moment
    event = events.UrgentCoercionReported(case.number, moment.isoformat(timespec="minutes"))
    return keep(case, event, by, today, "coercion.urgent")


@transaction.atomic(durable=True)
def approve_urgent(*, record_id: int, by: Official, today: date) -> CoercionCase:
    """Approve afterwards, within 24 hours of the report, what was sealed or seized at once."""
    case = locked(record_id, by)
    if refusal := policies.why_not_approve_urgent(by, case):
        raise refusal
    case.approved_by = by.post
    return keep(case, events.UrgentCoercionApproved(case.number), by, today, "coercion.urgent")


@transaction.atomic(durable=True)
def extend(*, record_id: int, by: Official, today: date, reason: str) -> CoercionCase:
    """Hold things for 30 days more, once, and tell the party in writing why."""
    case = locked(record_id, by)
    refusal = policies.why_not_extend(by, case) or policies.why_not_extend_on(case, on=today)
    if refusal:
        raise refusal
    case.is_extended = True
    case.extension_reason = reason
    return keep(case, events.SealingExtended(case.number), by, today, "coercion.extend")


@transaction.atomic(durable=True)
def enter_appraisal(
    *, record_id: int, by: Official, today: date, appraised_from: date, appraised_until: date
) -> CoercionCase:
    """Enter the days of a test or appraisal, which do not count."""
    case = locked(record_id, by)
    refusal = policies.why_not_appraise(by, case) or policies.why_not_these_days(
        case, appraised_from, appraised_until
    )
    if refusal:
        raise refusal
    case.appraised_from = appraised_from
    case.appraised_until = appraised_until
    event = events.AppraisalEntered(case.number, appraised_from, appraised_until)
    return keep(case, event, by, today, "coercion.seal")


@transaction.atomic(durable=True)
def lift(*, record_id: int, by: Official, today: date, reason: str) -> CoercionCase:
    """Release what was sealed or seized."""
    case = locked(record_id, by)
    if refusal := policies.why_not_lift(by, case):
        raise refusal
    case.ended_on = today
    case.end_reason = reason
    event = events.CoercionLifted(case.number)
    return move(case, CoercionStatus.LIFTED, event, by, today)


def _moment(day: date, at: time) -> datetime:
    return timezone.make_aware(datetime.combine(day, at))
