"""What happens to the clock of a request between receipt and reply."""

from django.db import models
from django.db.models import Q, TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.foi import rules
from sunlit.foi.models.requests import InformationRequest
from sunlit.kernel.clock import Event, Extended, Restarted, Resumed


class ClockEventKind(TextChoices):
    """What happened to the clock."""

    PAUSED = "paused", pgettext_lazy("clock", "paused")
    RESUMED = "resumed", pgettext_lazy("clock", "resumed")
    EXTENDED = "extended", pgettext_lazy("clock", "extended")
    RESTARTED = "restarted", pgettext_lazy("clock", "begun anew")


class Ground(TextChoices):
    """Why it happened. The names are those of `rules.GROUNDS`, apart from the last."""

    THIRD_PARTY = "third_party", pgettext_lazy("clock", "a third party is asked")
    CLARIFICATION = "clarification", pgettext_lazy("clock", "the request is to be clarified")
    MORE_TIME = "more_time", pgettext_lazy("clock", "the reply needs more time")


class ClockEvent(models.Model):
    """One event of a request's clock. Receipt and reply stand in the request itself."""

    information_request = models.ForeignKey(
        InformationRequest, on_delete=models.PROTECT, related_name="clock_events"
    )
    position = models.PositiveIntegerField(_("position"))
    kind = models.CharField(_("kind"), max_length=16, choices=ClockEventKind)
    on = models.DateField(_("day"))
    amount = models.PositiveIntegerField(_("working days"), null=True, blank=True)
    ground = models.CharField(_("ground"), max_length=16, choices=Ground)
    remark = models.TextField(_("remark"), blank=True)

    class Meta:
        ordering = ["information_request", "position"]
        verbose_name = _("event of a clock")
        constraints = [
            models.UniqueConstraint(
                fields=["information_request", "position"], name="a_clock_has_one_event_at_a_place"
            ),
            models.UniqueConstraint(
                fields=["information_request"],
                condition=Q(kind=ClockEventKind.EXTENDED),
                name="a_request_is_extended_once",
            ),
            models.UniqueConstraint(
                fields=["information_request"],
                condition=Q(kind=ClockEventKind.RESTARTED),
                name="a_request_is_clarified_once",
            ),
            models.CheckConstraint(
                name="an_extension_and_nothing_else_has_an_amount",
                condition=Q(kind=ClockEventKind.EXTENDED, amount__gte=1)
                | (~Q(kind=ClockEventKind.EXTENDED) & Q(amount=None)),
            ),
        ]

    def as_event(self) -> Event:
        """Return the event as the kernel's clock takes it."""
        match ClockEventKind(self.kind):
            case ClockEventKind.PAUSED:
                return rules.waiting(self.information_request.received_on, self.on, self.ground)
            case ClockEventKind.RESUMED:
                return Resumed(self.on)
            case ClockEventKind.EXTENDED:
                return Extended(self.on, self.amount or 0)
            case ClockEventKind.RESTARTED:
                return Restarted(self.on, rules.CLARIFIED)
