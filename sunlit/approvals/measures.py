"""The figures that licence cases and penalty cases can give."""

from functools import partial

from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.approvals import rules, selectors
from sunlit.approvals.models import (
    LicenceCase,
    PenaltyCase,
    PublicityRecord,
    Result,
    Ticket,
    TicketStatus,
)
from sunlit.approvals.selectors import queue, timeliness
from sunlit.measures.registry import Face, Measure, Part, face_with_page, register
from sunlit.powers.models import Kind, Power
from sunlit.powers.selectors import licences_of_year, powers_of_year

MONTHS = {"month": Part(lookup="decided_on__month", label=_("month of the decision"))}


def _licence(case: LicenceCase) -> Face:
    return Face(
        id=case.number,
        number=case.number,
        title=case.power.name,
        day=case.received_on,
        facts=(
            (_("result"), case.get_result_display()),
            (_("decided on"), case.decided_on),
        ),
    )


def _penalty(case: PenaltyCase) -> Face:
    return Face(
        id=case.number,
        number=case.number,
        title=case.cause,
        day=case.decided_on or case.filed_on,
        facts=(
            (pgettext_lazy("penalty", "procedure"), case.get_procedure_display()),
            (_("office"), case.office.name),
        ),
    )


def _publicity(one: PublicityRecord) -> Face:
    return Face(
        id=one.number,
        number=one.number,
        title=one.case.power.name,
        day=one.decided_on,
        facts=(
            (_("to be public by"), one.due_on),
            (_("public since"), one.published_on),
            (_("withdrawn on"), one.withdrawn_on),
        ),
    )


_to_be_public = partial(
    Measure,
    basis="penalty.publish",
    population=timeliness.to_be_public_in,
    face=_publicity,
    entered_with="case",
    parts=MONTHS,
)
"""A measure of the year's decisions that had to be made public."""


def _ticket(ticket: Ticket) -> Face:
    return Face(
        id=f"{ticket.day.isoformat()} {ticket.number}",
        number=ticket.number,
        title=ticket.get_purpose_display(),
        day=ticket.day,
        facts=((_("minutes waited"), ticket.waited_minutes),),
    )


def _power(power: Power) -> Face:
    return face_with_page(
        number=power.code, title=power.name, url=power.get_absolute_url(), day=power.published_on
    )


register(
    Measure(
        code="approvals.cases",
        label=_("Licence applications received"),
        counts=_("applications for licences, by the day of receipt"),
        basis="licence.apply",
        population=selectors.licences_received_in,
        face=_licence,
    ),
    Measure(
        code="approvals.window_items",
        label=_("Licences handled at the service window"),
        counts=_("licences in force at the end of the year that the service window handles"),
        basis="power.list",
        population=powers_of_year,
        meets=Q(kind=Kind.LICENCE, in_service_window=True),
        face=_power,
    ),
    Measure(
        code="approvals.decided",
        label=_("Licence applications decided"),
        counts=_("applications granted or refused, by the day of the decision"),
        basis="licence.decide",
        population=selectors.licences_decided_in,
        face=_licence,
    ),
    Measure(
        code="approvals.granted",
        label=_("Licences granted"),
        counts=_("applications granted, by the day of the decision"),
        basis="licence.decide",
        population=selectors.licences_decided_in,
        meets=Q(result=Result.GRANTED),
        face=_licence,
    ),
    Measure(
        code="approvals.refused",
        label=_("Licences refused"),
        counts=_("applications refused, by the day of the decision"),
        basis="licence.refuse",
        population=selectors.licences_decided_in,
        meets=Q(result=Result.REFUSED),
        face=_licence,
    ),
    Measure(
        code="approvals.decided_in_time",
        label=_("Licences decided within the promised limit"),
        counts=_("applications granted or refused within the limit that the agency promised"),
        basis="licence.promise",
        population=selectors.licences_decided_in,
        meets=Q(decided_on__lte=F("promised_due_on")),
        face=_licence,
    ),
    Measure(
        code="approvals.received_at_window",
        label=_("Licence applications received at the service window"),
        counts=_("applications received at the service window, by the day of receipt"),
        basis="licence.apply",
        population=selectors.licences_received_in,
        meets=Q(at_window=True),
        face=_licence,
    ),
    Measure(
        code="approvals.since_window",
        label=_("Licence applications since the service window opened"),
        counts=_("applications received in the year, from the day on which the window opened"),
        basis="licence.apply",
        population=selectors.licences_received_since_window,
        face=_licence,
    ),
    Measure(
        code="approvals.since_window_there",
        label=_("Licence applications since then, received at the window"),
        counts=_("applications received at the service window, from the day on which it opened"),
        basis="licence.apply",
        population=selectors.licences_received_since_window,
        meets=Q(at_window=True),
        face=_licence,
    ),
    Measure(
        code="approvals.items",
        label=_("Licences on the list"),
        counts=_("licences in force and public at the end of the year"),
        basis="power.list",
        population=licences_of_year,
        face=_power,
    ),
    Measure(
        code="approvals.items_at_window",
        label=_("Licences brought to the service window"),
        counts=_("licences in force that the service window handles, of all licences"),
        basis="licence.delegation",
        population=licences_of_year,
        meets=Q(in_service_window=True),
        face=_power,
    ),
    Measure(
        code="approvals.decided_at_window",
        label=_("Licence decisions taken at the service window"),
        counts=_("applications granted or refused by the window's chief representative"),
        basis="licence.delegation",
        population=selectors.licences_decided_in,
        meets=Q(decided_by__contains=rules.CHIEF),
        face=_licence,
    ),
    Measure(
        code="approvals.tickets",
        label=_("Numbers given out at the service window"),
        counts=_("numbers given out at the service window, by day"),
        basis="window.queue",
        population=queue.tickets_of_year,
        face=_ticket,
    ),
    Measure(
        code="approvals.called_soon",
        label=_("Numbers called within a quarter of an hour"),
        counts=_("numbers called at most fifteen minutes after they were given out"),
        basis="window.queue",
        population=queue.tickets_called_in,
        meets=Q(waited_minutes__lte=rules.SOON_MINUTES),
        face=_ticket,
    ),
    Measure(
        code="approvals.not_come",
        label=_("Numbers with which nobody came"),
        counts=_("numbers that were called, and nobody came"),
        basis="window.queue",
        population=queue.tickets_called_in,
        meets=Q(status=TicketStatus.NO_SHOW),
        face=_ticket,
    ),
    Measure(
        code="approvals.penalties",
        label=_("Penalties imposed"),
        counts=_("penalty cases, by the day of the decision"),
        basis="penalty.decide",
        population=selectors.penalties_decided_in,
        face=_penalty,
    ),
    Measure(
        code="approvals.hearings",
        label=_("Penalty hearings held"),
        counts=_("penalty cases in which a hearing was held in the year"),
        basis="penalty.hearing",
        population=selectors.hearings_held_in,
        face=_penalty,
    ),
    Measure(
        code="approvals.penalties_public",
        label=_("Penalty decisions published"),
        counts=_("penalty cases whose decision was published in the year"),
        basis="penalty.publish",
        population=selectors.penalties_published_in,
        face=_penalty,
    ),
    _to_be_public(
        code="approvals.due_to_be_public",
        label=_("Decisions that had to be made public"),
        counts=_("decisions of dual publicity with a day by which they had to be public"),
    ),
    _to_be_public(
        code="approvals.public_in_time",
        label=_("Decisions public in time"),
        counts=_("of these, public on or before that day"),
        meets=timeliness.IN_TIME,
    ),
    _to_be_public(
        code="approvals.public_late",
        label=_("Decisions public late"),
        counts=_("of these, public after that day"),
        meets=timeliness.LATE,
    ),
    _to_be_public(
        code="approvals.not_public",
        label=_("Decisions not public yet"),
        counts=_("of these, not public yet"),
        meets=timeliness.NOT_PUBLIC,
    ),
    Measure(
        code="approvals.withdrawn_from_publicity",
        label=_("Decisions withdrawn from publicity"),
        counts=_("decisions withdrawn in the year, because they no longer stand"),
        basis="penalty.withdraw_publication",
        population=timeliness.withdrawn_in,
        face=_publicity,
        entered_with="case",
    ),
    Measure(
        code="approvals.withdrawn_in_time",
        label=_("Decisions withdrawn in time"),
        counts=_("of these, withdrawn within the working days of the law"),
        basis="penalty.withdraw_publication",
        population=timeliness.withdrawn_in,
        meets=Q(withdrawn_on__lte=F("withdrawal_due_on")),
        face=_publicity,
        entered_with="case",
    ),
)
