"""Writes the places of a laid-out chart into its file, so that any modeller opens it as drawn."""

from lxml import etree

from sunlit.flows.chart import BPMN, BPMNDI, DC, DI, Box, Chart
from sunlit.flows.layout import laid_out
from sunlit.flows.reading import read


def with_diagram(content: bytes) -> bytes:
    """Return the file with a diagram of every node, arrow, lane and note; one that it had goes."""
    reading = read(content)
    chart = laid_out(reading.chart)
    root = reading.tree.getroot()
    for old in root.findall(f"{{{BPMNDI}}}BPMNDiagram"):
        root.remove(old)
    root.append(_diagram(root, chart))
    etree.indent(root, "  ")
    written: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return written + b"\n"


def _diagram(root: etree._Element, chart: Chart) -> etree._Element:
    names = {"bpmndi": BPMNDI, "dc": DC, "di": DI}
    diagram = etree.Element(f"{{{BPMNDI}}}BPMNDiagram", nsmap=names, id=f"{chart.id}-diagram")
    participant = next(root.iter(f"{{{BPMN}}}participant"), None)
    collaboration = root.find(f"{{{BPMN}}}collaboration")
    whole = collaboration.get("id", "") if collaboration is not None else chart.id
    plane = etree.SubElement(
        diagram, f"{{{BPMNDI}}}BPMNPlane", id=f"{chart.id}-plane", bpmnElement=whole
    )
    if participant is not None and chart.pool is not None:
        _shape(plane, participant.get("id", ""), chart.pool, upright=True)
    for lane in chart.lanes.values():
        if lane.box:
            _shape(plane, lane.id, lane.box, upright=True)
    for node in chart.nodes.values():
        if node.box:
            _shape(plane, node.id, node.box, label=node.label)
    for note in chart.notes:
        if note.box:
            _shape(plane, note.id, note.box)
    for arrow in chart.arrows.values():
        edge = etree.SubElement(
            plane, f"{{{BPMNDI}}}BPMNEdge", id=f"{arrow.id}-drawn", bpmnElement=arrow.id
        )
        for x, y in arrow.points:
            etree.SubElement(edge, f"{{{DI}}}waypoint", x=f"{x:g}", y=f"{y:g}")
        _label(edge, arrow.label)
    return diagram


def _shape(
    plane: etree._Element,
    element: str,
    box: Box,
    *,
    label: Box | None = None,
    upright: bool = False,
) -> None:
    shape = etree.SubElement(
        plane, f"{{{BPMNDI}}}BPMNShape", id=f"{element}-drawn", bpmnElement=element
    )
    if upright:
        shape.set("isHorizontal", "false")
    _bounds(shape, box)
    _label(shape, label)


def _label(drawn: etree._Element, box: Box | None) -> None:
    if box is not None:
        _bounds(etree.SubElement(drawn, f"{{{BPMNDI}}}BPMNLabel"), box)


def _bounds(holder: etree._Element, box: Box) -> None:
    etree.SubElement(
        holder,
        f"{{{DC}}}Bounds",
        x=f"{box.x:g}",
        y=f"{box.y:g}",
        width=f"{box.width:g}",
        height=f"{box.height:g}",
    )
