"""Supervisors of conduct (政风行风监督员), known by number and label."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.organization.belonging import OfAgency, OfYear
from sunlit.organization.models import Zone


class Supervisor(OfAgency):
    """Somebody from outside who is appointed to watch the agency, for a term.

    A number is given again in a later term, so an appointment is known by number and day.
    """

    code = models.CharField(_("number"), max_length=64)
    label = models.CharField(_("label"), max_length=100)
    sector = models.CharField(_("sector"), max_length=100)
    zone = models.ForeignKey(
        Zone, on_delete=models.PROTECT, related_name="+", verbose_name=_("zone")
    )
    appointed_on = models.DateField(pgettext_lazy("supervisor", "appointed on"))
    term = models.CharField(_("term"), max_length=64)
    term_ends_on = models.DateField(_("term ends on"))
    certificate = models.CharField(_("certificate number"), max_length=100)
    left_on = models.DateField(_("left on"), null=True, blank=True)

    class Meta:
        ordering = ["code", "appointed_on"]
        verbose_name = _("supervisor")
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "code", "appointed_on"],
                name="a_number_is_given_to_one_supervisor_on_a_day",
            ),
            models.CheckConstraint(
                name="a_supervisor_is_appointed_before_the_term_ends",
                condition=Q(term_ends_on__gte=F("appointed_on")),
            ),
        ]

    @property
    def appointment(self) -> str:
        """What tells this appointment from all others: the number and the day."""
        return f"{self.code}/{self.appointed_on}"


class SupervisorYear(OfYear):
    """How often a supervisor joined inspections in one year."""

    supervisor = models.ForeignKey(
        Supervisor, on_delete=models.PROTECT, related_name="years", verbose_name=_("supervisor")
    )
    inspections_joined = models.PositiveIntegerField(_("inspections joined"))

    class Meta:
        ordering = ["year", "supervisor"]
        verbose_name = _("year of a supervisor")
        constraints = [
            models.UniqueConstraint(
                fields=["supervisor", "year"], name="a_supervisor_has_a_year_once"
            )
        ]
