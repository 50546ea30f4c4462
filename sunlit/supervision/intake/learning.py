"""Taking in training and demonstration points."""

from typing import Annotated

from pydantic import BeforeValidator

from sunlit.intake.folder import Folder
from sunlit.intake.rows import Amount, Code, Count, Day, Row, coded
from sunlit.supervision import events
from sunlit.supervision.models import DemonstrationPoint, Training, TrainingKind

TRAINING_BASIS = "supervision.training"
DEMONSTRATION_BASIS = "supervision.assessment"
KINDS = {
    "培训": TrainingKind.TRAINING,
    "学习": TrainingKind.STUDY,
    "交流": TrainingKind.EXCHANGE,
}


class TrainingRow(Row):
    """A row of trainings.csv."""

    training_id: Code
    date: Day
    kind: Annotated[TrainingKind, BeforeValidator(coded(KINDS))]
    title: str
    organiser: Code
    audience: str
    attended: Count
    hours: Amount
    content: str


class PointRow(Row):
    """A row of demonstration_points.csv."""

    point_id: Code
    type: str
    unit: Code
    name: str
    applied_on: Day
    accepted_on: Day | None = None
    score: Amount | None = None
    level: str = ""
    practice: str = ""
    peer_visits: Count = 0


def take_trainings(folder: Folder) -> None:
    """Take in the occasions to learn in the year."""
    rows = folder.table("trainings.csv", TrainingRow, key="training_id")
    trainings: dict[str, Training] = {}
    for row in rows:
        office = folder.find("office", row.organiser, row, "organiser")
        if office:
            trainings[row.training_id] = Training(
                agency=folder.agency,
                year=folder.year,
                code=row.training_id,
                held_on=row.date,
                kind=row.kind,
                title=row.title,
                office=office,
                audience=row.audience,
                attended=row.attended,
                hours=row.hours,
                content=row.content,
            )
    folder.save(Training, trainings.values())
    for row in rows:
        if row.training_id in trainings:
            event = events.TrainingHeld(row.training_id, row.kind, row.title, row.attended)
            about = trainings[row.training_id]
            folder.enter(event, about, day=row.date, basis=TRAINING_BASIS, row=row)


def take_demonstration_points(folder: Folder) -> None:
    """Take in the places that show others how open government is done."""
    rows = folder.table("demonstration_points.csv", PointRow, key="point_id")
    points: dict[str, DemonstrationPoint] = {}
    for row in rows:
        folder.in_order(row, "applied_on", "accepted_on")
        office = folder.find("office", row.unit, row, "unit")
        if office:
            points[row.point_id] = DemonstrationPoint(
                agency=folder.agency,
                year=folder.year,
                code=row.point_id,
                kind=row.type,
                office=office,
                name=row.name,
                applied_on=row.applied_on,
                accepted_on=row.accepted_on,
                score=row.score,
                level=row.level,
                practice=row.practice,
                peer_visits=row.peer_visits,
            )
    folder.save(DemonstrationPoint, points.values())
    for row in rows:
        point = points.get(row.point_id)
        if point is None:
            continue
        proposed = events.DemonstrationPointProposed(row.point_id, row.name)
        basis = DEMONSTRATION_BASIS
        folder.enter(proposed, point, day=row.applied_on, basis=basis, row=row)
        if row.accepted_on:
            accepted = events.DemonstrationPointAccepted(row.point_id, row.level)
            folder.enter(accepted, point, day=row.accepted_on, basis=basis, row=row)
