"""What a tender offers, who won it, and who objected."""

from datetime import date
from decimal import Decimal

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from sunlit.dossiers.models.dossiers import Dossier


class Lot(models.Model):
    """A lot (标段). Prices are in yuan; the winner is a label, not a name."""

    dossier = models.ForeignKey(
        Dossier, on_delete=models.PROTECT, related_name="lots", verbose_name=_("dossier")
    )
    code = models.CharField(_("code"), max_length=64)
    name = models.CharField(_("lot"), max_length=300)
    base_price = models.DecimalField(_("base price in yuan"), max_digits=16, decimal_places=2)
    bidders = models.PositiveIntegerField(_("bidders"), null=True, blank=True)
    winner = models.CharField(_("winner"), max_length=200, blank=True)
    price = models.DecimalField(
        _("price in yuan"), max_digits=16, decimal_places=2, null=True, blank=True
    )
    awarded_on = models.DateField(_("awarded on"), null=True, blank=True)

    class Meta:
        ordering = ["dossier", "code"]
        verbose_name = _("lot")
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "code"], name="a_dossier_has_one_lot_of_a_code"
            ),
            models.CheckConstraint(
                name="a_lot_is_awarded_with_winner_price_and_day",
                condition=Q(winner="", price=None, awarded_on=None)
                | ~Q(winner="") & Q(price__isnull=False, awarded_on__isnull=False),
            ),
        ]

    def award(self, *, winner: str, price: Decimal, on: date) -> None:
        """Go to a bidder, at a price in yuan."""
        self.winner, self.price, self.awarded_on = winner, price, on


class Objection(models.Model):
    """A bidder's objection (异议), and how it was answered."""

    dossier = models.ForeignKey(
        Dossier, on_delete=models.PROTECT, related_name="objections", verbose_name=_("dossier")
    )
    number = models.PositiveIntegerField(_("sequence number"))
    raised_on = models.DateField(_("raised on"))
    raised_by = models.CharField(_("raised by"), max_length=200)
    content = models.TextField(_("objection"))
    answered_on = models.DateField(_("answered on"), null=True, blank=True)
    result = models.TextField(_("result"), blank=True)

    class Meta:
        ordering = ["dossier", "number"]
        verbose_name = _("objection")
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "number"], name="a_dossier_has_one_objection_of_a_number"
            ),
            models.CheckConstraint(
                name="an_objection_is_answered_if_and_only_if_dated",
                condition=Q(result="", answered_on=None)
                | ~Q(result="") & Q(answered_on__isnull=False),
            ),
            models.CheckConstraint(
                name="an_objection_is_raised_before_it_is_answered",
                condition=Q(answered_on=None) | Q(answered_on__gte=F("raised_on")),
            ),
        ]
