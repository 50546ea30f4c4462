"""Taking in the applications for licences."""

from datetime import date
from itertools import pairwise
from typing import Annotated

from django.utils.translation import gettext as _
from pydantic import BeforeValidator

from sunlit.approvals import events, rules, selectors
from sunlit.approvals.intake.reading import Party, find_power
from sunlit.approvals.lifecycle import TRANSITIONS, Status
from sunlit.approvals.models import LicenceCase, PublicityRecord, Result
from sunlit.approvals.services.licences import promised_due_on
from sunlit.approvals.services.publicity import unsaved_record
from sunlit.intake.folder import Folder
from sunlit.intake.rows import Code, Count, Day, Row, YesNo, coded
from sunlit.ledger.events import Event
from sunlit.organization.selectors import official_calendar
from sunlit.powers.models import Kind, ServiceWindow

FILE = "approvals.csv"
RESULTS = {
    "准予": Result.GRANTED,
    "准予许可": Result.GRANTED,
    "不予许可": Result.REFUSED,
    "申请人撤回": Result.WITHDRAWN,
    "补正逾期视为放弃": Result.ABANDONED,
}
CONCLUDED = {"已办结": True, "办理中": False}


class LicenceRow(Row):
    """A row of approvals.csv."""

    case_id: Code
    power_code: Code
    item: str = ""
    applicant: str
    applicant_type: Party
    content: str
    zone: Code | None = None
    subdistrict: str | None = None
    accepted_at_place: str = ""
    received: Day
    supplement_notice: Day | None = None
    accepted: Day | None = None
    survey: Day | None = None
    reviewed: Day | None = None
    decided: Day | None = None
    delivered: Day | None = None
    promised_days: Count | None = None
    used_days: Count | None = None
    extended: YesNo = False
    result: Annotated[Result, BeforeValidator(coded(RESULTS))] | None = None
    doc_no: str = ""
    decided_by: str = ""
    published: Day | None = None
    status: Annotated[bool, BeforeValidator(coded(CONCLUDED))]

    @property
    def is_decided(self) -> bool:
        """Whether the application was granted or refused."""
        return self.result in selectors.DECISIONS

    @property
    def steps(self) -> list[tuple[Status, date]]:
        """The stages that the case has gone through, in the order of the lifecycle."""
        ends = {Result.WITHDRAWN: Status.WITHDRAWN, Result.ABANDONED: Status.ABANDONED}
        end = ends.get(self.result, Status.DECIDED) if self.result else Status.DECIDED
        days = (
            (Status.RECEIVED, self.received),
            (Status.AWAITING_SUPPLEMENT, self.supplement_notice),
            (Status.ACCEPTED, self.accepted),
            (Status.SURVEYED, self.survey),
            (Status.REVIEWED, self.reviewed),
            (end, self.decided),
            (Status.DELIVERED, self.delivered),
            (Status.PUBLISHED, self.published),
        )
        return [(status, day) for status, day in days if day]


def take(folder: Folder) -> None:
    """Take in the year's applications for licences."""
    rows = folder.table(FILE, LicenceRow, key="case_id")
    cases = []
    for row in rows:
        _check(folder, row)
        if case := _case(folder, row):
            cases.append((case, row))
    saved = folder.save(LicenceCase, [case for case, _row in cases])
    folder.promise("approval", [row.case_id for row in rows])
    folder.shelve("approval", {case.number: case for case in saved})
    if not folder.faults:
        decided = [case for case in saved if case.decided_on]
        folder.save(PublicityRecord, [unsaved_record(case) for case in decided])
    for case, (_case_read, row) in zip(saved, cases, strict=True):
        _enter(folder, case, row)


def _check(folder: Folder, row: LicenceRow) -> None:
    folder.in_order(
        row,
        "received",
        "supplement_notice",
        "accepted",
        "survey",
        "reviewed",
        "decided",
        "delivered",
    )
    folder.in_order(row, "decided", "published")
    for column in _wanting(row):
        folder.fault(row, column, _("A value is required here."))
    if row.result == Result.ABANDONED and row.supplement_notice is None:
        folder.fault(row, "supplement_notice", _("A value is required here."))
    for (before, _day), (after, _later) in pairwise(row.steps):
        if (before, after) not in TRANSITIONS:
            reason = _("“%(after)s” follows “%(before)s”, and what lies between is not dated.")
            values = {"before": before.label, "after": after.label}
            folder.warn(row, "status", reason % values)
    if row.status != (row.result is not None):
        folder.warn(row, "status", _("The status does not agree with the result."))


def _wanting(row: LicenceRow) -> list[str]:
    """Return the columns whose days the other columns of the row presuppose."""
    columns = []
    if row.decided is None and (row.result or row.delivered or row.published):
        columns.append("decided")
    if row.result is None and row.decided:
        columns.append("result")
    if row.accepted is None and (row.is_decided or row.survey or row.reviewed):
        columns.append("accepted")
    return columns


def _case(folder: Folder, row: LicenceRow) -> LicenceCase | None:
    power = find_power(folder, row.power_code, row, (Kind.LICENCE,))
    zone = folder.find("zone", row.zone, row, "zone")
    subdistrict = folder.find("subdistrict", row.subdistrict, row, "subdistrict")
    if power is None:
        return None
    if row.item and row.item != power.name:
        folder.warn(row, "item", _("The list of powers calls it %(name)s.") % {"name": power.name})
    case = LicenceCase(
        agency=folder.agency,
        year=folder.year,
        number=row.case_id,
        power=power,
        applicant=row.applicant,
        applicant_kind=row.applicant_type,
        content=row.content,
        zone=zone,
        subdistrict=subdistrict,
        received_at=row.accepted_at_place,
        at_window=_is_at_window(folder, row.accepted_at_place),
        received_on=row.received,
        supplement_notice_on=row.supplement_notice,
        accepted_on=row.accepted,
        surveyed_on=row.survey,
        reviewed_on=row.reviewed,
        decided_on=row.decided if row.is_decided else None,
        ended_on=None if row.is_decided else row.decided,
        delivered_on=row.delivered,
        published_on=row.published,
        promised_days=row.promised_days,
        is_extended=row.extended,
        result=row.result or "",
        document_number=row.doc_no,
        decided_by=row.decided_by,
        status=row.steps[-1][0],
    )
    case.promised_due_on = promised_due_on(case, official_calendar(case.agency_id))
    _compare(folder, case, row)
    return case


def _is_at_window(folder: Folder, place: str) -> bool:
    if folder.faults:
        return False
    windows = ServiceWindow.objects.filter(agency=folder.agency).order_by("name")
    return any(rules.is_at_window(place, window.name) for window in windows)


def _compare(folder: Folder, case: LicenceCase, row: LicenceRow) -> None:
    """Say where the row states other numbers of days than the calendar gives."""
    used = selectors.working_days_used(case)
    if row.used_days is not None and used is not None and row.used_days != used:
        reason = _("%(stated)d working days are stated, but the calendar gives %(found)d.")
        folder.warn(row, "used_days", reason % {"stated": row.used_days, "found": used})
    limit = selectors.last_day(folder.agency.pk, "licence.correction_notice", row.received)
    if row.supplement_notice and limit and row.supplement_notice > limit:
        reason = _("The supplement was asked for after %(day)s, too late.")
        folder.warn(row, "supplement_notice", reason % {"day": limit})


def _enter(folder: Folder, case: LicenceCase, row: LicenceRow) -> None:
    number, power = case.number, row.power_code
    result = row.result or ""
    happened: dict[Status, tuple[Event, str]] = {
        Status.RECEIVED: (
            events.LicenceAppliedFor(number, power, row.accepted_at_place),
            "licence.apply",
        ),
        Status.AWAITING_SUPPLEMENT: (
            events.SupplementAskedFor(number),
            "licence.correction_notice",
        ),
        Status.ACCEPTED: (
            events.LicenceApplicationAccepted(number, row.promised_days),
            "licence.accept",
        ),
        Status.SURVEYED: (events.LicenceSurveyed(number), "licence.survey"),
        Status.REVIEWED: (events.LicenceReviewed(number), "licence.survey"),
        Status.DECIDED: (
            events.LicenceDecided(number, power, result, row.doc_no),
            "licence.refuse" if row.result == Result.REFUSED else "licence.decide",
        ),
        Status.WITHDRAWN: (events.LicenceApplicationWithdrawn(number), "licence.withdraw"),
        Status.ABANDONED: (
            events.LicenceApplicationAbandoned(number),
            "licence.correction_notice",
        ),
        Status.DELIVERED: (events.LicenceDelivered(number), "licence.deliver"),
        Status.PUBLISHED: (
            events.LicenceResultPublished(number, power, result, row.doc_no),
            "licence.publish",
        ),
    }
    ends = (Status.DECIDED, Status.WITHDRAWN, Status.ABANDONED)
    for status, day in row.steps:
        event, basis = happened[status]
        post = row.decided_by if status in ends else ""
        folder.enter(event, case, day=day, basis=basis, row=row, post=post)
