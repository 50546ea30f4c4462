"""What is typed for a letter: only what the case does not hold."""

from collections.abc import Mapping
from typing import Any

from django import forms

from sunlit.approvals.letters.kinds import LABELS, MAY_BE_EMPTY, NATURES, Kind

DAY = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
_SHORT = frozenset({"place", "how", "hearing_time", "left_out_days", "party_address"})
_LONGEST, _LONGEST_SHORT = 4000, 200


class WriteForm(forms.Form):
    """The typed parts of a kind of letter."""

    def __init__(
        self, kind: Kind, data: Mapping[str, Any] | None, *, initial: Mapping[str, str]
    ) -> None:
        super().__init__(data, initial=dict(initial))
        for name in NATURES[kind].typed:
            self.fields[name] = _field(name)


def _field(name: str) -> forms.Field:
    label, required = LABELS[name], name not in MAY_BE_EMPTY
    if name == "hearing_day":
        return forms.DateField(label=label, widget=DAY)
    if name in _SHORT:
        return forms.CharField(label=label, required=required, max_length=_LONGEST_SHORT)
    widget = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(label=label, required=required, max_length=_LONGEST, widget=widget)
