"""The registers of who answers: leading group, meetings, information officers, duties."""

from collections.abc import Sequence

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.design.columns import choice, day, number, quoted, text
from sunlit.design.registers import ActAtDesk, Column, Field, Filter, Label, Register, register
from sunlit.desk.forms import answering as forms
from sunlit.organization.models import (
    DutyLevel,
    GroupMeeting,
    InformationOfficer,
    LeadingGroup,
    Official,
    PostDuty,
    Role,
    Seat,
)
from sunlit.organization.policies import organization as policies
from sunlit.organization.services import answering

EVERYBODY = frozenset(Role)
GROUP = "organization.leading_group"


def _groups(by: Official) -> QuerySet[LeadingGroup]:
    groups = LeadingGroup.objects.filter(agency=by.agency).select_related("agency")
    return groups.prefetch_related("seats", "in_place").order_by("-adjusted_on")


def _seats(by: Official) -> QuerySet[Seat]:
    seats = Seat.objects.filter(group__agency=by.agency).select_related("group")
    return seats.order_by("-group__adjusted_on", "id")


def _meetings(by: Official) -> QuerySet[GroupMeeting]:
    meetings = GroupMeeting.objects.filter(group__agency=by.agency).select_related("group")
    return meetings.order_by("-held_on", "id")


def _officers(by: Official) -> QuerySet[InformationOfficer]:
    officers = InformationOfficer.objects.filter(agency=by.agency).select_related("office")
    return officers.order_by("office__code", "-appointed_on")


def _duties(by: Official) -> QuerySet[PostDuty]:
    return PostDuty.objects.filter(agency=by.agency).select_related("office").order_by("id")


def _levels(_by: Official) -> Sequence[tuple[str, Label]]:
    return [(level.value, level.label) for level in DutyLevel]


def _members(group: LeadingGroup) -> int:
    return len(group.seats.all())


def _what_is_in_place(group: LeadingGroup) -> str:
    return " · ".join(f"{one.get_kind_display()} ({one.evidence})" for one in group.in_place.all())


register(
    Register(
        name="leading-groups",
        label=_("Leading group"),
        intro=_("The leading group for open government, each time that it was adjusted."),
        model=LeadingGroup,
        roles=EVERYBODY,
        records=_groups,
        number=Field("adjusting_document"),
        title=Field("name"),
        columns=(
            day("adjusted_on", _("Adjusted on")),
            Column(label=_("Seats"), value=_members, kind="number"),
        ),
        facts=(
            day("adjusted_on", _("Adjusted on")),
            quoted("adjusting_document", _("By document")),
            quoted("reason", _("Reason")),
            Column(label=_("Seats"), value=_members, kind="number"),
            quoted("office_name", _("Its office")),
            quoted("co_located_with.name", _("Which office it is")),
            quoted("office_director", _("Director")),
            text("office_phone", _("Phone")),
            Column(label=_("In place"), value=_what_is_in_place),
        ),
        acts=(
            ActAtDesk(
                name="meet",
                label=_("Write a meeting down"),
                basis=GROUP,
                do=answering.hold_meeting,
                form=forms.MeetingForm,
                why_not=policies.why_not_change_group,
                done=_("The meeting has been written down."),
            ),
            ActAtDesk(
                name="put-in-place",
                label=_("Say what is in place"),
                basis="organization.duty",
                do=answering.put_in_place,
                form=forms.InPlaceForm,
                why_not=policies.why_not_change_group,
                done=_("It has been written down."),
            ),
        ),
        opening=(
            ActAtDesk(
                name="adjust",
                label=_("Adjust the leading group"),
                basis=GROUP,
                do=answering.adjust_group,
                form=forms.AdjustGroupForm,
                why_not=policies.why_not_adjust_group,
                done=_("The leading group has its seats anew."),
            ),
        ),
    ),
    Register(
        name="leading-group",
        label=_("Seats of the leading group"),
        intro=_("The seats of the leading group for open government, as last adjusted."),
        model=Seat,
        roles=EVERYBODY,
        records=_seats,
        number=lambda seat: seat.get_role_display(),
        title=Field("title"),
        columns=(day("group.adjusted_on", _("Since")),),
        facts=(
            quoted("group.name", _("Group")),
            day("group.adjusted_on", _("Adjusted on")),
            quoted("group.adjusting_document", _("By document")),
        ),
        searched=("title",),
    ),
    Register(
        name="group-meetings",
        label=_("Meetings of the leading group"),
        intro=_("When the leading group met, on what, and under which number its minutes are."),
        model=GroupMeeting,
        roles=EVERYBODY,
        records=_meetings,
        number=Field("minutes"),
        title=Field("theme"),
        columns=(
            day("held_on", _("Held on")),
            quoted("kind", _("Kind")),
            number("attended", _("How many came")),
        ),
        facts=(
            day("held_on", _("Held on")),
            quoted("kind", _("Kind")),
            quoted("theme", pgettext_lazy("meeting", "Theme")),
            number("attended", _("How many came")),
            quoted("minutes", _("Number of the minutes")),
        ),
        searched=("theme", "minutes"),
    ),
    Register(
        name="information-officers",
        label=_("Information officers"),
        intro=_("Which office has a post that collects and reports its information, since when."),
        model=InformationOfficer,
        roles=EVERYBODY,
        records=_officers,
        number=Field("office.code"),
        title=Field("office.name"),
        columns=(
            day("appointed_on", pgettext_lazy("information officer", "Appointed on")),
            day("relieved_on", _("Relieved on")),
        ),
        facts=(
            quoted("office.name", _("Office")),
            day("appointed_on", pgettext_lazy("information officer", "Appointed on")),
            day("relieved_on", _("Relieved on")),
        ),
        searched=("office__code", "office__name"),
        acts=(
            ActAtDesk(
                name="relieve",
                label=_("Relieve the information officer"),
                basis="organization.duty",
                do=answering.relieve_officer,
                why_not=policies.why_not_relieve,
                done=_("The information officer has been relieved."),
            ),
        ),
    ),
    Register(
        name="duties",
        label=_("Levels of responsibility"),
        intro=_("What each post answers for, from the head of the agency to the person."),
        model=PostDuty,
        roles=EVERYBODY,
        records=_duties,
        number=Field("post"),
        title=Field("duty"),
        columns=(
            choice("level", _("Level")),
            quoted("office.name", _("Office")),
        ),
        facts=(
            choice("level", _("Level")),
            quoted("duty", _("Duty")),
            quoted("office.name", _("Office")),
        ),
        filters=(Filter(name="level", label=_("Level"), lookup="level", choices=_levels),),
        searched=("post", "duty"),
        acts=(
            ActAtDesk(
                name="change",
                label=_("Change the duty"),
                basis="organization.duty",
                do=answering.change_duty,
                form=forms.ChangeDutyForm,
                why_not=policies.why_not_keep_duties,
                done=_("The duty has been changed."),
            ),
        ),
        opening=(
            ActAtDesk(
                name="assign",
                label=_("Assign a duty"),
                basis="organization.duty",
                do=answering.assign_duty,
                form=forms.AssignDutyForm,
                why_not=policies.why_not_keep_duties,
                done=_("The duty has been assigned."),
            ),
        ),
    ),
)
