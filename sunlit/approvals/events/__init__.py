"""What happens to licence cases and penalty cases."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sunlit.approvals.events import handling as handling
from sunlit.approvals.events import issued as issued
from sunlit.approvals.events import queue as queue
from sunlit.ledger.events import Event


@dataclass(frozen=True)
class LicenceAppliedFor(Event):
    """An application for a licence was received and given a number."""

    number: str
    power: str
    place: str
    channel: str = ""
    joint: str = ""


@dataclass(frozen=True)
class JointApplicationReceived(Event):
    """Several licences were applied for at once; each of them is a case with its own clock."""

    number: str
    cases: tuple[str, ...]


@dataclass(frozen=True)
class JointApplicationExtended(Event):
    """The time for deciding on several licences together was extended, and it was told why."""

    number: str
    reason: str
    approval: str


@dataclass(frozen=True)
class MaterialsChecked(Event):
    """The window looked at what was handed in: how many papers fit, lack, or do not fit."""

    number: str
    present: int
    missing: int
    unfit: int


@dataclass(frozen=True)
class SupplementHandedIn(Event):
    """The applicant handed in what the one-time notice asks for."""

    number: str
    channel: str
    digests: tuple[str, ...] = ()


@dataclass(frozen=True)
class SealedDataOpened(Event):
    """An official read the sealed personal data of an applicant, and said why."""

    number: str
    reason: str


@dataclass(frozen=True)
class SupplementAskedFor(Event):
    """The applicant was told, once, everything that is missing."""

    number: str
    missing: str = ""


@dataclass(frozen=True)
class LicenceApplicationAccepted(Event):
    """An application was accepted."""

    number: str
    promised_days: int | None


@dataclass(frozen=True)
class LicenceSurveyed(Event):
    """The facts were checked on the spot."""

    number: str


@dataclass(frozen=True)
class LicenceReviewed(Event):
    """The section gave its opinion."""

    number: str


@dataclass(frozen=True)
class LicenceDecisionExtended(Event):
    """The time for the decision was extended, and the applicant told why."""

    number: str
    reason: str


@dataclass(frozen=True)
class LicenceDecided(Event):
    """A licence was granted or refused."""

    is_public = True
    number: str
    power: str
    result: str
    document: str


@dataclass(frozen=True)
class LicenceDelivered(Event):
    """The decision was delivered to the applicant."""

    number: str


@dataclass(frozen=True)
class LicenceResultPublished(Event):
    """The decision was shown to the public."""

    is_public = True
    number: str
    power: str
    result: str
    document: str


@dataclass(frozen=True)
class LicenceApplicationWithdrawn(Event):
    """The applicant withdrew the application."""

    number: str


@dataclass(frozen=True)
class LicenceApplicationAbandoned(Event):
    """The application was closed, because the supplement did not come in time."""

    number: str


@dataclass(frozen=True)
class StepRecorded(Event):
    """A step of a case's flow chart was entered as done."""

    number: str
    task: str
    done_on: date
    note: str = ""


@dataclass(frozen=True)
class PenaltyCaseFiled(Event):
    """A case was filed for investigation."""

    number: str
    power: str
    procedure: str
    complaint: str = ""


@dataclass(frozen=True)
class PartyNotified(Event):
    """The party was told the facts, the grounds and its rights."""

    number: str


@dataclass(frozen=True)
class HearingHeld(Event):
    """The hearing was held."""

    number: str


@dataclass(frozen=True)
class PenaltyDecided(Event):
    """A penalty was imposed."""

    number: str
    power: str
    document: str
    fine: Decimal
    other_measure: str


@dataclass(frozen=True)
class PenaltyServed(Event):
    """The decision was served on the party."""

    number: str


@dataclass(frozen=True)
class FinePaid(Event):
    """The fine was paid."""

    number: str
    fine: Decimal


@dataclass(frozen=True)
class PenaltyPublished(Event):
    """The decision was shown to the public."""

    is_public = True
    number: str
    power: str
    document: str


@dataclass(frozen=True)
class PenaltyPublicationWithdrawn(Event):
    """A published decision was taken back, because it no longer stands."""

    is_public = True
    number: str
    reason: str


@dataclass(frozen=True)
class LetterWritten(Event):
    """A letter in a case was written; `digest` is the SHA-256 of its words."""

    case: str
    kind: str
    number: str
    template: str
    digest: str


@dataclass(frozen=True)
class LetterDelivered(Event):
    """A letter was delivered to whom it is addressed."""

    case: str
    kind: str
    number: str
    how: str


@dataclass(frozen=True)
class LetterTemplateSet(Event):
    """The agency set its own wording of a kind of letter; `digest` is the SHA-256 of the text."""

    is_public = True
    kind: str
    version: int
    since: date
    digest: str


@dataclass(frozen=True)
class ReviewBodiesNamed(Event):
    """The agency said who reviews its decisions, and which court hears suits against them."""

    is_public = True
    government: str
    department: str
    court: str
    since: date


@dataclass(frozen=True)
class PublicityCompleted(Event):
    """A decision was completed for dual publicity; `missing`: the columns that are empty yet."""

    number: str
    missing: tuple[str, ...]


@dataclass(frozen=True)
class DecisionsHandedOver(Event):
    """Decisions left for the credit platform in one file, with the names and numbers of people."""

    kind: str
    sheet: str
    form: str
    numbers: tuple[str, ...]


@dataclass(frozen=True)
class LicenceCategorySet(Event):
    """The category of a licence was set, as the sheet of dual publicity names it."""

    number: str
    category: str


@dataclass(frozen=True)
class LicencePublicationWithdrawn(Event):
    """A published licence decision was taken out of publicity, because it no longer stands."""

    is_public = True
    number: str
    reason: str
