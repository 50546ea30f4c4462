"""Checks a flow chart as a program that people follow: whole, unambiguous, and able to end."""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from sunlit.flows.chart import Arrow, Chart, Node, NodeKind
from sunlit.flows.conditions import BadCondition, Compared, asked, parsed
from sunlit.flows.faults import Fault
from sunlit.flows.reading import Reading, read
from sunlit.flows.schema import schema_faults
from sunlit.flows.soundness import soundness_faults
from sunlit.kernel.wording import Wording


@dataclass(frozen=True, slots=True)
class Names:
    """The names that a chart may use; None: not checked here."""

    acts: Collection[str] | None = None
    roles: Collection[str] | None = None
    rules: Collection[str] | None = None
    procedures: Collection[str] | None = None


NO_NAMES = Names()


@dataclass(frozen=True, slots=True)
class Checked:
    """A chart and all that is wrong with it; without faults it may be shown and run."""

    chart: Chart
    faults: tuple[Fault, ...]


def check(content: bytes, known: Names = NO_NAMES) -> Checked:
    """Read a file and check it; raises `NoChart` for what is no chart."""
    reading = read(content)
    return Checked(reading.chart, tuple(_found(reading, known)))


def _found(reading: Reading, known: Names) -> list[Fault]:
    """The faults in the order of the file; how it runs is judged only where it is drawn well."""
    chart = reading.chart
    found = [*reading.faults, *schema_faults(reading.tree)]
    found += [*_ends(chart), *_lanes(chart, known)]
    for node in chart.nodes.values():
        found += _node(chart, node, known)
    found += _reached(chart)
    found.sort(key=lambda fault: fault.line)
    return found or soundness_faults(chart)


def _ends(chart: Chart) -> Iterator[Fault]:
    starts, ends = chart.of_kind(NodeKind.START), chart.of_kind(NodeKind.END)
    if len(starts) != 1:
        yield Fault(
            "starts",
            Wording(
                f"应当有且只有一个开始，实际有{len(starts)}个。",
                f"It should have exactly one start, and has {len(starts)}.",
            ),
            line=starts[1].line if starts else 0,
        )
    if not ends:
        yield Fault(
            "ends",
            Wording("没有结束：事项永远办不完。", "It has no end: a case would never be done."),
        )


def _lanes(chart: Chart, known: Names) -> Iterator[Fault]:
    for lane in chart.lanes.values():
        if not lane.name:
            yield Fault(
                "unnamed_lane",
                Wording("泳道没有名称。", "The lane has no name."),
                lane.id,
                lane.line,
            )
        if known.roles is not None and lane.role and lane.role not in known.roles:
            yield _no_such("role", "岗位", "role", lane.role, lane.name, lane.line)


def _node(chart: Chart, node: Node, known: Names) -> Iterator[Fault]:
    into, out = chart.entering(node.id), chart.leaving(node.id)
    match node.kind:
        case NodeKind.START if into:
            yield _at(node, "start_entered", "开始之前不能有连线。", "Nothing may lead to a start.")
        case NodeKind.END if out:
            yield _at(node, "end_left", "结束之后不能有连线。", "Nothing may follow an end.")
        case NodeKind.TASK:
            yield from _task(node, known)
        case NodeKind.DECISION:
            yield from _decision(node, into, out)
        case NodeKind.FORK if (len(into) > 1) == (len(out) > 1):
            yield _at(
                node,
                "neither_fork_nor_join",
                "并行网关要么分开、要么汇合，不能同时，也不能两样都不是。",
                "A parallel gateway either parts the way or joins it: one of the two.",
            )
        case _:
            pass
    if node.kind in {NodeKind.START, NodeKind.TASK} and len(out) > 1:
        yield _at(
            node,
            "silent_split",
            "从这里引出多条连线，却没有网关说明走哪一条。请加排他网关（择一）或并行网关（同时）。",
            "Several arrows leave it, and no gateway says which is taken. Add an exclusive "
            "gateway (one of them) or a parallel one (all of them).",
        )
    if node.kind is not NodeKind.END and not out:
        yield _at(
            node, "dead_end", "到这里没有下一步。", "There is no next step after it: a dead end."
        )
    if node.continues and known.procedures is not None and node.continues not in known.procedures:
        yield _no_such("procedure", "程序", "procedure", node.continues, node.name, node.line)


def _task(node: Node, known: Names) -> Iterator[Fault]:
    if not node.name:
        yield _at(node, "unnamed_task", "任务没有名称。", "The task has no name.")
    duty = node.duty
    if not node.lane:
        yield _at(
            node,
            "nobody",
            "任务不在任何泳道内，看不出由谁办理。",
            "The task lies in no lane: nobody is named who carries it out.",
        )
    elif not duty.role:
        yield _at(
            node,
            "no_role",
            "所在泳道没有写明岗位（sunlit:role）。",
            "Its lane names no role (sunlit:role).",
        )
    if not duty.act:
        yield _at(
            node,
            "no_act",
            "没有写明由哪个办理动作完成（sunlit:act）。",
            "It names no act that carries it out (sunlit:act).",
        )
    elif known.acts is not None and duty.act not in known.acts:
        yield _no_such("act", "办理动作", "act", duty.act, node.name, node.line)
    if duty.along_with and known.acts is not None and duty.along_with not in known.acts:
        yield _no_such("with", "一并办理的动作", "act", duty.along_with, node.name, node.line)
    if duty.rule and known.rules is not None and duty.rule not in known.rules:
        yield _no_such("rule", "期限规定", "rule", duty.rule, node.name, node.line)


def _decision(node: Node, into: list[Arrow], out: list[Arrow]) -> Iterator[Fault]:
    if len(out) <= 1:
        if len(into) <= 1:
            yield _at(
                node,
                "idle_gateway",
                "这个网关只有一进一出，没有作用。",
                "One arrow enters this gateway and one leaves: it decides nothing.",
            )
        return
    if len(into) > 1:
        yield _at(
            node,
            "joins_and_decides",
            "这个网关既汇合又分支。请先用一个网关汇合，再用另一个判断。",
            "This gateway joins and decides. Join with one gateway, and decide with another.",
        )
    if not node.name:
        yield _at(node, "unnamed_decision", "判断没有写明问题。", "The decision asks no question.")
    told = [arrow for arrow in out if arrow.id != node.default]
    for arrow in out:
        if not arrow.name:
            yield _on(
                arrow,
                "unnamed_way",
                f"“{node.name}”的一条出口没有写明答案。",
                f"A way out of “{node.name}” says no answer.",
            )
    yield from _conditions(node, told)
    for arrow in out:
        if arrow.id == node.default and arrow.condition:
            yield _on(
                arrow,
                "default_with_condition",
                "默认出口不能再带条件。",
                "The way for all other cases may carry no condition.",
            )


def _conditions(node: Node, told: list[Arrow]) -> Iterator[Fault]:
    """Judge the conditions: each can be read, no two are alike, and no case is left without one."""
    read_well, names = [], set[str]()
    for arrow in told:
        if not arrow.condition:
            yield _on(
                arrow,
                "no_condition",
                f"“{node.name}”的这条出口没有条件。",
                f"This way out of “{node.name}” has no condition.",
            )
            continue
        try:
            condition = parsed(arrow.condition)
        except BadCondition as error:
            yield Fault("bad_condition", error.sentence, arrow.name or arrow.id, arrow.line)
            continue
        read_well.append(condition)
        names |= asked(condition)
    for condition, times in Counter(read_well).items():
        if times > 1 or not asked(condition):
            yield _at(
                node,
                "same_condition",
                "两条出口的条件相同，或者条件与答案无关。",
                "Two ways out have the same condition, or one asks for nothing.",
            )
    listed = all(isinstance(one, Compared) and one.sign == "=" for one in read_well)
    if not node.default and len(read_well) == len(told) and not (listed and len(names) == 1):
        yield _at(
            node,
            "no_way_for_the_rest",
            "条件不是对同一答案的逐一列举，又没有默认出口，可能一条也不成立。",
            "The conditions do not list the values of one answer, and there is no way for all "
            "other cases: none may hold.",
        )


def _reached(chart: Chart) -> Iterator[Fault]:
    """Say which nodes no case reaches, and from which none ends."""
    starts, ends = chart.of_kind(NodeKind.START), chart.of_kind(NodeKind.END)
    if len(starts) != 1 or not ends:
        return
    reached = chart.reached_from(starts[0].id)
    ending = set().union(*(chart.leading_to(end.id) for end in ends))
    for node in chart.nodes.values():
        if node.id not in reached:
            yield _at(
                node, "never_reached", "从开始走不到这里。", "It cannot be reached from the start."
            )
        elif node.id not in ending and chart.leaving(node.id):
            yield _at(
                node, "never_ends", "从这里走不到任何结束。", "No end can be reached from it."
            )


def _at(node: Node, code: str, zh: str, en: str) -> Fault:
    return Fault(code, Wording(zh, en), node.name or node.id, node.line)


def _on(arrow: Arrow, code: str, zh: str, en: str) -> Fault:
    return Fault(code, Wording(zh, en), arrow.name or arrow.id, arrow.line)


def _no_such(code: str, zh: str, en: str, name: str, element: str, line: int) -> Fault:
    said = Wording(f"没有名为“{name}”的{zh}。", f"There is no {en} named “{name}”.")
    return Fault(f"no_such_{code}", said, element, line)
