"""What a decided case needs for dual publicity and the case itself does not hold."""

from datetime import date
from decimal import Decimal
from typing import cast

from django.db import models
from django.db.models import Q, TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.approvals.models.licences import LicenceCase
from sunlit.approvals.models.penalties import PenaltyCase, PenaltyProcedure
from sunlit.organization.belonging import OfYear


class LicenceCategory(TextChoices):
    """The categories of licences of the official sheet (许可类别)."""

    ORDINARY = "ordinary", pgettext_lazy("category of licence", "ordinary licence")
    FRANCHISE = "franchise", pgettext_lazy("category of licence", "franchise")
    QUALIFICATION = "qualification", _("recognition of a qualification")
    VERIFICATION = "verification", _("verification against a standard")
    REGISTRATION = "registration", pgettext_lazy("category of licence", "registration")
    OTHER = "other", pgettext_lazy("category of licence", "other")


class PenaltyCategory(TextChoices):
    """The categories of penalties of the official sheet (处罚类别)."""

    WARNING = "warning", pgettext_lazy("category of penalty", "warning")
    CRITICISM = "criticism", _("criticism made public")
    FINE = "fine", pgettext_lazy("category of penalty", "fine")
    CONFISCATION = "confiscation", _("confiscation")
    SUSPENSION_OF_BUSINESS = "suspension_of_business", _("order to stop business")
    PERMIT = "permit", _("permit suspended or revoked")
    DETENTION = "detention", _("detention")
    OTHER = "other", pgettext_lazy("category of penalty", "other")


class IdentityDocument(TextChoices):
    """The papers by which a person is told (证件类型)."""

    RESIDENT = "resident", _("resident identity card")
    PASSPORT = "passport", _("passport")
    HONG_KONG_MACAO = "hong_kong_macao", _("travel permit of residents of Hong Kong and Macao")
    TAIWAN = "taiwan", _("travel permit of residents of Taiwan")
    FOREIGNER = "foreigner", _("foreigner's permanent residence card")


class SheetForm(TextChoices):
    """The forms in which the credit platform takes a sheet."""

    XLSX = "xlsx", _("workbook (XLSX)")
    CSV = "csv", _("CSV")


class Handover(OfYear):
    """Decisions that were handed over to the credit platform together, in one file."""

    kind = models.CharField(_("kind"), max_length=16)
    """`licences` or `penalties`: each has a sheet of its own."""
    sheet = models.CharField(_("version of the sheet"), max_length=8)
    form = models.CharField(_("form"), max_length=4, choices=SheetForm)
    header = models.CharField(_("first line"), max_length=5)
    decisions = models.PositiveIntegerField(_("decisions"))
    handed_over_on = models.DateField(_("handed over on"))
    handed_over_by = models.CharField(_("handed over by"), max_length=100)
    """The post, never a name."""

    class Meta:
        ordering = ["-handed_over_on", "-id"]
        verbose_name = _("handover to the credit platform")
        constraints = [
            models.CheckConstraint(name="a_handover_has_decisions", condition=Q(decisions__gt=0)),
        ]


class PublicityRecord(OfYear):
    """A decision as dual publicity (双公示) wants it; opened with the decision, of its year."""

    licence = models.OneToOneField(
        LicenceCase, on_delete=models.PROTECT, related_name="publicity", null=True, blank=True,
        verbose_name=_("licence case"),
    )  # fmt: skip
    penalty = models.OneToOneField(
        PenaltyCase, on_delete=models.PROTECT, related_name="publicity", null=True, blank=True,
        verbose_name=_("penalty case"),
    )  # fmt: skip
    decided_on = models.DateField(_("decided on"))
    due_on = models.DateField(_("to be public by"), null=True, blank=True)
    """The last day in time by the law of the decision; None where no calendar tells it."""

    credit_code = models.CharField(_("unified social credit code"), max_length=18, blank=True)
    registration_number = models.CharField(
        _("business registration number"), max_length=50, blank=True
    )
    organisation_code = models.CharField(_("organisation code"), max_length=9, blank=True)
    tax_number = models.CharField(_("tax registration number"), max_length=20, blank=True)
    institution_number = models.CharField(
        _("certificate number of a public institution"), max_length=12, blank=True
    )
    society_number = models.CharField(
        _("registration number of a social organisation"), max_length=50, blank=True
    )
    representative = models.CharField(_("legal representative"), max_length=50, blank=True)
    identity_document = models.CharField(
        _("kind of identity document"), max_length=16, choices=IdentityDocument, blank=True
    )
    identity_number = models.CharField(_("number of the document"), max_length=64, blank=True)

    category = models.CharField(
        _("category of the licence"), max_length=16, choices=LicenceCategory, blank=True
    )
    certificate = models.CharField(_("name of the certificate"), max_length=64, blank=True)
    licence_number = models.CharField(_("number of the licence"), max_length=64, blank=True)
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_until = models.DateField(_("valid until"), null=True, blank=True)

    facts = models.TextField(_("facts found"), max_length=5000, blank=True)
    basis = models.TextField(_("basis of the penalty"), max_length=2048, blank=True)
    categories = models.JSONField(_("categories of the penalty"), default=list, blank=True)
    confiscated = models.DecimalField(
        _("confiscated, in yuan"), max_digits=14, decimal_places=2, default=Decimal(0)
    )
    permit = models.CharField(_("permit suspended or revoked"), max_length=200, blank=True)
    in_force_until = models.DateField(_("penalty in force until"), null=True, blank=True)
    public_until = models.DateField(_("public until"), null=True, blank=True)

    remark = models.CharField(_("remark"), max_length=512, blank=True)
    completed_on = models.DateField(_("completed on"), null=True, blank=True)
    withdrawn_on = models.DateField(_("withdrawn from publicity on"), null=True, blank=True)
    withdrawal_reason = models.TextField(_("why it was withdrawn"), max_length=1000, blank=True)
    fell_on = models.DateField(_("no longer stands since"), null=True, blank=True)
    """The day on which the decision was changed, revoked, or found unlawful or void."""
    withdrawal_due_on = models.DateField(_("to be withdrawn by"), null=True, blank=True)
    """The last day in time; None where no law sets a limit, or where `fell_on` is not known."""

    handover = models.ForeignKey(
        Handover, on_delete=models.PROTECT, related_name="records", null=True, blank=True,
        verbose_name=_("last handover to the credit platform"),
    )  # fmt: skip
    is_to_hand_over = models.BooleanField(_("to be handed over"), default=True)
    """Whether the platform does not have it yet, or not as it now stands."""

    class Meta:
        ordering = ["-decided_on", "-id"]
        verbose_name = _("publicity record")
        constraints = [
            models.CheckConstraint(
                name="a_publicity_record_is_of_one_decision",
                condition=Q(licence__isnull=False, penalty=None)
                | Q(licence=None, penalty__isnull=False),
            ),
            models.CheckConstraint(
                name="a_licence_holds_until_after_it_began",
                condition=Q(valid_until=None)
                | Q(valid_from=None)
                | Q(valid_from__lte=models.F("valid_until")),
            ),
            models.CheckConstraint(
                name="what_is_confiscated_is_not_negative", condition=Q(confiscated__gte=0)
            ),
            models.CheckConstraint(
                name="a_decision_leaves_publicity_after_it_was_made",
                condition=Q(withdrawn_on=None) | Q(decided_on__lte=models.F("withdrawn_on")),
            ),
            models.CheckConstraint(
                name="a_decision_falls_before_it_leaves_publicity",
                condition=Q(fell_on=None)
                | Q(withdrawn_on=None)
                | Q(fell_on__lte=models.F("withdrawn_on")),
            ),
        ]

    @property
    def case(self) -> LicenceCase | PenaltyCase:
        """The case that was decided."""
        return self.licence or cast("PenaltyCase", self.penalty)

    @property
    def number(self) -> str:
        """The number of the case."""
        return self.case.number

    @property
    def is_simple(self) -> bool:
        """Whether it is a penalty of the simple procedure, which the sheet does not list."""
        return self.penalty is not None and self.penalty.procedure == PenaltyProcedure.SIMPLE

    @property
    def published_on(self) -> date | None:
        """The day on which the decision was shown to the public."""
        if self.licence is not None:
            return self.licence.published_on
        return self.penalty.disclosed_on if self.penalty else None
