"""What is shown in the streets: signs in alleys (街巷公示牌), campaign events (宣传活动)."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.organization.belonging import OfAgency, OfYear
from sunlit.organization.models import Office, Subdistrict, Zone


class StreetSign(OfAgency):
    """A sign in an alley that says which office answers here, and whom to call."""

    code = models.CharField(_("code"), max_length=64)
    subdistrict = models.ForeignKey(
        Subdistrict, on_delete=models.PROTECT, related_name="+", verbose_name=_("subdistrict")
    )
    zone = models.ForeignKey(
        Zone, on_delete=models.PROTECT, related_name="+", verbose_name=_("zone")
    )
    alley = models.CharField(_("alley"), max_length=200)
    complaint_phone = models.CharField(_("complaint phone"), max_length=32, blank=True)
    office = models.ForeignKey(
        Office,
        on_delete=models.PROTECT,
        related_name="street_signs",
        null=True,
        blank=True,
        verbose_name=_("responsible office"),
    )
    office_phone = models.CharField(_("phone of the responsible office"), max_length=32, blank=True)
    cleaned_by = models.CharField(_("cleaned by"), max_length=100, blank=True)
    size = models.CharField(_("size"), max_length=64, blank=True)
    site_announced_on = models.DateField(_("site announced on"), null=True, blank=True)
    installed_on = models.DateField(_("installed on"))
    checked_on = models.DateField(_("last inspected on"), null=True, blank=True)
    condition = models.CharField(
        pgettext_lazy("street sign", "condition"), max_length=200, blank=True
    )
    removed_on = models.DateField(_("removed on"), null=True, blank=True)

    class Meta:
        ordering = ["code"]
        verbose_name = _("street sign")
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "code"], name="an_agency_has_one_sign_of_a_code"
            ),
            models.CheckConstraint(
                name="a_sign_is_installed_after_its_site_is_announced",
                condition=Q(site_announced_on=None) | Q(installed_on__gte=F("site_announced_on")),
            ),
            models.CheckConstraint(
                name="a_sign_is_installed_before_it_is_inspected",
                condition=Q(checked_on=None) | Q(checked_on__gte=F("installed_on")),
            ),
            models.CheckConstraint(
                name="a_sign_has_a_condition_only_when_inspected",
                condition=Q(condition="") | Q(checked_on__isnull=False),
            ),
        ]

    def note_condition(self, condition: str, *, on: date) -> None:
        """Have been found in this condition on a day."""
        self.condition, self.checked_on = condition, on


class CampaignEvent(OfYear):
    """A large event at which the agency shows what it does: arches, banners, leaflets."""

    code = models.CharField(_("code"), max_length=64)
    name = models.CharField(_("name"), max_length=200)
    venue = models.CharField(_("venue"), max_length=200)
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"))
    arches = models.PositiveIntegerField(_("arches"))
    banners = models.PositiveIntegerField(_("banners"))
    leaflets = models.PositiveIntegerField(_("leaflets"))
    office = models.ForeignKey(
        Office, on_delete=models.PROTECT, related_name="+", verbose_name=_("office")
    )
    note = models.CharField(_("note"), max_length=500, blank=True)

    class Meta:
        ordering = ["starts_on", "code"]
        verbose_name = _("campaign event")
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "year", "code"], name="a_year_has_one_campaign_event_of_a_code"
            ),
            models.CheckConstraint(
                name="a_campaign_event_ends_after_it_starts",
                condition=Q(ends_on__gte=F("starts_on")),
            ),
        ]
