"""Where licence, penalty and coercion cases stand on the charts of their procedures."""

from collections.abc import Iterator
from datetime import date

from sunlit.approvals import coercion_steps, penalty_steps
from sunlit.approvals.lifecycle import CoercionStatus
from sunlit.approvals.models import (
    CoercionCase,
    CoercionKind,
    LicenceCase,
    PenaltyCase,
    PenaltyProcedure,
    Result,
)
from sunlit.design.pieces import FlowShown
from sunlit.flows import runs
from sunlit.flows.conditions import Answer
from sunlit.flows.following import Done, followed
from sunlit.flows.library import InForce
from sunlit.flows.running import program
from sunlit.flows.showing import shown
from sunlit.powers.charts import chart_used

LICENCE_CHART = "license_ordinary"
PENALTY_CHARTS = {
    PenaltyProcedure.SIMPLE: "penalty_simple",
    PenaltyProcedure.ORDINARY: "penalty_ordinary",
    PenaltyProcedure.HEARING: "penalty_hearing",
}
COERCION_CHART = "coercion"
COERCION_ENDED = (CoercionStatus.STOPPED, CoercionStatus.CLOSED)


def chart_of_licence(case: LicenceCase) -> InForce | None:
    """Return the chart by which a licence case runs: that which was in force on its first day."""
    if case.run:
        return runs.pinned(case.run)
    return chart_used(case.agency, LICENCE_CHART, case.received_on)


def chart_of_penalty(case: PenaltyCase) -> InForce | None:
    """Return the chart of a penalty case's own procedure, as it was in force on the day of filing.

    The chart follows the case, not the power: a power that is used by the ordinary procedure has
    a hearing in one case and none in another.
    """
    if case.run:
        return runs.pinned(case.run)
    code = PENALTY_CHARTS[PenaltyProcedure(case.procedure)]
    return chart_used(case.agency, code, case.filed_on)


def chart_of_coercion(case: CoercionCase) -> InForce | None:
    """Return the chart by which a demolition runs; other kinds of coercion have none.

    The lifecycle alone holds those, for their way is one step or two.
    """
    if case.run:
        return runs.pinned(case.run)
    if case.kind != CoercionKind.DEMOLITION:
        return None
    return chart_used(case.agency, COERCION_CHART, case.decided_on)


def done_in_licence(case: LicenceCase) -> Iterator[Done]:
    """Yield what was done in a licence case with the days on record, in the order of the chart."""
    complete: dict[str, Answer] = {}
    if case.supplement_notice_on:
        complete = {"complete": "no"}
    elif case.accepted_on:
        complete = {"complete": "yes"}
    yield Done("licence-cases.receive", case.received_on, complete)
    if case.supplement_notice_on:
        yield Done(
            "licence-cases.ask-for-supplement", case.supplement_notice_on, _supplemented(case)
        )
    yield from _dated("licence-cases.accept", case.accepted_on)
    yield from _dated("licence-cases.survey", case.surveyed_on)
    yield from _dated("licence-cases.review", case.reviewed_on)
    if case.decided_on:
        granted = case.result == Result.GRANTED
        answers = {"result": "granted" if granted else "refused"}
        yield Done("licence-cases.grant", case.decided_on, answers)
    yield from _dated("licence-cases.deliver", case.delivered_on)
    yield from _dated("licence-cases.publish", case.published_on)


def done_in_penalty(case: PenaltyCase) -> Iterator[Done]:
    """Yield what was done in a penalty case with the days on record, in the order of the chart.

    By the simple procedure everything happens on the spot, and the record of a year does not say by
    which way the fine was paid. A decision that is published before it is complied with stands
    before its place on the chart, at its end: it is not laid there.
    """
    if case.procedure == PenaltyProcedure.SIMPLE:
        if case.decided_on is None:
            yield Done("penalty-cases.file", case.filed_on)
            yield from _dated("penalty-cases.notify", case.notified_on)
        yield from _dated("penalty-cases.decide", case.decided_on)
        return
    yield Done("penalty-cases.file", case.filed_on)
    yield from penalty_steps.before_decision(case)
    yield from _dated("penalty-cases.decide", case.decided_on)
    yield from _dated("penalty-cases.serve", case.served_on)
    if case.is_performed or case.paid_on:
        if case.paid_on:
            yield Done("penalty-cases.record-payment", case.paid_on, {"performed": "yes"})
        yield from _dated("penalty-cases.close", case.disclosed_on)


def licence_shown(case: LicenceCase) -> FlowShown | None:
    """Return the chart of a licence case with where it stands."""
    chart = chart_of_licence(case)
    if chart is None:
        return None
    if case.run:
        trace = runs.trace_of(case.run)
    else:
        trace = followed(program(chart.content), done_in_licence(case))
    return shown(chart, title="", trace=trace, closed=case.ended_on is not None)


def penalty_shown(case: PenaltyCase) -> FlowShown | None:
    """Return the chart of a penalty case with where it stands."""
    chart = chart_of_penalty(case)
    if chart is None:
        return None
    if case.run:
        trace = runs.trace_of(case.run)
    else:
        trace = followed(program(chart.content), done_in_penalty(case))
    simple = case.procedure == PenaltyProcedure.SIMPLE
    return shown(chart, title="", trace=trace, closed=simple and case.is_performed)


def coercion_shown(case: CoercionCase) -> FlowShown | None:
    """Return the chart of a demolition with where it stands."""
    chart = chart_of_coercion(case)
    if chart is None:
        return None
    if case.run:
        trace = runs.trace_of(case.run)
    else:
        trace = followed(program(chart.content), coercion_steps.done_in_coercion(case))
    return shown(chart, title="", trace=trace, closed=case.status in COERCION_ENDED)


def _supplemented(case: LicenceCase) -> dict[str, Answer]:
    if case.accepted_on:
        return {"supplemented": "yes"}
    return {"supplemented": "no"} if case.result == Result.ABANDONED else {}


def _dated(act: str, on: date | None) -> Iterator[Done]:
    if on is not None:
        yield Done(act, on)
