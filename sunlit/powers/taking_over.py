"""Gives a chart that any modeller drew what it does not say: roles and acts of another chart.

A lane of the same name gets its role, a task of the same name its act, paper, limit, provision and
mark of risk, a decision's answers of the same words their conditions. What the file says stays.
"""

from lxml import etree

from sunlit.flows.chart import BPMN, OURS, Chart, Node, NodeKind
from sunlit.flows.reading import read

XSI = "http://www.w3.org/2001/XMLSchema-instance"


def taken_over(content: bytes, source: Chart) -> bytes:
    """Return a chart's file with what it lacks taken from a chart, by the names in both.

    Raises `NoChart` for what is no chart.
    """
    reading = read(content)
    root = reading.tree.getroot()
    etree.register_namespace("sunlit", OURS)
    elements = {one.get("id", ""): one for one in root.iter() if isinstance(one.tag, str)}
    roles = {lane.name: lane.role for lane in source.lanes.values() if lane.role}
    for lane in reading.chart.lanes.values():
        _set(elements[lane.id], role=lane.role or roles.get(lane.name, ""))
    tasks = {task.name: task for task in source.tasks}
    for task in reading.chart.tasks:
        if like := tasks.get(task.name):
            _give(elements[task.id], task, like)
    _conditions(reading.chart, source, elements)
    etree.cleanup_namespaces(root, top_nsmap={"sunlit": OURS}, keep_ns_prefixes=["xsi"])
    return etree.tostring(reading.tree, xml_declaration=True, encoding="UTF-8")


def _give(element: etree._Element, task: Node, like: Node) -> None:
    own, other = task.duty, like.duty
    _set(
        element,
        act=own.act or other.act,
        document=own.document or other.document,
        limit=own.limit or other.limit,
        rule=own.rule or other.rule,
        risk="true" if own.is_risk_point or other.is_risk_point else "",
        **{"with": own.along_with or other.along_with},
    )


def _set(element: etree._Element, **said: str) -> None:
    for name, value in said.items():
        if value:
            element.set(f"{{{OURS}}}{name}", value)


def _conditions(own: Chart, source: Chart, elements: dict[str, etree._Element]) -> None:
    """Give the ways out of a question of the same name, by the same answers, their conditions."""
    asked = {node.name: node for node in source.of_kind(NodeKind.DECISION) if source.decides(node)}
    for node in own.of_kind(NodeKind.DECISION):
        like = asked.get(node.name)
        if like is None or not own.decides(node):
            continue
        ways = {arrow.name: arrow for arrow in source.leaving(like.id)}
        for arrow in own.leaving(node.id):
            other = ways.get(arrow.name)
            if other is None or arrow.condition or arrow.id == node.default:
                continue
            if other.condition:
                condition = etree.SubElement(elements[arrow.id], f"{{{BPMN}}}conditionExpression")
                condition.set(f"{{{XSI}}}type", "tFormalExpression")
                condition.text = other.condition
            elif other.id == like.default and not node.default:
                elements[node.id].set("default", arrow.id)
