"""The acts on licence cases, from receipt to publication."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from sunlit.approvals import events, rules, running, selectors
from sunlit.approvals.lifecycle import TRANSITIONS, Status
from sunlit.approvals.models import Channel, LicenceCase, NonAcceptance, Result, SiteCheck
from sunlit.approvals.policies import handling
from sunlit.approvals.policies import licences as policies
from sunlit.approvals.policies.issued import why_not_this_applicant
from sunlit.approvals.policies.permission import basis, wrong_moment
from sunlit.approvals.services.letters import write_with
from sunlit.approvals.services.opening import Applied, open_case, received
from sunlit.approvals.services.publicity import publicity_opened
from sunlit.kernel.calendar import WorkingCalendar
from sunlit.kernel.refusals import BeyondCalendar
from sunlit.ledger.events import Event
from sunlit.ledger.services import record
from sunlit.organization.models import Agency, Official
from sunlit.organization.selectors import official_calendar
from sunlit.organization.services.founding import records_post
from sunlit.powers.models import Power
from sunlit.powers.policies import why_not_open_case


@transaction.atomic(durable=True)
def receive(
    *,
    agency: Agency,
    by: Official,
    today: date,
    power: Power,
    received_at: str,
    channel: str = Channel.WINDOW,
    **said: Any,
) -> LicenceCase:
    """Receive an application for a licence and give it a number; `said`: as `Applied` has it."""
    if refusal := policies.why_not_receive(by) or why_not_open_case(power, on=today):
        raise refusal
    applied = Applied(**said)
    if refusal := why_not_this_applicant(agency, power, applied.applicant, on=today):
        raise refusal
    case = open_case(
        agency=agency,
        power=power,
        applied=applied,
        channel=channel,
        received_at=received_at,
        today=today,
    )
    note(received(case), case, by, today, "licence.apply")
    return case


@transaction.atomic(durable=True)
def ask_for_supplement(
    *, record_id: int, by: Official, today: date, supplement_notice: str
) -> LicenceCase:
    """Tell the applicant, once and within five working days, everything that is missing."""
    case = locked_case(record_id, by)
    if refusal := policies.why_not_ask_for_supplement(by, case, on=today):
        raise refusal
    case.supplement_notice_on = today
    case.supplement_notice = supplement_notice
    event = events.SupplementAskedFor(number=case.number, missing=supplement_notice)
    running.go_on(case, "licence-cases.ask-for-supplement", on=today)
    return _move(case, Status.AWAITING_SUPPLEMENT, event, by, today)


@transaction.atomic(durable=True)
def accept(*, record_id: int, by: Official, today: date) -> LicenceCase:
    """Accept an application that is complete; the time for the decision begins."""
    case = locked_case(record_id, by)
    if refusal := policies.why_not_accept(by, case):
        raise refusal
    notice_due = selectors.last_day(case.agency_id, "licence.correction_notice", case.received_on)
    case.accepted_on = rules.accepted_on(
        received_on=case.received_on,
        supplement_asked=case.supplement_notice_on is not None,
        notice_due=notice_due or today,
        on=today,
    )
    case.promised_due_on = promised_due_on(case, official_calendar(case.agency_id))
    event = events.LicenceApplicationAccepted(case.number, case.promised_days)
    running.go_on(case, "licence-cases.accept", on=today)
    return _move(case, Status.ACCEPTED, event, by, today)


@transaction.atomic(durable=True)
def count_as_accepted(*, record_id: int, agency: Agency, today: date) -> LicenceCase:
    """Enter that silence has accepted an application, from its receipt (art. 32 (1)(4)).

    The clock brings it about, in the name of the operator of the installation.
    """
    by = records_post(agency, today=today)
    case = locked_case(record_id, by)
    accepted_on = selectors.accepted_by_silence(case, on=today)
    if accepted_on is None:
        reason = _("The application does not count as accepted.")
        raise wrong_moment(reason, "licence.correction_notice", case.received_on)
    case.accepted_on = accepted_on
    case.promised_due_on = promised_due_on(case, official_calendar(case.agency_id))
    event = events.handling.LicenceApplicationCountsAsAccepted(case.number, accepted_on)
    name = "licence.correction_notice"
    running.go_on(case, "licence-cases.accept", on=today)
    return _move(case, Status.ACCEPTED, event, by, today, name=name)


@transaction.atomic(durable=True)
def decline(
    *,
    record_id: int,
    by: Official,
    today: date,
    ground: str,
    reason: str,
    competent_agency: str = "",
) -> LicenceCase:
    """Not accept an application: no licence is needed, or another agency is competent."""
    case = locked_case(record_id, by)
    if refusal := handling.why_not_decline(by, case, on=today):
        raise refusal
    if refusal := handling.why_not_that_ground(case, ground, competent_agency):
        raise refusal
    elsewhere = ground == NonAcceptance.Ground.NOT_COMPETENT
    agency = competent_agency.strip() if elsewhere else ""
    NonAcceptance.objects.create(case=case, ground=ground, competent_agency=agency, reason=reason)
    case.ended_on = today
    case.result = Result.DECLINED
    event = events.handling.LicenceApplicationDeclined(case.number, ground, agency)
    running.conclude(case)
    name = "licence.not_competent" if elsewhere else "licence.not_needed"
    return _move(case, Status.DECLINED, event, by, today, name=name)


@transaction.atomic(durable=True)
def close_as_abandoned(*, record_id: int, by: Official, today: date) -> LicenceCase:
    """Close an application whose supplement did not come in time."""
    case = locked_case(record_id, by)
    if refusal := policies.why_not_abandon(by, case, on=today):
        raise refusal
    case.ended_on = today
    case.result = Result.ABANDONED
    event = events.LicenceApplicationAbandoned(number=case.number)
    running.conclude(case, {"supplemented": "no"})
    return _move(case, Status.ABANDONED, event, by, today)


@transaction.atomic(durable=True)
def survey(
    *, record_id: int, by: Official, today: date, staff: str, finding: str = ""
) -> LicenceCase:
    """Enter that the facts were checked on the spot, by two officials or more.

    `staff`: their posts, one a line.
    """
    case = locked_case(record_id, by)
    if refusal := policies.why_not_survey(by, case):
        raise refusal
    posts = rules.posts_named(staff)
    if refusal := handling.why_not_these_on_the_spot(case, posts):
        raise refusal
    SiteCheck.objects.create(case=case, checked_on=today, staff=posts, finding=finding)
    case.surveyed_on = today
    running.go_on(case, "licence-cases.survey", on=today)
    return _move(case, Status.SURVEYED, events.LicenceSurveyed(case.number), by, today)


@transaction.atomic(durable=True)
def review(*, record_id: int, by: Official, today: date, review_opinion: str) -> LicenceCase:
    """Give the section's opinion on an application."""
    case = locked_case(record_id, by)
    if refusal := policies.why_not_review(by, case):
        raise refusal
    case.reviewed_on = today
    case.review_opinion = review_opinion
    running.go_on(case, "licence-cases.review", on=today)
    return _move(case, Status.REVIEWED, events.LicenceReviewed(case.number), by, today)


@transaction.atomic(durable=True)
def extend(*, record_id: int, by: Official, today: date, reason: str) -> LicenceCase:
    """Extend the time for the decision, once, and tell the applicant why."""
    case = locked_case(record_id, by)
    if refusal := policies.why_not_extend(by, case, on=today):
        raise refusal
    case.is_extended = True
    case.extension_reason = reason
    case.save()
    event = events.LicenceDecisionExtended(number=case.number, reason=reason)
    note(event, case, by, today, "licence.extend")
    return case


@transaction.atomic(durable=True)
def grant(*, record_id: int, by: Official, today: date, document_number: str) -> LicenceCase:
    """Grant the licence."""
    return _decide(record_id, by, today, result=Result.GRANTED, document_number=document_number)


@transaction.atomic(durable=True)
def refuse(
    *, record_id: int, by: Official, today: date, document_number: str, reason: str
) -> LicenceCase:
    """Refuse the licence, with the reason in writing."""
    return _decide(
        record_id, by, today, result=Result.REFUSED, document_number=document_number, reason=reason
    )


@transaction.atomic(durable=True)
def deliver(*, record_id: int, by: Official, today: date) -> LicenceCase:
    """Deliver the decision to the applicant."""
    case = locked_case(record_id, by)
    if refusal := policies.why_not_deliver(by, case):
        raise refusal
    case.delivered_on = today
    event = events.LicenceDelivered(number=case.number)
    if case.status == Status.PUBLISHED:
        case.save()
        note(event, case, by, today, "licence.deliver")
        return case
    running.go_on(case, "licence-cases.deliver", on=today)
    return _move(case, Status.DELIVERED, event, by, today)


@transaction.atomic(durable=True)
def publish_result(*, record_id: int, by: Official, today: date) -> LicenceCase:
    """Show the decision to the public."""
    case = locked_case(record_id, by)
    if refusal := policies.why_not_publish(by, case):
        raise refusal
    case.published_on = today
    event = events.LicenceResultPublished(
        case.number, case.power.code, case.result, case.document_number
    )
    running.go_on(case, "licence-cases.publish", on=today)
    return _move(case, Status.PUBLISHED, event, by, today)


@transaction.atomic(durable=True)
def withdraw(*, record_id: int, by: Official, today: date) -> LicenceCase:
    """Enter that the applicant withdrew the application."""
    case = locked_case(record_id, by)
    if refusal := policies.why_not_withdraw(by, case):
        raise refusal
    case.ended_on = today
    case.result = Result.WITHDRAWN
    event = events.LicenceApplicationWithdrawn(number=case.number)
    running.conclude(case)
    return _move(case, Status.WITHDRAWN, event, by, today)


def promised_due_on(case: LicenceCase, calendar: WorkingCalendar) -> date | None:
    """Return the last day of the agency's own promise; None where nothing can tell it."""
    if case.accepted_on is None or not case.promised_days:
        return None
    limit = selectors.promised_limit(case.promised_days, on=case.accepted_on)
    try:
        return rules.due_on(limit, case.accepted_on, calendar)
    except BeyondCalendar:
        return None


def _decide(
    record_id: int, by: Official, today: date, *, result: Result, document_number: str,
    reason: str = "",
) -> LicenceCase:  # fmt: skip
    case = locked_case(record_id, by)
    if refusal := policies.why_not_decide(by, case, on=today):
        raise refusal
    case.decided_on = today
    case.decided_by = by.post
    case.result = result
    case.document_number = document_number
    case.reason = reason
    event = events.LicenceDecided(case.number, case.power.code, result, document_number)
    running.go_on(case, "licence-cases.grant", on=today, answers={"result": result})
    name = "licence.refuse" if result == Result.REFUSED else "licence.decide"
    _move(case, Status.DECIDED, event, by, today, name=name)
    publicity_opened(case)
    return case


def locked_case(record_id: int, by: Official) -> LicenceCase:
    """Return a case of the official's agency, locked for an act."""
    cases = LicenceCase.objects.select_for_update(of=("self",))
    case = cases.select_related("power", "run__chart").get(pk=record_id, agency=by.agency)
    running.begin(case)
    return case


def _move(
    case: LicenceCase, target: Status, event: Event, by: Official, today: date, *, name: str = ""
) -> LicenceCase:
    arrow = TRANSITIONS[Status(case.status), target]
    case.status = target
    case.save()
    note(event, case, by, today, name or arrow)
    return case


def note(event: Event, case: LicenceCase, by: Official, today: date, name: str) -> None:
    """Enter what happened in a case, under the provision of this name."""
    record(event, about=case, by=by, day=today, basis=basis(name, today))
    write_with(event, case, signed_by=by.post, on=today)


def save_and_note(event: Event, case: LicenceCase, by: Official, today: date, name: str) -> None:
    """Save a case that an act leaves where it stands on its chart, and enter what happened."""
    case.save()
    note(event, case, by, today, name)
