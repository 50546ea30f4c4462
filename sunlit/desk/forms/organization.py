"""What is typed in at the desk for the acts on the organization."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from sunlit.design.registers import DeskForm
from sunlit.organization.models import Office, Official, Role


def _by_name(office: Office) -> str:
    return office.name


class AppointForm(DeskForm):
    """Who may log in, with which roles."""

    username = forms.SlugField(label=_("Log-in name"), max_length=64)
    post = forms.CharField(label=_("Post"), max_length=200, help_text=_("Never a person's name."))
    office = forms.ModelChoiceField(
        label=_("Office"), queryset=Office.objects.none(), required=False
    )
    roles = forms.MultipleChoiceField(
        label=_("Roles"), choices=Role.choices, widget=forms.CheckboxSelectMultiple
    )
    password = forms.CharField(
        label=_("First password"),
        widget=forms.PasswordInput,
        help_text=_("At least ten characters; to be told in person."),
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        office = self.fields["office"]
        if isinstance(office, forms.ModelChoiceField):
            office.queryset = Office.objects.filter(agency=by.agency).order_by("code")
            office.label_from_instance = _by_name  # type: ignore[assignment]

    def clean_password(self) -> str:
        """Refuse a password that is easily guessed."""
        password = str(self.cleaned_data["password"])
        validate_password(password)
        return password

    def clean_roles(self) -> list[Role]:
        """Return the roles themselves."""
        return [Role(name) for name in self.cleaned_data["roles"]]
