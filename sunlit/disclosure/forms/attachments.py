"""What is typed in and handed in for the attachments of an item."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sunlit.design.registers import DeskForm
from sunlit.disclosure.forms.fields import PARAGRAPH, offer
from sunlit.disclosure.uploads import Upload, taken_in
from sunlit.organization.models import Official


class AttachForm(forms.Form):
    """A file to be attached, and what it shows or holds."""

    file = forms.FileField(
        label=_("File"),
        help_text=_(
            "DOCX, XLSX, PPTX, PDF, JPEG, PNG, TXT or CSV. What its readers would not see is taken "
            "out: properties, comments, changes, hidden sheets, the place of a photograph."
        ),
    )
    description = forms.CharField(
        label=_("What it shows or holds"),
        max_length=300,
        required=False,
        help_text=_("For a picture: what somebody should know who cannot see it."),
    )

    def clean_file(self) -> Upload:
        """Clean the file."""
        return taken_in(self.cleaned_data["file"])


class AttachmentForm(DeskForm):
    """Which attachment is meant."""

    attachment = forms.TypedChoiceField(label=_("Attachment"), coerce=int)

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        found = record.attachments.all() if record is not None else []
        offer(self, "attachment", [(str(one.position), one.name) for one in found])


class OpenOriginalForm(AttachmentForm):
    """Which original is opened, and why."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=500,
        widget=PARAGRAPH,
        help_text=_("The ledger keeps who opened it, when, and why."),
    )
