"""What is typed in for how items are looked after."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sunlit.design.registers import DeskForm
from sunlit.disclosure.forms.fields import PARAGRAPH
from sunlit.disclosure.models import Retention
from sunlit.organization.models import Official

LONGEST_REVIEW = 120
RETENTION = [
    ("permanent", _("for ever")),
    *[(str(years), label) for years, label in Retention.choices],
]


class SetKeepingForm(DeskForm):
    """How often a category's items are read again, and how long they are kept."""

    review_months = forms.IntegerField(
        label=_("Read again after (months)"),
        min_value=1,
        max_value=LONGEST_REVIEW,
        required=False,
        help_text=_("Left empty, nobody is reminded to read the items of the category again."),
    )
    retention = forms.ChoiceField(
        label=_("Kept for"),
        choices=RETENTION,
        help_text=_("By the agency's own table of retention periods."),
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        if record is not None:
            self.initial["review_months"] = record.review_months
            self.initial["retention"] = str(record.retention_years or "permanent")


class ExtendRetentionForm(forms.Form):
    """For how much longer a record is kept, and why."""

    retention = forms.ChoiceField(
        label=_("Kept from now on for"), choices=RETENTION, help_text=_("Counted from today.")
    )
    reason = forms.CharField(label=_("Reason"), max_length=500, widget=PARAGRAPH)


class HandOverForm(forms.Form):
    """Which archive takes a record over."""

    archive = forms.CharField(
        label=_("Archive"),
        max_length=200,
        help_text=_("The public reads on the item's page where the record now is."),
    )
