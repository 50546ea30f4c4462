"""Widgets that the forms share."""

from django import forms

PARAGRAPH = forms.Textarea(attrs={"rows": 4})
TEXT = forms.Textarea(attrs={"rows": 14})
DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
