"""One-time links (签批链接) by which an approver decides without logging in."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from sunlit.disclosure.models.reviews import SecrecyReview

MOST_FAILURES = 5
"""After so many wrong codes a link is good for nothing any more."""


class ApprovalLink(models.Model):
    """A link that was handed to one approver, for one review, as it stood when it was issued."""

    review = models.ForeignKey(
        SecrecyReview,
        on_delete=models.PROTECT,
        related_name="approval_links",
        verbose_name=_("secrecy review"),
    )
    official = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("approver"),
    )
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    issued_on = models.DateField(_("issued on"))
    valid_until = models.DateTimeField(_("valid until"))
    secret_digest = models.CharField(max_length=64, unique=True)
    text_digest = models.CharField(max_length=64)
    """Of what the item said when the link was issued: another text is not decided on by it."""
    used_at = models.DateTimeField(_("used at"), null=True, blank=True)
    replaced_at = models.DateTimeField(_("replaced at"), null=True, blank=True)

    token = ""
    """What stands in its address: on the link just issued alone, and stored nowhere."""

    class Meta:
        ordering = ["review", "-pk"]
        verbose_name = _("approval link")
        constraints = [
            models.UniqueConstraint(
                fields=["review"],
                condition=Q(used_at=None, replaced_at=None),
                name="a_review_has_one_open_approval_link",
            ),
            models.CheckConstraint(
                name="nobody_issues_an_approval_link_to_themselves",
                condition=~Q(official=F("issued_by")),
            ),
            models.CheckConstraint(
                name="an_approval_link_that_was_replaced_is_not_used",
                condition=Q(used_at=None) | Q(replaced_at=None),
            ),
        ]

    def use(self, *, at: datetime) -> None:
        """Be good for nothing from now on: a link decides once."""
        self.used_at = at


class FailedSignature(models.Model):
    """A wrong signing code typed on the page of a link; too many of them, and it is closed."""

    link = models.ForeignKey(ApprovalLink, on_delete=models.CASCADE, related_name="failures")
    failed_at = models.DateTimeField()

    class Meta:
        ordering = ["failed_at"]
