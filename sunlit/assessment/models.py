"""The records of the assessment: what each office scored, and the statistical ledgers."""

from django.db import models
from django.db.models import F, Q, TextChoices
from django.utils.translation import gettext_lazy as _

from sunlit.organization.belonging import OfAgency, OfYear
from sunlit.organization.models import Office

SCORE_DIGITS, SCORE_PLACES = 5, 2


class Period(TextChoices):
    """Which part of the year was assessed."""

    HALF_YEAR = "half_year", _("first half of the year")
    FULL_YEAR = "full_year", _("whole year")


class Result(OfYear):
    """What one office scored for a period (考评结果), and what that brings to its targets."""

    office = models.ForeignKey(
        Office, on_delete=models.PROTECT, related_name="results", verbose_name=_("office")
    )
    period = models.CharField(_("period"), max_length=16, choices=Period)
    assessed_on = models.DateField(_("assessed on"))
    openness = models.DecimalField(
        _("open government"), max_digits=SCORE_DIGITS, decimal_places=SCORE_PLACES
    )
    integrity = models.DecimalField(
        _("integrity"), max_digits=SCORE_DIGITS, decimal_places=SCORE_PLACES
    )
    conduct = models.DecimalField(
        _("conduct"), max_digits=SCORE_DIGITS, decimal_places=SCORE_PLACES
    )
    efficiency = models.DecimalField(
        _("efficiency"), max_digits=SCORE_DIGITS, decimal_places=SCORE_PLACES
    )
    composite = models.DecimalField(
        _("composite score"), max_digits=SCORE_DIGITS, decimal_places=SCORE_PLACES
    )
    rank = models.PositiveIntegerField(_("rank"))
    counted_in_post_target = models.BooleanField(_("counted in the post's targets"))
    post_target_points = models.DecimalField(
        _("points for the post's targets"),
        max_digits=SCORE_DIGITS,
        decimal_places=SCORE_PLACES,
        null=True,
        blank=True,
    )
    published_on = models.DateField(_("published on"), null=True, blank=True)

    class Meta:
        ordering = ["-year", "period", "rank", "office"]
        verbose_name = _("result of an assessment")
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "year", "period", "office"],
                name="an_office_has_one_result_for_a_period",
            ),
            models.CheckConstraint(
                name="a_result_that_counts_has_its_points",
                condition=Q(counted_in_post_target=False) | Q(post_target_points__isnull=False),
            ),
            models.CheckConstraint(
                name="a_result_is_published_once_it_is_assessed",
                condition=Q(published_on=None) | Q(published_on__gte=F("assessed_on")),
            ),
        ]


class StatisticalLedger(OfAgency):
    """A statistical ledger (统计台账): a name, and the register that it counts."""

    code = models.CharField(_("code"), max_length=64)
    name = models.CharField(_("name"), max_length=200)
    office = models.ForeignKey(
        Office,
        on_delete=models.PROTECT,
        related_name="statistical_ledgers",
        verbose_name=_("office"),
    )
    source_file = models.CharField(_("register that it counts"), max_length=200)
    records = models.PositiveIntegerField(_("records stated"))
    records_found = models.PositiveIntegerField(
        _("records found in the register"),
        null=True,
        blank=True,
        help_text=_("Empty: the register was not at hand to be counted."),
    )
    opened_on = models.DateField(_("kept since"))
    basis = models.CharField(_("rule that it follows"), max_length=500)
    checked_quarterly = models.BooleanField(_("checked each quarter"))

    class Meta:
        ordering = ["code"]
        verbose_name = _("statistical ledger")
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "code"], name="an_agency_has_one_ledger_of_a_code"
            )
        ]
