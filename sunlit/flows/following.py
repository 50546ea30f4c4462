"""Lays what was done in a case on the chart of its procedure: tasks with their days, and the way.

The acts of a case are the authority, and the chart the guide. An act that lies further on than the
case stood is reached by the shortest way, and the tasks in between are marked as not recorded:
never is a day made up for them. Tokens are moved by `running`; here the way is found.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from sunlit.flows.chart import Arrow, Chart, Node, NodeKind
from sunlit.flows.conditions import Answer, Answers, Asked, Compared, Known, asked, holds, parsed
from sunlit.flows.running import Place, Program


@dataclass(frozen=True, slots=True)
class Done:
    """An act of a case: its name as the chart has it, its day, and what it answers."""

    act: str
    on: date | None = None
    answers: Answers = field(default_factory=dict)
    task: str = ""
    """The very task, where several carry the same act."""


@dataclass(frozen=True, slots=True)
class Passed:
    """A task that the case went through; `on` is None where no day is recorded."""

    node: str
    on: date | None = None
    is_recorded: bool = True


@dataclass(frozen=True, slots=True)
class Trace:
    """Where a case went and stands.

    `now`: the tasks that are due, or the question that is open; `ways`: the arrows that the case
    took by what is recorded, `guessed` those on which a question's answer is not; `ended_at`: the
    ends reached; `astray`: acts for which the chart has no place from there.
    """

    steps: tuple[Passed, ...]
    now: tuple[str, ...]
    ways: frozenset[str]
    guessed: frozenset[str] = frozenset()
    ended_at: tuple[str, ...] = ()
    astray: tuple[Done, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a case stands: its place, and the task that was done with its question still open."""

    place: Place
    open: str = ""
    known: Answers = field(default_factory=dict)

    @property
    def due(self) -> tuple[str, ...]:
        """The tasks that may be done now, whatever the open question's answer."""
        return tuple(task for task in self.place.ready if task != self.open)


def followed(program: Program, acts: Iterable[Done]) -> Trace:
    """Return the trace of the acts of one case, in the order in which they were done."""
    return laid(program, acts)[0]


def followed_to(program: Program, acts: Iterable[Done], standing: Standing) -> Trace:
    """Return the trace of a case that is run on its chart, as far as where it stands.

    An act's place on the chart is itself the answer to the question before it; the last question
    is answered by where the case stands.
    """
    walker = _Walker(program, is_certain=True)
    for done in acts:
        walker.follow(done)
    walker.go_on_to(standing)
    return walker.trace()


def laid(program: Program, acts: Iterable[Done]) -> tuple[Trace, Standing]:
    """Return the trace of the acts of one case, and where it can be carried on."""
    walker = _Walker(program)
    for done in acts:
        walker.follow(done)
    return walker.trace(), Standing(walker.place, walker.open or "", walker.known)


@dataclass(frozen=True, slots=True)
class Leg:
    """One way from a task to the next: the answers that lead there, and the arrows."""

    to: str
    answers: tuple[tuple[str, Answer], ...]
    arrows: tuple[str, ...]


class _Walker:
    """A case on its way; a task whose question is still open has been done and waits (`open`)."""

    def __init__(self, program: Program, *, is_certain: bool = False) -> None:
        self.program = program
        self.is_certain = is_certain
        self.chart = program.chart
        self.acts = {task.duty.act for task in self.chart.tasks}
        self.place: Place = program.begin()
        self.open: str | None = None
        self.known: dict[str, Answer] = {}
        self.steps: list[Passed] = []
        self.ways: set[str] = set()
        self.guessed: set[str] = set()
        self.astray: list[Done] = []
        start = self.chart.of_kind(NodeKind.START)[0]
        self._take(next(legs(self.chart, start.id, {}), None))

    def follow(self, done: Done) -> None:
        """Go to the nearest task of an act, through those without a day, and do it."""
        route = self._route(done)
        if route is None:
            self.astray.append(done)
            return
        for leg in route[:-1]:
            self._settle(leg)
            self.steps.append(Passed(leg.to, is_recorded=False))
            self.open = leg.to
        if route:
            self._settle(route[-1])
        task = route[-1].to if route else self._due(done)
        self.steps.append(Passed(task, done.on, is_recorded=done.on is not None))
        self._close(task, done.answers)
        while not done.task and (along := self._along(done.act)) is not None:
            self.steps.append(Passed(along, is_recorded=False))
            self._close(along, done.answers)

    def go_on_to(self, standing: Standing) -> None:
        """Take the way from the open question to where a case is known to stand."""
        if self.open is None or self.open == standing.open:
            return
        there = {*standing.due, *standing.place.ended_at}
        found = (leg for leg in legs(self.chart, self.open, self.known) if leg.to in there)
        if leg := next(found, None):
            self._settle(leg)

    def trace(self) -> Trace:
        """What the walk came to; an open question is shown at its decision."""
        now: tuple[str, ...] = self.place.ready
        if self.open is not None:
            asking = [question.node for question in self.program.questions_after(self.open)]
            due = tuple(one for one in self.place.ready if one != self.open)
            now = (*due, *asking[:1])
        return Trace(
            steps=tuple(self.steps),
            now=now,
            ways=frozenset(self.ways),
            guessed=frozenset(self.guessed - self.ways),
            ended_at=self.place.ended_at,
            astray=tuple(self.astray),
        )

    def _along(self, act: str) -> str | None:
        """The next task, if the same act carries it out, too: the record has no day of its own."""
        if self.open is not None:
            return None
        nodes = self.chart.nodes
        return next((one for one in self.place.ready if nodes[one].duty.along_with == act), None)

    def _is_of(self, done: Done, task: str) -> bool:
        """Whether an act carries out a task: its own, or where it has none, one along with it."""
        duty = self.chart.nodes[task].duty
        of_its_own = done.act in self.acts
        act = duty.act if of_its_own or done.task else duty.along_with
        return act == done.act and done.task in ("", task)

    def _due(self, done: Done) -> str:
        return next(one for one in self.place.ready if self._is_of(done, one))

    def _route(self, done: Done) -> list[Leg] | None:
        """The legs to the nearest task of this act; empty where it is due now, None if nowhere."""
        ready = [one for one in self.place.ready if one != self.open]
        if any(self._is_of(done, one) for one in ready):
            return []
        starts = [self.open] if self.open is not None else ready
        seen = set(starts)
        waiting: deque[tuple[str, list[Leg]]] = deque((start, []) for start in starts)
        while waiting:
            task, before = waiting.popleft()
            known = self.known if task == self.open else {}
            for leg in legs(self.chart, task, known):
                if leg.to in seen or self.chart.nodes[leg.to].kind is not NodeKind.TASK:
                    continue
                route = [*before, leg]
                if not before and task != self.open:
                    route = [Leg(task, (), ()), leg]
                if self._is_of(done, leg.to):
                    return route
                seen.add(leg.to)
                waiting.append((leg.to, route))
        return None

    def _settle(self, leg: Leg) -> None:
        """Answer the open question so that the case goes on to the next task of a route."""
        if self.open is not None and leg.arrows:
            answers = {**self.known, **dict(leg.answers)}
            self.place = self.program.carry_out(self.place, self.open, answers)
            self._take(leg)
            self.open, self.known = None, {}

    def _close(self, task: str, answers: Answers) -> None:
        """Go on at once where a task leads on without a question, or with its answer known."""
        self.open, self.known = task, dict(answers)
        names = {question.name for question in self.program.questions_after(task)}
        if names <= self.known.keys():
            onward = list(legs(self.chart, task, self.known))
            self.place = self.program.carry_out(self.place, task, self.known)
            for leg in onward:
                self._take(leg)
            self.open, self.known = None, {}

    def _take(self, leg: Leg | None) -> None:
        if leg is not None:
            guessed = bool(leg.answers) and not self.is_certain
            (self.guessed if guessed else self.ways).update(leg.arrows)


def legs(chart: Chart, task: str, known: Answers) -> Iterator[Leg]:
    """Yield the ways from a node to the next tasks and ends that the known answers allow."""
    for arrow in chart.leaving(task):
        yield from _onward(chart, arrow, known, (), ())


def _onward(
    chart: Chart,
    arrow: Arrow,
    known: Answers,
    answers: tuple[tuple[str, Answer], ...],
    arrows: tuple[str, ...],
) -> Iterator[Leg]:
    if arrow.id in arrows:
        return
    node, arrows = chart.nodes[arrow.target], (*arrows, arrow.id)
    if node.kind in {NodeKind.TASK, NodeKind.END}:
        yield Leg(node.id, answers, arrows)
        return
    for way in chart.leaving(node.id):
        given = _answer(chart, node, way, {**known, **dict(answers)})
        if given is not None:
            yield from _onward(chart, way, known, (*answers, *given), arrows)


def _answer(
    chart: Chart, node: Node, way: Arrow, known: Answers
) -> tuple[tuple[str, Answer], ...] | None:
    """What must be answered for a way to be taken: nothing more, a value, or None: it is not."""
    if not chart.decides(node):
        return ()
    others = [parsed(one.condition) for one in chart.leaving(node.id) if one.condition]
    if not way.condition:
        unknown = set().union(*(asked(one) for one in others)) - known.keys()
        if unknown:
            return tuple((name, "otherwise") for name in sorted(unknown))
        return None if any(holds(one, known) for one in others) else ()
    condition = parsed(way.condition)
    if asked(condition) <= known.keys():
        return () if holds(condition, known) else None
    if isinstance(condition, Compared) and condition.sign == "=":
        return _equal(condition)
    return None


def _equal(condition: Compared) -> tuple[tuple[str, Answer], ...] | None:
    """The answer by which a name is equal to a value; None where no value is named."""
    match condition:
        case Compared(Asked(name), _, Known(value)):
            return ((name, value),)
        case _:
            return None
