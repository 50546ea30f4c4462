"""The register of officials: who may log in, with which roles, now and before."""

from collections.abc import Sequence

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from sunlit.design.columns import quoted, yes_no
from sunlit.design.registers import ActAtDesk, Column, Field, Filter, Label, Register, register
from sunlit.desk.forms import people as forms
from sunlit.organization.models import Official, OfficialRole, Role
from sunlit.organization.policies import organization as policies
from sunlit.organization.services import people


def _officials(by: Official) -> QuerySet[Official]:
    officials = Official.objects.filter(agency=by.agency).select_related("office", "agency")
    return officials.prefetch_related("roles").order_by("username")


def _activity(_by: Official) -> Sequence[tuple[str, Label]]:
    return [("True", _("may log in")), ("False", _("suspended"))]


def roles_now(official: Official) -> str:
    """Return the roles that an official has, in words."""
    held = [role for role in official.roles.all() if role.until is None]
    return " · ".join(role.get_role_display() for role in held)


def roles_before(official: Official) -> str:
    """Return the roles that an official had, each with its days."""
    had = [role for role in official.roles.all() if role.until is not None]
    return " · ".join(_spoken(role) for role in had)


def _spoken(role: OfficialRole) -> str:
    return f"{role.get_role_display()} ({role.since} – {role.until})"


register(
    Register(
        name="officials",
        label=_("Officials"),
        intro=_("Who may log in, by post, and with which roles."),
        model=Official,
        roles=frozenset({Role.ADMINISTRATOR}),
        records=_officials,
        number=Field("username"),
        title=Field("post"),
        columns=(
            quoted("office.name", _("Office")),
            Column(label=_("Roles"), value=roles_now),
            yes_no("is_active", _("May log in")),
        ),
        facts=(
            quoted("post", _("Post")),
            quoted("office.name", _("Office")),
            Column(label=_("Roles"), value=roles_now),
            Column(label=_("Roles until"), value=roles_before),
            yes_no("is_active", _("May log in")),
            yes_no("must_change_password", _("Must choose a password at log-in")),
        ),
        filters=(Filter(name="active", label=_("Log-in"), lookup="is_active", choices=_activity),),
        searched=("username", "post"),
        acts=(
            ActAtDesk(
                name="give-role",
                label=_("Give a role"),
                basis="organization.duty",
                do=people.give_role,
                form=forms.RoleForm,
                why_not=policies.why_not_give_role,
                done=_("The role has been given."),
            ),
            ActAtDesk(
                name="take-role",
                label=_("Take a role"),
                basis="organization.duty",
                do=people.take_role,
                form=forms.HeldRoleForm,
                why_not=policies.why_not_take_role,
                done=_("The role has been taken. That it was held, and until when, is kept."),
            ),
            ActAtDesk(
                name="move",
                label=_("Change post or office"),
                basis="organization.duty",
                do=people.move_official,
                form=forms.MoveForm,
                why_not=policies.why_not_change_official,
                done=_("The official has another post."),
            ),
            ActAtDesk(
                name="set-password",
                label=_("Set a first password"),
                basis="organization.duty",
                do=people.set_first_password,
                form=forms.FirstPasswordForm,
                why_not=policies.why_not_change_official,
                done=_("The first password is set; it must be changed at log-in."),
            ),
            ActAtDesk(
                name="suspend",
                label=_("Suspend the log-in"),
                basis="organization.duty",
                do=people.suspend_official,
                form=forms.SuspendForm,
                why_not=policies.why_not_suspend,
                done=_("The log-in is suspended."),
            ),
            ActAtDesk(
                name="readmit",
                label=_("Let log in again"),
                basis="organization.duty",
                do=people.readmit_official,
                why_not=policies.why_not_readmit,
                done=_("The official may log in again."),
            ),
        ),
        opening=(
            ActAtDesk(
                name="appoint",
                label=_("Appoint an official"),
                basis="organization.duty",
                do=people.appoint_official,
                form=forms.AppointForm,
                why_not=policies.why_not_administer,
                done=_("The official has been appointed."),
            ),
        ),
    ),
)
