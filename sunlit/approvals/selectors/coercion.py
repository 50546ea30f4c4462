"""Readings of coercion cases: their clocks, and the days before which nothing may be done."""

from datetime import date, datetime, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from sunlit.approvals import selectors
from sunlit.approvals.lifecycle import CoercionStatus
from sunlit.approvals.models import MEASURES, CoercionCase, CoercionKind, PenaltyCase
from sunlit.kernel.clock import Ended, Event, Paused, Reading, Resumed, Started, run
from sunlit.kernel.hours import HourReading, run_hours
from sunlit.kernel.refusals import BeyondCalendar, NotYetLaw
from sunlit.kernel.wording import Wording
from sunlit.organization.models import Agency
from sunlit.organization.selectors import official_calendar
from sunlit.organization.selectors.limits import limit_in_force
from sunlit.statutes.office_hours import usual_hours

APPRAISAL = Wording("检测、检验、检疫或者技术鉴定的期间", "the time for tests and appraisals")
DEMANDS = {
    CoercionKind.SUBSTITUTE: "coercion.substitute_demand",
    CoercionKind.COURT: "coercion.court_demand",
}
"""The days that must stand between a demand and what follows it, by kind."""


def coercion_cases(agency: Agency) -> QuerySet[CoercionCase]:
    """Return all coercion cases, the latest first."""
    cases = CoercionCase.objects.filter(agency=agency).select_related("power", "office", "penalty")
    return cases.order_by("-decided_on", "-number")


def coercible_penalties(agency: Agency) -> QuerySet[PenaltyCase]:
    """Return the penalties that were served, and can be enforced, latest first."""
    served = PenaltyCase.objects.filter(agency=agency, served_on__isnull=False)
    return served.order_by("-decided_on", "-number")


def holding_clock(case: CoercionCase) -> Reading | None:
    """Return the clock of the time for which things are held; appraisals are left out.

    It runs from the day of the measure, which is before the decision where it was urgent.
    """
    if case.kind not in MEASURES:
        return None
    name = "coercion.seal_extended" if case.is_extended else "coercion.seal"
    try:
        limit = limit_in_force(case.agency_id, name, on=case.decided_on)
    except NotYetLaw:
        return None
    began = timezone.localtime(case.measured_at).date() if case.measured_at else case.decided_on
    events: list[Event] = [Started(began)]
    if case.appraised_from and case.appraised_until:
        events += [Paused(case.appraised_from, APPRAISAL), Resumed(case.appraised_until)]
    if case.ended_on:
        events.append(Ended(case.ended_on))
    try:
        return run(limit, events, official_calendar(case.agency_id))
    except BeyondCalendar:
        return None


def office_time(moment: datetime) -> datetime:
    """Return a moment of the office's own time with its zone."""
    return timezone.make_aware(moment)


def report_clock(case: CoercionCase) -> HourReading | None:
    """Return the 24 hours within which an urgent measure is reported, from its very minute.

    They run day and night, and on days off (Coercion Law, art. 19).
    """
    if case.measured_at is None:
        return None
    start = timezone.localtime(case.measured_at).replace(tzinfo=None)
    try:
        limit = limit_in_force(case.agency_id, "coercion.report_urgent", on=start.date())
    except NotYetLaw:
        return None
    return run_hours(limit, start, official_calendar(case.agency_id), usual_hours())


def report_due_on(case: CoercionCase) -> date:
    """Return the day by which an urgent measure is reported and approved."""
    reading = report_clock(case)
    return reading.due_on if reading else case.decided_on + timedelta(days=1)


def remedies_over_on(case: CoercionCase) -> date | None:
    """Return the last day on which a decision can be contested: by reconsideration or a suit."""
    start = (case.penalty.served_on if case.penalty else None) or case.decided_on
    ends = [
        reading.due_on
        for name in ("reconsideration.apply", "litigation.direct")
        if (reading := selectors.clock_of_rule(case.agency_id, name, start, law_of=start))
        and reading.due_on
    ]
    return max(ends, default=None)


def remedies_clock(case: CoercionCase) -> Reading | None:
    """Return the clock of the longer way to contest a decision, before a demolition."""
    if case.kind not in (CoercionKind.DEMOLITION, CoercionKind.COURT) or case.demanded_on:
        return None
    start = (case.penalty.served_on if case.penalty else None) or case.decided_on
    return selectors.clock_of_rule(case.agency_id, "litigation.direct", start, law_of=start)


def demand_clock(case: CoercionCase) -> Reading | None:
    """Return the days that must stand between the demand and what follows it."""
    name = DEMANDS.get(CoercionKind(case.kind))
    if name is None or case.demanded_on is None:
        return None
    end = case.carried_out_on or case.applied_on or case.ended_on
    return selectors.clock_of_rule(
        case.agency_id, name, case.demanded_on, end, law_of=case.decided_on
    )


def court_clock(case: CoercionCase) -> Reading | None:
    """Return the clock of the application to the court, from the end of the remedies."""
    over = remedies_over_on(case)
    if case.kind != CoercionKind.COURT or over is None:
        return None
    end = case.applied_on or case.ended_on
    return selectors.clock_of_rule(
        case.agency_id, "coercion.court_application", over, end, law_of=case.decided_on
    )


def is_worked(case: CoercionCase, day: date) -> bool | None:
    """Say whether a day is worked; None where the calendar does not know."""
    try:
        return official_calendar(case.agency_id).is_working(day)
    except BeyondCalendar:
        return None


def next_act(case: CoercionCase) -> str:
    """Return the act that comes next by the way of the case's kind."""
    if case.contested_on and not case.ruled_on:
        return "record-ruling"
    if case.status == CoercionStatus.DECIDED:
        if case.kind in MEASURES:
            return _next_of_measure(case)
        return {
            CoercionKind.DEMOLITION: "announce",
            CoercionKind.CLEARANCE: "carry-out",
        }.get(CoercionKind(case.kind), "demand")
    if case.status == CoercionStatus.DEMANDED:
        return {
            CoercionKind.DEMOLITION: "order",
            CoercionKind.SUBSTITUTE: "carry-out",
        }.get(CoercionKind(case.kind), "apply-to-court")
    if case.status == CoercionStatus.INVENTORIED and case.kind in MEASURES:
        return "lift"
    return NEXT.get(case.status, "")


def _next_of_measure(case: CoercionCase) -> str:
    if case.measured_at and not case.reported_at:
        return "report-urgent"
    return "take-inventory" if case.approved_by else "approve-urgent"


NEXT: dict[str, str] = {
    CoercionStatus.ANNOUNCED: "demand",
    CoercionStatus.ORDERED: "record-approval",
    CoercionStatus.APPROVED: "set-day",
    CoercionStatus.SET: "take-inventory",
    CoercionStatus.INVENTORIED: "carry-out",
    CoercionStatus.CARRIED_OUT: "close",
    CoercionStatus.LIFTED: "close",
    CoercionStatus.STOPPED: "close",
    CoercionStatus.APPLIED: "close",
}
