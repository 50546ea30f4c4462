"""What may be done next in a case on its chart, and where it then stands.

The chart is the authority here: a task is done when it is due, and not before. A question that was
left open is answered by the next act, where only one of its ways leads to it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from sunlit import statutes
from sunlit.flows.chart import Chart, Node, NodeKind
from sunlit.flows.conditions import Answer, Answers
from sunlit.flows.following import Leg, Standing, legs
from sunlit.flows.running import Program
from sunlit.kernel.citations import Citation
from sunlit.kernel.refusals import NotYetLaw, Refused, WrongMoment
from sunlit.kernel.wording import Wording


@dataclass(frozen=True, slots=True)
class Moved:
    """Where a case stands after an act, and the tasks that the act carried out, in their order."""

    standing: Standing
    tasks: tuple[str, ...]


def begun(program: Program) -> Standing:
    """Return where a new case stands."""
    return Standing(program.begin())


def possible(program: Program, standing: Standing) -> list[Node]:
    """Return the tasks that may be done now: those due, and those to which an answer leads."""
    chart = program.chart
    ahead = [leg.to for leg in _ahead(program, standing)]
    return [chart.nodes[task] for task in dict.fromkeys((*standing.due, *ahead))]


def why_not(
    program: Program, standing: Standing, act: str, *, on: date, task: str = ""
) -> Refused | None:
    """Say which task comes first, where the chart has an act and it is not due; cites its article.

    `on` is the day whose law is cited. An act that the chart does not name is not held back by it.
    """
    chart = program.chart
    if not any(_is_of(node, act, task) for node in chart.tasks):
        return None
    due = possible(program, standing)
    if any(_is_of(node, act, task) for node in due):
        return None
    if not task and _reaches(program, standing, act):
        return None
    return _not_due(chart, due, act, task, on)


def moved(
    program: Program, standing: Standing, act: str, answers: Answers, *, on: date, task: str = ""
) -> Moved:
    """Carry out an act on the chart; raises `WrongMoment` where it is not due.

    Tasks that the chart lets be carried out along with the act are done with it, those just before
    it where they were not done yet, and those just after it, unless one `task` is named.
    """
    if refusal := why_not(program, standing, act, on=on, task=task):
        raise refusal
    done: list[str] = []
    acted = False
    while found := _next(program, standing, act, task, acted=acted):
        standing, node = found
        acted = acted or _is_of(program.chart.nodes[node], act, task)
        done.append(node)
        standing = _did(program, standing, node, answers)
        if task or len(done) > len(program.chart.nodes):
            break
    return Moved(standing, tuple(done))


def concluded(program: Program, standing: Standing, answers: Answers) -> Standing:
    """Return where a case stands when these answers to its open question lead it to an end."""
    for leg in _ahead_of_open(program, standing, answers):
        if program.chart.nodes[leg.to].kind is NodeKind.END and not leg.answers:
            known = {**standing.known, **answers}
            return Standing(program.carry_out(standing.place, standing.open, known))
    return standing


def basis_of(task: Node, on: date) -> Citation | None:
    """Return the article that a task rests on, as in force on a day; None where it names none."""
    rule = task.duty.rule
    if not rule:
        return None
    try:
        return _cited(rule, on)
    except NotYetLaw as refusal:
        return _cited(rule, refusal.since)


def _cited(rule: str, on: date) -> Citation:
    if rule in statutes.provision_names():
        return statutes.provision(rule, on=on)
    return statutes.limit(rule, on=on).basis[0]


def _reaches(program: Program, standing: Standing, act: str) -> bool:
    """Whether an act is due after tasks that are carried out along with it, by trying them out."""
    seen: set[str] = set()
    while found := _next(program, standing, act, "", acted=False):
        at, node = found
        if _is_of(program.chart.nodes[node], act, ""):
            return True
        if node in seen:
            return False
        seen.add(node)
        standing = _did(program, at, node, {})
    return False


def _next(
    program: Program, standing: Standing, act: str, task: str, *, acted: bool
) -> tuple[Standing, str] | None:
    """The next task that an act carries out, and the case as it stands before it."""
    if not acted and (found := _found(program, standing, lambda one: _is_of(one, act, task))):
        return found
    if task:
        return None
    return _found(program, standing, lambda one: one.duty.along_with == act)


def _found(
    program: Program, standing: Standing, is_it: Callable[[Node], bool]
) -> tuple[Standing, str] | None:
    """The first such task that is due, or to which an answer to the open question leads."""
    nodes = program.chart.nodes
    for due in standing.due:
        if is_it(nodes[due]):
            return standing, due
    for leg in _ahead(program, standing):
        if is_it(nodes[leg.to]):
            known = {**standing.known, **dict(leg.answers)}
            return Standing(program.carry_out(standing.place, standing.open, known)), leg.to
    return None


def _did(program: Program, standing: Standing, task: str, answers: Answers) -> Standing:
    asked = {question.name for question in program.questions_after(task)}
    known: dict[str, Answer] = {name: answers[name] for name in asked & answers.keys()}
    if standing.open:
        # A parallel branch is at its question still; it keeps waiting there, and this one goes on.
        return Standing(
            program.carry_out(standing.place, task, known), standing.open, standing.known
        )
    if asked - known.keys():
        return Standing(standing.place, task, known)
    return Standing(program.carry_out(standing.place, task, known))


def _ahead(program: Program, standing: Standing) -> Iterator[Leg]:
    for leg in _ahead_of_open(program, standing, {}):
        if program.chart.nodes[leg.to].kind is NodeKind.TASK:
            yield leg


def _ahead_of_open(program: Program, standing: Standing, answers: Answers) -> Iterator[Leg]:
    if standing.open:
        yield from legs(program.chart, standing.open, {**standing.known, **answers})


def _is_of(node: Node, act: str, task: str) -> bool:
    return node.duty.act == act and task in ("", node.id)


def _not_due(chart: Chart, due: list[Node], act: str, task: str, on: date) -> WrongMoment:
    asked = next(node for node in chart.tasks if _is_of(node, act, task))
    articles = (basis_of(one, on) for one in (asked, *due, *chart.tasks))
    basis = next((article for article in articles if article), None)
    if not due:
        reason = Wording(
            f"按流程图，此事已经办结，不能再办理“{asked.name}”。",
            f"On its flow chart the case has ended; “{asked.name}” cannot be done any more.",
        )
        return WrongMoment(reason, basis=basis)
    zh = "”或者“".join(node.name for node in due)
    en = "” or “".join(node.name for node in due)
    reason = Wording(
        f"按流程图，现在应当办理“{zh}”，还不能办理“{asked.name}”。",
        f"On its flow chart the case is at “{en}”; “{asked.name}” is not due.",
    )
    remedy = Wording(f"先办理“{zh}”。", f"Do “{en}” first.")
    return WrongMoment(reason, remedy, basis)
