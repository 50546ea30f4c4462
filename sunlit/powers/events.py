"""What happens to powers, flow charts and the service window."""

from dataclasses import dataclass

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
