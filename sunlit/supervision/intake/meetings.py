"""Taking in the meetings with supervisors, and the opinions that were raised there."""

from collections.abc import Mapping
from typing import Annotated

from django.utils.translation import gettext as _
from pydantic import BeforeValidator

from sunlit.intake.folder import Folder
from sunlit.intake.rows import Code, Count, Day, Listed, Row, coded
from sunlit.kernel.refusals import NotYetLaw
from sunlit.organization.selectors import official_calendar
from sunlit.organization.selectors.limits import limit_in_force
from sunlit.supervision import events, rules
from sunlit.supervision.lifecycle import OpinionStatus
from sunlit.supervision.models import Meeting, Opinion

FILE = "supervisor_meetings.yaml"
BASIS = "supervision.supervisors"
STATUSES = {
    "已采纳": OpinionStatus.ADOPTED,
    "部分采纳": OpinionStatus.PARTLY_ADOPTED,
    "未采纳": OpinionStatus.NOT_ADOPTED,
    "办理中": OpinionStatus.AWAITING,
}


class OpinionPart(Row):
    """An opinion."""

    seq: Count
    sector: str
    topic: str
    text: str
    unit: Code
    response: str = ""
    replied: Day | None = None
    status: Annotated[OpinionStatus, BeforeValidator(coded(STATUSES))] = OpinionStatus.AWAITING


class MeetingPart(Row):
    """A meeting."""

    code: Code
    name: str
    date: Day
    place: str
    host: Code
    invited: Count
    attended: Count
    reported: Listed = ()
    opinions: tuple[OpinionPart, ...] = ()


class MeetingsDocument(Row):
    """supervisor_meetings.yaml."""

    meetings: tuple[MeetingPart, ...]


def take_meetings(folder: Folder) -> Mapping[str, tuple[MeetingPart, Meeting]]:
    """Take in the meetings of the year; return each with what was written of it."""
    document = folder.document(FILE, MeetingsDocument)
    if document is None:
        folder.take_links("supervisor_meeting")  # what is wrong with the document is said already
        return {}
    meetings: dict[str, tuple[MeetingPart, Meeting]] = {}
    for part in document.meetings:
        if part.code in meetings:
            folder.fault_twice(part, "code", part.code)
        host = folder.find("leader", part.host, part, "host")
        if host:
            meeting = Meeting(
                agency=folder.agency,
                year=folder.year,
                code=part.code,
                name=part.name,
                held_on=part.date,
                place=part.place,
                host=host,
                invited=part.invited,
                attended=part.attended,
                reported=list(part.reported),
            )
            meetings[part.code] = part, meeting
    folder.save(Meeting, [meeting for _part, meeting in meetings.values()])
    folder.promise("supervisor_meeting", [part.code for part in document.meetings])
    folder.shelve(
        "supervisor_meeting", {code: meeting for code, (_part, meeting) in meetings.items()}
    )
    folder.attach("supervisor_meeting", "items")
    for part, meeting in meetings.values():
        event = events.SupervisorsMet(part.code, part.name, part.attended)
        folder.enter(event, meeting, day=part.date, basis=BASIS, row=part)
        _take_opinions(folder, part, meeting)
    return meetings


def _take_opinions(folder: Folder, part: MeetingPart, meeting: Meeting) -> None:
    opinions: dict[int, tuple[OpinionPart, Opinion]] = {}
    for said in part.opinions:
        if said.seq in opinions:
            folder.fault_twice(said, "seq", str(said.seq))
        office = folder.find("office", said.unit, said, "unit")
        if _answer_is_whole(folder, said, meeting) and office:
            opinion = Opinion(
                meeting=meeting,
                position=said.seq,
                sector=said.sector,
                topic=said.topic,
                text=said.text,
                office=office,
                response=said.response,
                replied_on=said.replied,
                status=said.status,
            )
            opinions[said.seq] = said, opinion
    folder.save(Opinion, [opinion for _said, opinion in opinions.values()])
    for said, opinion in opinions.values():
        raised = events.OpinionRaised(opinion.number, said.topic, said.unit)
        folder.enter(raised, opinion, day=meeting.held_on, basis=BASIS, row=said)
        if said.replied:
            answered = events.OpinionAnswered(opinion.number, said.status)
            folder.enter(answered, opinion, day=said.replied, basis=BASIS, row=said)


def _answer_is_whole(folder: Folder, said: OpinionPart, meeting: Meeting) -> bool:
    if said.replied is None:
        if said.response or said.status != OpinionStatus.AWAITING:
            folder.fault(said, "replied", _("An answer needs its day."))
            return False
        return True
    if not said.response:
        folder.fault(said, "response", _("An opinion that was answered needs the answer."))
        return False
    if said.status == OpinionStatus.AWAITING:
        folder.fault(said, "status", _("An opinion that was answered needs an outcome."))
        return False
    if said.replied < meeting.held_on:
        reason = _("%(day)s is before its cause: the meeting was held on %(held)s.")
        folder.fault(said, "replied", reason % {"day": said.replied, "held": meeting.held_on})
        return False
    _warn_if_late(folder, said, meeting)
    return True


def _warn_if_late(folder: Folder, said: OpinionPart, meeting: Meeting) -> None:
    try:
        limit = limit_in_force(meeting.agency_id, "supervision.opinion", on=meeting.held_on)
    except NotYetLaw:
        return
    clock = rules.answer_clock(
        limit,
        raised_on=meeting.held_on,
        answered_on=said.replied,
        calendar=official_calendar(meeting.agency_id),
    )
    if clock and clock.due_on and said.replied and said.replied > clock.due_on:
        reason = _("The answer came on %(day)s, after the promised limit, which ended on %(due)s.")
        folder.warn(said, "replied", reason % {"day": said.replied, "due": clock.due_on})
