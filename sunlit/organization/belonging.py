"""What records have in common that belong to an agency, or to one year of an agency."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

FIRST_YEAR, LAST_YEAR = 1949, 2999


class OfAgency(models.Model):
    """A record that belongs to one agency. Standing registers are keyed by agency and code."""

    agency = models.ForeignKey(
        "organization.Agency",
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("agency"),
    )

    class Meta:
        abstract = True


class OfYear(OfAgency):
    """A record that belongs to one year of an agency. Keyed by agency, year and code."""

    year = models.PositiveSmallIntegerField(
        _("year"), validators=[MinValueValidator(FIRST_YEAR), MaxValueValidator(LAST_YEAR)]
    )

    class Meta:
        abstract = True
