"""Widgets that the forms share, and how a choice is offered."""

from typing import cast

from django import forms

PARAGRAPH = forms.Textarea(attrs={"rows": 4})


TEXT = forms.Textarea(attrs={"rows": 12})

HOUR = forms.TimeInput(format="%H:%M", attrs={"type": "time"})

DAY = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


def offer(form: forms.Form, field: str, choices: list[tuple[str, str]]) -> None:
    """Let a field of choices offer these."""
    cast("forms.ChoiceField", form.fields[field]).choices = choices
