"""Readings of licence cases and penalty cases."""

from dataclasses import dataclass
from datetime import date
from statistics import median

from django.db.models import Q, QuerySet

from sunlit import statutes
from sunlit.approvals import rules
from sunlit.approvals.lifecycle import Status
from sunlit.approvals.models import LicenceCase, PenaltyCase, PenaltyProcedure, Result
from sunlit.complaints.lifecycle import Decision
from sunlit.complaints.models import Complaint
from sunlit.kernel.calendar import WorkingCalendar
from sunlit.kernel.clock import Ended, Event, Extended, Limit, Reading, Started, run
from sunlit.kernel.refusals import BeyondCalendar, NotYetLaw
from sunlit.organization.models import Agency
from sunlit.organization.selectors import official_calendar
from sunlit.organization.selectors.limits import limit_in_force, own_limit
from sunlit.powers.models import Kind, Power
from sunlit.powers.selectors import windows_open

DECISIONS = (Result.GRANTED, Result.REFUSED)
PENALTY_POWERS = (Kind.PENALTY, Kind.COERCION)


@dataclass(frozen=True)
class PowerStatistics:
    """How often a power was used, and how long it took."""

    cases: int
    decided: int
    median_days: float | None
    """Working days from acceptance or filing to the decision; None while nothing is decided."""


def licence_cases(agency: Agency) -> QuerySet[LicenceCase]:
    """Return all licence cases, in the order of their numbers."""
    cases = LicenceCase.objects.filter(agency=agency).select_related("power")
    return cases.order_by("year", "number")


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
    return _powers(agency, on).filter(kind=Kind.LICENCE)


def penalty_powers(agency: Agency, *, on: date) -> QuerySet[Power]:
    """Return the powers of penalty and coercion that can be used on a day."""
    return _powers(agency, on).filter(kind__in=PENALTY_POWERS)


def complaints_without_case(agency: Agency) -> QuerySet[Complaint]:
    """Return the accepted complaints that no penalty case names, latest first."""
    accepted = Complaint.objects.filter(agency=agency, decision=Decision.ACCEPTED)
    return accepted.filter(penalty_case=None).order_by("-received_at", "-number")


def statistics_of_power(power: Power) -> PowerStatistics:
    """Return how often a power was used, and the median of working days that it took."""
    calendar = official_calendar(power.agency_id)
    licences = power.licence_cases.order_by("id").values_list("accepted_on", "decided_on")
    penalties = power.penalty_cases.order_by("id").values_list("filed_on", "decided_on")
    spans = [*licences, *penalties]
    days = [
        used
        for began, decided in spans
        if began and decided and (used := _days(began, decided, calendar)) is not None
    ]
    decided_cases = sum(1 for _began, decided in spans if decided)
    return PowerStatistics(len(spans), decided_cases, median(days) if days else None)


def working_days_used(case: LicenceCase) -> int | None:
    """Return the working days from acceptance to the end of a licence case."""
    if case.accepted_on is None or case.concluded_on is None:
        return None
    return _days(case.accepted_on, case.concluded_on, official_calendar(case.agency_id))


def licence_clock(case: LicenceCase) -> Reading | None:
    """Return the statutory clock that runs, or ran last, in a licence case."""
    if case.status == Status.AWAITING_SUPPLEMENT and case.supplement_notice_on:
        return _read(case.agency_id, "licence.supplement", case.supplement_notice_on, None)
    if case.accepted_on is None:
        return _read(case.agency_id, "licence.correction_notice", case.received_on, case.ended_on)
    if case.decided_on and case.delivered_on is None:
        return _read(case.agency_id, "licence.deliver", case.decided_on, None)
    if case.decided_on and case.published_on is None:
        return _read(case.agency_id, "disclosure.licence_penalty", case.decided_on, None)
    return _read(
        case.agency_id,
        "licence.decide",
        case.accepted_on,
        case.concluded_on,
        extended=case.is_extended,
    )


def promised_clock(case: LicenceCase) -> Reading | None:
    """Return the clock of the agency's own promise in a licence case."""
    if case.accepted_on is None or not case.promised_days:
        return None
    limit = promised_limit(case.promised_days, on=case.accepted_on)
    return _run(case.agency_id, limit, case.accepted_on, case.concluded_on)


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
    try:
        basis = statutes.provision("licence.promise", on=on)
    except NotYetLaw as refusal:  # a promise older than the instrument that stands for promises
        basis = statutes.provision("licence.promise", on=refusal.since)
    return rules.promise(days, basis)


def penalty_clock(case: PenaltyCase) -> Reading | None:
    """Return the clock that runs, or ran last, in a penalty case."""
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


def last_day(agency_id: int, rule: str, start: date) -> date | None:
    """Return the last day in time by a rule; None where no law or calendar tells it."""
    reading = _read(agency_id, rule, start, None)
    return reading.days[-1].on if reading else None


def _powers(agency: Agency, on: date) -> QuerySet[Power]:
    listed = Q(cancelled_on=None) | Q(cancelled_on__gt=on)
    return Power.objects.filter(listed, agency=agency).order_by("code")


def _read(
    agency_id: int, rule: str, start: date, end: date | None, *, extended: bool = False
) -> Reading | None:
    try:
        version = statutes.rule(rule, on=start)
    except NotYetLaw:
        return None
    added = version.extension if extended else 0
    limit = limit_in_force(agency_id, rule, on=start)
    return _run(agency_id, limit, start, end, added=added)


def _run(
    agency_id: int, limit: Limit, start: date, end: date | None, *, added: int = 0
) -> Reading | None:
    events: list[Event] = [Started(start)]
    if added:
        events.append(Extended(start, added))
    if end:
        events.append(Ended(end))
    try:
        return run(limit, events, official_calendar(agency_id))
    except BeyondCalendar:
        return None


def _days(began: date, ended: date, calendar: WorkingCalendar) -> int | None:
    try:
        return rules.used_days(began, ended, calendar)
    except BeyondCalendar:
        return None
