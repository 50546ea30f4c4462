"""The flow chart of a procedure on its page, by the law of the day."""

from dataclasses import replace
from datetime import date

from django.urls import reverse

from sunlit.design.pieces import FlowShown
from sunlit.flows.library import Shipped, chart_in_force
from sunlit.flows.showing import shown
from sunlit.powers.models import Procedure


def chart_of(procedure: Procedure, on: date) -> Shipped | None:
    """Return the chart of a procedure that is in force on a day, if there is one."""
    return chart_in_force(procedure.code, on)


def shown_chart(procedure: Procedure, on: date) -> FlowShown | None:
    """Return the chart of a procedure for its page; None where it has none."""
    one = chart_of(procedure, on)
    if one is None:
        return None
    chart = shown(one, title=procedure.name, page_of=_page_of, describes="steps-title")
    return replace(
        chart,
        svg_url=reverse("portal:flow-chart", args=[procedure.code, "svg"]),
        bpmn_url=reverse("portal:flow-chart", args=[procedure.code, "bpmn"]),
    )


def _page_of(code: str) -> str:
    return reverse("portal:procedure", args=[code])
