"""What is typed in to complete a decision for dual publicity."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.approvals import certificates
from sunlit.approvals.models import (
    IdentityDocument,
    LicenceCategory,
    PartyKind,
    PenaltyCategory,
    PublicityRecord,
    SheetForm,
)
from sunlit.approvals.publicity import facts
from sunlit.approvals.publicity.fields import CreditCodeField
from sunlit.approvals.publicity.files import Header
from sunlit.approvals.publicity.sheets import NEWEST, Decisions, sheets
from sunlit.design.registers import DeskForm
from sunlit.organization.models import Official

DAY = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
PARAGRAPH = forms.Textarea(attrs={"rows": 4})
NONE_CHOSEN = [("", "---------")]
OF_ORGANISATIONS = (
    "credit_code", "registration_number", "organisation_code", "tax_number",
    "institution_number", "society_number", "representative",
)  # fmt: skip
LONGEST_BASIS = 2048


class CounterpartForm(DeskForm):
    """The numbers of the counterpart: those of an organisation, or the papers of a person."""

    credit_code = CreditCodeField(label=_("Unified social credit code"))
    registration_number = forms.CharField(
        label=_("Business registration number"), max_length=50, required=False
    )
    organisation_code = forms.CharField(label=_("Organisation code"), max_length=10, required=False)
    tax_number = forms.CharField(label=_("Tax registration number"), max_length=20, required=False)
    institution_number = forms.CharField(
        label=_("Certificate number of a public institution"), max_length=12, required=False
    )
    society_number = forms.CharField(
        label=_("Registration number of a social organisation"), max_length=50, required=False
    )
    representative = forms.CharField(label=_("Legal representative"), max_length=50, required=False)
    identity_document = forms.ChoiceField(
        label=_("Kind of identity document"),
        choices=[*NONE_CHOSEN, *IdentityDocument.choices],
        required=False,
    )
    identity_number = forms.CharField(
        label=_("Number of the document"),
        max_length=64,
        required=False,
        help_text=_("It is kept for the platform and never shown to the public."),
    )
    remark = forms.CharField(label=_("Remark"), max_length=512, required=False)

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        one: PublicityRecord = record
        if party_kind(one) == PartyKind.PERSON:
            for name in OF_ORGANISATIONS:
                del self.fields[name]
        for name, field in self.fields.items():
            if hasattr(one, name):
                field.initial = getattr(one, name)

    def clean(self) -> dict[str, Any]:
        """Refuse numbers whose signs do not check one another."""
        typed = super().clean() or self.cleaned_data
        for name in ("organisation_code", "identity_number"):
            if name in typed:
                typed[name] = certificates.cleaned(typed[name])
        if "organisation_code" in typed:
            typed["organisation_code"] = typed["organisation_code"].replace("-", "")
        for name, reason in certificates.faults(typed).items():
            self.add_error(name, str(reason))
        return typed


class CompleteLicenceForm(CounterpartForm):
    """What the sheet of licences asks and the case does not hold."""

    category = forms.ChoiceField(
        label=_("Category of the licence"), choices=[*NONE_CHOSEN, *LicenceCategory.choices]
    )
    certificate = forms.CharField(label=_("Name of the certificate"), max_length=64, required=False)
    licence_number = forms.CharField(
        label=_("Number of the licence"), max_length=64, required=False
    )
    valid_from = forms.DateField(label=_("Valid from"), widget=DAY, required=False)
    valid_until = forms.DateField(
        label=_("Valid until"),
        widget=DAY,
        required=False,
        help_text=_("A licence without an end is valid until 31 December 2099."),
    )
    field_order = (
        "category", "certificate", "licence_number", "valid_from", "valid_until",
        *OF_ORGANISATIONS, "identity_document", "identity_number", "remark",
    )  # fmt: skip


class CompletePenaltyForm(CounterpartForm):
    """What the sheet of penalties asks and the case does not hold."""

    facts = forms.CharField(
        label=_("Facts found"),
        max_length=5000,
        widget=PARAGRAPH,
        help_text=_("As the decision states them; names of people are masked on the public page."),
    )
    penalty_basis = forms.CharField(
        label=_("Basis of the penalty"), max_length=LONGEST_BASIS, widget=PARAGRAPH, required=False
    )
    categories = forms.MultipleChoiceField(
        label=_("Categories of the penalty"),
        choices=PenaltyCategory.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    confiscated = forms.DecimalField(
        label=_("Confiscated, in yuan"), min_value=0, max_digits=14, decimal_places=2,
        required=False,
    )  # fmt: skip
    permit = forms.CharField(
        label=_("Permit suspended or revoked, with its number"), max_length=200, required=False
    )
    in_force_until = forms.DateField(label=_("Penalty in force until"), widget=DAY, required=False)
    public_until = forms.DateField(
        label=pgettext_lazy("penalty", "Public until"), widget=DAY, required=False
    )
    field_order = (
        "facts", "penalty_basis", "categories", "confiscated", "permit", "in_force_until",
        "public_until", *OF_ORGANISATIONS, "identity_document", "identity_number", "remark",
    )  # fmt: skip

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        one: PublicityRecord = record
        if one.penalty is None:
            return
        case = one.penalty
        basis = one.basis or case.power.legal_basis[:LONGEST_BASIS]
        self.fields["penalty_basis"].initial = basis
        self.fields["categories"].initial = one.categories or list(
            facts.categories_of(case.fine, case.other_measure)
        )
        self.fields["confiscated"].initial = one.confiscated or None


class CategoryForm(forms.Form):
    """The category of a licence, or of several alike."""

    category = forms.ChoiceField(
        label=_("Category of the licence"), choices=[*NONE_CHOSEN, *LicenceCategory.choices]
    )


class FallenForm(forms.Form):
    """Why a decision leaves publicity, and since when it no longer stands."""

    reason = forms.CharField(
        label=_("Reason"), max_length=1000, widget=forms.Textarea(attrs={"rows": 4})
    )
    fell_on = forms.DateField(
        label=_("No longer stands since"),
        required=False,
        widget=DAY,
        help_text=_(
            "The day on which it was changed, revoked, or found unlawful or void: from then on the "
            "working days count within which it has to be withdrawn."
        ),
    )


class HandOverForm(forms.Form):
    """Which decisions are handed over to the credit platform, and in which form."""

    kind = forms.ChoiceField(
        label=_("Kind"),
        choices=[
            (Decisions.LICENCES.value, _("Licences")),
            (Decisions.PENALTIES.value, _("Penalties")),
        ],
    )
    sheet = forms.ChoiceField(label=_("Version of the sheet"), initial=NEWEST, choices=[])
    form = forms.ChoiceField(label=_("Form"), choices=SheetForm.choices)
    header = forms.ChoiceField(
        label=_("First line"),
        choices=[
            (Header.CODES.value, _("official codes")),
            (Header.NAMES.value, _("official Chinese headings")),
        ],
    )
    also_incomplete = forms.BooleanField(
        label=_("Also decisions that lack a required column"),
        required=False,
        help_text=_("The platform may refuse them. Without this they stay behind."),
    )

    def __init__(self, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data)
        versions = [(version, version) for version in sheets(Decisions.LICENCES)]
        self.fields["sheet"].choices = versions  # type: ignore[attr-defined]


def party_kind(one: PublicityRecord) -> str:
    """Return what the counterpart of a decision is in law."""
    if one.licence is not None:
        return one.licence.applicant_kind
    return one.penalty.party_kind if one.penalty else ""
