"""What is typed in for the acts on licence cases and penalty cases."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from sunlit.approvals import selectors
from sunlit.approvals.letters.kinds import Kind as LetterKind
from sunlit.approvals.letters.selectors import template_in_force
from sunlit.approvals.letters.templates import faults
from sunlit.approvals.models import PartyKind, PenaltyProcedure
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


DAY = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


class DeliveredForm(forms.Form):
    """How a letter was delivered."""

    how = forms.CharField(
        label=_("How it was delivered"),
        max_length=200,
        help_text=_("Such as handed over against a signature, by post, or left."),
    )


class LetterTemplateForm(DeskForm):
    """The agency's own wording of a kind of letter.

    Sent with a kind and no text, it comes back with the wording in force, to be changed.
    """

    kind = forms.ChoiceField(label=_("Letter"), choices=LetterKind.choices)
    title = forms.CharField(label=_("Title of the letter"), max_length=100)
    text = forms.CharField(
        label=_("Text"),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 18}),
        help_text=_(
            "One paragraph in a line. {name} stands for a value, {art:name} for an article and "
            "{limit:name} for a limit; “label | text” is a row of a table. Choose the letter and "
            "leave the text empty to begin with the wording in force."
        ),
    )
    since = forms.DateField(label=_("Since"), widget=DAY)

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        self.begins = bool(data) and not (data or {}).get("text", "").strip()
        if data and self.begins and data.get("kind") in LetterKind.values:
            template = template_in_force(by.agency_id, LetterKind(data["kind"]), on=office_day())
            given = dict(data.items())
            given["text"] = template.text
            given["title"] = given.get("title") or template.title
            data = given
        super().__init__(data, record=record, by=by)
        self.fields["since"].initial = office_day()

    def clean(self) -> dict[str, Any]:
        """Show the wording in force where none was typed, or every fault of what was."""
        found = super().clean() or {}
        kind, text, since = found.get("kind"), found.get("text"), found.get("since")
        if not kind or not text:
            return found
        if self.begins:
            self.add_error("text", _("This is the wording in force: change it, and send it again."))
            return found
        language = get_language() or "en"
        for fault in faults(LetterKind(kind), text, on=since or office_day()):
            cited = fault.basis.wording.said_in(language) if fault.basis else ""
            self.add_error("text", f"{fault.said_in(language)} {cited}".strip())
        return found


class ReviewBodiesForm(forms.Form):
    """Who reviews what the agency decides."""

    government = forms.CharField(
        label=_("People's government that reviews its decisions"), max_length=100
    )
    department = forms.CharField(
        label=_("Superior department, where one may review them"),
        max_length=100,
        required=False,
        help_text=_("Until 2023 the applicant could choose it instead of the government."),
    )
    court = forms.CharField(label=_("People's court that hears suits"), max_length=100)
    since = forms.DateField(label=_("Since"), widget=DAY)
