"""The queue of the service window: numbered tickets, without a word about who holds them."""

from django.db import models
from django.db.models import Q, TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.organization.belonging import OfYear
from sunlit.powers.models import ServiceWindow


class TicketStatus(TextChoices):
    """Where a ticket stands."""

    WAITING = "waiting", pgettext_lazy("ticket", "waiting")
    CALLED = "called", pgettext_lazy("ticket", "called")
    SERVED = "served", pgettext_lazy("ticket", "served")
    NO_SHOW = "no_show", _("did not come")


class TicketPurpose(TextChoices):
    """What somebody came for."""

    APPLY = "apply", _("to apply")
    COLLECT = "collect", _("to collect a decision")
    ASK = "ask", _("to ask")
    CONVENIENCE = "convenience", _("a service for convenience")


class Ticket(OfYear):
    """One turn at the window on one day (排队号). It knows no names."""

    window = models.ForeignKey(
        ServiceWindow, on_delete=models.PROTECT, related_name="tickets", verbose_name=_("window")
    )
    day = models.DateField(_("day"))
    serial = models.PositiveIntegerField(_("serial number"))
    number = models.CharField(_("number"), max_length=16)
    purpose = models.CharField(_("purpose"), max_length=16, choices=TicketPurpose)
    taken_at = models.TimeField(_("taken at"))
    called_at = models.TimeField(_("called at"), null=True, blank=True)
    counter = models.CharField(pgettext_lazy("window", "counter"), max_length=16, blank=True)
    ended_at = models.TimeField(_("finished at"), null=True, blank=True)
    waited_minutes = models.PositiveIntegerField(_("minutes waited"), null=True, blank=True)
    status = models.CharField(
        _("status"), max_length=16, choices=TicketStatus, default=TicketStatus.WAITING
    )

    class Meta:
        ordering = ["day", "serial"]
        verbose_name = _("ticket of the window")
        constraints = [
            models.UniqueConstraint(
                fields=["window", "day", "serial"], name="a_window_gives_a_number_once_a_day"
            ),
            models.CheckConstraint(
                name="a_ticket_that_waits_has_not_been_called",
                condition=Q(status="waiting", called_at=None)
                | (~Q(status="waiting") & Q(called_at__isnull=False)),
            ),
        ]
