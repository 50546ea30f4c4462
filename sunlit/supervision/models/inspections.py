"""Inspections (检查), what they found, and who was held to account (责任追究)."""

from datetime import date

from django.db import models
from django.db.models import F, Q, TextChoices
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.organization.belonging import OfYear
from sunlit.organization.models import Office


class InspectionKind(TextChoices):
    """Whether an inspection comes at a set time."""

    SCHEDULED = "scheduled", _("scheduled inspection")
    UNSCHEDULED = "unscheduled", _("unscheduled inspection")


class Inspection(OfYear):
    """A look at how the offices keep their duty to be open."""

    code = models.CharField(_("code"), max_length=64)
    held_on = models.DateField(pgettext_lazy("inspection", "held on"))
    kind = models.CharField(_("kind"), max_length=16, choices=InspectionKind)
    scope = models.CharField(_("scope"), max_length=300)
    office = models.ForeignKey(
        Office, on_delete=models.PROTECT, related_name="+", verbose_name=_("organised by")
    )
    units_checked = models.PositiveIntegerField(_("offices inspected"))
    supervisors_joined = models.PositiveIntegerField(_("supervisors who joined"))
    bulletin_number = models.CharField(_("bulletin"), max_length=100, blank=True)
    bulletin_on = models.DateField(_("bulletin issued on"), null=True, blank=True)
    is_combined = models.BooleanField(_("combined with other inspections"), default=False)
    is_published = models.BooleanField(
        pgettext_lazy("inspection", "result published"), default=False
    )
    items = models.ManyToManyField("disclosure.Item", related_name="inspections", blank=True)

    class Meta:
        ordering = ["held_on", "code"]
        verbose_name = _("inspection")
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "year", "code"], name="a_year_has_one_inspection_of_a_code"
            ),
            models.CheckConstraint(
                name="a_bulletin_has_a_number_if_and_only_if_dated",
                condition=Q(bulletin_number="", bulletin_on=None)
                | ~Q(bulletin_number="") & Q(bulletin_on__isnull=False),
            ),
            models.CheckConstraint(
                name="an_inspection_is_held_before_its_bulletin",
                condition=Q(bulletin_on=None) | Q(bulletin_on__gte=F("held_on")),
            ),
        ]

    def get_absolute_url(self) -> str:
        """Return the inspection's public address."""
        return reverse("portal:inspection", args=[self.year, self.code])

    def announce(self, bulletin_number: str, *, on: date) -> None:
        """Have its result told to all offices and to the public."""
        self.bulletin_number, self.bulletin_on = bulletin_number, on
        self.is_published = True


class Accountability(OfYear):
    """A decision that holds a post to account for a neglected duty."""

    code = models.CharField(_("code"), max_length=64)
    office = models.ForeignKey(
        Office, on_delete=models.PROTECT, related_name="+", verbose_name=_("office")
    )
    found_on = models.DateField(_("found on"))
    source = models.CharField(_("found by"), max_length=200)
    fact = models.TextField(_("fact"))
    ground = models.CharField(_("rule applied"), max_length=300)
    measure = models.CharField(pgettext_lazy("accountability", "decision"), max_length=200)
    post = models.CharField(_("post held to account"), max_length=200)
    decided_on = models.DateField(_("decided on"))
    rectified_on = models.DateField(_("rectified on"), null=True, blank=True)
    is_published = models.BooleanField(_("published"), default=False)
    items = models.ManyToManyField("disclosure.Item", related_name="accountability", blank=True)

    class Meta:
        ordering = ["decided_on", "code"]
        verbose_name = _("accountability decision")
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "year", "code"], name="a_year_has_one_accountability_of_a_code"
            ),
            models.CheckConstraint(
                name="accountability_is_decided_after_the_fact_is_found",
                condition=Q(decided_on__gte=F("found_on")),
            ),
            models.CheckConstraint(
                name="accountability_is_found_before_it_is_rectified",
                condition=Q(rectified_on=None) | Q(rectified_on__gte=F("found_on")),
            ),
        ]

    def get_absolute_url(self) -> str:
        """Return where the decision stands on the public site."""
        return f"{reverse('portal:accountability')}?year={self.decided_on.year}#{self.code}"


class Finding(models.Model):
    """What an inspection found wrong in an office, and how it was put right."""

    inspection = models.ForeignKey(
        Inspection,
        on_delete=models.PROTECT,
        related_name="findings",
        verbose_name=_("inspection"),
    )
    code = models.CharField(_("code"), max_length=64)
    office = models.ForeignKey(
        Office, on_delete=models.PROTECT, related_name="findings", verbose_name=_("office")
    )
    kind = models.CharField(_("kind"), max_length=100)
    description = models.TextField(_("description"))
    notified_on = models.DateField(_("notice given on"))
    due_on = models.DateField(_("to be rectified by"))
    rectified_on = models.DateField(_("rectified on"), null=True, blank=True)
    rectification = models.TextField(_("rectification"), blank=True)
    verified_by = models.CharField(_("verified by"), max_length=200, blank=True)
    accountability = models.ForeignKey(
        Accountability,
        on_delete=models.PROTECT,
        related_name="findings",
        null=True,
        blank=True,
        verbose_name=_("accountability decision"),
    )

    class Meta:
        ordering = ["inspection", "code"]
        verbose_name = _("finding")
        constraints = [
            models.UniqueConstraint(
                fields=["inspection", "code"], name="an_inspection_has_one_finding_of_a_code"
            ),
            models.CheckConstraint(
                name="a_finding_is_due_after_the_notice",
                condition=Q(due_on__gte=F("notified_on")),
            ),
            models.CheckConstraint(
                name="a_finding_is_rectified_after_the_notice",
                condition=Q(rectified_on=None) | Q(rectified_on__gte=F("notified_on")),
            ),
            models.CheckConstraint(
                name="a_finding_is_rectified_if_and_only_if_dated",
                condition=Q(rectified_on=None, rectification="", verified_by="")
                | Q(rectified_on__isnull=False) & ~Q(rectification="") & ~Q(verified_by=""),
            ),
        ]

    def rectify(self, rectification: str, *, on: date, verified_by: str) -> None:
        """Be put right, as somebody has verified."""
        self.rectified_on, self.rectification, self.verified_by = on, rectification, verified_by
