"""What is typed in for the acts on complaints."""

from collections.abc import Iterable, Mapping
from datetime import time
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.complaints import selectors, vocabulary
from sunlit.complaints.lifecycle import Satisfaction
from sunlit.design.registers import DeskForm
from sunlit.organization.models import Official, Subdistrict, Zone
from sunlit.organization.selectors import open_offices

PARAGRAPH = forms.Textarea(attrs={"rows": 4})


def _now() -> time:
    return timezone.localtime().time().replace(second=0, microsecond=0)


def _time_field() -> forms.TimeField:
    return forms.TimeField(
        label=pgettext_lazy("complaint", "Time"),
        initial=_now,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        help_text=_("The time at which it was done."),
    )


def _choices(words: Iterable[str]) -> list[tuple[str, str]]:
    return [(word, word) for word in dict.fromkeys(words)]


def _method_field() -> forms.ChoiceField:
    return forms.ChoiceField(
        label=_("Way of reply"), choices=_choices(vocabulary.offered("reply_methods"))
    )


class ComplaintForm(DeskForm):
    """A complaint as it comes in."""

    at = _time_field()
    source = forms.ChoiceField(label=pgettext_lazy("complaint", "Source"))
    category = forms.ChoiceField(label=pgettext_lazy("complaint", "Category"))
    zone = forms.ChoiceField(label=_("Zone"))
    subdistrict = forms.ChoiceField(label=_("Subdistrict"))
    place = forms.CharField(label=pgettext_lazy("complaint", "Place"), max_length=300)
    text = forms.CharField(label=pgettext_lazy("complaint", "What is wrong"), widget=PARAGRAPH)
    complainant = forms.CharField(
        label=_("Complainant"),
        max_length=200,
        required=False,
        help_text=_("May be left empty: complaints without a name are taken too."),
    )
    contact = forms.CharField(
        label=_("Contact"), max_length=200, required=False, help_text=_("For the reply only.")
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        zones = Zone.objects.filter(agency=by.agency).order_by("code")
        subdistricts = Subdistrict.objects.filter(agency=by.agency).order_by("id")
        sources = *vocabulary.offered("sources"), *selectors.words_used(by.agency, "source")
        categories = (
            *vocabulary.offered("categories"),
            *selectors.words_used(by.agency, "category"),
        )
        offered = {
            "source": _choices(sources),
            "category": _choices(categories),
            "zone": list(zones.values_list("code", "name")),
            "subdistrict": _choices(subdistricts.values_list("name", flat=True)),
        }
        for name, choices in offered.items():
            self.fields[name].choices = choices  # type: ignore[attr-defined]


class AcceptForm(forms.Form):
    """That a complaint is accepted."""

    at = _time_field()
    difficult = forms.BooleanField(
        label=_("Difficult matter"),
        required=False,
        help_text=_("The longer promised limit applies."),
    )


class TransferForm(forms.Form):
    """To whom a complaint is passed."""

    at = _time_field()
    passed_to = forms.CharField(
        label=_("Passed to, and what the person was told"), max_length=1000, widget=PARAGRAPH
    )
    method = _method_field()


class RefuseForm(forms.Form):
    """Why a complaint is not accepted."""

    at = _time_field()
    reason = forms.CharField(
        label=_("Reason, and where the person may turn"), max_length=1000, widget=PARAGRAPH
    )
    method = _method_field()


class DispatchForm(DeskForm):
    """Which office handles a complaint."""

    at = _time_field()
    office = forms.ChoiceField(label=_("Office"))

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        offices = open_offices(by.agency)
        self.fields["office"].choices = list(  # type: ignore[attr-defined]
            offices.values_list("code", "name")
        )


class ResolveForm(forms.Form):
    """How a complaint was handled."""

    at = _time_field()
    handling = forms.CharField(label=_("How it was handled"), max_length=2000, widget=PARAGRAPH)
    documents = forms.MultipleChoiceField(
        label=pgettext_lazy("complaint", "Documents"),
        choices=_choices(vocabulary.offered("documents")),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("The papers that prove receipt, handling and reply."),
    )


class ReplyForm(forms.Form):
    """That the person was told."""

    at = _time_field()
    method = _method_field()


class SatisfactionForm(forms.Form):
    """What the person said when called back."""

    satisfaction = forms.ChoiceField(label=_("Satisfaction"), choices=Satisfaction.choices)


class ReopenForm(forms.Form):
    """That a complaint goes back to its office."""

    at = _time_field()


class CloseForm(forms.Form):
    """That a complaint is closed."""

    at = _time_field()
    note = forms.CharField(
        label=_("Note"),
        max_length=1000,
        required=False,
        widget=PARAGRAPH,
        help_text=_("Required after a second handling: how it was settled in the end."),
    )
