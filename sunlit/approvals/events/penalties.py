"""What happens in a penalty case between filing and decision, and after it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sunlit.ledger.events import Event


@dataclass(frozen=True)
class OfficersNamed(Event):
    """Officers with certificates began the investigation of a case."""

    number: str
    certificates: tuple[str, ...]


@dataclass(frozen=True)
class EvidenceTaken(Event):
    """A piece of evidence was taken."""

    number: str
    kind: str
    taken_on: date


@dataclass(frozen=True)
class EvidencePreserved(Event):
    """Evidence that may be lost was registered and kept in advance."""

    number: str


@dataclass(frozen=True)
class PreservationSettled(Event):
    """It was decided what becomes of evidence kept in advance."""

    number: str
    outcome: str


@dataclass(frozen=True)
class InvestigationEnded(Event):
    """An investigation ended with its report and the penalty proposed."""

    number: str
    fine: Decimal
    is_grave: bool


@dataclass(frozen=True)
class PenaltyReviewed(Event):
    """A case had its legal review."""

    number: str
    opinion: str


@dataclass(frozen=True)
class DefenceHeard(Event):
    """What the party said was heard and answered."""

    number: str
    is_accepted: bool


@dataclass(frozen=True)
class HearingAskedFor(Event):
    """The party asked for a hearing in time."""

    number: str
    asked_on: date


@dataclass(frozen=True)
class HearingSet(Event):
    """The day, the place and the presider of a hearing were told to the party."""

    number: str
    set_for: date
    presider: str


@dataclass(frozen=True)
class CaseDiscussed(Event):
    """The heads of the agency discussed a case together."""

    number: str


@dataclass(frozen=True)
class CaseDropped(Event):
    """A case was dropped, because its facts do not stand."""

    number: str


@dataclass(frozen=True)
class PenaltyWaived(Event):
    """It was decided that no penalty is imposed."""

    number: str


@dataclass(frozen=True)
class CaseTransferred(Event):
    """A case was transferred to the police, because it may be a crime."""

    number: str


@dataclass(frozen=True)
class PenaltyCaseClosed(Event):
    """A case was closed after the penalty was carried out."""

    number: str


@dataclass(frozen=True)
class FinePaidInPart(Event):
    """A part of a fine was paid."""

    number: str
    amount: Decimal


@dataclass(frozen=True)
class FineCollectedOnTheSpot(Event):
    """An officer collected a fine on the spot."""

    number: str
    amount: Decimal


@dataclass(frozen=True)
class PenaltyPutOnFile(Event):
    """A penalty decided on the spot was put on file with the agency."""

    number: str


@dataclass(frozen=True)
class FineHandedIn(Event):
    """An officer handed a fine collected on the spot in to the agency."""

    number: str
    amount: Decimal


@dataclass(frozen=True)
class ReliefAppliedFor(Event):
    """The party applied to pay later or by instalments."""

    number: str
    kind: str
    until: date


@dataclass(frozen=True)
class ReliefAnswered(Event):
    """An application to pay later or by instalments was answered."""

    number: str
    is_granted: bool
    until: date


@dataclass(frozen=True)
class PenaltyPublicationReviewed(Event):
    """The words in which a decision is shown to the public were reviewed."""

    number: str


@dataclass(frozen=True)
class BenchmarkSet(Event):
    """A grade of the standard of discretion was set for a power."""

    is_public = True
    power: str
    grade: str
    fine_from: Decimal
    fine_to: Decimal
    in_force_from: date


@dataclass(frozen=True)
class BenchmarkEnded(Event):
    """A grade of the standard of discretion ceased to be in force."""

    is_public = True
    power: str
    grade: str
    in_force_until: date
