"""What is typed in for the acts on files of reconsideration and litigation."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.approvals.models import PenaltyCase
from sunlit.design.registers import DeskForm
from sunlit.foi.models import InformationRequest
from sunlit.organization.models import Official
from sunlit.remedies import selectors
from sunlit.remedies.models import Kind
from sunlit.remedies.vocabulary import offered_documents


def _by_number(record: Any) -> str:
    return str(record.number)


class OpenForm(DeskForm):
    """A case of which the agency got the notice today."""

    kind = forms.ChoiceField(label=_("Kind"), choices=Kind.choices)
    applicant = forms.CharField(label=_("Applicant or plaintiff"), max_length=200)
    cause = forms.CharField(label=pgettext_lazy("remedy", "Contested"), max_length=500)
    penalty = forms.ModelChoiceField(
        label=_("Contested penalty"), queryset=PenaltyCase.objects.none(), required=False
    )
    information_request = forms.ModelChoiceField(
        label=_("Contested reply to an information request"),
        queryset=InformationRequest.objects.none(),
        required=False,
        help_text=_("Choose either a penalty or an information request."),
    )
    organ = forms.CharField(label=_("Deciding organ"), max_length=200)
    filed_on = forms.DateField(
        label=pgettext_lazy("remedy", "Applied for or sued on"),
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        offers = {
            "penalty": selectors.contestable_penalties(by.agency),
            "information_request": selectors.contestable_requests(by.agency),
        }
        for name, records in offers.items():
            field = self.fields[name]
            if isinstance(field, forms.ModelChoiceField):
                field.queryset = records
                field.label_from_instance = _by_number  # type: ignore[assignment]


class DecisionForm(forms.Form):
    """What was decided."""

    result = forms.CharField(
        label=_("Result"), max_length=200, help_text=_("In the words of the decision.")
    )
    basis = forms.CharField(label=_("Basis of the result"), max_length=500)
    lesson = forms.CharField(
        label=_("Lesson drawn"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class DocumentsForm(DeskForm):
    """Which documents are put into the file."""

    documents = forms.MultipleChoiceField(
        label=pgettext_lazy("remedy", "Documents"), widget=forms.CheckboxSelectMultiple
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        offered = [name for name in offered_documents(record.kind) if name not in record.documents]
        self.fields["documents"].choices = [  # type: ignore[attr-defined]
            (name, name) for name in offered
        ]


class ArchiveForm(forms.Form):
    """How thick the file is."""

    pages = forms.IntegerField(label=_("Pages of the file"), min_value=1, max_value=99999)
