"""What is typed in for the acts of a clean-up."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sunlit.design.registers import DeskForm
from sunlit.norms import selectors
from sunlit.norms.forms.fields import PARAGRAPH
from sunlit.norms.models import CleanUpKind, Decision, Principle
from sunlit.organization.models import Official
from sunlit.organization.selectors import office_day


class CleanUpForm(forms.Form):
    """A clean-up."""

    code = forms.CharField(label=_("Code"), max_length=64)
    name = forms.CharField(label=_("Name"), max_length=200)
    kind = forms.ChoiceField(label=_("Scope"), choices=CleanUpKind.choices)
    subject = forms.CharField(
        label=_("Subject"),
        max_length=300,
        required=False,
        help_text=_("Only for a clean-up on one subject: the law or the matter that it is about."),
    )


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
    opinion = forms.CharField(
        label=_("Opinion of the office"),
        max_length=1000,
        widget=PARAGRAPH,
        required=False,
        help_text=_("What the office that carries the document out says about it."),
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        self.fields["document"].choices = [  # type: ignore[attr-defined]
            (document.code, f"{document.code} {document.title}")
            for document in selectors.in_force(by.agency, on=office_day()).exclude(
                decisions__clean_up=record
            )
        ]


class ConclusionForm(forms.Form):
    """The document that states the result of a clean-up."""

    document_number = forms.CharField(label=_("Document number"), max_length=64)


class PublicationForm(forms.Form):
    """Where the result is published."""

    channels = forms.CharField(
        label=_("Channels"), max_length=300, help_text=_("Separate them by semicolons.")
    )
