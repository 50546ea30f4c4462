"""The acts on meetings with supervisors and on their opinions."""

from collections.abc import Collection
from datetime import date

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from sunlit.kernel.refusals import Unacceptable
from sunlit.ledger.services import record
from sunlit.organization.models import Agency, Leader, Office, Official
from sunlit.supervision import events, policies, selectors
from sunlit.supervision.lifecycle import OpinionStatus
from sunlit.supervision.models import Attendance, Meeting, Opinion, Supervisor
from sunlit.supervision.services.codes import new_code

BASIS = "supervision.supervisors"


@transaction.atomic(durable=True)
def hold_meeting(
    *,
    agency: Agency,
    by: Official,
    today: date,
    name: str,
    held_on: date,
    place: str,
    host: Leader,
    supervisors: Collection[Supervisor],
    reported: str,
) -> Meeting:
    """Record a meeting with the supervisors: who chaired, who came, what was reported."""
    if refusal := policies.why_not_hold_meeting(by):
        raise refusal
    if held_on > today:
        raise Unacceptable(
            _("The meeting has not been held yet."), remedy=_("Record it on its day or later.")
        )
    known = Meeting.objects.filter(agency=agency, year=held_on.year).order_by("code")
    codes = known.values_list("code", flat=True)
    came = list(supervisors)
    meeting = Meeting.objects.create(
        agency=agency,
        year=held_on.year,
        code=new_code(agency, codes, first=f"ZT{held_on.year}-1"),
        name=name,
        held_on=held_on,
        place=place,
        host=host,
        invited=selectors.supervisors_on(agency, on=held_on).count(),
        attended=len(came),
        reported=[line.strip() for line in reported.splitlines() if line.strip()],
    )
    Attendance.objects.bulk_create(
        Attendance(meeting=meeting, supervisor=supervisor) for supervisor in came
    )
    record(
        events.SupervisorsMet(meeting.code, name, len(came)),
        about=meeting,
        by=by,
        day=today,
        basis=policies.basis(BASIS, today),
    )
    return meeting


@transaction.atomic(durable=True)
def record_opinion(
    *,
    record_id: int,
    by: Official,
    today: date,
    sector: str,
    topic: str,
    text: str,
    office: Office,
) -> Opinion:
    """Record an opinion raised at a meeting, and give it to an office to answer."""
    meetings = Meeting.objects.select_for_update(of=("self",))
    meeting = meetings.get(pk=record_id, agency=by.agency)
    if refusal := policies.why_not_record_opinion(by, meeting):
        raise refusal
    of_year = Opinion.objects.filter(meeting__agency=meeting.agency, meeting__year=meeting.year)
    last = of_year.aggregate(last=Max("position"))["last"] or 0
    opinion = Opinion.objects.create(
        meeting=meeting, position=last + 1, sector=sector, topic=topic, text=text, office=office
    )
    record(
        events.OpinionRaised(opinion.number, topic, office.code),
        about=opinion,
        by=by,
        day=today,
        basis=policies.basis(BASIS, today),
    )
    return opinion


@transaction.atomic(durable=True)
def answer_opinion(
    *, record_id: int, by: Official, today: date, response: str, outcome: str
) -> Opinion:
    """Answer an opinion in writing, and say how far it was followed."""
    opinions = Opinion.objects.select_for_update(of=("self",)).select_related("meeting", "office")
    opinion = opinions.get(pk=record_id, meeting__agency=by.agency)
    if refusal := policies.why_not_answer(by, opinion):
        raise refusal
    if today < opinion.meeting.held_on:
        raise Unacceptable(_("An opinion cannot be answered before it was raised."))
    opinion.answer(response, OpinionStatus(outcome), on=today)
    opinion.save(update_fields=["status", "response", "replied_on"])
    record(
        events.OpinionAnswered(opinion.number, opinion.status),
        about=opinion,
        by=by,
        day=today,
        basis=policies.basis(BASIS, opinion.meeting.held_on),
    )
    return opinion
