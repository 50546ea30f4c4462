"""What is handed in for a draft that was written in Word or WPS."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from sunlit.design.faces import said
from sunlit.design.registers import DeskForm
from sunlit.disclosure import selectors
from sunlit.disclosure.forms.fields import DAY, offer
from sunlit.disclosure.uploads import WordFile, read_word
from sunlit.files.cleaning import MOST
from sunlit.kernel.refusals import Refused
from sunlit.organization.models import Official, Role
from sunlit.organization.selectors import open_offices


class WordForm(DeskForm):
    """A DOCX, the office and the category; its title and its day where the file has none."""

    office = forms.ChoiceField(label=_("Office"))
    category = forms.ChoiceField(label=_("Category"))
    file = forms.FileField(
        label=_("Word file (DOCX)"),
        help_text=_("Headings, lists, tables and pictures are kept; changes are accepted, comments "
                    "and hidden text are left out. The file itself is sealed."),
        widget=forms.ClearableFileInput(attrs={"accept": ".docx"}),
    )  # fmt: skip
    title = forms.CharField(
        label=_("Title"),
        max_length=300,
        required=False,
        help_text=_("Left empty, the title of the file holds."),
    )
    made_on = forms.DateField(
        label=_("Made on"),
        widget=DAY,
        required=False,
        help_text=_("Left empty, the day that stands in the file holds."),
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        categories = selectors.catalogue(by.agency).filter(is_proactive=True)
        offer(self, "category", [(one.code, f"{one.group} / {one.name}") for one in categories])
        offices = open_offices(by.agency)
        if not by.has_role(Role.CLERK):
            offices = offices.filter(officials=by)
        offer(self, "office", list(offices.values_list("code", "name")))
        self.initial["office"] = by.office.code if by.office else ""

    def clean_file(self) -> WordFile:
        """Read the file; what cannot be read safely is a fault of the field."""
        file = self.cleaned_data["file"]
        if not (file.name or "").lower().endswith(".docx"):
            raise ValidationError(
                _now("This is no DOCX file. Save it as DOCX in Word or WPS, and hand it in again.")
            )
        if (file.size or 0) > MOST:
            raise ValidationError(
                _now("The file is bigger than %(most)s MB. Split it, or make its pictures smaller.")
                % {"most": MOST >> 20}
            )
        try:
            return read_word(file.name, file.read())
        except Refused as refusal:
            raise ValidationError(
                f"{said(refusal.reason)} {said(refusal.remedy)}".strip()
            ) from None

    def clean(self) -> dict[str, Any]:
        """Put the draft together from what the file says and what was typed."""
        typed = super().clean() or self.cleaned_data
        read: WordFile | None = typed.get("file")
        if self.errors or read is None:
            return typed
        if not (typed["title"] or read.title):
            self.add_error("title", _now("The file has no title. Type it here."))
        if not (typed["made_on"] or read.made_on):
            self.add_error("made_on", _now("No day stands in the file. Give the day here."))
        if not read.body:
            self.add_error("file", _now("There is no text in the file."))
        return typed
