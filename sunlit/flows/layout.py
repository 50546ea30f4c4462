"""Lays a chart out that nobody drew: lanes side by side, time running down, arrows at right angles.

Nodes stand in rows by the longest way from the start, each in the column of its lane. Arrows are
then led one by one through the free space between them, by the cheapest way in length, corners and
crossings, so that the same chart is always drawn alike.
"""

from collections import defaultdict
from dataclasses import replace

from sunlit.flows.chart import Arrow, Box, Chart, Lane, Node, NodeKind, Note, Point
from sunlit.flows.routing import Router

CELL = 176.0
"""The width of a column; what a task leaves of it is free for arrows."""
GUTTER = 8.0
"""The free space beside the columns of a lane."""
GAP = 46.0
"""The free space between two rows."""
HEADING = 44.0
"""The height of a lane's heading."""
SIZES = {
    NodeKind.START: (40.0, 40.0),
    NodeKind.END: (40.0, 40.0),
    NodeKind.TASK: (140.0, 62.0),
    NodeKind.DECISION: (130.0, 72.0),
    NodeKind.FORK: (48.0, 48.0),
}
JOIN = (30.0, 30.0)
"""The size of a gateway at which ways only come together again."""
_NO_LANE = ""
_NOTE_HEIGHT = 56.0


def laid_out(chart: Chart) -> Chart:
    """Return the chart with a place for each node, arrow, lane and note, whatever it had before."""
    rows = _rows(chart)
    columns = _columns(chart, rows)
    placed = _Placed(chart, rows, columns)
    nodes = {node.id: placed.node(node) for node in chart.nodes.values()}
    whole = replace(chart, nodes=nodes, lanes=placed.lanes(), pool=placed.pool())
    whole = replace(whole, notes=placed.notes())
    router = Router(whole, placed.across(), placed.down())
    return replace(whole, arrows=router.led())


def _rows(chart: Chart) -> dict[str, int]:
    """The row of each node: the longest way from the start, arrows that lead back left aside."""
    order, back = _order(chart)
    rows = dict.fromkeys(order, 0)
    for node in order:
        for arrow in chart.leaving(node):
            if arrow.id not in back and arrow.target in rows:
                step = 0 if _goes_across(chart, arrow) else 1
                rows[arrow.target] = max(rows[arrow.target], rows[node] + step)
    return rows


def _goes_across(chart: Chart, arrow: Arrow) -> bool:
    """Whether a step is handed to another lane and nothing else happens: drawn in one row."""
    source, target = chart.nodes[arrow.source], chart.nodes[arrow.target]
    plain = {NodeKind.START, NodeKind.TASK}
    return (
        source.lane != target.lane
        and source.kind in plain
        and target.kind in plain
        and len(chart.leaving(source.id)) == 1
        and len(chart.entering(target.id)) == 1
        and not any(_is_across(chart, before) for before in chart.entering(source.id))
    )


def _is_across(chart: Chart, arrow: Arrow) -> bool:
    return chart.nodes[arrow.source].lane != chart.nodes[arrow.target].lane


def _order(chart: Chart) -> tuple[list[str], set[str]]:
    """The nodes so that each stands before those that follow, and the arrows that lead back."""
    back, done, open_ = set[str](), list[str](), set[str]()
    finished = set[str]()
    starts = [node.id for node in chart.of_kind(NodeKind.START)]
    for first in [*starts, *chart.nodes]:
        if first in finished:
            continue
        stack = [(first, iter(chart.leaving(first)))]
        open_.add(first)
        while stack:
            node, arrows = stack[-1]
            arrow = next(arrows, None)
            if arrow is None:
                stack.pop()
                open_.discard(node)
                finished.add(node)
                done.append(node)
            elif arrow.target in open_:
                back.add(arrow.id)
            elif arrow.target in chart.nodes and arrow.target not in finished:
                open_.add(arrow.target)
                stack.append((arrow.target, iter(chart.leaving(arrow.target))))
    return done[::-1], back


def _columns(chart: Chart, rows: dict[str, int]) -> dict[str, tuple[str, int]]:
    """The lane of each node and its column in there: one cell holds one node.

    Ends beside one another would make a lane wide: the second moves down a row.
    """
    taken: dict[tuple[str, int, int], str] = {}
    columns: dict[str, tuple[str, int]] = {}
    for node in sorted(chart.nodes.values(), key=lambda one: rows.get(one.id, 0)):
        lane, row = node.lane or _NO_LANE, rows.get(node.id, 0)
        column = _wished(chart, node, columns, lane)
        while (lane, row, column) in taken:
            if node.kind is NodeKind.END and column:
                row += 1
            else:
                column += 1
        rows[node.id] = row
        taken[lane, row, column] = node.id
        columns[node.id] = (lane, column)
    return columns


def _wished(chart: Chart, node: Node, columns: dict[str, tuple[str, int]], lane: str) -> int:
    """The column of the step before it; an end stands beside the way that goes on."""
    for arrow in chart.entering(node.id):
        source = columns.get(arrow.source)
        if source is not None and source[0] == lane:
            ways = [chart.nodes[way.target].kind for way in chart.leaving(arrow.source)]
            goes_on = any(kind is not NodeKind.END for kind in ways)
            return source[1] + (1 if node.kind is NodeKind.END and goes_on else 0)
    return 0


class _Placed:
    """The geometry of rows and columns."""

    def __init__(
        self, chart: Chart, rows: dict[str, int], columns: dict[str, tuple[str, int]]
    ) -> None:
        self.chart = chart
        self.rows = rows
        self.columns = columns
        wide: dict[str, int] = defaultdict(lambda: 1)
        for lane, column in columns.values():
            wide[lane] = max(wide[lane], column + 1)
        used = {lane for lane, _column in columns.values()}
        self.order = [
            *([_NO_LANE] if _NO_LANE in used else []),
            *(lane for lane in chart.lanes),
        ]
        self.left: dict[str, float] = {}
        self.width: dict[str, float] = {}
        at = 0.0
        for lane in self.order:
            self.left[lane] = at
            self.width[lane] = wide[lane] * CELL + GUTTER * 2
            at += self.width[lane]
        self.total = at
        self.tops, self.heights = self._measured()
        self.bottom = self.tops[-1] + self.heights[-1] + GAP

    def centre(self, node: str) -> Point:
        lane, column = self.columns[node]
        x = self.left[lane] + GUTTER + column * CELL + CELL / 2
        row = self.rows[node]
        return (x, self.tops[row] + self.heights[row] / 2)

    def _measured(self) -> tuple[list[float], list[float]]:
        """The upper side and the height of each row: as high as its highest node."""
        heights = [0.0] * (max(self.rows.values(), default=0) + 1)
        for node, row in self.rows.items():
            heights[row] = max(heights[row], self._size(self.chart.nodes[node])[1])
        tops, at = [], (HEADING if self.chart.lanes else 0.0) + GAP
        for height in heights:
            tops.append(at)
            at += height + GAP
        return tops, heights

    def _size(self, node: Node) -> tuple[float, float]:
        if node.kind is NodeKind.DECISION and not self.chart.decides(node):
            return JOIN
        return SIZES[node.kind]

    def node(self, node: Node) -> Node:
        width, height = self._size(node)
        x, y = self.centre(node.id)
        box = Box(x - width / 2, y - height / 2, width, height)
        label = None
        if node.kind is NodeKind.DECISION and node.name:
            label = Box(box.x + 18, box.y + 14, box.width - 36, box.height - 28)
        elif node.kind is NodeKind.START and node.name:
            label = Box(x - 80, box.y - 26, 160, 24)
        elif node.kind is NodeKind.END and node.name:
            label = Box(x - 70, box.bottom + 2, 140, 24)
        return replace(node, box=box, label=label)

    def lanes(self) -> dict[str, Lane]:
        return {
            lane.id: replace(
                lane,
                box=Box(self.left[lane.id], 0, self.width[lane.id], self.bottom),
                is_upright=True,
            )
            for lane in self.chart.lanes.values()
        }

    def pool(self) -> Box | None:
        return Box(0, 0, self.total, self.bottom) if self.chart.lanes else None

    def notes(self) -> tuple[Note, ...]:
        """Notes stand under the chart, each over its whole width."""
        top = self.bottom + 16
        return tuple(
            replace(note, box=Box(0, top + place * (_NOTE_HEIGHT + 8), self.total, _NOTE_HEIGHT))
            for place, note in enumerate(self.chart.notes)
        )

    def across(self) -> list[float]:
        """The x on which arrows may run: the middle of each column, and tracks beside it."""
        found = {self.centre(node)[0] for node in self.columns}
        for lane in self.order:
            columns = round((self.width[lane] - GUTTER * 2) / CELL)
            left = self.left[lane] + GUTTER
            for column in range(columns + 1):
                found.update(left + column * CELL + shift for shift in (-9, 0, 9))
        return sorted(x for x in found if 0 < x < self.total)

    def down(self) -> list[float]:
        """The y on which arrows may run: the middle of each row, and tracks between the rows."""
        found = {top + height / 2 for top, height in zip(self.tops, self.heights, strict=True)}
        for top in [*self.tops, self.bottom]:
            found.update(top - shift for shift in (33, 23, 13))
        return sorted(found)
