"""What happens to a licence that is held."""

from dataclasses import dataclass
from datetime import date

from sunlit.ledger.events import Event


@dataclass(frozen=True)
class LicenceIssued(Event):
    """A licence was issued."""

    is_public = True
    number: str
    power: str
    valid_from: date
    valid_until: date | None


@dataclass(frozen=True)
class LicenceRenewalNamed(Event):
    """An application was recognised as one to renew or change a licence."""

    number: str
    licence: str
    kind: str
    in_time: bool


@dataclass(frozen=True)
class LicenceRenewed(Event):
    """A licence was renewed."""

    is_public = True
    number: str
    power: str
    valid_until: date | None


@dataclass(frozen=True)
class LicenceRenewedBySilence(Event):
    """Nothing was decided before a licence expired: it counts as renewed."""

    is_public = True
    number: str
    power: str
    valid_until: date


@dataclass(frozen=True)
class LicenceChanged(Event):
    """What a licence allows was changed."""

    is_public = True
    number: str
    power: str


@dataclass(frozen=True)
class LicenceRevoked(Event):
    """A licence was revoked."""

    is_public = True
    number: str
    power: str
    ground: str


@dataclass(frozen=True)
class LicenceDeregistered(Event):
    """A licence was taken off the register."""

    is_public = True
    number: str
    power: str
    ground: str


@dataclass(frozen=True)
class ApplicantBarred(Event):
    """Somebody may not apply for a licence for some years."""

    number: str
    ground: str
    until: date
