"""How far a case is on its flow chart, as the page of a record orders its acts by it."""

from collections.abc import Iterable

from sunlit.approvals import running
from sunlit.design.registers import OnChart
from sunlit.flows.known import RECORD

RECORD_STEP = "record-step"
"""The act that enters a task without an act of its own."""


def on_chart(case: running.Case) -> OnChart:
    """Return which acts a case's chart has due, and which it saw done, by their names."""
    due = running.possible(case)
    acts = [act for task in due for act in (task.duty.act, task.duty.along_with) if act]
    done = case.run.steps.values_list("act", flat=True) if case.run is not None else ()
    return OnChart(due=_named(acts), done=_named(done), is_open=len(due) > 1)


def _named(acts: Iterable[str]) -> frozenset[str]:
    return frozenset(RECORD_STEP if act == RECORD else act.partition(".")[2] for act in acts)
