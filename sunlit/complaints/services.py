"""The acts on complaints. The only code that writes one at the desk.

Each act takes the day and the time on the office's clock at which it was done.
"""

from collections.abc import Sequence
from datetime import date, datetime, time

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from sunlit import statutes
from sunlit.complaints import events, policies, selectors
from sunlit.complaints.lifecycle import DECIDED, Decision, Satisfaction, Status
from sunlit.complaints.models import Complaint
from sunlit.kernel.query_codes import new_query_code
from sunlit.kernel.refusals import Refused, Unacceptable
from sunlit.ledger.events import Event
from sunlit.ledger.services import record
from sunlit.organization.models import Agency, Office, Official, Subdistrict, Zone


@transaction.atomic(durable=True)
def register_complaint(
    *,
    agency: Agency,
    by: Official,
    today: date,
    at: time,
    source: str,
    category: str,
    zone: str,
    subdistrict: str,
    place: str,
    text: str,
    complainant: str = "",
    contact: str = "",
) -> Complaint:
    """Register a complaint and number it. `zone` is a code, `subdistrict` a name.

    Whoever complains gets the number and the query code, and can ask with them how it stands.
    """
    _raise(policies.why_not_register(by))
    Agency.objects.select_for_update().get(pk=agency.pk)  # numbers are given one at a time
    complaint = Complaint.objects.create(
        agency=agency,
        year=today.year,
        number=selectors.next_number(agency, today.year),
        query_code=new_query_code(),
        received_at=_moment(today, at),
        source=source,
        category=category,
        zone=_zone(agency, zone),
        subdistrict=_subdistrict(agency, subdistrict),
        place=place,
        text=text,
        complainant=complainant or _("anonymous"),
        contact=contact,
    )
    event = events.ComplaintReceived(complaint.number, source, category)
    _record(event, complaint, by=by, today=today, provision="complaints.receive")
    return complaint


@transaction.atomic(durable=True)
def accept(
    *, record_id: int, by: Official, today: date, at: time, difficult: bool = False
) -> Complaint:
    """Accept a complaint; the promised limit for its handling begins to run."""
    complaint = _complaint(record_id, by)
    _raise(policies.why_not_accept(by, complaint))
    due_on = selectors.promised_day(complaint.agency_id, today, difficult=difficult)
    provision = _decide(complaint, Decision.ACCEPTED, _moment(today, at))
    complaint.due_on = due_on
    complaint.save(update_fields=["status", "decision", "decided_at", "due_on"])
    event = events.ComplaintAccepted(complaint.number, due_on)
    _record(event, complaint, by=by, today=today, provision=provision)
    return complaint


@transaction.atomic(durable=True)
def transfer(
    *, record_id: int, by: Official, today: date, at: time, passed_to: str, method: str
) -> Complaint:
    """Pass a complaint to the body whose duty it is, and tell the person so."""
    complaint = _complaint(record_id, by)
    _raise(policies.why_not_transfer(by, complaint))
    provision = _send_elsewhere(
        complaint, Decision.TRANSFERRED, _moment(today, at), told=passed_to, method=method
    )
    event = events.ComplaintTransferred(complaint.number)
    _record(event, complaint, by=by, today=today, provision=provision)
    return complaint


@transaction.atomic(durable=True)
def refuse(
    *, record_id: int, by: Official, today: date, at: time, reason: str, method: str
) -> Complaint:
    """Turn a complaint down, and tell the person why and where to turn."""
    complaint = _complaint(record_id, by)
    _raise(policies.why_not_refuse(by, complaint))
    provision = _send_elsewhere(
        complaint, Decision.REFUSED, _moment(today, at), told=reason, method=method
    )
    event = events.ComplaintRefused(complaint.number)
    _record(event, complaint, by=by, today=today, provision=provision)
    return complaint


@transaction.atomic(durable=True)
def dispatch(*, record_id: int, by: Official, today: date, at: time, office: str) -> Complaint:
    """Give a complaint to the office that handles it; `office` is a code."""
    complaint = _complaint(record_id, by)
    _raise(policies.why_not_dispatch(by, complaint))
    complaint.office = _office(complaint.agency, office)
    complaint.dispatched_at = _step(complaint, today, at)
    provision = complaint.move_to(Status.DISPATCHED)
    complaint.save(update_fields=["status", "office", "dispatched_at"])
    event = events.ComplaintDispatched(complaint.number, office)
    _record(event, complaint, by=by, today=today, provision=provision)
    return complaint


@transaction.atomic(durable=True)
def resolve(
    *,
    record_id: int,
    by: Official,
    today: date,
    at: time,
    handling: str,
    documents: Sequence[str],
) -> Complaint:
    """Record how the office handled a complaint, and which documents prove it."""
    complaint = _complaint(record_id, by)
    _raise(policies.why_not_resolve(by, complaint))
    complaint.handling = handling
    complaint.documents = list(documents)
    complaint.resolved_at = _step(complaint, today, at)
    provision = complaint.move_to(Status.RESOLVED)
    complaint.save(update_fields=["status", "handling", "documents", "resolved_at"])
    office = complaint.office.code if complaint.office else ""
    event = events.ComplaintResolved(complaint.number, office)
    _record(event, complaint, by=by, today=today, provision=provision)
    return complaint


@transaction.atomic(durable=True)
def reply(*, record_id: int, by: Official, today: date, at: time, method: str) -> Complaint:
    """Tell the person how the complaint was handled."""
    complaint = _complaint(record_id, by)
    _raise(policies.why_not_reply(by, complaint))
    complaint.reply_method = method
    complaint.replied_at = _step(complaint, today, at)
    provision = complaint.move_to(Status.REPLIED)
    complaint.save(update_fields=["status", "reply_method", "replied_at"])
    event = events.ComplaintReplied(complaint.number, method)
    _record(event, complaint, by=by, today=today, provision=provision)
    return complaint


@transaction.atomic(durable=True)
def record_satisfaction(
    *, record_id: int, by: Official, today: date, satisfaction: str
) -> Complaint:
    """Record what the person said when called back."""
    complaint = _complaint(record_id, by)
    _raise(policies.why_not_record_satisfaction(by, complaint))
    said = Satisfaction(satisfaction)
    if complaint.status == Status.REOPENED:
        complaint.satisfaction_after_reopening = said
    else:
        complaint.satisfaction = said
    complaint.save(update_fields=["satisfaction", "satisfaction_after_reopening"])
    event = events.SatisfactionRecorded(complaint.number, said)
    _record(event, complaint, by=by, today=today, provision="complaints.reply")
    return complaint


@transaction.atomic(durable=True)
def reopen(*, record_id: int, by: Official, today: date, at: time) -> Complaint:
    """Send a complaint back to its office, once, because the person was not satisfied."""
    complaint = _complaint(record_id, by)
    _raise(policies.why_not_reopen(by, complaint))
    due_on = selectors.promised_day(complaint.agency_id, today, difficult=False)
    complaint.is_reopened = True
    complaint.reopened_at = _step(complaint, today, at)
    complaint.due_again_on = due_on
    provision = complaint.move_to(Status.REOPENED)
    complaint.save(update_fields=["status", "is_reopened", "reopened_at", "due_again_on"])
    event = events.ComplaintReopened(complaint.number, due_on)
    _record(event, complaint, by=by, today=today, provision=provision)
    return complaint


@transaction.atomic(durable=True)
def close(*, record_id: int, by: Official, today: date, at: time, note: str = "") -> Complaint:
    """Close a complaint and file it. One that was sent back needs a note on how it was settled."""
    complaint = _complaint(record_id, by)
    _raise(policies.why_not_close(by, complaint))
    if complaint.is_reopened and not note:
        raise Unacceptable(
            _("A complaint that was sent back closes with a note on how it was settled."),
            remedy=_("Write the note."),
        )
    complaint.satisfaction = complaint.satisfaction or Satisfaction.NOT_RATED
    complaint.closing_note = note
    complaint.closed_at = _step(complaint, today, at)
    provision = complaint.move_to(Status.CLOSED)
    complaint.save(update_fields=["status", "satisfaction", "closing_note", "closed_at"])
    event = events.ComplaintClosed(complaint.number, complaint.final_satisfaction)
    _record(event, complaint, by=by, today=today, provision=provision)
    return complaint


def _complaint(record_id: int, by: Official) -> Complaint:
    complaints = Complaint.objects.select_for_update(of=("self",))
    return complaints.select_related("agency", "office").get(pk=record_id, agency=by.agency)


def _raise(refusal: Refused | None) -> None:
    if refusal:
        raise refusal


def _moment(today: date, at: time) -> datetime:
    return timezone.make_aware(datetime.combine(today, at))


def _step(complaint: Complaint, today: date, at: time) -> datetime:
    moment = _moment(today, at)
    _raise(policies.why_not_at(complaint, moment))
    return moment


def _decide(complaint: Complaint, decision: Decision, moment: datetime) -> str:
    """Set the decision, and return the provision of the step."""
    _raise(policies.why_not_at(complaint, moment))
    complaint.decision = decision
    complaint.decided_at = moment
    return complaint.move_to(DECIDED[decision])


def _send_elsewhere(
    complaint: Complaint, decision: Decision, moment: datetime, *, told: str, method: str
) -> str:
    """End a complaint that is not the agency's to handle, and return the provision."""
    provision = _decide(complaint, decision, moment)
    complaint.handling = told
    complaint.reply_method = method
    complaint.replied_at = complaint.closed_at = moment
    complaint.save()
    return provision


def _zone(agency: Agency, code: str) -> Zone:
    if zone := Zone.objects.filter(agency=agency, code=code).first():
        return zone
    raise Unacceptable(_("The agency has no zone %(code)s.") % {"code": code})


def _subdistrict(agency: Agency, name: str) -> Subdistrict:
    if subdistrict := Subdistrict.objects.filter(agency=agency, name=name).first():
        return subdistrict
    raise Unacceptable(_("The agency has no subdistrict %(name)s.") % {"name": name})


def _office(agency: Agency, code: str) -> Office:
    if office := Office.objects.filter(agency=agency, code=code).first():
        return office
    raise Unacceptable(_("The agency has no office %(code)s.") % {"code": code})


def _record(
    event: Event, complaint: Complaint, *, by: Official, today: date, provision: str
) -> None:
    basis = statutes.provision(provision, on=today)
    record(event, about=complaint, by=by, day=today, basis=basis)
