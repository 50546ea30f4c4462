"""The acts on coercion cases, by the Administrative Coercion Law."""

from datetime import date, time

from django.db import transaction

from sunlit.approvals import rules
from sunlit.approvals.events import coercion as events
from sunlit.approvals.lifecycle import COERCION_TRANSITIONS, CoercionStatus
from sunlit.approvals.models import CoercionCase, PenaltyCase
from sunlit.approvals.policies import coercion as policies
from sunlit.approvals.policies.permission import basis
from sunlit.approvals.services.numbers import next_number
from sunlit.ledger.events import Event
from sunlit.ledger.services import record
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
) -> CoercionCase:
    """Decide to seal, seize, demolish, perform or clear, or to go to the court."""
    refusal = policies.why_not_open(by) or policies.why_not_at_once(by, kind, is_urgent=is_urgent)
    if refusal:
        raise refusal
    case = CoercionCase.objects.create(
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
        decided_on=today,
        approved_by=by.post if by.has_role(*policies.HEADS) else "",
    )
    event = events.CoercionDecided(case.number, kind, power.code, is_urgent)
    _note(event, case, by, today, "coercion.decide")
    return case


@transaction.atomic(durable=True)
def approve_urgent(*, record_id: int, by: Official, today: date) -> CoercionCase:
    """Approve afterwards, within 24 hours of the report, what was sealed or seized at once."""
    case = _locked(record_id, by)
    if refusal := policies.why_not_approve_urgent(by, case):
        raise refusal
    case.approved_by = by.post
    return _keep(case, events.UrgentCoercionApproved(case.number), by, today, "coercion.urgent")


@transaction.atomic(durable=True)
def announce(*, record_id: int, by: Official, today: date, remove_by: date) -> CoercionCase:
    """Tell the public by when the party itself removes what it built."""
    case = _locked(record_id, by)
    if refusal := policies.why_not_announce(by, case):
        raise refusal
    case.announced_on = today
    case.remove_by = remove_by
    event = events.DemolitionAnnounced(case.number, remove_by)
    return _move(case, CoercionStatus.ANNOUNCED, event, by, today)


@transaction.atomic(durable=True)
def contest(*, record_id: int, by: Official, today: date, contested_on: date) -> CoercionCase:
    """Enter that the party contested the decision; enforcement waits for the ruling."""
    case = _locked(record_id, by)
    if refusal := policies.why_not_contest(by, case):
        raise refusal
    case.contested_on = contested_on
    return _keep(case, events.CoercionContested(case.number), by, today, "coercion.contest")


@transaction.atomic(durable=True)
def rule(*, record_id: int, by: Official, today: date) -> CoercionCase:
    """Enter that the contest ended and the decision stands."""
    case = _locked(record_id, by)
    if refusal := policies.why_not_rule(by, case):
        raise refusal
    case.ruled_on = today
    return _keep(case, events.CoercionRuledOn(case.number), by, today, "coercion.contest")


@transaction.atomic(durable=True)
def demand(*, record_id: int, by: Official, today: date, perform_by: date) -> CoercionCase:
    """Ask the party in writing to perform, with the day, the way and its rights."""
    case = _locked(record_id, by)
    refusal = policies.why_not_demand(by, case) or policies.why_not_demand_on(
        case, perform_by, on=today
    )
    if refusal:
        raise refusal
    case.demanded_on = today
    case.perform_by = perform_by
    event = events.PerformanceDemanded(case.number, perform_by)
    return _move(case, CoercionStatus.DEMANDED, event, by, today)


@transaction.atomic(durable=True)
def hear_defence(
    *, record_id: int, by: Official, today: date, defence: str, defence_answer: str
) -> CoercionCase:
    """Enter what the party said to the demand, and what the agency answers."""
    case = _locked(record_id, by)
    if refusal := policies.why_not_hear(by, case):
        raise refusal
    case.defence = defence
    case.defence_answer = defence_answer
    case.heard_on = today
    return _keep(case, events.CoercionDefenceHeard(case.number), by, today, "coercion.defence")


@transaction.atomic(durable=True)
def order(*, record_id: int, by: Official, today: date, order_number: str) -> CoercionCase:
    """Decide the enforcement, when the time of the demand has run out."""
    case = _locked(record_id, by)
    refusal = policies.why_not_order(by, case) or policies.why_not_after_demand(
        case, "coercion.order", on=today
    )
    if refusal:
        raise refusal
    case.ordered_on = today
    case.order_number = order_number
    event = events.EnforcementDecided(case.number, order_number)
    return _move(case, CoercionStatus.ORDERED, event, by, today)


@transaction.atomic(durable=True)
def record_approval(
    *, record_id: int, by: Official, today: date, government_document: str
) -> CoercionCase:
    """Enter that the government approved the enforcement."""
    case = _locked(record_id, by)
    if refusal := policies.why_not_record_approval(by, case):
        raise refusal
    case.government_approved_on = today
    case.government_document = government_document
    event = events.EnforcementApproved(case.number, government_document)
    return _move(case, CoercionStatus.APPROVED, event, by, today)


@transaction.atomic(durable=True)
def set_day(
    *, record_id: int, by: Official, today: date, set_for: date, set_at: time
) -> CoercionCase:
    """Serve the decision and announce when it is carried out: no night, no holiday."""
    case = _locked(record_id, by)
    refusal = policies.why_not_set_day(by, case) or policies.why_not_on(case, set_for, set_at)
    if refusal:
        raise refusal
    case.served_on = today
    case.set_for = set_for
    case.set_at = set_at
    return _move(case, CoercionStatus.SET, events.EnforcementSet(case.number, set_for), by, today)


@transaction.atomic(durable=True)
def take_inventory(
    *, record_id: int, by: Official, today: date, inventory: str, witness: str
) -> CoercionCase:
    """List the things before a witness."""
    case = _locked(record_id, by)
    if refusal := policies.why_not_take_inventory(by, case):
        raise refusal
    case.inventory = inventory
    case.witness = witness
    case.inventoried_on = today
    event = events.InventoryTaken(case.number)
    return _move(case, CoercionStatus.INVENTORIED, event, by, today)


@transaction.atomic(durable=True)
def carry_out(
    *, record_id: int, by: Official, today: date, scene: str, recording: str
) -> CoercionCase:
    """Carry out, with a record of the scene and a recording of the whole."""
    case = _locked(record_id, by)
    refusal = policies.why_not_carry_out(by, case) or policies.why_not_carry_out_on(case, on=today)
    if refusal:
        raise refusal
    case.carried_out_on = today
    case.record = scene
    case.recording = recording
    event = events.CoercionCarriedOut(case.number)
    return _move(case, CoercionStatus.CARRIED_OUT, event, by, today)


@transaction.atomic(durable=True)
def hand_over(*, record_id: int, by: Official, today: date) -> CoercionCase:
    """Enter that the things of the inventory were handed over to the party."""
    case = _locked(record_id, by)
    if refusal := policies.why_not_hand_over(by, case):
        raise refusal
    case.handed_over_on = today
    return _keep(case, events.GoodsHandedOver(case.number), by, today, "coercion.inventory")


@transaction.atomic(durable=True)
def extend(*, record_id: int, by: Official, today: date, reason: str) -> CoercionCase:
    """Hold things for 30 days more, once, and tell the party in writing why."""
    case = _locked(record_id, by)
    refusal = policies.why_not_extend(by, case) or policies.why_not_extend_on(case, on=today)
    if refusal:
        raise refusal
    case.is_extended = True
    case.extension_reason = reason
    return _keep(case, events.SealingExtended(case.number), by, today, "coercion.extend")


@transaction.atomic(durable=True)
def enter_appraisal(
    *, record_id: int, by: Official, today: date, appraised_from: date, appraised_until: date
) -> CoercionCase:
    """Enter the days of a test or appraisal, which do not count."""
    case = _locked(record_id, by)
    refusal = policies.why_not_appraise(by, case) or policies.why_not_these_days(
        case, appraised_from, appraised_until
    )
    if refusal:
        raise refusal
    case.appraised_from = appraised_from
    case.appraised_until = appraised_until
    event = events.AppraisalEntered(case.number, appraised_from, appraised_until)
    return _keep(case, event, by, today, "coercion.seal")


@transaction.atomic(durable=True)
def lift(*, record_id: int, by: Official, today: date, reason: str) -> CoercionCase:
    """Release what was sealed or seized."""
    case = _locked(record_id, by)
    if refusal := policies.why_not_lift(by, case):
        raise refusal
    case.ended_on = today
    case.end_reason = reason
    event = events.CoercionLifted(case.number)
    return _move(case, CoercionStatus.LIFTED, event, by, today)


@transaction.atomic(durable=True)
def apply_to_court(*, record_id: int, by: Official, today: date) -> CoercionCase:
    """Ask the court to enforce: ten days after the demand, within three months."""
    case = _locked(record_id, by)
    refusal = policies.why_not_apply(by, case) or policies.why_not_apply_on(case, on=today)
    if refusal:
        raise refusal
    case.applied_on = today
    event = events.CourtAppliedTo(case.number)
    return _move(case, CoercionStatus.APPLIED, event, by, today)


@transaction.atomic(durable=True)
def stop(*, record_id: int, by: Official, today: date, reason: str) -> CoercionCase:
    """Stop: the party performed, its defence holds, or the government did not approve."""
    case = _locked(record_id, by)
    if refusal := policies.why_not_stop(by, case):
        raise refusal
    case.ended_on = today
    case.end_reason = reason
    event = events.CoercionStopped(case.number, reason)
    return _move(case, CoercionStatus.STOPPED, event, by, today)


@transaction.atomic(durable=True)
def publish(*, record_id: int, by: Official, today: date) -> CoercionCase:
    """Enter that the result was shown to the public."""
    case = _locked(record_id, by)
    if refusal := policies.why_not_publish(by, case):
        raise refusal
    case.disclosed_on = today
    event = events.CoercionPublished(case.number, case.power.code)
    case.save()
    record(event, about=case, by=by, day=today, basis=basis("coercion.publish", today))
    return case


@transaction.atomic(durable=True)
def close(*, record_id: int, by: Official, today: date) -> CoercionCase:
    """Close a case and file its papers."""
    case = _locked(record_id, by)
    if refusal := policies.why_not_close(by, case):
        raise refusal
    case.ended_on = case.ended_on or today
    case.status = CoercionStatus.CLOSED
    case.save()
    event = events.CoercionClosed(case.number)
    record(event, about=case, by=by, day=today, basis=basis("coercion.close", today))
    return case


def _locked(record_id: int, by: Official) -> CoercionCase:
    cases = CoercionCase.objects.select_for_update(of=("self",))
    return cases.select_related("power", "office").get(pk=record_id, agency=by.agency)


def _move(
    case: CoercionCase, target: CoercionStatus, event: Event, by: Official, today: date
) -> CoercionCase:
    arrow = COERCION_TRANSITIONS[CoercionStatus(case.status), target]
    case.status = target
    return _keep(case, event, by, today, arrow)


def _keep(case: CoercionCase, event: Event, by: Official, today: date, name: str) -> CoercionCase:
    case.save()
    _note(event, case, by, today, name)
    return case


def _note(event: Event, case: CoercionCase, by: Official, today: date, name: str) -> None:
    record(event, about=case, by=by, day=today, basis=basis(name, case.decided_on))
