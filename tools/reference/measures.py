"""The page of measures: every figure, what it counts, and why it is owed."""

from itertools import groupby

from sunlit.measures.registry import Measure, all_measures
from tools.reference.saying import NOW, THEN, article, both, code, generated, table

INTRO = (
    "Every figure that the records can give, by room. A figure is the list of records that it "
    "counts: its page is `/assessment/YEAR/figures/CODE/`. The *article* is that of today's law, "
    "and below it that of 2012."
)
HEADS = ("Code", "Figure", "What it counts", "Can be narrowed by", "Article now; in 2012")


def page() -> str:
    """Return the page."""
    lines = generated("Measures", INTRO)
    for room, measures in groupby(all_measures().values(), key=lambda one: one.room):
        lines += [f"## {room}", ""]
        lines += table(HEADS, [_measure(measure) for measure in measures])
    return "\n".join(lines).rstrip() + "\n"


def _measure(measure: Measure) -> tuple[str, ...]:
    now, then = article(measure.basis, on=NOW), article(measure.basis, on=THEN)
    return (
        code(measure.code),
        both(measure.label),
        both(measure.counts),
        code(*measure.parts, *measure.amounts) or "—",
        now if now == then else f"{now}<br>{then}",
    )
