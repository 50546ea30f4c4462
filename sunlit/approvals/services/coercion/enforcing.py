"""The acts by which a decision is enforced, and by which a coercion case ends."""

from datetime import date, time

from django.db import transaction

from sunlit.approvals import running
from sunlit.approvals.events import coercion as events
from sunlit.approvals.lifecycle import CoercionStatus
from sunlit.approvals.models import CoercionCase
from sunlit.approvals.policies import coercion as policies
from sunlit.approvals.services.coercion.moving import CONTEST, CONTESTED, RULING, keep, locked, move
from sunlit.organization.models import Official


@transaction.atomic(durable=True)
def announce(*, record_id: int, by: Official, today: date, remove_by: date) -> CoercionCase:
    """Tell the public by when the party itself removes what it built."""
    case = locked(record_id, by)
    if refusal := policies.why_not_announce(by, case):
        raise refusal
    case.announced_on = today
    case.remove_by = remove_by
    event = events.DemolitionAnnounced(case.number, remove_by)
    case = move(case, CoercionStatus.ANNOUNCED, event, by, today)
    if case.contested_on:
        running.go_on(case, CONTEST, on=case.contested_on, answers=CONTESTED)
    if case.ruled_on:
        running.go_on(case, RULING, on=case.ruled_on)
    return case


@transaction.atomic(durable=True)
def contest(*, record_id: int, by: Official, today: date, contested_on: date) -> CoercionCase:
    """Enter that the party contested the decision; enforcement waits for the ruling."""
    case = locked(record_id, by)
    if refusal := policies.why_not_contest(by, case):
        raise refusal
    case.contested_on = contested_on
    return keep(case, events.CoercionContested(case.number), by, today, "coercion.contest")


@transaction.atomic(durable=True)
def rule(*, record_id: int, by: Official, today: date) -> CoercionCase:
    """Enter that the contest ended and the decision stands."""
    case = locked(record_id, by)
    if refusal := policies.why_not_rule(by, case):
        raise refusal
    case.ruled_on = today
    return keep(case, events.CoercionRuledOn(case.number), by, today, "coercion.contest")


@transaction.atomic(durable=True)
def demand(
    *,
    record_id: int,
    by: Official,
    today: date,
    perform_by: date,
    perform_how: str = "",
    pay_where: str = "",
) -> CoercionCase:
    """Ask the party in writing to perform, with the day, the way and its rights."""
    case = locked(record_id, by)
    refusal = policies.why_not_demand(by, case) or policies.why_not_demand_on(
        case, perform_by, on=today
    )
    if refusal:
        raise refusal
    case.demanded_on = today
    case.perform_by = perform_by
    event = events.PerformanceDemanded(case.number, perform_by)
    typed = {"perform_how": perform_how, "pay_where": pay_where}
    return move(case, CoercionStatus.DEMANDED, event, by, today, typed)


@transaction.atomic(durable=True)
def hear_defence(
    *, record_id: int, by: Official, today: date, defence: str, defence_answer: str
) -> CoercionCase:
    """Enter what the party said to the demand, and what the agency answers."""
    case = locked(record_id, by)
    if refusal := policies.why_not_hear(by, case):
        raise refusal
    case.defence = defence
    case.defence_answer = defence_answer
    case.heard_on = today
    return keep(case, events.CoercionDefenceHeard(case.number), by, today, "coercion.defence")


@transaction.atomic(durable=True)
def order(
    *,
    record_id: int,
    by: Official,
    today: date,
    order_number: str,
    party_address: str = "",
    why_enforced: str = "",
    enforced_how: str = "",
    enforced_when: str = "",
) -> CoercionCase:
    """Decide the enforcement, when the time of the demand has run out.

    The rest is what the decision says (Coercion Law, art. 37); without it the letter waits.
    """
    case = locked(record_id, by)
    refusal = policies.why_not_order(by, case) or policies.why_not_after_demand(
        case, "coercion.order", on=today
    )
    if refusal:
        raise refusal
    case.ordered_on = today
    case.order_number = order_number
    event = events.EnforcementDecided(case.number, order_number)
    typed = {
        "party_address": party_address,
        "why_enforced": why_enforced,
        "enforced_how": enforced_how,
        "enforced_when": enforced_when,
    }
    return move(case, CoercionStatus.ORDERED, event, by, today, typed)


@transaction.atomic(durable=True)
def record_approval(
    *, record_id: int, by: Official, today: date, government_document: str
) -> CoercionCase:
    """Enter that the government approved the enforcement."""
    case = locked(record_id, by)
    if refusal := policies.why_not_record_approval(by, case):
        raise refusal
    case.government_approved_on = today
    case.government_document = government_document
    event = events.EnforcementApproved(case.number, government_document)
    return move(case, CoercionStatus.APPROVED, event, by, today)


@transaction.atomic(durable=True)
def set_day(
    *, record_id: int, by: Official, today: date, set_for: date, set_at: time
) -> CoercionCase:
    """Serve the decision and announce when it is carried out: no night, no holiday."""
    case = locked(record_id, by)
    refusal = policies.why_not_set_day(by, case) or policies.why_not_on(case, set_for, set_at)
    if refusal:
        raise refusal
    case.served_on = today
    case.set_for = set_for
    case.set_at = set_at
    return move(case, CoercionStatus.SET, events.EnforcementSet(case.number, set_for), by, today)


@transaction.atomic(durable=True)
def take_inventory(
    *, record_id: int, by: Official, today: date, inventory: str, witness: str
) -> CoercionCase:
    """List the things before a witness."""
    case = locked(record_id, by)
    if refusal := policies.why_not_take_inventory(by, case):
        raise refusal
    case.inventory = inventory
    case.witness = witness
    case.inventoried_on = today
    event = events.InventoryTaken(case.number)
    return move(case, CoercionStatus.INVENTORIED, event, by, today)


@transaction.atomic(durable=True)
def carry_out(
    *, record_id: int, by: Official, today: date, scene: str, recording: str
) -> CoercionCase:
    """Carry out, with a record of the scene and a recording of the whole."""
    case = locked(record_id, by)
    refusal = policies.why_not_carry_out(by, case) or policies.why_not_carry_out_on(case, on=today)
    if refusal:
        raise refusal
    case.carried_out_on = today
    case.record = scene
    case.recording = recording
    event = events.CoercionCarriedOut(case.number)
    return move(case, CoercionStatus.CARRIED_OUT, event, by, today)


@transaction.atomic(durable=True)
def hand_over(*, record_id: int, by: Official, today: date) -> CoercionCase:
    """Enter that the things of the inventory were handed over to the party."""
    case = locked(record_id, by)
    if refusal := policies.why_not_hand_over(by, case):
        raise refusal
    case.handed_over_on = today
    return keep(case, events.GoodsHandedOver(case.number), by, today, "coercion.inventory")


@transaction.atomic(durable=True)
def apply_to_court(*, record_id: int, by: Official, today: date) -> CoercionCase:
    """Ask the court to enforce: ten days after the demand, within three months."""
    case = locked(record_id, by)
    refusal = policies.why_not_apply(by, case) or policies.why_not_apply_on(case, on=today)
    if refusal:
        raise refusal
    case.applied_on = today
    event = events.CourtAppliedTo(case.number)
    return move(case, CoercionStatus.APPLIED, event, by, today)


@transaction.atomic(durable=True)
def stop(*, record_id: int, by: Official, today: date, reason: str) -> CoercionCase:
    """Stop: the party performed, its defence holds, or the government did not approve."""
    case = locked(record_id, by)
    if refusal := policies.why_not_stop(by, case):
        raise refusal
    case.ended_on = today
    case.end_reason = reason
    event = events.CoercionStopped(case.number, reason)
    return move(case, CoercionStatus.STOPPED, event, by, today)


@transaction.atomic(durable=True)
def publish(*, record_id: int, by: Official, today: date) -> CoercionCase:
    """Enter that the result was shown to the public."""
    case = locked(record_id, by)
    if refusal := policies.why_not_publish(by, case):
        raise refusal
    case.disclosed_on = today
    event = events.CoercionPublished(case.number, case.power.code)
    return keep(case, event, by, today, "coercion.publish", law_of=today)


@transaction.atomic(durable=True)
def close(*, record_id: int, by: Official, today: date) -> CoercionCase:
    """Close a case and file its papers."""
    case = locked(record_id, by)
    if refusal := policies.why_not_close(by, case):
        raise refusal
    case.ended_on = case.ended_on or today
    case.status = CoercionStatus.CLOSED
    event = events.CoercionClosed(case.number)
    return keep(case, event, by, today, "coercion.close", law_of=today)
