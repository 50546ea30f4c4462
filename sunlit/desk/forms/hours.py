"""What is typed in at the desk for the office hours."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sunlit.design.faces import said
from sunlit.design.registers import DeskForm
from sunlit.organization.models import Official
from sunlit.organization.rules.hours import WEEKDAYS, spans_typed
from sunlit.organization.selectors import office_day
from sunlit.organization.selectors.hours import hours_in_force


class HoursForm(DeskForm):
    """The hours of each weekday, since when, and by which document."""

    since = forms.DateField(
        label=_("Since"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    document = forms.CharField(label=_("Document that says so"), max_length=200)

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        today = office_day()
        self.fields["since"].initial = today
        spans = hours_in_force(by.agency_id, on=today).hours.spans
        for number, (name, of_day) in enumerate(zip(WEEKDAYS, spans, strict=True)):
            self.fields[f"day_{number}"] = forms.CharField(
                label=said(name),
                max_length=100,
                required=False,
                initial=", ".join(f"{a:%H:%M}-{b:%H:%M}" for a, b in of_day),
                help_text=_("Such as 08:30-12:00, 14:00-17:30; empty if closed.")
                if number == 0
                else "",
            )

    def clean(self) -> dict[str, Any]:
        """Return the week as one value, as the act takes it."""
        cleaned = super().clean() or {}
        week = tuple(spans_typed(cleaned.get(f"day_{n}", "")) for n in range(len(WEEKDAYS)))
        told: dict[str, Any] = {
            name: cleaned[name] for name in ("since", "document") if name in cleaned
        }
        return {**told, "week": week}
