"""What of the screening's findings may stand in an item, and why (公开前筛查)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from sunlit.disclosure.models.items import Item
from sunlit.organization.models import Official

FINGERPRINT = 32
"""How many signs the fingerprint of a finding has; it tells the same thing found anew."""


class KeptFinding(models.Model):
    """That something found in an item may stand there, with the reason: a name on a public list.

    What was found is not written down a second time; its fingerprint is. Where the text changes so
    that the thing itself changes, the finding is a new one and is to be answered anew.
    """

    item = models.ForeignKey(
        Item, on_delete=models.PROTECT, related_name="kept_findings", verbose_name=_("item")
    )
    kind = models.CharField(_("kind"), max_length=32)
    fingerprint = models.CharField(_("fingerprint"), max_length=FINGERPRINT)
    reason = models.CharField(_("reason"), max_length=500)
    kept_on = models.DateField(_("kept on"))
    by = models.ForeignKey(
        Official, on_delete=models.PROTECT, related_name="+", verbose_name=_("by")
    )
    post = models.CharField(_("post"), max_length=200)

    class Meta:
        ordering = ["id"]
        verbose_name = _("kept finding")
        constraints = [
            models.UniqueConstraint(
                fields=["item", "fingerprint"], name="a_finding_of_an_item_is_kept_once"
            ),
            models.CheckConstraint(
                name="a_finding_is_kept_for_a_reason", condition=~models.Q(reason="")
            ),
        ]
