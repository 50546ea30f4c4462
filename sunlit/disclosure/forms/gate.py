"""What is typed in for the steps of the gate."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sunlit.design.registers import DeskForm
from sunlit.disclosure import policies, selectors
from sunlit.disclosure.forms.fields import PARAGRAPH, TEXT, offer
from sunlit.disclosure.models import Decision, Finding
from sunlit.organization.models import Official


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
        offer(self, "decision", [(one.value, str(one.label)) for one in offered])


class ApprovalLinkForm(DeskForm):
    """To whom the link is handed, and for how long it is good."""

    official = forms.ChoiceField(
        label=_("Approver"),
        help_text=_("Who has taken a step of this review already cannot decide about it."),
    )
    hours = forms.TypedChoiceField(
        label=_("Good for"),
        coerce=int,
        choices=[(24, _("a day")), (48, _("two days")), (168, _("a week"))],
        initial=48,
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        found = selectors.approvers(by.agency).exclude(pk=by.pk)
        offer(self, "official", list(found.values_list("username", "post")))


class SignForm(DeskForm):
    """What an approver decides by a link, with the own signing code."""

    decision = forms.ChoiceField(label=_("Conclusion"), widget=forms.RadioSelect)
    ground = forms.CharField(
        label=_("Ground"),
        max_length=300,
        required=False,
        widget=PARAGRAPH,
        help_text=_("Left empty, the ground of the finding holds, if the decision follows it."),
    )
    code = forms.CharField(
        label=_("Your signing code"),
        max_length=64,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        offered = policies.DECISIONS.get(record.review.finding, ())
        offer(self, "decision", [(one.value, str(one.label)) for one in offered])


class SendBackForm(forms.Form):
    """Why a draft is sent back."""

    reason = forms.CharField(label=_("Reason"), max_length=500, widget=PARAGRAPH)
