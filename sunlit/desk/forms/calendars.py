"""What is typed in at the desk for the calendar: a holiday notice, pasted or as a file."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sunlit.organization.rules.notices import LARGEST_FILE

BYTES_OF_A_CHARACTER = 4


class NoticeForm(forms.Form):
    """A holiday notice in the form of a year file."""

    text = forms.CharField(
        label=_("The notice"),
        widget=forms.Textarea(attrs={"rows": 16, "spellcheck": "false"}),
        required=False,
        strip=False,
        help_text=_("Paste the file of the year, or choose it below."),
    )
    file = forms.FileField(
        label=_("File"),
        required=False,
        help_text=_("A .yaml file; it takes the place of what is pasted."),
    )

    def clean(self) -> dict[str, Any]:
        """Return the text, read from the file if one was chosen."""
        typed: dict[str, Any] = super().clean() or {}
        chosen = typed.pop("file", None)
        if chosen is not None:
            typed["text"] = self._read(chosen)
        if not self.errors and not typed.get("text", "").strip():
            self.add_error("text", _("Paste the notice, or choose its file."))
        return typed

    def _read(self, chosen: Any) -> str:
        if chosen.size > LARGEST_FILE * BYTES_OF_A_CHARACTER:
            self.add_error("file", _("The file is too large to be a year's notice."))
            return ""
        try:
            return str(chosen.read().decode("utf-8-sig"))
        except UnicodeDecodeError:
            self.add_error("file", _("The file is no text in UTF-8; save it as such."))
            return ""
