"""Applications for licences, from receipt to publication."""

from datetime import date

from django.db import models
from django.db.models import F, Q, TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.approvals.lifecycle import Status
from sunlit.approvals.models.parties import PartyKind
from sunlit.flows.models import Run
from sunlit.organization.belonging import OfYear
from sunlit.organization.models import Subdistrict, Zone
from sunlit.powers.models import Power


class Result(TextChoices):
    """How an application ended."""

    GRANTED = "granted", pgettext_lazy("licence", "granted")
    REFUSED = "refused", pgettext_lazy("licence", "refused")
    WITHDRAWN = "withdrawn", _("withdrawn by the applicant")
    ABANDONED = "abandoned", _("abandoned: not supplemented in time")


DECISIONS = (Result.GRANTED, Result.REFUSED)


class LicenceCase(OfYear):
    """An application for a licence (行政许可申请) and what became of it."""

    number = models.CharField(_("number"), max_length=64)
    query_code = models.CharField(_("query code"), max_length=16, blank=True)
    power = models.ForeignKey(
        Power, on_delete=models.PROTECT, related_name="licence_cases", verbose_name=_("licence")
    )
    applicant = models.CharField(_("applicant"), max_length=200)
    applicant_kind = models.CharField(_("kind of applicant"), max_length=16, choices=PartyKind)
    content = models.TextField(pgettext_lazy("licence", "applied for"))
    zone = models.ForeignKey(
        Zone, on_delete=models.PROTECT, related_name="+", null=True, blank=True,
        verbose_name=_("zone"),
    )  # fmt: skip
    subdistrict = models.ForeignKey(
        Subdistrict, on_delete=models.PROTECT, related_name="+", null=True, blank=True,
        verbose_name=_("subdistrict"),
    )  # fmt: skip
    received_at = models.CharField(
        pgettext_lazy("licence", "received at"), max_length=200, blank=True
    )
    at_window = models.BooleanField(_("received at the service window"), default=False)
    received_on = models.DateField(_("received on"))
    supplement_notice_on = models.DateField(_("supplement asked for on"), null=True, blank=True)
    supplement_notice = models.TextField(_("to be supplemented"), blank=True)
    accepted_on = models.DateField(_("accepted on"), null=True, blank=True)
    surveyed_on = models.DateField(_("surveyed on"), null=True, blank=True)
    reviewed_on = models.DateField(_("reviewed on"), null=True, blank=True)
    review_opinion = models.TextField(_("opinion of the review"), blank=True)
    decided_on = models.DateField(_("decided on"), null=True, blank=True)
    ended_on = models.DateField(_("withdrawn or abandoned on"), null=True, blank=True)
    delivered_on = models.DateField(_("delivered on"), null=True, blank=True)
    published_on = models.DateField(_("result published on"), null=True, blank=True)
    promised_days = models.PositiveIntegerField(
        _("promised limit in working days"), null=True, blank=True
    )
    promised_due_on = models.DateField(_("promised by"), null=True, blank=True)
    is_extended = models.BooleanField(pgettext_lazy("licence", "extended"), default=False)
    extension_reason = models.TextField(_("reason of the extension"), blank=True)
    result = models.CharField(_("result"), max_length=16, choices=Result, blank=True)
    reason = models.TextField(_("reason of the refusal"), blank=True)
    document_number = models.CharField(_("document number"), max_length=100, blank=True)
    decided_by = models.CharField(_("decided by"), max_length=200, blank=True)
    status = models.CharField(_("status"), max_length=32, choices=Status, default=Status.RECEIVED)
    run = models.OneToOneField(
        Run, on_delete=models.PROTECT, related_name="licence_case", null=True, blank=True,
        verbose_name=_("on its flow chart"),
    )  # fmt: skip

    class Meta:
        ordering = ["year", "number"]
        verbose_name = _("licence case")
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "year", "number"], name="a_year_has_one_licence_case_of_a_number"
            ),
            models.CheckConstraint(
                name="a_licence_is_decided_if_and_only_if_dated",
                condition=Q(result__in=DECISIONS, decided_on__isnull=False)
                | (~Q(result__in=DECISIONS) & Q(decided_on=None)),
            ),
            models.CheckConstraint(
                name="a_licence_case_ends_otherwise_if_and_only_if_dated",
                condition=Q(result__in=["withdrawn", "abandoned"], ended_on__isnull=False)
                | (~Q(result__in=["withdrawn", "abandoned"]) & Q(ended_on=None)),
            ),
            models.CheckConstraint(
                name="a_licence_is_accepted_before_it_is_decided",
                condition=Q(decided_on=None) | Q(accepted_on__lte=F("decided_on")),
            ),
            models.CheckConstraint(
                name="a_licence_is_received_before_it_is_accepted",
                condition=Q(accepted_on=None) | Q(received_on__lte=F("accepted_on")),
            ),
            models.CheckConstraint(
                name="only_a_decided_licence_is_delivered",
                condition=Q(delivered_on=None) | Q(decided_on__lte=F("delivered_on")),
            ),
            models.CheckConstraint(
                name="only_a_decided_licence_is_published",
                condition=Q(published_on=None) | Q(decided_on__lte=F("published_on")),
            ),
        ]

    @property
    def concluded_on(self) -> date | None:
        """The day on which the case was decided, withdrawn or abandoned."""
        return self.decided_on or self.ended_on
