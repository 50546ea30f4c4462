"""The agency, its districts, leaders and offices, and the years of records it has taken in."""

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import TextChoices
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.organization.belonging import OfAgency, OfYear

SITE_CODE = r"^[0-9]{10}$"
"""The code that a government site is registered under (网站标识码)."""
CREDIT_CODE = r"^[0-9A-HJ-NPQRTUWXY]{18}$"
"""A unified social credit code (统一社会信用代码), without regard to its check sign."""


class Agency(models.Model):
    """A public agency (行政机关)."""

    code = models.CharField(_("code"), max_length=32, unique=True)
    name = models.CharField(_("name"), max_length=200)
    other_name = models.CharField(_("other name"), max_length=200, blank=True)
    index_code = models.CharField(_("agency part of the index number"), max_length=32)
    credit_code = models.CharField(
        _("unified social credit code"),
        max_length=18,
        blank=True,
        validators=[RegexValidator(CREDIT_CODE, _("A credit code has 18 signs."))],
    )
    address = models.CharField(_("address"), max_length=300, blank=True)
    postcode = models.CharField(_("postcode"), max_length=16, blank=True)
    supervision_phone = models.CharField(_("supervision phone"), max_length=32, blank=True)
    foi_phone = models.CharField(_("phone for information requests"), max_length=32, blank=True)
    fax = models.CharField(_("fax"), max_length=32, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    """Where the disclosure office reads mail; the guide says it, as the law wants."""
    complaint_phone = models.CharField(_("complaint phone"), max_length=32, blank=True)
    hotline = models.CharField(_("hotline"), max_length=32, blank=True)
    website = models.CharField(_("website"), max_length=300, blank=True)
    site_name = models.CharField(_("name of the public site"), max_length=200, blank=True)
    site_code = models.CharField(
        _("site code"),
        max_length=10,
        blank=True,
        validators=[RegexValidator(SITE_CODE, _("A site code has ten digits."))],
    )
    icp_number = models.CharField(_("ICP filing number"), max_length=64, blank=True)
    police_number = models.CharField(_("public security filing number"), max_length=64, blank=True)
    site_host = models.CharField(_("host name of the public site"), max_length=253, blank=True)
    """In small letters, without port; the public site of this agency is what it shows."""

    class Meta:
        ordering = ["id"]
        verbose_name = _("agency")
        constraints = [
            models.UniqueConstraint(
                fields=["site_host"],
                condition=~models.Q(site_host=""),
                name="a_host_shows_one_agency",
            )
        ]


class Zone(OfAgency):
    """A part of the city (区域)."""

    code = models.CharField(_("code"), max_length=16)
    name = models.CharField(_("name"), max_length=100)

    class Meta:
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "code"], name="an_agency_has_one_zone_of_a_code"
            )
        ]


class Subdistrict(OfAgency):
    """A subdistrict (街道)."""

    name = models.CharField(_("name"), max_length=100)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "name"], name="an_agency_has_one_subdistrict_of_a_name"
            )
        ]


class Leader(OfAgency):
    """A leading post of the agency (领导职务), by its title; never by a person's name."""

    code = models.CharField(_("code"), max_length=16)
    title = models.CharField(pgettext_lazy("leader", "title"), max_length=200)
    in_charge = models.CharField(_("in charge of"), max_length=500, blank=True)
    openness = models.CharField(_("part in open government"), max_length=500, blank=True)

    class Meta:
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "code"], name="an_agency_has_one_leader_of_a_code"
            )
        ]


class OfficeKind(TextChoices):
    """What kind of part of the agency an office is."""

    SECTION = "section", _("section")
    AFFILIATE = "affiliate", _("affiliated unit")
    BRIGADE = "brigade", _("enforcement brigade")


class Office(OfAgency):
    """A part of the agency that answers for something: section, affiliated unit or brigade."""

    code = models.CharField(_("code"), max_length=16)
    name = models.CharField(_("name"), max_length=100)
    kind = models.CharField(_("kind"), max_length=16, choices=OfficeKind)
    head_post = models.CharField(_("post of its head"), max_length=100)
    leader = models.ForeignKey(
        Leader, on_delete=models.PROTECT, related_name="offices", verbose_name=_("leader in charge")
    )
    phone = models.CharField(_("phone"), max_length=32, blank=True)
    duty = models.CharField(_("duty"), max_length=500, blank=True)
    area = models.JSONField(_("area"), default=list, blank=True)
    zone = models.ForeignKey(
        Zone,
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("zone"),
    )
    established_on = models.DateField(_("established on"), null=True, blank=True)
    closed_on = models.DateField(pgettext_lazy("office", "closed on"), null=True, blank=True)

    class Meta:
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "code"], name="an_agency_has_one_office_of_a_code"
            )
        ]

    def get_absolute_url(self) -> str:
        """Return the office's public address."""
        return reverse("portal:office", args=[self.code])


class LoadedYear(OfYear):
    """That the records of one year have been taken in from a folder: once."""

    loaded_at = models.DateTimeField(_("loaded at"), auto_now_add=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("by")
    )

    class Meta:
        ordering = ["year"]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "year"], name="a_year_of_records_is_taken_in_once"
            )
        ]
