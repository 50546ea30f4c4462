"""Files of reconsideration and litigation that are not archived."""

from collections.abc import Iterable
from datetime import date

from sunlit.design.registers import Waiting
from sunlit.organization.models import Agency, Role
from sunlit.remedies import selectors
from sunlit.remedies.lifecycle import Status
from sunlit.remedies.models import Remedy

HANDLERS = frozenset({Role.SECTION_HEAD, Role.CLERK})
NEXT: dict[str, str] = {
    Status.NOTIFIED: "reply",
    Status.REPLIED: "record-decision",
    Status.HEARD: "record-decision",
    Status.DECIDED: "archive",
}
"""The next act at the desk; before the notice comes, it is the deciding organ's turn."""


def files_open(agency: Agency, _on: date) -> Iterable[Waiting]:
    """Yield the files that are not archived, the oldest first."""
    files = Remedy.objects.filter(agency=agency).exclude(status=Status.ARCHIVED)
    related = files.select_related("penalty__office", "information_request__office")
    for remedy in related.order_by("filed_on", "number"):
        act = NEXT.get(remedy.status, "")
        if act == "archive" and selectors.missing_documents(remedy):
            act = "file-documents"
        reading = selectors.clock(remedy) if remedy.decided_on is None else None
        withdraw_by = selectors.withdraw_publication_by(remedy)
        yield Waiting(
            record=remedy,
            act=act,
            roles=HANDLERS if act else frozenset(),
            office=remedy.original.office,
            due_on=reading.due_on if reading else withdraw_by,
            clock=reading,
            since=remedy.decided_on or remedy.replied_on or remedy.notified_on or remedy.filed_on,
        )
