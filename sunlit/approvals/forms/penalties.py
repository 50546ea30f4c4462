"""What is typed in for the acts on penalty cases."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.approvals.models import (
    EvidenceKind,
    PreservationOutcome,
    ReliefKind,
    ReviewGround,
    ReviewOpinion,
    ServiceKind,
)
from sunlit.approvals.selectors import penalties as readings
from sunlit.design.registers import DeskForm
from sunlit.organization.models import Official
from sunlit.organization.selectors import office_day


def _day(label: Any, **parts: Any) -> forms.DateField:
    return forms.DateField(
        label=label, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **parts
    )


def _lines(label: Any, rows: int = 4, **parts: Any) -> forms.CharField:
    return forms.CharField(
        label=label, max_length=5000, widget=forms.Textarea(attrs={"rows": rows}), **parts
    )


def _fine(label: Any) -> forms.DecimalField:
    return forms.DecimalField(
        label=label, min_value=Decimal(0), max_digits=12, decimal_places=2, initial=0
    )


class OfficersForm(forms.Form):
    """The two officers who investigate."""

    first_post = forms.CharField(label=_("Post of the first officer"), max_length=100)
    first_certificate = forms.CharField(
        label=_("Enforcement certificate of the first officer"), max_length=50
    )
    second_post = forms.CharField(label=_("Post of the second officer"), max_length=100)
    second_certificate = forms.CharField(
        label=_("Enforcement certificate of the second officer"), max_length=50
    )


class EvidenceForm(forms.Form):
    """A piece of evidence."""

    kind = forms.ChoiceField(label=_("Kind of evidence"), choices=EvidenceKind.choices)
    content = forms.CharField(label=_("What it is"), max_length=500)
    taken_on = _day(_("Taken on"), initial=office_day)
    taken_by = forms.CharField(label=_("Taken by"), max_length=200)


class PreserveForm(forms.Form):
    """The goods that are kept."""

    goods = _lines(
        _("Goods"), help_text=_("Each with its name, number and state, as on the list handed over.")
    )


class SettleForm(forms.Form):
    """What becomes of the evidence kept in advance."""

    outcome = forms.ChoiceField(label=_("Outcome"), choices=PreservationOutcome.choices)


class ReportForm(forms.Form):
    """The report of an investigation."""

    findings = _lines(_("Facts found"), rows=6)
    grade = forms.CharField(label=_("Grade of discretion"), max_length=32, required=False)
    fine = _fine(_("Proposed fine in yuan"))
    measure = forms.CharField(label=_("Proposed other measure"), max_length=200, required=False)
    is_grave = forms.BooleanField(
        label=_("Complex or grave"),
        required=False,
        help_text=_("The heads of the agency must then discuss the case together."),
    )
    review_ground = forms.ChoiceField(
        label=_("Why the law asks for a legal review"),
        choices=[("", _("none of the kinds that the law names")), *ReviewGround.choices],
        required=False,
        help_text=_("A case in which a hearing is held is reviewed without further ground."),
    )


class ReviewCaseForm(forms.Form):
    """The legal review."""

    opinion = forms.ChoiceField(
        label=pgettext_lazy("penalty", "Opinion"), choices=ReviewOpinion.choices
    )
    reason = _lines(
        _("Reason"),
        help_text=_("Competence, facts, evidence, law applied, procedure, discretion."),
    )


class NoticeForm(DeskForm):
    """What the party is told."""

    facts = _lines(_("Facts"))
    grounds = _lines(_("Grounds"))
    legal_basis = forms.CharField(label=_("Legal basis"), max_length=500)
    fine = _fine(_("Proposed fine in yuan"))
    measure = forms.CharField(label=_("Proposed other measure"), max_length=200, required=False)

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        report = record and record.reports.order_by("id").last()
        self.fields["legal_basis"].initial = record.power.legal_basis[:500] if record else ""
        if report:
            self.fields["facts"].initial = report.findings
            self.fields["fine"].initial = report.fine
            self.fields["measure"].initial = report.measure


class DefenceForm(forms.Form):
    """What the party said, and the answer."""

    content = _lines(_("What the party said"))
    answer = _lines(
        pgettext_lazy("penalty", "Answer"),
        help_text=_("What was checked, and why it is accepted or not."),
    )
    is_accepted = forms.BooleanField(label=_("Accepted"), required=False)


class AskForHearingForm(forms.Form):
    """The day of the request."""

    asked_on = _day(_("Hearing asked for on"), initial=office_day)


class SetHearingForm(DeskForm):
    """When and where a hearing is, and who presides."""

    set_for = _day(_("Hearing set for"))
    place = forms.CharField(label=_("Place"), max_length=200)
    presider = forms.ModelChoiceField(label=_("Presider"), queryset=Official.objects.none())
    is_public = forms.BooleanField(
        label=_("Held in public"),
        required=False,
        initial=True,
        help_text=_("A hearing is public unless state or business secrets or privacy forbid it."),
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        field = self.fields["presider"]
        if record is not None and isinstance(field, forms.ModelChoiceField):
            field.queryset = readings.presiders(record)
            field.label_from_instance = _post  # type: ignore[assignment]


class HearingForm(forms.Form):
    """The record of a hearing."""

    record = _lines(_("Record of the hearing"), rows=8)


class DiscussForm(forms.Form):
    """A discussion of the heads."""

    participants = _lines(_("Participants"), rows=2, help_text=_("Their posts."))
    conclusion = _lines(_("Conclusion"))


class ServeForm(forms.Form):
    """How a decision is served."""

    service_kind = forms.ChoiceField(label=_("How it was served"), choices=ServiceKind.choices)


class PaymentForm(DeskForm):
    """A payment."""

    amount = forms.DecimalField(
        label=_("Amount in yuan"), min_value=Decimal("0.01"), max_digits=12, decimal_places=2
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        if record is not None:
            self.fields["amount"].initial = readings.unpaid(record)


class CollectForm(forms.Form):
    """Why a higher fine is collected on the spot."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=500,
        required=False,
        help_text=_("Only above the ceiling: why it would be hard to collect later."),
    )


class ReliefForm(forms.Form):
    """An application to pay later."""

    kind = forms.ChoiceField(label=_("Kind of relief"), choices=ReliefKind.choices)
    hardship = _lines(_("Hardship"))
    until = _day(_("To be paid in full by"))
    instalments = forms.IntegerField(
        label=_("Number of instalments"), min_value=1, max_value=60, initial=1
    )


class AnswerReliefForm(forms.Form):
    """The answer to an application to pay later."""

    is_granted = forms.BooleanField(label=_("Granted"), required=False)
    answer = forms.CharField(label=_("Reason of the answer"), max_length=500)


class WordsForm(DeskForm):
    """The words in which a decision is shown to the public."""

    text = _lines(
        _("Text to be published"),
        rows=6,
        help_text=_("The party stands beside it; of a natural person only the surname is shown."),
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        if record is not None:
            self.fields["text"].initial = readings.proposed_text(record)


def _post(official: Any) -> str:
    office = official.office.name if official.office else ""
    return f"{office} {official.post}".strip()
