"""The registers of the organization, which lies below the rooms that can register their own."""

from collections.abc import Sequence

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from sunlit.design.registers import ActAtDesk, Column, Filter, Label, Register, register
from sunlit.desk import forms, organizing
from sunlit.organization.models import Office, OfficeKind, Official, PostDuty, Role, Seat


def _offices(by: Official) -> QuerySet[Office]:
    return Office.objects.filter(agency=by.agency).select_related("leader").order_by("code")


def _seats(by: Official) -> QuerySet[Seat]:
    seats = Seat.objects.filter(group__agency=by.agency).select_related("group")
    return seats.order_by("-group__adjusted_on", "id")


def _duties(by: Official) -> QuerySet[PostDuty]:
    return PostDuty.objects.filter(agency=by.agency).order_by("id")


def _officials(by: Official) -> QuerySet[Official]:
    officials = Official.objects.filter(agency=by.agency).select_related("office")
    return officials.prefetch_related("roles").order_by("username")


def _kinds(_by: Official) -> Sequence[tuple[str, Label]]:
    return [(kind.value, kind.label) for kind in OfficeKind]


def _roles(official: Official) -> str:
    return " · ".join(role.get_role_display() for role in official.roles.all())


_EVERYBODY = frozenset(Role)

register(
    Register(
        name="offices",
        label=_("Offices"),
        intro=_("The parts of the agency: who heads them, who leads them, how to reach them."),
        model=Office,
        roles=_EVERYBODY,
        records=_offices,
        number=lambda office: office.code,
        title=lambda office: office.name,
        columns=(
            Column(label=_("Kind"), value=lambda office: office.get_kind_display()),
            Column(label=_("Head"), value=lambda office: office.head_post, kind="quoted"),
            Column(label=_("Phone"), value=lambda office: office.phone),
        ),
        facts=(
            Column(label=_("Kind"), value=lambda office: office.get_kind_display()),
            Column(label=_("Head"), value=lambda office: office.head_post, kind="quoted"),
            Column(
                label=_("Leader in charge"), kind="quoted", value=lambda office: office.leader.title
            ),
            Column(label=_("Phone"), value=lambda office: office.phone),
            Column(label=_("Duty"), value=lambda office: office.duty, kind="quoted"),
            Column(label=_("Area"), value=lambda office: "、".join(office.area), kind="quoted"),
            Column(
                label=_("Established on"), value=lambda office: office.established_on, kind="day"
            ),
        ),
        filters=(Filter(name="kind", label=_("Kind"), lookup="kind", choices=_kinds),),
        searched=("code", "name"),
    ),
    Register(
        name="leading-group",
        label=_("Leading group"),
        intro=_("The seats of the leading group for open government, as last adjusted."),
        model=Seat,
        roles=_EVERYBODY,
        records=_seats,
        number=lambda seat: seat.get_role_display(),
        title=lambda seat: seat.title,
        columns=(Column(label=_("Since"), value=lambda seat: seat.group.adjusted_on, kind="day"),),
        facts=(
            Column(label=_("Group"), value=lambda seat: seat.group.name, kind="quoted"),
            Column(label=_("Adjusted on"), value=lambda seat: seat.group.adjusted_on, kind="day"),
            Column(
                label=_("By document"),
                kind="quoted",
                value=lambda seat: seat.group.adjusting_document,
            ),
        ),
        searched=("title",),
    ),
    Register(
        name="duties",
        label=_("Levels of responsibility"),
        intro=_("What each post answers for, from the head of the agency to the person."),
        model=PostDuty,
        roles=_EVERYBODY,
        records=_duties,
        number=lambda duty: duty.post,
        title=lambda duty: duty.duty,
        columns=(Column(label=_("Level"), value=lambda duty: duty.get_level_display()),),
        facts=(
            Column(label=_("Level"), value=lambda duty: duty.get_level_display()),
            Column(label=_("Duty"), value=lambda duty: duty.duty, kind="quoted"),
        ),
        searched=("post", "duty"),
    ),
    Register(
        name="officials",
        label=_("Officials"),
        intro=_("Who may log in, by post, and with which roles."),
        model=Official,
        roles=frozenset({Role.ADMINISTRATOR}),
        records=_officials,
        number=lambda official: official.username,
        title=lambda official: official.post,
        columns=(Column(label=_("Roles"), value=_roles),),
        facts=(
            Column(label=_("Post"), value=lambda official: official.post, kind="quoted"),
            Column(
                label=_("Office"),
                kind="quoted",
                value=lambda official: official.office and official.office.name,
            ),
            Column(label=_("Roles"), value=_roles),
            Column(label=_("May log in"), value=lambda official: official.is_active, kind="yes_no"),
        ),
        searched=("username", "post"),
        opening=(
            ActAtDesk(
                name="appoint",
                label=_("Appoint an official"),
                basis="organization.duty",
                do=organizing.appoint,
                form=forms.AppointForm,
                why_not=organizing.why_not_appoint,
                done=_("The official has been appointed."),
            ),
        ),
    ),
)
