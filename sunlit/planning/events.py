"""What happens to the plan of the year, its goals and its tasks."""

from dataclasses import dataclass
from datetime import date

from sunlit.ledger.events import Event


@dataclass(frozen=True)
class PlanIssued(Event):
    """The plan of a year was issued."""

    is_public = True
    year: int
    title: str
    document_number: str


@dataclass(frozen=True)
class PlanPublished(Event):
    """The plan of a year was published."""

    is_public = True
    year: int


@dataclass(frozen=True)
class PlanClosed(Event):
    """The plan of a year was closed: nothing is added to it any more."""

    is_public = True
    year: int


@dataclass(frozen=True)
class GoalSet(Event):
    """A goal was set for the year."""

    is_public = True
    code: str
    text: str


@dataclass(frozen=True)
class TaskSet(Event):
    """A task was given to an office, with the day by which it is due."""

    is_public = True
    code: str
    office: str
    due_on: date


@dataclass(frozen=True)
class TaskDone(Event):
    """A task was marked done, with the day and what proves it."""

    is_public = True
    code: str
    done_on: date
    evidence: str


@dataclass(frozen=True)
class TaskReopened(Event):
    """A task that was marked done turned out not to be."""

    is_public = True
    code: str
    was_done_on: date
    reason: str
