"""What is typed in for the acts on licence cases and penalty cases."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from sunlit.approvals import applying, certificates, running, selectors
from sunlit.approvals.models import Channel, Fit, PartyKind, PenaltyProcedure
from sunlit.approvals.policies.steps import may_record
from sunlit.complaints.models import Complaint
from sunlit.design.registers import DeskForm
from sunlit.organization.models import Office, Official, Subdistrict, Zone
from sunlit.organization.selectors import office_day, open_offices
from sunlit.powers.models import Power
from sunlit.powers.selectors import service_window

OVER_THE_COUNTER = [(one.value, one.label) for one in (Channel.WINDOW, Channel.POST)]
APPLICATION = (
    "applicant", "applicant_kind", "content", "place", "zone", "subdistrict", "certificate",
    "phone", "address", "co_applicants", "agent", "agent_phone", "channel", "received_at",
)  # fmt: skip


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


class _ApplicationForm(_PlacedForm):
    """What is entered of an application that somebody brought or sent."""

    applicant = forms.CharField(label=_("Applicant"), max_length=200)
    applicant_kind = forms.ChoiceField(label=_("Kind of applicant"), choices=PartyKind.choices)
    content = forms.CharField(
        label=pgettext_lazy("licence", "Applied for"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    place = forms.CharField(label=pgettext_lazy("licence", "Place"), max_length=300, required=False)
    certificate = forms.CharField(
        label=_("Number of the certificate"),
        max_length=64,
        required=False,
        help_text=_("Kept encrypted; to read it again is an act that stays on record."),
    )
    phone = forms.CharField(label=_("Telephone"), max_length=32, required=False)
    address = forms.CharField(label=_("Postal address"), max_length=300, required=False)
    co_applicants = forms.CharField(
        label=_("Co-applicants"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("One on each line."),
    )
    agent = forms.CharField(label=_("Agent"), max_length=200, required=False)
    agent_phone = forms.CharField(label=_("Telephone of the agent"), max_length=32, required=False)
    channel = forms.ChoiceField(
        label=pgettext_lazy("licence", "Came in"), choices=OVER_THE_COUNTER, initial=Channel.WINDOW
    )
    received_at = forms.CharField(label=pgettext_lazy("licence", "Received at"), max_length=200)

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        window = service_window(by.agency_id)
        if window:
            self.fields["received_at"].initial = window.name

    def clean_certificate(self) -> str:
        """Refuse an identity number in which a digit must be wrong."""
        number = certificates.cleaned(str(self.cleaned_data["certificate"]))
        if wrong := certificates.typed_wrong(number):
            raise forms.ValidationError(wrong)
        return number


class ReceiveForm(_ApplicationForm):
    """An application for a licence."""

    power = forms.ModelChoiceField(label=_("Licence"), queryset=Power.objects.none())

    field_order = ("power", *APPLICATION)

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        self.offer("power", selectors.licence_powers(by.agency, on=office_day()), _by_code)


class JointForm(_ApplicationForm):
    """Applications for several licences at once."""

    powers = forms.ModelMultipleChoiceField(
        label=_("Licences"),
        queryset=Power.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Each becomes a case with its own clock; one page shows them all."),
    )

    field_order = ("powers", *APPLICATION)

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        self.offer("powers", selectors.licence_powers(by.agency, on=office_day()), _by_code)


class MaterialsForm(DeskForm):
    """What the window finds when it looks at each paper of a case."""

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        self.materials = list(applying.materials_of_case(record)) if record else []
        for one in self.materials:
            files = [file.name for file in one.files.all()]
            told = gettext("Handed in: %(files)s.") % {"files": ", ".join(files)}
            self.fields[f"fit_{one.position}"] = forms.ChoiceField(
                label=one.name,
                choices=Fit.choices,
                initial=one.fit,
                help_text=told if files else gettext("No file was handed in."),
            )
            self.fields[f"remark_{one.position}"] = forms.CharField(
                label=gettext("Remark on “%(name)s”") % {"name": one.name},
                max_length=300,
                required=False,
                initial=one.remark,
                help_text=gettext("What does not fit, in words that the applicant understands."),
            )

    def clean(self) -> dict[str, Any]:
        """Gather the findings by the position of each paper; one that does not fit says why."""
        found: dict[int, tuple[str, str]] = {}
        for one in self.materials:
            fit = str(self.cleaned_data.get(f"fit_{one.position}", ""))
            remark = str(self.cleaned_data.get(f"remark_{one.position}", ""))
            if fit == Fit.UNFIT and not remark:
                self.add_error(f"remark_{one.position}", gettext("Say what does not fit."))
            found[one.position] = (fit, remark)
        return {"found": found}


class EnterSupplementForm(forms.Form):
    """By which way a supplement came in."""

    channel = forms.ChoiceField(label=pgettext_lazy("licence", "Came in"), choices=OVER_THE_COUNTER)


class SupplementForm(DeskForm):
    """What the applicant must add, all at once."""

    supplement_notice = forms.CharField(
        label=_("To be supplemented"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Name everything that is missing; it can be asked for only once."),
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        if record is not None:
            self.fields["supplement_notice"].initial = applying.notice_of_faults(record)


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


class ExtendJointForm(ReasonForm):
    """Why the time for several licences is extended, and who approved it."""

    approval = forms.CharField(
        label=_("Approval of the government"),
        max_length=300,
        help_text=_("Title or number of the paper by which the head of the government approved."),
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
    deviation = forms.CharField(
        label=_("Reason for leaving the standard"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Only when the fine lies outside the range of its grade."),
    )
