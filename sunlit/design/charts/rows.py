"""Rows of a chart, one under the other: bars, progress, and the shares of a whole."""

from collections.abc import Iterator

from sunlit.design.charts.canvas import MUTED, PAPER, Frame, element, linked, shortened, width_of
from sunlit.design.charts.pieces import Chart, Row

LABEL = 34  # hundredths of the width for labels that stand beside their bars
ROOM = 12  # hundredths kept free for the number behind the longest bar
BESIDE = 96  # pixels: a longer label stands above its bar
LONGEST = 300  # pixels: a longer label is cut; the table has it whole
BAR = 16
LEGEND = 24


def bars(chart: Chart, frame: Frame, tones: tuple[str, ...]) -> tuple[list[str], int]:
    """Draw a bar for each row, its number right behind it; return the drawing and its height."""
    above = any(width_of(row.label) > BESIDE for row in chart.rows)
    drawn, y = legend(chart, frame, tones)
    most = max((row.value for row in chart.rows), default=0) or 1
    for row in chart.rows:
        high = 48 if above else 28
        marks = _row(chart, row, frame, tones, y=y, most=most, above=above)
        drawn.append(linked(row.url, f"{row.label} {row.value}", *marks))
        y += high
    return drawn, y


def legend(chart: Chart, frame: Frame, tones: tuple[str, ...]) -> tuple[list[str], int]:
    """Say what each layer stands for, two to a line; return the drawing and its height."""
    drawn = []
    for number, (layer, tone) in enumerate(zip(chart.layers, tones, strict=False)):
        x, y = 50 * (number % 2), LEGEND * (number // 2)
        drawn.append(frame.mark(tone, chart.code, x=x or 0.2, y=y + 4))
        drawn.append(frame.text(layer.label, x=x, y=y + 15, dx=20, small=True))
    lines = (len(chart.layers) + 1) // 2
    return drawn, lines * LEGEND + (8 if lines else 0)


def shares(chart: Chart, frame: Frame, tones: tuple[str, ...]) -> tuple[list[str], int]:
    """Draw one bar of the whole and, under it, each share with its number and percentage."""
    drawn = []
    x, y = 0.0, 48
    whole = chart.value or 1
    for row, tone in zip(chart.rows, tones, strict=True):
        wide = 100 * row.value / whole
        if wide:
            drawn.append(frame.block(tone, chart.code, x=x, y=4, wide=wide, high=28))
            at = frame.across(x)
            drawn.append(element("line", class_="chart-gap", x1=at, y1=4, x2=at, y2=32,
                                 stroke=PAPER, stroke_width=2))  # fmt: skip
        x += wide
        percent = f"{100 * row.value / whole:.1f} %"
        drawn.append(linked(
            row.url, f"{row.label} {row.value}",
            element("rect", class_="chart-hit", x=0, y=y, width=frame.across(100), height=28,
                    fill="none"),
            frame.mark(tone, chart.code, x=0.2, y=y + 8),
            frame.text(
                shortened(row.label, LONGEST - 120), x=0, y=y + 19, dx=20,
                after=element("tspan", str(row.value), dx=8)
                + element("tspan", percent, dx=8, class_="chart-muted", fill=MUTED),
            ),
        ))  # fmt: skip
        y += 28
    return drawn, y


def _row(
    chart: Chart, row: Row, frame: Frame, tones: tuple[str, ...], *, y: int, most: int, above: bool
) -> Iterator[str]:
    start = 0 if above else LABEL
    top = y + (24 if above else 6)
    yield element("rect", class_="chart-hit", x=0, y=y, width=frame.across(100),
                  height=48 if above else 28, fill="none")  # fmt: skip
    if above:
        yield frame.text(shortened(row.label, LONGEST), x=0, y=y + 17)
    else:
        yield frame.text(row.label, x=LABEL, y=y + 19, dx=-8, text_anchor="end")
    x = float(start)
    for part, tone in zip(row.parts, tones, strict=False):
        wide = (100 - ROOM - start) * part.value / most
        if wide:
            yield frame.block(tone, chart.code, x=x, y=top, wide=wide, high=BAR)
        x += wide
    yield frame.text(f"{row.value}", x=x, y=top + 13, dx=8)
