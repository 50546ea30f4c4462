"""Taking in the requests for information of a year."""

from datetime import date
from decimal import Decimal
from typing import Annotated

from django.utils.translation import gettext as _
from pydantic import BeforeValidator

from sunlit.foi import events, rules, selectors
from sunlit.foi.lifecycle import WITHOUT_REPLY, Outcome, Status
from sunlit.foi.models import (
    ApplicantKind,
    Channel,
    ClockEvent,
    ClockEventKind,
    Ground,
    InformationRequest,
)
from sunlit.intake.folder import Folder
from sunlit.intake.registry import Intake, register
from sunlit.intake.rows import Amount, Code, Count, Day, Row, YesNo, coded
from sunlit.kernel.clock import Reading
from sunlit.ledger.events import Event
from sunlit.organization.selectors import official_calendar

FILE = "foi_requests.csv"

APPLICANT_KINDS = {
    "公民": ApplicantKind.CITIZEN,
    "法人": ApplicantKind.LEGAL_PERSON,
    "其他组织": ApplicantKind.OTHER_ORGANISATION,
}
CHANNELS = {
    "当面": Channel.IN_PERSON,
    "信函": Channel.LETTER,
    "挂号信函": Channel.SIGNED_POST,
    "网络": Channel.INTERNET,
    "传真": Channel.FAX,
}
OUTCOMES = {
    "同意公开": Outcome.DISCLOSED,
    "部分公开": Outcome.PARTLY_DISCLOSED,
    "不予公开": Outcome.REFUSED,
    "非本机关掌握": Outcome.NOT_HELD,
    "已主动公开": Outcome.ALREADY_PUBLIC,
    "告知更改补充": Outcome.TO_BE_AMENDED,
    "信息不存在": Outcome.DOES_NOT_EXIST,
    "转咨询办理": Outcome.AS_ENQUIRY,
    "重复申请告知": Outcome.REPEATED,
    "申请人撤回": Outcome.WITHDRAWN,
    "逾期未补正": Outcome.LAPSED,
}


class RequestRow(Row):
    """A row of foi_requests.csv."""

    foi_id: Code
    applicant: str
    applicant_type: Annotated[ApplicantKind, BeforeValidator(coded(APPLICANT_KINDS))]
    received: Day
    channel: Annotated[Channel, BeforeValidator(coded(CHANNELS))]
    content: str
    purpose: str = ""
    unit: Code
    registered: Day
    third_party_sent: Day | None = None
    third_party_replied: Day | None = None
    consult_workdays: Count | None = None
    extended: YesNo
    extension_notice: Day | None = None
    due: Day | None = None
    replied: Day | None = None
    workdays_used: Count | None = None
    outcome: Annotated[Outcome, BeforeValidator(coded(OUTCOMES))] | None = None
    legal_basis: str = ""
    reply_no: str = ""
    fee_yuan: Amount = Decimal(0)
    review_case: Code | None = None
    note: str = ""

    @property
    def stands(self) -> Status:
        """Where the request stands, by its outcome and its dates."""
        if self.outcome:
            return WITHOUT_REPLY.get(self.outcome, Status.REPLIED)
        waiting = self.third_party_sent and not self.third_party_replied
        return Status.AWAITING_THIRD_PARTY if waiting else Status.REGISTERED


def take(folder: Folder) -> None:
    """Take in the requests, the events of their clocks, and what each row proves."""
    rows = folder.table(FILE, RequestRow, key="foi_id")
    taken: list[tuple[RequestRow, InformationRequest]] = []
    clock_events: list[ClockEvent] = []
    for row in rows:
        if not _is_sound(folder, row):
            continue
        office = folder.find("office", row.unit, row, "unit")
        if office is None:
            continue
        information_request = _request(folder, row)
        information_request.office = office
        happened = _clock_events(row, information_request)
        _compare(folder, row, information_request, happened)
        taken.append((row, information_request))
        clock_events.extend(happened)
    folder.save(InformationRequest, [information_request for _row, information_request in taken])
    folder.save(ClockEvent, clock_events)
    folder.promise("foi_request", [row.foi_id for row in rows])
    folder.shelve("foi_request", {one.number: one for _row, one in taken})
    folder.shelve("foi_review", {row.foi_id: row.review_case for row in rows if row.review_case})
    for row, information_request in taken:
        _enter(folder, row, information_request)


def _request(folder: Folder, row: RequestRow) -> InformationRequest:
    replied = row.stands == Status.REPLIED
    return InformationRequest(
        agency=folder.agency,
        year=folder.year,
        number=row.foi_id,
        applicant=row.applicant,
        applicant_kind=row.applicant_type,
        received_on=row.received,
        channel=row.channel,
        content=row.content,
        purpose=row.purpose,
        registered_on=row.registered,
        outcome=row.outcome or "",
        legal_basis=row.legal_basis,
        reply_number=row.reply_no,
        replied_on=row.replied if replied else None,
        ended_on=None if replied else row.replied,
        fee=row.fee_yuan,
        note=row.note,
        status=row.stands,
    )


def _clock_events(row: RequestRow, information_request: InformationRequest) -> list[ClockEvent]:
    """Return what the row says happened to the clock, in order. An extension is the law's most."""
    happened: list[tuple[date, ClockEventKind, Ground]] = []
    if row.third_party_sent:
        happened.append((row.third_party_sent, ClockEventKind.PAUSED, Ground.THIRD_PARTY))
    if row.third_party_replied:
        happened.append((row.third_party_replied, ClockEventKind.RESUMED, Ground.THIRD_PARTY))
    if row.extended and row.extension_notice:
        happened.append((row.extension_notice, ClockEventKind.EXTENDED, Ground.MORE_TIME))
    return [
        ClockEvent(
            information_request=information_request,
            position=position,
            kind=kind,
            on=on,
            ground=ground,
            amount=_most(row) if kind == ClockEventKind.EXTENDED else None,
        )
        for position, (on, kind, ground) in enumerate(sorted(happened, key=_day), start=1)
    ]


def _day(happened: tuple[date, ClockEventKind, Ground]) -> date:
    return happened[0]


def _most(row: RequestRow) -> int:
    try:
        return rules.most_to_extend(row.received)
    except rules.UNKNOWABLE as unknown:
        return rules.most_to_extend(getattr(unknown, "since", row.received))


def _is_sound(folder: Folder, row: RequestRow) -> bool:
    """Refuse a step before its cause, or without it."""
    known = len(folder.faults)
    folder.in_order(row, "received", "registered", "replied")
    folder.in_order(row, "received", "third_party_sent", "third_party_replied")
    folder.in_order(row, "received", "extension_notice")
    if not row.replied or row.replied >= row.registered:  # said above already
        last = "third_party_replied" if row.third_party_replied else "third_party_sent"
        folder.in_order(row, last, "replied")
        folder.in_order(row, "extension_notice", "replied")
    required = _("A value is required here.")
    if row.third_party_replied and not row.third_party_sent:
        folder.fault(row, "third_party_sent", required)
    if row.extended and not row.extension_notice:
        folder.fault(row, "extension_notice", required)
    if row.replied and not row.outcome:
        folder.fault(row, "outcome", required)
    if row.outcome and not row.replied:
        folder.fault(row, "replied", required)
    return len(folder.faults) == known


def _compare(
    folder: Folder,
    row: RequestRow,
    information_request: InformationRequest,
    happened: list[ClockEvent],
) -> None:
    """Say where the row states another day or another count than the law gives."""
    if row.extension_notice and not row.extended:
        folder.warn(row, "extended", _("A notice is dated, so the limit was extended; is it?"))
    try:
        reading = selectors.read_clock(information_request, happened)
        _warn_of_late_extension(folder, row, information_request, happened)
    except rules.UNKNOWABLE:
        folder.warn(row, "due", _("No law or no calendar covers these days; nothing is due."))
        return
    if row.due and reading.due_on != row.due:
        reason = _("By the law in force on %(received)s the reply is due on %(computed)s, "
                   "not on %(stated)s.")  # fmt: skip
        values = {"received": row.received, "computed": reading.due_on, "stated": row.due}
        folder.warn(row, "due", reason % values)
    _warn_of_counts(folder, row, reading)


def _warn_of_late_extension(
    folder: Folder,
    row: RequestRow,
    information_request: InformationRequest,
    happened: list[ClockEvent],
) -> None:
    before = [event for event in happened if event.kind != ClockEventKind.EXTENDED]
    if len(before) == len(happened) or row.extension_notice is None:
        return
    reading = selectors.read_clock(information_request, before)
    if not rules.in_time_to_extend(reading, row.extension_notice):
        reason = _("The limit had run out on %(day)s when it was extended.")
        folder.warn(row, "extension_notice", reason % {"day": reading.due_on})


def _warn_of_counts(folder: Folder, row: RequestRow, reading: Reading) -> None:
    reason = _("The calendar gives %(computed)d working days, not %(stated)d.")
    if row.replied and row.workdays_used is not None and reading.used != row.workdays_used:
        values = {"computed": reading.used, "stated": row.workdays_used}
        folder.warn(row, "workdays_used", reason % values)
    until = row.third_party_replied or row.replied
    if row.third_party_sent and until and row.consult_workdays is not None:
        asked = official_calendar(folder.agency.pk).working_days_between(
            row.third_party_sent, until
        )
        if asked != row.consult_workdays:
            values = {"computed": asked, "stated": row.consult_workdays}
            folder.warn(row, "consult_workdays", reason % values)


def _enter(folder: Folder, row: RequestRow, information_request: InformationRequest) -> None:
    """Enter each step that the row proves, with the day on which it was taken."""
    number = information_request.number

    def enter(event: Event, day: date, basis: str) -> None:
        folder.enter(event, information_request, day=day, basis=basis, row=row)

    registered = events.InformationRequestRegistered(number, row.received, row.channel)
    enter(registered, row.registered, "foi.register")
    if row.third_party_sent:
        enter(events.ThirdPartyConsulted(number), row.third_party_sent, "foi.third_party")
    if row.third_party_replied:
        answered = events.ThirdPartyReplied(number, "")
        enter(answered, row.third_party_replied, "foi.third_party")
    if row.extended and row.extension_notice:
        extended = events.DeadlineExtended(number, _most(row), None, row.due)
        enter(extended, row.extension_notice, "foi.extend")
    if row.replied is None:
        return
    if row.outcome == Outcome.WITHDRAWN:
        enter(events.InformationRequestWithdrawn(number), row.replied, "foi.withdraw")
    elif row.outcome == Outcome.LAPSED:
        enter(events.InformationRequestLapsed(number), row.replied, "foi.clarify")
    elif row.outcome:
        answered_so = events.InformationRequestAnswered(
            number, row.outcome, row.reply_no, row.legal_basis
        )
        enter(answered_so, row.replied, "foi.kinds_of_reply")


register(Intake(room="foi", files=(FILE,), take=take, after=("organization",)))
