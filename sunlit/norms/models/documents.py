"""Normative documents (行政规范性文件)."""

from datetime import date, timedelta

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from sunlit.organization.belonging import OfAgency
from sunlit.organization.models import Office


class NormativeDocument(OfAgency):
    """A document below the rank of a rule that binds the public, in force or no longer so."""

    code = models.CharField(_("code"), max_length=64)
    title = models.CharField(_("title"), max_length=300)
    document_number = models.CharField(_("document number"), max_length=64)
    issued_on = models.DateField(_("issued on"))
    office = models.ForeignKey(
        Office, on_delete=models.PROTECT, related_name="norms", verbose_name=_("office")
    )
    in_force_from = models.DateField(_("in force from"), null=True, blank=True)
    valid_until = models.DateField(_("valid until"), null=True, blank=True)
    repealed_on = models.DateField(_("repealed on"), null=True, blank=True)
    lapsed_on = models.DateField(_("lapsed on"), null=True, blank=True)
    items = models.ManyToManyField("disclosure.Item", related_name="norms", blank=True)

    class Meta:
        ordering = ["code"]
        verbose_name = _("normative document")
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "code"], name="an_agency_has_one_norm_of_a_code"
            ),
            models.CheckConstraint(
                name="a_norm_is_issued_before_it_is_in_force",
                condition=Q(in_force_from=None) | Q(in_force_from__gte=F("issued_on")),
            ),
            models.CheckConstraint(
                name="a_norm_ends_once",
                condition=Q(repealed_on=None) | Q(lapsed_on=None),
            ),
            models.CheckConstraint(
                name="a_norm_is_issued_before_it_is_repealed",
                condition=Q(repealed_on=None) | Q(repealed_on__gte=F("issued_on")),
            ),
            models.CheckConstraint(
                name="a_norm_is_issued_before_it_lapses",
                condition=Q(lapsed_on=None) | Q(lapsed_on__gte=F("issued_on")),
            ),
        ]

    @property
    def ended_on(self) -> date | None:
        """The first day on which the document is out of force, as far as one is entered."""
        lapses = self.valid_until + timedelta(days=1) if self.valid_until else None
        days = [day for day in (self.repealed_on, self.lapsed_on, lapses) if day]
        return min(days, default=None)

    @property
    def begins_on(self) -> date:
        """The first day on which the document is in force."""
        return self.in_force_from or self.issued_on

    def get_absolute_url(self) -> str:
        """Return the document's public address."""
        return reverse("portal:norm", args=[self.code])
