"""Where a demolition stands on the chart of enforcement, laid from the days of the case."""

from collections.abc import Iterator
from datetime import date

from sunlit.approvals.lifecycle import CoercionStatus
from sunlit.approvals.models import CoercionCase, CoercionKind
from sunlit.design.pieces import FlowShown
from sunlit.flows.conditions import Answers
from sunlit.flows.following import Done, followed
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
    """Yield the acts of the chart that were done, with their days and answers.

    A contest before the public notice is laid on the chart when the notice has been given.
    """
    gone_on = case.announced_on is not None
    yield from _act("open", case.decided_on, {"removed_in_time": "no"} if gone_on else {})
    waited = case.contested_on is not None or case.demanded_on is not None
    yield from _act("announce", case.announced_on, {"removed_after_notice": "no"} if waited else {})
    if case.announced_on:
        yield from _act("record-contest", case.contested_on, {"contested": "yes"})
        yield from _act("record-ruling", case.ruled_on)
    yield from _act("demand", case.demanded_on)
    held = {"defence_holds": "no"} if case.ordered_on else {}
    yield from _act("hear-defence", case.heard_on, held)
    yield from _act("order", case.ordered_on)
    yield from _act("record-approval", case.government_approved_on, {"approved": "yes"})
    yield from _act("set-day", case.served_on)
    yield from _act("take-inventory", case.inventoried_on)
    yield from _act("carry-out", case.carried_out_on)
    yield from _act("hand-over", case.handed_over_on)
    yield from _act("publish", case.disclosed_on)


def _act(name: str, on: date | None, answers: Answers | None = None) -> Iterator[Done]:
    if on is not None:
        yield Done(f"coercion-cases.{name}", on, answers or {})
