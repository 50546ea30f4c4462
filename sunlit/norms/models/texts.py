"""The texts of a normative document (文本版本), what acts on what, and its evaluations (评估)."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q, TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.disclosure.models import Item
from sunlit.norms.models.documents import NormativeDocument


class RelationKind(TextChoices):
    """What one document does to another."""

    AMENDS = "amends", pgettext_lazy("norm", "amends")
    REPEALS = "repeals", pgettext_lazy("norm", "repeals")
    REPLACES = "replaces", pgettext_lazy("norm", "replaces")


class NormText(models.Model):
    """What a document says from a day on (文本版本), as an item published it."""

    document = models.ForeignKey(NormativeDocument, on_delete=models.PROTECT, related_name="texts")
    number = models.PositiveSmallIntegerField(_("version"))
    body = models.TextField(_("text"))
    valid_from = models.DateField(_("holds from"))
    item = models.ForeignKey(
        Item, on_delete=models.PROTECT, related_name="+", verbose_name=_("published as")
    )
    amended_by = models.ForeignKey(
        NormativeDocument,
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("amended by"),
    )
    entered_on = models.DateField(_("entered on"))

    class Meta:
        ordering = ["document", "number"]
        verbose_name = _("text of a normative document")
        constraints = [
            models.UniqueConstraint(
                fields=["document", "number"], name="a_norm_has_one_text_of_a_number"
            ),
            models.UniqueConstraint(
                fields=["document", "valid_from"], name="a_norm_has_one_text_from_a_day"
            ),
            models.CheckConstraint(
                name="only_the_first_text_of_a_norm_comes_by_no_amendment",
                condition=Q(number=1, amended_by=None) | Q(number__gt=1, amended_by__isnull=False),
            ),
        ]


class NormRelation(models.Model):
    """One document amends, repeals or replaces another from a day on (修改、废止、取代)."""

    kind = models.CharField(_("relation"), max_length=16, choices=RelationKind)
    actor = models.ForeignKey(
        NormativeDocument, on_delete=models.PROTECT, related_name="acts_on", verbose_name=_("by")
    )
    target = models.ForeignKey(
        NormativeDocument, on_delete=models.PROTECT, related_name="acted_on_by"
    )
    since = models.DateField(_("since"))

    class Meta:
        ordering = ["since", "pk"]
        verbose_name = _("relation of normative documents")
        constraints = [
            models.CheckConstraint(
                name="a_norm_does_not_act_on_itself", condition=~Q(actor=F("target"))
            ),
            models.UniqueConstraint(
                fields=["kind", "actor", "target", "since"], name="a_norm_acts_once_on_a_day"
            ),
            models.UniqueConstraint(
                fields=["kind", "target"],
                condition=~Q(kind=RelationKind.AMENDS),
                name="a_norm_is_repealed_and_replaced_once",
            ),
        ]


class EvaluationOutcome(TextChoices):
    """What an evaluation advises."""

    RENEW = "renew", _("to be renewed")
    REVISE = "revise", _("to be revised")
    LAPSE = "lapse", _("to be let lapse")


class NormEvaluation(models.Model):
    """What came of a document before its validity ends, and what is to become of it (评估)."""

    document = models.ForeignKey(
        NormativeDocument, on_delete=models.PROTECT, related_name="evaluations"
    )
    evaluated_on = models.DateField(_("evaluated on"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    post = models.CharField(_("post"), max_length=200)
    outcome = models.CharField(_("advice"), max_length=16, choices=EvaluationOutcome)
    finding = models.TextField(_("finding"))

    class Meta:
        ordering = ["document", "evaluated_on", "pk"]
        verbose_name = _("evaluation of a normative document")
        constraints = [
            models.CheckConstraint(
                name="an_evaluation_of_a_norm_says_what_was_found", condition=~Q(finding="")
            ),
        ]
