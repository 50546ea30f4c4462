"""Boards (公开栏) and what was posted on them."""

from datetime import date

from django.db import models
from django.db.models import F, Q, TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.disclosure.models import Item
from sunlit.organization.belonging import OfAgency, OfYear
from sunlit.organization.models import Office


class Board(OfAgency):
    """A board: the office building's, or that of one office out in the city."""

    name = models.CharField(_("name"), max_length=100)
    office = models.ForeignKey(
        Office,
        on_delete=models.PROTECT,
        related_name="boards",
        null=True,
        blank=True,
        verbose_name=_("office"),
        help_text=_("Empty: the board of the office building."),
    )

    class Meta:
        ordering = ["id"]
        verbose_name = _("board")
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "name"],
                condition=Q(office=None),
                name="the_office_building_has_one_board_of_a_name",
            ),
            models.UniqueConstraint(
                fields=["office", "name"],
                condition=~Q(office=None),
                name="an_office_has_one_board_of_a_name",
            ),
        ]


class PostingKind(TextChoices):
    """What a posting is about."""

    PARTY = "party", pgettext_lazy("posting", "party affairs")
    GOVERNMENT = "government", pgettext_lazy("posting", "government affairs")
    PROMISE = "promise", pgettext_lazy("posting", "promise")
    WORK = "work", pgettext_lazy("posting", "work")


OFFICE_KINDS = (PostingKind.PARTY, PostingKind.GOVERNMENT)
"""What is posted on the office building's board."""
BRIGADE_KINDS = (PostingKind.PROMISE, PostingKind.WORK)
"""What is posted on a brigade's board."""


class Posting(OfYear):
    """A paper that hung, or hangs, on a board."""

    code = models.CharField(_("code"), max_length=64)
    board = models.ForeignKey(
        Board, on_delete=models.PROTECT, related_name="postings", verbose_name=_("board")
    )
    kind = models.CharField(_("kind"), max_length=16, choices=PostingKind)
    title = models.CharField(_("title"), max_length=300)
    office = models.ForeignKey(
        Office, on_delete=models.PROTECT, related_name="+", verbose_name=_("office")
    )
    summary = models.TextField(_("summary"), blank=True)
    item = models.ForeignKey(
        Item,
        on_delete=models.PROTECT,
        related_name="postings",
        null=True,
        blank=True,
        verbose_name=_("published item"),
    )
    posted_on = models.DateField(_("posted on"))
    removed_on = models.DateField(_("taken down on"), null=True, blank=True)
    post = models.CharField(_("posted by"), max_length=200)
    photo_number = models.CharField(_("photo number"), max_length=100, blank=True)

    class Meta:
        ordering = ["posted_on", "code"]
        verbose_name = _("posting")
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "year", "code"], name="a_year_has_one_posting_of_a_code"
            ),
            models.CheckConstraint(
                name="a_posting_is_posted_before_it_is_taken_down",
                condition=Q(removed_on=None) | Q(removed_on__gte=F("posted_on")),
            ),
        ]

    def take_down(self, *, on: date) -> None:
        """Hang no longer."""
        self.removed_on = on
