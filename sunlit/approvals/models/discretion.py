"""The published standard of discretion: which fine for which circumstances."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from sunlit.organization.belonging import OfAgency
from sunlit.powers.models import Power


class DiscretionBenchmark(OfAgency):
    """A grade of the standard of discretion of a power, with its range of fines (裁量基准)."""

    power = models.ForeignKey(
        Power, on_delete=models.PROTECT, related_name="benchmarks", verbose_name=_("power")
    )
    grade = models.CharField(_("grade of discretion"), max_length=32)
    circumstances = models.TextField(_("circumstances"))
    fine_from = models.DecimalField(_("fine from, in yuan"), max_digits=12, decimal_places=2)
    fine_to = models.DecimalField(_("fine to, in yuan"), max_digits=12, decimal_places=2)
    basis = models.CharField(_("document that sets it"), max_length=300)
    in_force_from = models.DateField(_("in force from"))
    in_force_until = models.DateField(_("in force until"), null=True, blank=True)

    class Meta:
        ordering = ["power", "fine_from", "id"]
        verbose_name = _("benchmark of discretion")
        constraints = [
            models.UniqueConstraint(
                fields=["power", "grade", "in_force_from"], name="a_power_has_a_grade_once_a_day"
            ),
            models.CheckConstraint(
                name="a_range_of_fines_goes_up",
                condition=Q(fine_from__gte=0, fine_from__lte=F("fine_to")),
            ),
            models.CheckConstraint(
                name="a_benchmark_ends_after_it_begins",
                condition=Q(in_force_until=None) | Q(in_force_from__lte=F("in_force_until")),
            ),
        ]
