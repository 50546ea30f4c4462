"""What is typed in to tie an interpretation to its document."""

from django import forms
from django.utils.translation import gettext_lazy as _


class LinkInterpretationForm(forms.Form):
    """Which document an item interprets."""

    document = forms.CharField(
        label=_("Index number of the document"),
        max_length=64,
        help_text=_("As it stands on the document's page."),
    )
