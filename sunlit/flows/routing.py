"""Leads the arrows of a laid-out chart: at right angles, round the nodes, with few crossings."""

import heapq
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from sunlit.flows.chart import Arrow, Box, Chart, NodeKind, Point
from sunlit.flows.wordplaces import word_places

_CORNER = 60.0
_CROSSING = 90.0
_SHARED = 400.0
"""What it costs to use a side of a node that another arrow uses the other way round, or leaves."""
_CLEAR = 8.0
"""How far an arrow keeps from a node that it does not lead to."""
_SIDES = {"down": (0, 1), "left": (-1, 0), "right": (1, 0), "up": (0, -1)}
Spot = tuple[int, int]
Span = tuple[Spot, Spot]


class Router:
    """A lattice of tracks on which each arrow takes the cheapest way that is still free."""

    def __init__(self, chart: Chart, across: list[float], down: list[float]) -> None:
        self.chart = chart
        self.xs = across
        self.ys = down
        self.boxes = {node.id: node.box for node in chart.nodes.values() if node.box}
        self.taken: dict[Span, str] = {}
        self.crossed: dict[Spot, set[str]] = {}
        self.left: set[tuple[str, str]] = set()
        self.entered: set[tuple[str, str]] = set()

    def led(self) -> dict[str, Arrow]:
        """Return the arrows with their points; short ones are led first."""
        points: dict[str, tuple[Point, ...]] = {}
        for arrow in sorted(self.chart.arrows.values(), key=self._length):
            points[arrow.id] = self._lead(arrow)
        words = word_places(self.chart, points)
        return {
            arrow.id: replace(arrow, points=points[arrow.id], label=words.get(arrow.id))
            for arrow in self.chart.arrows.values()
        }

    def _length(self, arrow: Arrow) -> tuple[float, str]:
        (x1, y1), (x2, y2) = self.boxes[arrow.source].centre, self.boxes[arrow.target].centre
        back = 0 if y2 > y1 else 10_000
        return (abs(x2 - x1) + abs(y2 - y1) + back, arrow.id)

    def _lead(self, arrow: Arrow) -> tuple[Point, ...]:
        source, target = self.boxes[arrow.source], self.boxes[arrow.target]
        ends = {
            spot: (side, cost + (_SHARED if (arrow.target, side) in self.left else 0))
            for spot, side, cost in self._ports(arrow.target, into=True)
        }
        best: dict[tuple[Spot, Spot], float] = {}
        before: dict[tuple[Spot, Spot], tuple[Spot, Spot] | None] = {}
        waiting: list[tuple[float, int, Spot, Spot]] = []
        count = 0
        for spot, side, cost in self._ports(arrow.source, into=False):
            shared = (arrow.source, side) in self.left | self.entered
            state = (spot, _SIDES[side])
            best[state], before[state] = cost + (_SHARED if shared else 0), None
            heapq.heappush(waiting, (best[state], count, *state))
            count += 1
        while waiting:
            cost, _, spot, way = heapq.heappop(waiting)
            state = (spot, way)
            if cost > best[state]:
                continue
            if spot in ends and _SIDES[ends[spot][0]] == (-way[0], -way[1]):
                return self._settled(arrow, source, target, state, before)
            for after, step, price in self._steps(arrow, spot, way):
                total = cost + price
                if after in ends and _SIDES[ends[after][0]] == (-step[0], -step[1]):
                    total += ends[after][1]
                if total < best.get((after, step), float("inf")):
                    best[after, step] = total
                    before[after, step] = state
                    heapq.heappush(waiting, (total, count, after, step))
                    count += 1
        return (source.centre, target.centre)

    def _ports(self, node: str, *, into: bool) -> Iterator[tuple[Spot, str, float]]:
        """The spots at which an arrow may leave or enter a node, the side, and what it costs."""
        box = self.boxes[node]
        x, y = box.centre
        column, row = self.xs.index(x), self.ys.index(y)
        aside = 20.0 if self.chart.nodes[node].kind is NodeKind.DECISION else 80.0
        costs = {"down": 0.0, "left": aside, "right": aside}
        if into:
            costs = {"up": 0.0, "left": 70.0, "right": 70.0}
        for side, cost in costs.items():
            dx, dy = _SIDES[side]
            spot = (column, row)
            while self._inside(box, spot):
                spot = (spot[0] + dx, spot[1] + dy)
                if not (0 <= spot[0] < len(self.xs) and 0 <= spot[1] < len(self.ys)):
                    break
            else:
                yield spot, side, cost

    def _inside(self, box: Box, spot: Spot) -> bool:
        x, y = self._at(spot)
        return box.x <= x <= box.right and box.y <= y <= box.bottom

    def _steps(self, arrow: Arrow, spot: Spot, way: Spot) -> Iterator[tuple[Spot, Spot, float]]:
        for step in _SIDES.values():
            if step == (-way[0], -way[1]):
                continue
            after = (spot[0] + step[0], spot[1] + step[1])
            if not (0 <= after[0] < len(self.xs) and 0 <= after[1] < len(self.ys)):
                continue
            owner = self.taken.get(_span(spot, after))
            if owner is not None and owner != arrow.target:
                continue
            if self._blocked(spot, after, {arrow.source, arrow.target}):
                continue
            (x1, y1), (x2, y2) = self._at(spot), self._at(after)
            price = abs(x2 - x1) + abs(y2 - y1)
            price += _CORNER if step != way else 0
            price += _CROSSING * len(self.crossed.get(after, set()) - {arrow.target})
            yield after, step, price * (0.6 if owner == arrow.target else 1)

    def _blocked(self, one: Spot, other: Spot, near: set[str]) -> bool:
        """Whether a piece of track runs into a node, or too near to one that it has no part in."""
        (x1, y1), (x2, y2) = self._at(one), self._at(other)
        left, right, top, bottom = min(x1, x2), max(x1, x2), min(y1, y2), max(y1, y2)
        return any(
            left < box.right + clear
            and right > box.x - clear
            and top < box.bottom + clear
            and bottom > box.y - clear
            for node, box in self.boxes.items()
            for clear in [0.0 if node in near else _CLEAR]
        )

    def _settled(
        self,
        arrow: Arrow,
        source: Box,
        target: Box,
        state: tuple[Spot, Spot],
        before: dict[tuple[Spot, Spot], tuple[Spot, Spot] | None],
    ) -> tuple[Point, ...]:
        """Take the way for this arrow, and return its corners from border to border."""
        last_way = state[1]
        spots = [state[0]]
        step: tuple[Spot, Spot] | None = state
        first_way = last_way
        while step is not None:
            first_way = step[1]
            step = before[step]
            if step is not None:
                spots.append(step[0])
        spots.reverse()
        for one, other in pairwise(spots):
            self.taken[_span(one, other)] = arrow.target
        for spot in spots:
            self.crossed.setdefault(spot, set()).add(arrow.target)
        self.left.add((arrow.source, _side(first_way)))
        self.entered.add((arrow.target, _side((-last_way[0], -last_way[1]))))
        points = [
            _border(source, first_way),
            *(self._at(spot) for spot in spots),
            _border(target, (-last_way[0], -last_way[1])),
        ]
        return tuple(_corners(points))

    def _at(self, spot: Spot) -> Point:
        return (self.xs[spot[0]], self.ys[spot[1]])


def _side(way: Spot) -> str:
    return next(name for name, one in _SIDES.items() if one == way)


def _span(one: Spot, other: Spot) -> Span:
    return (one, other) if one < other else (other, one)


def _border(box: Box, way: Spot) -> Point:
    x, y = box.centre
    return (x + way[0] * box.width / 2, y + way[1] * box.height / 2)


def _corners(points: list[Point]) -> list[Point]:
    """Leave out the points that lie on a straight line between their neighbours."""
    kept = points[:1]
    for before, point, after in zip(points, points[1:], points[2:], strict=False):
        straight = before[0] == point[0] == after[0] or before[1] == point[1] == after[1]
        if not straight and point != kept[-1]:
            kept.append(point)
    return [*kept, points[-1]]
