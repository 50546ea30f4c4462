"""What is typed in at the queue of the service window."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.approvals.models import TicketPurpose


class NumberForm(forms.Form):
    """What somebody came for; nobody's name is asked."""

    purpose = forms.ChoiceField(label=_("Purpose"), choices=TicketPurpose.choices)


class CallForm(forms.Form):
    """To which counter the next number is called."""

    counter = forms.CharField(label=pgettext_lazy("window", "Counter"), max_length=16, initial="1")
