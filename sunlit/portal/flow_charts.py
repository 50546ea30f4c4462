"""The flow chart of a procedure on its page: the one in force on a day, and each one before."""

from dataclasses import dataclass, replace
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from sunlit.design import pieces
from sunlit.design.pieces import FlowShown
from sunlit.flows.library import shipped
from sunlit.flows.showing import shown
from sunlit.powers.charts import ChartUsed, chart_used, eras, running_on_earlier, versions_public
from sunlit.powers.models import ChartVersion, Procedure
from sunlit.powers.showing import Drawn, name_of, version_shown


@dataclass(frozen=True, slots=True)
class Versions:
    """All charts that a procedure had, as its page lists them."""

    columns: list[object]
    rows: list[list[object]]
    running: int
    """How many cases run on another chart than that in force."""


def chart_of(procedure: Procedure, on: date) -> ChartUsed | None:
    """Return the chart of a procedure that is in force on a day, if there is one."""
    return chart_used(procedure.agency, procedure.code, on)


def shown_chart(procedure: Procedure, on: date) -> FlowShown | None:
    """Return the chart of a procedure for its page; None where it has none."""
    one = chart_of(procedure, on)
    if one is None:
        return None
    chart = shown(one, title=procedure.name, page_of=_page_of, describes="steps-title")
    return replace(
        chart,
        version=name_of(one.number, one.used_since) if one.number else "",
        svg_url=reverse("portal:flow-chart", args=[procedure.code, "svg"]),
        bpmn_url=reverse("portal:flow-chart", args=[procedure.code, "bpmn"]),
    )


def version_named(procedure: Procedure, name: str, on: date) -> ChartVersion | Drawn | None:
    """Return a chart that a procedure has or had by its name: a number, or the day of the law."""
    if name.isdigit():
        public = versions_public(procedure.agency, procedure.code, on=on)
        return public.filter(number=int(name)).first() if len(name) < LONGEST else None
    for one in shipped().get(procedure.code, ()):
        if one.since.isoformat() == name and one.since <= on:
            return Drawn(one.procedure, one.content, one.since)
    return None


LONGEST = 8
"""How many digits the number of a version may have."""


def shown_version(procedure: Procedure, name: str, found: ChartVersion | Drawn) -> FlowShown:
    """Return one version of a chart for its page."""
    if isinstance(found, ChartVersion):
        chart = version_shown(found)
    else:
        chart = shown(found, title=procedure.name, page_of=_page_of, describes="steps-title")
    return replace(
        chart,
        svg_url=reverse("portal:chart-version-file", args=[procedure.code, name, "svg"]),
        bpmn_url=reverse("portal:chart-version-file", args=[procedure.code, name, "bpmn"]),
    )


def versions_of(procedure: Procedure, on: date) -> Versions | None:
    """Return all charts of a procedure with their days; None where there is but one."""
    told = eras(procedure.agency, procedure.code, on=on)
    used = chart_of(procedure, on)
    if used is None or len(told) < len(("this one", "another")):
        return None
    columns: list[object] = [
        _("Chart"),
        pieces.Column(_("In force from"), short=True),
        pieces.Column(_("Until"), short=True),
        _("What changed"),
    ]
    rows: list[list[object]] = []
    for era in told:
        name = str(era.number) if era.number else era.since.isoformat()
        words = _("Version %(number)d") % {"number": era.number} if era.number else LAW
        url = reverse("portal:chart-version", args=[procedure.code, name])
        until = era.until or ("" if era.since > on else _("in force"))
        rows.append([pieces.Cell(words, url=url), era.since, until, era.note])
    return Versions(columns, rows, running_on_earlier(procedure.agency, used))


LAW = _("Chart of the law")


def _page_of(code: str) -> str:
    return reverse("portal:procedure", args=[code])
