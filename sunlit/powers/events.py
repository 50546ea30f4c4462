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
