"""What is typed in at the desk for what the province has settled."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sunlit.design.faces import said
from sunlit.design.registers import DeskForm
from sunlit.kernel.limits import Unit
from sunlit.kernel.refusals import NotYetLaw
from sunlit.organization.models import Confidence, Official
from sunlit.organization.rules.provincial import ProvincialEntry, ValueKind, entries
from sunlit.organization.selectors import office_day
from sunlit.organization.selectors.provincial import settled


class ProvincialNumberForm(DeskForm):
    """A value that differs by province, with its source."""

    name = forms.ChoiceField(label=_("What is settled"))
    value = forms.CharField(
        label=_("Value"),
        max_length=64,
        help_text=_(
            "A number; a pattern holds {agency}, {year} and {serial} once each, and {month} if "
            "wanted."
        ),
    )
    unit = forms.ChoiceField(
        label=_("Unit"),
        required=False,
        help_text=_("Leave it for the unit in which the value stands now; a pattern has none."),
    )
    since = forms.DateField(
        label=_("Since"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    document = forms.CharField(label=_("Document that says so"), max_length=200)
    article = forms.CharField(label=_("Article"), max_length=64, required=False)
    confidence = forms.ChoiceField(
        label=_("How sure it is"), choices=Confidence.choices, initial=Confidence.VERIFIED
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        self.fields["name"].choices = [  # type: ignore[attr-defined]
            (name, _choice(one, by)) for name, one in entries().items()
        ]
        self.fields["unit"].choices = [("", _("as now")), *_units()]  # type: ignore[attr-defined]
        self.fields["since"].initial = office_day()


def _choice(one: ProvincialEntry, by: Official) -> str:
    title = said(one.title)
    try:
        now = settled(by.agency_id, one.name, on=office_day())
    except NotYetLaw:  # nothing is set, and the law of the day says nothing
        return title
    return f"{title} ({said(now.wording)})"


def _units() -> Iterator[tuple[str, str]]:
    for name in dict.fromkeys(unit for one in entries().values() for unit in one.units):
        percent = name == ValueKind.PERCENT.value
        yield name, "%" if percent else said(Unit(name).wording)
