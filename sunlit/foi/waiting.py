"""Requests for information that have no reply yet."""

from collections.abc import Iterable
from datetime import date

from sunlit.design.registers import Waiting
from sunlit.foi import selectors
from sunlit.foi.lifecycle import Status
from sunlit.foi.models import InformationRequest
from sunlit.organization.models import Agency, Role

CLERK = frozenset({Role.CLERK})


def requests_without_reply(agency: Agency, on: date) -> Iterable[Waiting]:
    """Yield the requests without a reply, each with what the clerk does next."""
    for one in selectors.undecided(agency):
        reading = selectors.clock(one)
        yield Waiting(
            record=one,
            act=_next_act(one, on),
            roles=CLERK,
            office=one.office,
            due_on=reading.due_on if reading else None,
            clock=reading,
            since=one.last_day,
        )


def _next_act(one: InformationRequest, on: date) -> str:
    if one.status == Status.AWAITING_THIRD_PARTY:
        return "third-party-replied"
    if one.status == Status.AWAITING_CLARIFICATION:
        lapsed = one.clarify_by is not None and on > one.clarify_by
        return "lapse" if lapsed else "clarified"
    return "reply"
