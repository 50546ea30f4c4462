"""Taking in inspections, findings and accountability decisions."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Annotated

from django.utils.translation import gettext as _
from pydantic import BeforeValidator

from sunlit.intake.folder import Folder
from sunlit.intake.rows import Code, Count, Day, Row, YesNo, coded
from sunlit.supervision import events
from sunlit.supervision.models import Accountability, Finding, Inspection, InspectionKind

INSPECTION_BASIS = "supervision.inspection"
ACCOUNTABILITY_BASIS = "supervision.accountability"
KINDS = {"定期": InspectionKind.SCHEDULED, "不定期": InspectionKind.UNSCHEDULED}


class AccountabilityRow(Row):
    """A row of accountability.csv."""

    acc_id: Code
    unit: Code
    found_on: Day
    source: str
    fact: str
    basis: str
    measure: str
    post: str
    decided_on: Day
    rectified_on: Day | None = None
    published: YesNo


class InspectionRow(Row):
    """A row of inspections.csv."""

    inspection_id: Code
    date: Day
    type: Annotated[InspectionKind, BeforeValidator(coded(KINDS))]
    scope: str
    organiser: Code
    units_checked: Count
    supervisors_joined: Count
    findings: Count | None = None
    rectified: Count | None = None
    bulletin_no: str = ""
    bulletin_date: Day | None = None
    combined: YesNo
    published: YesNo


class FindingRow(Row):
    """A row of inspection_findings.csv."""

    finding_id: Code
    inspection_id: Code
    unit: Code
    type: str
    description: str
    notice_date: Day
    rectify_due: Day
    rectified_on: Day | None = None
    rectification: str = ""
    verified_by: str = ""
    accountability_id: Code | None = None


def take_accountability(folder: Folder) -> None:
    """Take in who was held to account in the year."""
    rows = folder.table("accountability.csv", AccountabilityRow, key="acc_id")
    decisions: dict[str, Accountability] = {}
    for row in rows:
        folder.in_order(row, "found_on", "decided_on")
        folder.in_order(row, "found_on", "rectified_on")
        office = folder.find("office", row.unit, row, "unit")
        if office:
            decisions[row.acc_id] = Accountability(
                agency=folder.agency,
                year=folder.year,
                code=row.acc_id,
                office=office,
                found_on=row.found_on,
                source=row.source,
                fact=row.fact,
                ground=row.basis,
                measure=row.measure,
                post=row.post,
                decided_on=row.decided_on,
                rectified_on=row.rectified_on,
                is_published=row.published,
            )
    folder.save(Accountability, decisions.values())
    folder.promise("accountability", [row.acc_id for row in rows])
    folder.shelve("accountability", decisions)
    folder.attach("accountability", "items")
    for row in rows:
        decision = decisions.get(row.acc_id)
        if decision is None:
            continue
        decided = events.AccountabilityDecided(row.acc_id, row.unit, row.measure)
        basis = ACCOUNTABILITY_BASIS
        folder.enter(decided, decision, day=row.decided_on, basis=basis, row=row)
        if row.rectified_on:
            done = events.AccountabilityFulfilled(row.acc_id)
            folder.enter(done, decision, day=row.rectified_on, basis=basis, row=row)


def take_inspections(folder: Folder) -> Sequence[InspectionRow]:
    """Take in the inspections of the year; return what was written of them."""
    rows = folder.table("inspections.csv", InspectionRow, key="inspection_id")
    inspections = {
        row.inspection_id: inspection for row in rows if (inspection := _inspection(folder, row))
    }
    folder.save(Inspection, inspections.values())
    folder.promise("inspection", [row.inspection_id for row in rows])
    folder.shelve("inspection", inspections)
    folder.attach("inspection", "items")
    for row in rows:
        inspection = inspections.get(row.inspection_id)
        if inspection is None:
            continue
        held = events.InspectionHeld(row.inspection_id, row.type, row.scope)
        folder.enter(held, inspection, day=row.date, basis=INSPECTION_BASIS, row=row)
        if row.bulletin_date:
            told = events.BulletinIssued(row.inspection_id, row.bulletin_no)
            day = row.bulletin_date
            folder.enter(told, inspection, day=day, basis=INSPECTION_BASIS, row=row)
    return rows


def _inspection(folder: Folder, row: InspectionRow) -> Inspection | None:
    folder.in_order(row, "date", "bulletin_date")
    office = folder.find("office", row.organiser, row, "organiser")
    if bool(row.bulletin_no) != bool(row.bulletin_date):
        column = "bulletin_date" if row.bulletin_no else "bulletin_no"
        folder.fault(row, column, _("A bulletin needs both its number and its day."))
        return None
    if office is None:
        return None
    return Inspection(
        agency=folder.agency,
        year=folder.year,
        code=row.inspection_id,
        held_on=row.date,
        kind=row.type,
        scope=row.scope,
        office=office,
        units_checked=row.units_checked,
        supervisors_joined=row.supervisors_joined,
        bulletin_number=row.bulletin_no,
        bulletin_on=row.bulletin_date,
        is_combined=row.combined,
        is_published=row.published,
    )


def take_findings(folder: Folder, inspections: Iterable[InspectionRow]) -> None:
    """Take in what the inspections found, and how it was put right."""
    rows = folder.table("inspection_findings.csv", FindingRow, key="finding_id")
    findings = {row.finding_id: finding for row in rows if (finding := _finding(folder, row))}
    folder.save(Finding, findings.values())
    for row in rows:
        finding = findings.get(row.finding_id)
        if finding is None:
            continue
        ordered = events.RectificationOrdered(row.finding_id, row.unit, row.type, row.rectify_due)
        folder.enter(ordered, finding, day=row.notice_date, basis=INSPECTION_BASIS, row=row)
        if row.rectified_on:
            done = events.FindingRectified(row.finding_id, row.rectification)
            day, post = row.rectified_on, row.verified_by
            folder.enter(done, finding, day=day, basis=INSPECTION_BASIS, row=row, post=post)
    _warn_of_counts(folder, inspections, rows)


def _finding(folder: Folder, row: FindingRow) -> Finding | None:
    inspection = folder.find("inspection", row.inspection_id, row, "inspection_id")
    office = folder.find("office", row.unit, row, "unit")
    decision = folder.find("accountability", row.accountability_id, row, "accountability_id")
    folder.in_order(row, "notice_date", "rectify_due")
    folder.in_order(row, "notice_date", "rectified_on")
    whole = _rectification_is_whole(folder, row)
    if inspection is None or office is None or not whole:
        return None
    _check_cause(folder, row, inspection, decision)
    return Finding(
        inspection=inspection,
        code=row.finding_id,
        office=office,
        kind=row.type,
        description=row.description,
        notified_on=row.notice_date,
        due_on=row.rectify_due,
        rectified_on=row.rectified_on,
        rectification=row.rectification,
        verified_by=row.verified_by,
        accountability=decision,
    )


def _rectification_is_whole(folder: Folder, row: FindingRow) -> bool:
    wanting = [
        column
        for column in ("rectified_on", "rectification", "verified_by")
        if not getattr(row, column)
    ]
    if len(wanting) in (0, 3):
        return True
    for column in wanting:
        folder.fault(row, column, _("A rectification needs its day, what was done, and who saw."))
    return False


def _check_cause(
    folder: Folder, row: FindingRow, inspection: Inspection, decision: Accountability | None
) -> None:
    held = inspection.held_on
    if row.notice_date < held:
        reason = _("%(day)s is before its cause: the inspection was held on %(held)s.")
        folder.fault(row, "notice_date", reason % {"day": row.notice_date, "held": held})
    if row.rectified_on and row.rectified_on > row.rectify_due:
        reason = _("The finding was rectified on %(day)s, after the day on which it was due.")
        folder.warn(row, "rectified_on", reason % {"day": row.rectified_on})
    if decision is None:
        return
    if decision.decided_on < held:
        reason = _("%(day)s is before its cause: the inspection was held on %(held)s.")
        values = {"day": decision.decided_on, "held": held}
        folder.fault(row, "accountability_id", reason % values)
    if decision.office.code != row.unit:
        reason = _("The decision %(code)s concerns another office, %(office)s.")
        named = {"code": decision.code, "office": decision.office.code}
        folder.warn(row, "accountability_id", reason % named)


def _warn_of_counts(
    folder: Folder, inspections: Iterable[InspectionRow], rows: Iterable[FindingRow]
) -> None:
    """Say where an inspection states another number of findings than the register has."""
    found = Counter(row.inspection_id for row in rows)
    rectified = Counter(row.inspection_id for row in rows if row.rectified_on)
    reason = _("%(stated)d findings are stated, but the register has %(found)d.")
    for row in inspections:
        counts = {"findings": found, "rectified": rectified}
        for column, counted in counts.items():
            stated, number = getattr(row, column), counted[row.inspection_id]
            if stated is not None and stated != number:
                folder.warn(row, column, reason % {"stated": stated, "found": number})
