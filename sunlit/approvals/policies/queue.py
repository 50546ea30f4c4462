"""Who may give, call and finish numbers at the service window, and when."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from sunlit.approvals.models import Ticket, TicketStatus
from sunlit.approvals.policies.permission import why_not_one_of, wrong_moment
from sunlit.kernel.refusals import Refused
from sunlit.organization.models import Official, Role
from sunlit.organization.selectors import office_day
from sunlit.powers.models import ServiceWindow

AT_THE_WINDOW = (Role.WINDOW_CLERK, Role.CHIEF_REPRESENTATIVE)
QUEUE = "window.queue"
NO_WINDOW = _("The agency has no service window.")
NOBODY_WAITS = _("Nobody waits.")


def why_not_give(by: Official, _ticket: Ticket | None = None) -> Refused | None:
    """Say why this official may not give out a number."""
    return why_not_one_of(by, *AT_THE_WINDOW, name=QUEUE, on=office_day())


def why_not_give_then(window: ServiceWindow, on: date) -> Refused | None:
    """Say why a window gives out no number on a day: it must have been opened."""
    if on < window.opened_on:
        reason = _("The window opens on %(day)s.") % {"day": window.opened_on.isoformat()}
        return wrong_moment(reason, QUEUE, on)
    return None


def why_not_call_next(by: Official, _ticket: Ticket | None = None) -> Refused | None:
    """Say why this official may not call the next number."""
    return why_not_one_of(by, *AT_THE_WINDOW, name=QUEUE, on=office_day())


def why_not_finish(by: Official, ticket: Ticket) -> Refused | None:
    """Say why a number cannot be finished: only one that was called and not finished."""
    if refusal := why_not_one_of(by, *AT_THE_WINDOW, name=QUEUE, on=ticket.day):
        return refusal
    if ticket.status == TicketStatus.WAITING:
        return wrong_moment(_("This number has not been called yet."), QUEUE, ticket.day)
    if ticket.status != TicketStatus.CALLED:
        return wrong_moment(_("This number is finished already."), QUEUE, ticket.day)
    return None
