"""What is typed in for the acts on the text and the validity of a document."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, cast

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from sunlit.design.faces import said
from sunlit.design.registers import DeskForm
from sunlit.norms import selectors
from sunlit.norms.forms.fields import DAY, PARAGRAPH
from sunlit.norms.models import EvaluationOutcome
from sunlit.organization.models import Official
from sunlit.organization.selectors import office_day

MOST_OFFERED = 200


class TextForm(DeskForm):
    """The public item that says what the document says."""

    item = forms.ChoiceField(label=_("Public item with the text"))

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        items = selectors.items_to_publish_as(by.agency, on=office_day())
        own = list(items.filter(norms=record))
        others = [one for one in items[:MOST_OFFERED] if one not in own]
        cast("forms.ChoiceField", self.fields["item"]).choices = [
            (one.index_number, f"{one.index_number} {one.title}") for one in (*own, *others)
        ]


class LaterDocumentForm(DeskForm):
    """A document issued later, that does something to this one."""

    document_field = ""

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        later = selectors.library(by.agency, on=office_day()).exclude(pk=record.pk)
        cast("forms.ChoiceField", self.fields[self.document_field]).choices = [
            (one.code, f"{one.document_number} {one.title}")
            for one in later.filter(issued_on__gte=record.issued_on)
        ]


class AmendForm(LaterDocumentForm, TextForm):
    """By which document, from which day on, and with which text a document is amended."""

    document_field = "amending"
    amending = forms.ChoiceField(label=_("Amended by"))
    item = forms.ChoiceField(label=_("Public item with the amended text"))
    valid_from = forms.DateField(label=_("Holds from"), widget=DAY)
    field_order = ("amending", "valid_from", "item")


class RepealForm(LaterDocumentForm):
    """By which document and from which day on a document is repealed."""

    document_field = "repealing"
    repealing = forms.ChoiceField(label=_("Repealed by"))
    since = forms.DateField(label=_("Out of force from"), widget=DAY)


class EvaluationForm(forms.Form):
    """What came of a document."""

    outcome = forms.ChoiceField(label=_("Advice"), choices=EvaluationOutcome.choices)
    finding = forms.CharField(
        label=_("Finding"),
        max_length=2000,
        widget=PARAGRAPH,
        help_text=_("How it was carried out, what it did, whether higher law has changed."),
    )


class RenewalForm(DeskForm):
    """The new number of a document that goes on, and until when."""

    code = forms.SlugField(label=_("Code"), max_length=64)
    document_number = forms.CharField(label=_("New document number"), max_length=64)
    valid_until = forms.DateField(label=_("Valid until"), widget=DAY)

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        if record.valid_until is None:
            return
        begins = record.valid_until + timedelta(days=1)
        longest = selectors.longest_validity(record.agency_id, title=record.title, start=begins)
        if longest is not None:
            text = _now("At most %(longest)s.") % {"longest": said(longest)}
            self.fields["valid_until"].help_text = text
            self.fields["valid_until"].initial = longest.until
