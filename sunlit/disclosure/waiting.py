"""Items at the gate that wait for their next signature, or to be written anew."""

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet

from sunlit.design.registers import Waiting
from sunlit.disclosure import policies, selectors
from sunlit.disclosure.lifecycle import Status
from sunlit.disclosure.models import Item
from sunlit.disclosure.rules import StepKind
from sunlit.kernel.reading import Reading
from sunlit.organization.models import Agency, Role

NEXT: dict[str, tuple[str, frozenset[Role]]] = {
    Status.SECTION_REVIEWED: ("secrecy-review", frozenset({Role.SECRECY_REVIEWER})),
    Status.SECRECY_REVIEWED: ("approve", frozenset({Role.APPROVER})),
    Status.APPROVED: ("publish", frozenset({Role.CLERK})),
}
"""The next step of an item by its status, and whose turn it is; a draft is its section's."""
DECIDED_ON = (Status.SECRECY_REVIEWED, Status.APPROVED, Status.SCHEDULED)
"""What is found here, the lexicon did not know when it was reviewed: back to the reviewer."""
CLERK = frozenset({Role.CLERK})
HEAD = frozenset({Role.SECTION_HEAD})
SIGNED = ("section-review", "countersign", "secrecy-review", "approve")
"""The steps of which no official takes two."""


def items_at_the_gate(agency: Agency, _on: date) -> Iterable[Waiting]:
    """Yield the items on their way to the public, each with the signature that comes next."""
    items = Item.objects.filter(agency=agency, status__in=[Status.DRAFT, *NEXT])
    for item in _with_parts(items).order_by("due_on", "pk"):
        reading = selectors.publication_clock(item)
        act, roles = _next(item)
        drafter = _whose_findings(item)
        if item.status in DECIDED_ON and selectors.open_findings(item):
            act, roles = "keep-findings", frozenset({Role.SECRECY_REVIEWER})
        if drafter:
            act = "mask-findings" if policies.has_mask(item) else "keep-findings"
        if policies.why_not_replace(item):
            act, roles, drafter = "drop-revision", CLERK, _drafter(item)
        yield Waiting(
            record=item,
            act=act,
            roles=roles,
            office=item.office,
            office_roles=HEAD if act == "section-review" else frozenset(),
            officials=drafter,
            signed_by=item.review.signed_by if act in SIGNED else frozenset(),
            due_on=_due_on(item, reading),
            clock=reading,
            since=item.review.last_step_on,
        )


def items_not_published_when_due(agency: Agency, on: date) -> Iterable[Waiting]:
    """Yield what was to be public by now and that the gate did not let pass."""
    late = Item.objects.filter(agency=agency, status=Status.SCHEDULED, publish_on__lte=on)
    for item in _with_parts(late.select_related("timed_by")).order_by("publish_on", "pk"):
        if item.timed_by is None or policies.why_not_publish(item.timed_by, item) is None:
            continue
        found = bool(selectors.open_findings(item))
        yield Waiting(
            record=item,
            act="keep-findings" if found else "unschedule",
            roles=frozenset({Role.SECRECY_REVIEWER if found else Role.CLERK}),
            office=item.office,
            due_on=item.publish_on,
            since=item.publish_on,
        )


def public_items_with_findings(agency: Agency, _on: date) -> Iterable[Waiting]:
    """Yield what is public and in which the lexicon as it is now finds what nobody answered."""
    for item in selectors.public_with_findings(agency):
        yield Waiting(
            record=item,
            act="keep-findings",
            roles=frozenset({Role.SECRECY_REVIEWER}),
            office=item.office,
            since=item.published_on,
        )


def _with_parts(items: QuerySet[Item]) -> QuerySet[Item]:
    parts = items.select_related("office", "review", "agency", "revises")
    return parts.prefetch_related("kept_findings", "attachments", "review__countersignatures")


def _drafter(item: Item) -> frozenset[int]:
    drafter = item.review.drafter_id
    return frozenset() if drafter is None else frozenset({drafter})


def _whose_findings(item: Item) -> frozenset[int]:
    """Return who is to answer what was found in a draft: its drafter, if anything is open."""
    if item.status != Status.DRAFT or not selectors.open_to_section(item):
        return frozenset()
    return _drafter(item)


def _next(item: Item) -> tuple[str, frozenset[Role]]:
    """Return the act that comes next by the chain, and whose turn it is."""
    step = item.review.next_step
    if step is not None and step.kind is StepKind.COUNTERSIGN:
        return "countersign", frozenset({Role(step.role)})
    return NEXT.get(item.status, ("section-review", frozenset()))


def _due_on(item: Item, publication: Reading | None) -> date | None:
    """Return the last day in time: of the step that comes next, or of the publication."""
    step = selectors.step_clock(item)
    days = [step.due_on if step else None, publication.due_on if publication else item.due_on]
    return min((day for day in days if day), default=None)
