"""Taking in the normative documents that the year's clean-up decided about."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated

from django.utils.translation import gettext as _
from pydantic import BeforeValidator

from sunlit.intake.folder import Folder
from sunlit.intake.registry import Intake, register
from sunlit.intake.rows import Code, Day, Listed, Row, coded
from sunlit.norms import events, rules, selectors
from sunlit.norms.lifecycle import Status
from sunlit.norms.models import (
    CleanUp,
    CleanUpDecision,
    Decision,
    NormativeDocument,
    Principle,
)

FILE = "normative_documents.csv"
DECISIONS = {
    "保留": Decision.RETAIN,
    "修改": Decision.REVISE,
    "废止": Decision.REPEAL,
    "失效": Decision.LAPSE,
}
PRINCIPLES = {
    "立": Principle.ESTABLISH,
    "改": Principle.AMEND,
    "废": Principle.ABOLISH,
}


class DocumentRow(Row):
    """A row of normative_documents.csv."""

    norm_id: Code
    title: str
    doc_no: str
    issued_on: Day
    decision: Annotated[Decision, BeforeValidator(coded(DECISIONS))]
    principle: Annotated[Principle, BeforeValidator(coded(PRINCIPLES))]
    reason: str
    unit: Code
    reviewed_on: Day
    legal_review_by: str
    decided_on: Day
    published_on: Day | None = None
    publish_channel: Listed = ()
    cleanup_doc: str


def take(folder: Folder) -> None:
    """Take in the documents, the clean-ups that looked at them, and what these decided."""
    rows = folder.table(FILE, DocumentRow, key="norm_id")
    for row in rows:
        folder.in_order(row, "issued_on", "reviewed_on", "decided_on", "published_on")
        abolishes = row.principle == Principle.ABOLISH
        ends = CleanUpDecision(decision=row.decision).ends_the_document
        if not rules.agrees(ends_the_document=ends, abolishes=abolishes):
            folder.warn(row, "principle", _("The principle does not fit the decision."))
    documents = _take_documents(folder, rows)
    clean_ups = _take_clean_ups(folder, rows)
    _take_decisions(folder, rows, documents, clean_ups)


def _take_documents(folder: Folder, rows: Sequence[DocumentRow]) -> Mapping[str, NormativeDocument]:
    listed = NormativeDocument.objects.filter(agency=folder.agency).order_by("code")
    known = {document.code: document for document in listed}
    wanted: dict[str, NormativeDocument] = {}
    for row in rows:
        if office := folder.find("office", row.unit, row, "unit"):
            before = known.get(row.norm_id, NormativeDocument())
            document = NormativeDocument(
                agency=folder.agency,
                code=row.norm_id,
                title=row.title,
                document_number=row.doc_no,
                issued_on=row.issued_on,
                office=office,
                in_force_from=before.in_force_from,
                valid_until=before.valid_until,
                repealed_on=before.repealed_on,
                lapsed_on=before.lapsed_on,
            )
            decision = CleanUpDecision(document=document, decision=row.decision)
            decision.end_document(on=row.decided_on)
            wanted[row.norm_id] = document
    stored = folder.restate(NormativeDocument, wanted)
    for kind in ("norm", "normative"):
        folder.promise(kind, [row.norm_id for row in rows])
        folder.shelve(kind, {**known, **stored.records})
    if any(fault.file == FILE for fault in folder.faults):
        folder.take_links("normative")  # which documents there are, nobody knows
    folder.attach("normative", "items")
    for row in rows:
        if row.norm_id in stored.told:
            event = events.DocumentRegistered(row.norm_id, row.title, row.doc_no, row.issued_on)
            about = stored.records[row.norm_id]
            folder.enter(event, about, day=row.reviewed_on, basis="norms.clean_up", row=row)
    return stored.records


def _take_clean_ups(folder: Folder, rows: Sequence[DocumentRow]) -> Mapping[str, CleanUp]:
    known = selectors.clean_ups_of_year(folder.agency, folder.year)
    taken = {clean_up.code for clean_up in known}
    of_each: dict[str, list[DocumentRow]] = {}
    for row in rows:
        of_each.setdefault(row.cleanup_doc, []).append(row)
    clean_ups = {
        number: CleanUp(
            agency=folder.agency,
            year=folder.year,
            code=number,
            begun_on=min(row.reviewed_on for row in group),
            decided_on=max(row.decided_on for row in group),
            document_number=number,
        )
        for number, group in of_each.items()
    }
    for number in taken & clean_ups.keys():
        folder.fault_twice(of_each[number][0], "cleanup_doc", number)
    folder.save(CleanUp, clean_ups.values())
    for number, clean_up in clean_ups.items():
        row = of_each[number][0]
        begun, over = events.CleanUpBegun(number), events.CleanUpConcluded(number, number)
        folder.enter(begun, clean_up, day=clean_up.begun_on, basis="norms.clean_up", row=row)
        last = clean_up.decided_on or date(folder.year, 12, 31)
        folder.enter(over, clean_up, day=last, basis="norms.clean_up", row=row)
    return clean_ups


def _take_decisions(
    folder: Folder,
    rows: Sequence[DocumentRow],
    documents: Mapping[str, NormativeDocument],
    clean_ups: Mapping[str, CleanUp],
) -> None:
    decided = {
        row.norm_id: CleanUpDecision(
            clean_up=clean_ups[row.cleanup_doc],
            document=documents[row.norm_id],
            status=Status.PUBLISHED if row.published_on else Status.DECIDED,
            decision=row.decision,
            principle=row.principle,
            reason=row.reason,
            reviewed_on=row.reviewed_on,
            legal_review_by=row.legal_review_by,
            decided_on=row.decided_on,
            published_on=row.published_on,
            channels=list(row.publish_channel),
        )
        for row in rows
        if row.norm_id in documents
    }
    folder.save(CleanUpDecision, decided.values())
    for row in rows:
        if decision := decided.get(row.norm_id):
            _enter_decision(folder, row, decision)


def _enter_decision(folder: Folder, row: DocumentRow, decision: CleanUpDecision) -> None:
    code, ends = row.norm_id, decision.ends_the_document
    reviewed = events.LegalityReviewed(code, row.legal_review_by)
    folder.enter(reviewed, decision, day=row.reviewed_on, basis="norms.legal_review", row=row,
                 post=row.legal_review_by)  # fmt: skip
    taken = events.DecisionTaken(code, row.decision, row.reason)
    basis = "norms.repeal" if ends else "norms.clean_up"
    folder.enter(taken, decision, day=row.decided_on, basis=basis, row=row)
    if ends:
        ended = events.DocumentEnded(code, row.decision)
        document = decision.document
        folder.enter(ended, document, day=row.decided_on, basis="norms.repeal", row=row)
    if row.published_on:
        shown = events.DecisionPublished(code, row.publish_channel)
        folder.enter(shown, decision, day=row.published_on, basis="norms.publish", row=row)


register(Intake(room="norms", files=(FILE,), take=take, after=("organization", "disclosure")))
