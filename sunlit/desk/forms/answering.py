"""What is typed in for the acts on the leading group and on duties."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.desk.forms.fields import (
    DAY,
    PARAGRAPH,
    AgencyForm,
    LeaderChoice,
    OfficeChoice,
    OfficeChoices,
)
from sunlit.organization.models import DutyLevel, InPlaceKind, Leader, Office, Official
from sunlit.organization.selectors import leading_group, office_day


class AdjustGroupForm(AgencyForm):
    """The leading group's seats, anew; it begins with the group as it is."""

    name = forms.CharField(label=_("Name"), max_length=200)
    adjusting_document = forms.CharField(label=_("By document"), max_length=300)
    reason = forms.CharField(label=_("Reason"), max_length=500, required=False, widget=PARAGRAPH)
    chair = LeaderChoice(label=_("Chair"), queryset=Leader.objects.none())
    vice_chair = LeaderChoice(label=_("Vice-chair"), queryset=Leader.objects.none())
    members = OfficeChoices(
        label=_("Members"), queryset=Office.objects.none(), widget=forms.CheckboxSelectMultiple
    )
    office_name = forms.CharField(label=_("Name of the group's office"), max_length=200)
    co_located_with = OfficeChoice(label=_("Which office it is"), queryset=Office.objects.none())
    office_director = forms.CharField(label=_("Post of its director"), max_length=100)
    office_phone = forms.CharField(label=_("Phone"), max_length=32, required=False)

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        group = leading_group(by.agency, on=office_day())
        if group is None:
            return
        for name in ("name", "office_name", "co_located_with", "office_director", "office_phone"):
            self.fields[name].initial = getattr(group, name)
        seats = list(group.seats.order_by("id"))
        for role in ("chair", "vice_chair"):
            held = [seat.leader_id for seat in seats if seat.role == role]
            self.fields[role].initial = held[0] if held else None
        self.fields["members"].initial = [seat.office_id for seat in seats if seat.office_id]


class MeetingForm(forms.Form):
    """A meeting of the leading group."""

    held_on = forms.DateField(label=_("Held on"), widget=DAY)
    kind = forms.CharField(label=_("Kind"), max_length=100)
    theme = forms.CharField(label=pgettext_lazy("meeting", "Theme"), max_length=300)
    attended = forms.IntegerField(label=_("How many came"), min_value=1)
    minutes = forms.CharField(label=_("Number of the minutes"), max_length=100)


class InPlaceForm(forms.Form):
    """What is in place, and what proves it."""

    kind = forms.TypedChoiceField(label=_("What"), choices=InPlaceKind.choices, coerce=InPlaceKind)
    evidence = forms.CharField(label=_("What proves it"), max_length=300)


class ChangeDutyForm(AgencyForm):
    """What a post answers for."""

    filled_in: tuple[str, ...] = ("level", "duty", "office")
    level = forms.TypedChoiceField(label=_("Level"), choices=DutyLevel.choices, coerce=DutyLevel)
    duty = forms.CharField(label=_("Duty"), max_length=500, widget=PARAGRAPH)
    office = OfficeChoice(
        label=_("Office"),
        queryset=Office.objects.none(),
        required=False,
        empty_label=_("every office, or the agency as a whole"),
    )


class AssignDutyForm(ChangeDutyForm):
    """A post that gets its duty."""

    filled_in = ()
    field_order = ("post", "level", "duty", "office")
    post = forms.CharField(label=_("Post"), max_length=200, help_text=_("Never a person's name."))
