"""The records of remedies."""

from datetime import date

from django.db import models
from django.db.models import F, Q, TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.approvals.models import PenaltyCase
from sunlit.foi.models import InformationRequest
from sunlit.organization.belonging import OfYear
from sunlit.remedies.lifecycle import Status


class Kind(TextChoices):
    """Before whom an act is contested."""

    RECONSIDERATION = "reconsideration", _("reconsideration")
    LAWSUIT = "lawsuit", _("litigation")


class Outcome(TextChoices):
    """What the result comes to for the original act."""

    UPHELD = "upheld", pgettext_lazy("remedy", "upheld")
    SET_ASIDE = "set_aside", pgettext_lazy("remedy", "set aside or corrected")
    ENDED = "ended", pgettext_lazy("remedy", "ended without a ruling on the act")
    OTHER = "other", pgettext_lazy("remedy", "other")


class Remedy(OfYear):
    """A file of reconsideration (行政复议) or litigation (行政诉讼) against an agency's act."""

    number = models.CharField(_("number"), max_length=64)
    kind = models.CharField(_("kind"), max_length=16, choices=Kind)
    applicant = models.CharField(_("applicant or plaintiff"), max_length=200)
    cause = models.CharField(pgettext_lazy("remedy", "contested"), max_length=500)
    penalty = models.ForeignKey(
        PenaltyCase, on_delete=models.PROTECT, related_name="remedies", null=True, blank=True,
        verbose_name=_("contested penalty"),
    )  # fmt: skip
    information_request = models.ForeignKey(
        InformationRequest, on_delete=models.PROTECT, related_name="remedies", null=True,
        blank=True, verbose_name=_("contested reply to an information request"),
    )  # fmt: skip
    organ = models.CharField(_("deciding organ"), max_length=200)
    filed_on = models.DateField(pgettext_lazy("remedy", "applied for or sued on"))
    accepted_on = models.DateField(
        pgettext_lazy("remedy", "accepted by the organ on"), null=True, blank=True
    )
    notified_on = models.DateField(_("notice received on"), null=True, blank=True)
    replied_on = models.DateField(pgettext_lazy("remedy", "reply made on"), null=True, blank=True)
    hearing_on = models.DateField(pgettext_lazy("remedy", "heard on"), null=True, blank=True)
    decided_on = models.DateField(pgettext_lazy("remedy", "decided on"), null=True, blank=True)
    result = models.CharField(_("result as worded"), max_length=200, blank=True)
    outcome = models.CharField(_("outcome"), max_length=16, choices=Outcome, blank=True)
    basis = models.CharField(_("basis of the result"), max_length=500, blank=True)
    pages = models.PositiveIntegerField(_("pages of the file"), null=True, blank=True)
    archived_on = models.DateField(_("archived on"), null=True, blank=True)
    lesson = models.TextField(_("lesson drawn"), blank=True)
    documents = models.JSONField(_("documents in the file"), default=list, blank=True)
    is_complete = models.BooleanField(_("file complete"), default=False)
    handler = models.CharField(pgettext_lazy("remedy", "handled by"), max_length=200, blank=True)
    status = models.CharField(_("status"), max_length=16, choices=Status, default=Status.NOTIFIED)

    class Meta:
        ordering = ["year", "number"]
        verbose_name = _("file of reconsideration or litigation")
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "year", "number"], name="a_year_has_one_remedy_of_a_number"
            ),
            models.CheckConstraint(
                name="a_remedy_contests_exactly_one_act",
                condition=Q(penalty=None) ^ Q(information_request=None),
            ),
            models.CheckConstraint(
                name="a_remedy_is_decided_if_and_only_if_dated",
                condition=Q(outcome="", decided_on=None)
                | (~Q(outcome="") & Q(decided_on__isnull=False)),
            ),
            models.CheckConstraint(
                name="a_remedy_is_decided_after_it_is_filed",
                condition=Q(decided_on=None) | Q(filed_on__lte=F("decided_on")),
            ),
            models.CheckConstraint(
                name="a_remedy_is_archived_after_it_is_decided",
                condition=Q(archived_on=None) | Q(decided_on__lte=F("archived_on")),
            ),
        ]

    @property
    def original(self) -> PenaltyCase | InformationRequest:
        """The act of the agency that is contested."""
        contested = self.penalty or self.information_request
        assert contested is not None  # noqa: S101  (a constraint says so)
        return contested

    @property
    def original_on(self) -> date | None:
        """The day of the contested act; None for a failure to act."""
        if self.penalty:
            return self.penalty.decided_on
        return self.information_request.replied_on if self.information_request else None
