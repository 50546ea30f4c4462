"""A walk: one case, who does the acts on it, and where it stands on its chart after each."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from sunlit.approvals import running
from sunlit.approvals.selectors import coercion as readings
from sunlit.flows import runs
from sunlit.flows.chart import Node
from sunlit.organization.models import Official

Case = running.Case


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
        run = self.case.run
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
    return running.possible(case)


def tasks(case: Case) -> list[Node]:
    """Return all tasks of the chart of a case."""
    assert case.run is not None
    return runs.program_of(case.run).chart.tasks


def tasks_done(case: Case) -> set[str]:
    """Return the tasks of the chart that a case has passed, with a day or without."""
    assert case.run is not None
    return set(case.run.steps.values_list("task", flat=True))
