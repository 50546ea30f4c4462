"""Taking in the penalty cases."""

from datetime import date
from decimal import Decimal
from typing import Annotated

from django.utils.translation import gettext as _
from pydantic import BeforeValidator

from sunlit.approvals import events, selectors
from sunlit.approvals.intake import agreement
from sunlit.approvals.intake.reading import Party, find_power
from sunlit.approvals.lifecycle import PenaltyStatus
from sunlit.approvals.models import PenaltyCase, PenaltyProcedure, PublicityRecord
from sunlit.approvals.policies import penalties as policies
from sunlit.approvals.services.publicity import unsaved_record
from sunlit.intake.folder import Folder
from sunlit.intake.rows import Amount, Code, Day, Listed, Row, YesNo, coded
from sunlit.ledger.events import Event

FILE = "penalty_cases.csv"
PROCEDURES = {
    "简易程序": PenaltyProcedure.SIMPLE,
    "一般程序": PenaltyProcedure.ORDINARY,
    "普通程序": PenaltyProcedure.ORDINARY,
    "听证程序": PenaltyProcedure.HEARING,
}
REVIEWS = "penalty_review"
"""On this shelf: by number, the files that a penalty case says contest it."""


class PenaltyRow(Row):
    """A row of penalty_cases.csv."""

    case_id: Code
    doc_no: str = ""
    power_code: Code
    cause: str
    party: str
    party_type: Party
    zone: Code | None = None
    subdistrict: str | None = None
    unit: Code
    source: str = ""
    complaint_id: Code | None = None
    procedure: Annotated[PenaltyProcedure, BeforeValidator(coded(PROCEDURES))]
    filed: Day
    notified: Day | None = None
    hearing_date: Day | None = None
    decided: Day | None = None
    served: Day | None = None
    discretion: str = ""
    fine_yuan: Amount = Decimal(0)
    other_measure: str = ""
    paid_on: Day | None = None
    performed: YesNo = False
    disclosed_on: Day | None = None
    review_case: Listed = ()
    remark: str = ""

    @property
    def steps(self) -> list[tuple[PenaltyStatus, date]]:
        """The stages that the case has gone through, in the order of the lifecycle."""
        days = (
            (PenaltyStatus.FILED, self.filed),
            (PenaltyStatus.NOTIFIED, self.notified),
            (PenaltyStatus.HEARD, self.hearing_date),
            (PenaltyStatus.DECIDED, self.decided),
            (PenaltyStatus.SERVED, self.served),
            (PenaltyStatus.PUBLISHED, self.disclosed_on),
        )
        return [(status, day) for status, day in days if day]


def take(folder: Folder) -> None:
    """Take in the year's penalty cases."""
    rows = folder.table(FILE, PenaltyRow, key="case_id")
    if not any(fault.file == FILE for fault in folder.faults):
        _check_agreement(folder, rows)
    cases = []
    for row in rows:
        _check(folder, row)
        if case := _case(folder, row):
            cases.append((case, row))
    saved = folder.save(PenaltyCase, [case for case, _row in cases])
    folder.promise("penalty", [row.case_id for row in rows])
    folder.shelve("penalty", {case.number: case for case in saved})
    if not folder.faults:
        decided = [case for case in saved if case.decided_on]
        folder.save(PublicityRecord, [unsaved_record(case) for case in decided])
    for case, (_case_read, row) in zip(saved, cases, strict=True):
        _enter(folder, case, row)
    folder.shelve(REVIEWS, {row.case_id: row.review_case for row in rows if row.review_case})


def _check_agreement(folder: Folder, rows: list[PenaltyRow]) -> None:
    named = {row.case_id: row.complaint_id for row in rows}
    agreement.check(folder, named, {row.case_id: row for row in rows})


def _check(folder: Folder, row: PenaltyRow) -> None:
    folder.in_order(row, "filed", "notified", "hearing_date", "decided", "served")
    folder.in_order(row, "decided", "paid_on")
    folder.in_order(row, "decided", "disclosed_on")
    needed = set()
    if row.decided is None and (row.served or row.paid_on or row.disclosed_on):
        needed.add("decided")
    if row.notified is None and (row.hearing_date or row.decided):
        needed.add("notified")
    if row.hearing_date is None and row.decided and row.procedure == PenaltyProcedure.HEARING:
        needed.add("hearing_date")
    for column in sorted(needed):
        folder.fault(row, column, _("A value is required here."))


def _case(folder: Folder, row: PenaltyRow) -> PenaltyCase | None:
    power = find_power(folder, row.power_code, row, selectors.PENALTY_POWERS)
    zone = folder.find("zone", row.zone, row, "zone")
    subdistrict = folder.find("subdistrict", row.subdistrict, row, "subdistrict")
    office = folder.find("office", row.unit, row, "unit")
    complaint = agreement.find_complaint(folder, row.complaint_id, row)
    if complaint and row.filed < complaint.received_on:
        reason = _("%(day)s is before its cause: the complaint was received on %(earlier)s.")
        values = {"day": row.filed, "earlier": complaint.received_on}
        folder.fault(row, "filed", reason % values)
    if power is None or office is None:
        return None
    case = PenaltyCase(
        agency=folder.agency,
        year=folder.year,
        number=row.case_id,
        document_number=row.doc_no,
        power=power,
        cause=row.cause,
        party=row.party,
        party_kind=row.party_type,
        zone=zone,
        subdistrict=subdistrict,
        office=office,
        complaint=complaint,
        source=row.source,
        procedure=row.procedure,
        filed_on=row.filed,
        notified_on=row.notified,
        hearing_on=row.hearing_date,
        decided_on=row.decided,
        served_on=row.served,
        discretion=row.discretion,
        fine=row.fine_yuan,
        other_measure=row.other_measure,
        paid_on=row.paid_on,
        is_performed=row.performed,
        disclosed_on=row.disclosed_on,
        remark=row.remark,
        status=row.steps[-1][0],
    )
    if row.decided and (refusal := policies.why_not_fine(case, row.fine_yuan)):
        folder.warn(row, "fine_yuan", str(refusal.reason))
    return case


def _enter(folder: Folder, case: PenaltyCase, row: PenaltyRow) -> None:
    number, power = case.number, row.power_code
    complaint = row.complaint_id or ""
    happened: dict[PenaltyStatus, tuple[Event, str]] = {
        PenaltyStatus.FILED: (
            events.PenaltyCaseFiled(number, power, row.procedure, complaint),
            "penalty.file",
        ),
        PenaltyStatus.NOTIFIED: (events.PartyNotified(number), "penalty.notify"),
        PenaltyStatus.HEARD: (events.HearingHeld(number), "penalty.hearing"),
        PenaltyStatus.DECIDED: (
            events.PenaltyDecided(number, power, row.doc_no, row.fine_yuan, row.other_measure),
            "penalty.decide",
        ),
        PenaltyStatus.SERVED: (events.PenaltyServed(number), "penalty.serve"),
        PenaltyStatus.PUBLISHED: (
            events.PenaltyPublished(number, power, row.doc_no),
            "penalty.publish",
        ),
    }
    for status, day in row.steps:
        event, basis = happened[status]
        folder.enter(event, case, day=day, basis=basis, row=row)
    if row.paid_on:
        paid = events.FinePaid(number, row.fine_yuan)
        folder.enter(paid, case, day=row.paid_on, basis="penalty.pay", row=row)
