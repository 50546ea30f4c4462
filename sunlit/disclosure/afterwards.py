"""What is public and waits to be read again, to be interpreted, or to be appraised."""

from collections.abc import Iterable
from datetime import date

from sunlit.design.registers import Waiting
from sunlit.disclosure import policies, selectors
from sunlit.organization.models import Agency, Role

HEAD = frozenset({Role.SECTION_HEAD})


def items_to_read_again(agency: Agency, on: date) -> Iterable[Waiting]:
    """Yield the public items to be read again soon, or late: by another than who drafted them."""
    for item, due_on in selectors.items_to_read_again(agency, on=on):
        yield Waiting(
            record=item,
            act="confirm-current",
            office=item.office,
            office_roles=HEAD,
            signed_by=policies.wrote(item),
            due_on=due_on,
            since=selectors.last_read_on(item),
        )


def documents_to_interpret(agency: Agency, _on: date) -> Iterable[Waiting]:
    """Yield the public documents that wait for their interpretation, which is drafted anew."""
    for item in selectors.documents_without_interpretation(agency):
        reading = selectors.interpretation_clock(item)
        yield Waiting(
            record=item,
            office=item.office,
            office_roles=HEAD,
            due_on=reading.due_on if reading else None,
            clock=reading,
            since=item.published_on,
        )


def records_to_appraise(agency: Agency, on: date) -> Iterable[Waiting]:
    """Yield the records whose keeping ends: to be handed over, or kept for longer."""
    for item, until in selectors.records_to_appraise(agency, on=on):
        yield Waiting(
            record=item,
            act="hand-over",
            roles=frozenset({Role.CLERK}),
            office=item.office,
            due_on=until,
            since=item.published_on,
        )
