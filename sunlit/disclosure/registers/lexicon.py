"""The register of the words that the agency has added to the lexicons."""

from collections.abc import Sequence

from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.design.columns import choice, day, quoted
from sunlit.design.registers import ActAtDesk, Column, Field, Filter, Label, Register, register
from sunlit.disclosure import forms, policies, selectors, services
from sunlit.disclosure.models import LexiconEntry, WordGroup
from sunlit.organization.models import Official, Role


def _meaning(one: LexiconEntry) -> str:
    group = capfirst(one.get_group_display())
    return f"{group} → {one.better}" if one.better else group


def _state(one: LexiconEntry) -> tuple[str, Label]:
    return ("neutral", _("retired")) if one.retired_on else ("in_time", _("looked for"))


def _reach(one: LexiconEntry) -> Sequence[object]:
    return [forms.told_reach(selectors.reach_of(one.agency, one.own_word))]


def _groups(_by: Official) -> Sequence[tuple[str, Label]]:
    return WordGroup.choices


register(
    Register(
        name="lexicon-entries",
        label=_("Own words of the lexicon"),
        intro=_(
            "What the agency looks for, or lets stand, beside the lexicons that ship. When a word "
            "is added or retired, all that is public is screened again; what is found waits for "
            "the secrecy reviewer."
        ),
        model=LexiconEntry,
        roles=frozenset({Role.CLERK, Role.SECTION_HEAD, Role.SECRECY_REVIEWER}),
        records=lambda by: selectors.entries(by.agency),
        number=Field("text"),
        title=_meaning,
        columns=(
            day("since", _("Since")),
            Column(label=_("State"), value=_state, kind="state"),
        ),
        facts=(
            quoted("text", _("Word or pattern")),
            choice("group", pgettext_lazy("lexicon", "Group")),
            quoted("better", _("Right word")),
            quoted("reason", _("Reason")),
            day("since", _("Since")),
            quoted("post", _("Added by")),
            day("retired_on", _("Retired on")),
            quoted("retired_reason", _("Why it was retired")),
            Column(label=_("State"), value=_state, kind="state"),
        ),
        filters=(
            Filter(
                name="group",
                label=pgettext_lazy("lexicon", "Group"),
                lookup="group",
                choices=_groups,
            ),
        ),
        searched=("text", "better", "reason"),
        acts=(
            ActAtDesk(
                name="retire",
                label=_("Retire the word"),
                basis=policies.REVIEW,
                do=services.retire_word,
                form=forms.RetireWordForm,
                why_not=policies.why_not_retire_word,
                done=_("The word is looked for no more."),
            ),
        ),
        opening=(
            ActAtDesk(
                name="add",
                label=_("Add a word"),
                basis=policies.REVIEW,
                do=services.add_word,
                form=forms.AddWordForm,
                why_not=policies.why_not_change_lexicon,
                done=_("The word is looked for; all that is public is screened again."),
                tells=_reach,
            ),
        ),
    )
)
