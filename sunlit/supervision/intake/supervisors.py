"""Taking in the supervisors, and which meetings they came to."""

from collections.abc import Iterable, Mapping, Sequence

from django.utils.translation import gettext as _

from sunlit.intake.folder import Folder
from sunlit.intake.rows import Code, Count, Day, Row, YesNo
from sunlit.supervision import events, rules
from sunlit.supervision.intake.meetings import MeetingPart
from sunlit.supervision.models import Attendance, Meeting, Supervisor, SupervisorYear

BASIS = "supervision.supervisors"


class SupervisorRow(Row):
    """A row of supervisors.csv."""

    supervisor_no: Code
    label: str
    sector: str
    zone: Code
    appointed_on: Day
    term: str
    certificate_no: str
    attended_first_half: YesNo
    attended_second_half: YesNo
    joined_inspections: Count = 0

    def attended(self, half: rules.Half) -> bool:
        """Whether the supervisor came to the meeting in a half of the year."""
        return self.attended_first_half if half is rules.Half.FIRST else self.attended_second_half


def take_supervisors(folder: Folder) -> Sequence[SupervisorRow]:
    """Take in the supervisors as the year's folder states them."""
    rows = folder.table("supervisors.csv", SupervisorRow, key="supervisor_no")
    kept = [(row, one) for row in rows if (one := _supervisor(folder, row))]
    by_appointment = {one.appointment: one for _row, one in kept}
    stored = folder.restate(Supervisor, by_appointment, key="appointment", ends="left_on")
    supervisors = {
        row.supervisor_no: stored.records[one.appointment]
        for row, one in kept
        if one.appointment in stored.records
    }
    folder.promise("supervisor", [row.supervisor_no for row in rows])
    folder.shelve("supervisor", supervisors)
    for row, one in kept:
        if one.appointment in stored.told:
            event = events.SupervisorAppointed(row.supervisor_no, row.sector, one.term_ends_on)
            about = stored.records[one.appointment]
            folder.enter(event, about, day=row.appointed_on, basis=BASIS, row=row)
    years = [
        SupervisorYear(
            agency=folder.agency,
            year=folder.year,
            supervisor=supervisors[row.supervisor_no],
            inspections_joined=row.joined_inspections,
        )
        for row in rows
        if row.supervisor_no in supervisors
    ]
    folder.save(SupervisorYear, years)
    return rows


def _supervisor(folder: Folder, row: SupervisorRow) -> Supervisor | None:
    zone = folder.find("zone", row.zone, row, "zone")
    ends_on = rules.term_end(row.term)
    if ends_on is None:
        reason = _("%(term)s is no term; write YYYY-MM至YYYY-MM, the earlier month first.")
        folder.fault(row, "term", reason % {"term": row.term})
    elif ends_on < row.appointed_on:
        reason = _("%(day)s is before its cause: the supervisor was appointed on %(appointed)s.")
        values = {"day": ends_on, "appointed": row.appointed_on}
        folder.fault(row, "term", reason % values)
    if zone is None or ends_on is None:
        return None
    return Supervisor(
        agency=folder.agency,
        code=row.supervisor_no,
        label=row.label,
        sector=row.sector,
        zone=zone,
        appointed_on=row.appointed_on,
        term=row.term,
        term_ends_on=ends_on,
        certificate=row.certificate_no,
    )


def take_attendance(
    folder: Folder,
    rows: Iterable[SupervisorRow],
    meetings: Mapping[str, tuple[MeetingPart, Meeting]],
) -> None:
    """Take in who came to the meeting that was held in each half of the year."""
    columns = {
        rules.Half.FIRST: "attended_first_half",
        rules.Half.SECOND: "attended_second_half",
    }
    supervisors = folder.shelf("supervisor")
    came: dict[str, list[Supervisor]] = {code: [] for code in meetings}
    for row in rows:
        for half, column in columns.items():
            held = [meeting for _part, meeting in meetings.values()
                    if rules.half_of(meeting.held_on) is half]  # fmt: skip
            if not row.attended(half) or row.supervisor_no not in supervisors:
                continue
            if not held:
                folder.warn(row, column, _("No meeting was held in this half of the year."))
            for meeting in held:
                came[meeting.code].append(supervisors[row.supervisor_no])
                _check_appointment(folder, row, meeting, column)
    attendances = [
        Attendance(meeting=meetings[code][1], supervisor=supervisor)
        for code, those in came.items()
        for supervisor in those
    ]
    folder.save(Attendance, attendances)
    for code, (part, _meeting) in meetings.items():
        if part.attended != len(came[code]):
            reason = _("%(stated)d are stated, but %(found)d supervisors are noted as present.")
            values = {"stated": part.attended, "found": len(came[code])}
            folder.warn(part, "attended", reason % values)


def _check_appointment(folder: Folder, row: SupervisorRow, meeting: Meeting, column: str) -> None:
    if meeting.held_on < row.appointed_on:
        reason = _("%(day)s is before its cause: the supervisor was appointed on %(appointed)s.")
        values = {"day": meeting.held_on, "appointed": row.appointed_on}
        folder.fault(row, column, reason % values)
