"""What is typed in when a power is suspended, resumed, handed down, merged or cancelled."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.design.registers import DeskForm
from sunlit.organization.selectors import office_day
from sunlit.powers import selectors

PARAGRAPH = forms.Textarea(attrs={"rows": 4})


class ReasonForm(forms.Form):
    """Why something is done to an entry of the list, and by which document."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=500,
        widget=PARAGRAPH,
        help_text=_("It is shown to the public with the entry."),
    )
    document = forms.CharField(
        label=_("By which document"),
        max_length=300,
        required=False,
        help_text=_("The title or number of the law, decision or notice that it rests on."),
    )


class CancelForm(ReasonForm):
    """Why a power is taken off the list."""

    document = forms.CharField(
        label=_("By which document"),
        max_length=300,
        required=False,
        help_text=_("Name the document that ends the power."),
    )


class HandDownForm(ReasonForm):
    """To whom a power is handed down."""

    to = forms.CharField(
        label=pgettext_lazy("power", "Handed down to"),
        max_length=200,
        help_text=_("The agency that uses the power from now on."),
    )
    field_order = ("to",)


class MergeForm(ReasonForm, DeskForm):
    """Which power takes another over."""

    into = forms.ChoiceField(label=_("Merged into"))
    field_order = ("into",)

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Any
    ) -> None:
        super().__init__(data, record=record, by=by)
        others = selectors.powers_listed(by.agency, office_day().year)
        if record is not None:
            others = others.exclude(pk=record.pk)
        self.fields["into"].choices = [  # type: ignore[attr-defined]
            (one.code, f"{one.code} {one.name}") for one in others.filter(cancelled_on=None)
        ]
