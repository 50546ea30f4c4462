"""What is typed in at the desk for what the province has settled."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sunlit.design.faces import said
from sunlit.design.registers import DeskForm
from sunlit.organization.models import Official
from sunlit.organization.rules.provincial import entries
from sunlit.organization.selectors import office_day
from sunlit.organization.selectors.provincial import number_of


class ProvincialNumberForm(DeskForm):
    """A value that differs by province, with its source."""

    name = forms.ChoiceField(label=_("What is settled"))
    value = forms.CharField(
        label=_("Value"),
        max_length=64,
        help_text=_(
            "A pattern holds {agency}, {year} and {serial} once each, and {month} if wanted."
        ),
    )
    since = forms.DateField(
        label=_("Since"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    document = forms.CharField(label=_("Document that says so"), max_length=200)
    article = forms.CharField(label=_("Article"), max_length=64, required=False)

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        on = office_day()
        self.fields["name"].choices = [  # type: ignore[attr-defined]
            (name, f"{said(one.title)} ({number_of(by.agency_id, name, on=on)})")
            for name, one in entries().items()
        ]
        self.fields["since"].initial = on
