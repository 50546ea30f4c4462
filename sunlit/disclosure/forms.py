"""What is typed in for the steps of the gate."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.design.faces import said
from sunlit.design.registers import DeskForm
from sunlit.disclosure import policies, selectors
from sunlit.disclosure.lifecycle import Status
from sunlit.disclosure.models import Decision, Finding, Item, Scope, Stage
from sunlit.organization.models import Official, Role, Zone
from sunlit.organization.selectors import open_offices
from sunlit.screening.kinds import TITLES
from sunlit.screening.kinds import Finding as Found
from sunlit.screening.masking import MASKS, OFFICIAL

PARAGRAPH = forms.Textarea(attrs={"rows": 4})
TEXT = forms.Textarea(attrs={"rows": 12})
DAY = forms.DateInput(attrs={"type": "date"})


class ReviseForm(DeskForm):
    """What a draft says."""

    category = forms.ChoiceField(label=_("Category"))
    title = forms.CharField(label=_("Title"), max_length=300)
    body = forms.CharField(label=_("Text"), widget=TEXT)
    made_on = forms.DateField(
        label=_("Made on"), widget=DAY, help_text=_("The time limit for publication runs from it.")
    )
    scope = forms.ChoiceField(label=_("Importance"), choices=Scope.choices, initial=Scope.GENERAL)
    stage = forms.ChoiceField(label=_("Stage"), choices=Stage.choices, initial=Stage.RESULT)
    document_number = forms.CharField(label=_("Document number"), max_length=64, required=False)
    zone = forms.ChoiceField(label=_("Area"), required=False)

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        categories = selectors.catalogue(by.agency).filter(is_proactive=True)
        _offer(self, "category", [(one.code, f"{one.group} / {one.name}") for one in categories])
        zones = Zone.objects.filter(agency=by.agency).order_by("code")
        _offer(self, "zone", [("", "—"), *zones.values_list("code", "name")])
        if record is not None:
            self.initial.update(_said(record))


class DraftForm(ReviseForm):
    """A new draft, and the office that answers for it."""

    office = forms.ChoiceField(label=_("Office"))
    field_order = ("office",)

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        offices = open_offices(by.agency)
        if not by.has_role(Role.CLERK):
            offices = offices.filter(officials=by)
        _offer(self, "office", list(offices.values_list("code", "name")))
        self.initial["office"] = by.office.code if by.office else ""


class SecrecyReviewForm(DeskForm):
    """What the secrecy reviewer found."""

    finding = forms.ChoiceField(label=_("Finding"), choices=Finding.choices)
    ground = forms.CharField(
        label=_("Ground"),
        max_length=300,
        required=False,
        widget=PARAGRAPH,
        help_text=_("Needed where changes are needed, or it should not be published."),
    )
    body = forms.CharField(
        label=_("Text that may be public"),
        widget=TEXT,
        help_text=_("Where changes are needed, take out what may not be public."),
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        if record is not None:
            self.initial["body"] = record.body


class ApproveForm(DeskForm):
    """What the approver decides; only what follows from the finding is offered."""

    decision = forms.ChoiceField(label=_("Conclusion"))
    ground = forms.CharField(
        label=_("Ground"),
        max_length=300,
        required=False,
        widget=PARAGRAPH,
        help_text=_("Left empty, the ground of the finding holds, if the decision follows it."),
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        finding = record.review.finding if record is not None else ""
        offered = policies.DECISIONS.get(finding, tuple(Decision))
        _offer(self, "decision", [(one.value, str(one.label)) for one in offered])


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
        _offer(self, "findings", choices)
        self.initial["findings"] = list(open_now)

    def offered(self) -> Sequence[Found]:
        """Return what may be chosen from."""
        return []

    def described(self, one: Found) -> str:
        """Return how something found is offered."""
        return f"{said(TITLES[one.kind])} · {one.text}"


class MaskForm(FindingsForm):
    """What is masked."""

    def offered(self) -> Sequence[Found]:
        """Return what is found and has a mask."""
        if self.record is None:
            return []
        return [one for one in selectors.open_findings(self.record) if one.kind in MASKS]

    def described(self, one: Found) -> str:
        """Return how it is offered: what stands there, and what will."""
        return f"{super().described(one)} → {OFFICIAL.of(one)}"


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


class SendBackForm(forms.Form):
    """Why a draft is sent back."""

    reason = forms.CharField(label=_("Reason"), max_length=500, widget=PARAGRAPH)


class WithdrawForm(forms.Form):
    """Why an item is withdrawn."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=500,
        widget=PARAGRAPH,
        help_text=_("The public reads it on the item's page."),
    )


def _offer(form: forms.Form, field: str, choices: list[tuple[str, str]]) -> None:
    cast("forms.ChoiceField", form.fields[field]).choices = choices


def _said(item: Item) -> dict[str, object]:
    return {
        "category": item.category.code,
        "title": item.title,
        "body": item.body,
        "made_on": item.made_on,
        "scope": item.scope,
        "stage": item.stage,
        "document_number": item.document_number,
        "zone": item.zone.code if item.zone else "",
    }
