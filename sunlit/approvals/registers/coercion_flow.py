"""Where a demolition stands on the chart of enforcement, laid from the days of the case."""

from collections.abc import Iterator
from datetime import date

from sunlit.approvals.lifecycle import CoercionStatus
from sunlit.approvals.models import CoercionCase, CoercionKind
from sunlit.design.pieces import FlowShown
from sunlit.flows.conditions import Answers
from sunlit.flows.following import Done, followed
from sunlit.flows.known import RECORD
from sunlit.flows.running import program
from sunlit.flows.showing import shown
from sunlit.powers.charts import chart_used

CHART = "coercion"
ENDED = (CoercionStatus.STOPPED, CoercionStatus.CLOSED)


def coercion_shown(case: CoercionCase) -> FlowShown | None:
    """Return the chart with where a case stands; only a demolition goes the way of the chart."""
    if case.kind != CoercionKind.DEMOLITION:
        return None
    chart = chart_used(case.agency, CHART, case.decided_on)
    if chart is None:
        return None
    trace = followed(program(chart.content), done_in_coercion(case))
    return shown(chart, title="", trace=trace, closed=case.status in ENDED)


def done_in_coercion(case: CoercionCase) -> Iterator[Done]:
    """Yield the tasks of the chart that were done, with their days and answers."""
    gone_on = case.announced_on is not None
    yield from _task("S1", case.decided_on, {"removed_in_time": "no"} if gone_on else {})
    demanded = case.demanded_on is not None
    yield from _task("S2", case.announced_on, {"removed_after_notice": "no"} if demanded else {})
    contested = {"contested": "yes" if case.contested_on else "no"}
    yield from _task("S3", case.demanded_on or case.contested_on, contested)
    yield from _task("S3a", case.ruled_on)
    yield from _task("S4", case.demanded_on)
    held = {"defence_holds": "no"} if case.ordered_on else {}
    yield from _task("S5", case.heard_on, held)
    yield from _task("S6", case.ordered_on)
    yield from _task("S7", case.government_approved_on, {"approved": "yes"})
    yield from _task("S8", case.served_on)
    yield from _task("S9", case.inventoried_on)
    yield from _task("S10", case.carried_out_on)
    yield from _task("S11", case.handed_over_on)
    yield from _task("S12", case.disclosed_on)


def _task(task: str, on: date | None, answers: Answers | None = None) -> Iterator[Done]:
    if on is not None:
        yield Done(RECORD, on, answers or {}, task=task)
