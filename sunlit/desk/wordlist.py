"""All words that the screening looks for: those that ship and the agency's own, in one list."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django import forms
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.design.faces import quoted
from sunlit.design.pieces import Cell, Column
from sunlit.disclosure.models import WordGroup
from sunlit.disclosure.selectors import entries
from sunlit.organization.models import Official
from sunlit.screening.lexicons import lexicon, shipped_words
from sunlit.screening.own import WordGroup as Group
from sunlit.screening.own import group_of

OWN = "lexicon-entries"
SHIPPED, OF_AGENCY = "shipped", "own"

COLUMNS = (
    Column(pgettext_lazy("lexicon", "Word"), short=True),
    _("What finding it means"),
    _("Right word"),
    _("Where it comes from"),
    _("State"),
)
SOURCE_COLUMNS = (
    Column(_("File"), short=True),
    Column(_("Version"), short=True),
    _("Source"),
    _("How sure it is"),
)
CONFIDENCE = {"memory": _("from memory, to be compared"), "checked": _("compared with the text")}


class WordsForm(forms.Form):
    """What narrows the list down."""

    q = forms.CharField(label=_("Words"), required=False, max_length=40)
    group = forms.ChoiceField(
        label=_("What finding it means"),
        required=False,
        choices=[("", _("all")), *WordGroup.choices],
    )
    origin = forms.ChoiceField(
        label=_("Where it comes from"),
        required=False,
        choices=[
            ("", _("all")),
            (SHIPPED, _("shipped with the program")),
            (OF_AGENCY, _("added by the agency")),
        ],
    )

    def asked(self) -> Mapping[str, str]:
        """Return what was asked for; what was asked for wrongly narrows nothing."""
        if not self.is_bound:
            return {}
        self.full_clean()
        return self.cleaned_data


@dataclass(frozen=True, slots=True)
class _Listed:
    """A line of the list, before it is drawn."""

    group: Group
    text: str
    better: str
    origin: str
    note: object
    url: str = ""
    is_retired: bool = False
    is_let_stand: bool = False


def words(by: Official, asked: Mapping[str, str], *, may_open: bool) -> list[list[object]]:
    """Return a row for each word, the agency's own first; retired ones stand there as such."""
    return [_row(one) for one in _listed(by, may_open=may_open) if _is_asked_for(one, asked)]


def sources() -> list[list[object]]:
    """Return a row for each shipped file: its version, its source, and how sure that is."""
    return [
        [f"{name}.yaml", one["version"], quoted(one["source"]), CONFIDENCE[one["confidence"]]]
        for name, one in lexicon().sources.items()
    ]


def _listed(by: Official, *, may_open: bool) -> Iterator[_Listed]:
    own = list(entries(by.agency))
    for entry in own:
        yield _Listed(
            Group(entry.group),
            entry.text,
            entry.better,
            OF_AGENCY,
            entry.since,
            reverse("desk:record", args=[OWN, entry.pk]) if may_open else "",
            is_retired=entry.retired_on is not None,
        )
    let_stand = {one.text for one in own if one.group == Group.EXCEPT and not one.retired_on}
    for one in shipped_words():
        group = group_of(one.word) if one.word else Group.NUMBER
        if group is not None:
            better = one.word.better if one.word else ""
            is_out = one.text in let_stand
            yield _Listed(group, one.text, better, SHIPPED, f"{one.file}.yaml", is_let_stand=is_out)


def _is_asked_for(one: _Listed, asked: Mapping[str, str]) -> bool:
    if asked.get("q", "") not in one.text and asked.get("q", "") not in one.better:
        return False
    return asked.get("group") in ("", None, one.group.value) and (
        asked.get("origin") in ("", None, one.origin)
    )


def _row(one: _Listed) -> list[object]:
    label = _("shipped with the program") if one.origin == SHIPPED else _("added by the agency")
    state, word = "in_time", _("looked for")
    if one.is_retired:
        state, word = "neutral", _("retired")
    elif one.is_let_stand:
        state, word = "neutral", _("let stand by the agency")
    elif one.group in (Group.EXCEPT, Group.NUMBER):
        state, word = "neutral", _("may stand")
    return [
        Cell(quoted(one.text), url=one.url),
        capfirst(WordGroup(one.group.value).label),
        quoted(one.better) if one.better else "",
        Cell(capfirst(label), note=one.note),
        Cell(word, state=state),
    ]
