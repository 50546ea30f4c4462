"""What is typed in for the words of an article."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sunlit.design.registers import DeskForm
from sunlit.organization.selectors import office_day
from sunlit.powers import selectors

LONGEST = 5000


class ArticleTextForm(DeskForm):
    """Which article, what it says, and where its words were taken from."""

    article = forms.ChoiceField(label=_("Article"))
    text = forms.CharField(
        label=_("Text of the article"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("In the words of the version that is named, whole and unchanged."),
    )
    source = forms.CharField(
        label=_("Source of the text"),
        max_length=300,
        help_text=_("Such as the gazette with its number, or the national database of laws."),
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Any
    ) -> None:
        super().__init__(data, record=record, by=by)
        bases = selectors.bases_on(record, office_day()).filter(until=None)
        choices = [(str(one.pk), str(one)) for one in bases]
        self.fields["article"].choices = choices  # type: ignore[attr-defined]
