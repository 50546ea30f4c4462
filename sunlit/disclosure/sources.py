"""Documents at source that wait: nothing is decided of them, or they are not public yet."""

from collections.abc import Iterable
from datetime import date

from sunlit.design.registers import Waiting
from sunlit.disclosure import selectors
from sunlit.disclosure.models import Attribute, Ground
from sunlit.organization.models import Agency, Role

CLERK, HEAD = frozenset({Role.CLERK}), frozenset({Role.SECTION_HEAD})
REVIEWER = frozenset({Role.SECRECY_REVIEWER})


def documents_waiting(agency: Agency, _on: date) -> Iterable[Waiting]:
    """Yield what is to be decided on, and what is open to all and has no item that publishes it."""
    for document in selectors.documents_unsettled(agency):
        undecided = document.attribute == Attribute.UNDECIDED
        if not undecided and document.item is not None:
            continue  # the item itself waits at the gate
        reading = selectors.document_clock(document)
        yield Waiting(
            record=document,
            act="decide-disclosure" if undecided else "draft-item",
            roles=CLERK,
            office=document.office,
            office_roles=HEAD,
            due_on=reading.due_on if reading else None,
            clock=reading,
            since=document.decided_on or document.registered_on,
        )


def documents_to_reassess(agency: Agency, on: date) -> Iterable[Waiting]:
    """Yield what is withheld and to be looked at again: by its office, a secret by the reviewer."""
    for document, reading in selectors.documents_to_reassess(agency, on=on):
        is_secret = document.ground == Ground.SECRET
        yield Waiting(
            record=document,
            act="reassess",
            roles=REVIEWER if is_secret else frozenset(),
            office=document.office,
            office_roles=frozenset() if is_secret else HEAD,
            due_on=reading.due_on,
            clock=reading,
            since=document.last_looked_at_on,
        )
