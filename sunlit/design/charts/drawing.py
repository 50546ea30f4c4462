"""A chart as SVG, in words, and as the rows of its table."""

from html import escape

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from sunlit.design.charts.canvas import FACE, ORDER, TONES, Frame, element, patterns
from sunlit.design.charts.columns import columns
from sunlit.design.charts.pieces import Chart
from sunlit.design.charts.rows import bars, shares
from sunlit.design.faces import CHINESE, html_language
from sunlit.design.pieces import Cell, Column

_DRAWERS = {"bars": bars, "progress": bars, "columns": columns, "shares": shares}


def drawn(chart: Chart, frame: Frame) -> str:
    """Return the chart as one SVG element.

    Without links it is an image with its description. With links it is a group, because an
    image would hide them from those who hear the page.
    """
    tones = _tones(chart)
    content, height = _DRAWERS[chart.kind](chart, frame, tones)
    name, words = f"{chart.code}-title", described(chart)
    has_links = any(row.url for row in chart.rows)
    size = (
        {"width": "100%", "height": height}
        if frame.width is None
        else {
            "width": frame.width,
            "height": height,
            "viewBox": f"0 0 {frame.width} {height}",
            "xmlns": "http://www.w3.org/2000/svg",
        }
    )
    return element(
        "svg",
        element("title", escape(chart.title), id=name),
        element("desc", escape(words), id=f"{chart.code}-desc", lang=frame.language_of(words)),
        patterns(chart.code, tones),
        *content,
        class_=f"chart-drawing chart-drawing--{chart.kind}",
        role="group" if has_links else "img",
        aria_labelledby=name,
        aria_describedby=f"{chart.code}-desc",
        font_family=FACE,
        **size,
    )


def described(chart: Chart) -> str:
    """Say in words what the chart shows: how many, the largest group, the lines across it."""
    total = ngettext("%(count)d record.", "%(count)d records.", chart.value) % {
        "count": chart.value
    }
    parts = [total]
    largest = max(chart.rows, key=lambda row: row.value, default=None)
    if largest is not None and largest.value:
        facts = {"label": largest.label, "count": largest.value}
        parts.append(_("The largest group: %(label)s, %(count)d.") % facts)
    parts += [_("%(words)s.") % {"words": line.label} for line in chart.lines]
    return ("" if html_language() == CHINESE else " ").join(parts)


def tabulated(chart: Chart) -> tuple[list[Column], list[list[Cell | str]]]:
    """Return the columns and rows of the chart's table: each number opens its records."""
    heads = [Column(chart.by or pgettext("chart", "Group"))]
    heads += [Column(layer.label, number=True) for layer in chart.layers]
    total = pgettext("chart", "Records")
    heads += [Column(total, number=True), Column(pgettext("chart", "Share"), number=True)]
    whole = chart.value
    rows: list[list[Cell | str]] = []
    for row in chart.rows:
        parts = row.parts if chart.layers else ()
        cells = [_opened(part.value, part.url) for part in parts]
        share = f"{100 * row.value / whole:.1f} %" if whole else ""
        rows.append([row.label, *cells, _opened(row.value, row.url), share])
    return heads, rows


def _opened(value: int, url: str) -> Cell:
    opens = bool(url and value)
    return Cell(value, url if opens else "", evidence=opens)


def _tones(chart: Chart) -> tuple[str, ...]:
    """Return a tone for each layer; for shares, one for each row; else one for all."""
    if chart.layers:
        return tuple(
            layer.tone if layer.tone in TONES else ORDER[number % len(ORDER)]
            for number, layer in enumerate(chart.layers)
        )
    if chart.kind == "shares":
        return tuple(ORDER[number % len(ORDER)] for number in range(len(chart.rows)))
    return ("first",)
