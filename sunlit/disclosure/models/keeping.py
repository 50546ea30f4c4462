"""What is done with a published item as the years pass: read again, kept longer, handed over."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from sunlit.disclosure.models.items import Item


class Keeping(models.Model):
    """How a published item is looked after (复核、保管): made when the first such act is done."""

    item = models.OneToOneField(
        Item, on_delete=models.PROTECT, related_name="keeping", verbose_name=_("item")
    )
    checked_on = models.DateField(_("last checked on"), null=True, blank=True)
    checked_post = models.CharField(_("last checked by"), max_length=200, blank=True)
    kept_until = models.DateField(_("kept until"), null=True, blank=True)
    is_permanent = models.BooleanField(_("kept for ever"), default=False)
    extension_reason = models.CharField(_("reason for keeping it"), max_length=500, blank=True)
    handed_over_on = models.DateField(_("handed over on"), null=True, blank=True)
    handed_over_to = models.CharField(_("handed over to"), max_length=200, blank=True)

    class Meta:
        ordering = ["id"]
        verbose_name = _("keeping of an item")
        constraints = [
            models.CheckConstraint(
                name="an_item_is_checked_by_somebody",
                condition=Q(checked_on=None, checked_post="")
                | Q(checked_on__isnull=False) & ~Q(checked_post=""),
            ),
            models.CheckConstraint(
                name="an_item_is_kept_longer_for_a_reason",
                condition=Q(kept_until=None, is_permanent=False, extension_reason="")
                | Q(kept_until__isnull=False, is_permanent=False) & ~Q(extension_reason="")
                | Q(kept_until=None, is_permanent=True) & ~Q(extension_reason=""),
            ),
            models.CheckConstraint(
                name="an_item_is_handed_over_to_an_archive",
                condition=Q(handed_over_on=None, handed_over_to="")
                | Q(handed_over_on__isnull=False) & ~Q(handed_over_to=""),
            ),
        ]
