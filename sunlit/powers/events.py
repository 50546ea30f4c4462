"""What happens to powers, flow charts and the service window."""

from dataclasses import dataclass
from datetime import date

from sunlit.ledger.events import Event


@dataclass(frozen=True)
class ProcedureDescribed(Event):
    """A procedure was written down, step by step."""

    is_public = True
    code: str
    steps: int


@dataclass(frozen=True)
class FlowChartDrawn(Event):
    """A flow chart was drawn."""

    is_public = True
    code: str
    steps: int


@dataclass(frozen=True)
class FlowChartPublished(Event):
    """A flow chart was published."""

    is_public = True
    code: str


@dataclass(frozen=True)
class ChartUploaded(Event):
    """A version of a flow chart was uploaded: of which procedure, and the digest of its file."""

    procedure: str
    number: int
    digest: str
    note: str


@dataclass(frozen=True)
class ChartSentToGate(Event):
    """A version of a flow chart was drafted as an item, which goes through the gate."""

    procedure: str
    number: int
    digest: str
    item: str


@dataclass(frozen=True)
class ChartPutInForce(Event):
    """A published version of a flow chart was put in force from a day on."""

    is_public = True
    procedure: str
    number: int
    digest: str
    index_number: str
    in_force_from: date


@dataclass(frozen=True)
class ChartWithdrawn(Event):
    """A version of a flow chart that was not in force was taken back."""

    procedure: str
    number: int
    reason: str


@dataclass(frozen=True)
class PowerListed(Event):
    """A power was put on the list, or its entry there was restated."""

    is_public = True
    code: str
    kind: str
    name: str


@dataclass(frozen=True)
class PowerPublished(Event):
    """A power of the list was shown to the public."""

    is_public = True
    code: str


@dataclass(frozen=True)
class PowerCancelled(Event):
    """A power was taken off the list."""

    is_public = True
    code: str
    reason: str


@dataclass(frozen=True)
class PowerChanged(Event):
    """What an entry of the list says was changed."""

    is_public = True
    code: str
    fields: tuple[str, ...]
    reason: str
    document: str


@dataclass(frozen=True)
class PowerSuspended(Event):
    """A power was suspended: no new case can be opened under it."""

    is_public = True
    code: str
    reason: str
    document: str


@dataclass(frozen=True)
class PowerResumed(Event):
    """A suspended power can be used again."""

    is_public = True
    code: str
    reason: str
    document: str


@dataclass(frozen=True)
class PowerHandedDown(Event):
    """A power was handed down to an agency below."""

    is_public = True
    code: str
    to: str
    reason: str
    document: str


@dataclass(frozen=True)
class PowerMerged(Event):
    """A power was merged into another, which takes it over."""

    is_public = True
    code: str
    into: str
    reason: str
    document: str


@dataclass(frozen=True)
class GuideSet(Event):
    """What the guide to a power or a service says was set."""

    is_public = True
    code: str
    fields: tuple[str, ...]


@dataclass(frozen=True)
class MaterialSet(Event):
    """A paper that an application needs was named."""

    is_public = True
    code: str
    name: str
    is_required: bool


@dataclass(frozen=True)
class MaterialRemoved(Event):
    """An application no longer needs a paper."""

    is_public = True
    code: str
    name: str


@dataclass(frozen=True)
class MaterialSheetHandedIn(Event):
    """A blank form, or a filled-in sample, of a paper was handed in for everybody."""

    is_public = True
    code: str
    material: str
    kind: str
    digest: str
    reason: str


@dataclass(frozen=True)
class MaterialSheetTakenOff(Event):
    """A blank form, or a filled-in sample, is no longer handed out."""

    is_public = True
    code: str
    material: str
    kind: str
    digest: str
    reason: str


@dataclass(frozen=True)
class ArticleWorded(Event):
    """The words of an article that a power rests on were kept, with where they are from."""

    is_public = True
    code: str
    article: str
    source: str


@dataclass(frozen=True)
class ResponsibilitySet(Event):
    """A duty, a situation of accountability or a risk point of a power was set."""

    is_public = True
    code: str
    part: str
    name: str


@dataclass(frozen=True)
class WindowOpened(Event):
    """The window in the service centre was opened."""

    is_public = True
    name: str


@dataclass(frozen=True)
class MilestoneReached(Event):
    """The window reached a centralisation, or a thing was in place."""

    is_public = True
    name: str
    evidence: str


@dataclass(frozen=True)
class ServiceOffered(Event):
    """A convenience service was offered."""

    is_public = True
    code: str
    name: str


@dataclass(frozen=True)
class DecisionDelegated(Event):
    """The window's chief representative may decide on a licence from now on."""

    is_public = True
    power: str
    post: str
    document: str


@dataclass(frozen=True)
class DelegationEnded(Event):
    """The window's chief representative may no longer decide on a licence."""

    is_public = True
    power: str
    document: str
    reason: str
