"""Coercion cases: sealing and seizing, demolition, performance in the party's place."""

from django.db import models
from django.db.models import F, Q, TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.approvals.lifecycle import CoercionStatus
from sunlit.approvals.models.parties import PartyKind
from sunlit.approvals.models.penalties import PenaltyCase
from sunlit.flows.models import Run
from sunlit.organization.belonging import OfYear
from sunlit.organization.models import Office
from sunlit.powers.models import Power


class CoercionKind(TextChoices):
    """By which means the agency coerces (Administrative Coercion Law, arts 9, 12, 44, 50-53)."""

    SEAL = "seal", _("sealing of premises or things")
    SEIZE = "seize", _("seizure of things")
    DEMOLITION = "demolition", _("enforced demolition")
    SUBSTITUTE = "substitute", _("performance in the party's place")
    CLEARANCE = "clearance", _("immediate clearance of a public place")
    COURT = "court", _("application to the court for enforcement")


MEASURES = (CoercionKind.SEAL, CoercionKind.SEIZE)
"""The kinds that hold things until a decision; the others enforce one."""


class CoercionCase(OfYear):
    """A case in which the agency coerces a party (行政强制案件)."""

    number = models.CharField(_("number"), max_length=64)
    kind = models.CharField(_("kind of coercion"), max_length=16, choices=CoercionKind)
    power = models.ForeignKey(
        Power, on_delete=models.PROTECT, related_name="coercion_cases", verbose_name=_("power")
    )
    cause = models.CharField(pgettext_lazy("penalty", "cause"), max_length=500)
    party = models.CharField(_("party"), max_length=200)
    party_kind = models.CharField(_("kind of party"), max_length=16, choices=PartyKind)
    office = models.ForeignKey(
        Office, on_delete=models.PROTECT, related_name="coercion_cases", verbose_name=_("office")
    )
    penalty = models.ForeignKey(
        PenaltyCase, on_delete=models.PROTECT, related_name="coercion_cases", null=True,
        blank=True, verbose_name=_("penalty case"),
    )  # fmt: skip
    target = models.CharField(_("premises, things or duty"), max_length=500)
    document_number = models.CharField(_("document number"), max_length=100, blank=True)
    is_urgent = models.BooleanField(pgettext_lazy("coercion", "urgent"), default=False)
    measured_at = models.DateTimeField(_("measure taken at"), null=True, blank=True)
    reported_at = models.DateTimeField(_("reported to a head at"), null=True, blank=True)
    decided_on = models.DateField(_("decided on"))
    approved_by = models.CharField(_("approved by"), max_length=200, blank=True)
    announced_on = models.DateField(_("public notice on"), null=True, blank=True)
    remove_by = models.DateField(_("to be removed by the party by"), null=True, blank=True)
    contested_on = models.DateField(_("contested on"), null=True, blank=True)
    ruled_on = models.DateField(_("ruled on"), null=True, blank=True)
    demanded_on = models.DateField(_("demanded in writing on"), null=True, blank=True)
    perform_by = models.DateField(_("to be performed by"), null=True, blank=True)
    defence = models.TextField(_("what the party said"), blank=True)
    defence_answer = models.TextField(pgettext_lazy("penalty", "answer"), blank=True)
    heard_on = models.DateField(_("heard on"), null=True, blank=True)
    ordered_on = models.DateField(_("enforcement decided on"), null=True, blank=True)
    order_number = models.CharField(_("number of the enforcement decision"), max_length=100,
                                    blank=True)  # fmt: skip
    government_approved_on = models.DateField(
        _("approved by the government on"), null=True, blank=True
    )
    government_document = models.CharField(
        _("document of the government"), max_length=100, blank=True
    )
    served_on = models.DateField(_("served on"), null=True, blank=True)
    set_for = models.DateField(_("to be carried out on"), null=True, blank=True)
    set_at = models.TimeField(_("to be carried out at"), null=True, blank=True)
    inventory = models.TextField(_("inventory"), blank=True)
    witness = models.CharField(_("witness"), max_length=200, blank=True)
    inventoried_on = models.DateField(_("inventory taken on"), null=True, blank=True)
    carried_out_on = models.DateField(_("carried out on"), null=True, blank=True)
    record = models.TextField(_("record of the scene"), blank=True)
    recording = models.CharField(_("recording"), max_length=200, blank=True)
    handed_over_on = models.DateField(_("goods handed over on"), null=True, blank=True)
    is_extended = models.BooleanField(_("extended"), default=False)
    extension_reason = models.TextField(_("reason of the extension"), blank=True)
    appraised_from = models.DateField(_("appraisal from"), null=True, blank=True)
    appraised_until = models.DateField(_("appraisal until"), null=True, blank=True)
    applied_on = models.DateField(_("court applied to on"), null=True, blank=True)
    ended_on = models.DateField(_("ended on"), null=True, blank=True)
    end_reason = models.TextField(_("reason"), blank=True)
    disclosed_on = models.DateField(_("result published on"), null=True, blank=True)
    status = models.CharField(
        _("status"), max_length=16, choices=CoercionStatus, default=CoercionStatus.DECIDED
    )
    run = models.OneToOneField(
        Run, on_delete=models.PROTECT, related_name="coercion_case", null=True, blank=True,
        verbose_name=_("on its flow chart"),
    )  # fmt: skip

    class Meta:
        ordering = ["year", "number"]
        verbose_name = _("coercion case")
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "year", "number"], name="a_year_has_one_coercion_case_of_a_number"
            ),
            models.CheckConstraint(
                name="enforcement_is_decided_after_the_demand",
                condition=Q(ordered_on=None) | Q(demanded_on__lte=F("ordered_on")),
            ),
            models.CheckConstraint(
                name="a_measure_is_reported_after_it_was_taken",
                condition=Q(reported_at=None) | Q(measured_at__lte=F("reported_at")),
            ),
            models.CheckConstraint(
                name="an_appraisal_ends_after_it_begins",
                condition=Q(appraised_until=None) | Q(appraised_from__lte=F("appraised_until")),
            ),
            models.CheckConstraint(
                name="a_contest_is_ruled_on_after_it_begins",
                condition=Q(ruled_on=None) | Q(contested_on__lte=F("ruled_on")),
            ),
        ]
