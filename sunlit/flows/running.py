"""Runs a checked chart: where a case stands, what may be done next, and which way it then takes.

SpiffWorkflow moves the tokens; this is the only module that knows it. Nothing in a file is run as
a program: conditions are read by `conditions`, and elements that could carry a script never pass
`linting`. The values of a case hold the answers to the chart's questions, and nothing else.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from lxml import etree
from SpiffWorkflow.bpmn import BpmnWorkflow
from SpiffWorkflow.bpmn.parser.BpmnParser import BpmnParser
from SpiffWorkflow.bpmn.script_engine import PythonScriptEngine
from SpiffWorkflow.bpmn.serializer import BpmnWorkflowSerializer
from SpiffWorkflow.bpmn.serializer.config import DEFAULT_CONFIG
from SpiffWorkflow.bpmn.serializer.default.workflow import BpmnWorkflowConverter, WorkflowConverter
from SpiffWorkflow.task import Task, TaskState

from sunlit.flows.chart import Arrow, Chart, Node, NodeKind
from sunlit.flows.conditions import Answer, Answers, Compared, Known, asked, holds, parsed
from sunlit.flows.linting import check
from sunlit.kernel.refusals import Unacceptable, WrongMoment
from sunlit.kernel.wording import Wording


@dataclass(frozen=True, slots=True)
class Question:
    """What a decision asks, and the answers that it knows: (value, word on the arrow)."""

    node: str
    asks: str
    name: str
    options: tuple[tuple[Answer, str], ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a case stands: the tasks that may be done now, and the engine's own state to store."""

    state: dict[str, Any]
    ready: tuple[str, ...]
    ended_at: tuple[str, ...] = ()

    @property
    def is_ended(self) -> bool:
        """Whether nothing more is to be done."""
        return not self.ready


@dataclass(frozen=True, slots=True)
class Program:
    """A chart without faults, ready to run."""

    chart: Chart
    spec: Any = field(repr=False)

    def begin(self) -> Place:
        """Put a new case at the first tasks."""
        return _place(_on(BpmnWorkflow(self.spec, script_engine=_ENGINE)))

    def carry_out(self, place: Place, task: str, answers: Answers | None = None) -> Place:
        """Do a task and move on; returns the new place, and leaves the old one as it is.

        Refused where the task is not due, or where a decision that follows is not answered.
        """
        if task not in place.ready:
            raise WrongMoment(self._not_due(task), self._due(place))
        given = dict(answers or {})
        following = {question.name for question in self.questions_after(task)}
        workflow = self._restored(place)
        due = next(
            one for one in workflow.get_tasks(state=TaskState.READY) if _node_of(one) == task
        )
        kept = {name: value for name, value in due.data.items() if name not in following}
        due.data = kept | given
        self._refuse_unanswered(task, due.data)
        due.run()
        return _place(_on(workflow))

    def questions_after(self, task: str) -> list[Question]:
        """Return what must be answered when a task is done, before the next tasks are known."""
        return [
            question
            for decision in self._decisions_after(task)
            for question in questions_of(self.chart, decision)
        ]

    def _decisions_after(self, task: str) -> list[Node]:
        found, waiting = [], [arrow.target for arrow in self.chart.leaving(task)]
        seen = set(waiting)
        while waiting:
            node = self.chart.nodes[waiting.pop(0)]
            if node.kind not in {NodeKind.DECISION, NodeKind.FORK}:
                continue
            if self.chart.decides(node):
                found.append(node)
            ahead = [arrow.target for arrow in self.chart.leaving(node.id)]
            waiting += [target for target in ahead if target not in seen]
            seen.update(ahead)
        return found

    def _refuse_unanswered(self, task: str, answers: Answers) -> None:
        for _node in _onward(self.chart, self.chart.leaving(task), answers):
            pass

    def _restored(self, place: Place) -> BpmnWorkflow:
        state = {**place.state, "spec": self.spec, "subprocess_specs": {}, "bpmn_events": []}
        workflow = _SERIALIZER.from_dict(state)
        workflow.script_engine = _ENGINE
        return workflow

    def _not_due(self, task: str) -> Wording:
        name = self.chart.nodes[task].name if task in self.chart.nodes else task
        return Wording(
            f"流程图上，“{name}”现在还不能办理，或者已经办过。",
            f"On the flow chart “{name}” is not due now, or was done already.",
        )

    def _due(self, place: Place) -> Wording:
        names = [self.chart.nodes[node].name for node in place.ready]
        if not names:
            return Wording("这件事已经办结。", "The case has ended.")
        return Wording(
            f"现在可以办理：{'、'.join(names)}。", f"What is due now: {', '.join(names)}."
        )


def program(content: bytes) -> Program:
    """Make a file ready to run; raises a refusal with its first fault if it has any."""
    return _program(content)


@lru_cache(maxsize=128)
def _program(content: bytes) -> Program:
    checked = check(content)
    if checked.faults:
        first = checked.faults[0]
        raise Unacceptable(
            Wording(first.said_in("zh"), first.said_in("en")),
            Wording(
                "请先改正流程图（sunlit flow check 列出全部问题）。",
                "Mend the chart first (sunlit flow check lists all that is wrong).",
            ),
        )
    parser = BpmnParser()
    parser.add_bpmn_xml(etree.fromstring(content, etree.XMLParser(resolve_entities=False)))
    return Program(checked.chart, parser.get_spec(checked.chart.id))


def questions_of(chart: Chart, decision: Node) -> list[Question]:
    """Return what a decision asks: each name, with the values that its arrows list."""
    ways = chart.leaving(decision.id)
    names: dict[str, dict[Answer, str]] = {}
    for arrow in ways:
        if not arrow.condition:
            continue
        condition = parsed(arrow.condition)
        for name in asked(condition):
            options = names.setdefault(name, {})
            if isinstance(condition, Compared) and isinstance(condition.right, Known):
                options.setdefault(condition.right.value, arrow.name)
    rest = next((arrow.name for arrow in ways if arrow.id == decision.default), None)
    return [
        Question(
            decision.id,
            decision.name,
            name,
            (*options.items(), *([("otherwise", rest)] if rest is not None else [])),
        )
        for name, options in names.items()
    ]


def _onward(chart: Chart, arrows: list[Arrow], answers: Answers) -> Iterator[Node]:
    """Yield the tasks and ends that follow; raises for a decision without an answer."""
    for arrow in arrows:
        node = chart.nodes[arrow.target]
        if node.kind is NodeKind.DECISION:
            yield from _onward(chart, [way_out(chart, node, answers)], answers)
        elif node.kind is NodeKind.FORK:
            if len(chart.entering(node.id)) == 1:
                yield from _onward(chart, chart.leaving(node.id), answers)
        else:
            yield node


def way_out(chart: Chart, decision: Node, answers: Answers) -> Arrow:
    """Return the arrow that a decision takes; raises `Unacceptable` where no answer fits."""
    ways = chart.leaving(decision.id)
    if len(ways) == 1:
        return ways[0]
    questions = questions_of(chart, decision)
    missing = [question for question in questions if question.name not in answers]
    if missing:
        raise Unacceptable(
            Wording(f"还没有回答“{decision.name}”。", f"“{decision.name}” is not answered yet."),
            _choices(missing),
        )
    for arrow in ways:
        if arrow.condition and holds(parsed(arrow.condition), answers):
            return arrow
    rest = next((arrow for arrow in ways if arrow.id == decision.default), None)
    if rest is None:
        raise Unacceptable(
            Wording(
                f"“{decision.name}”没有这样的答案。", f"“{decision.name}” knows no such answer."
            ),
            _choices(questions),
        )
    return rest


def _choices(questions: list[Question]) -> Wording:
    words = [
        f"{question.name} = {value} ({word})"
        for question in questions
        for value, word in question.options
    ]
    listed = "; ".join(words)
    return Wording(f"可选：{listed}。", f"Choose one of: {listed}.")


class _Conditions(PythonScriptEngine):  # type: ignore[misc]
    """Lets SpiffWorkflow ask our reader of conditions, and run nothing."""

    def validate(self, expression: str) -> None:
        parsed(expression)

    def evaluate(self, task: Task, expression: str, **_context: object) -> bool:
        return holds(parsed(expression), task.data)

    def execute(self, *_script: object, **_context: object) -> None:
        raise Unacceptable(Wording("流程图不执行脚本。", "A chart runs no script."))

    def call_service(self, *_service: object, **_context: object) -> None:
        raise Unacceptable(Wording("流程图不调用外部服务。", "A chart calls no service."))


class _WithoutChart(BpmnWorkflowConverter):  # type: ignore[misc]
    """Leaves the chart out of what is stored for a case: it stands in its version, once."""

    def to_dict(self, workflow: BpmnWorkflow) -> dict[str, Any]:
        stored: dict[str, Any] = WorkflowConverter.to_dict(self, workflow)
        return stored | {"subprocesses": {}}


_ENGINE = _Conditions()
_SERIALIZER = BpmnWorkflowSerializer(
    BpmnWorkflowSerializer.configure({**DEFAULT_CONFIG, BpmnWorkflow: _WithoutChart})
)


def _on(workflow: BpmnWorkflow) -> BpmnWorkflow:
    """Let the engine pass everything that no person does."""
    workflow.do_engine_steps()
    return workflow


def _place(workflow: BpmnWorkflow) -> Place:
    ready = [_node_of(one) for one in workflow.get_tasks(state=TaskState.READY)]
    ends = [
        _node_of(one)
        for one in workflow.get_tasks(state=TaskState.COMPLETED)
        if type(one.task_spec).__name__ == "EndEvent"
    ]
    return Place(_SERIALIZER.to_dict(workflow), tuple(ready), tuple(ends))


def _node_of(task: Task) -> str:
    return str(getattr(task.task_spec, "bpmn_id", "") or "")
