"""Clean-ups under way, what they have to decide, and documents whose validity is ending."""

from collections.abc import Iterable
from datetime import date, timedelta

from sunlit.design.registers import Waiting
from sunlit.norms import selectors
from sunlit.norms.lifecycle import Status
from sunlit.norms.models import CleanUp, CleanUpDecision
from sunlit.organization.models import Agency, Role

WARNING_DAYS = 90
"""A document is looked at again in the last three months of its validity."""
DECIDERS = frozenset({Role.APPROVER, Role.LEADER})
NEXT: dict[str, tuple[str, frozenset[Role]]] = {
    Status.PROPOSED: ("review", frozenset({Role.SECTION_HEAD})),
    Status.REVIEWED: ("decide", DECIDERS),
    Status.DECIDED: ("publish", frozenset({Role.CLERK})),
}


def documents_ending(agency: Agency, on: date) -> Iterable[Waiting]:
    """Yield the documents in force whose validity ends soon; a clean-up decides about them."""
    for document in selectors.ending_soon(agency, on=on, days=WARNING_DAYS):
        yield Waiting(
            record=document,
            roles=frozenset({Role.CLERK}),
            office=document.office,
            office_roles=frozenset({Role.SECTION_HEAD}),
            due_on=document.valid_until,
            since=(document.valid_until or on) - timedelta(days=WARNING_DAYS),
        )


def decisions_open(agency: Agency, _on: date) -> Iterable[Waiting]:
    """Yield what clean-ups have proposed and not yet reviewed, decided and published."""
    decisions = CleanUpDecision.objects.filter(clean_up__agency=agency, status__in=NEXT)
    related = decisions.select_related("clean_up", "document__office")
    for one in related.order_by("clean_up", "document__code"):
        act, roles = NEXT[one.status]
        yield Waiting(
            record=one,
            act=act,
            roles=roles,
            office=one.document.office,
            signed_by=_reviewer(one) if act == "decide" else frozenset(),
            since=one.decided_on or one.reviewed_on or one.clean_up.begun_on,
        )


def clean_ups_open(agency: Agency, _on: date) -> Iterable[Waiting]:
    """Yield the clean-ups that are not concluded: proposals come first, then the conclusion."""
    clean_ups = CleanUp.objects.filter(agency=agency, decided_on=None)
    for clean_up in clean_ups.prefetch_related("decisions").order_by("begun_on", "code"):
        steps = [decision.status for decision in clean_up.decisions.all()]
        ready = bool(steps) and not {Status.PROPOSED, Status.REVIEWED} & set(steps)
        yield Waiting(
            record=clean_up,
            act="conclude" if ready else "propose",
            roles=DECIDERS if ready else frozenset({Role.CLERK, Role.SECTION_HEAD}),
            since=clean_up.begun_on,
        )


def _reviewer(decision: CleanUpDecision) -> frozenset[int]:
    reviewer = decision.legal_reviewer_id
    return frozenset() if reviewer is None else frozenset({reviewer})
