"""Tells a chart in words: numbered steps with who, by when, and which step follows on what answer.

This is what a reader gets who does not see the picture, and it says the same: every task, every
question, every way.
"""

from dataclasses import dataclass

from sunlit.flows.chart import Arrow, Chart, Duty, Node, NodeKind

JOINED = " → "
"""What stands between questions, and between answers, that follow on one another."""


@dataclass(frozen=True, slots=True)
class Way:
    """Where a step leads on an answer; `asks` and `answer` are empty where nothing is asked.

    Either `step` is the number of the next step, or `end` what the end is called; `continues` is
    the procedure that goes on from there.
    """

    asks: str
    answer: str
    step: int | None = None
    end: str = ""
    continues: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """One step: its number, its task, by whom, and the ways on."""

    number: int
    node: str
    task: str
    by: str
    duty: Duty
    ways: tuple[Way, ...]


def told(chart: Chart) -> list[Told]:
    """Return the steps of a chart, numbered in the order of the file."""
    numbers = {task.id: number for number, task in enumerate(chart.tasks, start=1)}
    return [
        Told(
            number=numbers[task.id],
            node=task.id,
            task=task.name,
            by=chart.lanes[task.lane].name if task.lane in chart.lanes else "",
            duty=task.duty,
            ways=tuple(_ways(chart, chart.leaving(task.id), numbers, ("", ""), frozenset())),
        )
        for task in chart.tasks
    ]


def _ways(
    chart: Chart,
    arrows: list[Arrow],
    numbers: dict[str, int],
    asked: tuple[str, str],
    seen: frozenset[str],
) -> list[Way]:
    """Follow arrows through gateways to the next tasks and ends; answers on the way are joined."""
    found = []
    for arrow in arrows:
        node = chart.nodes[arrow.target]
        if node.id in seen:
            continue
        if node.kind is NodeKind.TASK:
            found.append(Way(*asked, step=numbers[node.id]))
        elif node.kind is NodeKind.END:
            found.append(Way(*asked, end=node.name or node.id, continues=node.continues))
        else:
            found += _beyond(chart, node, numbers, asked, seen | {node.id})
    return found


def _beyond(
    chart: Chart,
    node: Node,
    numbers: dict[str, int],
    asked: tuple[str, str],
    seen: frozenset[str],
) -> list[Way]:
    ways = chart.leaving(node.id)
    if not chart.decides(node):
        return _ways(chart, ways, numbers, asked, seen)
    question, answer = asked
    return [
        way
        for arrow in ways
        for way in _ways(
            chart,
            [arrow],
            numbers,
            (
                f"{question}{JOINED}{node.name}" if question else node.name,
                f"{answer}{JOINED}{arrow.name}" if answer else arrow.name,
            ),
            seen,
        )
    ]
