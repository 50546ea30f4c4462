"""The clean-up of normative documents (规范性文件清理), and the decision about each."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q, TextChoices
from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from sunlit.kernel.refusals import WrongMoment
from sunlit.norms.lifecycle import TRANSITIONS, Status
from sunlit.norms.models.documents import NormativeDocument
from sunlit.organization.belonging import OfYear


class Decision(TextChoices):
    """What is decided about a document."""

    RETAIN = "retain", _("retain")
    REVISE = "revise", _("revise")
    REPEAL = "repeal", _("repeal")
    LAPSE = "lapse", _("declare lapsed")


ENDING = frozenset({Decision.REPEAL, Decision.LAPSE})
"""The decisions by which a document ends."""


class Principle(TextChoices):
    """Which of the three principles a decision follows (立、改、废)."""

    ESTABLISH = "establish", _("establish")
    AMEND = "amend", _("amend")
    ABOLISH = "abolish", _("abolish")


class CleanUpKind(TextChoices):
    """Which documents a clean-up goes through: all of them, or those on one subject."""

    GENERAL = "general", _("all documents")
    SPECIAL = "special", _("documents on one subject")


class CleanUp(OfYear):
    """One clean-up: many documents are looked at, one document states the result."""

    code = models.CharField(_("code"), max_length=64)
    name = models.CharField(_("name"), max_length=200, blank=True)
    kind = models.CharField(
        _("kind"), max_length=16, choices=CleanUpKind, default=CleanUpKind.GENERAL
    )
    subject = models.CharField(_("subject"), max_length=300, blank=True)
    begun_on = models.DateField(_("begun on"))
    decided_on = models.DateField(_("decided on"), null=True, blank=True)
    document_number = models.CharField(
        _("document number of the result"), max_length=64, blank=True
    )

    class Meta:
        ordering = ["-year", "code"]
        verbose_name = _("clean-up")
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "year", "code"], name="a_year_has_one_clean_up_of_a_code"
            ),
            models.CheckConstraint(
                name="a_clean_up_is_decided_if_and_only_if_numbered",
                condition=Q(decided_on=None, document_number="")
                | Q(decided_on__isnull=False) & ~Q(document_number=""),
            ),
            models.CheckConstraint(
                name="a_clean_up_on_a_subject_names_it",
                condition=Q(kind=CleanUpKind.GENERAL, subject="")
                | Q(kind=CleanUpKind.SPECIAL) & ~Q(subject=""),
            ),
            models.CheckConstraint(
                name="a_clean_up_begins_before_it_is_decided",
                condition=Q(decided_on=None) | Q(decided_on__gte=F("begun_on")),
            ),
        ]

    def get_absolute_url(self) -> str:
        """Return the public address of the result."""
        return reverse("portal:clean_up", args=[self.year, self.code])


class CleanUpDecision(models.Model):
    """What one clean-up decides about one document: proposed, reviewed, decided, published.

    Each step has its day; a step taken at the desk also has the official, so that nobody
    decides what he or she has reviewed.
    """

    clean_up = models.ForeignKey(
        CleanUp, on_delete=models.PROTECT, related_name="decisions", verbose_name=_("clean-up")
    )
    document = models.ForeignKey(
        NormativeDocument,
        on_delete=models.PROTECT,
        related_name="decisions",
        verbose_name=_("normative document"),
    )
    status = models.CharField(_("status"), max_length=16, choices=Status, default=Status.PROPOSED)
    decision = models.CharField(_("decision"), max_length=16, choices=Decision)
    principle = models.CharField(_("principle"), max_length=16, choices=Principle)
    reason = models.CharField(_("reason"), max_length=1000)
    opinion = models.CharField(_("opinion of the office"), max_length=1000, blank=True)
    proposer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    """Who proposed it at the desk; of what was taken in, nobody is known."""
    reviewed_on = models.DateField(_("legality reviewed on"), null=True, blank=True)
    legal_review_by = models.CharField(_("legality reviewed by"), max_length=200, blank=True)
    legal_reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    decided_on = models.DateField(_("decided on"), null=True, blank=True)
    published_on = models.DateField(_("published on"), null=True, blank=True)
    channels = models.JSONField(_("channels"), default=list, blank=True)

    class Meta:
        ordering = ["clean_up", "document__code"]
        verbose_name = _("decision on a document")
        constraints = [
            models.UniqueConstraint(
                fields=["clean_up", "document"], name="a_clean_up_decides_once_on_a_document"
            ),
            models.CheckConstraint(
                name="a_clean_up_decision_has_the_days_of_its_status",
                condition=Q(
                    status=Status.PROPOSED, reviewed_on=None, decided_on=None, published_on=None
                )
                | Q(
                    status=Status.REVIEWED,
                    reviewed_on__isnull=False,
                    decided_on=None,
                    published_on=None,
                )
                | Q(
                    status=Status.DECIDED,
                    reviewed_on__isnull=False,
                    decided_on__isnull=False,
                    published_on=None,
                )
                | Q(
                    status=Status.PUBLISHED,
                    reviewed_on__isnull=False,
                    decided_on__isnull=False,
                    published_on__isnull=False,
                ),
            ),
            models.CheckConstraint(
                name="a_clean_up_decision_is_reviewed_first",
                condition=Q(decided_on=None) | Q(decided_on__gte=F("reviewed_on")),
            ),
            models.CheckConstraint(
                name="a_clean_up_decision_is_decided_before_published",
                condition=Q(published_on=None) | Q(published_on__gte=F("decided_on")),
            ),
        ]

    @property
    def ends_the_document(self) -> bool:
        """Whether the document is out of force when this is decided."""
        return self.decision in ENDING

    def move_to(self, target: Status) -> None:
        """Take the next step of the life cycle, or refuse."""
        if (self.status, target) not in TRANSITIONS:
            reason = _now("The decision on %(code)s is not at the stage to become: %(target)s.")
            raise WrongMoment(reason % {"code": self.document.code, "target": target.label})
        self.status = target

    def end_document(self, *, on: date) -> None:
        """Put the document out of force, if that is the decision; an earlier end stands."""
        document = self.document
        if document.repealed_on or document.lapsed_on:
            return
        if self.decision == Decision.REPEAL:
            document.repealed_on = on
        elif self.decision == Decision.LAPSE:
            document.lapsed_on = on
