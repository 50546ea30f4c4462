"""What a year's `org.yaml` must look like: the agency, its parts, and who answers for what."""

from typing import Annotated

from pydantic import BeforeValidator

from sunlit.intake.rows import Code, Count, Day, Listed, Row, coded
from sunlit.organization.models import DutyLevel

LEVELS = {
    "主要领导挂帅": DutyLevel.HEAD,
    "分管领导负责": DutyLevel.LEADER,
    "责任到单位": DutyLevel.OFFICE,
    "落实到个人": DutyLevel.PERSON,
}


class BureauPart(Row):
    """The agency itself."""

    code: Code
    name: str
    other_name: str = ""
    org_code: Code
    address: str = ""
    postcode: str = ""
    supervision_phone: str = ""
    foi_phone: str = ""
    complaint_phone: str = ""
    hotline: str = ""
    website: str = ""


class ZonePart(Row):
    """A part of the city."""

    code: Code
    name: str


class LeaderPart(Row):
    """A leading post."""

    code: Code
    title: str
    in_charge: str = ""
    openness: str = ""


class OfficePart(Row):
    """A section, affiliated unit or brigade."""

    code: Code
    name: str
    head_post: str
    leader: Code
    phone: str = ""
    duty: str = ""
    area: Listed = ()
    zone: Code | None = None
    established: Day | None = None


class SeatPart(Row):
    """A seat in the leading group."""

    title: str
    post: Code | None = None
    unit: Code | None = None


class StaffPart(Row):
    """A post in the leading group's office."""

    post: str
    count: Count
    unit: Code


class GroupOfficePart(Row):
    """The leading group's office."""

    name: str
    co_located_with: Code
    director: str
    staff: tuple[StaffPart, ...] = ()
    phone: str = ""


class InPlacePart(Row):
    """That one of the three things is in place."""

    evidence: str
    date: Day


class InPlacesPart(Row):
    """The three things in place."""

    leadership: InPlacePart
    organisation: InPlacePart
    personnel: InPlacePart


class MeetingPart(Row):
    """A meeting of the leading group."""

    date: Day
    kind: str
    theme: str
    attended: Count
    minutes: str


class GroupPart(Row):
    """The leading group."""

    name: str
    adjusted_on: Day
    adjusting_document: str
    reason: str = ""
    chair: SeatPart
    vice_chair: SeatPart
    members: tuple[SeatPart, ...]
    office: GroupOfficePart
    three_in_place: InPlacesPart
    meetings: tuple[MeetingPart, ...] = ()


class OfficersPart(Row):
    """Which offices have an information officer."""

    units: tuple[Code, ...]
    appointed_on: Day


class DutyPart(Row):
    """What a post answers for; the unit whose own post it is, where it is one's alone."""

    post: str
    level: Annotated[DutyLevel, BeforeValidator(coded(LEVELS))]
    duty: str
    unit: Code | None = None


class OrganizationDocument(Row):
    """org.yaml."""

    bureau: BureauPart
    zones: tuple[ZonePart, ...]
    subdistricts: tuple[str, ...]
    leaders: tuple[LeaderPart, ...]
    sections: tuple[OfficePart, ...]
    affiliates: tuple[OfficePart, ...]
    brigades: tuple[OfficePart, ...]
    leading_group: GroupPart
    info_officers: OfficersPart
    post_duties: tuple[DutyPart, ...]
