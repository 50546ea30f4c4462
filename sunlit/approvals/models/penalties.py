"""Penalty cases, from filing to publication."""

from decimal import Decimal

from django.db import models
from django.db.models import F, Q, TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.approvals.lifecycle import PenaltyStatus
from sunlit.approvals.models.parties import PartyKind
from sunlit.complaints.models import Complaint
from sunlit.flows.models import Run
from sunlit.organization.belonging import OfYear
from sunlit.organization.models import Office, Subdistrict, Zone
from sunlit.powers.models import Power


class PenaltyProcedure(TextChoices):
    """By which procedure a penalty is imposed."""

    SIMPLE = "simple", _("simple procedure")
    ORDINARY = "ordinary", _("ordinary procedure")
    HEARING = "hearing", _("procedure with hearing")


class ServiceKind(TextChoices):
    """How a decision reaches the party."""

    DIRECT = "direct", _("handed over")
    LEFT = "left", _("left at the address, with a witness")
    MAIL = "mail", _("by mail")
    ELECTRONIC = "electronic", _("electronically, with consent in writing")
    PUBLIC = "public", _("by public notice")


class ReviewGround(TextChoices):
    """Why a penalty is reviewed by law before it is decided (2021, art. 58 (1) 1, 3, 4).

    Its second ground, a hearing that touched great interests, stands in the case already.
    """

    PUBLIC_INTEREST = "public_interest", _("it touches great public interests")
    COMPLEX = "complex", _("it is difficult, and touches several legal relations")
    NAMED = "named", _("a law or regulation names it")


class PenaltyCase(OfYear):
    """A case in which the agency may impose a penalty (行政处罚案件)."""

    number = models.CharField(_("number"), max_length=64)
    query_code = models.CharField(_("query code"), max_length=16, blank=True)
    document_number = models.CharField(_("document number"), max_length=100, blank=True)
    power = models.ForeignKey(
        Power, on_delete=models.PROTECT, related_name="penalty_cases", verbose_name=_("power")
    )
    cause = models.CharField(pgettext_lazy("penalty", "cause"), max_length=500)
    party = models.CharField(_("party"), max_length=200)
    party_kind = models.CharField(_("kind of party"), max_length=16, choices=PartyKind)
    zone = models.ForeignKey(
        Zone, on_delete=models.PROTECT, related_name="+", null=True, blank=True,
        verbose_name=_("zone"),
    )  # fmt: skip
    subdistrict = models.ForeignKey(
        Subdistrict, on_delete=models.PROTECT, related_name="+", null=True, blank=True,
        verbose_name=_("subdistrict"),
    )  # fmt: skip
    office = models.ForeignKey(
        Office, on_delete=models.PROTECT, related_name="penalty_cases", verbose_name=_("office")
    )
    complaint = models.OneToOneField(
        Complaint, on_delete=models.PROTECT, related_name="penalty_case", null=True, blank=True,
        verbose_name=_("complaint"),
    )  # fmt: skip
    source = models.CharField(_("how it came to light"), max_length=100, blank=True)
    procedure = models.CharField(
        pgettext_lazy("penalty", "procedure"), max_length=16, choices=PenaltyProcedure
    )
    filed_on = models.DateField(_("filed on"))
    notified_on = models.DateField(_("party told on"), null=True, blank=True)
    hearing_on = models.DateField(_("hearing held on"), null=True, blank=True)
    decided_on = models.DateField(_("decided on"), null=True, blank=True)
    served_on = models.DateField(_("served on"), null=True, blank=True)
    service_kind = models.CharField(
        _("how it was served"), max_length=16, choices=ServiceKind, blank=True
    )
    is_grave = models.BooleanField(_("complex or grave"), default=False)
    review_ground = models.CharField(
        _("why the law asks for a legal review"), max_length=16, choices=ReviewGround, blank=True
    )
    discretion = models.CharField(_("grade of discretion"), max_length=32, blank=True)
    deviation = models.TextField(_("reason for leaving the benchmark"), blank=True)
    fine = models.DecimalField(
        _("fine in yuan"), max_digits=12, decimal_places=2, default=Decimal(0)
    )
    other_measure = models.CharField(_("other measure"), max_length=200, blank=True)
    put_on_file_on = models.DateField(_("put on file with the agency on"), null=True, blank=True)
    paid_on = models.DateField(_("paid on"), null=True, blank=True)
    is_performed = models.BooleanField(_("complied with"), default=False)
    disclosed_on = models.DateField(_("decision published on"), null=True, blank=True)
    publication_withdrawn_on = models.DateField(
        _("publication withdrawn on"), null=True, blank=True
    )
    remark = models.CharField(_("remark"), max_length=500, blank=True)
    status = models.CharField(
        _("status"), max_length=16, choices=PenaltyStatus, default=PenaltyStatus.FILED
    )
    run = models.OneToOneField(
        Run, on_delete=models.PROTECT, related_name="penalty_case", null=True, blank=True,
        verbose_name=_("on its flow chart"),
    )  # fmt: skip

    class Meta:
        ordering = ["year", "number"]
        verbose_name = _("penalty case")
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "year", "number"], name="a_year_has_one_penalty_case_of_a_number"
            ),
            models.CheckConstraint(name="a_fine_is_not_negative", condition=Q(fine__gte=0)),
            models.CheckConstraint(
                name="the_party_is_told_after_the_case_is_filed",
                condition=Q(notified_on=None) | Q(filed_on__lte=F("notified_on")),
            ),
            models.CheckConstraint(
                name="a_penalty_is_decided_after_the_party_is_told",
                condition=Q(decided_on=None) | Q(notified_on__lte=F("decided_on")),
            ),
            models.CheckConstraint(
                name="a_penalty_with_hearing_is_decided_after_it",
                condition=~Q(procedure=PenaltyProcedure.HEARING)
                | Q(decided_on=None)
                | Q(hearing_on__lte=F("decided_on")),
            ),
            models.CheckConstraint(
                name="only_a_decided_penalty_is_served",
                condition=Q(served_on=None) | Q(decided_on__lte=F("served_on")),
            ),
            models.CheckConstraint(
                name="only_a_decided_penalty_is_put_on_file",
                condition=Q(put_on_file_on=None) | Q(decided_on__lte=F("put_on_file_on")),
            ),
            models.CheckConstraint(
                name="only_a_decided_penalty_is_paid",
                condition=Q(paid_on=None) | Q(decided_on__lte=F("paid_on")),
            ),
            models.CheckConstraint(
                name="only_a_decided_penalty_is_published",
                condition=Q(disclosed_on=None) | Q(decided_on__lte=F("disclosed_on")),
            ),
            models.CheckConstraint(
                name="only_what_was_published_is_withdrawn",
                condition=Q(publication_withdrawn_on=None)
                | Q(disclosed_on__lte=F("publication_withdrawn_on")),
            ),
        ]
