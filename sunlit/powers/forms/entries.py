"""What is typed in when a power is put on the list, or its entry is changed."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.design.registers import DeskForm
from sunlit.organization.models import Office
from sunlit.organization.selectors import open_offices
from sunlit.powers import rules
from sunlit.powers.forms.life import PARAGRAPH, ReasonForm
from sunlit.powers.models import FlowChart, Kind, Level, Source

LEVELS = [("", "—"), *Level.choices]


class _BasisField(forms.CharField):
    """A legal basis that can be read article by article."""

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if unread := rules.unread_in(text):
            said = _now(
                "This part cannot be read as an article: %(part)s. Write it as in "
                "the example below."
            )
            raise forms.ValidationError(said % {"part": unread})
        return text


def basis_field() -> _BasisField:
    """Return the field for the articles that give a power."""
    return _BasisField(
        label=_("Legal basis"),
        max_length=2000,
        widget=PARAGRAPH,
        help_text=_(
            "Title in 《》, number and version in brackets, then the articles, several of "
            "them with 、 between them; instruments with ； between them."
        ),
    )


class _LimitsForm(ReasonForm):
    """The values that a new entry and a changed one have in common."""

    name = forms.CharField(label=_("Name"), max_length=500)
    legal_basis = basis_field()
    source = forms.ChoiceField(label=pgettext_lazy("power", "Source"), choices=Source.choices)
    level = forms.ChoiceField(label=pgettext_lazy("power", "Level"), choices=LEVELS, required=False)
    statutory_days = forms.IntegerField(
        label=_("Statutory limit in working days"), min_value=0, required=False
    )
    promised_days = forms.CharField(label=_("Promised limit"), max_length=32, required=False)
    fee = forms.CharField(label=_("Fee"), max_length=300, required=False)
    content = forms.CharField(
        label=_("Content or range of penalty"),
        max_length=2000,
        widget=PARAGRAPH,
        required=False,
    )


class ListForm(_LimitsForm, DeskForm):
    """A power that is put on the list."""

    code = forms.SlugField(label=_("Code"), max_length=32)
    kind = forms.ChoiceField(label=_("Kind"), choices=Kind.choices)
    sub_list = forms.CharField(label=_("Sub-list"), max_length=100)
    office = forms.ModelChoiceField(label=_("Office"), queryset=Office.objects.none())
    flow_chart = forms.ModelChoiceField(
        label=_("Flow chart"), queryset=FlowChart.objects.none(), required=False
    )
    field_order = ("code", "kind", "sub_list", "name", "legal_basis", "source", "level",
                   "office", "flow_chart")  # fmt: skip

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Any
    ) -> None:
        super().__init__(data, record=record, by=by)
        charts = FlowChart.objects.filter(agency=by.agency).order_by("code")
        for name, found in (("office", open_offices(by.agency)), ("flow_chart", charts)):
            field = self.fields[name]
            field.queryset = found  # type: ignore[attr-defined]
            field.label_from_instance = _by_name  # type: ignore[attr-defined]


class ChangeForm(_LimitsForm, DeskForm):
    """What an entry is to say from now on; it begins with what stands there."""

    joint_units = forms.CharField(label=_("Units that take part"), max_length=200, required=False)
    supervision_phone = forms.CharField(label=_("Supervision phone"), max_length=32, required=False)
    duties = forms.CharField(label=_("Duties"), max_length=2000, widget=PARAGRAPH, required=False)
    accountability = forms.CharField(
        label=_("Accountability"), max_length=2000, widget=PARAGRAPH, required=False
    )
    field_order = ("name", "legal_basis", "source", "level", "joint_units", "statutory_days",
                   "promised_days", "fee", "content", "duties", "accountability",
                   "supervision_phone", "reason", "document")  # fmt: skip

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Any
    ) -> None:
        super().__init__(data, record=record, by=by)
        begin_with(self, record)


def begin_with(form: forms.Form, record: Any) -> None:
    """Fill a form with what its record says now."""
    for name, field in form.fields.items():
        if record is not None and hasattr(record, name):
            field.initial = getattr(record, name)


def _by_name(one: Any) -> str:
    return f"{one.code} {one.name}"
