"""What the service window may decide by itself (审批授权到位)."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.organization.belonging import OfAgency
from sunlit.powers.models.powers import Power


class Delegation(OfAgency):
    """A document by which the window's chief representative may decide on one licence."""

    power = models.ForeignKey(
        Power, on_delete=models.PROTECT, related_name="delegations", verbose_name=_("power")
    )
    post = models.CharField(_("delegated to"), max_length=100)
    document = models.CharField(_("delegated by"), max_length=300)
    since = models.DateField(pgettext_lazy("delegation", "since"))
    until = models.DateField(pgettext_lazy("delegation", "until"), null=True, blank=True)

    class Meta:
        ordering = ["power", "since"]
        verbose_name = _("delegation")
        constraints = [
            models.CheckConstraint(
                name="a_delegation_ends_after_it_began",
                condition=Q(until=None) | Q(until__gte=F("since")),
            ),
            models.UniqueConstraint(
                fields=["power"],
                condition=Q(until=None),
                name="a_power_is_delegated_by_one_document_at_a_time",
            ),
        ]
