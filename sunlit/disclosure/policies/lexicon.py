"""Who may change the agency's lexicon, and which words can be looked for."""

from django.utils.translation import gettext_lazy as _

from sunlit.disclosure.models import LexiconEntry
from sunlit.disclosure.policies.stages import REVIEW, cited
from sunlit.disclosure.selectors.lexicon import Reach
from sunlit.kernel.refusals import NotPermitted, Refused, Unacceptable, WrongMoment
from sunlit.organization.models import Official, Role
from sunlit.organization.selectors import office_day
from sunlit.screening.own import WordFault, WordGroup

KEEPERS = (Role.SECRECY_REVIEWER, Role.ADMINISTRATOR)
FEW_TEXTS, MOST_OF_TEXTS = 10, 0.5
"""With at least so many public texts, a word that stands in this share of them tells nothing."""

FAULTS = {
    WordFault.EMPTY: (_("There is no word."), _("Write the word that is to be found.")),
    WordFault.SHORT: (
        _("A word of one sign would be found nearly everywhere."),
        _("Write at least two signs."),
    ),
    WordFault.NO_LETTER: (
        _("There is no letter and no Chinese sign in it: it would be found in many numbers."),
        _("Write it with the words that stand beside it."),
    ),
    WordFault.NO_NUMBER: (
        _("This is no telephone number."),
        _("Write three to fifteen digits; spaces, brackets and hyphens may part them."),
    ),
    WordFault.NO_PATTERN_HERE: (
        _("In this group “#” and “?” cannot stand for other signs."),
        _("Write the word itself, or choose a mark of secrecy or a forbidden word."),
    ),
    WordFault.LOOSE_PATTERN: (
        _("A pattern with fewer than two signs of its own would be found nearly everywhere."),
        _("Write at least two signs beside “#” and “?”."),
    ),
    WordFault.NO_BETTER: (
        _("A wrong word needs the right one."),
        _("Write what should stand in its place."),
    ),
    WordFault.BETTER_HERE: (
        _("In this group a word has no right one."),
        _("Leave the right word empty, or choose a wrong or a forbidden word."),
    ),
    WordFault.BETTER_HOLDS_IT: (
        _("The right word holds the wrong one: it would be found again."),
        _("Write the wrong word longer, or another right one."),
    ),
    WordFault.MARK_OF_SECRECY: (
        _("This is a mark of secrecy; it is found wherever it stands."),
        _("Where it may stand in one text, the secrecy reviewer says so there."),
    ),
    WordFault.NOTHING_IN_IT: (
        _("Nothing of the lexicons stands in it: it would change nothing."),
        _("Write the word that is found, or a longer one that holds it."),
    ),
    WordFault.KNOWN: (
        _("It stands in the lexicons already."),
        _("Nothing is to be done; search for it in the list."),
    ),
}
FAULTS_OF_BETTER = (WordFault.NO_BETTER, WordFault.BETTER_HERE, WordFault.BETTER_HOLDS_IT)
"""What is wrong with the right word, not with the word itself."""


def why_not_change_lexicon(by: Official, _record: object = None) -> Refused | None:
    """Say why this official may not change the agency's lexicon."""
    if by.has_role(*KEEPERS):
        return None
    return NotPermitted(
        _("Only a secrecy reviewer or an administrator may change the lexicon."),
        remedy=_("Give the word and the reason to the secrecy reviewer."),
        basis=cited(REVIEW, on=office_day()),
    )


def why_not_group(by: Official, group: WordGroup) -> Refused | None:
    """Say why this official may not add a word to a group: what silences is for one alone."""
    if group is not WordGroup.EXCEPT or by.has_role(Role.SECRECY_REVIEWER):
        return None
    return NotPermitted(
        _("Only a secrecy reviewer may say in which words nothing is found."),
        remedy=_("Ask the secrecy reviewer."),
        basis=cited(REVIEW, on=office_day()),
    )


def why_not_word(fault: WordFault | None) -> Refused | None:
    """Say why a word with this fault cannot be looked for."""
    if fault is None:
        return None
    reason, remedy = FAULTS[fault]
    return Unacceptable(reason, remedy=remedy)


def why_not_so_far(reach: Reach, group: WordGroup) -> Refused | None:
    """Say so where a word would be found in so many texts that it tells nothing."""
    if group in (WordGroup.EXCEPT, WordGroup.NUMBER) or reach.texts < FEW_TEXTS:
        return None
    if reach.found <= reach.texts * MOST_OF_TEXTS:
        return None
    return Unacceptable(
        _("It stands in %(found)s of %(texts)s public texts: what stands nearly everywhere tells "
          "nothing.")
        % {"found": reach.found, "texts": reach.texts},
        remedy=_("Write a longer word that stands only where it matters."),
    )  # fmt: skip


def why_not_retire_word(by: Official, entry: LexiconEntry) -> Refused | None:
    """Say why this official may not retire this word now."""
    if refusal := why_not_change_lexicon(by):
        return refusal
    if entry.retired_on:
        return WrongMoment(
            _("“%(word)s” was retired on %(day)s.") % {"word": entry.text, "day": entry.retired_on},
            remedy=_("Nothing is to be done; it can be added anew."),
        )
    return None
