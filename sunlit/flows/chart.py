"""A flow chart as values: its nodes, arrows and lanes, and where each is drawn."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL"
BPMNDI = "http://www.omg.org/spec/BPMN/20100524/DI"
DC = "http://www.omg.org/spec/DD/20100524/DC"
DI = "http://www.omg.org/spec/DD/20100524/DI"
OURS = "urn:sunlit:flow:1"
"""The namespace of what a chart says beside BPMN: acts, roles, documents, limits, risk points."""


class NodeKind(StrEnum):
    """What a node of a chart is; the elements of BPMN that are run."""

    START = "start"
    TASK = "task"
    DECISION = "decision"
    FORK = "fork"
    END = "end"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in the units of the diagram; y grows downwards."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of the right side."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the lower side."""
        return self.y + self.height

    @property
    def centre(self) -> "Point":
        """The middle of the box."""
        return (self.x + self.width / 2, self.y + self.height / 2)


Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Duty:
    """What a task asks of whom.

    `act` is the act that carries it out; `along_with` another that carries it out as well, where it
    was not done before; `role` the role of its lane, `rule` the provision that limits its time;
    `limit` and `document` are the chart's own words.
    """

    act: str = ""
    along_with: str = ""
    role: str = ""
    document: str = ""
    limit: str = ""
    rule: str = ""
    is_risk_point: bool = False


@dataclass(frozen=True, slots=True)
class Node:
    """A start, a task, a decision, a fork (or its join), or an end."""

    id: str
    kind: NodeKind
    name: str = ""
    lane: str = ""
    duty: Duty = Duty()
    default: str = ""
    continues: str = ""
    box: Box | None = None
    label: Box | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class Arrow:
    """A sequence flow: from where to where, what it is called, and under which condition."""

    id: str
    source: str
    target: str
    name: str = ""
    condition: str = ""
    points: tuple[Point, ...] = ()
    label: Box | None = None
    line: int = 0

    @property
    def is_drawn(self) -> bool:
        """Whether the diagram says where the arrow runs."""
        return len(self.points) > 1


@dataclass(frozen=True, slots=True)
class Lane:
    """The part of a chart that belongs to one post or party."""

    id: str
    name: str
    role: str = ""
    box: Box | None = None
    is_upright: bool = False
    line: int = 0


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence that stands beside the chart (text annotation)."""

    id: str
    text: str
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Chart:
    """One procedure as it is drawn; nodes, arrows and lanes in the order of the file."""

    id: str
    name: str
    nodes: dict[str, Node]
    arrows: dict[str, Arrow]
    lanes: dict[str, Lane] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()
    about: str = ""
    pool: Box | None = None

    def leaving(self, node: str) -> list[Arrow]:
        """Return the arrows that leave a node, in the order of the file."""
        return [arrow for arrow in self.arrows.values() if arrow.source == node]

    def entering(self, node: str) -> list[Arrow]:
        """Return the arrows that lead to a node, in the order of the file."""
        return [arrow for arrow in self.arrows.values() if arrow.target == node]

    def of_kind(self, kind: NodeKind) -> list[Node]:
        """Return the nodes of a kind, in the order of the file."""
        return [node for node in self.nodes.values() if node.kind is kind]

    @property
    def tasks(self) -> list[Node]:
        """The tasks, in the order of the file."""
        return self.of_kind(NodeKind.TASK)

    def decides(self, node: Node) -> bool:
        """Whether a node is a decision with more than one way out, and no mere coming together."""
        return node.kind is NodeKind.DECISION and len(self.leaving(node.id)) > 1

    @property
    def is_drawn(self) -> bool:
        """Whether every node and every arrow has its place in the diagram."""
        return all(node.box for node in self.nodes.values()) and all(
            arrow.is_drawn for arrow in self.arrows.values()
        )

    def reached_from(self, node: str) -> set[str]:
        """Return the nodes that can be reached from a node, itself among them."""
        return _walk(node, {id_: [arrow.target for arrow in self.leaving(id_)] for id_ in self})

    def leading_to(self, node: str) -> set[str]:
        """Return the nodes from which a node can be reached, itself among them."""
        return _walk(node, {id_: [arrow.source for arrow in self.entering(id_)] for id_ in self})

    def __iter__(self) -> Iterator[str]:
        return iter(self.nodes)


def _walk(start: str, ways: dict[str, list[str]]) -> set[str]:
    seen, waiting = {start}, [start]
    while waiting:
        for target in ways[waiting.pop()]:
            if target not in seen:
                seen.add(target)
                waiting.append(target)
    return seen
