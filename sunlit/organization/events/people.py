"""What happens to the organization."""

from dataclasses import dataclass

from sunlit.ledger.events import Event


@dataclass(frozen=True)
class AgencyDescribed(Event):
    """The agency's own particulars were set down."""

    is_public = True
    code: str
    name: str


@dataclass(frozen=True)
class OfficeDescribed(Event):
    """An office's duty, head and phone were set down."""

    is_public = True
    code: str
    name: str
    head_post: str


@dataclass(frozen=True)
class LeadingGroupAdjusted(Event):
    """The leading group got its members anew."""

    is_public = True
    name: str
    document: str


@dataclass(frozen=True)
class SeatGiven(Event):
    """A post became chair, vice-chair or member of the leading group."""

    is_public = True
    role: str
    title: str


@dataclass(frozen=True)
class GroupMet(Event):
    """The leading group met."""

    is_public = True
    kind: str
    theme: str
    minutes: str


@dataclass(frozen=True)
class PutInPlace(Event):
    """Leadership, organisation or personnel was put in place."""

    is_public = True
    kind: str
    evidence: str


@dataclass(frozen=True)
class InformationOfficerAppointed(Event):
    """An office got its information officer."""

    is_public = True
    office: str


@dataclass(frozen=True)
class DutyAssigned(Event):
    """A post was told what it answers for."""

    is_public = True
    post: str
    level: str


@dataclass(frozen=True)
class OfficialAppointed(Event):
    """Somebody may log in, with roles."""

    username: str
    post: str
    roles: tuple[str, ...]


@dataclass(frozen=True)
class YearTakenIn(Event):
    """The records of a whole year were taken in from a folder."""

    year: int
    rows: int
    files: tuple[str, ...]
