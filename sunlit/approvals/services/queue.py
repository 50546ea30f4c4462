"""The acts of the queue at the service window."""

from datetime import date, time

from django.db import transaction
from django.db.models import Max

from sunlit.approvals import rules
from sunlit.approvals.events import queue as events
from sunlit.approvals.models import Ticket, TicketStatus
from sunlit.approvals.policies import queue as policies
from sunlit.approvals.policies.permission import basis, wrong_moment
from sunlit.approvals.selectors import queue as selectors
from sunlit.ledger.events import Event
from sunlit.ledger.services import record
from sunlit.organization.models import Agency, Official
from sunlit.organization.selectors import office_time
from sunlit.powers.selectors import service_window


@transaction.atomic(durable=True)
def give_number(
    *, agency: Agency, by: Official, today: date, purpose: str, at: time | None = None
) -> Ticket:
    """Give out the next number of the day. `at`: the time of day; now where it is not given."""
    if refusal := policies.why_not_give(by):
        raise refusal
    Agency.objects.select_for_update(of=("self",)).get(pk=agency.pk)  # no number twice
    window = service_window(agency.pk)
    if window is None:
        raise wrong_moment(policies.NO_WINDOW, policies.QUEUE, today)
    if refusal := policies.why_not_give_then(window, today):
        raise refusal
    of_day = Ticket.objects.filter(window=window, day=today)
    serial = (of_day.aggregate(last=Max("serial"))["last"] or 0) + 1
    ticket = Ticket.objects.create(
        agency=agency,
        year=today.year,
        window=window,
        day=today,
        serial=serial,
        number=rules.ticket_number(serial),
        purpose=purpose,
        taken_at=at or office_time(),
    )
    _enter(events.TicketTaken(ticket.number, purpose), ticket, by, today)
    return ticket


@transaction.atomic(durable=True)
def call_next(
    *, agency: Agency, by: Official, today: date, counter: str, at: time | None = None
) -> Ticket:
    """Call the number that has waited longest to a counter."""
    if refusal := policies.why_not_call_next(by):
        raise refusal
    Agency.objects.select_for_update(of=("self",)).get(pk=agency.pk)  # nobody is called twice
    ticket = selectors.next_waiting(agency, on=today)
    if ticket is None:
        raise wrong_moment(policies.NOBODY_WAITS, policies.QUEUE, today)
    now = at or office_time()
    ticket.called_at, ticket.counter, ticket.status = now, counter, TicketStatus.CALLED
    ticket.waited_minutes = rules.minutes_between(ticket.taken_at, now)
    ticket.save()
    event = events.TicketCalled(ticket.number, counter, ticket.waited_minutes)
    _enter(event, ticket, by, today)
    return ticket


@transaction.atomic(durable=True)
def finish(*, record_id: int, by: Official, today: date, at: time | None = None) -> Ticket:
    """Enter that a number was served."""
    return _finish(record_id, by, today, TicketStatus.SERVED, at)


@transaction.atomic(durable=True)
def miss(*, record_id: int, by: Official, today: date, at: time | None = None) -> Ticket:
    """Enter that nobody came with a number that was called."""
    return _finish(record_id, by, today, TicketStatus.NO_SHOW, at)


def _finish(
    record_id: int, by: Official, today: date, status: TicketStatus, at: time | None
) -> Ticket:
    found = Ticket.objects.select_for_update(of=("self",)).get(pk=record_id, agency=by.agency)
    if refusal := policies.why_not_finish(by, found):
        raise refusal
    found.status, found.ended_at = status, at or office_time()
    found.save(update_fields=["status", "ended_at"])
    _enter(events.TicketFinished(found.number, status), found, by, today)
    return found


def _enter(event: Event, ticket: Ticket, by: Official, today: date) -> None:
    record(event, about=ticket, by=by, day=today, basis=basis(policies.QUEUE, today))
