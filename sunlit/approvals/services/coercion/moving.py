"""What the acts on a coercion case share: find and lock it, move it on, record what happened."""

from collections.abc import Mapping
from datetime import date

from sunlit.approvals import running
from sunlit.approvals.events import coercion as events
from sunlit.approvals.lifecycle import COERCION_TRANSITIONS, CoercionStatus
from sunlit.approvals.models import CoercionCase
from sunlit.approvals.policies.permission import basis
from sunlit.approvals.services.letters import write_with
from sunlit.flows.conditions import Answer
from sunlit.ledger.events import Event
from sunlit.ledger.services import record
from sunlit.organization.models import Official

CONTEST, RULING = "coercion-cases.record-contest", "coercion-cases.record-ruling"
ON_THE_CHART: dict[type[Event], str] = {
    events.CoercionDecided: "coercion-cases.open",
    events.DemolitionAnnounced: "coercion-cases.announce",
    events.CoercionContested: CONTEST,
    events.CoercionRuledOn: RULING,
    events.PerformanceDemanded: "coercion-cases.demand",
    events.CoercionDefenceHeard: "coercion-cases.hear-defence",
    events.EnforcementDecided: "coercion-cases.order",
    events.EnforcementApproved: "coercion-cases.record-approval",
    events.EnforcementSet: "coercion-cases.set-day",
    events.InventoryTaken: "coercion-cases.take-inventory",
    events.CoercionCarriedOut: "coercion-cases.carry-out",
    events.GoodsHandedOver: "coercion-cases.hand-over",
    events.CoercionPublished: "coercion-cases.publish",
}
"""What is done on the flow chart of a case when something happens in it."""
CONTESTED: dict[str, Answer] = {"contested": "yes"}
ANSWERS: dict[type[Event], dict[str, Answer]] = {
    events.CoercionContested: CONTESTED,
    events.EnforcementApproved: {"approved": "yes"},
}
STOPS: dict[str, Answer] = {
    "removed_in_time": "yes",
    "removed_after_notice": "yes",
    "defence_holds": "yes",
    "approved": "no",
}
"""How the question is answered that stands open when a case is stopped."""


def locked(record_id: int, by: Official) -> CoercionCase:
    """Return a case of the official's agency, locked and on its chart."""
    cases = CoercionCase.objects.select_for_update(of=("self",))
    case = cases.select_related("power", "office", "run__chart").get(pk=record_id, agency=by.agency)
    if case.run is None:
        running.begin(case)
        if case.status in (CoercionStatus.STOPPED, CoercionStatus.CLOSED):
            running.conclude(case, STOPS)
    return case


def move(
    case: CoercionCase,
    target: CoercionStatus,
    event: Event,
    by: Official,
    today: date,
    typed: Mapping[str, object] | None = None,
) -> CoercionCase:
    """Move a case on along an arrow of its life, and record what happened."""
    arrow = COERCION_TRANSITIONS[CoercionStatus(case.status), target]
    case.status = target
    return keep(case, event, by, today, arrow, typed=typed)


def keep(
    case: CoercionCase,
    event: Event,
    by: Official,
    today: date,
    name: str,
    *,
    law_of: date | None = None,
    typed: Mapping[str, object] | None = None,
) -> CoercionCase:
    """Keep a case and record what happened.

    `law_of`: another day whose law counts; `typed`: what was typed for the letter of the act.
    """
    case.save()
    _note(event, case, by, today, name, law_of=law_of or case.decided_on)
    write_with(event, case, signed_by=by.post, on=today, typed=typed)
    return case


def _note(
    event: Event, case: CoercionCase, by: Official, today: date, name: str, *, law_of: date
) -> None:
    """Move a case on along its chart and record what happened."""
    _go_on(case, event, on=today)
    record(event, about=case, by=by, day=today, basis=basis(name, law_of))


def _go_on(case: CoercionCase, event: Event, *, on: date) -> None:
    """Move a case on its chart; raises where what happened is not due there.

    The law lets a decision be contested at once, the chart after the public notice: a contest that
    comes before the notice is laid on the chart by the notice.
    """
    if isinstance(event, events.CoercionStopped):
        running.conclude(case, STOPS)
    elif isinstance(event, events.CoercionClosed):
        if case.run is not None and not case.run.is_ended:
            running.conclude(case)
    elif isinstance(event, events.CoercionContested | events.CoercionRuledOn) and (
        case.announced_on is None
    ):
        return
    elif act := ON_THE_CHART.get(type(event), ""):
        day = case.contested_on if isinstance(event, events.CoercionContested) else None
        running.go_on(case, act, on=day or on, answers=ANSWERS.get(type(event), {}))
