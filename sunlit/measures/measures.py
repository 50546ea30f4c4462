"""The figures that the organization can give, which lies below this room."""

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from sunlit.measures.registry import Face, Measure, register
from sunlit.organization.models import (
    Agency,
    GroupMeeting,
    InformationOfficer,
    InPlace,
    PostDuty,
    Seat,
    SeatRole,
)
from sunlit.organization.selectors import leading_group


def _seats(agency: Agency, year: int) -> QuerySet[Seat]:
    group = leading_group(agency, on=date(year, 12, 31))
    return Seat.objects.filter(group=group).select_related("group").order_by("id")


def _in_place(agency: Agency, year: int) -> QuerySet[InPlace]:
    group = leading_group(agency, on=date(year, 12, 31))
    return InPlace.objects.filter(group=group, on__lte=date(year, 12, 31)).order_by("id")


def _meetings(agency: Agency, year: int) -> QuerySet[GroupMeeting]:
    meetings = GroupMeeting.objects.filter(group__agency=agency, held_on__year=year)
    return meetings.order_by("held_on")


def _officers(agency: Agency, year: int) -> QuerySet[InformationOfficer]:
    by_then = InformationOfficer.objects.filter(agency=agency, appointed_on__lte=date(year, 12, 31))
    later = by_then.filter(office=OuterRef("office"), appointed_on__gt=OuterRef("appointed_on"))
    officers = by_then.filter(~Exists(later))
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
        code="organization.in_place",
        label=_("Leadership, organisation and personnel in place"),
        counts=_("the things that were in place at the year's end"),
        basis="organization.duty",
        population=_in_place,
        face=_in_place_face,
    ),
    Measure(
        code="organization.group_meetings",
        label=_("Meetings of the leading group"),
        counts=_("meetings of the leading group held in the year"),
        basis="organization.leading_group",
        population=_meetings,
        face=_meeting_face,
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
    ),
)
