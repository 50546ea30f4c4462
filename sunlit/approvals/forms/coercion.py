"""What is typed in for the acts on coercion cases."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.approvals import selectors
from sunlit.approvals.models import CoercionKind, PartyKind, PenaltyCase
from sunlit.approvals.selectors import coercion as readings
from sunlit.design.registers import DeskForm
from sunlit.organization.models import Office, Official
from sunlit.organization.selectors import office_day, open_offices
from sunlit.powers.models import Power

DAY = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
INTO_LETTER = _("It goes into the letter, which is written with this act.")
HOUR = forms.TimeInput(format="%H:%M", attrs={"type": "time"})


def _lines(label: Any, **parts: Any) -> forms.CharField:
    return forms.CharField(
        label=label, max_length=5000, widget=forms.Textarea(attrs={"rows": 4}), **parts
    )


def _by_code(record: Any) -> str:
    return f"{record.code} {record.name}"


def _by_name(record: Any) -> str:
    return str(record.name)


def _by_number(record: Any) -> str:
    return f"{record.number} {record.cause}"


class CoercionForm(DeskForm):
    """A coercion case."""

    kind = forms.ChoiceField(label=_("Kind of coercion"), choices=CoercionKind.choices)
    power = forms.ModelChoiceField(label=_("Power"), queryset=Power.objects.none())
    party = forms.CharField(label=_("Party"), max_length=200)
    party_kind = forms.ChoiceField(label=_("Kind of party"), choices=PartyKind.choices)
    office = forms.ModelChoiceField(label=_("Office"), queryset=Office.objects.none())
    penalty = forms.ModelChoiceField(
        label=_("Penalty case"), queryset=PenaltyCase.objects.none(), required=False
    )
    target = forms.CharField(label=_("Premises, things or duty"), max_length=500)
    document_number = forms.CharField(label=_("Document number"), max_length=100)
    is_urgent = forms.BooleanField(
        label=pgettext_lazy("coercion", "Urgent"),
        required=False,
        help_text=_("Done at once on the spot; a head is told within 24 hours and approves it."),
    )
    measured_on = forms.DateField(label=_("Day of the measure"), widget=DAY, required=False)
    measured_at = forms.TimeField(
        label=_("Time of the measure"),
        widget=HOUR,
        required=False,
        help_text=_("To the minute, where things were sealed or seized at once."),
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        self._offer("power", selectors.penalty_powers(by.agency, on=office_day()), _by_code)
        self._offer("office", open_offices(by.agency), _by_name)
        self._offer("penalty", readings.coercible_penalties(by.agency), _by_number)
        self.fields["office"].initial = by.office_id

    def _offer(self, name: str, records: QuerySet[Any], label: Any) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = records
            field.label_from_instance = label  # type: ignore[method-assign]


class ReportUrgentForm(forms.Form):
    """When a head was told of what was done at once."""

    reported_on = forms.DateField(label=_("Day of the report"), widget=DAY, initial=office_day)
    reported_at = forms.TimeField(label=_("Time of the report"), widget=HOUR)


class AnnounceForm(forms.Form):
    """By when the party removes what it built."""

    remove_by = forms.DateField(label=_("To be removed by the party by"), widget=DAY)


class ContestForm(forms.Form):
    """The day of the contest."""

    contested_on = forms.DateField(label=_("Contested on"), widget=DAY, initial=office_day)


class DemandForm(forms.Form):
    """By when the party performs."""

    perform_by = forms.DateField(label=_("To be performed by"), widget=DAY)
    perform_how = forms.CharField(
        label=_("How the duty is performed"), max_length=500, required=False, help_text=INTO_LETTER
    )
    pay_where = forms.CharField(
        label=_("How the sum is paid"),
        max_length=500,
        required=False,
        help_text=_("Where the duty is a payment."),
    )


class DefenceForm(forms.Form):
    """What the party said to the demand."""

    defence = _lines(_("What the party said"))
    defence_answer = _lines(pgettext_lazy("penalty", "Answer"))


class OrderForm(forms.Form):
    """The enforcement decision."""

    order_number = forms.CharField(label=_("Number of the enforcement decision"), max_length=100)
    party_address = forms.CharField(
        label=_("Address of the party"), max_length=300, required=False, help_text=INTO_LETTER
    )
    why_enforced = _lines(_("Reasons and basis of the enforcement"), required=False)
    enforced_how = forms.CharField(
        label=_("How it is enforced"), max_length=500, required=False, help_text=INTO_LETTER
    )
    enforced_when = forms.CharField(
        label=_("When it is enforced"), max_length=500, required=False, help_text=INTO_LETTER
    )


class ApprovalForm(forms.Form):
    """The government's approval."""

    government_document = forms.CharField(label=_("Document of the government"), max_length=100)


class SetDayForm(forms.Form):
    """When the enforcement is carried out."""

    set_for = forms.DateField(label=_("To be carried out on"), widget=DAY)
    set_at = forms.TimeField(label=_("To be carried out at"), widget=HOUR, initial="09:00")


class InventoryForm(forms.Form):
    """The things, listed before a witness."""

    inventory = _lines(_("Inventory"), help_text=_("Each thing with its number and state."))
    witness = forms.CharField(label=_("Witness"), max_length=200, help_text=_("The post."))


class CarryOutForm(forms.Form):
    """The record of the scene."""

    scene = _lines(_("Record of the scene"))
    recording = forms.CharField(
        label=_("Recording"), max_length=200, help_text=_("Where the recording is kept.")
    )


class AppraisalForm(forms.Form):
    """The days of a test or appraisal."""

    appraised_from = forms.DateField(label=_("Appraisal from"), widget=DAY)
    appraised_until = forms.DateField(label=_("Appraisal until"), widget=DAY)
