"""Cases of approvals on their charts: what the chart lets be done now, and going on."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache

from sunlit.approvals import coercion_steps, flowing
from sunlit.approvals.models import CoercionCase, LicenceCase, PenaltyCase
from sunlit.flows import moving, runs
from sunlit.flows.chart import Node
from sunlit.flows.conditions import Answer
from sunlit.flows.following import Done, Standing, laid
from sunlit.flows.known import RECORD
from sunlit.flows.library import InForce
from sunlit.flows.running import program
from sunlit.kernel.refusals import Refused

Case = LicenceCase | PenaltyCase | CoercionCase
NOTHING: Mapping[str, Answer] = {}


def first_day(case: Case) -> date:
    """Return the day whose law a case keeps: of its receipt, its filing, or its decision."""
    match case:
        case LicenceCase():
            return case.received_on
        case PenaltyCase():
            return case.filed_on
        case CoercionCase():
            return case.decided_on


def begin(case: Case) -> None:
    """Put a case on its chart, inside an act and before the act changes it; once only.

    A case that was taken in with a year of records is first laid on the chart by its own days.
    """
    chart = _chart(case)
    if case.run_id is None and chart is not None:
        case.run = runs.begin(case.agency, chart, _done(case) if case.pk else ())
        if case.pk:
            case.save(update_fields=["run"])


def open_with(case: Case, act: str, *, on: date) -> None:
    """Put a new case on its chart and carry out the act that opens it."""
    begin(case)
    go_on(case, act, on=on)


def change_chart(case: Case) -> None:
    """Let a case go on by the chart of the procedure that it has now, inside an act.

    What was done before is laid on it by the days on record.
    """
    if case.run is not None:
        runs.conclude(case.run, {"legal_review": "hearing", "response": "hearing"})
    case.run = None
    begin(case)


def go_on(
    case: Case,
    act: str,
    *,
    on: date,
    answers: Mapping[str, Answer] = NOTHING,
    task: str = "",
    note: str = "",
) -> None:
    """Carry out an act on the chart of a case, inside the act; raises where it is not due.

    An act that the chart does not know moves nothing.
    """
    if case.run is not None:
        runs.carry_on(case.run, act, on=on, answers=answers, task=task, note=note)


def conclude(case: Case, answers: Mapping[str, Answer] = NOTHING) -> None:
    """End the run of a case that ends beside its chart, inside the act."""
    if case.run is not None:
        runs.conclude(case.run, answers)


def why_not(case: Case, act: str, *, task: str = "") -> Refused | None:
    """Say what the chart of a case asks for first, where an act is not due on it."""
    if case.run is not None:
        return runs.why_not(case.run, act, on=first_day(case), task=task)
    chart = _chart(case)
    if chart is None:
        return None
    done = _done(case)
    if not task and any(one.act == act for one in done):
        return None
    standing = _standing(chart.content, done)
    return moving.why_not(program(chart.content), standing, act, on=first_day(case), task=task)


def possible(case: Case) -> list[Node]:
    """Return the tasks of the chart that may be done now in a case."""
    if case.run is not None:
        return runs.possible(case.run)
    chart = _chart(case)
    if chart is None:
        return []
    return moving.possible(program(chart.content), _standing(chart.content, _done(case)))


def to_record(case: Case) -> list[Node]:
    """Return the tasks that may be done now and that no act of their own carries out."""
    return [task for task in possible(case) if task.duty.act == RECORD]


def last_day(case: Case) -> date:
    """Return the last day that a case has on its chart; the first of the case before that."""
    days = runs.days_of(case.run) if case.run is not None else []
    return max([first_day(case), *days])


def _chart(case: Case) -> InForce | None:
    match case:
        case LicenceCase():
            return flowing.chart_of_licence(case)
        case PenaltyCase():
            return flowing.chart_of_penalty(case)
        case CoercionCase():
            return flowing.chart_of_coercion(case)


def _done(case: Case) -> list[Done]:
    match case:
        case LicenceCase():
            return list(flowing.done_in_licence(case))
        case PenaltyCase():
            return list(flowing.done_in_penalty(case))
        case CoercionCase():
            return list(coercion_steps.done_in_coercion(case))


def _standing(content: bytes, done: Sequence[Done]) -> Standing:
    """Where a case stands by what was done; a page that asks for each of its acts asks often."""
    return _laid(
        content,
        tuple((one.act, one.on, tuple(sorted(one.answers.items())), one.task) for one in done),
    )


@lru_cache(maxsize=256)
def _laid(
    content: bytes, done: tuple[tuple[str, date | None, tuple[tuple[str, Answer], ...], str], ...]
) -> Standing:
    acts = [Done(act, on, dict(answers), task) for act, on, answers, task in done]
    return laid(program(content), acts)[1]
