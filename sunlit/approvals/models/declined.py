"""Applications that were not accepted, and why (Licensing Law, art. 32 (1)(1)-(2))."""

from django.db import models
from django.db.models import Q, TextChoices
from django.utils.translation import gettext_lazy as _

from sunlit.approvals.models.licences import LicenceCase


class NonAcceptance(models.Model):
    """Why an application was not accepted (不予受理), and which agency is the right one."""

    class Ground(TextChoices):
        """The two grounds of the law."""

        NOT_NEEDED = "not_needed", _("no licence is needed for this")
        NOT_COMPETENT = "not_competent", _("another agency is competent")

    case = models.OneToOneField(
        LicenceCase, on_delete=models.PROTECT, related_name="non_acceptance"
    )
    ground = models.CharField(_("ground"), max_length=16, choices=Ground)
    competent_agency = models.CharField(_("competent agency"), max_length=200, blank=True)
    reason = models.TextField(_("reason"))

    class Meta:
        ordering = ["id"]
        verbose_name = _("application not accepted")
        constraints = [
            models.CheckConstraint(
                name="the_right_agency_is_named_if_another_is_competent",
                condition=Q(ground="not_needed", competent_agency="")
                | (Q(ground="not_competent") & ~Q(competent_agency="")),
            )
        ]
