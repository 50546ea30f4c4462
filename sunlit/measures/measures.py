"""The figures that the organization can give, which lies below this room."""

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.measures.registry import Face, Measure, Part, register
from sunlit.organization.models import (
    Agency,
    DutyLevel,
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
)
from sunlit.organization.selectors import leading_group


def _seats(agency: Agency, year: int) -> QuerySet[Seat]:
    group = leading_group(agency, on=date(year, 12, 31))
    return Seat.objects.filter(group=group).select_related("group").order_by("id")


def _groups_adjusted(agency: Agency, year: int) -> QuerySet[LeadingGroup]:
    groups = LeadingGroup.objects.filter(agency=agency, adjusted_on__year=year)
    return groups.exclude(adjusting_document="").order_by("adjusted_on")


def _group_offices(agency: Agency, year: int) -> QuerySet[LeadingGroup]:
    group = leading_group(agency, on=date(year, 12, 31))
    groups = LeadingGroup.objects.filter(pk__in=[group.pk] if group else [])
    return groups.exclude(office_name="").select_related("co_located_with").order_by("id")


def _leaders(agency: Agency, _year: int) -> QuerySet[Leader]:
    return Leader.objects.filter(agency=agency).order_by("code")


def _offices(agency: Agency, year: int) -> QuerySet[Office]:
    by_then = Q(established_on=None) | Q(established_on__lte=date(year, 12, 31))
    offices = Office.objects.filter(by_then, agency=agency)
    return offices.select_related("zone").order_by("code")


def _sections_in_group(agency: Agency, year: int) -> QuerySet[Office]:
    seats = _seats(agency, year).filter(role=SeatRole.MEMBER, office=OuterRef("pk"))
    return _offices(agency, year).filter(Exists(seats), kind=OfficeKind.SECTION)


def _in_place(agency: Agency, year: int) -> QuerySet[InPlace]:
    group = leading_group(agency, on=date(year, 12, 31))
    return InPlace.objects.filter(group=group, on__lte=date(year, 12, 31)).order_by("id")


def _meetings(agency: Agency, year: int) -> QuerySet[GroupMeeting]:
    meetings = GroupMeeting.objects.filter(group__agency=agency, held_on__year=year)
    return meetings.order_by("held_on")


def _officers(agency: Agency, year: int) -> QuerySet[InformationOfficer]:
    by_then = InformationOfficer.objects.filter(agency=agency, appointed_on__lte=date(year, 12, 31))
    later = by_then.filter(office=OuterRef("office"), appointed_on__gt=OuterRef("appointed_on"))
    relieved = Q(relieved_on__lte=date(year, 12, 31))
    officers = by_then.filter(~Exists(later)).exclude(relieved)
    return officers.select_related("office").order_by("office__code", "appointed_on")


def _duties(agency: Agency, _year: int) -> QuerySet[PostDuty]:
    return PostDuty.objects.filter(agency=agency).order_by("id")


def _seat_face(seat: Seat) -> Face:
    return Face(
        id=seat.title,
        number=seat.title,
        title="",
        day=seat.group.adjusted_on,
        facts=((_("role"), seat.get_role_display()),),
    )


def _group_face(group: LeadingGroup) -> Face:
    facts = (
        (_("its office"), group.office_name),
        (_("co-located with"), group.co_located_with.name),
    )
    return Face(
        id=f"{group.adjusted_on}",
        number=group.adjusting_document,
        title=group.name,
        day=group.adjusted_on,
        facts=facts,
    )


def _leader_face(leader: Leader) -> Face:
    facts = ((_("in charge of"), leader.in_charge),)
    return Face(id=leader.code, number=leader.code, title=leader.title, facts=facts)


def _office_face(office: Office) -> Face:
    facts = ((_("kind"), office.get_kind_display()), (_("head"), office.head_post))
    return Face(
        id=office.code,
        number=office.code,
        title=office.name,
        day=office.established_on,
        facts=facts,
    )


def _in_place_face(in_place: InPlace) -> Face:
    number = in_place.evidence
    facts = ((_("what"), in_place.get_kind_display()),)
    return Face(id=in_place.kind, number=number, title="", day=in_place.on, facts=facts)


def _meeting_face(meeting: GroupMeeting) -> Face:
    return Face(
        id=meeting.minutes, number=meeting.minutes, title=meeting.theme, day=meeting.held_on
    )


def _officer_face(officer: InformationOfficer) -> Face:
    office = officer.office
    return Face(
        id=f"{office.code}/{officer.appointed_on}",
        number=office.code,
        title=office.name,
        day=officer.appointed_on,
    )


def _duty_face(duty: PostDuty) -> Face:
    facts = ((_("level"), duty.get_level_display()),)
    return Face(id=duty.post, number=duty.post, title=duty.duty, facts=facts)


register(
    Measure(
        code="organization.leading_group_members",
        label=_("Members of the leading group"),
        counts=_("members beside chair and vice-chair, as the group stood at the year's end"),
        basis="organization.leading_group",
        population=_seats,
        meets=Q(role=SeatRole.MEMBER),
        face=_seat_face,
    ),
    Measure(
        code="organization.leading_group_seats",
        label=_("Seats of the leading group"),
        counts=_("chair, vice-chairs and members, as the group stood at the year's end"),
        basis="organization.leading_group",
        population=_seats,
        face=_seat_face,
        parts={
            "role": Part("role", _("role"), SeatRole),
            "title": Part("title", pgettext_lazy("leader", "title")),
        },
    ),
    Measure(
        code="organization.group_adjustments",
        label=_("Adjustments of the leading group"),
        counts=_("leading groups set up or adjusted in the year, each by a document"),
        basis="organization.leading_group",
        population=_groups_adjusted,
        face=_group_face,
    ),
    Measure(
        code="organization.group_offices",
        label=_("Office of the leading group"),
        counts=_("leading groups that had an office of their own at the year's end"),
        basis="organization.leading_group",
        population=_group_offices,
        face=_group_face,
        parts={"with": Part("co_located_with__code", _("co-located with"))},
    ),
    Measure(
        code="organization.leaders",
        label=_("Leading posts"),
        counts=_("leading posts of the agency"),
        basis="organization.duty",
        population=_leaders,
        face=_leader_face,
    ),
    Measure(
        code="organization.offices",
        label=_("Offices"),
        counts=_("sections, affiliated units and brigades at the year's end"),
        basis="organization.duty",
        population=_offices,
        face=_office_face,
        parts={
            "kind": Part("kind", _("kind"), OfficeKind),
            "zone": Part("zone__name", _("zone")),
        },
    ),
    Measure(
        code="organization.sections",
        label=_("Sections"),
        counts=_("sections of the agency at the year's end"),
        basis="organization.duty",
        population=_offices,
        meets=Q(kind=OfficeKind.SECTION),
        face=_office_face,
    ),
    Measure(
        code="organization.brigades",
        label=_("Enforcement brigades"),
        counts=_("enforcement brigades of the agency at the year's end"),
        basis="organization.duty",
        population=_offices,
        meets=Q(kind=OfficeKind.BRIGADE),
        face=_office_face,
    ),
    Measure(
        code="organization.sections_in_group",
        label=_("Sections whose heads sit in the leading group"),
        counts=_("sections of the agency whose heads were members of the group at the year's end"),
        basis="organization.leading_group",
        population=_sections_in_group,
        face=_office_face,
    ),
    Measure(
        code="organization.in_place",
        label=_("Leadership, organisation and personnel in place"),
        counts=_("the things that were in place at the year's end"),
        basis="organization.duty",
        population=_in_place,
        face=_in_place_face,
        parts={"kind": Part("kind", _("what"), InPlaceKind)},
    ),
    Measure(
        code="organization.group_meetings",
        label=_("Meetings of the leading group"),
        counts=_("meetings of the leading group held in the year"),
        basis="organization.leading_group",
        population=_meetings,
        face=_meeting_face,
        parts={"theme": Part("theme__contains", _("theme"))},
    ),
    Measure(
        code="organization.information_officers",
        label=_("Information officers"),
        counts=_("offices with an information officer at the year's end"),
        basis="organization.duty",
        population=_officers,
        face=_officer_face,
    ),
    Measure(
        code="organization.duties",
        label=_("Posts with a duty in open government"),
        counts=_("posts that answer for open government, at four levels"),
        basis="organization.duty",
        population=_duties,
        face=_duty_face,
        parts={"level": Part("level", _("level"), DutyLevel)},
    ),
)
