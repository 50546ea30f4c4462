"""What is typed in for the acts between the acceptance of a licence case and its decision."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.approvals import rules, selectors
from sunlit.approvals.models import (
    ExclusionKind,
    InterestedParty,
    LicenceHearing,
    NonAcceptance,
)
from sunlit.design.registers import DeskForm
from sunlit.organization.models import Official
from sunlit.organization.selectors import office_day

MOST_DAYS = 250


def _text(label: Any, *, required: bool = True, help_text: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=2000,
        required=required,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=help_text,
    )


def _day(label: Any, help_text: Any = "") -> forms.DateField:
    return forms.DateField(
        label=label, widget=forms.DateInput(attrs={"type": "date"}), help_text=help_text
    )


class SurveyForm(forms.Form):
    """Who checked the facts on the spot, and what they found."""

    staff = _text(
        _("Posts of those who checked"), help_text=_("One a line; the law asks for two or more.")
    )
    finding = _text(_("Finding"), required=False)

    def clean_staff(self) -> str:
        """Ask for two posts."""
        typed = str(self.cleaned_data["staff"])
        if len(rules.posts_named(typed)) < rules.FEWEST_ON_THE_SPOT:
            raise ValidationError(
                _("The facts are checked on the spot by two officials or more: name both posts.")
            )
        return typed


class ExcludeForm(forms.Form):
    """What takes time, and how long."""

    kind = forms.ChoiceField(
        label=pgettext_lazy("excluded time", "What takes the time"),
        choices=[
            (kind.value, kind.label) for kind in ExclusionKind if kind != ExclusionKind.HEARING
        ],
        help_text=_("A hearing is called by an act of its own."),
    )
    announced_days = forms.IntegerField(
        label=_("Working days that it takes"),
        min_value=1,
        max_value=MOST_DAYS,
        help_text=_("The applicant is told in writing. After so many days the limit runs on."),
    )
    purpose = _text(_("What it is for"))


class OutcomeForm(forms.Form):
    """What came of the time left out."""

    outcome = _text(_("What came of it"))


class PartyForm(forms.Form):
    """Somebody whose major interests are touched."""

    party = forms.CharField(label=_("Interested party"), max_length=200)


class HearPartyForm(DeskForm):
    """What an interested party said."""

    party = forms.ModelChoiceField(
        label=_("Interested party"), queryset=InterestedParty.objects.none()
    )
    opinion = _text(
        _("Statement"), required=False, help_text=_("Leave it empty if nothing was said.")
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        field = self.fields["party"]
        if record is not None and isinstance(field, forms.ModelChoiceField):
            field.queryset = selectors.unheard_parties(record)
            field.label_from_instance = lambda one: str(one.name)  # type: ignore[assignment]


class CallHearingForm(forms.Form):
    """When and where a hearing is held."""

    asked_by = forms.ChoiceField(
        label=_("Asked for by"),
        choices=[(one.value, one.label) for one in LicenceHearing.AskedBy if one.value],
    )
    asked_on = _day(_("Asked for on"))
    planned_on = _day(
        _("To be held on"), _("Seven working days after the notice, twenty after the request.")
    )
    place = forms.CharField(label=pgettext_lazy("hearing", "Place"), max_length=200)
    presided_by = forms.CharField(
        label=_("Presided over by"),
        max_length=200,
        help_text=_("The post of somebody who did not examine the application."),
    )

    def __init__(self, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data)
        self.fields["asked_on"].initial = office_day()


class HearingRecordForm(forms.Form):
    """The record of a hearing."""

    hearing_record = _text(_("Record of the hearing"), help_text=_("The decision must rest on it."))


class DeclineForm(forms.Form):
    """Why an application is not accepted."""

    ground = forms.ChoiceField(label=_("Ground"), choices=NonAcceptance.Ground.choices)
    competent_agency = forms.CharField(
        label=_("Competent agency"),
        max_length=200,
        required=False,
        help_text=_("Where another agency is competent: the one to which the applicant should go."),
    )
    reason = _text(_("Reason"))

    def clean(self) -> dict[str, Any]:
        """Ask for the right agency where another is competent."""
        typed = super().clean() or self.cleaned_data
        elsewhere = typed.get("ground") == NonAcceptance.Ground.NOT_COMPETENT
        if elsewhere and not typed.get("competent_agency"):
            self.add_error("competent_agency", _("Name the agency that is competent."))
        return typed
