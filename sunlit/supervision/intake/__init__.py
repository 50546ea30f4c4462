"""Taking in who watched the agency in a year, and what came of it."""

from sunlit.intake.folder import Folder
from sunlit.intake.registry import Intake, register
from sunlit.supervision.intake.inspections import (
    take_accountability,
    take_findings,
    take_inspections,
)
from sunlit.supervision.intake.learning import take_demonstration_points, take_trainings
from sunlit.supervision.intake.meetings import take_meetings
from sunlit.supervision.intake.supervisors import take_attendance, take_supervisors
from sunlit.supervision.intake.surveys import take_surveys


def take(folder: Folder) -> None:
    """Take in supervisors and meetings, inspections and accountability, surveys and training."""
    supervisors = take_supervisors(folder)
    meetings = take_meetings(folder)
    take_attendance(folder, supervisors, meetings)
    take_accountability(folder)
    take_findings(folder, take_inspections(folder))
    take_surveys(folder)
    take_trainings(folder)
    take_demonstration_points(folder)


register(
    Intake(
        room="supervision",
        files=(
            "supervisors.csv",
            "supervisor_meetings.yaml",
            "accountability.csv",
            "inspections.csv",
            "inspection_findings.csv",
            "surveys.csv",
            "trainings.csv",
            "demonstration_points.csv",
        ),
        take=take,
        after=("organization", "disclosure", "channels"),
    )
)
