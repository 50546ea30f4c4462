"""What is typed in to set how is masked."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from sunlit.design.faces import said
from sunlit.design.registers import DeskForm
from sunlit.disclosure import policies, selectors
from sunlit.disclosure.forms.fields import DAY, PARAGRAPH, offer
from sunlit.disclosure.models.masking import MOST_SIGNS
from sunlit.organization.models import Official
from sunlit.organization.selectors import office_day
from sunlit.screening.kinds import TITLES, Kind
from sunlit.screening.official import Form, official


class MaskingForm(DeskForm):
    """How a kind of finding is masked, from when, and why."""

    kind = forms.ChoiceField(
        label=_("Kind of finding"), help_text=_("In brackets: how an example is masked now.")
    )
    first = forms.IntegerField(
        label=_("Signs that stay at the beginning"),
        min_value=0,
        max_value=MOST_SIGNS,
        help_text=_(
            "Letters and digits are counted. Of a name 1 is the surname, of a landline the digits "
            "of the area code, of an address the signs before its first number."
        ),
    )
    last = forms.IntegerField(
        label=_("Signs that stay at the end"), min_value=0, max_value=MOST_SIGNS
    )
    sign = forms.ChoiceField(label=_("Mask sign"))
    since = forms.DateField(
        label=_("Since"),
        widget=DAY,
        help_text=_("What is masked from this day on; what is masked already stays as it is."),
    )
    reason = forms.CharField(label=_("Reason"), max_length=500, widget=PARAGRAPH)

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        how, forms_known = selectors.masking_of(by.agency, on=office_day()), official()
        kinds = [
            (
                kind.value,
                _now("%(kind)s (%(shown)s)")
                % {"kind": said(TITLES[kind]), "shown": how.shown(kind, one.example)},
            )
            for kind, one in forms_known.items()
        ]
        offer(self, "kind", kinds)
        signs = dict.fromkeys(sign for one in forms_known.values() for sign in one.signs)
        offer(self, "sign", [(sign, sign) for sign in signs])
        self.initial["since"] = office_day()

    def clean(self) -> dict[str, Any]:
        """Say beside the field where a form would show too much."""
        typed = super().clean() or self.cleaned_data
        if {"kind", "first", "last", "sign"} <= typed.keys():
            form = Form(typed["first"], typed["last"], typed["sign"])
            kind = Kind(typed["kind"])
            if refusal := policies.why_not_form(kind, form, on=office_day()):
                known = official()[kind]
                if form.sign not in known.signs:
                    self.add_error("sign", f"{refusal.reason} {refusal.remedy}")
                else:
                    field = "first" if form.first > known.most_first else "last"
                    self.add_error(field, f"{refusal.reason} {refusal.remedy}")
        return typed
