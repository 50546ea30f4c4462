"""A version of a flow chart as a page shows it: the picture, the words, what changed."""

from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from sunlit.design.faces import day
from sunlit.design.pieces import FlowShown
from sunlit.design.registers import Label
from sunlit.flows.library import chart_in_force
from sunlit.flows.reading import read
from sunlit.flows.showing import shown
from sunlit.kernel.wording import Wording
from sunlit.powers.charts import versions_in_force
from sunlit.powers.comparing import changes
from sunlit.powers.lifecycle import ChartStatus
from sunlit.powers.models import ChartVersion


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart's file, its procedure, and the first day of the law that it follows."""

    procedure: str
    content: bytes
    since: date


def version_shown(version: ChartVersion) -> FlowShown:
    """Return a version for its page at the desk or on the site, with what changed before it."""
    on = version.in_force_from or version.uploaded_on
    law = chart_in_force(version.procedure.code, on)
    drawn = Drawn(version.procedure.code, version.content, law.since if law else on)
    chart = shown(drawn, title=version.procedure.name, describes="steps-title")
    return replace(
        chart,
        heading=_("The chart, as the public will see it"),
        version=name_of(version.number, version.in_force_from),
        changes=changes_before(version),
    )


def name_of(number: int, since: date | None) -> str:
    """Return what a version of the agency's own is called, with its day, if it has one."""
    if since is None:
        return _now("Version %(number)d of the agency's own, not in force") % {"number": number}
    return _now("Version %(number)d of the agency's own, in force from %(day)s") % {
        "number": number,
        "day": day(since),
    }


def changes_before(version: ChartVersion) -> list[Wording]:
    """Return what a version changes in the chart before it: the agency's own, or the law's."""
    on = version.in_force_from or version.uploaded_on
    earlier = versions_in_force(version.agency, version.procedure.code, on=on)
    before = earlier.exclude(pk=version.pk).first()
    law = chart_in_force(version.procedure.code, on)
    content = before.content if before else law.content if law else None
    if content is None:
        return []
    return changes(read(content).chart, read(version.content).chart)


def state_of(version: ChartVersion, *, today: date) -> tuple[str, Label]:
    """Return how a version stands: the state, and the word for it."""
    status = ChartStatus(version.status)
    if status is ChartStatus.IN_FORCE and version.in_force_from:
        if version.in_force_from > today:
            return "in_time", _("in force on a day to come")
        return "done", _("in force")
    if status is ChartStatus.WITHDRAWN:
        return "neutral", status.label
    return "in_time", status.label
