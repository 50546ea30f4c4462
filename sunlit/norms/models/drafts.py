"""Drafts of normative documents (规范性文件草案), and the gates that they passed."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q, TextChoices
from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.disclosure.models import Item
from sunlit.disclosure.rules import digest_of
from sunlit.kernel.refusals import WrongMoment
from sunlit.norms.lifecycle import DRAFT_TRANSITIONS, DraftStatus
from sunlit.norms.models.documents import NormativeDocument
from sunlit.organization.belonging import OfAgency
from sunlit.organization.models import Office

NUMBERED = (DraftStatus.REGISTERED, DraftStatus.PUBLISHED, DraftStatus.FILED)
BOUND = (DraftStatus.DECIDED, *NUMBERED)
"""The text of a draft in one of these is the one that was decided on."""


class Gate(TextChoices):
    """The steps of making a normative document, in their order."""

    DRAFTING = "drafting", _("drafting and assessment")
    COMMENT = "comment", _("public comment")
    FEEDBACK = "feedback", _("answer to the comments")
    FAIRNESS = "fairness", _("fair-competition review")
    SUBMISSION = "submission", _("handing in for legality review")
    LEGALITY = "legality", _("legality review")
    DECISION = "decision", _("collective decision")
    REGISTRATION = "registration", _("registration and numbering")
    PUBLICATION = "publication", pgettext_lazy("draft of a norm", "publication")
    FILING = "filing", _("filing for the record")
    END = "end", _("end without a document")


class Outcome(TextChoices):
    """How a step of the way ended."""

    PASSED = "passed", pgettext_lazy("draft of a norm", "passed")
    SKIPPED = "skipped", pgettext_lazy("draft of a norm", "not needed")
    CHANGE = "change", pgettext_lazy("draft of a norm", "to be changed")
    FAILED = "failed", pgettext_lazy("draft of a norm", "failed")


class SkipGround(TextChoices):
    """Why a draft need not be published for comment; which ground holds depends on the day."""

    HEARD_OTHERWISE = "heard_otherwise", _("opinions were heard in another way")
    NO_EFFECT = "no_effect", _("no material effect on the rights and duties of the public")
    SECRET = "secret", _("to be kept secret by law")


class DraftNorm(OfAgency):
    """The draft of a normative document on its way from drafting to filing (规范性文件草案)."""

    code = models.CharField(_("code"), max_length=64)
    title = models.CharField(_("title"), max_length=300)
    office = models.ForeignKey(
        Office, on_delete=models.PROTECT, related_name="+", verbose_name=_("drafting office")
    )
    body = models.TextField(_("text of the draft"))
    explanation = models.TextField(_("explanation of the draft"))
    assessment = models.TextField(_("assessment"), blank=True)
    involves_market = models.BooleanField(_("concerns market operators"), default=False)
    status = models.CharField(
        _("status"), max_length=16, choices=DraftStatus, default=DraftStatus.DRAFTED
    )
    begun_on = models.DateField(_("begun on"))
    comment_from = models.DateField(_("open to comments from"), null=True, blank=True)
    comment_until = models.DateField(_("open to comments until"), null=True, blank=True)
    comment_how = models.CharField(_("how to comment"), max_length=500, blank=True)
    comment_urgency = models.CharField(_("why the period is shorter"), max_length=500, blank=True)
    comments_received = models.PositiveIntegerField(_("comments received"), null=True, blank=True)
    comments_adopted = models.PositiveIntegerField(_("comments adopted"), null=True, blank=True)
    feedback = models.TextField(_("answer to the comments"), blank=True)
    feedback_on = models.DateField(_("comments answered on"), null=True, blank=True)
    submitted_on = models.DateField(_("handed in for legality review on"), null=True, blank=True)
    decided_digest = models.CharField(_("digest of the text decided on"), max_length=64, blank=True)
    document = models.OneToOneField(
        NormativeDocument,
        on_delete=models.PROTECT,
        related_name="draft",
        null=True,
        blank=True,
        verbose_name=_("normative document"),
    )
    item = models.ForeignKey(
        Item,
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("published as"),
    )
    published_on = models.DateField(_("published on"), null=True, blank=True)

    class Meta:
        ordering = ["code"]
        verbose_name = _("draft of a normative document")
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "code"], name="an_agency_has_one_draft_norm_of_a_code"
            ),
            models.CheckConstraint(
                name="a_draft_norm_is_open_to_comments_from_a_day_until_a_later_one",
                condition=Q(comment_from=None, comment_until=None)
                | Q(comment_from__isnull=False, comment_until__gt=F("comment_from")),
            ),
            models.CheckConstraint(
                name="a_draft_norm_adopts_no_more_comments_than_it_received",
                condition=Q(comments_received=None, comments_adopted=None, feedback_on=None)
                | Q(
                    comments_received__isnull=False,
                    comments_adopted__lte=F("comments_received"),
                    feedback_on__isnull=False,
                ),
            ),
            models.CheckConstraint(
                name="a_draft_norm_is_bound_to_its_text_once_it_is_decided",
                condition=Q(status__in=BOUND) & ~Q(decided_digest="")
                | ~Q(status__in=BOUND) & Q(decided_digest=""),
            ),
            models.CheckConstraint(
                name="a_draft_norm_is_a_document_once_it_is_registered",
                condition=Q(status__in=NUMBERED, document__isnull=False)
                | ~Q(status__in=NUMBERED) & Q(document=None),
            ),
            models.CheckConstraint(
                name="a_draft_norm_is_published_as_an_item",
                condition=Q(
                    status__in=(DraftStatus.PUBLISHED, DraftStatus.FILED),
                    published_on__isnull=False,
                    item__isnull=False,
                )
                | ~Q(status__in=(DraftStatus.PUBLISHED, DraftStatus.FILED))
                & Q(published_on=None, item=None),
            ),
        ]

    @property
    def digest(self) -> str:
        """The digest of the text as it is now."""
        return digest_of(self.body)

    @property
    def texts(self) -> tuple[str, ...]:
        """What the public reads of a draft."""
        return (self.title, self.body, self.explanation, self.comment_how, self.comment_urgency)

    def move_to(self, target: DraftStatus) -> str:
        """Take a step of the way and return the provision that allows it, or refuse."""
        basis = DRAFT_TRANSITIONS.get((DraftStatus(self.status), target))
        if basis is None:
            reason = _now("The draft %(code)s is not at the stage to become: %(target)s.")
            raise WrongMoment(reason % {"code": self.code, "target": target.label})
        self.status = target
        return basis

    def get_absolute_url(self) -> str:
        """Return the draft's public address."""
        return reverse("portal:draft_norm", args=[self.code])


class DraftStep(models.Model):
    """A step taken with a draft (制定程序): how it ended, by whom, on which text."""

    draft = models.ForeignKey(DraftNorm, on_delete=models.PROTECT, related_name="steps")
    gate = models.CharField(_("step"), max_length=16, choices=Gate)
    outcome = models.CharField(_("outcome"), max_length=16, choices=Outcome)
    taken_on = models.DateField(_("taken on"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    post = models.CharField(_("post"), max_length=200)
    said = models.TextField(_("opinion, reason or record"), blank=True)
    dissent = models.TextField(_("dissenting opinions"), blank=True)
    digest = models.CharField(_("digest of the text"), max_length=64)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("step of a draft")
        constraints = [
            models.CheckConstraint(
                name="a_step_that_was_not_passed_says_why",
                condition=Q(outcome=Outcome.PASSED) | ~Q(said=""),
            ),
        ]
