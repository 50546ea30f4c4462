"""The flow chart of a procedure as a page shows it: the picture, and the same in words."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from sunlit.design import pieces
from sunlit.flows.drawing import Stand, drawn
from sunlit.flows.library import Shipped, chart_in_force
from sunlit.flows.reading import read
from sunlit.flows.telling import Told, Way, told
from sunlit.powers.models import Procedure


@dataclass(frozen=True, slots=True)
class ShownChart:
    """A chart ready for a page, and the day since which it holds."""

    picture: SafeString
    steps: list[pieces.Step]
    note: list[str]
    since: date
    svg_url: str
    bpmn_url: str


def chart_of(procedure: Procedure, on: date) -> Shipped | None:
    """Return the chart of a procedure that is in force on a day, if there is one."""
    return chart_in_force(procedure.code, on)


def shown_chart(procedure: Procedure, on: date) -> ShownChart | None:
    """Return the chart of a procedure for its page; None where it has none."""
    one = chart_of(procedure, on)
    if one is None:
        return None
    chart = read(one.content).chart
    steps = told(chart)
    links = {step.node: f"#step-{step.number}" for step in steps}
    picture = drawn(chart, Stand(links=links), title=procedure.name, describes="steps-title")
    return ShownChart(
        picture=mark_safe(picture),  # noqa: S308  written by an XML writer, which escapes texts
        steps=[_step(step, len(steps)) for step in steps],
        note=[note.text for note in chart.notes],
        since=one.since,
        svg_url=reverse("portal:flow-chart", args=[procedure.code, "svg"]),
        bpmn_url=reverse("portal:flow-chart", args=[procedure.code, "bpmn"]),
    )


def _step(step: Told, last: int) -> pieces.Step:
    return pieces.Step(
        title=step.task,
        text=step.duty.document,
        by=step.by,
        limit=step.duty.limit,
        anchor=f"step-{step.number}",
        mark=_("integrity risk point") if step.duty.is_risk_point else "",
        ways=tuple(_way(way) for way in step.ways) if _says_more(step, last) else (),
    )


def _says_more(step: Told, last: int) -> bool:
    """Whether a step leads elsewhere than simply to the next, or from the last to the end."""
    if len(step.ways) != 1 or step.ways[0].asks or step.ways[0].continues:
        return True
    return step.ways[0].step != step.number + 1 and step.number != last


def _way(way: Way) -> pieces.StepWay:
    to: object = way.end
    url = ""
    if way.step is not None:
        to, url = _("step %(number)d") % {"number": way.step}, f"#step-{way.step}"
    elif way.continues:
        url = reverse("portal:procedure", args=[way.continues])
    return pieces.StepWay(to, url, way.asks, way.answer)
