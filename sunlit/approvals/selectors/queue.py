"""Readings of the queue at the service window."""

from dataclasses import dataclass
from datetime import date
from statistics import mean

from django.db.models import QuerySet

from sunlit.approvals.models import Ticket, TicketStatus
from sunlit.organization.models import Agency


@dataclass(frozen=True)
class Queue:
    """How the queue stands: who is being served, how many wait, how long it took today."""

    serving: tuple[Ticket, ...]
    waiting: int
    served: int
    mean_minutes: int | None
    """Minutes from the number to the call, of those called today; None while nobody was."""


def tickets(agency: Agency) -> QuerySet[Ticket]:
    """Return all numbers ever given out, the latest first."""
    given = Ticket.objects.filter(agency=agency).select_related("window")
    return given.order_by("-day", "-serial")


def tickets_of_year(agency: Agency, year: int) -> QuerySet[Ticket]:
    """Return the numbers given out in a year."""
    return Ticket.objects.filter(agency=agency, day__year=year).order_by("day", "serial")


def tickets_called_in(agency: Agency, year: int) -> QuerySet[Ticket]:
    """Return the numbers of a year that were called."""
    return tickets_of_year(agency, year).filter(called_at__isnull=False)


def next_waiting(agency: Agency, *, on: date) -> Ticket | None:
    """Return the number that has waited longest on a day; None where nobody waits."""
    waiting = Ticket.objects.filter(agency=agency, day=on, status=TicketStatus.WAITING)
    return waiting.order_by("serial").first()


def queue_on(agency: Agency, *, on: date) -> Queue:
    """Return how the queue stands on a day."""
    today = list(Ticket.objects.filter(agency=agency, day=on).order_by("-called_at", "serial"))
    waited = [one.waited_minutes for one in today if one.waited_minutes is not None]
    return Queue(
        serving=tuple(one for one in today if one.status == TicketStatus.CALLED),
        waiting=sum(one.status == TicketStatus.WAITING for one in today),
        served=sum(one.status == TicketStatus.SERVED for one in today),
        mean_minutes=round(mean(waited)) if waited else None,
    )
