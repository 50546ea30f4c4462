"""Readings of who watches the agency, and what came of it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Prefetch, Q, QuerySet

from sunlit.kernel.calendar import WorkingCalendar
from sunlit.kernel.clock import Reading
from sunlit.kernel.refusals import BeyondCalendar, NotYetLaw
from sunlit.organization.models import Agency
from sunlit.organization.rules.provincial import SATISFACTION
from sunlit.organization.selectors import office_day, official_calendar
from sunlit.organization.selectors.limits import limit_in_force
from sunlit.organization.selectors.provincial import Settled, settled
from sunlit.supervision import rules
from sunlit.supervision.models import (
    Accountability,
    Attendance,
    DemonstrationPoint,
    Finding,
    Inspection,
    Meeting,
    Opinion,
    Supervisor,
    SupervisorYear,
    Survey,
    SurveyAnswer,
    Training,
)


@dataclass(frozen=True)
class Overview:
    """All that the public is shown of one year's supervision."""

    year: int
    supervisors: QuerySet[Supervisor]
    meetings: QuerySet[Meeting]
    """Each with its opinions, in order, and their offices: `meeting.opinions.all()`."""
    inspections: QuerySet[Inspection]
    """Those whose result is published."""
    findings: QuerySet[Finding]
    """What the published inspections found."""
    accountability: QuerySet[Accountability]
    """The decisions that are published."""
    surveys: QuerySet[Survey]
    """Those that are published, each with its answers: `survey.answers.all()`."""
    trainings: QuerySet[Training]
    demonstration_points: QuerySet[DemonstrationPoint]


def overview(agency: Agency, year: int) -> Overview:
    """Return what the public is shown of a year's supervision."""
    opinions = Opinion.objects.select_related("office", "meeting").order_by("position")
    answers = SurveyAnswer.objects.order_by("id")
    return Overview(
        year=year,
        supervisors=supervisors_in_office(agency, year),
        meetings=meetings_held(agency, year).prefetch_related(Prefetch("opinions", opinions)),
        inspections=inspections_held(agency, year).filter(is_published=True),
        findings=findings_of_year(agency, year).filter(inspection__is_published=True),
        accountability=accountability_decided(agency, year).filter(is_published=True),
        surveys=surveys_held(agency, year)
        .filter(published_on__isnull=False)
        .prefetch_related(Prefetch("answers", answers)),
        trainings=trainings_held(agency, year),
        demonstration_points=points_accepted(agency, year),
    )


def supervisors_on(agency: Agency, *, on: date) -> QuerySet[Supervisor]:
    """Return the supervisors in office on a day."""
    return _in_office(agency, first=on, last=on)


def supervisors_in_office(agency: Agency, year: int) -> QuerySet[Supervisor]:
    """Return the supervisors in office in a year, even if only for a part of it."""
    return _in_office(agency, first=date(year, 1, 1), last=date(year, 12, 31))


def _in_office(agency: Agency, *, first: date, last: date) -> QuerySet[Supervisor]:
    still_there = Q(left_on=None) | Q(left_on__gt=first)
    supervisors = Supervisor.objects.filter(
        still_there, agency=agency, appointed_on__lte=last, term_ends_on__gte=first
    )
    return supervisors.select_related("zone").order_by("code", "appointed_on")


def meetings_held(agency: Agency, year: int) -> QuerySet[Meeting]:
    """Return the meetings with supervisors held in a year."""
    meetings = Meeting.objects.filter(agency=agency, held_on__year=year)
    return meetings.select_related("host").order_by("held_on", "code")


def opinions_raised(agency: Agency, year: int) -> QuerySet[Opinion]:
    """Return the opinions raised at the meetings of a year."""
    opinions = Opinion.objects.filter(meeting__agency=agency, meeting__held_on__year=year)
    kept = opinions.select_related("meeting", "office")
    return kept.order_by("meeting__held_on", "meeting__code", "position")


def attendances(agency: Agency, year: int) -> QuerySet[Attendance]:
    """Return who came to the meetings of a year: one record for each supervisor and meeting."""
    came = Attendance.objects.filter(meeting__agency=agency, meeting__held_on__year=year)
    return came.select_related("meeting", "supervisor").order_by(
        "meeting__held_on", "supervisor__code", "id"
    )


def supervisors_joining(agency: Agency, year: int) -> QuerySet[SupervisorYear]:
    """Return the supervisors who joined at least one inspection in a year."""
    years = SupervisorYear.objects.filter(agency=agency, year=year, inspections_joined__gte=1)
    return years.select_related("supervisor").order_by("supervisor__code", "id")


def inspections_held(agency: Agency, year: int) -> QuerySet[Inspection]:
    """Return the inspections held in a year."""
    inspections = Inspection.objects.filter(agency=agency, held_on__year=year)
    return inspections.select_related("office").order_by("held_on", "code")


def findings_of_year(agency: Agency, year: int) -> QuerySet[Finding]:
    """Return what the inspections of a year found."""
    findings = Finding.objects.filter(inspection__agency=agency, inspection__held_on__year=year)
    kept = findings.select_related("inspection", "office", "accountability")
    return kept.order_by("inspection__held_on", "code")


def accountability_decided(agency: Agency, year: int) -> QuerySet[Accountability]:
    """Return the accountability decisions of a year."""
    decisions = Accountability.objects.filter(agency=agency, decided_on__year=year)
    return decisions.select_related("office").order_by("decided_on", "code")


def threshold(survey: Survey) -> Settled:
    """Return the share of the satisfied, in percent, from which a review is passed.

    It is the one that the province had settled when the public was asked, else the usual one.
    """
    return settled(survey.agency_id, SATISFACTION, on=survey.surveyed_on)


def passes(answer: SurveyAnswer, *, survey: Survey) -> bool | None:
    """Say whether a group was satisfied enough with an indicator; None where nobody judged."""
    return rules.passes(answer.rate, Decimal(threshold(survey).value))


def surveys_held(agency: Agency, year: int) -> QuerySet[Survey]:
    """Return the rounds of social review held in a year."""
    surveys = Survey.objects.filter(agency=agency, surveyed_on__year=year)
    return surveys.order_by("surveyed_on", "code")


def trainings_held(agency: Agency, year: int) -> QuerySet[Training]:
    """Return the occasions to learn in a year."""
    trainings = Training.objects.filter(agency=agency, held_on__year=year)
    return trainings.select_related("office").order_by("held_on", "code")


def points_accepted(agency: Agency, year: int) -> QuerySet[DemonstrationPoint]:
    """Return the demonstration points accepted in a year."""
    points = DemonstrationPoint.objects.filter(agency=agency, accepted_on__year=year)
    return points.select_related("office").order_by("code")


def answer_clock(opinion: Opinion) -> Reading | None:
    """Return the clock of the answer to an opinion, by the limit that the agency has promised.

    None where nothing was promised yet, or where the calendar does not reach that far.
    """
    held_on = opinion.meeting.held_on
    try:
        limit = limit_in_force(opinion.meeting.agency_id, "supervision.opinion", on=held_on)
    except NotYetLaw:
        return None
    return rules.answer_clock(
        limit,
        raised_on=held_on,
        answered_on=opinion.replied_on,
        calendar=official_calendar(opinion.meeting.agency_id),
        today=office_day(),
    )


def working_days_to_answer(opinion: Opinion, calendar: WorkingCalendar) -> int | None:
    """Return the working days from the meeting to the answer; None while there is none.

    None also where the calendar does not reach that far.
    """
    if opinion.replied_on is None:
        return None
    try:
        return calendar.working_days_between(opinion.meeting.held_on, opinion.replied_on)
    except BeyondCalendar:
        return None
