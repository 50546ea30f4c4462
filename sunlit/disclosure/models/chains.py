"""The chain of steps (审核流程) that drafts pass, and the steps beside the usual ones."""

from collections.abc import Sequence

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from sunlit.disclosure.models.catalogue import Category
from sunlit.disclosure.models.reviews import SecrecyReview
from sunlit.disclosure.rules import ChainStep
from sunlit.organization.belonging import OfAgency
from sunlit.organization.models import Role


class ReviewChain(OfAgency):
    """The steps that a draft of a category passes, from a day on until a later chain is set."""

    category = models.ForeignKey(
        Category,
        on_delete=models.PROTECT,
        related_name="chains",
        null=True,
        blank=True,
        verbose_name=_("category"),
    )
    """Empty: for every category that has no chain of its own."""
    since = models.DateField(_("since"))
    steps = models.JSONField(_("steps"))
    document = models.CharField(_("document that says so"), max_length=200)

    class Meta:
        ordering = ["category", "-since"]
        verbose_name = _("chain of review")
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "category", "since"],
                name="a_category_has_one_chain_since_a_day",
            ),
            models.UniqueConstraint(
                fields=["agency", "since"],
                condition=Q(category=None),
                name="an_agency_has_one_chain_for_the_rest_since_a_day",
            ),
        ]

    @property
    def chain(self) -> Sequence[ChainStep]:
        """The steps, as the rules take them."""
        return tuple(ChainStep.from_kept(step) for step in self.steps)


class Countersignature(models.Model):
    """A step beside the usual ones (会签) that an official took in a review."""

    review = models.ForeignKey(
        SecrecyReview,
        on_delete=models.PROTECT,
        related_name="countersignatures",
        verbose_name=_("secrecy review"),
    )
    position = models.PositiveIntegerField(_("position"))
    title = models.CharField(_("step"), max_length=60)
    role = models.CharField(_("role"), max_length=32, choices=Role)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    post = models.CharField(_("countersigned by"), max_length=200)
    signed_on = models.DateField(_("countersigned on"))

    class Meta:
        ordering = ["review", "position"]
        verbose_name = _("countersignature")
        constraints = [
            models.UniqueConstraint(
                fields=["review", "position"], name="a_step_of_a_review_is_signed_once"
            ),
            models.UniqueConstraint(
                fields=["review", "by"], name="no_official_countersigns_a_review_twice"
            ),
        ]
