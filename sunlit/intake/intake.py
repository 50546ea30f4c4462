"""Taking in the organization, which lies below this room: the agency, its parts, who answers."""

from datetime import date
from typing import Any

from sunlit.intake.folder import Folder, Restated
from sunlit.intake.organization_parts import (
    BureauPart,
    DutyPart,
    GroupPart,
    InPlacesPart,
    LeaderPart,
    OfficersPart,
    OrganizationDocument,
    ZonePart,
)
from sunlit.intake.registry import Intake, register
from sunlit.ledger.events import Event
from sunlit.organization import events
from sunlit.organization.models import (
    GroupMeeting,
    InformationOfficer,
    InPlace,
    InPlaceKind,
    Leader,
    LeadingGroup,
    Office,
    OfficeKind,
    PostDuty,
    Seat,
    SeatRole,
    Subdistrict,
    Zone,
)

FILE = "org.yaml"


def take(folder: Folder) -> None:
    """Take in the organization as the year's folder states it."""
    document = folder.document(FILE, OrganizationDocument)
    if document is None:
        return
    _take_agency(folder, document.bureau)
    _take_districts(folder, document)
    _take_leaders(folder, document)
    _take_offices(folder, document)
    _take_group(folder, document.leading_group)
    _take_officers(folder, document.info_officers)
    _take_duties(folder, document.post_duties)


def _take_agency(folder: Folder, part: BureauPart) -> None:
    agency = folder.agency
    agency.name, agency.other_name = part.name, part.other_name
    agency.index_code = part.org_code
    agency.address, agency.postcode = part.address, part.postcode
    agency.supervision_phone, agency.foi_phone = part.supervision_phone, part.foi_phone
    agency.complaint_phone, agency.hotline = part.complaint_phone, part.hotline
    agency.website = part.website
    agency.save()
    event = events.AgencyDescribed(code=agency.code, name=part.name)
    day = date(folder.year, 1, 1)
    folder.enter(event, agency, day=day, basis="organization.duty", row=part)


def _take_districts(folder: Folder, document: OrganizationDocument) -> None:
    zones = {
        part.code: Zone(agency=folder.agency, code=part.code, name=part.name)
        for part in document.zones
    }
    stored = folder.restate(Zone, zones)
    folder.shelve("zone", stored.records)
    for part in document.zones:
        _tell(folder, stored, part, events.ZoneDescribed(part.code, part.name))
    subdistricts = {
        name: Subdistrict(agency=folder.agency, name=name) for name in document.subdistricts
    }
    folder.shelve("subdistrict", folder.restate(Subdistrict, subdistricts, key="name").records)


def _take_leaders(folder: Folder, document: OrganizationDocument) -> None:
    leaders = {
        part.code: Leader(
            agency=folder.agency,
            code=part.code,
            title=part.title,
            in_charge=part.in_charge,
            openness=part.openness,
        )
        for part in document.leaders
    }
    stored = folder.restate(Leader, leaders)
    folder.shelve("leader", stored.records)
    for part in document.leaders:
        _tell(folder, stored, part, events.LeaderDescribed(part.code, part.title))


def _tell(folder: Folder, stored: Restated[Any], part: ZonePart | LeaderPart, event: Event) -> None:
    if part.code in stored.told:
        about, day = stored.records[part.code], date(folder.year, 1, 1)
        folder.enter(event, about, day=day, basis="organization.duty", row=part)


def _take_offices(folder: Folder, document: OrganizationDocument) -> None:
    kinds = {
        OfficeKind.SECTION: document.sections,
        OfficeKind.AFFILIATE: document.affiliates,
        OfficeKind.BRIGADE: document.brigades,
    }
    parts = [(kind, part) for kind, group in kinds.items() for part in group]
    offices = {}
    for kind, part in parts:
        leader = folder.find("leader", part.leader, part, "leader")
        zone = folder.find("zone", part.zone, part, "zone")
        if part.code in offices:
            folder.fault_twice(part, "code", part.code)
        if leader:
            offices[part.code] = Office(
                agency=folder.agency,
                code=part.code,
                name=part.name,
                kind=kind,
                head_post=part.head_post,
                leader=leader,
                phone=part.phone,
                duty=part.duty,
                area=list(part.area),
                zone=zone,
                established_on=part.established,
            )
    stored = folder.restate(Office, offices, begins=("established_on",), keeps=["closed_on"])
    folder.promise("office", [part.code for _kind, part in parts])
    folder.shelve("office", stored.records)
    for _kind, part in parts:
        if part.code in stored.told:
            event = events.OfficeDescribed(part.code, part.name, part.head_post)
            day = part.established or date(folder.year, 1, 1)
            about = stored.records[part.code]
            folder.enter(event, about, day=day, basis="organization.duty", row=part)


def _take_group(folder: Folder, part: GroupPart) -> None:
    office = folder.find("office", part.office.co_located_with, part.office, "co_located_with")
    if office is None or _known(folder, part):
        return
    group = LeadingGroup(
        agency=folder.agency,
        name=part.name,
        adjusted_on=part.adjusted_on,
        adjusting_document=part.adjusting_document,
        reason=part.reason,
        office_name=part.office.name,
        co_located_with=office,
        office_director=part.office.director,
        office_phone=part.office.phone,
        office_staff=[staff.model_dump() for staff in part.office.staff],
    )
    folder.save(LeadingGroup, [group])
    event = events.LeadingGroupAdjusted(name=part.name, document=part.adjusting_document)
    basis = "organization.leading_group"
    folder.enter(event, group, day=part.adjusted_on, basis=basis, row=part)
    _take_seats(folder, group, part)
    _take_in_place(folder, group, part.three_in_place)
    _take_meetings(folder, group, part)


def _known(folder: Folder, part: GroupPart) -> bool:
    """Say whether an earlier year's folder already stated this very group."""
    if folder.faults:
        return False
    groups = LeadingGroup.objects.filter(agency=folder.agency, adjusted_on=part.adjusted_on)
    return groups.exists()


def _take_seats(folder: Folder, group: LeadingGroup, part: GroupPart) -> None:
    held = [(SeatRole.CHAIR, part.chair), (SeatRole.VICE_CHAIR, part.vice_chair)]
    held += [(SeatRole.MEMBER, member) for member in part.members]
    seats = [
        Seat(
            group=group,
            role=role,
            title=seat.title,
            leader=folder.find("leader", seat.post, seat, "post"),
            office=folder.find("office", seat.unit, seat, "unit"),
        )
        for role, seat in held
    ]
    folder.save(Seat, seats)
    for record, (role, seat) in zip(seats, held, strict=True):
        event = events.SeatGiven(role=role, title=seat.title)
        basis = "organization.leading_group"
        folder.enter(event, record, day=part.adjusted_on, basis=basis, row=seat)


def _take_in_place(folder: Folder, group: LeadingGroup, part: InPlacesPart) -> None:
    parts = {
        InPlaceKind.LEADERSHIP: part.leadership,
        InPlaceKind.ORGANISATION: part.organisation,
        InPlaceKind.PERSONNEL: part.personnel,
    }
    records = [
        InPlace(group=group, kind=kind, evidence=one.evidence, on=one.date)
        for kind, one in parts.items()
    ]
    folder.save(InPlace, records)
    for record, one in zip(records, parts.values(), strict=True):
        event = events.PutInPlace(kind=record.kind, evidence=one.evidence)
        folder.enter(event, record, day=one.date, basis="organization.duty", row=one)


def _take_meetings(folder: Folder, group: LeadingGroup, part: GroupPart) -> None:
    meetings = [
        GroupMeeting(
            group=group,
            held_on=meeting.date,
            kind=meeting.kind,
            theme=meeting.theme,
            attended=meeting.attended,
            minutes=meeting.minutes,
        )
        for meeting in part.meetings
    ]
    folder.save(GroupMeeting, meetings)
    for record, meeting in zip(meetings, part.meetings, strict=True):
        event = events.GroupMet(meeting.kind, meeting.theme, meeting.minutes)
        basis = "organization.leading_group"
        folder.enter(event, record, day=meeting.date, basis=basis, row=meeting)


def _take_officers(folder: Folder, part: OfficersPart) -> None:
    offices = [folder.find("office", unit, part, "units") for unit in part.units]
    known: set[int] = set()
    if not folder.faults:
        officers = InformationOfficer.objects.filter(appointed_on=part.appointed_on)
        known = set(officers.values_list("office_id", flat=True))
    records = [
        InformationOfficer(agency=folder.agency, office=office, appointed_on=part.appointed_on)
        for office in offices
        if office and office.pk not in known
    ]
    folder.save(InformationOfficer, records)
    for record in records:
        event = events.InformationOfficerAppointed(office=record.office.code)
        folder.enter(event, record, day=part.appointed_on, basis="organization.duty", row=part)


def _take_duties(folder: Folder, parts: tuple[DutyPart, ...]) -> None:
    duties = {
        part.post: PostDuty(
            agency=folder.agency,
            post=part.post,
            level=part.level,
            duty=part.duty,
            office=folder.find("office", part.unit, part, "unit"),
        )
        for part in parts
    }
    stored = folder.restate(PostDuty, duties, key="post", keeps=["office"])
    for part in parts:
        if part.post in stored.told:
            event = events.DutyAssigned(post=part.post, level=part.level)
            day = date(folder.year, 1, 1)
            about = stored.records[part.post]
            folder.enter(event, about, day=day, basis="organization.duty", row=part)


register(Intake(room="organization", files=(FILE,), take=take))
