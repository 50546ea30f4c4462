"""The registers of the organization, which lies below the rooms that can register their own."""

from collections.abc import Sequence

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from sunlit.design.columns import choice, day, listed, quoted, text, yes_no
from sunlit.design.registers import ActAtDesk, Column, Field, Filter, Label, Register, register
from sunlit.desk import organizing
from sunlit.desk.forms import organization as forms
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
        number=Field("code"),
        title=Field("name"),
        columns=(
            choice("kind", _("Kind")),
            quoted("head_post", _("Head")),
            text("phone", _("Phone")),
        ),
        facts=(
            choice("kind", _("Kind")),
            quoted("head_post", _("Head")),
            quoted("leader.title", _("Leader in charge")),
            text("phone", _("Phone")),
            quoted("duty", _("Duty")),
            listed("area", _("Area")),
            day("established_on", _("Established on")),
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
        name="duties",
        label=_("Levels of responsibility"),
        intro=_("What each post answers for, from the head of the agency to the person."),
        model=PostDuty,
        roles=_EVERYBODY,
        records=_duties,
        number=Field("post"),
        title=Field("duty"),
        columns=(choice("level", _("Level")),),
        facts=(
            choice("level", _("Level")),
            quoted("duty", _("Duty")),
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
        number=Field("username"),
        title=Field("post"),
        columns=(Column(label=_("Roles"), value=_roles),),
        facts=(
            quoted("post", _("Post")),
            quoted("office.name", _("Office")),
            Column(label=_("Roles"), value=_roles),
            yes_no("is_active", _("May log in")),
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
