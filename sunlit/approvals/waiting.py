"""Licence cases and penalty cases under way: which step comes next, and whose it is."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q

from sunlit.approvals import selectors
from sunlit.approvals.lifecycle import PenaltyStatus, Status
from sunlit.approvals.models import LicenceCase, PenaltyCase, PenaltyProcedure, PublicityRecord
from sunlit.approvals.selectors import publicity
from sunlit.design.registers import Waiting
from sunlit.organization.models import Agency, Role

WINDOW = frozenset({Role.WINDOW_CLERK})
SECTION = frozenset({Role.SECTION_HEAD})
BRIGADE = frozenset({Role.INVESTIGATOR, Role.SECTION_HEAD})
APPROVER = frozenset({Role.APPROVER})
NOBODY: frozenset[Role] = frozenset()
LICENCE_STEPS: dict[str, tuple[str, frozenset[Role]]] = {
    Status.RECEIVED: ("accept", WINDOW),
    Status.AWAITING_SUPPLEMENT: ("accept", WINDOW),
    Status.ACCEPTED: ("survey", WINDOW),
    Status.SURVEYED: ("review", SECTION),
    Status.REVIEWED: ("grant", frozenset({Role.CHIEF_REPRESENTATIVE})),
    Status.DECIDED: ("deliver", WINDOW),
    Status.DELIVERED: ("publish", WINDOW),
    Status.PUBLISHED: ("deliver", WINDOW),
}
"""The next step of a licence case, and whose turn it is; a published one may lack its delivery."""


def licences_under_way(agency: Agency, _on: date) -> Iterable[Waiting]:
    """Yield the licence cases that are not finished, the oldest first."""
    under_way = ~Q(status__in=[Status.WITHDRAWN, Status.ABANDONED, Status.PUBLISHED])
    undelivered = Q(status=Status.PUBLISHED, delivered_on=None)
    cases = LicenceCase.objects.filter(under_way | undelivered, agency=agency)
    for case in cases.select_related("power").order_by("received_on", "number"):
        act, roles = LICENCE_STEPS[case.status]
        reading = selectors.licence_clock(case)
        yield Waiting(
            record=case,
            act=act,
            roles=roles,
            due_on=reading.due_on if reading else None,
            clock=reading,
            since=_last_step(case),
        )


def penalties_under_way(agency: Agency, _on: date) -> Iterable[Waiting]:
    """Yield the penalty cases that are not finished: undecided, unserved, unpaid, unpublished."""
    unpaid = Q(decided_on__isnull=False, fine__gt=0, paid_on=None)
    unpublished = Q(status=PenaltyStatus.SERVED) & ~Q(procedure=PenaltyProcedure.SIMPLE)
    under_way = ~Q(status__in=[PenaltyStatus.SERVED, PenaltyStatus.PUBLISHED])
    cases = PenaltyCase.objects.filter(under_way | unpaid | unpublished, agency=agency)
    for case in cases.select_related("office", "power").order_by("filed_on", "number"):
        act, office_roles, roles = _penalty_step(case)
        reading = selectors.penalty_clock(case)
        yield Waiting(
            record=case,
            act=act,
            roles=roles,
            office=case.office,
            office_roles=office_roles,
            due_on=reading.due_on if reading else None,
            clock=reading,
            since=case.served_on or case.decided_on or case.notified_on or case.filed_on,
        )


def _penalty_step(case: PenaltyCase) -> tuple[str, frozenset[Role], frozenset[Role]]:
    """Return the next act, whose turn it is in the office, and whose wherever they work."""
    simple = case.procedure == PenaltyProcedure.SIMPLE
    with_hearing = case.procedure == PenaltyProcedure.HEARING
    if case.status == PenaltyStatus.FILED:
        return "notify", BRIGADE, NOBODY
    if case.status == PenaltyStatus.NOTIFIED and with_hearing:
        return "hold-hearing", SECTION, NOBODY
    if case.status in (PenaltyStatus.NOTIFIED, PenaltyStatus.HEARD):
        return ("decide", BRIGADE, NOBODY) if simple else ("decide", NOBODY, APPROVER)
    if case.status == PenaltyStatus.DECIDED:
        return "serve", BRIGADE, NOBODY
    if case.fine and case.paid_on is None:
        return "record-payment", BRIGADE, NOBODY
    return "publish", NOBODY, frozenset({Role.CLERK})


def _last_step(case: LicenceCase) -> date:
    steps = (
        case.received_on,
        case.supplement_notice_on,
        case.accepted_on,
        case.surveyed_on,
        case.reviewed_on,
        case.decided_on,
        case.delivered_on,
        case.published_on,
    )
    return max(step for step in steps if step)


def publicity_under_way(agency: Agency, _on: date) -> Iterable[Waiting]:
    """Yield the decisions that nobody has completed for the sheet, the earliest due first.

    Those of before dual publicity can be completed; nobody is asked to.
    """
    records = publicity.in_the_sheet(publicity.publicity_records(agency))
    records = records.filter(
        completed_on=None, withdrawn_on=None, decided_on__gte=publicity.first_day_of_law()
    )
    for one in records.order_by("due_on", "decided_on", "pk"):
        licence = one.licence is not None
        yield Waiting(
            record=one,
            act=_completing(one),
            roles=WINDOW if licence else NOBODY,
            office=one.penalty.office if one.penalty else None,
            office_roles=BRIGADE,
            due_on=one.due_on,
            since=one.decided_on,
        )


def _completing(one: PublicityRecord) -> str:
    if one.licence is None:
        return "complete-penalty"
    return "complete-licence" if one.category else "set-category"
