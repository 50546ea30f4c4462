"""A chart as a page shows it: the picture, the same in words, and where a case stands on both."""

from collections.abc import Callable
from datetime import date

from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _

from sunlit.design import pieces
from sunlit.flows.chart import Chart
from sunlit.flows.drawing import Stand, drawn
from sunlit.flows.following import Trace
from sunlit.flows.library import InForce
from sunlit.flows.reading import read
from sunlit.flows.telling import JOINED, Told, Way, told

NOT_RECORDED = _("not recorded")


def shown(
    one: InForce,
    *,
    title: str,
    trace: Trace | None = None,
    closed: bool = False,
    page_of: Callable[[str], str] | None = None,
    describes: str = "",
) -> pieces.FlowShown:
    """Return a chart for a page, with the trace of a case if one is given.

    A `closed` case waits nowhere, wherever its record breaks off. `page_of` gives the address of
    another procedure by its code; `describes` is the id of the words beside the picture.
    """
    chart = read(one.content).chart
    steps = told(chart)
    links = {step.node: f"#step-{step.number}" for step in steps}
    stand = _stand(chart, trace, closed=closed, links=links) if trace else Stand(links=links)
    picture = drawn(chart, stand, title=title or chart.name, describes=describes)
    return pieces.FlowShown(
        picture=mark_safe(picture),  # noqa: S308  written by an XML writer, which escapes texts
        steps=[_step(step, chart, trace, stand, page_of) for step in steps],
        notes=[note.text for note in chart.notes],
        since=one.since,
        said=list(_said(chart, trace, closed=closed)) if trace else [],
    )


def _stand(chart: Chart, trace: Trace, *, closed: bool, links: dict[str, str]) -> Stand:
    start = {node.id for node in chart.nodes.values() if node.kind == "start"}
    return Stand(
        done={step.node for step in trace.steps if step.is_recorded} | start | {*trace.ended_at},
        unrecorded={step.node for step in trace.steps if not step.is_recorded},
        now=() if closed else trace.now,
        ways=trace.ways,
        guessed=trace.guessed,
        links=links,
    )


def _said(chart: Chart, trace: Trace, *, closed: bool) -> list[object]:
    said: list[object] = []
    if closed and not trace.ended_at:
        said.append(_("The case is closed; the chart shows it as far as its days are on record."))
    asked = [chart.nodes[node] for node in trace.now if chart.decides(chart.nodes[node])]
    if asked and not closed:
        said.append(_("To be decided next: %(question)s") % {"question": asked[0].name})
    if trace.guessed:
        said.append(_("On a dashed line the record does not say how the question was answered."))
    return said


def _step(
    step: Told,
    chart: Chart,
    trace: Trace | None,
    stand: Stand,
    page_of: Callable[[str], str] | None,
) -> pieces.Step:
    last = len(chart.tasks)
    return pieces.Step(
        title=step.task,
        text=step.duty.document,
        by=step.by,
        limit=step.duty.limit,
        anchor=f"step-{step.number}",
        here=step.node in stand.now or _asks(step, chart, trace, stand),
        mark=_("integrity risk point") if step.duty.is_risk_point else "",
        ways=tuple(_way(way, page_of) for way in step.ways) if _says_more(step, last) else (),
        passed=_passed(step.node, trace),
    )


def _asks(step: Told, chart: Chart, trace: Trace | None, stand: Stand) -> bool:
    """Whether a case has done this step and waits at a question that the step leads to."""
    names = {chart.nodes[node].name for node in stand.now if chart.decides(chart.nodes[node])}
    was_done = any(one.node == step.node for one in trace.steps) if trace else False
    return was_done and any(names & {*way.asks.split(JOINED)} for way in step.ways)


def _passed(node: str, trace: Trace | None) -> object:
    """The last day on which a case went through a task, or that it did without one on record."""
    found: object = ""
    for one in trace.steps if trace else ():
        if one.node == node:
            found = one.on if isinstance(one.on, date) else NOT_RECORDED
    return found


def _says_more(step: Told, last: int) -> bool:
    """Whether a step leads elsewhere than simply to the next, or from the last to the end."""
    if len(step.ways) != 1 or step.ways[0].asks or step.ways[0].continues:
        return True
    return step.ways[0].step != step.number + 1 and step.number != last


def _way(way: Way, page_of: Callable[[str], str] | None) -> pieces.StepWay:
    to: object = way.end
    url = ""
    if way.step is not None:
        to, url = _("step %(number)d") % {"number": way.step}, f"#step-{way.step}"
    elif way.continues and page_of is not None:
        url = page_of(way.continues)
    return pieces.StepWay(to, url, way.asks, way.answer)
