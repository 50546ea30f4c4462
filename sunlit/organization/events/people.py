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
class ZoneDescribed(Event):
    """A part of the city was set down, for which offices answer."""

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


@dataclass(frozen=True)
class SiteMarked(Event):
    """The public site got its name, its filing numbers and its host."""

    is_public = True
    code: str
    site_name: str
    site_code: str
    site_host: str


@dataclass(frozen=True)
class OfficeEstablished(Event):
    """A new office began."""

    is_public = True
    code: str
    name: str
    kind: str


@dataclass(frozen=True)
class OfficeRenamed(Event):
    """An office got another name."""

    is_public = True
    code: str
    name: str
    was: str


@dataclass(frozen=True)
class OfficeReassigned(Event):
    """Another leader was put in charge of an office."""

    is_public = True
    code: str
    leader: str


@dataclass(frozen=True)
class OfficeClosed(Event):
    """An office ended. Its records stay."""

    is_public = True
    code: str
    reason: str


@dataclass(frozen=True)
class LeaderDescribed(Event):
    """A leading post's title, and what it is in charge of, were set down."""

    is_public = True
    code: str
    title: str


@dataclass(frozen=True)
class InformationOfficerRelieved(Event):
    """An office's information officer was relieved."""

    is_public = True
    office: str


@dataclass(frozen=True)
class DutyChanged(Event):
    """What a post answers for was changed."""

    is_public = True
    post: str
    level: str


@dataclass(frozen=True)
class OfficialMoved(Event):
    """An official got another post or office."""

    username: str
    post: str
    office: str


@dataclass(frozen=True)
class RoleGiven(Event):
    """An official got a role."""

    username: str
    role: str


@dataclass(frozen=True)
class RoleTaken(Event):
    """An official lost a role."""

    username: str
    role: str


@dataclass(frozen=True)
class OfficialSuspended(Event):
    """An official may not log in for the time being."""

    username: str
    reason: str


@dataclass(frozen=True)
class OfficialReadmitted(Event):
    """An official may log in again."""

    username: str


@dataclass(frozen=True)
class FirstPasswordSet(Event):
    """An official got a new first password, to be changed at the next log-in."""

    username: str


@dataclass(frozen=True)
class SigningCodeChosen(Event):
    """An official chose the code to sign with by a link."""

    username: str


@dataclass(frozen=True)
class PasswordChanged(Event):
    """An official chose a new password."""

    username: str
