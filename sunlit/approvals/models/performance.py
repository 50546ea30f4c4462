"""What follows a penalty: payment, relief from it, publication, and how a case ends."""

from django.db import models
from django.db.models import F, Q, TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.approvals.models.penalties import PenaltyCase


class ReliefKind(TextChoices):
    """How a fine may be paid later, for hardship."""

    DEFERRAL = "deferral", _("payment deferred")
    INSTALMENTS = "instalments", _("payment by instalments")


class FinePayment(models.Model):
    """A sum paid on a fine (罚款缴纳)."""

    case = models.ForeignKey(PenaltyCase, on_delete=models.PROTECT, related_name="payments")
    paid_on = models.DateField(_("paid on"))
    amount = models.DecimalField(_("amount in yuan"), max_digits=12, decimal_places=2)
    on_the_spot = models.BooleanField(_("collected on the spot"), default=False)
    reason = models.CharField(_("reason"), max_length=500, blank=True)
    handed_in_on = models.DateField(_("handed in to the agency on"), null=True, blank=True)

    class Meta:
        ordering = ["case", "id"]
        verbose_name = _("payment of a fine")
        constraints = [
            models.CheckConstraint(name="a_payment_is_of_money", condition=Q(amount__gt=0)),
            models.CheckConstraint(
                name="what_is_handed_in_was_collected_first",
                condition=Q(handed_in_on=None)
                | Q(on_the_spot=True, paid_on__lte=F("handed_in_on")),
            ),
        ]


class PaymentRelief(models.Model):
    """An application to pay a fine later or by instalments, and its answer (暂缓或者分期缴纳)."""

    case = models.ForeignKey(PenaltyCase, on_delete=models.PROTECT, related_name="reliefs")
    kind = models.CharField(_("kind of relief"), max_length=16, choices=ReliefKind)
    applied_on = models.DateField(_("applied for on"))
    hardship = models.TextField(_("hardship"))
    until = models.DateField(_("to be paid in full by"))
    instalments = models.PositiveSmallIntegerField(_("number of instalments"), default=1)
    answered_on = models.DateField(_("answered on"), null=True, blank=True)
    is_granted = models.BooleanField(_("granted"), default=False)
    answer = models.CharField(_("reason of the answer"), max_length=500, blank=True)

    class Meta:
        ordering = ["case", "id"]
        verbose_name = _("relief of payment")
        constraints = [
            models.CheckConstraint(
                name="only_an_answered_relief_is_granted",
                condition=Q(is_granted=False) | Q(answered_on__isnull=False),
            ),
        ]


class PenaltyPublication(models.Model):
    """The reviewed words in which a decision is shown to the public (处罚信息公示)."""

    case = models.OneToOneField(PenaltyCase, on_delete=models.PROTECT, related_name="publication")
    party_shown = models.CharField(_("party as it is shown"), max_length=200)
    text = models.TextField(_("text to be published"))
    reviewed_on = models.DateField(_("reviewed on"))
    reviewed_by = models.CharField(_("post of the reviewer"), max_length=200)
    withdrawal_reason = models.TextField(_("reason of the withdrawal"), blank=True)

    class Meta:
        ordering = ["case"]
        verbose_name = _("publication of a penalty")


class EndingKind(TextChoices):
    """How a penalty case ends without a penalty, or after one."""

    DROPPED = "dropped", _("dropped: the facts do not stand")
    NO_PENALTY = "no_penalty", _("no penalty imposed")
    TRANSFERRED = "transferred", _("transferred to the police")
    CLOSED = "closed", pgettext_lazy("penalty", "closed")


class CaseEnding(models.Model):
    """The end of a penalty case, with its reason (结案)."""

    case = models.OneToOneField(PenaltyCase, on_delete=models.PROTECT, related_name="ending")
    kind = models.CharField(_("kind of end"), max_length=16, choices=EndingKind)
    ended_on = models.DateField(_("ended on"))
    reason = models.TextField(_("reason"))

    class Meta:
        ordering = ["case"]
        verbose_name = _("end of a penalty case")
