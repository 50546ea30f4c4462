"""What is typed in for the standard of discretion."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sunlit.approvals import selectors
from sunlit.design.registers import DeskForm
from sunlit.organization.models import Official
from sunlit.organization.selectors import office_day
from sunlit.powers.models import Power

DAY = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


def _yuan(label: Any) -> forms.DecimalField:
    return forms.DecimalField(
        label=label, min_value=Decimal(0), max_digits=12, decimal_places=2, initial=0
    )


class BenchmarkForm(DeskForm):
    """A grade of the standard."""

    power = forms.ModelChoiceField(label=_("Power"), queryset=Power.objects.none())
    grade = forms.CharField(label=_("Grade of discretion"), max_length=32)
    circumstances = forms.CharField(
        label=_("Circumstances"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4})
    )
    fine_from = _yuan(_("Fine from, in yuan"))
    fine_to = _yuan(_("Fine to, in yuan"))
    document = forms.CharField(label=_("Document that sets it"), max_length=300)
    in_force_from = forms.DateField(label=_("In force from"), widget=DAY, initial=office_day)

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        field = self.fields["power"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = selectors.penalty_powers(by.agency, on=office_day())
            field.label_from_instance = _by_code  # type: ignore[assignment]


class EndForm(forms.Form):
    """The last day of a grade."""

    in_force_until = forms.DateField(label=_("In force until"), widget=DAY, initial=office_day)


def _by_code(record: Any) -> str:
    return f"{record.code} {record.name}"
