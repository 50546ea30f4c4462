"""Cases on their charts, as they are stored: begun once, carried on inside the acts of other rooms.

A case keeps the very file of its first day. What is stored is where it stands; the chart is stored
once for all its cases.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from sunlit.flows import moving
from sunlit.flows.chart import Node
from sunlit.flows.conditions import Answers
from sunlit.flows.following import Done, Standing, Trace, followed_to, laid
from sunlit.flows.library import InForce
from sunlit.flows.models import Run, RunStep
from sunlit.flows.running import Place, Program, program
from sunlit.flows.store import stored
from sunlit.kernel.refusals import Refused
from sunlit.organization.models import Agency


@dataclass(frozen=True, slots=True)
class Pinned:
    """The chart that a case keeps: its procedure, the first day of its law, and its file."""

    procedure: str
    since: date
    content: bytes


def pinned(run: Run) -> Pinned:
    """Return the chart that a case keeps."""
    return Pinned(run.procedure, run.since, bytes(run.chart.content))


def begin(agency: Agency, chart: InForce, done: Iterable[Done] = ()) -> Run:
    """Put a case on its chart, inside the act that opens it; what was `done` before is laid first.

    A task that must have been passed and has no day on record gets none.
    """
    trace, standing = laid(program(chart.content), done)
    run = Run(
        agency=agency,
        chart=stored(chart.content),
        procedure=chart.procedure,
        since=chart.since,
    )
    _stand(run, standing)
    run.save()
    acts = {node.id: node.duty.act for node in program(chart.content).chart.tasks}
    RunStep.objects.bulk_create(
        RunStep(run=run, position=place, task=step.node, act=acts[step.node], done_on=step.on)
        for place, step in enumerate(trace.steps, start=1)
    )
    return run


def carry_on(
    run: Run, act: str, *, on: date, answers: Answers, task: str = "", note: str = ""
) -> Run:
    """Carry out an act in a case, inside the act's own transaction; raises where it is not due.

    `run` must be locked by the act. The day is that on which it was done. The chart orders first
    times: an act that is done again, where it is not due again, moves nothing.
    """
    if _not_due(run, act, on=on, task=task) and _was_done(run, act, task):
        return run
    moved = moving.moved(program_of(run), standing_of(run), act, answers, on=on, task=task)
    if not moved.tasks:
        return run
    _stand(run, moved.standing)
    run.save(update_fields=["state", "due", "open_task", "answers", "ended_at", "is_ended"])
    acts = {node.id: node.duty.act for node in program_of(run).chart.tasks}
    last = run.steps.order_by("-position").values_list("position", flat=True).first() or 0
    RunStep.objects.bulk_create(
        RunStep(run=run, position=place, task=one, act=acts[one], done_on=on, note=note)
        for place, one in enumerate(moved.tasks, start=last + 1)
    )
    return run


def conclude(run: Run, answers: Answers) -> Run:
    """End a case that ends beside its chart; where the answers lead to an end, it is that one."""
    _stand(run, moving.concluded(program_of(run), standing_of(run), answers))
    run.is_ended, run.due, run.open_task, run.answers = True, [], "", {}
    run.save(update_fields=["state", "due", "open_task", "answers", "ended_at", "is_ended"])
    return run


def why_not(run: Run, act: str, *, on: date, task: str = "") -> Refused | None:
    """Say which task of the chart comes first, where an act is not due in a case, nor repeated."""
    refusal = _not_due(run, act, on=on, task=task)
    return None if refusal and _was_done(run, act, task) else refusal


def _not_due(run: Run, act: str, *, on: date, task: str) -> Refused | None:
    return moving.why_not(program_of(run), standing_of(run), act, on=on, task=task)


def _was_done(run: Run, act: str, task: str) -> bool:
    return not task and not run.is_ended and run.steps.filter(act=act).exists()


def possible(run: Run) -> list[Node]:
    """Return the tasks that may be done now in a case."""
    if run.is_ended:
        return []
    return moving.possible(program_of(run), standing_of(run))


def trace_of(run: Run) -> Trace:
    """Return where a case went and stands on its chart."""
    acts = [Done(step.act, step.done_on, task=step.task) for step in run.steps.order_by("position")]
    trace = followed_to(program_of(run), acts, standing_of(run))
    steps = tuple(replace(step, is_recorded=step.on is not None) for step in trace.steps)
    return replace(trace, steps=steps, now=() if run.is_ended else trace.now)


def days_of(run: Run) -> list[date]:
    """Return the days on which something was done in a case, in the order of its steps."""
    days = run.steps.exclude(done_on=None).order_by("position").values_list("done_on", flat=True)
    return [day for day in days if day is not None]


def program_of(run: Run) -> Program:
    """Return the chart of a case, ready to run."""
    return program(bytes(run.chart.content))


def standing_of(run: Run) -> Standing:
    """Return where a case stands, as it is stored."""
    ready = (*run.due, run.open_task) if run.open_task else tuple(run.due)
    return Standing(Place(run.state, ready, tuple(run.ended_at)), run.open_task, run.answers)


def _stand(run: Run, standing: Standing) -> None:
    run.state = standing.place.state
    run.due = list(standing.due)
    run.open_task = standing.open
    run.answers = dict(standing.known) if standing.open else {}
    run.ended_at = list(standing.place.ended_at)
    run.is_ended = standing.place.is_ended
