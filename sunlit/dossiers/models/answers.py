"""Why something that looks like half or fake disclosure is none."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from sunlit.dossiers.models.dossiers import Stage


class DoubtAnswer(models.Model):
    """That an official answered a doubt about a stage (疑点说明); it holds for the text as it was.

    `digest` is of what the doubt was raised about: where that changes, the doubt stands again.
    """

    stage = models.ForeignKey(
        Stage, on_delete=models.PROTECT, related_name="answers", verbose_name=_("stage")
    )
    doubt = models.CharField(_("doubt"), max_length=32)
    digest = models.CharField(_("digest"), max_length=64)
    reason = models.CharField(_("reason"), max_length=500)
    post = models.CharField(_("answered by"), max_length=200)
    answered_on = models.DateField(_("answered on"))

    class Meta:
        ordering = ["stage", "doubt", "answered_on"]
        verbose_name = _("answer to a doubt")
        constraints = [
            models.UniqueConstraint(
                fields=["stage", "doubt", "digest"], name="a_doubt_about_a_text_is_answered_once"
            )
        ]
