"""Training (学习、交流、培训) and demonstration points (示范点)."""

from django.db import models
from django.db.models import F, Q, TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.organization.belonging import OfYear
from sunlit.organization.models import Office


class TrainingKind(TextChoices):
    """In which form something was learnt."""

    TRAINING = "training", pgettext_lazy("learning", "training")
    STUDY = "study", pgettext_lazy("learning", "study")
    EXCHANGE = "exchange", pgettext_lazy("learning", "exchange")


class Training(OfYear):
    """An occasion to learn what open government asks for."""

    code = models.CharField(_("code"), max_length=64)
    held_on = models.DateField(pgettext_lazy("training", "held on"))
    kind = models.CharField(_("kind"), max_length=16, choices=TrainingKind)
    title = models.CharField(_("title"), max_length=200)
    office = models.ForeignKey(
        Office, on_delete=models.PROTECT, related_name="+", verbose_name=_("organised by")
    )
    audience = models.CharField(_("for whom"), max_length=300)
    attended = models.PositiveIntegerField(pgettext_lazy("training", "attended"))
    hours = models.DecimalField(pgettext_lazy("training", "hours"), max_digits=6, decimal_places=1)
    content = models.CharField(_("content"), max_length=500)

    class Meta:
        ordering = ["held_on", "code"]
        verbose_name = _("training")
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "year", "code"], name="a_year_has_one_training_of_a_code"
            )
        ]


class DemonstrationPoint(OfYear):
    """A place that shows others how open government is done."""

    code = models.CharField(_("code"), max_length=64)
    kind = models.CharField(_("kind"), max_length=100)
    office = models.ForeignKey(
        Office, on_delete=models.PROTECT, related_name="+", verbose_name=_("office")
    )
    name = models.CharField(_("name"), max_length=200)
    applied_on = models.DateField(pgettext_lazy("demonstration point", "applied on"))
    accepted_on = models.DateField(
        pgettext_lazy("demonstration point", "accepted on"), null=True, blank=True
    )
    score = models.DecimalField(
        pgettext_lazy("demonstration point", "score"),
        max_digits=6,
        decimal_places=2,
        null=True,
        blank=True,
    )
    level = models.CharField(
        pgettext_lazy("demonstration point", "level"), max_length=100, blank=True
    )
    practice = models.CharField(_("what it shows"), max_length=500, blank=True)
    peer_visits = models.PositiveIntegerField(_("visits by others"), default=0)

    class Meta:
        ordering = ["code"]
        verbose_name = _("demonstration point")
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "year", "code"], name="a_year_has_one_point_of_a_code"
            ),
            models.CheckConstraint(
                name="a_point_is_accepted_after_it_applied",
                condition=Q(accepted_on=None) | Q(accepted_on__gte=F("applied_on")),
            ),
        ]
