"""What happens in a recruitment or a tender."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sunlit.ledger.events import Event


@dataclass(frozen=True)
class DossierOpened(Event):
    """A recruitment or a tender was begun."""

    is_public = True
    kind: str
    code: str
    title: str


@dataclass(frozen=True)
class VacancyOffered(Event):
    """A vacancy was offered."""

    is_public = True
    code: str
    name: str
    places: int


@dataclass(frozen=True)
class LotOffered(Event):
    """A lot was put out to tender."""

    is_public = True
    code: str
    name: str


@dataclass(frozen=True)
class StageHeld(Event):
    """A stage took place, and came to a result."""

    is_public = True
    seq: int
    name: str
    starts_on: date
    ends_on: date


@dataclass(frozen=True)
class StageScheduled(Event):
    """The days of a stage were set, before or after it was held."""

    seq: int
    name: str
    starts_on: date
    ends_on: date


@dataclass(frozen=True)
class DoubtAnswered(Event):
    """It was said why a stage that looked like half or fake disclosure is right as it is."""

    seq: int
    doubt: str
    digest: str
    reason: str


@dataclass(frozen=True)
class TemplateEstablished(Event):
    """It was set what each dossier of a kind must disclose, stage by stage."""

    is_public = True
    code: str
    name: str
    since: date
    stages: int


@dataclass(frozen=True)
class TemplateRevised(Event):
    """What each dossier of a kind must disclose was set anew, for those opened from a day on."""

    is_public = True
    code: str
    since: date
    stages: int


@dataclass(frozen=True)
class TemplateEnded(Event):
    """No more dossiers are opened by a template."""

    is_public = True
    code: str
    ended_on: date


@dataclass(frozen=True)
class StagePublished(Event):
    """A stage was shown to the public, with its result."""

    is_public = True
    seq: int
    name: str


@dataclass(frozen=True)
class CandidateAppointed(Event):
    """A candidate, known by an admission number, was appointed."""

    is_public = True
    vacancy: str
    admission_number: str


@dataclass(frozen=True)
class LotAwarded(Event):
    """A lot was awarded to a bidder, known by a label, at a price in yuan."""

    is_public = True
    code: str
    winner: str
    price: Decimal


@dataclass(frozen=True)
class ObjectionRaised(Event):
    """A bidder objected."""

    raised_by: str


@dataclass(frozen=True)
class ObjectionAnswered(Event):
    """A bidder's objection was answered."""

    result: str
