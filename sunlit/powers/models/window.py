"""The agency's window in the government service centre (政务服务中心窗口)."""

from django.db import models
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.organization.belonging import OfAgency
from sunlit.powers.models.guides import Guided


class ServiceWindow(OfAgency):
    """The one-stop window, with its chief representative (首席代表)."""

    name = models.CharField(_("name"), max_length=200)
    opened_on = models.DateField(pgettext_lazy("service window", "opened on"))
    address = models.CharField(_("address"), max_length=300, blank=True)
    phone = models.CharField(_("phone"), max_length=32, blank=True)
    staff = models.PositiveIntegerField(_("staff"))
    chief_post = models.CharField(_("chief representative"), max_length=100)
    chief_authorised_on = models.DateField(_("authorised on"))
    chief_document = models.CharField(_("authorised by"), max_length=300)
    chief_powers = models.JSONField(_("authorised to"), default=list, blank=True)

    class Meta:
        ordering = ["opened_on"]
        verbose_name = _("service window")
        constraints = [
            models.UniqueConstraint(fields=["agency", "name"], name="a_window_has_its_own_name")
        ]


class WindowMilestone(models.Model):
    """One of the two centralisations, or of the three things in place (两集中三到位)."""

    class Kind(TextChoices):
        """Which of the two lists it stands in."""

        CENTRALISATION = "centralisation", _("centralisation")
        IN_PLACE = "in_place", _("in place")

    window = models.ForeignKey(ServiceWindow, on_delete=models.PROTECT, related_name="milestones")
    kind = models.CharField(_("kind"), max_length=16, choices=Kind)
    name = models.CharField(_("name"), max_length=200)
    done_on = models.DateField(_("done on"))
    evidence = models.CharField(_("evidence"), max_length=300)

    class Meta:
        ordering = ["done_on", "id"]
        verbose_name = _("milestone of the window")
        constraints = [
            models.UniqueConstraint(
                fields=["window", "kind", "name"], name="a_window_reaches_a_milestone_once"
            )
        ]


class ConvenienceService(Guided, OfAgency):
    """A service for convenience (便民服务项目); not a power."""

    code = models.CharField(_("code"), max_length=16)
    name = models.CharField(_("name"), max_length=200)
    days = models.CharField(_("time needed"), max_length=100)
    in_window = models.BooleanField(_("at the service window"))
    fee = models.CharField(_("fee"), max_length=200, blank=True)
    items = models.ManyToManyField("disclosure.Item", related_name="services", blank=True)

    class Meta:
        ordering = ["code"]
        verbose_name = _("convenience service")
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "code"], name="an_agency_has_one_service_of_a_code"
            )
        ]
