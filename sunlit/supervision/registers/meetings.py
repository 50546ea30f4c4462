"""The registers of supervisors, meetings and opinions."""

from collections.abc import Sequence

from django.db.models import Count, QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.design.columns import choice, day, listed, number, quoted
from sunlit.design.registers import ActAtDesk, Column, Field, Filter, Label, NamedClock, Register
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
    related = supervisors.select_related("zone").prefetch_related("years")
    return related.order_by("code", "appointed_on")


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
    number=Field("code"),
    title=Field("label"),
    columns=(
        quoted("sector", _("Sector")),
        quoted("zone.name", _("Zone")),
        day("term_ends_on", _("Term ends on")),
        Column(label=_("State"), value=_in_office, kind="state"),
    ),
    facts=(
        quoted("sector", _("Sector")),
        quoted("zone.name", _("Zone")),
        day("appointed_on", pgettext_lazy("supervisor", "Appointed on")),
        quoted("term", _("Term")),
        day("term_ends_on", _("Term ends on")),
        day("left_on", _("Left on")),
        quoted("certificate", _("Certificate number")),
        number("came", _("Meetings attended")),
        Column(
            label=_("Inspections joined"),
            value=lambda supervisor: sum(
                year.inspections_joined for year in supervisor.years.all()
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
    number=Field("code"),
    title=Field("name"),
    columns=(
        day("held_on", _("Held on")),
        number("attended", _("Attended")),
        number("raised", _("Opinions")),
    ),
    facts=(
        day("held_on", _("Held on")),
        quoted("place", _("Place")),
        quoted("host.title", _("Chaired by")),
        number("invited", _("Invited")),
        number("attended", _("Attended")),
        listed("reported", _("Reported")),
        number("raised", _("Opinions")),
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
    number=Field("number"),
    title=Field("topic"),
    columns=(
        quoted("sector", _("Sector")),
        quoted("office.name", _("Office")),
        day("replied_on", _("Answered on")),
        Column(label=_("State"), value=_state, kind="state"),
    ),
    facts=(
        quoted("meeting.name", _("Meeting")),
        day("meeting.held_on", _("Held on")),
        quoted("sector", _("Sector")),
        quoted("text", _("Opinion")),
        quoted("office.name", _("Office")),
        quoted("response", _("Answer")),
        day("replied_on", _("Answered on")),
        choice("status", _("Outcome")),
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
