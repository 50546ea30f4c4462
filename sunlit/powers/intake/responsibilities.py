"""Taking in what officials answer for, by procedure. The file may be absent.

Without it the integrity risk points are those tasks of the procedure that are marked so.
"""

from collections.abc import Sequence
from typing import Annotated, Any

from django.db import models
from pydantic import BeforeValidator

from sunlit.intake.folder import Folder
from sunlit.intake.rows import Listed, Row, coded
from sunlit.powers.intake.guides import Confidence
from sunlit.powers.models import (
    AccountabilitySituation,
    Power,
    ResponsibilityStage,
    RiskGrade,
    RiskPoint,
    Step,
)

FILE = "responsibilities.yaml"
GRADES = {"高": RiskGrade.HIGH, "中": RiskGrade.MEDIUM, "低": RiskGrade.LOW}


class StagePart(Row):
    """A duty at a stage."""

    stage: str
    duty: str
    basis: str = ""


class SituationPart(Row):
    """A situation in which officials answer."""

    situation: str
    basis: str = ""


class RiskPart(Row):
    """A stage at which integrity is at risk."""

    stage: str
    shows_as: str
    grade: Annotated[RiskGrade, BeforeValidator(coded(GRADES))]
    control: str
    post: str


class ProcedurePart(Row):
    """What holds for all powers that are used by these procedures; several parts add up."""

    procedures: Listed
    stages: tuple[StagePart, ...] = ()
    situations: tuple[SituationPart, ...] = ()
    risks: tuple[RiskPart, ...] = ()


class ResponsibilitiesDocument(Row):
    """responsibilities.yaml."""

    confidence: Confidence = Confidence.OWN
    responsibilities: tuple[ProcedurePart, ...]


def take_responsibilities(folder: Folder) -> None:
    """Take in duties, situations and risk points, and give them to the powers of a procedure."""
    parts: dict[str, list[ProcedurePart]] = {}
    is_example = False
    if (folder.path / FILE).exists():
        document = folder.document(FILE, ResponsibilitiesDocument)
        is_example = document is not None and document.confidence is Confidence.MEMORY
        for part in document.responsibilities if document else ():
            for code in part.procedures:
                if folder.find("procedure", code, part, "procedures"):
                    parts.setdefault(code, []).append(part)
    powers = [power for power in folder.shelf("power").values() if power.pk and power.flow_chart_id]
    if not folder.faults:
        _give(folder, powers, parts, is_example=is_example)


def _give(
    folder: Folder,
    powers: Sequence[Power],
    parts: dict[str, list[ProcedurePart]],
    *,
    is_example: bool,
) -> None:
    steps: dict[str, list[Step]] = {}
    marked = Step.objects.filter(procedure__agency=folder.agency, is_risk_point=True)
    for step in marked.select_related("procedure").order_by("procedure__code", "position"):
        steps.setdefault(step.procedure.code, []).append(step)
    stages: list[Any] = []
    situations: list[Any] = []
    risks: list[Any] = []
    for power in powers:
        code = power.flow_chart.procedure.code if power.flow_chart else ""
        told = parts.get(code, [])
        stages += _numbered(ResponsibilityStage, power, [x for one in told for x in one.stages])
        situations += _numbered(
            AccountabilitySituation, power, [x for one in told for x in one.situations]
        )
        named = [x for one in told for x in one.risks]
        risks += _numbered(RiskPoint, power, named) or [
            RiskPoint(power=power, position=n, stage=step.task, post=step.post)
            for n, step in enumerate(steps.get(code, ()), start=1)
        ]
    for one in (*stages, *situations, *risks):
        is_told = not isinstance(one, RiskPoint) or bool(one.control)  # else a marked task
        one.is_example = is_example and is_told
    _restate(folder, ResponsibilityStage, stages, ("stage", "duty", "basis", "is_example"))
    _restate(folder, AccountabilitySituation, situations, ("situation", "basis", "is_example"))
    names = ("stage", "shows_as", "grade", "control", "post", "is_example")
    _restate(folder, RiskPoint, risks, names)


def _numbered(model: type[models.Model], power: Power, parts: Sequence[Row]) -> list[models.Model]:
    return [
        model(power=power, position=position, **part.model_dump())
        for position, part in enumerate(parts, start=1)
    ]


def _restate(
    folder: Folder, model: type[Any], stated: Sequence[models.Model], names: Sequence[str]
) -> None:
    """Store the parts of those powers for which the folder states others than are known."""
    new: dict[int, list[Any]] = {}
    for one in stated:
        new.setdefault(one.power_id, []).append(one)  # type: ignore[attr-defined]
    known: dict[int, list[Any]] = {}
    for one in model.objects.filter(power__in=new).order_by("power", "position"):
        known.setdefault(one.power_id, []).append(one)
    changed = [
        power
        for power, parts in new.items()
        if [[getattr(part, name) for name in names] for part in parts]
        != [[getattr(part, name) for name in names] for part in known.get(power, ())]
    ]
    model.objects.filter(power__in=changed).delete()
    folder.save(model, [part for power in changed for part in new[power]])
