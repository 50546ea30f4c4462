"""Reads a BPMN 2.0 file, whoever drew it and whatever it hides, into a chart and its faults."""

from dataclasses import dataclass

from lxml import etree

from sunlit.flows.chart import (
    BPMN,
    BPMNDI,
    DC,
    DI,
    OURS,
    Arrow,
    Box,
    Chart,
    Duty,
    Lane,
    Node,
    NodeKind,
    Note,
    Point,
)
from sunlit.flows.faults import Fault, no_chart
from sunlit.kernel.wording import Wording

LARGEST = 1_000_000
"""How many bytes a file may have; the longest procedure of an agency needs a tenth."""
MOST_NODES = 300

_KINDS = {
    "startEvent": NodeKind.START,
    "endEvent": NodeKind.END,
    "task": NodeKind.TASK,
    "userTask": NodeKind.TASK,
    "manualTask": NodeKind.TASK,
    "exclusiveGateway": NodeKind.DECISION,
    "parallelGateway": NodeKind.FORK,
}
_BESIDE = {
    "documentation",
    "extensionElements",
    "laneSet",
    "sequenceFlow",
    "textAnnotation",
    "association",
    "group",
}
_REASONS = {
    "scriptTask": Wording(
        "脚本任务不予执行：流程图不得携带程序。请改为用户任务，由系统中的办理动作完成。",
        "A script is not run: a chart may carry no program. Make it a user task that an act "
        "of the system carries out.",
    ),
    "callActivity": Wording(
        "不支持调用其他流程（相互调用可能没有尽头）。请用结束事件并注明转入的程序。",
        "Calls of other processes are not run, since they may go round without end. End here, "
        "and name the procedure that goes on.",
    ),
    "boundaryEvent": Wording(
        "不支持边界事件：时限由系统按工作日历计算。请把“逾期”画成判断的一条出口。",
        "Boundary events are not run: limits are computed on the office's own calendar. Draw "
        "being late as one way out of a decision.",
    ),
}


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: the chart, the faults seen on the way, and the tree for the schema."""

    chart: Chart
    faults: tuple[Fault, ...]
    tree: etree._ElementTree


def read(content: bytes) -> Reading:
    """Read a file; raises `NoChart` for one that is no chart of a single procedure.

    Nothing outside the file is opened, and a document type, which could name entities, is refused.
    """
    root = _parsed(content)
    processes = root.findall(f"{{{BPMN}}}process")
    if len(processes) != 1:
        raise no_chart(
            f"应当只有一个流程（process），实际有{len(processes)}个",
            f"it should hold one process, and holds {len(processes)}",
        )
    process = processes[0]
    shapes = {one.get("bpmnElement", ""): one for one in root.iter(f"{{{BPMNDI}}}BPMNShape")}
    edges = {one.get("bpmnElement", ""): one for one in root.iter(f"{{{BPMNDI}}}BPMNEdge")}
    faults = [_unknown(one) for one in process if not _is_known(one)]
    lanes, of_node = _lanes(process, shapes)
    nodes = _nodes(process, of_node, lanes, shapes)
    if len(nodes) > MOST_NODES:
        raise no_chart(
            f"节点超过{MOST_NODES}个", f"it has more than {MOST_NODES} tasks, decisions and events"
        )
    arrows = _arrows(process, edges)
    faults += _loose(arrows, nodes)
    participant = next(root.iter(f"{{{BPMN}}}participant"), None)
    pool = shapes.get(participant.get("id", "")) if participant is not None else None
    chart = Chart(
        id=process.get("id", ""),
        name=_name(process) or (_name(participant) if participant is not None else ""),
        nodes=nodes,
        arrows={one.id: one for one in arrows if one.source in nodes and one.target in nodes},
        lanes=lanes,
        notes=_notes(process, shapes),
        about=_text(process.find(f"{{{BPMN}}}documentation")),
        pool=_box(pool),
    )
    return Reading(chart, tuple(faults), root.getroottree())


def _parsed(content: bytes) -> etree._Element:
    if len(content) > LARGEST:
        raise no_chart("文件超过1MB", "it has more than a megabyte")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        line = getattr(error, "lineno", 0) or 0
        raise no_chart(f"XML格式有误（第{line}行）", f"its XML is broken (line {line})") from error
    if root.getroottree().docinfo.doctype:  # type: ignore[union-attr]
        raise no_chart(
            "含有文档类型声明（DOCTYPE），可能借实体夹带内容",
            "it declares a document type, by which entities could carry content in",
        )
    if root.tag != f"{{{BPMN}}}definitions":
        raise no_chart("根元素不是BPMN 2.0的definitions", "its root is not BPMN 2.0's definitions")
    return root


def _is_known(element: etree._Element) -> bool:
    if not isinstance(element.tag, str):
        return True
    name = etree.QName(element).localname
    if name in _KINDS:
        return not any(
            isinstance(child.tag, str) and child.tag.endswith("EventDefinition")
            for child in element
        ) and not (element.find(f"{{{BPMN}}}multiInstanceLoopCharacteristics") is not None)
    return name in _BESIDE


def _unknown(element: etree._Element) -> Fault:
    name = etree.QName(element).localname
    said = _REASONS.get(name) or Wording(
        f"不支持这种图元（{name}）。可用的有：开始、结束、任务、排他网关、并行网关、泳道和注释。",
        f"This element ({name}) is not run. Use starts, ends, tasks, exclusive and parallel "
        "gateways, lanes and annotations.",
    )
    return Fault("unsupported", said, _called(element), _line(element))


def _lanes(
    process: etree._Element, shapes: dict[str, etree._Element]
) -> tuple[dict[str, Lane], dict[str, str]]:
    lanes, of_node = {}, {}
    for one in process.iter(f"{{{BPMN}}}lane"):
        lane = Lane(
            id=one.get("id", ""),
            name=_name(one),
            role=one.get(f"{{{OURS}}}role", ""),
            box=_box(shapes.get(one.get("id", ""))),
            is_upright=_is_upright(shapes.get(one.get("id", ""))),
            line=_line(one),
        )
        lanes[lane.id] = lane
        for reference in one.findall(f"{{{BPMN}}}flowNodeRef"):
            of_node[_text(reference)] = lane.id
    return lanes, of_node


def _nodes(
    process: etree._Element,
    of_node: dict[str, str],
    lanes: dict[str, Lane],
    shapes: dict[str, etree._Element],
) -> dict[str, Node]:
    nodes = {}
    for one in process:
        kind = _KINDS.get(etree.QName(one).localname) if isinstance(one.tag, str) else None
        if kind is None:
            continue
        id_ = one.get("id", "")
        lane = of_node.get(id_, "")
        shape = shapes.get(id_)
        nodes[id_] = Node(
            id=id_,
            kind=kind,
            name=_name(one),
            lane=lane,
            duty=_duty(one, lanes[lane].role if lane in lanes else ""),
            default=one.get("default", ""),
            continues=one.get(f"{{{OURS}}}continues", ""),
            box=_box(shape),
            label=_label(shape),
            line=_line(one),
        )
    return nodes


def _duty(element: etree._Element, role: str) -> Duty:
    return Duty(
        act=element.get(f"{{{OURS}}}act", ""),
        along_with=element.get(f"{{{OURS}}}with", ""),
        role=element.get(f"{{{OURS}}}role", "") or role,
        document=element.get(f"{{{OURS}}}document", ""),
        limit=element.get(f"{{{OURS}}}limit", ""),
        rule=element.get(f"{{{OURS}}}rule", ""),
        is_risk_point=element.get(f"{{{OURS}}}risk", "") in {"true", "1"},
    )


def _arrows(process: etree._Element, edges: dict[str, etree._Element]) -> list[Arrow]:
    found = []
    for one in process.findall(f"{{{BPMN}}}sequenceFlow"):
        id_ = one.get("id", "")
        edge = edges.get(id_)
        found.append(
            Arrow(
                id=id_,
                source=one.get("sourceRef", ""),
                target=one.get("targetRef", ""),
                name=_name(one),
                condition=_text(one.find(f"{{{BPMN}}}conditionExpression")),
                points=_points(edge),
                label=_label(edge),
                line=_line(one),
            )
        )
    return found


def _loose(arrows: list[Arrow], nodes: dict[str, Node]) -> list[Fault]:
    """Say which arrows do not lead from a node to a node."""
    return [
        Fault(
            "loose_arrow",
            Wording(
                "这条连线没有连到两端的图元上。",
                "This arrow does not lead from one step to another.",
            ),
            arrow.name or arrow.id,
            arrow.line,
        )
        for arrow in arrows
        if arrow.source not in nodes or arrow.target not in nodes
    ]


def _notes(process: etree._Element, shapes: dict[str, etree._Element]) -> tuple[Note, ...]:
    return tuple(
        Note(
            id=one.get("id", ""),
            text=_text(one.find(f"{{{BPMN}}}text")),
            box=_box(shapes.get(one.get("id", ""))),
        )
        for one in process.findall(f"{{{BPMN}}}textAnnotation")
    )


def _box(shape: etree._Element | None) -> Box | None:
    bounds = shape.find(f"{{{DC}}}Bounds") if shape is not None else None
    if bounds is None:
        return None
    try:
        x, y, width, height = (float(bounds.get(key, "")) for key in ("x", "y", "width", "height"))
    except ValueError:
        return None
    return Box(x, y, width, height)


def _is_upright(shape: etree._Element | None) -> bool:
    return shape is not None and shape.get("isHorizontal") == "false"


def _label(drawn: etree._Element | None) -> Box | None:
    return _box(drawn.find(f"{{{BPMNDI}}}BPMNLabel")) if drawn is not None else None


def _points(edge: etree._Element | None) -> tuple[Point, ...]:
    if edge is None:
        return ()
    try:
        return tuple(
            (float(one.get("x", "")), float(one.get("y", "")))
            for one in edge.findall(f"{{{DI}}}waypoint")
        )
    except ValueError:
        return ()


def _name(element: etree._Element) -> str:
    return " ".join(element.get("name", "").split())


def _text(element: etree._Element | None) -> str:
    return "" if element is None else " ".join("".join(map(str, element.itertext())).split())


def _called(element: etree._Element) -> str:
    return _name(element) or element.get("id", "")


def _line(element: etree._Element) -> int:
    line = element.sourceline
    return line if isinstance(line, int) else 0
