"""From a picture's groups to the chart that is drawn: labels in words, addresses of the lists."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from sunlit.design.charts import Chart, Layer, Line, Part, Row
from sunlit.design.charts.canvas import ORDER
from sunlit.design.charts.pieces import Kind as ChartKind
from sunlit.design.faces import month, said
from sunlit.kernel.refusals import Missing
from sunlit.measures.groups import Group, Grouping, grouped, members
from sunlit.measures.pictures import Kind, Picture, Slot, all_pictures
from sunlit.measures.registry import Face
from sunlit.measures.selectors import Measurement

DRAWN_AS: dict[Kind, ChartKind] = {
    Kind.BARS: "bars",
    Kind.COLUMNS_BY_MONTH: "columns",
    Kind.SHARES: "shares",
    Kind.DISTRIBUTION: "columns",
    Kind.PROGRESS: "progress",
}


class Address(Protocol):
    """Where the records of a group, or of one layer of it, are listed."""

    def __call__(self, picture: Picture, year: int, group: str, layer: str = "") -> str: ...


def chart(grouping: Grouping, *, leads_to: Address | None) -> Chart:
    """Return the chart of a picture in the language of the page, its bars as links or not."""
    picture = grouping.picture
    kept = _layers_kept(grouping)
    is_distribution = picture.kind is Kind.DISTRIBUTION
    return Chart(
        code=picture.code,
        title=said(picture.title),
        kind=DRAWN_AS[picture.kind],
        rows=tuple(_row(grouping, group, kept, leads_to) for group in grouping.groups),
        layers=tuple(
            Layer(said(picture.layers[at].label), picture.layers[at].tone or ORDER[at])
            for at in kept
            if picture.layer
        ),
        lines=tuple(_lines(grouping)) if is_distribution and grouping.groups else (),
        by=_told_apart_by(picture),
        axis=_("working days") if is_distribution else "",
    )


def address(picture: Picture, year: int, group: str, layer: str = "") -> str:
    """Return where the site lists the records of a group, or of one layer of it."""
    asked = {"picture": picture.code, "group": group, **({"layer": layer} if layer else {})}
    return f"{reverse('portal:figure', args=[year, picture.counts])}?{urlencode(asked)}"


def group_label(picture: Picture, slot: Slot, year: int) -> str:
    """Return a group's label in the language of the page."""
    if picture.kind is Kind.COLUMNS_BY_MONTH and not slot.label:
        return month(date(year, int(slot.key), 1))
    return said(slot.label) or _("not stated")


@dataclass(frozen=True)
class MeasuredGroup:
    """A group of a picture, or a layer of it, among the records of a figure."""

    title: str
    label: str
    faces: tuple[Face, ...]

    @property
    def value(self) -> int:
        """How many records the group has."""
        return len(self.faces)


def measured_group(found: Measurement, *, picture: str, key: str, layer: str = "") -> MeasuredGroup:
    """Return a group of a figure's picture, in the language of the page.

    Raises `Missing` where the figure has no such picture, or the picture no such group or layer.
    """
    drawn = all_pictures().get(picture)
    if drawn is None or drawn.counts != found.measure.code:
        raise Missing(picture)
    group, slot, records = members(grouped(drawn, found.records, found.year), key, layer)
    label = group_label(drawn, group, found.year)
    return MeasuredGroup(
        title=said(drawn.title),
        label=f"{label}, {said(slot.label)}" if layer else label,
        faces=tuple(found.measure.face(record) for record in records),
    )


def _layers_kept(grouping: Grouping) -> list[int]:
    """Return the places of the layers to draw: those that are empty everywhere are left out."""
    layers = range(len(grouping.picture.layers) if grouping.picture.layer else 1)
    return [at for at in layers if any(group.parts[at] for group in grouping.groups)] or [0]


def _row(grouping: Grouping, group: Group, kept: Sequence[int], leads_to: Address | None) -> Row:
    picture, slot = grouping.picture, group.slot
    keys = [layer.key for layer in picture.layers] if picture.layer else [""]

    def url(layer: str = "") -> str:
        if leads_to is None or not group.value:
            return ""
        return leads_to(picture, grouping.year, slot.key, layer)

    return Row(
        label=group_label(picture, slot, grouping.year),
        parts=tuple(Part(len(group.parts[at]), url(keys[at])) for at in kept),
        url=url(),
    )


def _told_apart_by(picture: Picture) -> str:
    if picture.kind is Kind.COLUMNS_BY_MONTH:
        return _("Month")
    if picture.kind is Kind.DISTRIBUTION:
        return _("Working days")
    return said(picture.by)


def _lines(grouping: Grouping) -> list[Line]:
    """Return the median in the middle of its day, and the limit behind the last day in time."""
    whole = len(grouping.groups) * grouping.width
    lines = []
    if grouping.median is not None:
        words = _("Median: %(days)s days") % {"days": f"{grouping.median:g}"}
        lines.append(Line(words, (grouping.median - grouping.lowest + 0.5) / whole))
    if grouping.limit is not None:
        words = _("Limit: %(days)s days") % {"days": grouping.limit}
        at = (grouping.limit - grouping.lowest + 1) / whole
        lines.append(Line(words, at, is_limit=True))
    return lines
