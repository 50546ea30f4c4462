"""Entering on a case that a step of its chart was done, where no act of its own carries it out."""

from datetime import date

from django.db import transaction

from sunlit.approvals import running
from sunlit.approvals.events import StepRecorded
from sunlit.approvals.models import CoercionCase, LicenceCase, PenaltyCase
from sunlit.approvals.policies import steps as policies
from sunlit.flows.known import RECORD
from sunlit.ledger.services import record
from sunlit.organization.models import Official


@transaction.atomic(durable=True)
def record_step_of_licence(
    *, record_id: int, by: Official, today: date, task: str, done_on: date, note: str = ""
) -> LicenceCase:
    """Enter that a step of a licence case was done, and on which day."""
    cases = LicenceCase.objects.select_for_update(of=("self",))
    case = cases.select_related("power", "run__chart").get(pk=record_id, agency=by.agency)
    _record(case, by, today, task, done_on, note)
    return case


@transaction.atomic(durable=True)
def record_step_of_penalty(
    *, record_id: int, by: Official, today: date, task: str, done_on: date, note: str = ""
) -> PenaltyCase:
    """Enter that a step of a penalty case was done, and on which day."""
    cases = PenaltyCase.objects.select_for_update(of=("self",))
    case = cases.select_related("power", "run__chart").get(pk=record_id, agency=by.agency)
    _record(case, by, today, task, done_on, note)
    return case


@transaction.atomic(durable=True)
def record_step_of_coercion(
    *, record_id: int, by: Official, today: date, task: str, done_on: date, note: str = ""
) -> CoercionCase:
    """Enter that a step of a coercion case was done, and on which day."""
    cases = CoercionCase.objects.select_for_update(of=("self",))
    case = cases.select_related("power", "run__chart").get(pk=record_id, agency=by.agency)
    _record(case, by, today, task, done_on, note)
    return case


def _record(
    case: running.Case, by: Official, today: date, task: str, done_on: date, note: str
) -> None:
    if refusal := policies.why_not_record_step(by, case, task=task):
        raise refusal
    if refusal := policies.why_not_on_day(case, done_on, today=today):
        raise refusal
    node = next(node for node in running.to_record(case) if node.id == task)
    basis = policies.basis_of_step(case, node)
    running.begin(case)
    running.go_on(case, RECORD, on=done_on, task=task, note=note)
    case.save()
    event = StepRecorded(case.number, task=node.name, done_on=done_on, note=note)
    record(event, about=case, by=by, day=today, basis=basis)
