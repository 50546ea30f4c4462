"""What is typed in for the acts of supervision."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.design.registers import DeskForm
from sunlit.organization.models import Leader, Office, Official
from sunlit.organization.selectors import office_day, open_offices
from sunlit.supervision import selectors
from sunlit.supervision.lifecycle import OUTCOMES
from sunlit.supervision.models import InspectionKind, Supervisor, TrainingKind

PARAGRAPH = forms.Textarea(attrs={"rows": 4})
DAY = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


class OfficeChoice(forms.ModelChoiceField):  # type: ignore[type-arg]
    """The choice of an office, by its name."""

    def label_from_instance(self, obj: Any) -> str:
        """Return the office's name."""
        return str(obj.name)


class LeaderChoice(forms.ModelChoiceField):  # type: ignore[type-arg]
    """The choice of a leader, by title."""

    def label_from_instance(self, obj: Any) -> str:
        """Return the leader's title."""
        return str(obj.title)


class SupervisorChoices(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    """The choice of several supervisors, by their labels."""

    def label_from_instance(self, obj: Any) -> str:
        """Return the supervisor's label."""
        return str(obj.label)


def _offer(form: forms.Form, name: str, records: QuerySet[Any]) -> None:
    """Let a field of a form choose among these records."""
    field = form.fields[name]
    if isinstance(field, forms.ModelChoiceField):
        field.queryset = records


class OfficeForm(DeskForm):
    """A form that offers the offices of the official's own agency."""

    office = OfficeChoice(label=_("Office"), queryset=Office.objects.none())

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        _offer(self, "office", open_offices(by.agency))


class MeetingForm(DeskForm):
    """A meeting with supervisors."""

    name = forms.CharField(label=_("Name"), max_length=200)
    held_on = forms.DateField(label=_("Held on"), widget=DAY)
    place = forms.CharField(label=_("Place"), max_length=200)
    host = LeaderChoice(label=_("Chaired by"), queryset=Leader.objects.none())
    supervisors = SupervisorChoices(
        label=_("Supervisors who came"),
        queryset=Supervisor.objects.none(),
        widget=forms.CheckboxSelectMultiple,
    )
    reported = forms.CharField(
        label=_("Reported"), max_length=2000, widget=PARAGRAPH, help_text=_("One line for each.")
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        _offer(self, "host", Leader.objects.filter(agency=by.agency).order_by("code"))
        supervisors = selectors.supervisors_in_office(by.agency, office_day().year)
        _offer(self, "supervisors", supervisors)


class OpinionForm(OfficeForm):
    """An opinion raised at a meeting."""

    field_order = ("sector", "topic", "text", "office")
    sector = forms.CharField(label=_("Sector"), max_length=100)
    topic = forms.CharField(label=_("Topic"), max_length=200)
    text = forms.CharField(label=_("Opinion"), max_length=2000, widget=PARAGRAPH)


class AnswerForm(forms.Form):
    """The answer to an opinion."""

    response = forms.CharField(label=_("Answer"), max_length=2000, widget=PARAGRAPH)
    outcome = forms.ChoiceField(
        label=_("Outcome"), choices=[(one.value, one.label) for one in OUTCOMES]
    )


class InspectionForm(OfficeForm):
    """An inspection that was held."""

    field_order = ("held_on", "kind", "scope", "office")
    held_on = forms.DateField(label=pgettext_lazy("inspection", "Held on"), widget=DAY)
    kind = forms.ChoiceField(label=_("Kind"), choices=InspectionKind.choices)
    scope = forms.CharField(label=_("Scope"), max_length=300)
    units_checked = forms.IntegerField(label=_("Offices inspected"), min_value=1)
    supervisors_joined = forms.IntegerField(
        label=_("Supervisors who joined"), min_value=0, initial=0
    )
    is_combined = forms.BooleanField(label=_("Combined with other inspections"), required=False)


class BulletinForm(forms.Form):
    """The bulletin of an inspection."""

    bulletin_number = forms.CharField(label=_("Bulletin"), max_length=100)


class FindingForm(OfficeForm):
    """What an inspection found wrong."""

    kind = forms.CharField(label=_("Kind"), max_length=100)
    description = forms.CharField(label=_("Description"), max_length=2000, widget=PARAGRAPH)
    due_on = forms.DateField(label=_("To be rectified by"), widget=DAY)


class RectificationForm(forms.Form):
    """How a finding was put right."""

    rectified_on = forms.DateField(label=_("Rectified on"), widget=DAY)
    rectification = forms.CharField(label=_("Rectification"), max_length=2000, widget=PARAGRAPH)


class AccountabilityForm(forms.Form):
    """Which post answers for a finding, and how."""

    source = forms.CharField(label=_("Found by"), max_length=200)
    fact = forms.CharField(label=_("Fact"), max_length=2000, widget=PARAGRAPH)
    ground = forms.CharField(label=_("Rule applied"), max_length=300)
    measure = forms.CharField(label=pgettext_lazy("accountability", "Decision"), max_length=200)
    post = forms.CharField(
        label=_("Post held to account"), max_length=200, help_text=_("Never a person's name.")
    )
    is_published = forms.BooleanField(label=_("Published"), required=False)


class TrainingForm(OfficeForm):
    """An occasion to learn."""

    field_order = ("held_on", "kind", "title", "office")
    held_on = forms.DateField(label=pgettext_lazy("training", "Held on"), widget=DAY)
    kind = forms.ChoiceField(label=_("Kind"), choices=TrainingKind.choices)
    title = forms.CharField(label=_("Title"), max_length=200)
    audience = forms.CharField(label=_("For whom"), max_length=300)
    attended = forms.IntegerField(label=pgettext_lazy("training", "Attended"), min_value=1)
    hours = forms.DecimalField(
        label=pgettext_lazy("training", "Hours"), min_value=0, max_digits=6, decimal_places=1
    )
    content = forms.CharField(label=_("Content"), max_length=500, widget=PARAGRAPH)
