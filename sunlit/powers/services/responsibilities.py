"""The acts on what officials answer for: duties at each stage, situations, risk points."""

from datetime import date

from django.db import transaction
from django.db.models import Max

from sunlit.organization.models import Official
from sunlit.powers import events, policies
from sunlit.powers.models import (
    AccountabilitySituation,
    Power,
    ResponsibilityStage,
    RiskPoint,
)
from sunlit.powers.services.steps import enter, locked


@transaction.atomic(durable=True)
def set_duty(
    *, record_id: int, by: Official, today: date, stage: str, duty: str, basis: str
) -> Power:
    """Say what must be done at a stage of using a power, and by which provision."""
    power = locked(record_id, by)
    if refusal := policies.why_not_set_responsibilities(by, power):
        raise refusal
    values: dict[str, object] = {"duty": duty, "basis": basis, "is_example": False}
    last = ResponsibilityStage.objects.filter(power=power).aggregate(last=Max("position"))["last"]
    ResponsibilityStage.objects.update_or_create(
        power=power,
        stage=stage,
        defaults=values,
        create_defaults=values | {"position": (last or 0) + 1},
    )
    _note(power, "duty", stage, by, today)
    return power


@transaction.atomic(durable=True)
def set_situation(
    *, record_id: int, by: Official, today: date, situation: str, basis: str
) -> Power:
    """Name a situation in which officials answer for how a power was used."""
    power = locked(record_id, by)
    if refusal := policies.why_not_set_responsibilities(by, power):
        raise refusal
    known = AccountabilitySituation.objects.filter(power=power)
    last = known.aggregate(last=Max("position"))["last"]
    AccountabilitySituation.objects.update_or_create(
        power=power,
        situation=situation,
        defaults={"basis": basis, "is_example": False},
        create_defaults={"basis": basis, "position": (last or 0) + 1},
    )
    _note(power, "situation", situation, by, today)
    return power


@transaction.atomic(durable=True)
def set_risk(
    *,
    record_id: int,
    by: Official,
    today: date,
    stage: str,
    shows_as: str,
    grade: str,
    control: str,
    post: str,
) -> Power:
    """Name a stage at which integrity is at risk, how that shows, and what is done against it."""
    power = locked(record_id, by)
    if refusal := policies.why_not_set_responsibilities(by, power):
        raise refusal
    values: dict[str, object] = {
        "shows_as": shows_as,
        "grade": grade,
        "control": control,
        "post": post,
    }
    values |= {"is_example": False}
    last = RiskPoint.objects.filter(power=power).aggregate(last=Max("position"))["last"]
    RiskPoint.objects.update_or_create(
        power=power,
        stage=stage,
        defaults=values,
        create_defaults=values | {"position": (last or 0) + 1},
    )
    _note(power, "risk", stage, by, today)
    return power


def _note(power: Power, part: str, name: str, by: Official, on: date) -> None:
    event = events.ResponsibilitySet(power.code, part, name)
    enter(event, power, by=by, on=on, basis="power.responsibility")
