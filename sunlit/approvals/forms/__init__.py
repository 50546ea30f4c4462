"""What is typed in for the acts on licence cases and penalty cases."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.approvals import running, selectors
from sunlit.approvals.models import PartyKind, PenaltyProcedure
from sunlit.approvals.policies.steps import may_record
from sunlit.complaints.models import Complaint
from sunlit.design.registers import DeskForm
from sunlit.organization.models import Office, Official, Subdistrict, Zone
from sunlit.organization.selectors import office_day, open_offices
from sunlit.powers.models import Power, ServiceWindow


def _by_name(record: Any) -> str:
    return str(record.name)


def _by_code(record: Any) -> str:
    return f"{record.code} {record.name}"


def _by_number(record: Any) -> str:
    return str(record.number)


class _PlacedForm(DeskForm):
    """A form with a place of the agency's area."""

    zone = forms.ModelChoiceField(label=_("Zone"), queryset=Zone.objects.none(), required=False)
    subdistrict = forms.ModelChoiceField(
        label=_("Subdistrict"), queryset=Subdistrict.objects.none(), required=False
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        self.offer("zone", Zone.objects.filter(agency=by.agency).order_by("code"), _by_name)
        subdistricts = Subdistrict.objects.filter(agency=by.agency).order_by("id")
        self.offer("subdistrict", subdistricts, _by_name)

    def offer(self, name: str, records: QuerySet[Any], label: Callable[[Any], str]) -> None:
        """Let one of these records be chosen, each shown by its label."""
        field = self.fields[name]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = records
            field.label_from_instance = label  # type: ignore[assignment]


class ReceiveForm(_PlacedForm):
    """An application for a licence."""

    power = forms.ModelChoiceField(label=_("Licence"), queryset=Power.objects.none())
    applicant = forms.CharField(label=_("Applicant"), max_length=200)
    applicant_kind = forms.ChoiceField(label=_("Kind of applicant"), choices=PartyKind.choices)
    content = forms.CharField(
        label=pgettext_lazy("licence", "Applied for"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    received_at = forms.CharField(label=pgettext_lazy("licence", "Received at"), max_length=200)

    field_order = ("power", "applicant", "applicant_kind", "content", "zone", "subdistrict",
                   "received_at")  # fmt: skip

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        self.offer("power", selectors.licence_powers(by.agency, on=office_day()), _by_code)
        window = ServiceWindow.objects.filter(agency=by.agency).order_by("opened_on").last()
        if window:
            self.fields["received_at"].initial = window.name


class SupplementForm(forms.Form):
    """What the applicant must add, all at once."""

    supplement_notice = forms.CharField(
        label=_("To be supplemented"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Name everything that is missing; it can be asked for only once."),
    )


class ReviewForm(forms.Form):
    """The section's opinion."""

    review_opinion = forms.CharField(
        label=pgettext_lazy("licence", "Opinion"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class ReasonForm(forms.Form):
    """Why it is done."""

    reason = forms.CharField(
        label=_("Reason"), max_length=1000, widget=forms.Textarea(attrs={"rows": 4})
    )


class GrantForm(forms.Form):
    """The document that grants a licence."""

    document_number = forms.CharField(label=_("Document number"), max_length=100)


class RefuseForm(GrantForm):
    """The document that refuses a licence, and why."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("The applicant reads it, together with the ways to contest it."),
    )


class RecordStepForm(DeskForm):
    """A step of the flow chart that was done."""

    task = forms.ChoiceField(label=_("Step"))
    done_on = forms.DateField(
        label=_("Done on"),
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        help_text=_("Not before the step that precedes it."),
    )
    note = forms.CharField(label=_("Note"), max_length=500, required=False)

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        due = [node for node in running.to_record(record) if may_record(by, node)]
        field = self.fields["task"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(node.id, node.name) for node in due]
        self.fields["done_on"].initial = office_day()


class FileForm(_PlacedForm):
    """A penalty case."""

    power = forms.ModelChoiceField(label=_("Power"), queryset=Power.objects.none())
    procedure = forms.ChoiceField(
        label=pgettext_lazy("penalty", "Procedure"), choices=PenaltyProcedure.choices
    )
    party = forms.CharField(label=_("Party"), max_length=200)
    party_kind = forms.ChoiceField(label=_("Kind of party"), choices=PartyKind.choices)
    office = forms.ModelChoiceField(label=_("Office"), queryset=Office.objects.none())
    source = forms.CharField(label=_("How it came to light"), max_length=100)
    complaint = forms.ModelChoiceField(
        label=_("Complaint"), queryset=Complaint.objects.none(), required=False
    )

    field_order = ("power", "procedure", "party", "party_kind", "office", "source", "complaint",
                   "zone", "subdistrict")  # fmt: skip

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        self.offer("power", selectors.penalty_powers(by.agency, on=office_day()), _by_code)
        self.offer("office", open_offices(by.agency), _by_name)
        self.offer("complaint", selectors.complaints_without_case(by.agency), _by_number)
        self.fields["office"].initial = by.office_id


class DecideForm(forms.Form):
    """The penalty."""

    document_number = forms.CharField(label=_("Document number"), max_length=100)
    discretion = forms.CharField(
        label=_("Grade of discretion"),
        max_length=32,
        help_text=_("As the standard of discretion names it."),
    )
    fine = forms.DecimalField(
        label=_("Fine in yuan"), min_value=Decimal(0), max_digits=12, decimal_places=2, initial=0
    )
    other_measure = forms.CharField(label=_("Other measure"), max_length=200, required=False)
