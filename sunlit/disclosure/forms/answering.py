"""How what was found is answered."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.design.faces import said
from sunlit.design.registers import DeskForm
from sunlit.disclosure import selectors
from sunlit.disclosure.forms.fields import PARAGRAPH, offer
from sunlit.disclosure.lifecycle import Status
from sunlit.organization.models import Official
from sunlit.organization.selectors import office_day
from sunlit.screening.kinds import TITLES
from sunlit.screening.kinds import Finding as Found
from sunlit.screening.masking import MASKS


class FindingsForm(DeskForm):
    """Which of the things found in an item is meant."""

    findings = forms.MultipleChoiceField(
        label=pgettext_lazy("screening", "Found"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("What is the same, wherever it stands, is treated alike."),
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        open_now = {one.fingerprint: one for one in self.offered()}
        choices = [(fingerprint, self.described(one)) for fingerprint, one in open_now.items()]
        offer(self, "findings", choices)
        self.initial["findings"] = list(open_now)

    def offered(self) -> Sequence[Found]:
        """Return what may be chosen from."""
        return []

    def described(self, one: Found) -> str:
        """Return how something found is offered."""
        place = said(one.place)
        found = f"{said(TITLES[one.kind])} · {one.text}"
        return f"{found} · {place}" if place else found


class MaskForm(FindingsForm):
    """What is masked."""

    def offered(self) -> Sequence[Found]:
        """Return what is found and has a mask."""
        if self.record is None:
            return []
        return [one for one in selectors.open_in_texts(self.record) if one.kind in MASKS]

    def described(self, one: Found) -> str:
        """Return how it is offered: what stands there, and what will."""
        how = selectors.masking_of(self.by.agency, on=office_day())
        return f"{super().described(one)} → {how.of(one)}"


class KeepForm(FindingsForm):
    """What may stand, and why."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=500,
        widget=PARAGRAPH,
        help_text=_("Such as: a public telephone; a name that the law has made public."),
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        self.initial["findings"] = []

    def offered(self) -> Sequence[Found]:
        """Return what is found and this official may answer for now."""
        if self.record is None:
            return []
        if self.record.status == Status.DRAFT:
            return selectors.open_to_section(self.record)
        return selectors.open_findings(self.record)
