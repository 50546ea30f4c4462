"""Columns of a chart, side by side: the months of a year, or how many took how many days."""

from collections.abc import Iterator

from sunlit.design.charts.canvas import MUTED, RULE, Frame, element, linked
from sunlit.design.charts.pieces import Chart, Row
from sunlit.design.charts.rows import legend

PLOT = 144
FILLED = 0.72  # of the room that a column has
CROWDED = 12  # so many columns leave room for a label under each
LINE = 20


def columns(chart: Chart, frame: Frame, tones: tuple[str, ...]) -> tuple[list[str], int]:
    """Draw a column for each row, its number on top; return the drawing and its height."""
    drawn, y = legend(chart, frame, tones)
    first = y
    foot = y + LINE * len(chart.lines) + 20 + PLOT
    most = max((row.value for row in chart.rows), default=0) or 1
    room = 100 / (len(chart.rows) or 1)
    for number, line in enumerate(chart.lines):
        drawn += _line(frame, line.label, 100 * line.at, limit=line.is_limit,
                       y=first + LINE * number, foot=foot)  # fmt: skip
    for number, row in enumerate(chart.rows):
        middle = (number + 0.5) * room
        parts = _column(chart, row, frame, tones, middle=middle, room=room, foot=foot, most=most)
        if len(chart.rows) <= CROWDED or number % 2 == 0:
            parts = (*parts, _label(chart, number, frame, middle=middle, y=foot + 16))
        drawn.append(linked(row.url, f"{row.label} {row.value}", *parts))
    drawn.append(element("line", class_="chart-axis", x1=0, y1=foot, x2=frame.across(100), y2=foot,
                         stroke=RULE))  # fmt: skip
    if chart.axis:
        drawn.append(frame.text(chart.axis, x=100, y=foot + 36, text_anchor="end", small=True,
                                muted=True))  # fmt: skip
    return drawn, foot + (40 if chart.axis else 24)


def _label(chart: Chart, number: int, frame: Frame, *, middle: float, y: int) -> str:
    """Write what a column stands for; the last of many ends at the edge, lest it be cut."""
    last = number and number == len(chart.rows) - 1 and len(chart.rows) > CROWDED
    x, anchor = (100.0, "end") if last else (middle, "middle")
    label = chart.rows[number].label
    return frame.text(label, x=x, y=y, small=True, muted=True, text_anchor=anchor)


def _column(
    chart: Chart,
    row: Row,
    frame: Frame,
    tones: tuple[str, ...],
    *,
    middle: float,
    room: float,
    foot: int,
    most: int,
) -> tuple[str, ...]:
    hit = element("rect", class_="chart-hit", x=frame.across(middle - room / 2),
                  y=foot - PLOT - 20, width=frame.across(room), height=PLOT + 44,
                  fill="none")  # fmt: skip
    top = float(foot)
    blocks = []
    for part, tone in zip(row.parts, tones, strict=False):
        high = PLOT * part.value / most
        top -= high
        if high:
            left, wide = middle - room * FILLED / 2, room * FILLED
            blocks.append(frame.block(tone, chart.code, x=left, y=top, wide=wide, high=high))
    if not row.value:
        return (hit,)
    number = frame.text(f"{row.value}", x=middle, y=round(top) - 5, text_anchor="middle",
                        small=True, halo=True)  # fmt: skip
    return (hit, *blocks, number)


def _line(frame: Frame, label: str, at: float, *, limit: bool, y: int, foot: int) -> Iterator[str]:
    yield element("line", class_="chart-limit" if limit else "chart-median", x1=frame.across(at),
                  y1=y + 4, x2=frame.across(at), y2=foot, stroke="#98153f" if limit else MUTED,
                  stroke_width=2 if limit else 1.5,
                  stroke_dasharray="" if limit else "4 4")  # fmt: skip
    side = {"dx": -8, "text_anchor": "end"} if at > 50 else {"dx": 8}  # noqa: PLR2004 the middle
    yield frame.text(label, x=at, y=y + 14, small=True, **side)
