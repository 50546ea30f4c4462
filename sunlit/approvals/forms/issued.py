"""What is typed in for the acts on licences that are held."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.approvals.models import (
    DeregistrationGround,
    Licence,
    Renewal,
    RevocationGround,
)
from sunlit.approvals.selectors import issued as selectors
from sunlit.design.registers import DeskForm
from sunlit.organization.models import Official


def _date_input() -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date"})


class IssueForm(DeskForm):
    """For how long a licence is valid."""

    valid_from = forms.DateField(label=_("Valid from"), widget=_date_input())
    valid_until = forms.DateField(
        label=_("Valid until"),
        required=False,
        widget=_date_input(),
        help_text=_("Leave it empty where the law sets no end."),
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        if record is not None:
            self.fields["valid_from"].initial = record.decided_on


class NameRenewalForm(DeskForm):
    """Which licence is to be renewed or changed."""

    licence = forms.ModelChoiceField(label=_("Held licence"), queryset=Licence.objects.none())
    kind = forms.ChoiceField(label=_("Kind"), choices=Renewal.Kind.choices)

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        field = self.fields["licence"]
        if record is not None and isinstance(field, forms.ModelChoiceField):
            field.queryset = selectors.licences_to_renew(record)
            field.label_from_instance = lambda one: f"{one.number} {one.holder}"  # type: ignore[assignment]


class _ReasonedForm(forms.Form):
    reason = forms.CharField(
        label=_("Reason"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4})
    )


class RevokeForm(_ReasonedForm):
    """Why a licence is revoked."""

    ground = forms.ChoiceField(label=_("Ground"), choices=RevocationGround.choices)
    is_of_safety = forms.BooleanField(
        label=_("It directly concerns public safety, health, life or property"),
        required=False,
        help_text=_("Whoever got such a licence by fraud may not apply for three years."),
    )

    field_order = ("ground", "is_of_safety", "reason")


class DeregisterForm(_ReasonedForm):
    """Why a licence is taken off the register."""

    ground = forms.ChoiceField(
        label=pgettext_lazy("deregistration", "Ground"), choices=DeregistrationGround.choices
    )

    field_order = ("ground", "reason")
