"""Draws a chart as SVG: what the file says, where it says it, and where a case stands.

The picture carries its own colours as attributes, which a page's style may override by the
classes `flow__*`; it holds no script and no style of its own.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from sunlit.flows.chart import Arrow, Box, Chart, Lane, Node, NodeKind, Note
from sunlit.flows.layout import laid_out
from sunlit.flows.lettering import Line, lines_in
from sunlit.flows.wordplaces import SIZE, WIDEST

_MARGIN = 12.0
_FONT = "'Noto Sans SC', 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif"
_INK, _LINE, _PAPER, _SHADE = "#1d2a33", "#51646f", "#ffffff", "#f3f6f7"
_RISK, _NOW, _DONE = "#b3261e", "#9a5b00", "#1f6f43"


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a case stands: tasks done, now due, and passed without a day on record.

    `ways` are the arrows that it took, `guessed` those that it took without an answer on record;
    `links` the addresses that tasks lead to.
    """

    done: Collection[str] = ()
    now: Collection[str] = ()
    unrecorded: Collection[str] = ()
    ways: Collection[str] = ()
    guessed: Collection[str] = ()
    links: Mapping[str, str] = field(default_factory=dict)


NOWHERE = Stand()


def drawn(chart: Chart, stand: Stand = NOWHERE, *, title: str = "", describes: str = "") -> str:
    """Return the chart as an SVG element; a chart without places is laid out first.

    `title` is the name that a screen reader says; `describes` the id of the text beside it.
    """
    placed = chart if chart.is_drawn else laid_out(chart)
    frame = _frame(placed)
    root = ET.Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "class": "flow",
            "viewBox": " ".join(_number(one) for one in frame),
            "width": _number(frame[2]),
            "height": _number(frame[3]),
            "role": "img" if not stand.links else "group",
            "aria-label": title or placed.name,
            "font-family": _FONT,
            "font-size": "14",
            "fill": _INK,
            **({"aria-describedby": describes} if describes else {}),
        },
    )
    _markers(root)
    for place, lane in enumerate(placed.lanes.values()):
        _lane(root, lane, shaded=place % 2 == 1)
    for arrow in placed.arrows.values():
        _arrow(root, arrow, stand)
    for node in placed.nodes.values():
        _node(root, node, stand)
    for arrow in placed.arrows.values():
        _word(root, arrow)
    for note in placed.notes:
        _note(root, note)
    return ET.tostring(root, encoding="unicode")


def _frame(chart: Chart) -> tuple[float, float, float, float]:
    """The rectangle that holds all: x, y, width, height."""
    boxes = [
        box
        for holder in (
            *chart.nodes.values(),
            *chart.lanes.values(),
            *chart.notes,
            *chart.arrows.values(),
        )
        for box in (getattr(holder, "box", None), getattr(holder, "label", None))
        if box
    ]
    points = [point for arrow in chart.arrows.values() for point in arrow.points]
    left = min([*(box.x for box in boxes), *(x for x, _y in points)], default=0) - _MARGIN
    top = min([*(box.y for box in boxes), *(y for _x, y in points)], default=0) - _MARGIN
    right = max([*(box.right for box in boxes), *(x for x, _y in points)], default=1) + _MARGIN
    bottom = max([*(box.bottom for box in boxes), *(y for _x, y in points)], default=1) + _MARGIN
    return (left, top, right - left, bottom - top)


def _markers(root: ET.Element) -> None:
    defs = ET.SubElement(root, "defs")
    for name, colour in (("flow-head", _LINE), ("flow-head-taken", _DONE)):
        marker = ET.SubElement(
            defs,
            "marker",
            {
                "id": name,
                "viewBox": "0 0 10 10",
                "refX": "9",
                "refY": "5",
                "markerWidth": "8",
                "markerHeight": "8",
                "orient": "auto-start-reverse",
                "markerUnits": "userSpaceOnUse",
            },
        )
        ET.SubElement(marker, "path", {"class": name, "d": "M0 0L10 5L0 10z", "fill": colour})


def _lane(root: ET.Element, lane: Lane, *, shaded: bool) -> None:
    box = lane.box
    if box is None:
        return
    upright = lane.is_upright
    group = ET.SubElement(
        root, "g", {"class": "flow__lane flow__lane--shaded" if shaded else "flow__lane"}
    )
    _rectangle(group, box, kind="flow__field", fill=_SHADE if shaded else _PAPER, stroke="#c9d3d8")
    if upright:
        head = Box(box.x, box.y, box.width, 36)
        _rectangle(group, head, kind="flow__head", fill="#e4ebee", stroke="#c9d3d8")
    else:
        head = Box(box.x, box.y, 30, box.height)
        _rectangle(group, head, kind="flow__head", fill="#e4ebee", stroke="#c9d3d8")
    _text(group, lines_in(lane.name, head.width - 8, size=14), head, weight="600")


def _arrow(root: ET.Element, arrow: Arrow, stand: Stand) -> None:
    if not arrow.is_drawn:
        return
    guessed = arrow.id in stand.guessed
    taken = guessed or arrow.id in stand.ways
    path = "M" + "L".join(f"{_number(x)} {_number(y)}" for x, y in arrow.points)
    ET.SubElement(
        root,
        "path",
        {
            "class": "flow__arrow flow__arrow--taken" if taken else "flow__arrow",
            "d": path,
            "fill": "none",
            "stroke": _DONE if taken else _LINE,
            "stroke-width": "2.5" if taken else "1.5",
            "stroke-linejoin": "round",
            **({"stroke-dasharray": "6 4"} if guessed else {}),
            "marker-end": f"url(#{'flow-head-taken' if taken else 'flow-head'})",
        },
    )


def _word(root: ET.Element, arrow: Arrow) -> None:
    if not (arrow.name and arrow.is_drawn):
        return
    rows = lines_in(arrow.name, WIDEST, size=SIZE)
    box = arrow.label
    if box is None:
        (x1, y1), (x2, y2) = arrow.points[0], arrow.points[1]
        box = Box((x1 + x2) / 2 - 20, (y1 + y2) / 2 - 18, 40, 18)
    halo = {"paint-order": "stroke", "stroke": _PAPER, "stroke-width": "4"}
    group = ET.SubElement(root, "g", {"class": "flow__word", "stroke-linejoin": "round", **halo})
    _text(group, rows, box, size=f"{SIZE:g}")


def _node(root: ET.Element, node: Node, stand: Stand) -> None:
    box = node.box
    if box is None:
        return
    state = _state(node, stand)
    holder = root
    if node.id in stand.links:
        holder = ET.SubElement(root, "a", {"href": stand.links[node.id], "aria-label": node.name})
    kind = f"flow__node flow__node--{node.kind.value}"
    group = ET.SubElement(
        holder,
        "g",
        {"class": f"{kind} flow__node--{state}" if state else kind, "data-node": node.id},
    )
    stroke = {"done": _DONE, "now": _NOW, "unrecorded": _LINE}.get(state, _LINE)
    if node.duty.is_risk_point and not state:
        stroke = _RISK
        group.set("class", f"{group.get('class')} flow__node--risk")
    shape = {
        "class": "flow__shape",
        "fill": _fill(state),
        "stroke": stroke,
        "stroke-width": _width(node, state),
    }
    if state == "unrecorded":
        shape["stroke-dasharray"] = "5 4"
    _outline(group, node, box, shape)
    if node.kind is NodeKind.TASK:
        _text(group, lines_in(node.name, box.width - 16, size=14), box)
    elif node.kind is NodeKind.DECISION and node.name:
        inside = node.label or Box(box.x - 30, box.y - 34, box.width + 60, 30)
        _text(group, lines_in(node.name, inside.width, size=13), inside, size="13")
    elif node.name and node.kind in {NodeKind.START, NodeKind.END}:
        label = node.label or Box(box.x - 40, box.bottom + 2, box.width + 80, 24)
        _text(group, lines_in(node.name, label.width, size=13), label, size="13")
    _marks(group, node, box, state)


def _state(node: Node, stand: Stand) -> str:
    if node.id in stand.now:
        return "now"
    if node.id in stand.unrecorded:
        return "unrecorded"
    return "done" if node.id in stand.done else ""


def _fill(state: str) -> str:
    return {"done": "#e3f3e9", "now": "#fff3d6", "unrecorded": "#f7f7f7"}.get(state, _PAPER)


def _width(node: Node, state: str) -> str:
    if state == "now" or node.kind is NodeKind.END:
        return "3.5"
    return "2" if state == "done" or node.duty.is_risk_point else "1.5"


def _outline(group: ET.Element, node: Node, box: Box, shape: dict[str, str]) -> None:
    x, y = box.centre
    if node.kind in {NodeKind.START, NodeKind.END}:
        radius = {"cx": _number(x), "cy": _number(y), "r": _number(box.width / 2)}
        ET.SubElement(group, "circle", {**radius, **shape})
    elif node.kind is NodeKind.TASK:
        ET.SubElement(group, "rect", {**_sides(box), "rx": "8", **shape})
    else:
        corners = f"{x} {box.y} {box.right} {y} {x} {box.bottom} {box.x} {y}"
        ET.SubElement(group, "polygon", {"points": corners, **shape})
        if node.kind is NodeKind.FORK:
            arm = box.width / 4
            plus = f"M{x - arm} {y}H{x + arm}M{x} {y - arm}V{y + arm}"
            ET.SubElement(group, "path", {"d": plus, "stroke": _INK, "stroke-width": "3"})


def _marks(group: ET.Element, node: Node, box: Box, state: str) -> None:
    """What a colour says is said by a shape, too: a star for a risk point, a tick, a token."""
    if node.duty.is_risk_point:
        _sign(group, "★", box.x + 10, box.y + 14, _RISK, kind="flow__risk")
    if state == "done":
        _sign(group, "✓", box.right - 11, box.y + 15, _DONE)
    elif state == "now":
        token = {"cx": _number(box.right - 2), "cy": _number(box.y + 2), "r": "8"}
        ET.SubElement(group, "circle", {"class": "flow__token", **token, "fill": _NOW})
    elif state == "unrecorded":
        _sign(group, "?", box.right - 11, box.y + 15, _LINE)


def _sign(
    group: ET.Element, sign: str, x: float, y: float, colour: str, *, kind: str = "flow__sign"
) -> None:
    place = {
        "class": kind,
        "x": _number(x),
        "y": _number(y),
        "text-anchor": "middle",
        "font-size": "12",
    }
    ET.SubElement(group, "text", {**place, "fill": colour, "aria-hidden": "true"}).text = sign


def _note(root: ET.Element, note: Note) -> None:
    if note.box is None:
        return
    group = ET.SubElement(root, "g", {"class": "flow__note"})
    box = note.box
    bracket = f"M{box.x + 10} {box.y}H{box.x}V{box.bottom}H{box.x + 10}"
    ET.SubElement(group, "path", {"d": bracket, "fill": "none", "stroke": _LINE})
    inner = Box(box.x + 14, box.y, box.width - 20, box.height)
    _text(group, lines_in(note.text, inner.width, size=13), inner, size="13", anchor="start")


def _rectangle(group: ET.Element, box: Box, *, kind: str, **style: str) -> None:
    ET.SubElement(group, "rect", {"class": kind, **_sides(box), **style})


def _sides(box: Box) -> dict[str, str]:
    return {
        "x": _number(box.x),
        "y": _number(box.y),
        "width": _number(box.width),
        "height": _number(box.height),
    }


def _text(
    group: ET.Element,
    lines: list[Line],
    box: Box,
    *,
    size: str = "14",
    weight: str = "400",
    anchor: str = "middle",
) -> None:
    """Write lines in the middle of a box."""
    step = float(size) * 1.3
    x, y = box.centre
    if anchor == "start":
        x = box.x
    first = y - step * (len(lines) - 1) / 2 + float(size) * 0.36
    style = {"text-anchor": anchor, "font-size": size}
    if weight != "400":
        style["font-weight"] = weight
    text = ET.SubElement(group, "text", style)
    for place, line in enumerate(lines):
        part = ET.SubElement(text, "tspan", {"x": _number(x), "y": _number(first + place * step)})
        part.text = line


def _number(value: float) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".")
