"""Readings of licence cases and penalty cases."""

from datetime import date

from django.db.models import QuerySet

from sunlit import statutes
from sunlit.approvals import rules
from sunlit.approvals.lifecycle import ENDED, Status
from sunlit.approvals.models import (
    ExcludedTime,
    InterestedParty,
    LicenceCase,
    LicenceHearing,
    NonAcceptance,
    PenaltyCase,
    PenaltyProcedure,
    ReapplyBan,
    Result,
    SiteCheck,
)
from sunlit.complaints.lifecycle import Decision
from sunlit.complaints.models import Complaint
from sunlit.kernel.calendar import WorkingCalendar
from sunlit.kernel.citations import Citation
from sunlit.kernel.clock import Ended, Event, Limit, Reading, Started, run
from sunlit.kernel.refusals import BeyondCalendar, NotYetLaw
from sunlit.organization.models import Agency
from sunlit.organization.selectors import office_day, official_calendar
from sunlit.organization.selectors.limits import limit_in_force, own_limit
from sunlit.powers.models import Kind, Power
from sunlit.powers.selectors import powers_in_force, windows_open

DECISIONS = (Result.GRANTED, Result.REFUSED)
PENALTY_POWERS = (Kind.PENALTY, Kind.COERCION)


def licence_cases(agency: Agency) -> QuerySet[LicenceCase]:
    """Return all licence cases, in the order of their numbers."""
    cases = LicenceCase.objects.filter(agency=agency).select_related("power")
    return cases.prefetch_related("excluded_times").order_by("year", "number")


def penalty_cases(agency: Agency) -> QuerySet[PenaltyCase]:
    """Return all penalty cases, in the order of their numbers."""
    cases = PenaltyCase.objects.filter(agency=agency).select_related("power", "office", "complaint")
    return cases.order_by("year", "number")


def licences_received_in(agency: Agency, year: int) -> QuerySet[LicenceCase]:
    """Return the applications received in a year."""
    return licence_cases(agency).filter(received_on__year=year)


def licences_received_since_window(agency: Agency, year: int) -> QuerySet[LicenceCase]:
    """Return the applications received in a year since a service window was open."""
    opened = windows_open(agency, year).values_list("opened_on", flat=True).first()
    if opened is None:
        return LicenceCase.objects.none()
    return licences_received_in(agency, year).filter(received_on__gte=opened)


def licences_decided_in(agency: Agency, year: int) -> QuerySet[LicenceCase]:
    """Return the applications granted or refused in a year."""
    return licence_cases(agency).filter(decided_on__year=year)


def penalties_decided_in(agency: Agency, year: int) -> QuerySet[PenaltyCase]:
    """Return the penalties imposed in a year."""
    return penalty_cases(agency).filter(decided_on__year=year)


def hearings_held_in(agency: Agency, year: int) -> QuerySet[PenaltyCase]:
    """Return the penalty cases in which a hearing was held in a year."""
    return penalty_cases(agency).filter(hearing_on__year=year)


def penalties_published_in(agency: Agency, year: int) -> QuerySet[PenaltyCase]:
    """Return the penalty cases whose decision was published in a year."""
    return penalty_cases(agency).filter(disclosed_on__year=year)


def published_licences(agency: Agency) -> QuerySet[LicenceCase]:
    """Return the licence decisions that the public may see, latest first."""
    public = licence_cases(agency).filter(published_on__isnull=False)
    return public.order_by("-decided_on", "-number")


def published_penalties(agency: Agency) -> QuerySet[PenaltyCase]:
    """Return the penalty decisions that the public may see, latest first."""
    public = penalty_cases(agency).filter(
        disclosed_on__isnull=False, publication_withdrawn_on__isnull=True
    )
    return public.order_by("-decided_on", "-number")


def licence_powers(agency: Agency, *, on: date) -> QuerySet[Power]:
    """Return the licences that can be applied for on a day."""
    return powers_in_force(agency, on=on).filter(kind=Kind.LICENCE)


def penalty_powers(agency: Agency, *, on: date) -> QuerySet[Power]:
    """Return the powers of penalty and coercion that can be used on a day."""
    return powers_in_force(agency, on=on).filter(kind__in=PENALTY_POWERS)


def complaints_without_case(agency: Agency) -> QuerySet[Complaint]:
    """Return the accepted complaints that no penalty case names, latest first."""
    accepted = Complaint.objects.filter(agency=agency, decision=Decision.ACCEPTED)
    return accepted.filter(penalty_case=None).order_by("-received_at", "-number")


def working_days_used(case: LicenceCase) -> int | None:
    """Return the working days from acceptance to the end of a licence case."""
    if case.accepted_on is None or case.concluded_on is None:
        return None
    return _days(case.accepted_on, case.concluded_on, official_calendar(case.agency_id))


def licence_clock(case: LicenceCase) -> Reading | None:
    """Return the statutory clock that runs, or ran last, in a licence case."""
    if case.status == Status.AWAITING_SUPPLEMENT and case.supplement_notice_on:
        asked_on = case.supplement_notice_on
        return _read(case.agency_id, "licence.supplement", asked_on, case.supplied_on)
    accepted_on = case.accepted_on or accepted_by_silence(case, on=office_day())
    if accepted_on is None:
        return _read(case.agency_id, "licence.correction_notice", case.received_on, case.ended_on)
    if case.decided_on and case.delivered_on is None:
        return _read(case.agency_id, "licence.deliver", case.decided_on, None)
    if case.decided_on and case.published_on is None:
        return _read(case.agency_id, "disclosure.licence_penalty", case.decided_on, None)
    return decision_clock(case, accepted_on)


def decision_clock(case: LicenceCase, accepted_on: date) -> Reading | None:
    """Return the statutory clock of the decision, without the time that the law leaves out."""
    try:
        version = statutes.rule("licence.decide", on=accepted_on)
        limit = limit_in_force(case.agency_id, "licence.decide", on=accepted_on)
    except NotYetLaw:
        return None
    added = version.extension if case.is_extended else 0
    return _run_decision(case, limit, accepted_on, added=added)


def promised_clock(case: LicenceCase) -> Reading | None:
    """Return the clock of the agency's own promise in a licence case."""
    if case.accepted_on is None or not case.promised_days:
        return None
    limit = promised_limit(case.promised_days, on=case.accepted_on)
    return _run_decision(case, limit, case.accepted_on)


def accepted_by_silence(case: LicenceCase, *, on: date) -> date | None:
    """Return from when an application counts as accepted because nobody said what is missing.

    That is its receipt, once five working days are over without a notice (Licensing Law,
    art. 32 (1)(4)); None while they run, or where something else happened.
    """
    if case.status != Status.RECEIVED or case.supplement_notice_on:
        return None
    due = last_day(case.agency_id, "licence.correction_notice", case.received_on)
    return case.received_on if due and on > due else None


def counting_as_accepted(agency: Agency, *, on: date) -> list[LicenceCase]:
    """Return the applications that silence has accepted, and no act has said so yet."""
    lying = LicenceCase.objects.filter(agency=agency, status=Status.RECEIVED)
    cases = lying.order_by("received_on", "number")
    return [case for case in cases if accepted_by_silence(case, on=on)]


def accepted_in_silence_now(case: LicenceCase) -> date | None:
    """Return from when an application counts as accepted today; None where it does not."""
    return accepted_by_silence(case, on=office_day())


def open_licences(agency: Agency) -> QuerySet[LicenceCase]:
    """Return the licence cases that are neither decided nor ended otherwise."""
    return licence_cases(agency).filter(decided_on=None, ended_on=None)


def site_check_of(case: LicenceCase) -> SiteCheck | None:
    """Return who checked the facts on the spot; None where nobody did, or none is named."""
    return SiteCheck.objects.filter(case=case).order_by("id").first()


def non_acceptance_of(case: LicenceCase) -> NonAcceptance | None:
    """Return why an application was not accepted; None where it was."""
    return NonAcceptance.objects.filter(case=case).order_by("id").first()


def is_barred_by(case: LicenceCase) -> bool:
    """Say whether a case has led to a ban on new applications."""
    return ReapplyBan.objects.filter(case=case).exists()


def running_exclusion(case: LicenceCase) -> ExcludedTime | None:
    """Return the excluded time that runs in a case; None where the clock runs."""
    running = [one for one in case.excluded_times.all() if one.ended_on is None]
    return running[0] if running else None


def hearing_of(case: LicenceCase) -> LicenceHearing | None:
    """Return the hearing in a case, from the day on which the right to it was told."""
    return LicenceHearing.objects.filter(case=case).order_by("id").first()


def last_day_to_ask_for_hearing(case: LicenceCase, hearing: LicenceHearing | None) -> date | None:
    """Return until when a hearing may be asked for; None where no right to one was told."""
    if hearing is None:
        return None
    return last_day(case.agency_id, "licence.hearing_request", hearing.told_on)


def unheard_parties(case: LicenceCase) -> QuerySet[InterestedParty]:
    """Return the interested parties who were told and not heard yet."""
    return case.interested_parties.filter(heard_on=None).order_by("told_on", "id")


def days_promised(power: Power, *, on: date) -> int | None:
    """Return within how many working days the agency promises to decide on a day.

    What the power's own entry on the list promises prevails over what the agency promises for
    all licences; None where neither promises anything.
    """
    if of_power := rules.days_promised(power.promised_days):
        return of_power
    try:
        limit = own_limit(power.agency_id, "licence.decide", on=on)
    except NotYetLaw:
        return None
    return limit.amount if limit else None


def promised_limit(days: int, *, on: date) -> Limit:
    """Return the agency's own limit for a decision."""
    return rules.promise(days, provision_on("licence.promise", on))


def penalty_clock(case: PenaltyCase) -> Reading | None:
    """Return the clock that runs, or ran last, in a penalty case."""
    if case.status in ENDED and case.decided_on is None:
        return None
    if case.decided_on is None:
        return _read(case.agency_id, "penalty.case", case.filed_on, None) or _read(
            case.agency_id, "penalty.promised", case.filed_on, None
        )
    if case.served_on is None:
        return _read(case.agency_id, "penalty.serve", case.decided_on, None)
    if case.fine and case.paid_on is None:
        return _read(case.agency_id, "penalty.pay", case.served_on, None)
    if case.procedure != PenaltyProcedure.SIMPLE and case.disclosed_on is None:
        return _read(case.agency_id, "disclosure.licence_penalty", case.decided_on, None)
    return _read(case.agency_id, "penalty.serve", case.decided_on, case.served_on)


def clock_of_rule(
    agency_id: int, name: str, start: date, end: date | None = None, *, law_of: date
) -> Reading | None:
    """Return the clock of a rule in the version of a day; None where no law or calendar tells."""
    try:
        limit = limit_in_force(agency_id, name, on=law_of)
    except NotYetLaw:
        return None
    return _run(agency_id, limit, start, end)


def last_day(agency_id: int, rule: str, start: date) -> date | None:
    """Return the last day in time by a rule; None where no law or calendar tells it."""
    reading = _read(agency_id, rule, start, None)
    return reading.days[-1].on if reading else None


def _read(agency_id: int, rule: str, start: date, end: date | None) -> Reading | None:
    try:
        limit = limit_in_force(agency_id, rule, on=start)
    except NotYetLaw:
        return None
    return _run(agency_id, limit, start, end)


def _run(agency_id: int, limit: Limit, start: date, end: date | None) -> Reading | None:
    events: list[Event] = [Started(start)]
    if end:
        events.append(Ended(end))
    try:
        return run(limit, events, official_calendar(agency_id))
    except BeyondCalendar:
        return None


def _run_decision(
    case: LicenceCase, limit: Limit, start: date, *, added: int = 0
) -> Reading | None:
    times = list(case.excluded_times.all()) if case.pk else []
    left_out = [
        rules.LeftOut(one.kind, one.began_on, one.announced_days, one.ended_on) for one in times
    ]
    happened = rules.handling_events(
        start,
        left_out,
        provision_on("licence.excluded_time", start),
        added=added,
        ended_on=case.concluded_on,
    )
    runs_not = any(one.ended_on is None for one in times)
    try:
        return run(
            limit, happened, official_calendar(case.agency_id), office_day() if runs_not else None
        )
    except BeyondCalendar:
        return None


def provision_on(name: str, on: date) -> Citation:
    """Return the article that governs a matter of a day: the first version's for one before it."""
    try:
        return statutes.provision(name, on=on)
    except NotYetLaw as refusal:
        return statutes.provision(name, on=refusal.since)


def _days(began: date, ended: date, calendar: WorkingCalendar) -> int | None:
    try:
        return rules.used_days(began, ended, calendar)
    except BeyondCalendar:
        return None
