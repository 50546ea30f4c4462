"""What is typed in when an item becomes public, is shown for a time, or is withdrawn."""

from django import forms
from django.utils.translation import gettext_lazy as _

from sunlit.disclosure.forms.fields import DAY, HOUR, PARAGRAPH


class ScheduleForm(forms.Form):
    """When an item becomes public, and until when it is shown."""

    publish_on = forms.DateField(label=_("To be published on"), widget=DAY)
    publish_at = forms.TimeField(
        label=_("At"),
        widget=HOUR,
        required=False,
        help_text=_("Left empty, it is published when the day begins."),
    )
    expires_on = forms.DateField(
        label=_("Public until"),
        widget=DAY,
        required=False,
        help_text=_("The last day on which it is shown. Left empty, it stays for ever."),
    )


class UnscheduleForm(forms.Form):
    """Why the day of publication is taken back."""

    reason = forms.CharField(label=_("Reason"), max_length=500, widget=PARAGRAPH)


class LimitDisplayForm(forms.Form):
    """Until when a published item is shown."""

    expires_on = forms.DateField(
        label=_("Public until"),
        widget=DAY,
        required=False,
        help_text=_("The last day on which it is shown. Left empty, it stays for ever."),
    )


class WithdrawForm(forms.Form):
    """Why an item is withdrawn."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=500,
        widget=PARAGRAPH,
        help_text=_("The public reads it on the item's page."),
    )
