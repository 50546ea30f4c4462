"""The register of numbers at the service window."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.approvals.forms import queue as forms
from sunlit.approvals.models import Ticket, TicketStatus
from sunlit.approvals.policies import queue as policies
from sunlit.approvals.selectors import queue as selectors
from sunlit.approvals.services import queue as services
from sunlit.design.columns import choice, day, number, text
from sunlit.design.registers import ActAtDesk, Column, Field, Filter, Label, Register, register
from sunlit.organization.models import Official, Role

STATES = {
    TicketStatus.WAITING: "paused",
    TicketStatus.CALLED: "in_time",
    TicketStatus.SERVED: "done",
    TicketStatus.NO_SHOW: "neutral",
}


def _state(ticket: Ticket) -> tuple[str, Label]:
    status = TicketStatus(ticket.status)
    return STATES[status], status.label


def _at(name: str, label: Label) -> Column:
    return Column(
        label=label,
        value=lambda ticket: f"{at:%H:%M}" if (at := getattr(ticket, name)) else None,
    )


def _statuses(_by: Official) -> Sequence[tuple[str, Label]]:
    return [(status.value, status.label) for status in TicketStatus]


register(
    Register(
        name="tickets",
        label=_("Queue at the window"),
        intro=_("The numbers given out at the service window: who waits, who is called. No names."),
        model=Ticket,
        roles=frozenset({Role.WINDOW_CLERK, Role.CHIEF_REPRESENTATIVE}),
        records=lambda by: selectors.tickets(by.agency),
        number=Field("number"),
        title=lambda ticket: ticket.get_purpose_display(),
        columns=(
            day("day", _("Day")),
            _at("taken_at", _("Taken at")),
            _at("called_at", _("Called at")),
            text("counter", pgettext_lazy("window", "Counter")),
            Column(label=_("State"), value=_state, kind="state"),
        ),
        facts=(
            choice("purpose", _("Purpose")),
            day("day", _("Day")),
            _at("taken_at", _("Taken at")),
            _at("called_at", _("Called at")),
            number("waited_minutes", _("Minutes waited")),
            text("counter", pgettext_lazy("window", "Counter")),
            _at("ended_at", _("Finished at")),
        ),
        filters=(Filter(name="status", label=_("Status"), lookup="status", choices=_statuses),),
        searched=("number",),
        opening=(
            ActAtDesk(
                name="give-number",
                label=_("Give out a number"),
                basis=policies.QUEUE,
                do=services.give_number,
                form=forms.NumberForm,
                why_not=policies.why_not_give,
                done=_("The number has been given out."),
            ),
            ActAtDesk(
                name="call-next",
                label=_("Call the next number"),
                basis=policies.QUEUE,
                do=services.call_next,
                form=forms.CallForm,
                why_not=policies.why_not_call_next,
                done=_("The number has been called."),
            ),
        ),
        acts=(
            ActAtDesk(
                name="finish",
                label=pgettext_lazy("ticket", "Served"),
                basis=policies.QUEUE,
                do=services.finish,
                why_not=policies.why_not_finish,
                done=_("The number has been served."),
            ),
            ActAtDesk(
                name="miss",
                label=pgettext_lazy("ticket", "Nobody came"),
                basis=policies.QUEUE,
                do=services.miss,
                why_not=policies.why_not_finish,
                done=_("Nobody came with this number."),
            ),
        ),
        public_url=lambda _ticket: "/window/queue/",
    )
)
