"""What is typed in for the acts on documents of the library."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from sunlit.design.faces import said
from sunlit.design.registers import DeskForm
from sunlit.norms import selectors
from sunlit.norms.forms.fields import DAY
from sunlit.organization.models import Official
from sunlit.organization.rules.provincial import VALIDITY, VALIDITY_ON_TRIAL
from sunlit.organization.selectors import office_day, open_offices


class DocumentForm(DeskForm):
    """A normative document."""

    code = forms.SlugField(label=_("Code"), max_length=64)
    title = forms.CharField(label=_("Title"), max_length=300)
    document_number = forms.CharField(label=_("Document number"), max_length=64)
    issued_on = forms.DateField(label=_("Issued on"), widget=DAY)
    office = forms.ChoiceField(label=_("Office"))
    in_force_from = forms.DateField(
        label=_("In force from"),
        widget=DAY,
        required=False,
        help_text=_("Empty: from the day of its issue."),
    )
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
