"""Complaints that are not settled: what comes next, and whether hotline or office does it."""

from collections.abc import Iterable
from datetime import date

from django.utils import timezone

from sunlit.complaints import policies, selectors
from sunlit.complaints.lifecycle import SENT_ELSEWHERE, Satisfaction, Status
from sunlit.complaints.models import Complaint
from sunlit.design.registers import Waiting
from sunlit.organization.models import Agency, Role

OPERATOR = frozenset({Role.HOTLINE_OPERATOR})
OFFICE = frozenset(policies.IN_THE_OFFICE)
OVER = (*SENT_ELSEWHERE, Status.CLOSED)
NEXT: dict[str, str] = {
    Status.RECEIVED: "accept",
    Status.ACCEPTED: "dispatch",
    Status.DISPATCHED: "resolve",
    Status.RESOLVED: "reply",
    Status.REPLIED: "record-satisfaction",
    Status.REOPENED: "record-satisfaction",
}


def complaints_open(agency: Agency, _on: date) -> Iterable[Waiting]:
    """Yield the complaints that are neither closed nor sent elsewhere, oldest first."""
    complaints = Complaint.objects.filter(agency=agency).exclude(status__in=OVER)
    for one in complaints.select_related("office").order_by("received_at", "pk"):
        act = _next_act(one)
        at_the_office = act == "resolve"
        yield Waiting(
            record=one,
            act=act,
            roles=frozenset() if at_the_office else OPERATOR,
            office=one.office,
            office_roles=OFFICE if at_the_office else frozenset(),
            due_on=one.due_again_on or one.due_on,
            clock=selectors.clock(one),
            since=timezone.localtime(one.latest_at).date(),
        )


def _next_act(one: Complaint) -> str:
    if one.status == Status.REOPENED and one.satisfaction_after_reopening:
        return "close"
    if one.status == Status.REPLIED and one.satisfaction:
        again = one.satisfaction == Satisfaction.DISSATISFIED
        return "reopen" if again else "close"
    return NEXT[one.status]
