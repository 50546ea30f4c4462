"""Charts: pure drawing from plain values to SVG, the same on pages and on paper."""

from sunlit.design.charts.drawing import described, drawn, tabulated
from sunlit.design.charts.pieces import Chart, Layer, Line, Part, Row

__all__ = ["Chart", "Layer", "Line", "Part", "Row", "described", "drawn", "tabulated"]
