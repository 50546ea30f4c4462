"""Taking in the complaints of a year."""

from datetime import date, datetime
from typing import Annotated

from django.utils import timezone
from django.utils.translation import gettext as _
from pydantic import BeforeValidator

from sunlit.complaints import events, rules, selectors
from sunlit.complaints.lifecycle import DECIDED, TRANSITIONS, Decision, Satisfaction, Status
from sunlit.complaints.models import Complaint
from sunlit.intake.folder import Folder
from sunlit.intake.registry import Intake, register
from sunlit.intake.rows import Code, Day, Listed, Moment, Row, YesNo, coded
from sunlit.ledger.events import Event

FILE = "complaints.csv"

DECISIONS = {
    "受理": Decision.ACCEPTED,
    "转办": Decision.TRANSFERRED,
    "不予受理": Decision.REFUSED,
}
SATISFACTIONS = {
    "满意": Satisfaction.SATISFIED,
    "基本满意": Satisfaction.FAIRLY_SATISFIED,
    "不满意": Satisfaction.DISSATISFIED,
    "未评价": Satisfaction.NOT_RATED,
}
IN_HANDLING = frozenset(
    {Status.ACCEPTED, Status.DISPATCHED, Status.RESOLVED, Status.REPLIED, Status.REOPENED}
)
STATUSES = {
    "办理中": IN_HANDLING,
    "已办结": frozenset({Status.CLOSED}),
    "已转办": frozenset({Status.TRANSFERRED}),
    "已告知": frozenset({Status.REFUSED}),
}
STEPS = ("received_at", "accepted_at", "dispatched_at", "resolved_at", "replied_at",
         "final_closed_at")  # fmt: skip
HANDLED_HERE = {
    "accepted_at": Status.ACCEPTED,
    "dispatched_at": Status.DISPATCHED,
    "resolved_at": Status.RESOLVED,
    "replied_at": Status.REPLIED,
    "final_closed_at": Status.CLOSED,
}

Rating = Annotated[Satisfaction, BeforeValidator(coded(SATISFACTIONS))]


class ComplaintRow(Row):
    """A row of complaints.csv."""

    complaint_id: Code
    received_at: Moment
    source: str
    complainant: str
    category: str
    zone: Code
    subdistrict: str
    place: str
    text: str
    accept_decision: Annotated[Decision, BeforeValidator(coded(DECISIONS))]
    accepted_at: Moment
    dispatched_at: Moment | None = None
    unit: Code
    due_date: Day
    resolved_at: Moment | None = None
    handling: str = ""
    replied_at: Moment | None = None
    reply_method: str = ""
    documents: Listed = ()
    satisfaction: Rating | None = None
    reopened: YesNo
    satisfaction_after_reopen: Rating | None = None
    final_closed_at: Moment | None = None
    power_code: Code | None = None
    penalty_case_id: Code | None = None
    status: Annotated[frozenset[Status], BeforeValidator(coded(STATUSES))]

    @property
    def was_reopened(self) -> bool:
        """Whether the complaint was handled twice."""
        return self.reopened or self.satisfaction_after_reopen is not None

    @property
    def stands(self) -> Status:
        """Where the complaint stands, by its decision and by its dates."""
        if self.accept_decision != Decision.ACCEPTED:
            return DECIDED[self.accept_decision]
        reached = [step for name, step in HANDLED_HERE.items() if getattr(self, name)][-1]
        return Status.REOPENED if self.was_reopened and reached == Status.REPLIED else reached


def take(folder: Folder) -> None:
    """Take in the complaints, and what each row proves about the steps taken."""
    rows = folder.table(FILE, ComplaintRow, key="complaint_id")
    complaints = []
    for row in rows:
        _check_steps(folder, row)
        _compare(folder, row)
        complaints.append((row, _complaint(folder, row)))
    saved = [(row, complaint) for row, complaint in complaints if complaint is not None]
    folder.save(Complaint, [complaint for _row, complaint in saved])
    folder.promise("complaint", [row.complaint_id for row in rows])
    folder.shelve("complaint", {complaint.number: complaint for _row, complaint in saved})
    notes = {row.complaint_id: row.penalty_case_id for row in rows if row.penalty_case_id}
    folder.shelve("complaint_penalty", notes)
    for row, complaint in saved:
        _enter(folder, row, complaint)


def _complaint(folder: Folder, row: ComplaintRow) -> Complaint | None:
    zone = folder.find("zone", row.zone, row, "zone")
    subdistrict = folder.find("subdistrict", row.subdistrict, row, "subdistrict")
    office = folder.find("office", row.unit, row, "unit")
    power = folder.find("power", row.power_code, row, "power_code")
    if not (zone and subdistrict and office) or (row.power_code and not power):
        return None
    return Complaint(
        agency=folder.agency,
        year=folder.year,
        number=row.complaint_id,
        received_at=row.received_at,
        source=row.source,
        complainant=row.complainant,
        category=row.category,
        zone=zone,
        subdistrict=subdistrict,
        place=row.place,
        text=row.text,
        decision=row.accept_decision,
        decided_at=row.accepted_at,
        due_on=row.due_date,
        office=office,
        dispatched_at=row.dispatched_at,
        resolved_at=row.resolved_at,
        handling=row.handling,
        replied_at=row.replied_at,
        reply_method=row.reply_method,
        documents=list(row.documents),
        satisfaction=row.satisfaction or "",
        is_reopened=row.was_reopened,
        satisfaction_after_reopening=row.satisfaction_after_reopen or "",
        closed_at=row.final_closed_at,
        power=power,
        status=row.stands,
    )


def _check_steps(folder: Folder, row: ComplaintRow) -> None:
    """Refuse a step before its cause, and one whose cause is missing."""
    folder.in_order(row, *STEPS)
    folder.in_order(row, "accepted_at", "due_date")
    disorder = rules.first_out_of_order([(name, getattr(row, name)) for name in STEPS])
    if disorder:
        step, cause = disorder
        if _day(getattr(row, step)) == _day(getattr(row, cause)):  # other days are told above
            reason = _("The time is before that of its cause, %(cause)s.")
            folder.fault(row, step, reason % {"cause": cause})
    if row.accept_decision == Decision.ACCEPTED:
        _check_chain(folder, row)


def _check_chain(folder: Folder, row: ComplaintRow) -> None:
    """Refuse an accepted complaint of which a step is missing between two others."""
    reached = Status.RECEIVED
    missing: list[str] = []
    for name, status in HANDLED_HERE.items():
        if getattr(row, name) is None:
            missing.append(name)
            continue
        if (reached, status) not in TRANSITIONS:
            for column in missing:
                folder.fault(row, column, _("A value is required here: later steps were taken."))
        reached, missing = status, []
    if row.status == STATUSES["已办结"] and "final_closed_at" in missing:
        folder.fault(row, "final_closed_at", _("A closed complaint needs the time of its closing."))


def _compare(folder: Folder, row: ComplaintRow) -> None:
    """Say where what the row states differs from what its own dates say."""
    if row.stands not in row.status:
        reason = _("By its dates the complaint is: %(status)s.")
        folder.warn(row, "status", reason % {"status": row.stands.label})
    if row.was_reopened != row.reopened:
        folder.warn(row, "reopened", _("It was rated a second time, so it was handled twice."))
    if row.accept_decision != Decision.ACCEPTED:
        return
    try:
        usual, longer = (
            selectors.promised_day(folder.agency.pk, _day(row.accepted_at), difficult=difficult)
            for difficult in (False, True)
        )
    except rules.UNKNOWABLE:
        return
    if row.due_date not in (usual, longer):
        reason = _("The promised limit ends on %(usual)s, for a difficult matter on %(longer)s; "
                   "%(stated)s is kept as agreed.")  # fmt: skip
        values = {"usual": usual, "longer": longer, "stated": row.due_date}
        folder.warn(row, "due_date", reason % values)


def _enter(folder: Folder, row: ComplaintRow, complaint: Complaint) -> None:
    """Enter each step that the row proves, with the day on which it was taken."""
    number = complaint.number

    def enter(event: Event, at: datetime, basis: str) -> None:
        folder.enter(event, complaint, day=_day(at), basis=basis, row=row)

    received = events.ComplaintReceived(number, row.source, row.category)
    enter(received, row.received_at, "complaints.receive")
    provision = TRANSITIONS[Status.RECEIVED, DECIDED[row.accept_decision]]
    if row.accept_decision == Decision.ACCEPTED:
        enter(events.ComplaintAccepted(number, row.due_date), row.accepted_at, provision)
    elif row.accept_decision == Decision.TRANSFERRED:
        enter(events.ComplaintTransferred(number), row.accepted_at, provision)
    else:
        enter(events.ComplaintRefused(number), row.accepted_at, provision)
    if row.dispatched_at:
        dispatched = events.ComplaintDispatched(number, row.unit)
        enter(dispatched, row.dispatched_at, "complaints.dispatch")
    if row.resolved_at:
        resolved = events.ComplaintResolved(number, row.unit)
        enter(resolved, row.resolved_at, "complaints.handle")
    if row.replied_at:
        replied = events.ComplaintReplied(number, row.reply_method)
        enter(replied, row.replied_at, "complaints.reply")
        if row.was_reopened:  # the row has no day for it; it followed the reply
            enter(events.ComplaintReopened(number, None), row.replied_at, "complaints.handle")
    if row.final_closed_at:
        closed = events.ComplaintClosed(number, complaint.final_satisfaction)
        enter(closed, row.final_closed_at, "complaints.reply")


def _day(at: datetime) -> date:
    return timezone.localtime(at).date()


register(Intake(room="complaints", files=(FILE,), take=take, after=("organization", "powers")))
