"""Taking in the files of reconsideration and litigation."""

from datetime import date
from itertools import pairwise
from typing import Annotated

from django.utils.translation import gettext as _
from pydantic import BeforeValidator

from sunlit.approvals.models import PenaltyCase
from sunlit.approvals.rules import PENALTY_PREFIX
from sunlit.foi.models import InformationRequest
from sunlit.intake.folder import Folder
from sunlit.intake.registry import Intake, register
from sunlit.intake.rows import Code, Count, Day, Listed, Row, YesNo, coded
from sunlit.ledger.events import Event
from sunlit.remedies import events, rules, selectors
from sunlit.remedies.intake import agreement
from sunlit.remedies.lifecycle import Status
from sunlit.remedies.models import Kind, Remedy
from sunlit.remedies.policies import ARROWS, OPENING
from sunlit.remedies.vocabulary import outcome_words

FILE = "reconsideration_litigation.csv"
KINDS = {"行政复议": Kind.RECONSIDERATION, "行政诉讼": Kind.LAWSUIT}


class RemedyRow(Row):
    """A row of reconsideration_litigation.csv."""

    case_id: Code
    type: Annotated[Kind, BeforeValidator(coded(KINDS))]
    applicant: str
    cause: str
    original: Code
    organ: str
    filed: Day
    accepted: Day | None = None
    notified: Day | None = None
    replied: Day | None = None
    hearing: Day | None = None
    decided: Day | None = None
    result: str = ""
    basis: str = ""
    pages: Count | None = None
    archived: Day | None = None
    lesson: str = ""
    file_documents: Listed = ()
    file_complete: YesNo = False
    handler: str = ""

    @property
    def steps(self) -> list[tuple[Status, date]]:
        """The stages that the file has gone through, in the order of the lifecycle."""
        days = (
            (Status.FILED, self.filed),
            (Status.ACCEPTED, self.accepted),
            (Status.NOTIFIED, self.notified),
            (Status.REPLIED, self.replied),
            (Status.HEARD, self.hearing),
            (Status.DECIDED, self.decided),
            (Status.ARCHIVED, self.archived),
        )
        return [(status, day) for status, day in days if day]


def take(folder: Folder) -> None:
    """Take in the year's files of reconsideration and litigation."""
    sound = not _faulty(folder, agreement.PENALTIES.file, agreement.REQUESTS.file)
    rows = folder.table(FILE, RemedyRow, key="case_id")
    if sound and not _faulty(folder, FILE):
        originals = {row.case_id: row.original for row in rows}
        agreement.check(folder, {row.case_id: row for row in rows}, originals)
    files = []
    for row in rows:
        _check(folder, row)
        remedy = _remedy(folder, row, sound=sound)
        if remedy and not folder.faults:
            _compare(folder, remedy, row)
        if remedy:
            files.append((remedy, row))
    saved = folder.save(Remedy, [remedy for remedy, _row in files])
    folder.promise("remedy", [row.case_id for row in rows])
    folder.shelve("remedy", {remedy.number: remedy for remedy in saved})
    for remedy, (_remedy_read, row) in zip(saved, files, strict=True):
        _enter(folder, remedy, row)


def _check(folder: Folder, row: RemedyRow) -> None:
    folder.in_order(
        row, "filed", "accepted", "notified", "replied", "hearing", "decided", "archived"
    )
    if row.decided is None and (row.result or row.archived):
        folder.fault(row, "decided", _("A value is required here."))
    if row.decided and not row.result:
        folder.fault(row, "result", _("A value is required here."))
    elif row.decided and not rules.is_known_result(row.result, outcome_words()):
        reason = _("It is not known what “%(result)s” comes to.")
        folder.fault(row, "result", reason % {"result": row.result})
    arrows = ARROWS[row.type]
    for (before, _day), (after, _later) in pairwise(row.steps):
        if (before, after) not in arrows:
            reason = _("“%(after)s” follows “%(before)s”, and what lies between is not dated.")
            values = {"before": before.label, "after": after.label}
            folder.warn(row, "", reason % values)


def _remedy(folder: Folder, row: RemedyRow, *, sound: bool) -> Remedy | None:
    original = _original(folder, row, sound=sound)
    if original is None:
        return None
    remedy = Remedy(
        agency=folder.agency,
        year=folder.year,
        number=row.case_id,
        kind=row.type,
        applicant=row.applicant,
        cause=row.cause,
        penalty=original if isinstance(original, PenaltyCase) else None,
        information_request=original if isinstance(original, InformationRequest) else None,
        organ=row.organ,
        filed_on=row.filed,
        accepted_on=row.accepted,
        notified_on=row.notified,
        replied_on=row.replied,
        hearing_on=row.hearing,
        decided_on=row.decided,
        result=row.result,
        outcome=rules.outcome_of(row.result, outcome_words()) if row.decided else "",
        basis=row.basis,
        pages=row.pages,
        archived_on=row.archived,
        lesson=row.lesson,
        documents=list(row.file_documents),
        is_complete=row.file_complete,
        handler=row.handler,
        status=row.steps[-1][0],
    )
    if remedy.original_on and row.filed < remedy.original_on:
        reason = _("%(day)s is before its cause: %(cause)s is %(earlier)s.")
        values = {"day": row.filed, "cause": row.original, "earlier": remedy.original_on}
        folder.fault(row, "filed", reason % values)
    return remedy


def _original(
    folder: Folder, row: RemedyRow, *, sound: bool
) -> PenaltyCase | InformationRequest | None:
    """Return the act that a file contests: of this folder, or of an earlier year.

    Where the rows of acts are not `sound`, one that is missing may be one of the wrong rows.
    """
    for acts in (agreement.PENALTIES, agreement.REQUESTS):
        found = folder.shelf(acts.kind).get(row.original)
        if isinstance(found, PenaltyCase | InformationRequest):
            return found
    if folder.agency.pk is not None and (earlier := _earlier(folder, row.original)):
        return earlier
    if sound:
        is_penalty = row.original.startswith(PENALTY_PREFIX)
        acts = agreement.PENALTIES if is_penalty else agreement.REQUESTS
        folder.find(acts.kind, row.original, row, "original")
    return None


def _earlier(folder: Folder, code: str) -> PenaltyCase | InformationRequest | None:
    of_earlier_year = {"agency": folder.agency, "number": code, "year__lt": folder.year}
    penalties = PenaltyCase.objects.filter(**of_earlier_year).order_by("-year")
    requests = InformationRequest.objects.filter(**of_earlier_year).order_by("-year")
    return penalties.first() or requests.first()


def _compare(folder: Folder, remedy: Remedy, row: RemedyRow) -> None:
    """Say where a file is called complete and lacks a document."""
    missing = selectors.missing_documents(remedy)
    if row.file_complete and missing:
        reason = _("The file is called complete, but lacks: %(documents)s.")
        folder.warn(row, "file_complete", reason % {"documents": "、".join(missing)})


def _enter(folder: Folder, remedy: Remedy, row: RemedyRow) -> None:
    number, arrows = remedy.number, ARROWS[row.type]
    happened: dict[Status, tuple[Event, str]] = {
        Status.FILED: (events.RemedySought(number, row.type, row.original), OPENING[row.type]),
        Status.ACCEPTED: (
            events.RemedyAccepted(number),
            arrows[Status.FILED, Status.ACCEPTED],
        ),
        Status.NOTIFIED: (
            events.RemedyNotified(number),
            arrows[Status.ACCEPTED, Status.NOTIFIED],
        ),
        Status.REPLIED: (
            events.RemedyReplied(number),
            arrows[Status.NOTIFIED, Status.REPLIED],
        ),
        Status.HEARD: (events.RemedyHeard(number), arrows[Status.REPLIED, Status.HEARD]),
        Status.DECIDED: (
            events.RemedyDecided(number, row.type, remedy.outcome, row.result),
            arrows[Status.REPLIED, Status.DECIDED],
        ),
        Status.ARCHIVED: (events.RemedyArchived(number, row.pages), "remedies.archive"),
    }
    for status, day in row.steps:
        event, basis = happened[status]
        folder.enter(event, remedy, day=day, basis=basis, row=row, post=row.handler)


def _faulty(folder: Folder, *files: str) -> bool:
    return any(fault.file in files for fault in folder.faults)


register(Intake(room="remedies", files=(FILE,), take=take, after=("approvals", "foi")))
