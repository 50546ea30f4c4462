"""What is typed in for the guide to a power."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.design.registers import DeskForm
from sunlit.powers import models, selectors
from sunlit.powers.forms.entries import begin_with
from sunlit.powers.forms.life import PARAGRAPH


class GuideForm(DeskForm):
    """What whoever applies must know; it begins with what the guide says now."""

    who_may_apply = forms.CharField(label=_("Who may apply"), max_length=200, required=False)
    conditions = forms.CharField(
        label=pgettext_lazy("guide", "Conditions"),
        max_length=2000,
        widget=PARAGRAPH,
        required=False,
        help_text=_("One on each line."),
    )
    quantity_limit = forms.CharField(
        label=_("Limit of quantity"),
        max_length=200,
        required=False,
        help_text=_("Empty: there is none."),
    )
    place = forms.CharField(label=pgettext_lazy("guide", "Place"), max_length=200, required=False)
    office_hours = forms.CharField(label=_("Office hours"), max_length=200, required=False)
    consulting_phone = forms.CharField(
        label=_("Phone for questions"), max_length=32, required=False
    )
    visits = forms.IntegerField(
        label=_("Times one must come"), min_value=0, max_value=20, required=False
    )
    is_online = forms.NullBooleanField(label=_("Can be applied for online"), required=False)
    result_document = forms.CharField(label=_("Result"), max_length=200, required=False)
    remedies = forms.CharField(
        label=_("Remedies"), max_length=1000, widget=PARAGRAPH, required=False
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Any
    ) -> None:
        super().__init__(data, record=record, by=by)
        begin_with(self, record)


class MaterialForm(forms.Form):
    """A paper that an application needs; a name that is known is set anew."""

    name = forms.CharField(label=pgettext_lazy("material", "Material"), max_length=200)
    form = forms.ChoiceField(
        label=pgettext_lazy("material", "Form"), choices=models.MaterialForm.choices
    )
    is_required = forms.BooleanField(
        label=pgettext_lazy("material", "Required"), required=False, initial=True
    )
    note = forms.CharField(label=pgettext_lazy("material", "Note"), max_length=500, required=False)


class RemoveMaterialForm(DeskForm):
    """Which paper is no longer needed."""

    name = forms.ChoiceField(label=pgettext_lazy("material", "Material"))

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Any
    ) -> None:
        super().__init__(data, record=record, by=by)
        self.fields["name"].choices = [  # type: ignore[attr-defined]
            (one.name, one.name) for one in selectors.materials_of(record)
        ]
