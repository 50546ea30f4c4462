"""What an entry of the list holds beside the power: basis, duties, risks, and its history."""

from django.db import models
from django.db.models import F, Q, TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.organization.models import Official
from sunlit.powers.models.powers import Power


class BasisKind(TextChoices):
    """What a provision does for a power."""

    POWER = "power", pgettext_lazy("legal basis", "gives the power")
    LIMIT = "limit", pgettext_lazy("legal basis", "sets a time limit")
    FEE = "fee", pgettext_lazy("legal basis", "allows a fee")
    ACCOUNTABILITY = "accountability", pgettext_lazy("legal basis", "holds officials to account")


class LegalBasis(models.Model):
    """One provision that a power rests on (设定依据), from one day on and until another."""

    power = models.ForeignKey(Power, on_delete=models.CASCADE, related_name="bases")
    kind = models.CharField(_("kind"), max_length=16, choices=BasisKind)
    position = models.PositiveSmallIntegerField(_("position"))
    instrument = models.CharField(_("instrument"), max_length=200)
    number = models.CharField(_("document number"), max_length=100, blank=True)
    version_day = models.DateField(_("version of"), null=True, blank=True)
    article = models.CharField(_("article"), max_length=100, blank=True)
    text = models.TextField(_("text of the article"), blank=True)
    text_source = models.CharField(_("source of the text"), max_length=300, blank=True)
    since = models.DateField(_("relied on since"))
    until = models.DateField(_("relied on until"), null=True, blank=True)

    class Meta:
        ordering = ["kind", "position", "id"]
        verbose_name = _("legal basis")
        constraints = [
            models.CheckConstraint(
                name="a_basis_ends_after_it_began",
                condition=Q(until=None) | Q(until__gte=F("since")),
            ),
            models.UniqueConstraint(
                fields=["power", "kind", "position"],
                condition=Q(until=None),
                name="a_power_has_one_basis_at_a_place",
            ),
        ]

    def __str__(self) -> str:
        return f"《{self.instrument}》{self.article}"


class ResponsibilityStage(models.Model):
    """What must be done at one stage of using a power (责任事项), and by which provision."""

    power = models.ForeignKey(Power, on_delete=models.CASCADE, related_name="stages")
    position = models.PositiveSmallIntegerField(_("position"))
    stage = models.CharField(_("stage"), max_length=50)
    duty = models.TextField(_("duty"))
    basis = models.CharField(_("basis"), max_length=300, blank=True)
    is_example = models.BooleanField(_("example wording"), default=False)

    class Meta:
        ordering = ["position", "id"]
        verbose_name = _("duty at a stage")
        constraints = [
            models.UniqueConstraint(
                fields=["power", "stage"], name="a_power_has_one_duty_at_a_stage"
            )
        ]


class AccountabilitySituation(models.Model):
    """A situation in which officials answer for how a power was used (追责情形)."""

    power = models.ForeignKey(Power, on_delete=models.CASCADE, related_name="situations")
    position = models.PositiveSmallIntegerField(_("position"))
    situation = models.CharField(_("situation"), max_length=300)
    basis = models.CharField(_("basis"), max_length=300, blank=True)
    is_example = models.BooleanField(_("example wording"), default=False)

    class Meta:
        ordering = ["position", "id"]
        verbose_name = _("situation of accountability")
        constraints = [
            models.UniqueConstraint(
                fields=["power", "situation"], name="a_power_has_a_situation_once"
            )
        ]


class RiskGrade(TextChoices):
    """How grave a risk to integrity is."""

    HIGH = "high", pgettext_lazy("risk", "high")
    MEDIUM = "medium", pgettext_lazy("risk", "medium")
    LOW = "low", pgettext_lazy("risk", "low")


class RiskPoint(models.Model):
    """A stage at which integrity is at risk (廉政风险点), and what is done against it."""

    power = models.ForeignKey(Power, on_delete=models.CASCADE, related_name="risks")
    position = models.PositiveSmallIntegerField(_("position"))
    stage = models.CharField(_("stage"), max_length=200)
    shows_as = models.CharField(_("how it shows"), max_length=300, blank=True)
    grade = models.CharField(
        pgettext_lazy("risk", "grade"), max_length=8, choices=RiskGrade, blank=True
    )
    control = models.CharField(_("what is done against it"), max_length=300, blank=True)
    post = models.CharField(_("responsible post"), max_length=200, blank=True)
    is_example = models.BooleanField(_("example wording"), default=False)

    class Meta:
        ordering = ["position", "id"]
        verbose_name = _("integrity risk point")
        constraints = [
            models.UniqueConstraint(fields=["power", "stage"], name="a_stage_is_a_risk_point_once")
        ]


class ChangeKind(TextChoices):
    """What was done to an entry of the list."""

    LISTED = "listed", pgettext_lazy("change of a power", "listed")
    PUBLISHED = "published", pgettext_lazy("change of a power", "published")
    CHANGED = "changed", pgettext_lazy("change of a power", "changed")
    SUSPENDED = "suspended", pgettext_lazy("change of a power", "suspended")
    RESUMED = "resumed", pgettext_lazy("change of a power", "resumed")
    HANDED_DOWN = "handed_down", pgettext_lazy("change of a power", "handed down")
    MERGED = "merged", pgettext_lazy("change of a power", "merged into another")
    TAKEN_OVER = "taken_over", pgettext_lazy("change of a power", "took over another")
    CANCELLED = "cancelled", pgettext_lazy("change of a power", "cancelled")


class PowerChange(models.Model):
    """One step in the life of a power (动态调整): what was done, when and why."""

    power = models.ForeignKey(Power, on_delete=models.CASCADE, related_name="changes")
    kind = models.CharField(_("kind"), max_length=16, choices=ChangeKind)
    on = models.DateField(_("day"))
    reason = models.TextField(_("reason"), blank=True)
    document = models.CharField(_("by which document"), max_length=300, blank=True)
    former = models.JSONField(_("former values"), default=dict, blank=True)
    """The values of the fields that changed, by name: what stood there before, and since then."""
    other = models.CharField(_("the other party"), max_length=200, blank=True)
    """To whom it was handed down; the code of the power that it was merged into or took over."""
    by = models.ForeignKey(
        Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    post = models.CharField(_("post"), max_length=100, blank=True)

    class Meta:
        ordering = ["on", "id"]
        verbose_name = _("change of a power")
