"""What is typed in for the acts on letters."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from sunlit.approvals.letters.kinds import Kind as LetterKind
from sunlit.approvals.letters.selectors import template_in_force
from sunlit.approvals.letters.templates import faults
from sunlit.design.registers import DeskForm
from sunlit.organization.models import Official
from sunlit.organization.selectors import office_day

DAY = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


class DeliveredForm(forms.Form):
    """How a letter was delivered."""

    how = forms.CharField(
        label=_("How it was delivered"),
        max_length=200,
        help_text=_("Such as handed over against a signature, by post, or left."),
    )


class LetterTemplateForm(DeskForm):
    """The agency's own wording of a kind of letter.

    Sent with a kind and no text, it comes back with the wording in force, to be changed.
    """

    kind = forms.ChoiceField(label=_("Letter"), choices=LetterKind.choices)
    title = forms.CharField(label=_("Title of the letter"), max_length=100)
    text = forms.CharField(
        label=_("Text"),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 18}),
        help_text=_(
            "One paragraph in a line. {name} stands for a value, {art:name} for an article and "
            "{limit:name} for a limit; “label | text” is a row of a table. Choose the letter and "
            "leave the text empty to begin with the wording in force."
        ),
    )
    since = forms.DateField(label=_("Since"), widget=DAY)

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        self.begins = bool(data) and not (data or {}).get("text", "").strip()
        if data and self.begins and data.get("kind") in LetterKind.values:
            template = template_in_force(by.agency_id, LetterKind(data["kind"]), on=office_day())
            given = dict(data.items())
            given["text"] = template.text
            given["title"] = given.get("title") or template.title
            data = given
        super().__init__(data, record=record, by=by)
        self.fields["since"].initial = office_day()

    def clean(self) -> dict[str, Any]:
        """Show the wording in force where none was typed, or every fault of what was."""
        found = super().clean() or {}
        kind, text, since = found.get("kind"), found.get("text"), found.get("since")
        if not kind or not text:
            return found
        if self.begins:
            self.add_error("text", _("This is the wording in force: change it, and send it again."))
            return found
        language = get_language() or "en"
        for fault in faults(LetterKind(kind), text, on=since or office_day()):
            cited = fault.basis.wording.said_in(language) if fault.basis else ""
            self.add_error("text", f"{fault.said_in(language)} {cited}".strip())
        return found


class ReviewBodiesForm(forms.Form):
    """Who reviews what the agency decides."""

    government = forms.CharField(
        label=_("People's government that reviews its decisions"), max_length=100
    )
    department = forms.CharField(
        label=_("Superior department, where one may review them"),
        max_length=100,
        required=False,
        help_text=_("Until 2023 the applicant could choose it instead of the government."),
    )
    court = forms.CharField(label=_("People's court that hears suits"), max_length=100)
    since = forms.DateField(label=_("Since"), widget=DAY)
