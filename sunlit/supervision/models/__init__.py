"""The records of supervision."""

from sunlit.supervision.models.inspections import (
    Accountability,
    Finding,
    Inspection,
    InspectionKind,
)
from sunlit.supervision.models.learning import DemonstrationPoint, Training, TrainingKind
from sunlit.supervision.models.meetings import Attendance, Meeting, Opinion
from sunlit.supervision.models.supervisors import Supervisor, SupervisorYear
from sunlit.supervision.models.surveys import Survey, SurveyAnswer

__all__ = [
    "Accountability",
    "Attendance",
    "DemonstrationPoint",
    "Finding",
    "Inspection",
    "InspectionKind",
    "Meeting",
    "Opinion",
    "Supervisor",
    "SupervisorYear",
    "Survey",
    "SurveyAnswer",
    "Training",
    "TrainingKind",
]
