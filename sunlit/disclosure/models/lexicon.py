"""The words that an agency looks for, or lets stand, beside the lexicons that ship (词库条目)."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q, TextChoices
from django.utils.translation import gettext_lazy as _

from sunlit.organization.belonging import OfAgency
from sunlit.screening.own import OwnWord
from sunlit.screening.own import WordGroup as Group


class WordGroup(TextChoices):
    """What it means that a word is found."""

    SECRECY = Group.SECRECY.value, _("mark of secrecy, wherever it stands")
    SECRECY_ALONE = Group.SECRECY_ALONE.value, _("mark of secrecy where it stands alone")
    FORBIDDEN = Group.FORBIDDEN.value, _("forbidden word")
    WRONG = Group.WRONG.value, _("wrong word")
    HEALTH = Group.HEALTH.value, _("illness of a person")
    NUMBER = Group.NUMBER.value, _("public telephone, no leak")
    EXCEPT = Group.EXCEPT.value, _("may stand: nothing is found in it")


class LexiconEntry(OfAgency):
    """A word of the agency's own (词库条目), from the day it is added until it is retired."""

    group = models.CharField(_("group"), max_length=16, choices=WordGroup)
    text = models.CharField(_("word or pattern"), max_length=40)
    better = models.CharField(_("right word"), max_length=40, blank=True)
    since = models.DateField(_("since"))
    reason = models.CharField(_("reason"), max_length=500)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    post = models.CharField(_("added by"), max_length=200)
    retired_on = models.DateField(_("retired on"), null=True, blank=True)
    retired_reason = models.CharField(_("why it was retired"), max_length=500, blank=True)

    class Meta:
        ordering = ["group", "text", "-since"]
        verbose_name = _("entry of the lexicon")
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "text"],
                condition=Q(retired_on=None),
                name="a_word_stands_in_the_own_lexicon_once_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(retired_on=None, retired_reason="")
                | Q(retired_on__isnull=False) & ~Q(retired_reason=""),
                name="a_word_is_retired_if_and_only_if_there_is_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(retired_on=None) | Q(retired_on__gte=F("since")),
                name="a_word_is_retired_after_it_was_added",
            ),
            models.CheckConstraint(
                condition=~Q(text="") & ~Q(reason=""), name="a_word_is_added_for_a_reason"
            ),
        ]

    @property
    def own_word(self) -> OwnWord:
        """The word, as the screening takes it."""
        return OwnWord(Group(self.group), self.text, self.better)
