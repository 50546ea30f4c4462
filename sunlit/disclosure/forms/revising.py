"""What is typed in when a published text is to change."""

from django import forms
from django.utils.translation import gettext_lazy as _

from sunlit.disclosure.forms.fields import PARAGRAPH
from sunlit.disclosure.models import EarlierGround, RevisionKind


class BeginRevisionForm(forms.Form):
    """What kind of change it is, why, and whether the text of before may stay readable."""

    kind = forms.ChoiceField(
        label=_("Kind of change"),
        choices=RevisionKind.choices,
        help_text=_("A correction is shown as a notice above the text."),
    )
    reason = forms.CharField(
        label=_("Reason"),
        max_length=500,
        widget=PARAGRAPH,
        help_text=_("The public reads it on the item's page and in its history."),
    )
    earlier_ground = forms.ChoiceField(
        label=_("May the earlier text stay readable?"),
        choices=[("", _("yes, in the history")), *EarlierGround.choices],
        required=False,
        help_text=_("Choose the ground if it may not. To take it away at once, withdraw the item."),
    )


class DropRevisionForm(forms.Form):
    """Why a new version is given up."""

    reason = forms.CharField(label=_("Reason"), max_length=500, widget=PARAGRAPH)
