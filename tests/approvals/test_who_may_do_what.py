"""Who may do what at each task of the charts, asked for every role.

Real cases are walked over every way of their charts (`walking`), and at every place each act of the
register is asked for an official of each role, of the case's own office and of another. The answers
stand in `docs/reference/who-may-do-what.md`; `SUNLIT_WRITE_MATRIX=1` in the environment writes the
page anew.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pytest
from django.db import transaction
from django.test import override_settings
from django.utils import translation

from config.env import ROOT
from sunlit import statutes
from sunlit.design.registers import ActAtDesk, all_registers
from sunlit.flows.chart import Node
from sunlit.flows.known import RECORD
from sunlit.kernel.refusals import (
    BeyondCalendar,
    NotPermitted,
    NotYetLaw,
    Refused,
    Unacceptable,
    WrongMoment,
)
from sunlit.organization.models import Office, Official, Role
from tests.approvals import walking
from tests.organization.factories import office, official

pytestmark = pytest.mark.django_db

PAGE = ROOT / "docs" / "reference" / "who-may-do-what.md"
HEAD = """\
# Who may do what at each task

At every place of the flow charts of licences, penalties and demolitions: which role may do which
act. Written by `tests/approvals/test_who_may_do_what.py`, which walks real cases over every way of
the charts, asks every act for every role at every place, and fails when this page says otherwise.

● may · ○ may in cases of the own office · ◐ may in cases of other offices · – has the role, but the
act waits for what its article says · blank: refused, with a sentence and an article

**Bold**: the act of a task that is due on the chart, or next where the due task goes along with it.
What has no row is refused to every role there.
"""
KINDS = {"license_ordinary": "Licences", "coercion": "Demolitions"} | {
    "penalty_ordinary": "Penalties, ordinary procedure",
    "penalty_hearing": "Penalties, with a hearing",
    "penalty_simple": "Penalties, on the spot",
}
EARLIER = {"coercion": {"record-contest"}}
"""Acts that the law allows before their place on the chart: a decision can be contested at once."""
Answers = dict[Role, tuple[Refused | None, Refused | None]]
"""For each role: why it is refused in the case's own office, and in another; None: it may."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A place of a chart, and what every act answers there to every role."""

    place: walking.Place
    tasks: list[Node]
    """All tasks of the chart."""
    done: set[str]
    """The tasks that were done before."""
    answers: dict[str, Answers]

    @property
    def due(self) -> dict[str, list[Node]]:
        """The acts of the tasks that are due, with these tasks."""
        found: dict[str, list[Node]] = {}
        for task in self.place.due:
            found.setdefault(_act_of(task), []).append(task)
        return found

    @property
    def not_due(self) -> set[str]:
        """The acts of the chart that are not due, and were not done before."""
        named = {_act_of(task) for task in self.tasks}
        done = {_act_of(task) for task in self.tasks if task.id in self.done}
        return named & self.answers.keys() - self.due.keys() - done - self.along

    @property
    def along(self) -> set[str]:
        """The acts that carry out a due task along with their own, where it was not done before."""
        return {task.duty.along_with.partition(".")[2] for task in self.place.due} - {""}

    @property
    def where(self) -> str:
        """The place in words, for a failure."""
        tasks = ", ".join(task.name for task in self.place.due) or "ended"
        return f"{self.place.procedure} of {self.place.since}, after {self.place.after}: {tasks}"

    def may(self, act: str) -> set[Role]:
        """Return the roles that may do an act, in one office at least."""
        return {role for role, both in self.answers[act].items() if None in both}

    def refusals(self) -> Iterator[tuple[str, Role, Refused]]:
        """Yield every refusal, with the act and the role."""
        for act, answers in self.answers.items():
            for role, both in answers.items():
                yield from ((act, role, one) for one in both if one is not None)


def _act_of(task: Node) -> str:
    return "record-step" if task.duty.act == RECORD else task.duty.act.partition(".")[2]


def _acts(register: str) -> dict[str, ActAtDesk]:
    return {act.name: act for act in all_registers()[register].acts}


def _staff() -> dict[Role, Official]:
    return {role: official(role, username=f"only-{role.value}") for role in Role}


def _ask(place: walking.Place, staff: dict[Role, Official], other: Office) -> Asked:
    own = getattr(place.case, "office", None) or office()
    answers: dict[str, Answers] = {}
    for name, act in _acts(place.register).items():
        answers[name] = {}
        for role, by in staff.items():
            both = []
            for by.office in (own, other):
                both.append(act.why_not(by, place.case))
            answers[name][role] = (both[0], both[1])
    return Asked(
        place=place,
        tasks=walking.tasks(place.case),
        done=walking.tasks_done(place.case),
        answers=answers,
    )


@pytest.fixture(scope="module")
def table(django_db_setup, django_db_blocker):
    """Every place of every chart once, with all answers; nothing stays in the database."""
    del django_db_setup
    found: dict[tuple[object, ...], Asked] = {}
    outer = transaction.atomic()
    outer._from_testcase = True  # type: ignore[attr-defined]  # acts inside count as whole
    with django_db_blocker.unblock(), outer:
        staff, other = _staff(), office("KS99")
        everyone = official(*Role, username="everyone")
        for place in walking.places(everyone, presider=staff[Role.SECTION_HEAD]):
            due = tuple(task.id for task in place.due)
            key = (place.procedure, place.since, place.after, place.case.status, due)
            if key not in found:
                with override_settings(SUNLIT_TODAY=place.day):
                    found[key] = _ask(place, staff, other)
        transaction.set_rollback(True)
    return list(found.values())


def test_every_task_of_every_chart_is_walked(table):
    for procedure in KINDS:
        for since in walking.FIRST_DAYS:
            tasks = {one.id for asked in _of(table, procedure, since) for one in asked.tasks}
            done = {one for asked in _of(table, procedure, since) for one in asked.done}
            assert tasks == done, f"{procedure} of {since}: {tasks - done}"


def _of(table: list[Asked], procedure: str, since: date) -> list[Asked]:
    """Return the places of one chart; a case that was moved to another chart is not on it."""
    return [
        asked for asked in table if (asked.place.procedure, asked.place.since) == (procedure, since)
    ]


def test_what_the_chart_offers_can_be_done_and_by_the_role_of_its_lane(table):
    """Each task that is due can be done at some place by its lane, and waits at the others."""
    may: dict[tuple[str, date, str], set[Role]] = {}
    for asked in table:
        for task in asked.place.due:
            task_of_chart = (asked.place.procedure, asked.place.since, task.id)
            may.setdefault(task_of_chart, set()).update(asked.may(_act_of(task)))
            for role in _lane(task) - asked.may(_act_of(task)):
                refused = asked.answers[_act_of(task)][role]
                told = f"{asked.where}: {role} may not do {task.name}: {refused}"
                assert all(isinstance(one, WrongMoment) for one in refused), told
    for (procedure, since, task_id), roles in may.items():
        tasks = {task.id: task for one in _of(table, procedure, since) for task in one.tasks}
        assert roles, f"{procedure} of {since}: nobody ever does {task_id}"
        assert _lane(tasks[task_id]) <= roles, f"{procedure} of {since}: {task_id}"


def _lane(task: Node) -> set[Role]:
    """Return the role of the lane of a task; nothing where it is that of a party."""
    return {Role(task.duty.role)} if task.duty.role in set(Role) else set()


def test_what_is_not_due_is_refused_to_every_role(table):
    for asked in table:
        for act in asked.not_due - EARLIER.get(asked.place.procedure, set()):
            assert not asked.may(act), f"{asked.where}: {act} is not due, and may be done"


def test_every_refusal_is_of_the_person_or_of_the_moment_and_cites_its_article(table):
    kinds = set()
    for asked in table:
        for act, role, refusal in asked.refusals():
            told = f"{asked.where}, {act}, {role}: {refusal!r}"
            assert isinstance(refusal, NotPermitted | WrongMoment | Unacceptable), told
            assert not isinstance(refusal, BeyondCalendar | NotYetLaw), told
            assert refusal.basis is not None, told
            assert str(refusal.reason).strip(), told
            kinds.add(type(refusal))
    assert kinds == {NotPermitted, WrongMoment}


def test_a_case_that_has_ended_on_its_chart_is_ended_for_every_role(table):
    ended = [asked for asked in table if not asked.place.due]
    assert {asked.place.procedure for asked in ended} == set(KINDS)
    for asked in ended:
        for act in {_act_of(task) for task in asked.tasks} & asked.answers.keys():
            assert not asked.may(act), f"{asked.where}: {act}"


def test_who_only_looks_on_changes_nothing(table):
    for asked in table:
        for act in asked.answers:
            idle = {Role.AUDITOR, Role.SUPERVISOR_LIAISON, Role.HOTLINE_OPERATOR}
            assert not idle & asked.may(act), f"{asked.where}: {act}"


def _mark(both: tuple[Refused | None, Refused | None], *, is_due: bool) -> str:
    own, other = both
    if own is None:
        return "●" if other is None else "○"
    if other is None:
        return "◐"
    waits = is_due and not isinstance(own, NotPermitted)
    return "–" if waits else ""


def _article(act: ActAtDesk, asked: Asked) -> str:
    for own, other in asked.answers[act.name].values():
        refusal = own or other
        if act.name in asked.due and not asked.may(act.name) and isinstance(refusal, WrongMoment):
            assert refusal.basis is not None
            return refusal.basis.key
    try:
        return statutes.provision(act.basis, on=asked.place.since).key
    except NotYetLaw as refusal:
        return statutes.provision(act.basis, on=refusal.since).key


def _rows(asked: Asked) -> Iterator[str]:
    acts = _acts(asked.place.register)
    opening = {act.name: act for act in all_registers()[asked.place.register].opening}
    after = (acts | opening)[asked.place.after].label
    due = "、".join(task.name for task in asked.place.due) or "—"
    place = [str(after), due]
    for name, act in acts.items():
        is_due = name in asked.due or (name in asked.along and bool(asked.may(name)))
        if not is_due and not asked.may(name):
            continue
        marks = [_mark(both, is_due=is_due) for both in asked.answers[name].values()]
        label = f"**{act.label}**" if is_due else str(act.label)
        yield f"| {' | '.join([*place, label, f'`{_article(act, asked)}`', *marks])} |"
        place = ["", ""]


def _page(table: list[Asked]) -> str:
    heads = ["After", "Due on the chart", "Act", "Article", *(str(role.label) for role in Role)]
    lines = [HEAD]
    for procedure, title in KINDS.items():
        for since in walking.FIRST_DAYS:
            lines += [f"## {title}: the law of {since.year}", ""]
            lines += [f"| {' | '.join(heads)} |", f"|{' --- |' * len(heads)}"]
            for asked in table:
                if (asked.place.procedure, asked.place.since) == (procedure, since):
                    lines += _rows(asked)
            lines.append("")
    return "\n".join(lines)


def test_who_may_do_what_is_as_the_page_says(table):
    with translation.override("en"):
        page = _page(table)
    if os.environ.get("SUNLIT_WRITE_MATRIX"):
        PAGE.write_text(page, encoding="utf-8")
    assert page.splitlines() == PAGE.read_text(encoding="utf-8").splitlines(), (
        "who may do what has changed: write docs/reference/who-may-do-what.md anew with "
        "SUNLIT_WRITE_MATRIX=1, and look at the difference"
    )
