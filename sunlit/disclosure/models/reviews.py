"""The secrecy review (保密审查) that each item must pass."""

from collections.abc import Sequence
from datetime import date
from itertools import combinations, pairwise

from django.conf import settings
from django.db import models
from django.db.models import F, Q, TextChoices
from django.utils.translation import gettext_lazy as _

from sunlit.disclosure.models.items import Item
from sunlit.disclosure.rules import USUAL_CHAIN, ChainStep, StepKind
from sunlit.organization.belonging import OfYear
from sunlit.organization.models import Office, Official

SIGNATURES = ("drafter", "section_reviewer", "secrecy_reviewer", "approver")
STEPS = ("drafted_on", "section_reviewed_on", "secrecy_reviewed_on", "approved_on")


class Finding(TextChoices):
    """What the secrecy reviewer found."""

    OK = "ok", _("nothing against publication")
    CHANGES = "changes", _("changes are needed")
    WITHHOLD = "withhold", _("should not be published")


class Decision(TextChoices):
    """What a secrecy review decided."""

    PUBLISH = "publish", _("may be published")
    PUBLISH_CHANGED = "publish_changed", _("may be published after changes")
    WITHHOLD = "withhold", _("may not be published")


def _one_signature_each() -> Q:
    """Return the condition that no official signs a review twice."""
    condition = Q()
    for one, other in combinations(SIGNATURES, 2):
        condition &= ~Q(**{one: F(other)})
    return condition


def _in_order() -> Q:
    """Return the condition that each step has the step before it, and is not earlier."""
    condition = Q()
    for before, after in pairwise(STEPS):
        condition &= Q(**{after: None}) | Q(**{f"{after}__gte": F(before)})
        if before != STEPS[0]:
            condition &= Q(**{after: None}) | Q(**{f"{before}__isnull": False})
    return condition


class SecrecyReview(OfYear):
    """The review before publication: drafted, reviewed, reviewed for secrecy, approved.

    Each step has its day and the post that took it; a step done at the desk also has the
    official, so that no two signatures are one person's.
    """

    code = models.CharField(_("register number"), max_length=64)
    title = models.CharField(_("title"), max_length=300)
    item = models.OneToOneField(
        Item,
        on_delete=models.PROTECT,
        related_name="review",
        null=True,
        blank=True,
        verbose_name=_("item"),
    )
    office = models.ForeignKey(
        Office, on_delete=models.PROTECT, related_name="+", verbose_name=_("office")
    )
    chain = models.JSONField(_("chain of steps"), default=list, blank=True)
    """The steps as they were set when the draft was made; empty for what was taken in."""
    drafted_on = models.DateField(_("drafted on"))
    drafted_post = models.CharField(_("drafted by"), max_length=200)
    drafter = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    section_reviewed_on = models.DateField(_("section agreed on"), null=True, blank=True)
    section_reviewed_post = models.CharField(_("section agreed by"), max_length=200, blank=True)
    section_reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    secrecy_reviewed_on = models.DateField(_("reviewed for secrecy on"), null=True, blank=True)
    secrecy_reviewed_post = models.CharField(
        _("reviewed for secrecy by"), max_length=200, blank=True
    )
    secrecy_reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    finding = models.CharField(
        _("finding of the secrecy review"), max_length=16, choices=Finding, blank=True
    )
    original_body = models.TextField(_("text before the changes"), blank=True)
    approved_on = models.DateField(_("decided on"), null=True, blank=True)
    approved_post = models.CharField(_("decided by"), max_length=200, blank=True)
    approver = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    decision = models.CharField(_("conclusion"), max_length=24, choices=Decision, blank=True)
    ground = models.CharField(_("ground of the conclusion"), max_length=300, blank=True)
    approved_digest = models.CharField(
        _("digest of what was decided on"), max_length=64, blank=True
    )
    """Of title and text as they were decided on; a review that was taken in has none."""

    class Meta:
        ordering = ["year", "code"]
        verbose_name = _("secrecy review")
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "year", "code"], name="a_year_has_one_review_of_a_code"
            ),
            models.CheckConstraint(
                name="a_review_is_decided_if_and_only_if_dated",
                condition=Q(decision="", approved_on=None)
                | ~Q(decision="") & Q(approved_on__isnull=False),
            ),
            models.CheckConstraint(
                name="a_review_has_a_finding_if_and_only_if_dated",
                condition=Q(finding="", secrecy_reviewed_on=None)
                | ~Q(finding="") & Q(secrecy_reviewed_on__isnull=False),
            ),
            models.CheckConstraint(
                name="changes_and_withholding_have_a_ground",
                condition=Q(decision__in=["", Decision.PUBLISH]) | ~Q(ground=""),
            ),
            models.CheckConstraint(
                name="the_steps_of_a_review_are_taken_in_order", condition=_in_order()
            ),
            models.CheckConstraint(
                name="no_official_signs_a_review_twice", condition=_one_signature_each()
            ),
        ]

    @property
    def signed_by(self) -> frozenset[int]:
        """Return the keys of the officials who have signed a step of this review."""
        signatures = [getattr(self, f"{name}_id") for name in SIGNATURES]
        signatures += [one.by_id for one in self.countersignatures.all()]
        return frozenset(signature for signature in signatures if signature is not None)

    @property
    def steps(self) -> Sequence[ChainStep]:
        """The steps after the draft, as the rules take them."""
        return tuple(ChainStep.from_kept(step) for step in self.chain) or USUAL_CHAIN

    @property
    def next_at(self) -> int | None:
        """Where in the chain the next step stands; None once all are taken."""
        countersigned = {one.position for one in self.countersignatures.all()}
        taken = {
            StepKind.SECTION: self.section_reviewed_on,
            StepKind.SECRECY: self.secrecy_reviewed_on,
            StepKind.DECISION: self.approved_on,
        }
        for at, step in enumerate(self.steps):
            if at not in countersigned and taken.get(step.kind) is None:
                return at
        return None

    @property
    def next_step(self) -> ChainStep | None:
        """The next step; None once all are taken."""
        at = self.next_at
        return None if at is None else self.steps[at]

    @property
    def last_step_on(self) -> date:
        """The day of the last step that was taken."""
        days = [self.section_reviewed_on, self.secrecy_reviewed_on, self.approved_on]
        days += [one.signed_on for one in self.countersignatures.all()]
        return max([self.drafted_on, *(day for day in days if day)])

    def sign_as_section(self, by: Official, *, on: date) -> None:
        """Take the second step."""
        self.section_reviewer, self.section_reviewed_post = by, by.post
        self.section_reviewed_on = on

    def sign_as_secrecy_reviewer(
        self, by: Official, *, on: date, finding: Finding, ground: str
    ) -> None:
        """Take the third step."""
        self.secrecy_reviewer, self.secrecy_reviewed_post = by, by.post
        self.secrecy_reviewed_on, self.finding, self.ground = on, finding, ground

    def decide(
        self, by: Official, *, on: date, decision: Decision, ground: str, digest: str
    ) -> None:
        """Take the last step, on the text of this digest and no other."""
        self.approver, self.approved_post = by, by.post
        self.approved_on, self.decision, self.ground = on, decision, ground
        self.approved_digest = digest

    def begin_again(self) -> None:
        """Take back all steps after the first, so that they are taken anew."""
        self.section_reviewer = self.secrecy_reviewer = self.approver = None
        self.section_reviewed_on = self.secrecy_reviewed_on = self.approved_on = None
        self.section_reviewed_post = self.secrecy_reviewed_post = self.approved_post = ""
        self.finding = self.decision = self.ground = ""
        self.original_body = self.approved_digest = ""
