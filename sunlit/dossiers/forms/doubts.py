"""What is typed in to answer a doubt about a stage."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sunlit.design.registers import DeskForm
from sunlit.dossiers.seeing import doubts_about
from sunlit.dossiers.telling import said
from sunlit.organization.models import Official


class DoubtForm(DeskForm):
    """Which doubt is answered, and how."""

    doubt = forms.ChoiceField(label=_("Doubt"), widget=forms.RadioSelect)
    reason = forms.CharField(
        label=_("Why it is right as it is"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("It holds as long as the stage stays as it is now."),
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        raised = doubts_about(record) if record is not None else []
        self.fields["doubt"].choices = [  # type: ignore[attr-defined]
            (f"{one.doubt.kind.value}:{one.doubt.digest}", said(one.doubt))
            for one in raised
            if one.answer is None
        ]
