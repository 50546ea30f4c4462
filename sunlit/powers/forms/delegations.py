"""What is typed in to delegate decisions to the service window."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sunlit.design.registers import DeskForm
from sunlit.organization.models import Official
from sunlit.powers.models import Kind, Power
from sunlit.powers.selectors import service_window


class DelegateForm(DeskForm):
    """A licence that the window may decide on from now on."""

    power = forms.ModelChoiceField(label=_("Licence"), queryset=Power.objects.none())
    post = forms.CharField(label=_("Delegated to"), max_length=100)
    document = forms.CharField(
        label=_("Document"), max_length=300, help_text=_("Its number and name.")
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        licences = Power.objects.filter(agency=by.agency, kind=Kind.LICENCE, cancelled_on=None)
        field = self.fields["power"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = licences.order_by("code")
            field.label_from_instance = lambda one: f"{one.code} {one.name}"  # type: ignore[assignment]
        window = service_window(by.agency_id)
        if window:
            self.fields["post"].initial = window.chief_post


class EndDelegationForm(forms.Form):
    """Why a delegation ends."""

    reason = forms.CharField(
        label=_("Reason"), max_length=500, widget=forms.Textarea(attrs={"rows": 4})
    )
