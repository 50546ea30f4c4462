"""What is typed in for the acts on normative documents."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from sunlit.design.faces import said
from sunlit.design.registers import DeskForm
from sunlit.norms import selectors
from sunlit.norms.models import Decision, Principle
from sunlit.organization.models import Official
from sunlit.organization.rules.provincial import VALIDITY, VALIDITY_ON_TRIAL
from sunlit.organization.selectors import office_day, open_offices

PARAGRAPH = forms.Textarea(attrs={"rows": 4})
DAY = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


class DocumentForm(DeskForm):
    """A normative document."""

    code = forms.SlugField(label=_("Code"), max_length=64)
    title = forms.CharField(label=_("Title"), max_length=300)
    document_number = forms.CharField(label=_("Document number"), max_length=64)
    issued_on = forms.DateField(label=_("Issued on"), widget=DAY)
    office = forms.ChoiceField(label=_("Office"))
    valid_until = forms.DateField(label=_("Valid until"), widget=DAY, required=False)

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        offices = open_offices(by.agency)
        self.fields["office"].choices = offices.values_list("code", "name")  # type: ignore[attr-defined]
        self.fields["valid_until"].help_text = _validity(by)


class SuccessorForm(DeskForm):
    """The document that took the place of another."""

    successor = forms.ChoiceField(label=_("Replaced by"))

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        later = selectors.library(by.agency, on=office_day()).exclude(pk=record.pk)
        self.fields["successor"].choices = [  # type: ignore[attr-defined]
            (one.code, f"{one.document_number} {one.title}")
            for one in later.filter(issued_on__gte=record.issued_on)
        ]


def _validity(by: Official) -> str:
    """Say how long a document issued today may hold, and one on trial."""
    day = office_day()
    usual = selectors.term(by.agency_id, VALIDITY, start=day)
    trial = selectors.term(by.agency_id, VALIDITY_ON_TRIAL, start=day)
    if usual is None or trial is None:
        return ""
    amounts = [said(one.limit.unit.of(one.limit.amount)) for one in (usual, trial)]
    values = {"usual": amounts[0], "trial": amounts[1], "source": said(usual.limit.basis[0])}
    return _now("At most %(usual)s from its issue, on trial %(trial)s: %(source)s.") % values


class CleanUpForm(forms.Form):
    """A clean-up."""

    code = forms.CharField(label=_("Code"), max_length=64)
    name = forms.CharField(label=_("Name"), max_length=200)


class ProposalForm(DeskForm):
    """What to do with a document, and why."""

    document = forms.ChoiceField(label=_("Normative document"))
    decision = forms.ChoiceField(label=_("Decision"), choices=Decision.choices)
    principle = forms.ChoiceField(label=_("Principle"), choices=Principle.choices)
    reason = forms.CharField(
        label=_("Reason"),
        max_length=1000,
        widget=PARAGRAPH,
        help_text=_("Name the higher law, or what has changed."),
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        self.fields["document"].choices = [  # type: ignore[attr-defined]
            (document.code, f"{document.code} {document.title}")
            for document in selectors.in_force(by.agency, on=office_day())
        ]


class ConclusionForm(forms.Form):
    """The document that states the result of a clean-up."""

    document_number = forms.CharField(label=_("Document number"), max_length=64)


class PublicationForm(forms.Form):
    """Where the result is published."""

    channels = forms.CharField(
        label=_("Channels"), max_length=300, help_text=_("Separate them by semicolons.")
    )
