"""A walk: one case, who does the acts on it, and where it stands on its chart after each."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from sunlit.approvals import running
from sunlit.approvals.models import CoercionCase, LicenceCase, PenaltyCase
from sunlit.approvals.registers.coercion_flow import CHART, done_in_coercion
from sunlit.approvals.selectors import coercion as readings
from sunlit.flows import moving, runs
from sunlit.flows.chart import Node
from sunlit.flows.following import Standing, Trace, laid
from sunlit.flows.running import Program, program
from sunlit.organization.models import Official
from sunlit.powers.charts import chart_used

Case = LicenceCase | PenaltyCase | CoercionCase


@dataclass(frozen=True, kw_only=True)
class Place:
    """A case where it stands on its chart, after an act."""

    procedure: str
    register: str
    since: date
    """The first day of the case, whose law it keeps."""
    after: str
    """The act just done, by its name at the desk."""
    case: Case
    day: date
    due: tuple[Node, ...]


@dataclass(kw_only=True)
class Walk:
    """One case on its way: who does the acts, which day it is, and what was done."""

    procedure: str
    register: str
    by: Official
    presider: Official
    since: date
    day: date = field(init=False)
    case: Any = field(init=False)

    def __post_init__(self) -> None:
        self.day = self.since

    def wait(self, days: int = 1) -> None:
        """Let days pass."""
        self.day += timedelta(days)

    def wait_until(self, day: date) -> None:
        """Let days pass until a day, and until a working day."""
        self.day = day
        while readings.is_worked(self.case, self.day) is False:
            self.wait()

    def open(self, name: str, act: Any, **values: Any) -> Place:
        """Do the act that opens the case."""
        self.case = act(agency=self.by.agency, by=self.by, today=self.day, **values)
        return self._place(name)

    def do(self, name: str, act: Any, **values: Any) -> Place:
        """Do an act on the case."""
        act(record_id=self.case.pk, by=self.by, today=self.day, **values)
        return self._place(name)

    def _place(self, name: str) -> Place:
        self.case = type(self.case).objects.get(pk=self.case.pk)
        run = getattr(self.case, "run", None)
        return Place(
            procedure=run.procedure if run else self.procedure,
            register=self.register,
            since=self.since,
            after=name,
            case=self.case,
            day=self.day,
            due=tuple(due(self.case)),
        )


def due(case: Case) -> list[Node]:
    """Return the tasks of the chart that may be done now in a case."""
    if not isinstance(case, CoercionCase):
        return running.possible(case)
    ready = _program(case)
    return [] if case.ended_on else moving.possible(ready, _laid(case)[1])


def tasks(case: Case) -> list[Node]:
    """Return all tasks of the chart of a case."""
    return _program(case).chart.tasks


def _program(case: Case) -> Program:
    if isinstance(case, CoercionCase):
        chart = chart_used(case.agency, CHART, case.decided_on)
        assert chart is not None
        return program(chart.content)
    assert case.run is not None
    return runs.program_of(case.run)


def _laid(case: CoercionCase) -> tuple[Trace, Standing]:
    return laid(_program(case), done_in_coercion(case))


def tasks_done(case: Case) -> set[str]:
    """Return the tasks of the chart that a case has passed, with a day or without."""
    if isinstance(case, CoercionCase):
        return {step.node for step in _laid(case)[0].steps}
    assert case.run is not None
    return set(case.run.steps.values_list("task", flat=True))
