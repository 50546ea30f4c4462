"""The agency's own rules (制度) and the documents that a year of open government needs."""

from django.db import models
from django.db.models import F, Q, TextChoices
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from sunlit.organization.belonging import OfAgency, OfYear
from sunlit.organization.models import Office


class RuleStatus(TextChoices):
    """Whether a rule is new in the year."""

    NEW = "new", _("newly issued")
    REVISED = "revised", _("revised")
    CONTINUED = "continued", _("continued")


class InternalRule(OfAgency):
    """A rule that the agency made for its own work (制度), as issued on one day.

    A revision is a record of its own; the one before it then ends.
    """

    code = models.CharField(_("code"), max_length=64)
    name = models.CharField(_("name"), max_length=200)
    topic = models.CharField(_("topic"), max_length=100)
    document_number = models.CharField(_("document number"), max_length=64)
    issued_on = models.DateField(_("issued on"))
    published_on = models.DateField(_("published on"), null=True, blank=True)
    ended_on = models.DateField(_("ended on"), null=True, blank=True)
    status = models.CharField(_("how it came"), max_length=16, choices=RuleStatus)
    office = models.ForeignKey(
        Office, on_delete=models.PROTECT, related_name="+", verbose_name=_("office")
    )
    body = models.TextField(_("text"))

    class Meta:
        ordering = ["code", "issued_on"]
        verbose_name = _("internal rule")
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "code", "issued_on"],
                name="a_rule_of_a_code_is_issued_once_a_day",
            ),
            models.CheckConstraint(
                name="a_rule_is_issued_before_it_is_published",
                condition=Q(published_on=None) | Q(published_on__gte=F("issued_on")),
            ),
        ]

    def get_absolute_url(self) -> str:
        """Return the rule's public address; it shows the version in force."""
        return reverse("portal:rule", args=[self.code])

    @property
    def version(self) -> str:
        """Return what tells this rule, as issued on its day, from all others of the agency."""
        return f"{self.code}/{self.issued_on}"


class YearDocumentKind(TextChoices):
    """What a document of the year is."""

    ANNUAL_REPORT = "annual_report", _("annual report")
    YEAR_PLAN = "year_plan", _("plan of the year")
    HALF_YEAR_SUMMARY = "half_year_summary", _("half-year summary")
    YEAR_SUMMARY = "year_summary", _("summary of the year")
    SELF_ASSESSMENT = "self_assessment", _("self-assessment")


class YearDocument(OfYear):
    """A document that the agency compiles, publishes and submits for the year."""

    code = models.CharField(_("code"), max_length=64)
    title = models.CharField(_("title"), max_length=200)
    kind = models.CharField(_("kind"), max_length=24, choices=YearDocumentKind)
    compiled_on = models.DateField(_("compiled on"))
    published_on = models.DateField(_("published on"), null=True, blank=True)
    submitted_on = models.DateField(_("submitted on"), null=True, blank=True)
    submitted_to = models.CharField(_("submitted to"), max_length=200, blank=True)
    purpose = models.CharField(_("purpose"), max_length=100, blank=True)
    ground = models.CharField(_("occasion"), max_length=300, blank=True)
    compiled_by = models.CharField(_("compiled by"), max_length=200)
    checked_by = models.CharField(_("checked by"), max_length=200, blank=True)
    signed_by = models.CharField(_("signed by"), max_length=200, blank=True)

    class Meta:
        ordering = ["year", "code"]
        verbose_name = _("document of the year")
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "year", "code"], name="a_year_has_one_document_of_a_code"
            ),
            models.CheckConstraint(
                name="a_document_is_compiled_before_it_leaves_the_house",
                condition=(Q(published_on=None) | Q(published_on__gte=F("compiled_on")))
                & (Q(submitted_on=None) | Q(submitted_on__gte=F("compiled_on"))),
            ),
        ]
