"""What is typed in for the acts on requests for information."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.design.registers import DeskForm
from sunlit.foi import rules
from sunlit.foi.lifecycle import WITHOUT_REPLY, Outcome
from sunlit.foi.models import ApplicantKind, Channel, ThirdPartyAnswer
from sunlit.organization.models import Official
from sunlit.organization.selectors import office_day, open_offices

PARAGRAPH = forms.Textarea(attrs={"rows": 4})
DAY = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


class RegisterForm(DeskForm):
    """A request as it comes in, with all that the law asks the applicant to state."""

    received_on = forms.DateField(
        label=pgettext_lazy("information request", "Received on"), widget=DAY, initial=office_day
    )
    channel = forms.ChoiceField(
        label=pgettext_lazy("information request", "Channel"), choices=Channel.choices
    )
    applicant = forms.CharField(label=_("Applicant"), max_length=200)
    applicant_kind = forms.ChoiceField(label=_("Kind of applicant"), choices=ApplicantKind.choices)
    contact = forms.CharField(label=_("Contact"), max_length=200)
    content = forms.CharField(
        label=_("Information sought"),
        max_length=2000,
        widget=PARAGRAPH,
        help_text=_("Title, document number or whatever else helps to find it."),
    )
    purpose = forms.CharField(
        label=pgettext_lazy("information request", "Purpose"),
        max_length=200,
        required=False,
        help_text=_("Asked for by the Regulations of 2007, no longer by those of 2019."),
    )
    form_of_supply = forms.CharField(label=_("Form of supply"), max_length=200, required=False)
    office = forms.ChoiceField(
        label=_("Office"), help_text=_("The office that searches for the information.")
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        offices = open_offices(by.agency)
        self.fields["office"].choices = list(  # type: ignore[attr-defined]
            offices.values_list("code", "name")
        )


class ConsultForm(forms.Form):
    """That a third party is asked."""

    remark = forms.CharField(
        label=_("Asked whom, about what"), max_length=1000, required=False, widget=PARAGRAPH
    )


class AnswerForm(forms.Form):
    """What the third party said."""

    answer = forms.ChoiceField(
        label=_("Answer of the third party"), choices=ThirdPartyAnswer.choices
    )
    remark = forms.CharField(label=_("Remark"), max_length=1000, required=False, widget=PARAGRAPH)


class ExtendForm(DeskForm):
    """By how much the reply is put off, and why."""

    days = forms.IntegerField(label=_("Working days"), min_value=1)
    reason = forms.CharField(
        label=_("Reason"),
        max_length=500,
        widget=PARAGRAPH,
        help_text=_("It stands in the notice to the applicant."),
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        most = rules.most_to_extend(record.received_on)
        days = self.fields["days"]
        days.help_text = _("At most %(count)d.") % {"count": most}
        days.initial = most
        days.widget.attrs["max"] = most


class ClarificationForm(forms.Form):
    """What the applicant is to clarify."""

    what = forms.CharField(label=_("What must be clarified"), max_length=1000, widget=PARAGRAPH)
    clarify_by = forms.DateField(label=_("To be clarified by"), widget=DAY)


class ClarifiedForm(forms.Form):
    """The request as clarified."""

    content = forms.CharField(label=_("Information sought"), max_length=2000, widget=PARAGRAPH)


class ReplyForm(forms.Form):
    """The reply to the applicant."""

    outcome = forms.ChoiceField(
        label=_("Kind of reply"),
        choices=[(one.value, one.label) for one in Outcome if one not in WITHOUT_REPLY],
    )
    legal_basis = forms.CharField(label=_("Legal basis"), max_length=500)
    reply_number = forms.CharField(label=_("Number of the reply"), max_length=100)
    fee = forms.DecimalField(
        label=_("Fee in yuan"), min_value=0, max_digits=10, decimal_places=2, initial=0
    )
    note = forms.CharField(label=_("Note"), max_length=1000, required=False, widget=PARAGRAPH)
