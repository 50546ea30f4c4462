"""What changed from one chart of a procedure to another, in words."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from sunlit.flows.chart import Chart, Node, NodeKind
from sunlit.flows.telling import Told, told
from sunlit.kernel.wording import Wording

SAID: tuple[tuple[Wording, Callable[[Told], str]], ...] = (
    (Wording("办理人", "who does it"), lambda step: step.by),
    (Wording("时限", "the time limit"), lambda step: step.duty.limit),
    (Wording("文书", "the document"), lambda step: step.duty.document),
    (Wording("依据", "the provision"), lambda step: step.duty.rule),
    (Wording("办理动作", "the act"), lambda step: step.duty.act),
)
"""What is compared of a step that stands in both charts."""
ALIKE = 0.4
"""How much of two names must be the same for one step to be called a renamed other."""
NOTHING = Wording("（无）", "(none)")


@dataclass(frozen=True, slots=True)
class Pair:
    """A step of the chart before, and the same step in the chart after."""

    before: Told
    after: Told


def changes(before: Chart, after: Chart) -> list[Wording]:
    """Return what changed, one sentence each: steps, who, limits, papers, questions, answers."""
    return list(_changes(before, after)) or [
        Wording("与现行版本相比，步骤和判断没有变化。", "Steps and questions are as before.")
    ]


def _changes(before: Chart, after: Chart) -> Iterator[Wording]:
    old, new = told(before), told(after)
    pairs = paired(old, new)
    kept_old = {pair.before.node for pair in pairs}
    kept_new = {pair.after.node for pair in pairs}
    for step in new:
        if step.node not in kept_new:
            yield Wording(
                f"增加步骤“{step.task}”（{step.by}）。", f"Step added: “{step.task}” ({step.by})."
            )
    for step in old:
        if step.node not in kept_old:
            yield Wording(
                f"取消步骤“{step.task}”（{step.by}）。", f"Step removed: “{step.task}” ({step.by})."
            )
    for pair in pairs:
        yield from _of_step(pair)
    yield from _questions(before, after)


def paired(old: list[Told], new: list[Told]) -> list[Pair]:
    """Pair the steps of two charts: by name, by an act that both have once, by id and like name."""
    left_old, left_new = list(old), list(new)
    found = []
    for key_of in (_name, _act, _id):
        olds, news = _once(left_old, key_of), _once(left_new, key_of)
        for key in [key for key in olds if key in news]:
            if key_of is _id and not _are_alike(olds[key].task, news[key].task):
                continue
            found.append(Pair(olds[key], news[key]))
            left_old.remove(olds[key])
            left_new.remove(news[key])
    return sorted(found, key=lambda pair: pair.after.number)


def _name(step: Told) -> str:
    return step.task


def _act(step: Told) -> str:
    return "" if step.duty.act == "flow.record" else step.duty.act


def _id(step: Told) -> str:
    return step.node


def _are_alike(old: str, new: str) -> bool:
    return SequenceMatcher(None, old, new).ratio() >= ALIKE


def _once(steps: list[Told], key_of: Callable[[Told], str]) -> dict[str, Told]:
    """Return the steps whose key no other step has."""
    keys = [key_of(step) for step in steps]
    return {key_of(step): step for step in steps if key_of(step) and keys.count(key_of(step)) == 1}


def _of_step(pair: Pair) -> Iterator[Wording]:
    old, new = pair.before, pair.after
    if old.task != new.task:
        yield Wording(
            f"步骤“{old.task}”改称“{new.task}”。",
            f"Step “{old.task}” is now called “{new.task}”.",
        )
    for what, read in SAID:
        was, now = read(old), read(new)
        if was != now:
            yield Wording(
                f"“{new.task}”的{what.zh}：由{_said_zh(was)}改为{_said_zh(now)}。",
                f"“{new.task}”, {what.en}: {_said_en(was)} became {_said_en(now)}.",
            )
    if old.duty.is_risk_point != new.duty.is_risk_point:
        yield (
            Wording(
                f"“{new.task}”列为廉政风险点。", f"“{new.task}” is now an integrity risk point."
            )
            if new.duty.is_risk_point
            else Wording(
                f"“{new.task}”不再列为廉政风险点。",
                f"“{new.task}” is no longer an integrity risk point.",
            )
        )


def _questions(before: Chart, after: Chart) -> Iterator[Wording]:
    old, new = _asked(before), _asked(after)
    for question in [one for one in new if one not in old]:
        yield Wording(f"增加判断“{question}”。", f"Question added: “{question}”.")
    for question in [one for one in old if one not in new]:
        yield Wording(f"取消判断“{question}”。", f"Question removed: “{question}”.")
    for question in [one for one in new if one in old and old[one] != new[one]]:
        yield Wording(
            f"判断“{question}”的出口：由{'、'.join(old[question])}改为{'、'.join(new[question])}。",
            f"Answers to “{question}”: {', '.join(old[question])} became "
            f"{', '.join(new[question])}.",
        )


def _asked(chart: Chart) -> dict[str, tuple[str, ...]]:
    """Return the questions of a chart, each with its answers and where they lead."""
    return {
        node.name: tuple(sorted(_answer(chart, node)))
        for node in chart.of_kind(NodeKind.DECISION)
        if chart.decides(node)
    }


def _answer(chart: Chart, node: Node) -> Iterator[str]:
    for arrow in chart.leaving(node.id):
        target = chart.nodes[arrow.target]
        yield f"{arrow.name}→{target.name}" if target.name else arrow.name


def _said_zh(value: str) -> str:
    return f"“{value}”" if value else NOTHING.zh


def _said_en(value: str) -> str:
    return f"“{value}”" if value else NOTHING.en
