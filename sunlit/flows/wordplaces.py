"""Finds the places for the words on arrows: near where the arrow begins, and on nothing else."""

from collections.abc import Iterator
from itertools import pairwise

from sunlit.flows.chart import Arrow, Box, Chart, Point
from sunlit.flows.lettering import lines_in, width_of

WIDEST = 84.0
"""How wide a word on an arrow may be before it is broken into lines."""
SIZE = 13.0
_LINE = 17.0
_ON_A_NODE, _ON_A_WORD, _ON_A_LINE, _OUTSIDE = 400, 300, 60, 200


def word_places(chart: Chart, points: dict[str, tuple[Point, ...]]) -> dict[str, Box]:
    """Return the box of each named arrow's word; `points` are the arrows' corners by id."""
    nodes = [node.box for node in chart.nodes.values() if node.box]
    pieces = {arrow: list(pairwise(way)) for arrow, way in points.items()}
    placed: dict[str, Box] = {}
    for arrow in chart.arrows.values():
        if not arrow.name:
            continue
        lines = [line for id_, own in pieces.items() if id_ != arrow.id for line in own]

        def cost(place: tuple[int, Box], lines: list[tuple[Point, Point]] = lines) -> float:
            late, box = place
            return (
                late
                + _ON_A_NODE * sum(_meet(box, node) for node in nodes)
                + _ON_A_WORD * sum(_meet(box, word) for word in placed.values())
                + _ON_A_LINE * sum(_meet(box, _thin(*line)) for line in lines)
                + (_OUTSIDE if chart.pool and not _holds(chart.pool, box) else 0)
            )

        own = _places(arrow, points[arrow.id])
        placed[arrow.id] = min(enumerate(own), key=cost)[1]
    return placed


def _places(arrow: Arrow, points: tuple[Point, ...]) -> Iterator[Box]:
    """The places for a word, best first: along each piece from the start, on either side."""
    rows = lines_in(arrow.name, WIDEST, size=SIZE)
    width = max(width_of(row, size=SIZE) for row in rows) + 6
    height = _LINE * len(rows) + 1
    for (x1, y1), (x2, y2) in pairwise(points):
        if x1 == x2:
            tops = [min(y1, y2) + 3, max(y1, y2) - height - 3] if y2 > y1 else [y1 - height - 3]
            for top in [*tops, (y1 + y2 - height) / 2]:
                yield Box(x1 + 5, top, width, height)
                yield Box(x1 - 5 - width, top, width, height)
        else:
            lefts = [x1 + 4 if x2 > x1 else x1 - width - 4, (x1 + x2 - width) / 2]
            for left in lefts:
                yield Box(left, y1 - height - 3, width, height)
                yield Box(left, y1 + 3, width, height)


def _thin(one: Point, other: Point) -> Box:
    x, y = min(one[0], other[0]), min(one[1], other[1])
    return Box(x, y, abs(one[0] - other[0]), abs(one[1] - other[1]))


def _meet(one: Box, other: Box) -> bool:
    return (
        one.x <= other.right
        and one.right >= other.x
        and one.y <= other.bottom
        and one.bottom >= other.y
    )


def _holds(whole: Box, part: Box) -> bool:
    return whole.x <= part.x and whole.right >= part.right
