"""The limits that an agency sets for itself: promises, and what the law leaves to it."""

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from sunlit.kernel.limits import Unit
from sunlit.organization.belonging import OfAgency


class PromisedLimit(OfAgency):
    """An agency's own limit (承诺时限) for what a rule governs, from a day on until a later one."""

    rule = models.CharField(_("rule"), max_length=64)
    amount = models.PositiveSmallIntegerField(_("amount"), validators=[MinValueValidator(1)])
    unit = models.CharField(_("unit"), max_length=16)
    since = models.DateField(_("since"))
    document = models.CharField(_("document that says so"), max_length=200)

    class Meta:
        ordering = ["rule", "since"]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "rule", "since"],
                name="an_agency_has_one_limit_of_its_own_for_a_rule_since_a_day",
            ),
            models.CheckConstraint(
                condition=models.Q(amount__gte=1), name="a_promised_limit_is_at_least_one"
            ),
        ]

    @property
    def counted_in(self) -> Unit:
        """Return what the limit counts."""
        return Unit(self.unit)


class WarningLimit(OfAgency):
    """When an agency is warned of the end of limits (预警时限), from a day on until a later one."""

    days = models.PositiveSmallIntegerField(_("days before the end"))
    share = models.PositiveSmallIntegerField(_("share used, in percent"))
    since = models.DateField(_("since"))
    document = models.CharField(_("document that says so"), max_length=200)

    class Meta:
        ordering = ["since"]
        verbose_name = _("limits of warning")
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "since"],
                name="an_agency_has_one_pair_of_limits_of_warning_since_a_day",
            ),
            models.CheckConstraint(
                condition=models.Q(share__gte=1, share__lte=100), name="a_share_is_a_percentage"
            ),
        ]
