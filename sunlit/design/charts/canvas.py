"""The means of drawing: elements, tones and patterns, the width of text, and two frames.

On a page a chart is fluid: what lies across is a share of the width, so that the text keeps its
size on a narrow screen. On paper the width is fixed. Heights are pixels, on a grid of four.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

FACE = "Noto Sans SC"
TEXT = 14
SMALL = 12
INK = "#24211c"
MUTED = "#5f594e"
RULE = "#857d70"
PAPER = "#fffefb"
# A tone is a class, told apart by colour and by pattern; the colour given here serves on paper.
TONES = {
    "first": ("#24406b", ""),
    "second": ("#7d90ac", "lines"),
    "third": ("#8a6500", "dots"),
    "fourth": ("#f2eee6", ""),
    "fifth": ("#33505a", "cross"),
    "late": ("#98153f", "lines"),
    "open": ("#f2eee6", ""),
}
ORDER = ("first", "second", "third", "fourth", "fifth")
_HOLLOW = frozenset({"fourth", "open"})
_PATTERNS = {
    "lines": '<path d="M-1 7L7 -1M-1 1L1 -1M5 7L7 5"/>',
    "dots": '<path d="M2 3h2"/>',
    "cross": '<path d="M3 0v6M0 3h6"/>',
}
_HALO = {"paint_order": "stroke", "stroke": PAPER, "stroke_width": 4}  # keeps lines off numbers
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_NARROW = 0.58  # em; a generous mean of Latin letters and digits


def width_of(text: str, size: float = TEXT) -> float:
    """Return about how wide a text is, in pixels: a Chinese character is as wide as high."""
    ems = sum(1 if unicodedata.east_asian_width(one) in "WF" else _NARROW for one in text)
    return ems * size


def shortened(text: str, most: float, size: float = TEXT) -> str:
    """Return the text, cut with an ellipsis where it would be wider than `most` pixels."""
    if width_of(text, size) <= most:
        return text
    kept = text
    while kept and width_of(f"{kept}…", size) > most:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"


def element(tag: str, *children: str, **attributes: object) -> str:
    """Return an SVG element; an underscore in an attribute's name stands for a hyphen."""
    written = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escape(str(value), quote=True)}"'
        for name, value in attributes.items()
        if value not in {"", None}
    )
    return f"<{tag}{written}>{''.join(children)}</{tag}>" if children else f"<{tag}{written}/>"


@dataclass(frozen=True)
class Frame:
    """What a chart is drawn into: a fixed width in pixels, or the width that the page has."""

    width: int | None = None
    language: str = "zh-Hans"

    def across(self, share: float) -> str:
        """Return a length across, given in hundredths of the width."""
        if self.width is None:
            return f"{share:.2f}%"
        return f"{self.width * share / 100:.1f}"

    def text(
        self,
        words: str,
        *,
        x: float,
        y: int,
        small: bool = False,
        muted: bool = False,
        halo: bool = False,
        after: str = "",
        **more: object,
    ) -> str:
        """Write words with their baseline at `y`; `x` is in hundredths of the width."""
        return element(
            "text",
            escape(words),
            after,
            class_="chart-muted" if muted else f"chart-text{' chart-halo' if halo else ''}",
            x=self.across(x),
            y=y,
            font_size=SMALL if small else TEXT,
            fill=MUTED if muted else INK,
            lang=self.language_of(words),
            **(_HALO if halo else {}),
            **more,
        )

    def block(self, tone: str, chart: str, *, x: float, y: float, wide: float, high: float) -> str:
        """Draw a rectangle in a tone; `x` and `wide` are in hundredths of the width."""
        place = {"x": self.across(x), "y": f"{y:.1f}", "width": self.across(wide)}
        return _toned(tone, chart, {**place, "height": f"{high:.1f}"})

    def mark(self, tone: str, chart: str, *, x: float, y: int) -> str:
        """Draw the small square of a tone, for a legend."""
        return _toned(tone, chart, {"x": self.across(x), "y": y, "width": 12, "height": 12})

    def language_of(self, words: str) -> str:
        """Return the language to mark words with: Chinese ones on a page in another language."""
        foreign = self.language != "zh-Hans" and _HAN.search(words)
        return "zh-Hans" if foreign else ""


def _toned(tone: str, chart: str, place: Mapping[str, object]) -> str:
    """Return a rectangle with its pattern over it."""
    colour, pattern = TONES[tone]
    edge = RULE if tone in _HOLLOW else None
    base = element("rect", class_=f"chart-tone--{tone}", fill=colour, stroke=edge, **place)
    return base + (element("rect", fill=f"url(#{chart}-{pattern})", **place) if pattern else "")


def patterns(chart: str, tones: tuple[str, ...]) -> str:
    """Return the definitions of the patterns that the tones need; their names bear the chart's."""
    needed = dict.fromkeys(TONES[tone][1] for tone in tones if TONES[tone][1])
    drawn = "".join(
        element("pattern", _PATTERNS[name], id=f"{chart}-{name}", class_="chart-pattern", width=6,
                height=6, patternUnits="userSpaceOnUse", stroke=PAPER, stroke_width=1.5,
                fill="none")
        for name in needed
    )  # fmt: skip
    return element("defs", drawn) if drawn else ""


def linked(url: str, name: str, *children: str) -> str:
    """Let a part of the drawing lead to the records that it stands for."""
    if not url:
        return "".join(children)
    return element("a", *children, href=url, class_="chart-link", aria_label=name)
