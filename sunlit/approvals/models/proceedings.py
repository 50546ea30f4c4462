"""What is done in a penalty case between filing and decision: each step as its own record."""

from decimal import Decimal

from django.db import models
from django.db.models import Q, TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.approvals.models.penalties import PenaltyCase
from sunlit.organization.models import Official


class EvidenceKind(TextChoices):
    """The kinds of evidence (Administrative Penalties Law 2021, art. 46)."""

    DOCUMENT = "document", pgettext_lazy("evidence", "document")
    OBJECT = "object", _("object")
    AUDIO_VIDEO = "audio_video", _("audio or video recording")
    ELECTRONIC = "electronic", _("electronic data")
    WITNESS = "witness", _("testimony of a witness")
    PARTY = "party", _("statement of the party")
    EXPERT = "expert", _("expert opinion")
    INSPECTION = "inspection", _("record of inspection or scene")


class PreservationOutcome(TextChoices):
    """What was decided about evidence registered and kept in advance."""

    RETURNED = "returned", _("returned")
    KEPT = "kept", _("kept as evidence")
    APPRAISED = "appraised", _("sent for appraisal")
    SEIZED = "seized", _("seized or sealed by a decision of its own")
    CONFISCATED = "confiscated", _("confiscated by the penalty")


class ReviewOpinion(TextChoices):
    """What the legal review says of a case."""

    AGREED = "agreed", _("lawful: the party can be told")
    HEARING = "hearing", _("the party must be offered a hearing")
    MORE = "more", _("more must be investigated")


class CaseOfficer(models.Model):
    """An officer with an enforcement certificate who investigates a case (执法人员)."""

    case = models.ForeignKey(PenaltyCase, on_delete=models.PROTECT, related_name="officers")
    post = models.CharField(_("post of the officer"), max_length=100)
    certificate = models.CharField(_("number of the enforcement certificate"), max_length=50)
    named_on = models.DateField(_("named on"), null=True, blank=True)

    class Meta:
        ordering = ["case", "id"]
        verbose_name = _("officer of a case")
        constraints = [
            models.UniqueConstraint(
                fields=["case", "certificate"], name="an_officer_is_named_once_in_a_case"
            )
        ]


class Evidence(models.Model):
    """A piece of evidence in a penalty case (证据)."""

    case = models.ForeignKey(PenaltyCase, on_delete=models.PROTECT, related_name="evidence")
    kind = models.CharField(_("kind of evidence"), max_length=16, choices=EvidenceKind)
    content = models.CharField(_("what it is"), max_length=500)
    taken_on = models.DateField(_("taken on"))
    taken_by = models.CharField(_("taken by"), max_length=200)

    class Meta:
        ordering = ["case", "id"]
        verbose_name = _("evidence")


class EvidencePreservation(models.Model):
    """Evidence registered and kept in advance because it may be lost (先行登记保存)."""

    case = models.ForeignKey(PenaltyCase, on_delete=models.PROTECT, related_name="preservations")
    goods = models.TextField(_("goods"))
    approved_by = models.CharField(_("approved by"), max_length=200)
    preserved_on = models.DateField(_("preserved on"))
    settled_on = models.DateField(_("settled on"), null=True, blank=True)
    outcome = models.CharField(_("outcome"), max_length=16, choices=PreservationOutcome, blank=True)

    class Meta:
        ordering = ["case", "id"]
        verbose_name = _("preservation of evidence")
        constraints = [
            models.CheckConstraint(
                name="a_preservation_is_settled_if_and_only_if_dated",
                condition=Q(settled_on=None, outcome="")
                | Q(settled_on__isnull=False) & ~Q(outcome=""),
            ),
        ]


class InvestigationReport(models.Model):
    """The report that ends an investigation, with the penalty proposed (调查终结报告)."""

    case = models.ForeignKey(PenaltyCase, on_delete=models.PROTECT, related_name="reports")
    ended_on = models.DateField(_("investigation ended on"))
    findings = models.TextField(_("facts found"))
    grade = models.CharField(_("grade of discretion"), max_length=32, blank=True)
    fine = models.DecimalField(_("proposed fine in yuan"), max_digits=12, decimal_places=2)
    measure = models.CharField(_("proposed other measure"), max_length=200, blank=True)

    class Meta:
        ordering = ["case", "id"]
        verbose_name = _("investigation report")
        constraints = [
            models.CheckConstraint(
                name="a_proposed_fine_is_not_negative", condition=Q(fine__gte=Decimal(0))
            )
        ]


class LegalReview(models.Model):
    """The legal review of a penalty case before the decision (法制审核)."""

    case = models.ForeignKey(PenaltyCase, on_delete=models.PROTECT, related_name="legal_reviews")
    reviewed_on = models.DateField(_("reviewed on"))
    opinion = models.CharField(
        pgettext_lazy("penalty", "opinion"), max_length=16, choices=ReviewOpinion
    )
    reason = models.TextField(_("reason"))
    post = models.CharField(_("post of the reviewer"), max_length=200)

    class Meta:
        ordering = ["case", "id"]
        verbose_name = _("legal review")


class PenaltyNotice(models.Model):
    """What the party is told before the decision (行政处罚告知书)."""

    case = models.ForeignKey(PenaltyCase, on_delete=models.PROTECT, related_name="notices")
    noticed_on = models.DateField(_("party told on"))
    facts = models.TextField(_("facts"))
    grounds = models.TextField(_("grounds"))
    legal_basis = models.CharField(_("legal basis"), max_length=500)
    fine = models.DecimalField(_("proposed fine in yuan"), max_digits=12, decimal_places=2)
    measure = models.CharField(_("proposed other measure"), max_length=200, blank=True)
    offers_hearing = models.BooleanField(_("offers a hearing"), default=False)

    class Meta:
        ordering = ["case", "id"]
        verbose_name = _("notice of a penalty")
        constraints = [
            models.CheckConstraint(
                name="a_noticed_fine_is_not_negative", condition=Q(fine__gte=Decimal(0))
            )
        ]


class Defence(models.Model):
    """What the party said to a notice, and what the agency answered (陈述申辩)."""

    case = models.ForeignKey(PenaltyCase, on_delete=models.PROTECT, related_name="defences")
    heard_on = models.DateField(_("heard on"))
    content = models.TextField(_("what the party said"))
    answer = models.TextField(pgettext_lazy("penalty", "answer"))
    is_accepted = models.BooleanField(_("accepted"), default=False)

    class Meta:
        ordering = ["case", "id"]
        verbose_name = _("defence")


class PenaltyHearing(models.Model):
    """The hearing of a penalty case, from the request to its record (听证)."""

    case = models.OneToOneField(PenaltyCase, on_delete=models.PROTECT, related_name="hearing")
    asked_on = models.DateField(_("hearing asked for on"))
    noticed_on = models.DateField(_("notice of the hearing on"), null=True, blank=True)
    set_for = models.DateField(_("hearing set for"), null=True, blank=True)
    place = models.CharField(_("place"), max_length=200, blank=True)
    presider = models.ForeignKey(
        Official, on_delete=models.PROTECT, related_name="+", null=True, blank=True,
        verbose_name=_("presider"),
    )  # fmt: skip
    is_public = models.BooleanField(_("held in public"), default=True)
    record = models.TextField(_("record of the hearing"), blank=True)

    class Meta:
        ordering = ["case"]
        verbose_name = _("hearing of a penalty case")
        constraints = [
            models.CheckConstraint(
                name="a_hearing_is_set_with_its_presider",
                condition=Q(set_for=None)
                | Q(noticed_on__isnull=False, presider__isnull=False, set_for__isnull=False),
            ),
        ]


class CollectiveDiscussion(models.Model):
    """The discussion of a grave or complex case by the agency's heads (集体讨论)."""

    case = models.ForeignKey(PenaltyCase, on_delete=models.PROTECT, related_name="discussions")
    held_on = models.DateField(_("held on"))
    participants = models.TextField(_("participants"))
    conclusion = models.TextField(_("conclusion"))

    class Meta:
        ordering = ["case", "id"]
        verbose_name = _("collective discussion")
