"""What is typed in to add a word to the agency's lexicon, and to retire one."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy

from sunlit.design.registers import DeskForm
from sunlit.disclosure import policies, selectors
from sunlit.disclosure.forms.fields import PARAGRAPH
from sunlit.disclosure.models import WordGroup
from sunlit.kernel.refusals import Refused
from sunlit.organization.models import Official
from sunlit.screening.own import OwnWord, fault_of
from sunlit.screening.own import WordGroup as Group


class AddWordForm(DeskForm):
    """A word, what it means, and why; it is tried on what is public before it is stored."""

    group = forms.ChoiceField(label=pgettext_lazy("lexicon", "Group"), choices=WordGroup.choices)
    text = forms.CharField(
        label=_("Word or pattern"),
        max_length=40,
        help_text=_(
            "In a mark of secrecy or a forbidden word “#” stands for one digit and “?” for any "
            "sign, such as: No. ## of 20##."
        ),
    )
    better = forms.CharField(
        label=_("Right word"),
        max_length=40,
        required=False,
        help_text=_("What should stand in place of a wrong or a forbidden word."),
    )
    reason = forms.CharField(label=_("Reason"), max_length=500, widget=PARAGRAPH)
    confirmed = forms.BooleanField(label=_("Store it all the same"), required=False)

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        if data is None:  # nothing has been tried yet
            del self.fields["confirmed"]

    def clean(self) -> dict[str, Any]:
        """Try the word: say beside it what is wrong, or in how many public texts it stands."""
        typed = super().clean() or self.cleaned_data
        is_confirmed = typed.pop("confirmed", False)
        if not {"group", "text"} <= typed.keys():
            return typed
        word = OwnWord(Group(typed["group"]), typed["text"], typed.get("better", ""))
        fault = fault_of(word, selectors.lexicon_of(self.by.agency))
        reach = selectors.reach_of(self.by.agency, word)
        if refusal := policies.why_not_group(self.by, word.group):
            self._say("group", refusal)
        elif refusal := policies.why_not_word(fault):
            self._say("better" if fault in policies.FAULTS_OF_BETTER else "text", refusal)
        elif refusal := policies.why_not_so_far(reach, word.group):
            self._say("text", refusal)
        elif reach.found and not is_confirmed:
            self.fields["confirmed"].required = True
            self.add_error("confirmed", told_reach(reach))
        return typed

    def _say(self, field: str, refusal: Refused) -> None:
        self.add_error(field, f"{refusal.reason} {refusal.remedy}")


class RetireWordForm(DeskForm):
    """Why a word is looked for no more."""

    reason = forms.CharField(label=_("Reason"), max_length=500, widget=PARAGRAPH)


def told_reach(reach: selectors.Reach) -> str:
    """Say in how many public texts a word stands, with some of them."""
    if not reach.found:
        words = ngettext(
            "It stands in none of the public texts (there is %(texts)s).",
            "It stands in none of the %(texts)s public texts.",
            reach.texts,
        )
        return words % {"texts": reach.texts}
    titles = _now(", ").join(f"“{title}”" for title in reach.titles)
    words = ngettext(
        "It stands in %(found)s of %(texts)s public texts: %(titles)s.",
        "It stands in %(found)s of %(texts)s public texts, such as %(titles)s.",
        reach.found,
    )
    return words % {"found": reach.found, "texts": reach.texts, "titles": titles}
