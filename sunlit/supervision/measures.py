"""The figures that supervision can give."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.measures.registry import Amount, Face, Measure, Part, register
from sunlit.supervision import selectors
from sunlit.supervision.lifecycle import OUTCOMES
from sunlit.supervision.models import (
    Accountability,
    Attendance,
    DemonstrationPoint,
    Finding,
    Inspection,
    InspectionKind,
    Meeting,
    Opinion,
    Supervisor,
    SupervisorYear,
    Survey,
    Training,
    TrainingKind,
)

LAST_MONTH_OF_FIRST_HALF = 6


def _supervisor(supervisor: Supervisor) -> Face:
    facts = ((_("sector"), supervisor.sector), (_("term"), supervisor.term))
    return Face(
        id=supervisor.appointment,
        number=supervisor.code,
        title=supervisor.label,
        day=supervisor.appointed_on,
        facts=facts,
    )


def _meeting(meeting: Meeting) -> Face:
    facts = ((_("invited"), meeting.invited), (_("attended"), meeting.attended))
    return Face(
        id=meeting.code, number=meeting.code, title=meeting.name, day=meeting.held_on, facts=facts
    )


def _attendance(attendance: Attendance) -> Face:
    meeting, supervisor = attendance.meeting, attendance.supervisor
    number = f"{meeting.code}/{supervisor.code}"
    facts = ((_("sector"), supervisor.sector),)
    return Face(id=number, number=number, title=supervisor.label, day=meeting.held_on, facts=facts)


def _joining(joining: SupervisorYear) -> Face:
    supervisor = joining.supervisor
    facts = (
        (_("sector"), supervisor.sector),
        (_("inspections joined"), joining.inspections_joined),
    )
    return Face(
        id=supervisor.appointment, number=supervisor.code, title=supervisor.label, facts=facts
    )


def _opinion(opinion: Opinion) -> Face:
    facts = (
        (_("office"), opinion.office.name),
        (_("outcome"), opinion.get_status_display()),
        (_("answered on"), opinion.replied_on),
    )
    return Face(
        id=opinion.number,
        number=opinion.number,
        title=opinion.topic,
        day=opinion.meeting.held_on,
        facts=facts,
    )


def _inspection(inspection: Inspection) -> Face:
    facts = (
        (_("kind"), inspection.get_kind_display()),
        (_("bulletin"), inspection.bulletin_number),
    )
    return Face(
        id=inspection.code,
        number=inspection.code,
        title=inspection.scope if inspection.is_published else "",
        day=inspection.held_on,
        facts=facts,
    )


def _finding(finding: Finding) -> Face:
    facts = (
        (_("office"), finding.office.name),
        (_("kind"), finding.kind),
        (_("rectified on"), finding.rectified_on),
    )
    shown = finding.description if finding.inspection.is_published else ""
    return Face(
        id=finding.code, number=finding.code, title=shown, day=finding.notified_on, facts=facts
    )


def _accountability(decision: Accountability) -> Face:
    shown = decision.is_published
    facts = (
        (_("office"), decision.office.name if shown else ""),
        (pgettext_lazy("accountability", "decision"), decision.measure if shown else ""),
    )
    return Face(
        id=decision.code,
        number=decision.code,
        title=decision.fact if shown else "",
        day=decision.decided_on,
        facts=facts,
    )


def _survey(survey: Survey) -> Face:
    facts = ((_("organised by"), survey.organiser),)
    return Face(id=survey.code, number=survey.code, title="", day=survey.surveyed_on, facts=facts)


def _training(training: Training) -> Face:
    facts = (
        (_("kind"), training.get_kind_display()),
        (pgettext_lazy("training", "attended"), training.attended),
    )
    return Face(
        id=training.code,
        number=training.code,
        title=training.title,
        day=training.held_on,
        facts=facts,
    )


def _point(point: DemonstrationPoint) -> Face:
    facts = (
        (_("kind"), point.kind),
        (pgettext_lazy("demonstration point", "level"), point.level),
        (_("visits by others"), point.peer_visits),
    )
    return Face(
        id=point.code, number=point.code, title=point.name, day=point.accepted_on, facts=facts
    )


register(
    Measure(
        code="supervision.supervisors",
        label=_("Supervisors in office"),
        counts=_("supervisors in office in the year, even if only for a part of it"),
        basis="supervision.supervisors",
        population=selectors.supervisors_in_office,
        face=_supervisor,
    ),
    Measure(
        code="supervision.meetings",
        label=_("Meetings with supervisors"),
        counts=_("meetings with supervisors held in the year"),
        basis="supervision.supervisors",
        population=selectors.meetings_held,
        face=_meeting,
    ),
    Measure(
        code="supervision.meetings_first_half",
        label=_("Meetings with supervisors in the first half of the year"),
        counts=_("meetings with supervisors held from January to June"),
        basis="supervision.supervisors",
        population=selectors.meetings_held,
        meets=Q(held_on__month__lte=LAST_MONTH_OF_FIRST_HALF),
        face=_meeting,
    ),
    Measure(
        code="supervision.meetings_second_half",
        label=_("Meetings with supervisors in the second half of the year"),
        counts=_("meetings with supervisors held from July to December"),
        basis="supervision.supervisors",
        population=selectors.meetings_held,
        meets=Q(held_on__month__gt=LAST_MONTH_OF_FIRST_HALF),
        face=_meeting,
    ),
    Measure(
        code="supervision.meetings_reporting",
        label=_("Meetings with a report to the supervisors"),
        counts=_("meetings of the year at which the agency reported on its work"),
        basis="supervision.supervisors",
        population=selectors.meetings_held,
        meets=~Q(reported=[]),
        face=_meeting,
    ),
    Measure(
        code="supervision.attendances",
        label=_("Supervisors at the meetings"),
        counts=_("supervisors who came, counted once for each meeting of the year"),
        basis="supervision.supervisors",
        population=selectors.attendances,
        entered_with="meeting",
        face=_attendance,
        parts={"meeting": Part("meeting__code", _("meeting"))},
    ),
    Measure(
        code="supervision.supervisors_joining",
        label=_("Supervisors who joined inspections"),
        counts=_("supervisors who joined at least one inspection in the year"),
        basis="supervision.supervisors",
        population=selectors.supervisors_joining,
        entered_with="supervisor",
        face=_joining,
    ),
    Measure(
        code="supervision.opinions",
        label=_("Opinions raised"),
        counts=_("opinions raised at the meetings of the year"),
        basis="supervision.supervisors",
        population=selectors.opinions_raised,
        face=_opinion,
    ),
    Measure(
        code="supervision.opinions_answered",
        label=_("Opinions answered"),
        counts=_("opinions raised at the meetings of the year that have been answered"),
        basis="supervision.supervisors",
        population=selectors.opinions_raised,
        meets=Q(status__in=OUTCOMES),
        face=_opinion,
    ),
    Measure(
        code="supervision.inspections_scheduled",
        label=_("Scheduled inspections"),
        counts=_("inspections held in the year at a set time"),
        basis="supervision.inspection",
        population=selectors.inspections_held,
        meets=Q(kind=InspectionKind.SCHEDULED),
        face=_inspection,
    ),
    Measure(
        code="supervision.inspections_unscheduled",
        label=_("Unscheduled inspections"),
        counts=_("inspections held in the year without notice"),
        basis="supervision.inspection",
        population=selectors.inspections_held,
        meets=Q(kind=InspectionKind.UNSCHEDULED),
        face=_inspection,
    ),
    Measure(
        code="supervision.combined_inspections",
        label=_("Combined inspections"),
        counts=_("inspections held in the year together with those of conduct and efficiency"),
        basis="supervision.inspection",
        population=selectors.inspections_held,
        meets=Q(is_combined=True),
        face=_inspection,
    ),
    Measure(
        code="supervision.findings",
        label=_("Findings"),
        counts=_("what the inspections of the year found wrong"),
        basis="supervision.inspection",
        population=selectors.findings_of_year,
        face=_finding,
        parts={"kind": Part("kind", _("kind"))},
    ),
    Measure(
        code="supervision.findings_rectified",
        label=_("Findings rectified"),
        counts=_("findings of the year's inspections that have been rectified and verified"),
        basis="supervision.inspection",
        population=selectors.findings_of_year,
        meets=Q(rectified_on__isnull=False),
        face=_finding,
    ),
    Measure(
        code="supervision.accountability",
        label=_("Accountability decisions"),
        counts=_("decisions of the year that held a post to account"),
        basis="supervision.accountability",
        population=selectors.accountability_decided,
        face=_accountability,
    ),
    Measure(
        code="supervision.survey_rounds",
        label=_("Rounds of social review"),
        counts=_("rounds of social review held in the year"),
        basis="supervision.social_review",
        population=selectors.surveys_held,
        face=_survey,
    ),
    Measure(
        code="supervision.trainings",
        label=_("Occasions to learn"),
        counts=_("occasions for study, exchange and training held in the year"),
        basis="supervision.training",
        population=selectors.trainings_held,
        face=_training,
        parts={"kind": Part("kind", _("kind"), TrainingKind)},
    ),
    Measure(
        code="supervision.demonstration_points",
        label=_("Demonstration points"),
        counts=_("demonstration points accepted in the year"),
        basis="supervision.assessment",
        population=selectors.points_accepted,
        face=_point,
        parts={"kind": Part("kind", _("kind"))},
        amounts={"peer_visits": Amount("peer_visits", _("visits by others"))},
    ),
)
