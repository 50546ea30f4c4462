"""What is typed in for the acts on officials."""

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from sunlit.desk.forms.fields import PARAGRAPH, AgencyForm, OfficeChoice, PasswordField
from sunlit.organization.models import Office, Official, Role

FIRST_PASSWORD = _("At least ten characters; to be told in person. It must be changed at log-in.")


class MoveForm(AgencyForm):
    """At which post an official is, in which office."""

    filled_in: tuple[str, ...] = ("post", "office")
    post = forms.CharField(label=_("Post"), max_length=200, help_text=_("Never a person's name."))
    office = OfficeChoice(label=_("Office"), queryset=Office.objects.none(), required=False)


class AppointForm(MoveForm):
    """Who may log in, with which roles."""

    filled_in = ()
    field_order = ("username", "post", "office", "roles", "password")
    username = forms.SlugField(
        label=_("Log-in name"),
        max_length=64,
        help_text=_("Each name is given once in the whole installation."),
    )
    roles = forms.TypedMultipleChoiceField(
        label=_("Roles"), choices=Role.choices, coerce=Role, widget=forms.CheckboxSelectMultiple
    )
    password = PasswordField(label=_("First password"), help_text=FIRST_PASSWORD)


class RoleForm(AgencyForm):
    """A role: one that the official does not have."""

    role = forms.TypedChoiceField(label=_("Role"), coerce=Role)

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        held = record.role_names if record else frozenset()
        self.fields["role"].choices = [  # type: ignore[attr-defined]
            (role.value, role.label) for role in Role if self.offers(role, held)
        ]

    @staticmethod
    def offers(role: Role, held: frozenset[str]) -> bool:
        """Say whether a role is offered."""
        return role not in held


class HeldRoleForm(RoleForm):
    """A role: one that the official has."""

    @staticmethod
    def offers(role: Role, held: frozenset[str]) -> bool:
        """Say whether a role is offered."""
        return role in held


class SuspendForm(forms.Form):
    """Why somebody may not log in."""

    reason = forms.CharField(label=_("Reason"), max_length=300, widget=PARAGRAPH)


class FirstPasswordForm(forms.Form):
    """A first password."""

    password = PasswordField(label=_("First password"), help_text=FIRST_PASSWORD)


class OwnPasswordForm(forms.Form):
    """A new password for oneself, with the old one to prove who it is."""

    old_password = forms.CharField(label=_("Password until now"), widget=forms.PasswordInput)
    password = PasswordField(
        label=_("New password"),
        help_text=_("At least ten characters, not only digits, and none that many people use."),
    )
    repeated = forms.CharField(label=_("New password again"), widget=forms.PasswordInput)

    def __init__(self, data: Mapping[str, Any] | None = None, *, by: Official) -> None:
        super().__init__(data)
        self.by = by
        self.fields["old_password"].widget.attrs["autocomplete"] = "current-password"
        for name in ("password", "repeated"):
            self.fields[name].widget.attrs["autocomplete"] = "new-password"

    def clean_old_password(self) -> str:
        """Refuse a wrong password."""
        password = str(self.cleaned_data["old_password"])
        if not self.by.check_password(password):
            raise ValidationError(_now("This is not your password until now. Type it again."))
        return password

    def clean_repeated(self) -> str:
        """Refuse two passwords that differ."""
        repeated = str(self.cleaned_data["repeated"])
        if repeated != self.cleaned_data.get("password", repeated):
            raise ValidationError(_now("The two new passwords differ. Type the same one twice."))
        return repeated


class SigningCodeForm(forms.Form):
    """The code to sign with by a link, with the password to prove who it is."""

    old_password = forms.CharField(
        label=_("Your password"),
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    code = forms.CharField(
        label=_("Signing code"),
        min_length=6,
        max_length=64,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_("At least six characters, not all alike and no run such as 123456."),
    )
    repeated = forms.CharField(
        label=_("Signing code again"),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, data: Mapping[str, Any] | None = None, *, by: Official) -> None:
        super().__init__(data)
        self.by = by

    def clean_old_password(self) -> str:
        """Refuse a wrong password."""
        password = str(self.cleaned_data["old_password"])
        if not self.by.check_password(password):
            raise ValidationError(_now("This is not your password. Type it again."))
        return password

    def clean_code(self) -> str:
        """Refuse a code that anybody would try first: one step from each character to the next."""
        code = str(self.cleaned_data["code"])
        if len({ord(after) - ord(before) for before, after in pairwise(code)}) == 1:
            raise ValidationError(_now("This code is too easy to guess. Choose another one."))
        return code

    def clean_repeated(self) -> str:
        """Refuse two codes that differ."""
        repeated = str(self.cleaned_data["repeated"])
        if repeated != self.cleaned_data.get("code", repeated):
            raise ValidationError(_now("The two codes differ. Type the same one twice."))
        return repeated
