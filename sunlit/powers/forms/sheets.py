"""What is typed in and handed in for the blank forms and samples of a power's materials."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.design.registers import DeskForm
from sunlit.disclosure.uploads import Upload, taken_in
from sunlit.powers import models, selectors
from sunlit.powers.forms.life import PARAGRAPH

WHY = _("It is shown to the public in the ledger.")


class HandInSheetForm(DeskForm):
    """A blank form or a filled-in sample, and of which material it is."""

    material = forms.ChoiceField(label=pgettext_lazy("material", "Material"))
    kind = forms.ChoiceField(
        label=pgettext_lazy("sheet", "What it is"), choices=models.SheetKind.choices
    )
    file = forms.FileField(
        label=_("File"),
        help_text=_(
            "DOCX, XLSX, PDF, JPEG or PNG. What its readers would not see is taken out; it takes "
            "the place of the file that was handed in before."
        ),
    )
    reason = forms.CharField(label=_("Reason"), max_length=500, widget=PARAGRAPH, help_text=WHY)

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Any
    ) -> None:
        super().__init__(data, record=record, by=by)
        names = [one.name for one in selectors.materials_of(record)] if record else []
        self.fields["material"].choices = [(name, name) for name in names]  # type: ignore[attr-defined]

    def clean_file(self) -> Upload:
        """Clean the file; what cannot be cleaned is a fault of its field."""
        return taken_in(self.cleaned_data["file"])


class TakeOffSheetForm(DeskForm):
    """Which form or sample is no longer handed out, and why."""

    sheet = forms.TypedChoiceField(label=_("Form or sample"), coerce=int)
    reason = forms.CharField(label=_("Reason"), max_length=500, widget=PARAGRAPH, help_text=WHY)

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Any
    ) -> None:
        super().__init__(data, record=record, by=by)
        found = record.sheets.order_by("material", "kind") if record else []
        self.fields["sheet"].choices = [  # type: ignore[attr-defined]
            (one.pk, f"{one.material} · {one.get_kind_display()} · {one.name}") for one in found
        ]
