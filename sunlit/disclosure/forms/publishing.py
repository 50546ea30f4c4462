"""What is typed in when an item becomes public, or is withdrawn."""

from django import forms
from django.utils.translation import gettext_lazy as _

from sunlit.disclosure.forms.fields import PARAGRAPH


class WithdrawForm(forms.Form):
    """Why an item is withdrawn."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=500,
        widget=PARAGRAPH,
        help_text=_("The public reads it on the item's page."),
    )
