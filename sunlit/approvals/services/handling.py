"""The acts between the acceptance of a licence case and its decision (arts 34-48)."""

from datetime import date

from django.db import transaction

from sunlit.approvals import running, selectors
from sunlit.approvals.events import handling as events
from sunlit.approvals.models import ExcludedTime, InterestedParty, LicenceCase, LicenceHearing
from sunlit.approvals.policies import handling as policies
from sunlit.approvals.services.licences import locked_case, save_and_note
from sunlit.organization.models import Official
from sunlit.organization.selectors import official_calendar


@transaction.atomic(durable=True)
def exclude_time(
    *, record_id: int, by: Official, today: date, kind: str, announced_days: int, purpose: str
) -> LicenceCase:
    """Leave out the time that something takes, and tell the applicant in writing how long.

    `announced_days`: working days; the limit runs on after so many, whatever happens.
    """
    case = locked_case(record_id, by)
    if refusal := policies.why_not_exclude(by, case):
        raise refusal
    ExcludedTime.objects.create(
        case=case,
        kind=kind,
        began_on=today,
        announced_days=announced_days,
        told_on=today,
        note=purpose,
    )
    event = events.LicenceTimeExcluded(case.number, kind, announced_days)
    save_and_note(event, case, by, today, "licence.excluded_time")
    return case


@transaction.atomic(durable=True)
def resume(*, record_id: int, by: Official, today: date, outcome: str) -> LicenceCase:
    """Let the limit of the decision run again, and enter what came of it."""
    case = locked_case(record_id, by)
    if refusal := policies.why_not_resume(by, case):
        raise refusal
    _end_exclusion(case, today, outcome, by)
    return case


@transaction.atomic(durable=True)
def tell_interested_party(*, record_id: int, by: Official, today: date, party: str) -> LicenceCase:
    """Tell somebody whose major interests the licence touches; they may speak."""
    case = locked_case(record_id, by)
    if refusal := policies.why_not_tell_party(by, case):
        raise refusal
    InterestedParty.objects.create(case=case, name=party, told_on=today)
    save_and_note(events.InterestedPartyTold(case.number), case, by, today, "licence.hear_party")
    return case


@transaction.atomic(durable=True)
def hear_interested_party(
    *, record_id: int, by: Official, today: date, party: InterestedParty, opinion: str = ""
) -> LicenceCase:
    """Enter what an interested party said; nothing, where it chose to say nothing."""
    case = locked_case(record_id, by)
    if refusal := policies.why_not_hear_party(by, case):
        raise refusal
    waiting = selectors.unheard_parties(case).select_for_update(of=("self",))
    one = waiting.get(pk=party.pk)
    one.heard_on, one.opinion = today, opinion
    one.save(update_fields=["heard_on", "opinion"])
    running.go_on(case, "licence-cases.hear-interested-party", on=today)
    save_and_note(events.InterestedPartyHeard(case.number), case, by, today, "licence.hear_party")
    return case


@transaction.atomic(durable=True)
def tell_of_hearing(*, record_id: int, by: Official, today: date) -> LicenceCase:
    """Tell applicant and interested parties that they may ask for a hearing."""
    case = locked_case(record_id, by)
    if refusal := policies.why_not_tell_of_hearing(by, case):
        raise refusal
    LicenceHearing.objects.create(case=case, told_on=today)
    save_and_note(
        events.LicenceHearingTold(case.number), case, by, today, policies.HEARING_ON_REQUEST
    )
    return case


@transaction.atomic(durable=True)
def call_hearing(
    *,
    record_id: int,
    by: Official,
    today: date,
    asked_by: str,
    asked_on: date,
    planned_on: date,
    place: str,
    presided_by: str,
) -> LicenceCase:
    """Give notice of a hearing; its time does not count towards the decision."""
    case = locked_case(record_id, by)
    if refusal := policies.why_not_call_hearing(by, case):
        raise refusal
    asked = asked_by != LicenceHearing.AskedBy.AGENCY
    if refusal := policies.why_not_hearing_then(
        case, asked_on=asked_on, planned_on=planned_on, today=today, asked=asked
    ):
        raise refusal
    hearing = LicenceHearing.objects.select_for_update(of=("self",)).get(case=case)
    hearing.asked_by, hearing.asked_on = asked_by, asked_on
    hearing.called_on, hearing.planned_on = today, planned_on
    hearing.place, hearing.presided_by = place, presided_by
    hearing.save()
    days = official_calendar(case.agency_id).working_days_between(today, planned_on)
    ExcludedTime.objects.create(
        case=case, kind="hearing", began_on=today, announced_days=days, told_on=today
    )
    event = events.LicenceHearingCalled(case.number, planned_on, asked_by)
    save_and_note(event, case, by, today, policies.HEARING_PROCEDURE)
    return case


@transaction.atomic(durable=True)
def hold_hearing(*, record_id: int, by: Official, today: date, hearing_record: str) -> LicenceCase:
    """Enter that the hearing was held, with its record, on which the decision must rest."""
    case = locked_case(record_id, by)
    if refusal := policies.why_not_hold_hearing(by, case, on=today):
        raise refusal
    hearing = LicenceHearing.objects.select_for_update(of=("self",)).get(case=case)
    hearing.held_on, hearing.record = today, hearing_record
    hearing.save(update_fields=["held_on", "record"])
    left_out = selectors.running_exclusion(case)
    if left_out:
        left_out.ended_on = today
        left_out.save(update_fields=["ended_on"])
    save_and_note(
        events.LicenceHearingHeld(case.number), case, by, today, policies.HEARING_PROCEDURE
    )
    return case


def _end_exclusion(case: LicenceCase, today: date, outcome: str, by: Official) -> None:
    left_out = ExcludedTime.objects.select_for_update(of=("self",)).get(case=case, ended_on=None)
    left_out.ended_on, left_out.outcome = today, outcome
    left_out.save(update_fields=["ended_on", "outcome"])
    event = events.LicenceTimeResumed(case.number, left_out.kind)
    save_and_note(event, case, by, today, "licence.excluded_time")
