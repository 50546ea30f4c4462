"""What happens to a licence case between its acceptance and its decision."""

from dataclasses import dataclass
from datetime import date

from sunlit.ledger.events import Event


@dataclass(frozen=True)
class LicenceTimeExcluded(Event):
    """The applicant was told in writing that some time does not count, and how long it takes."""

    number: str
    kind: str
    days: int


@dataclass(frozen=True)
class LicenceTimeResumed(Event):
    """The limit of the decision runs again."""

    number: str
    kind: str


@dataclass(frozen=True)
class InterestedPartyTold(Event):
    """Somebody whose major interests are touched was told, and may speak."""

    number: str


@dataclass(frozen=True)
class InterestedPartyHeard(Event):
    """An interested party was heard, or chose to say nothing."""

    number: str


@dataclass(frozen=True)
class LicenceHearingTold(Event):
    """Applicant and interested parties were told that they may ask for a hearing."""

    number: str


@dataclass(frozen=True)
class LicenceHearingCalled(Event):
    """Notice of the hearing was given: when and where."""

    number: str
    on: date
    asked_by: str


@dataclass(frozen=True)
class LicenceHearingHeld(Event):
    """The hearing was held, and its record made; the decision must rest on the record."""

    number: str


@dataclass(frozen=True)
class LicenceApplicationDeclined(Event):
    """An application was not accepted: no licence is needed, or another agency is competent."""

    number: str
    ground: str
    agency: str = ""


@dataclass(frozen=True)
class LicenceApplicationCountsAsAccepted(Event):
    """No notice was given in five working days: the application counts as accepted."""

    number: str
    accepted_on: date
