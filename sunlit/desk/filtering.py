"""The form that narrows a register down."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sunlit.design.registers import Register
from sunlit.desk.asking import OPENNESS, Asked, days_of, office_lookup
from sunlit.organization.models import Official

DAY = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


class FilterForm(forms.Form):
    """A form that only reads; its rarer fields stand behind a disclosure."""

    def __init__(self, *, initial: Mapping[str, Any]) -> None:
        super().__init__(initial=dict(initial))
        self.rare_names: list[str] = []

    def add(self, name: str, field: forms.Field, *, rare: bool = False) -> None:
        """Add a field; a rare one stands behind the disclosure."""
        field.required = False
        self.fields[name] = field
        if rare:
            self.rare_names.append(name)

    def common(self) -> list[forms.BoundField]:
        """Return the fields that are always there."""
        return [self[name] for name in self.fields if name not in self.rare_names]

    def rare(self) -> list[forms.BoundField]:
        """Return the fields behind the disclosure."""
        return [self[name] for name in self.rare_names]

    def rare_is_used(self) -> bool:
        """Say whether one of them narrows the list now."""
        return bool({"since", "until", "own_office"} & set(self.initial))


def filter_fields(register: Register, by: Official, asked: Asked) -> FilterForm:
    """Return the form that narrows a register down: first what is common, then what is rarer."""
    form = FilterForm(initial=asked.words)
    if register.searched:
        form.add("q", forms.CharField(label=str(_("Words")), required=False))
    for choice in asked.choices:
        form.add(choice.name, _choice_field(choice.label, choice.options))
    if register.waiting:
        form.add("open", _choice_field(_("Open"), list(OPENNESS.items())))
    if days := days_of(register):
        labels = [(path, column.label) for path, column in days.items()]
        form.add("day", _choice_field(_("Day"), labels, none=False), rare=True)
        for name, label in (("since", _("First day")), ("until", _("Last day"))):
            form.add(name, forms.DateField(label=str(label), widget=DAY), rare=True)
    if by.office_id and office_lookup(register.model):
        box = forms.BooleanField(
            label=str(_("Only my office")), widget=forms.CheckboxInput(attrs={"value": "1"})
        )
        form.add("own_office", box, rare=True)
    return form


def _choice_field(
    label: Any, options: Sequence[tuple[str, Any]], *, none: bool = True
) -> forms.ChoiceField:
    every: list[tuple[str, Any]] = [("", _("All"))] if none else []
    return forms.ChoiceField(label=str(label), choices=[*every, *options])
