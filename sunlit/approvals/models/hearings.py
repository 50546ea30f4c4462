"""Who is heard before a licence is decided: interested parties, and a hearing."""

from django.db import models
from django.db.models import F, Q, TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.approvals.models.licences import LicenceCase


class InterestedParty(models.Model):
    """Somebody whose major interests a licence touches, and what they said (art. 36)."""

    case = models.ForeignKey(
        LicenceCase, on_delete=models.PROTECT, related_name="interested_parties"
    )
    name = models.CharField(_("interested party"), max_length=200)
    told_on = models.DateField(_("told on"))
    heard_on = models.DateField(_("heard on"), null=True, blank=True)
    opinion = models.TextField(_("statement"), blank=True)

    class Meta:
        ordering = ["told_on", "id"]
        verbose_name = _("interested party")
        constraints = [
            models.CheckConstraint(
                name="an_interested_party_is_told_before_it_is_heard",
                condition=Q(heard_on=None) | Q(heard_on__gte=F("told_on")),
            ),
        ]


class LicenceHearing(models.Model):
    """A hearing in a licence case: the right told, asked for, called, held (arts 46-48)."""

    class AskedBy(TextChoices):
        """At whose wish it is held."""

        NOBODY = "", _("nobody yet")
        APPLICANT = "applicant", _("the applicant")
        PARTY = "party", _("an interested party")
        AGENCY = "agency", _("the agency itself: a major matter of the public interest")

    case = models.OneToOneField(LicenceCase, on_delete=models.PROTECT, related_name="hearing")
    told_on = models.DateField(_("right to a hearing told on"))
    asked_by = models.CharField(
        _("asked for by"), max_length=16, choices=AskedBy, blank=True, default=AskedBy.NOBODY
    )
    asked_on = models.DateField(_("asked for on"), null=True, blank=True)
    called_on = models.DateField(_("notice given on"), null=True, blank=True)
    planned_on = models.DateField(_("to be held on"), null=True, blank=True)
    place = models.CharField(pgettext_lazy("hearing", "place"), max_length=200, blank=True)
    presided_by = models.CharField(_("presided over by"), max_length=200, blank=True)
    held_on = models.DateField(pgettext_lazy("hearing", "held on"), null=True, blank=True)
    record = models.TextField(_("record of the hearing"), blank=True)

    class Meta:
        ordering = ["told_on", "id"]
        verbose_name = _("hearing in a licence case")
        constraints = [
            models.CheckConstraint(
                name="a_hearing_is_called_with_its_day",
                condition=Q(called_on=None, planned_on=None)
                | Q(called_on__isnull=False, planned_on__isnull=False, asked_on__isnull=False),
            ),
            models.CheckConstraint(
                name="only_a_called_hearing_is_held",
                condition=Q(held_on=None) | Q(held_on__gte=F("planned_on")),
            ),
        ]


class SiteCheck(models.Model):
    """A check of the facts on the spot, by two officials or more (art. 34)."""

    case = models.OneToOneField(LicenceCase, on_delete=models.PROTECT, related_name="site_check")
    checked_on = models.DateField(_("checked on"))
    staff = models.JSONField(_("posts of those who checked"), default=list)
    finding = models.TextField(_("finding"), blank=True)

    class Meta:
        ordering = ["checked_on", "id"]
        verbose_name = _("check on the spot")
