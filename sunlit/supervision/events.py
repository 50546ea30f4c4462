"""What happens when others watch the agency, and when it learns."""

from dataclasses import dataclass
from datetime import date

from sunlit.ledger.events import Event


@dataclass(frozen=True)
class SupervisorAppointed(Event):
    """A supervisor was appointed for a term, or the entry was restated."""

    is_public = True
    code: str
    sector: str
    until: date


@dataclass(frozen=True)
class SupervisorsMet(Event):
    """A meeting with the supervisors was held."""

    is_public = True
    code: str
    name: str
    attended: int


@dataclass(frozen=True)
class OpinionRaised(Event):
    """A supervisor raised an opinion, and an office was told to answer it."""

    is_public = True
    number: str
    topic: str
    office: str


@dataclass(frozen=True)
class OpinionAnswered(Event):
    """An opinion was answered."""

    is_public = True
    number: str
    outcome: str


@dataclass(frozen=True)
class InspectionHeld(Event):
    """An inspection was held."""

    is_public = True
    code: str
    kind: str
    scope: str


@dataclass(frozen=True)
class BulletinIssued(Event):
    """The bulletin of an inspection was issued."""

    is_public = True
    code: str
    bulletin: str


@dataclass(frozen=True)
class RectificationOrdered(Event):
    """An office was told what an inspection found, and by when to put it right."""

    code: str
    office: str
    kind: str
    due_on: date


@dataclass(frozen=True)
class FindingRectified(Event):
    """What an inspection had found was put right, and verified."""

    code: str
    rectification: str


@dataclass(frozen=True)
class AccountabilityDecided(Event):
    """A post was held to account."""

    code: str
    office: str
    measure: str


@dataclass(frozen=True)
class AccountabilityFulfilled(Event):
    """The office put right what somebody had been held to account for."""

    code: str


@dataclass(frozen=True)
class SurveyHeld(Event):
    """The public was asked to judge."""

    is_public = True
    code: str
    organiser: str
    answers: int


@dataclass(frozen=True)
class SurveyPublished(Event):
    """The result of a social review was published."""

    is_public = True
    code: str


@dataclass(frozen=True)
class TrainingHeld(Event):
    """An occasion to learn was held."""

    is_public = True
    code: str
    kind: str
    title: str
    attended: int


@dataclass(frozen=True)
class DemonstrationPointProposed(Event):
    """An office applied to become a demonstration point."""

    is_public = True
    code: str
    name: str


@dataclass(frozen=True)
class DemonstrationPointAccepted(Event):
    """A demonstration point was accepted."""

    is_public = True
    code: str
    level: str
