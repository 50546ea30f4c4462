"""What is typed in for the acts on the plan of the year."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sunlit.design.registers import DeskForm
from sunlit.organization.belonging import FIRST_YEAR, LAST_YEAR
from sunlit.organization.models import Official
from sunlit.organization.selectors import open_offices

PARAGRAPH = forms.Textarea(attrs={"rows": 4})
DAY = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


class PlanForm(forms.Form):
    """The plan of a year."""

    year = forms.IntegerField(label=_("Year"), min_value=FIRST_YEAR, max_value=LAST_YEAR)
    title = forms.CharField(label=_("Title"), max_length=300)
    document_number = forms.CharField(label=_("Document number"), max_length=64)


class GoalForm(forms.Form):
    """A goal of the plan."""

    code = forms.CharField(label=_("Code"), max_length=64)
    text = forms.CharField(label=_("Goal"), max_length=1000, widget=PARAGRAPH)


class TaskForm(DeskForm):
    """A task of the plan: what, who, by when."""

    code = forms.CharField(label=_("Code"), max_length=64)
    goal = forms.ChoiceField(label=_("Goal"))
    measure = forms.CharField(label=_("Measure"), max_length=1000, widget=PARAGRAPH)
    office = forms.ChoiceField(label=_("Office"))
    post = forms.CharField(label=_("Responsible post"), max_length=200)
    due_on = forms.DateField(label=_("Due on"), widget=DAY)

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        offices = open_offices(by.agency)
        self.fields["office"].choices = offices.values_list("code", "name")  # type: ignore[attr-defined]
        goals = record.goals.order_by("code") if record else []
        self.fields["goal"].choices = [  # type: ignore[attr-defined]
            (goal.code, f"{goal.code} {goal.text}") for goal in goals
        ]


class DoneForm(forms.Form):
    """That a task is done."""

    done_on = forms.DateField(label=_("Done on"), widget=DAY)
    evidence = forms.CharField(
        label=_("What proves it"),
        max_length=500,
        widget=PARAGRAPH,
        help_text=_("Name the document, the published item or the record."),
    )


class ReopenForm(forms.Form):
    """Why a task is open again."""

    reason = forms.CharField(label=_("Reason"), max_length=500, widget=PARAGRAPH)
