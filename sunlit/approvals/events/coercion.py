"""What happens in a coercion case."""

from dataclasses import dataclass
from datetime import date

from sunlit.ledger.events import Event


@dataclass(frozen=True)
class CoercionDecided(Event):
    """It was decided to coerce a party."""

    number: str
    kind: str
    power: str
    is_urgent: bool


@dataclass(frozen=True)
class UrgentCoercionReported(Event):
    """A head was told of what was done at once; `reported_at` is the minute of the report."""

    number: str
    reported_at: str


@dataclass(frozen=True)
class UrgentCoercionApproved(Event):
    """A head approved afterwards what was done at once."""

    number: str


@dataclass(frozen=True)
class DemolitionAnnounced(Event):
    """The public was told by when the party removes what it built."""

    number: str
    remove_by: date


@dataclass(frozen=True)
class CoercionContested(Event):
    """The party contested the decision by reconsideration or a suit."""

    number: str


@dataclass(frozen=True)
class CoercionRuledOn(Event):
    """The contest ended and the decision stands."""

    number: str


@dataclass(frozen=True)
class PerformanceDemanded(Event):
    """The party was asked in writing to perform."""

    number: str
    perform_by: date


@dataclass(frozen=True)
class CoercionDefenceHeard(Event):
    """What the party said to the demand was heard and answered."""

    number: str


@dataclass(frozen=True)
class EnforcementDecided(Event):
    """Enforcement was decided."""

    number: str
    document: str


@dataclass(frozen=True)
class EnforcementApproved(Event):
    """The government approved the enforcement."""

    number: str
    document: str


@dataclass(frozen=True)
class EnforcementSet(Event):
    """The decision was served, and the day of the enforcement announced."""

    number: str
    set_for: date


@dataclass(frozen=True)
class InventoryTaken(Event):
    """The things were listed before a witness."""

    number: str


@dataclass(frozen=True)
class CoercionCarriedOut(Event):
    """The enforcement was carried out and recorded."""

    number: str


@dataclass(frozen=True)
class GoodsHandedOver(Event):
    """The things were handed over to the party."""

    number: str


@dataclass(frozen=True)
class SealingExtended(Event):
    """The time for which things are held was extended, and the party told why."""

    number: str


@dataclass(frozen=True)
class AppraisalEntered(Event):
    """The days of a test or appraisal, which do not count, were entered."""

    number: str
    since: date
    until: date


@dataclass(frozen=True)
class CoercionLifted(Event):
    """What was sealed or seized was released."""

    number: str


@dataclass(frozen=True)
class CourtAppliedTo(Event):
    """The court was asked to enforce a decision."""

    number: str


@dataclass(frozen=True)
class CoercionStopped(Event):
    """Coercion was stopped: performed, defended with success, or not approved."""

    number: str
    reason: str


@dataclass(frozen=True)
class CoercionPublished(Event):
    """The result of a coercion case was shown to the public."""

    is_public = True
    number: str
    power: str


@dataclass(frozen=True)
class CoercionClosed(Event):
    """A coercion case was closed."""

    number: str
