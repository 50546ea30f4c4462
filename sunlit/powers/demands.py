"""What an agency's own chart must keep of the chart of the law, and what it may add.

Of the law's chart stay: each task that an act carries out, each recorded task that rests on a
provision, and what must come before what. More tasks, and a stricter order, are the agency's own.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from sunlit import statutes
from sunlit.flows.chart import Chart, Node, NodeKind
from sunlit.flows.faults import Fault
from sunlit.kernel.refusals import NotYetLaw
from sunlit.kernel.wording import Wording

BY_CHART = Wording("（法定流程图）", " (the chart of the law)")
RECORDED = "flow.record"
"""The act of a task that no act of its own carries out."""


def dropped(law: Chart, own: Chart, *, on: date) -> list[Fault]:
    """Say what of the law's chart is missing in an agency's own, with the provisions of a day."""
    asked = [task for task in law.tasks if key_of(task)]
    found = [_missing(task, on) for task in _missing_tasks(asked, own)]
    return found or [_loosened(*pair, law, on) for pair in _loosened_pairs(law, asked, own)]


def key_of(task: Node) -> str:
    """Return what a task is known by in both charts; empty: the law does not ask for it."""
    duty = task.duty
    if duty.act == RECORDED:
        return f"{RECORDED}:{duty.rule}" if duty.rule else ""
    return duty.act


def _missing_tasks(asked: list[Node], own: Chart) -> Iterator[Node]:
    """Yield the law's tasks that are missing; tasks that are only recorded are counted."""
    left = Counter(key_of(task) for task in own.tasks)
    named = {task.name for task in own.tasks}
    for key in dict.fromkeys(key_of(task) for task in asked):
        alike = [task for task in asked if key_of(task) == key]
        if not key.startswith(RECORDED):
            alike = alike[:1]
        short = len(alike) - left[key]
        if short > 0:
            yield from sorted(alike, key=lambda task: task.name in named)[:short]


def _loosened_pairs(law: Chart, asked: list[Node], own: Chart) -> Iterator[tuple[str, str]]:
    """Yield which tasks stand before which (empty: before any end) by law, and not here."""
    keys = list(dict.fromkeys(key_of(task) for task in asked))
    for before in keys:
        by_law, here = reached_without(law, before), reached_without(own, before)
        for after in keys:
            if after == before or _any_of(law, after, by_law):
                continue
            if _any_of(own, after, here):
                yield before, after
        if not _any_end(law, by_law) and _any_end(own, here):
            yield before, ""


def reached_without(chart: Chart, key: str) -> set[str]:
    """Return the nodes that a case can reach without doing any task known by a key.

    A parallel join is reached only when all ways into it are.
    """
    barred = {task.id for task in chart.tasks if key_of(task) == key}
    reached: set[str] = set()
    waiting = [node.id for node in chart.of_kind(NodeKind.START)]
    while waiting:
        one = waiting.pop()
        if one in reached or one in barred:
            continue
        into = chart.entering(one)
        joins = chart.nodes[one].kind is NodeKind.FORK and len(into) > 1
        if joins and any(arrow.source not in reached for arrow in into):
            continue
        reached.add(one)
        waiting += [arrow.target for arrow in chart.leaving(one)]
    return reached


def _any_of(chart: Chart, key: str, nodes: set[str]) -> bool:
    return any(task.id in nodes for task in chart.tasks if key_of(task) == key)


def _any_end(chart: Chart, nodes: set[str]) -> bool:
    return any(end.id in nodes for end in chart.of_kind(NodeKind.END))


def _missing(task: Node, on: date) -> Fault:
    cited = cited_for(task, on)
    act = task.duty.act if task.duty.act != RECORDED else ""
    how_zh = f"（sunlit:act=“{act}”）" if act else f"（sunlit:rule=“{task.duty.rule}”）"
    how_en = f" (sunlit:act “{act}”)" if act else f" (sunlit:rule “{task.duty.rule}”)"
    return Fault(
        "dropped_task",
        Wording(
            f"法律要求的步骤“{task.name}”不见了{cited.zh}。请画上这一步{how_zh}；"
            "可以多画步骤、从严安排，不能少画。",
            f"The step “{task.name}”, which the law asks for, is missing{cited.en}. Draw it"
            f"{how_en}; a chart may add steps and be stricter, but leave none out.",
        ),
        task.name,
    )


def _loosened(before: str, after: str, law: Chart, on: date) -> Fault:
    first = next(task for task in law.tasks if key_of(task) == before)
    cited = cited_for(first, on)
    if not after:
        said = Wording(
            f"不经过“{first.name}”也能办结，而这是必经步骤{cited.zh}。"
            "请让通往结束的每条路都经过这一步。",
            f"A case can end without “{first.name}”, which every case must pass{cited.en}. Let "
            "each way to an end lead through it.",
        )
        return Fault("loosened", said, first.name)
    then = next(task for task in law.tasks if key_of(task) == after)
    said = Wording(
        f"“{first.name}”应当在“{then.name}”之前{cited.zh}，图上却可以绕过。"
        f"请让通往“{then.name}”的每条路都先经过它。",
        f"“{first.name}” must come before “{then.name}”{cited.en}, and can be passed by here. Let "
        f"each way to “{then.name}” lead through it first.",
    )
    return Fault("loosened", said, first.name)


def cited_for(task: Node, on: date) -> Wording:
    """Return the provision of a task in brackets, in the version of a day.

    Where none is named, or none of this name had been made, it is the chart of the law that asks.
    """
    name = task.duty.rule
    try:
        if name in statutes.rule_names():
            cited = statutes.limit(name, on=on).basis[0]
        elif name:
            cited = statutes.provision(name, on=on)
        else:
            return BY_CHART
    except NotYetLaw:
        return BY_CHART
    return Wording(f"（{cited.zh}）", f" ({cited.en})")
