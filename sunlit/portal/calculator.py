"""The form of the calculator of deadlines."""

from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from sunlit import statutes
from sunlit.design.faces import said


def rules_by_subject() -> list[tuple[str, list[tuple[str, str]]]]:
    """Return every rule of the calculator with its title, under its subject."""
    return [
        (
            said(statutes.subject_of(names[0])),
            [(name, said(statutes.versions(name)[-1].title)) for name in names],
        )
        for names in statutes.rules_by_subject().values()
    ]


class DeadlineForm(forms.Form):
    """What the calculator of deadlines needs to know."""

    rule = forms.ChoiceField(label=_("Rule"))
    start = forms.DateField(
        label=_("It runs from"),
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text=_("The day of receipt, or of the event."),
    )
    extend = forms.IntegerField(
        label=_("Extended by"),
        min_value=0,
        max_value=400,
        required=False,
        help_text=_("In the unit of the rule; leave empty for none."),
    )
    pause_from = forms.DateField(
        label=_("Paused after"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    pause_until = forms.DateField(
        label=_("Paused until"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        rule = self.fields["rule"]
        if isinstance(rule, forms.ChoiceField):
            rule.choices = rules_by_subject()

    def clean(self) -> dict[str, object]:
        """Refuse half a pause."""
        cleaned = super().clean() or {}
        if bool(cleaned.get("pause_from")) != bool(cleaned.get("pause_until")):
            missing = "pause_until" if cleaned.get("pause_from") else "pause_from"
            self.add_error(missing, _("A pause needs both days."))
        return cleaned

    def pauses(self) -> list[tuple[date, date]]:
        """Return the pause that was typed, if any."""
        first: date | None = self.cleaned_data.get("pause_from")
        return [(first, self.cleaned_data["pause_until"])] if first else []
