"""Time that does not count towards the decision on a licence (Licensing Law, art. 45)."""

from django.db import models
from django.db.models import F, Q, TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.approvals.models.licences import LicenceCase


class ExclusionKind(TextChoices):
    """What takes the time; the law names these eight and no others."""

    HEARING = "hearing", pgettext_lazy("excluded time", "hearing")
    TENDER = "tender", pgettext_lazy("excluded time", "tender")
    AUCTION = "auction", _("auction")
    INSPECTION = "inspection", pgettext_lazy("excluded time", "inspection")
    TESTING = "testing", _("testing")
    QUARANTINE = "quarantine", _("quarantine")
    APPRAISAL = "appraisal", _("appraisal")
    EXPERT_REVIEW = "expert_review", _("expert review")


class ExcludedTime(models.Model):
    """A time that the limit of the decision leaves out, as the applicant was told in writing."""

    case = models.ForeignKey(LicenceCase, on_delete=models.PROTECT, related_name="excluded_times")
    kind = models.CharField(_("kind"), max_length=16, choices=ExclusionKind)
    began_on = models.DateField(pgettext_lazy("excluded time", "began on"))
    announced_days = models.PositiveSmallIntegerField(_("working days announced"))
    told_on = models.DateField(_("applicant told in writing on"))
    ended_on = models.DateField(pgettext_lazy("excluded time", "ended on"), null=True, blank=True)
    note = models.TextField(_("what it is for"), blank=True)
    outcome = models.TextField(_("what came of it"), blank=True)

    class Meta:
        ordering = ["began_on", "id"]
        verbose_name = _("excluded time")
        constraints = [
            models.CheckConstraint(
                name="excluded_time_ends_after_it_began",
                condition=Q(ended_on=None) | Q(ended_on__gte=F("began_on")),
            ),
            models.CheckConstraint(
                name="excluded_time_is_announced_with_its_length",
                condition=Q(announced_days__gte=1),
            ),
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(ended_on=None),
                name="one_excluded_time_runs_at_a_time",
            ),
        ]
