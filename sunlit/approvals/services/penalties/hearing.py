"""The acts by which the party is told and heard before a penalty is decided."""

from datetime import date
from decimal import Decimal

from django.db import transaction

from sunlit.approvals import events
from sunlit.approvals.events import penalties as happened
from sunlit.approvals.lifecycle import PenaltyStatus
from sunlit.approvals.models import (
    CollectiveDiscussion,
    Defence,
    PenaltyCase,
    PenaltyHearing,
    PenaltyNotice,
    PenaltyProcedure,
)
from sunlit.approvals.policies import penalties as policies
from sunlit.approvals.policies import proceedings
from sunlit.approvals.services.penalties.moving import locked, move, note
from sunlit.kernel.query_codes import new_query_code
from sunlit.organization.models import Official


@transaction.atomic(durable=True)
def notify(
    *,
    record_id: int,
    by: Official,
    today: date,
    facts: str,
    grounds: str,
    legal_basis: str,
    fine: Decimal,
    measure: str = "",
) -> PenaltyCase:
    """Tell the party the facts, the grounds, the penalty proposed and its rights.

    A heavier penalty than the one told of before needs this notice anew.
    """
    case = locked(record_id, by)
    refusal = policies.why_not_notify(by, case) or policies.why_not_fine(case, fine)
    if refusal:
        raise refusal
    PenaltyNotice.objects.create(
        case=case,
        noticed_on=today,
        facts=facts,
        grounds=grounds,
        legal_basis=legal_basis,
        fine=fine,
        measure=measure,
        offers_hearing=case.procedure == PenaltyProcedure.HEARING,
    )
    case.notified_on = today
    case.query_code = case.query_code or new_query_code()
    return move(case, PenaltyStatus.NOTIFIED, events.PartyNotified(case.number), by, today)


@transaction.atomic(durable=True)
def hear_defence(
    *, record_id: int, by: Official, today: date, content: str, answer: str, is_accepted: bool
) -> PenaltyCase:
    """Enter what the party said in its defence, and what the agency answers."""
    case = locked(record_id, by)
    if refusal := proceedings.why_not_hear_defence(by, case):
        raise refusal
    Defence.objects.create(
        case=case, heard_on=today, content=content, answer=answer, is_accepted=is_accepted
    )
    event = happened.DefenceHeard(case.number, is_accepted)
    note(event, case, by, today, "penalty.defence")
    return case


@transaction.atomic(durable=True)
def ask_for_hearing(*, record_id: int, by: Official, today: date, asked_on: date) -> PenaltyCase:
    """Enter that the party asked for a hearing in time."""
    case = locked(record_id, by)
    refusal = proceedings.why_not_ask_for_hearing(by, case) or proceedings.why_not_asked_on(
        case, asked_on, today=today
    )
    if refusal:
        raise refusal
    PenaltyHearing.objects.create(case=case, asked_on=asked_on)
    event = happened.HearingAskedFor(case.number, asked_on)
    note(event, case, by, today, "penalty.ask_for_hearing")
    return case


@transaction.atomic(durable=True)
def set_hearing(
    *,
    record_id: int,
    by: Official,
    today: date,
    set_for: date,
    place: str,
    presider: Official,
    is_public: bool,
) -> PenaltyCase:
    """Tell the party, seven days before, when and where the hearing is and who presides."""
    case = locked(record_id, by)
    refusal = proceedings.why_not_set_hearing(by, case) or proceedings.why_not_set_for(
        case, set_for, presider, today=today
    )
    if refusal:
        raise refusal
    hearing = case.hearing
    hearing.noticed_on = today
    hearing.set_for = set_for
    hearing.place = place
    hearing.presider = presider
    hearing.is_public = is_public
    hearing.save()
    event = happened.HearingSet(case.number, set_for, presider.post)
    note(event, case, by, today, "penalty.set_hearing")
    return case


@transaction.atomic(durable=True)
def hold_hearing(*, record_id: int, by: Official, today: date, record: str) -> PenaltyCase:
    """Enter that the hearing was held, with its record."""
    case = locked(record_id, by)
    if refusal := policies.why_not_hold_hearing(by, case, on=today):
        raise refusal
    case.hearing.record = record
    case.hearing.save()
    case.hearing_on = today
    return move(case, PenaltyStatus.HEARD, events.HearingHeld(case.number), by, today)


@transaction.atomic(durable=True)
def discuss(
    *, record_id: int, by: Official, today: date, participants: str, conclusion: str
) -> PenaltyCase:
    """Enter that the heads of the agency discussed a case together, and their conclusion."""
    case = locked(record_id, by)
    if refusal := proceedings.why_not_discuss(by, case):
        raise refusal
    CollectiveDiscussion.objects.create(
        case=case, held_on=today, participants=participants, conclusion=conclusion
    )
    note(happened.CaseDiscussed(case.number), case, by, today, "penalty.discuss")
    return case
