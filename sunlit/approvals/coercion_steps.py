"""What was done in a demolition, by the days of its record, in the order of the chart."""

from collections.abc import Iterator
from datetime import date

from sunlit.approvals.models import CoercionCase
from sunlit.flows.conditions import Answers
from sunlit.flows.following import Done


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
