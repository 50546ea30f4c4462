"""The registers of supervisors, meetings and opinions."""

from collections.abc import Sequence

from django.db.models import Count, QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.design.registers import ActAtDesk, Column, Filter, Label, NamedClock, Register
from sunlit.organization.models import Official
from sunlit.organization.selectors import office_day
from sunlit.supervision import forms, policies, selectors
from sunlit.supervision.lifecycle import OpinionStatus
from sunlit.supervision.models import Meeting, Opinion, Supervisor
from sunlit.supervision.registers.choices import WATCHERS, offices, words, years_of
from sunlit.supervision.services import meetings as services
from sunlit.supervision.waiting import opinions_unanswered

BASIS = "supervision.supervisors"


def _supervisors(by: Official) -> QuerySet[Supervisor]:
    supervisors = Supervisor.objects.filter(agency=by.agency).annotate(came=Count("attendances"))
    return supervisors.select_related("zone").order_by("code", "appointed_on")


def _sectors(by: Official) -> Sequence[tuple[str, Label]]:
    return words(Supervisor.objects.filter(agency=by.agency), "sector")


def _opinion_sectors(by: Official) -> Sequence[tuple[str, Label]]:
    return words(Opinion.objects.filter(meeting__agency=by.agency), "sector")


def _meetings(by: Official) -> QuerySet[Meeting]:
    meetings = Meeting.objects.filter(agency=by.agency).annotate(raised=Count("opinions"))
    return meetings.select_related("host").order_by("-held_on", "-code")


def _opinions(by: Official) -> QuerySet[Opinion]:
    opinions = Opinion.objects.filter(meeting__agency=by.agency)
    kept = opinions.select_related("meeting", "office")
    return kept.order_by("-meeting__held_on", "position")


def _statuses(_by: Official) -> Sequence[tuple[str, Label]]:
    return list(OpinionStatus.choices)


def _in_office(supervisor: Supervisor) -> tuple[str, Label]:
    today = office_day()
    if (supervisor.left_on and supervisor.left_on <= today) or supervisor.term_ends_on < today:
        return "neutral", _("no longer in office")
    return "done", _("in office")


def _state(opinion: Opinion) -> tuple[str, Label]:
    awaiting = opinion.status == OpinionStatus.AWAITING
    return ("in_time" if awaiting else "done"), opinion.get_status_display()


SUPERVISORS = Register(
    name="supervisors",
    label=_("Supervisors"),
    intro=_("People from outside who watch the agency's conduct, looked after by the liaison."),
    model=Supervisor,
    roles=WATCHERS,
    records=_supervisors,
    number=lambda supervisor: supervisor.code,
    title=lambda supervisor: supervisor.label,
    columns=(
        Column(label=_("Sector"), value=lambda supervisor: supervisor.sector, kind="quoted"),
        Column(label=_("Zone"), value=lambda supervisor: supervisor.zone.name, kind="quoted"),
        Column(
            label=_("Term ends on"), value=lambda supervisor: supervisor.term_ends_on, kind="day"
        ),
        Column(label=_("State"), value=_in_office, kind="state"),
    ),
    facts=(
        Column(label=_("Sector"), value=lambda supervisor: supervisor.sector, kind="quoted"),
        Column(label=_("Zone"), value=lambda supervisor: supervisor.zone.name, kind="quoted"),
        Column(
            label=pgettext_lazy("supervisor", "Appointed on"),
            value=lambda supervisor: supervisor.appointed_on,
            kind="day",
        ),
        Column(label=_("Term"), value=lambda supervisor: supervisor.term, kind="quoted"),
        Column(
            label=_("Term ends on"), value=lambda supervisor: supervisor.term_ends_on, kind="day"
        ),
        Column(label=_("Left on"), value=lambda supervisor: supervisor.left_on, kind="day"),
        Column(
            label=_("Certificate number"),
            value=lambda supervisor: supervisor.certificate,
            kind="quoted",
        ),
        Column(
            label=_("Meetings attended"), value=lambda supervisor: supervisor.came, kind="number"
        ),
        Column(
            label=_("Inspections joined"),
            value=lambda supervisor: sum(
                year.inspections_joined for year in supervisor.years.order_by("year")
            ),
            kind="number",
        ),
        Column(label=_("State"), value=_in_office, kind="state"),
    ),
    filters=(Filter(name="sector", label=_("Sector"), lookup="sector", choices=_sectors),),
    searched=("code", "label", "sector", "certificate"),
)

MEETINGS = Register(
    name="supervisor-meetings",
    label=_("Meetings with supervisors"),
    intro=_("At least twice a year the agency reports to the supervisors and hears them."),
    model=Meeting,
    roles=WATCHERS,
    records=_meetings,
    number=lambda meeting: meeting.code,
    title=lambda meeting: meeting.name,
    columns=(
        Column(label=_("Held on"), value=lambda meeting: meeting.held_on, kind="day"),
        Column(label=_("Attended"), value=lambda meeting: meeting.attended, kind="number"),
        Column(label=_("Opinions"), value=lambda meeting: meeting.raised, kind="number"),
    ),
    facts=(
        Column(label=_("Held on"), value=lambda meeting: meeting.held_on, kind="day"),
        Column(label=_("Place"), value=lambda meeting: meeting.place, kind="quoted"),
        Column(label=_("Chaired by"), value=lambda meeting: meeting.host.title, kind="quoted"),
        Column(label=_("Invited"), value=lambda meeting: meeting.invited, kind="number"),
        Column(label=_("Attended"), value=lambda meeting: meeting.attended, kind="number"),
        Column(
            label=_("Reported"), value=lambda meeting: "、".join(meeting.reported), kind="quoted"
        ),
        Column(label=_("Opinions"), value=lambda meeting: meeting.raised, kind="number"),
    ),
    filters=(Filter(name="year", label=_("Year"), lookup="year", choices=years_of(Meeting)),),
    searched=("code", "name", "place"),
    acts=(
        ActAtDesk(
            name="record-opinion",
            label=_("Record an opinion"),
            basis=BASIS,
            do=services.record_opinion,
            form=forms.OpinionForm,
            why_not=policies.why_not_record_opinion,
            done=_("The opinion has been recorded and given to the office."),
        ),
    ),
    opening=(
        ActAtDesk(
            name="hold",
            label=_("Record a meeting"),
            basis=BASIS,
            do=services.hold_meeting,
            form=forms.MeetingForm,
            why_not=policies.why_not_hold_meeting,
            done=_("The meeting has been recorded."),
        ),
    ),
)

OPINIONS = Register(
    name="opinions",
    label=_("Opinions of supervisors"),
    intro=_("What supervisors said, and what the office made of it within the promised limit."),
    model=Opinion,
    roles=WATCHERS,
    records=_opinions,
    number=lambda opinion: opinion.number,
    title=lambda opinion: opinion.topic,
    columns=(
        Column(label=_("Sector"), value=lambda opinion: opinion.sector, kind="quoted"),
        Column(label=_("Office"), value=lambda opinion: opinion.office.name, kind="quoted"),
        Column(label=_("Answered on"), value=lambda opinion: opinion.replied_on, kind="day"),
        Column(label=_("State"), value=_state, kind="state"),
    ),
    facts=(
        Column(label=_("Meeting"), value=lambda opinion: opinion.meeting.name, kind="quoted"),
        Column(label=_("Held on"), value=lambda opinion: opinion.meeting.held_on, kind="day"),
        Column(label=_("Sector"), value=lambda opinion: opinion.sector, kind="quoted"),
        Column(label=_("Opinion"), value=lambda opinion: opinion.text, kind="quoted"),
        Column(label=_("Office"), value=lambda opinion: opinion.office.name, kind="quoted"),
        Column(label=_("Answer"), value=lambda opinion: opinion.response, kind="quoted"),
        Column(label=_("Answered on"), value=lambda opinion: opinion.replied_on, kind="day"),
        Column(label=_("Outcome"), value=lambda opinion: opinion.get_status_display()),
    ),
    filters=(
        Filter(name="year", label=_("Year"), lookup="meeting__year", choices=years_of(Meeting)),
        Filter(name="status", label=_("Outcome"), lookup="status", choices=_statuses),
        Filter(name="office", label=_("Office"), lookup="office", choices=offices),
        Filter(name="sector", label=_("Sector"), lookup="sector", choices=_opinion_sectors),
    ),
    searched=("topic", "text", "response"),
    acts=(
        ActAtDesk(
            name="answer",
            label=_("Answer"),
            basis=BASIS,
            do=services.answer_opinion,
            form=forms.AnswerForm,
            why_not=policies.why_not_answer,
            done=_("The opinion has been answered."),
        ),
    ),
    clocks=(NamedClock(label=_("Answer"), read=selectors.answer_clock),),
    waiting=opinions_unanswered,
)

REGISTERS = (SUPERVISORS, MEETINGS, OPINIONS)
