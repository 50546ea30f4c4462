"""The acts on requests for information. The only code that writes one at the desk."""

from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from sunlit.foi import events, policies, selectors
from sunlit.foi.lifecycle import WITHOUT_REPLY, Outcome, Status
from sunlit.foi.models import (
    ApplicantKind,
    Channel,
    ClockEvent,
    ClockEventKind,
    Ground,
    InformationRequest,
    ThirdPartyAnswer,
)
from sunlit.kernel.query_codes import new_query_code
from sunlit.kernel.refusals import Refused, Unacceptable
from sunlit.ledger.events import Event
from sunlit.ledger.services import record
from sunlit.organization.models import Agency, Office, Official


@transaction.atomic(durable=True)
def register_request(
    *,
    agency: Agency,
    by: Official,
    today: date,
    received_on: date,
    channel: str,
    applicant: str,
    applicant_kind: str,
    contact: str,
    content: str,
    office: str,
    purpose: str = "",
    form_of_supply: str = "",
) -> InformationRequest:
    """Register a request and number it; `office` is the code of the office that searches.

    The clock runs from the day of receipt, under the law in force on that day. Whoever asks
    gets the number and the query code, and can see with them how the request stands.
    """
    _raise(policies.why_not_register(by))
    if received_on > today:
        raise Unacceptable(_("A request cannot be registered before it is received."))
    Agency.objects.select_for_update().get(pk=agency.pk)  # numbers are given one at a time
    information_request = InformationRequest.objects.create(
        agency=agency,
        year=today.year,
        number=selectors.next_number(agency, today.year),
        query_code=new_query_code(),
        received_on=received_on,
        registered_on=today,
        channel=Channel(channel),
        applicant=applicant,
        applicant_kind=ApplicantKind(applicant_kind),
        contact=contact,
        content=content,
        purpose=purpose,
        form_of_supply=form_of_supply,
        office=_office(agency, office),
    )
    event = events.InformationRequestRegistered(information_request.number, received_on, channel)
    _record(event, information_request, by=by, today=today, provision="foi.register")
    return information_request


@transaction.atomic(durable=True)
def consult_third_party(
    *, record_id: int, by: Official, today: date, remark: str = ""
) -> InformationRequest:
    """Ask a third party in writing for its view; the time until it answers is left out."""
    information_request = _request(record_id, by)
    _raise(policies.why_not_consult_third_party(by, information_request, on=today))
    provision = information_request.move_to(Status.AWAITING_THIRD_PARTY)
    information_request.save(update_fields=["status"])
    _add(information_request, ClockEventKind.PAUSED, today, Ground.THIRD_PARTY, remark=remark)
    event = events.ThirdPartyConsulted(information_request.number)
    _record(event, information_request, by=by, today=today, provision=provision)
    return information_request


@transaction.atomic(durable=True)
def third_party_replied(
    *, record_id: int, by: Official, today: date, answer: str, remark: str = ""
) -> InformationRequest:
    """Enter the third party's answer, or that it gave none; the clock runs on."""
    information_request = _request(record_id, by)
    said = ThirdPartyAnswer(answer)
    _raise(policies.why_not_enter_answer(by, information_request, on=today))
    _raise(policies.why_not_count_as(information_request, said, on=today))
    information_request.third_party_answer = said
    provision = information_request.move_to(Status.REGISTERED)
    information_request.save(update_fields=["status", "third_party_answer"])
    _add(information_request, ClockEventKind.RESUMED, today, Ground.THIRD_PARTY, remark=remark)
    event = events.ThirdPartyReplied(information_request.number, said)
    _record(event, information_request, by=by, today=today, provision=provision)
    return information_request


@transaction.atomic(durable=True)
def extend_deadline(
    *, record_id: int, by: Official, today: date, days: int, reason: str
) -> InformationRequest:
    """Put the reply off, once, by so many working days, and tell the applicant."""
    information_request = _request(record_id, by)
    _raise(policies.why_not_extend(by, information_request, on=today))
    _raise(policies.why_not_extend_by(information_request, days))
    was_due_on = selectors.due_on(information_request)
    _add(
        information_request,
        ClockEventKind.EXTENDED,
        today,
        Ground.MORE_TIME,
        amount=days,
        remark=reason,
    )
    event = events.DeadlineExtended(
        number=information_request.number,
        days=days,
        was_due_on=was_due_on,
        now_due_on=selectors.due_on(information_request),
    )
    _record(event, information_request, by=by, today=today, provision="foi.extend")
    return information_request


@transaction.atomic(durable=True)
def ask_for_clarification(
    *, record_id: int, by: Official, today: date, what: str, clarify_by: date
) -> InformationRequest:
    """Tell the applicant, once, what must be clarified and by which day."""
    information_request = _request(record_id, by)
    _raise(policies.why_not_ask_for_clarification(by, information_request, on=today))
    if clarify_by <= today:
        raise Unacceptable(_("The applicant needs time to clarify: choose a later day."))
    information_request.clarify_by = clarify_by
    provision = information_request.move_to(Status.AWAITING_CLARIFICATION)
    information_request.save(update_fields=["status", "clarify_by"])
    _add(information_request, ClockEventKind.PAUSED, today, Ground.CLARIFICATION, remark=what)
    event = events.ClarificationRequested(information_request.number, clarify_by)
    _record(event, information_request, by=by, today=today, provision=provision)
    return information_request


@transaction.atomic(durable=True)
def clarified(*, record_id: int, by: Official, today: date, content: str) -> InformationRequest:
    """Take the clarified request in; its clock begins anew."""
    information_request = _request(record_id, by)
    _raise(policies.why_not_clarified(by, information_request, on=today))
    information_request.content = content
    provision = information_request.move_to(Status.REGISTERED)
    information_request.save(update_fields=["status", "content"])
    _add(information_request, ClockEventKind.RESTARTED, today, Ground.CLARIFICATION)
    event = events.InformationRequestClarified(information_request.number)
    _record(event, information_request, by=by, today=today, provision=provision)
    return information_request


@transaction.atomic(durable=True)
def lapse(*, record_id: int, by: Official, today: date) -> InformationRequest:
    """Handle a request no further, because it was not clarified in time."""
    information_request = _request(record_id, by)
    _raise(policies.why_not_lapse(by, information_request, on=today))
    provision = _end(information_request, Outcome.LAPSED, today)
    event = events.InformationRequestLapsed(information_request.number)
    _record(event, information_request, by=by, today=today, provision=provision)
    return information_request


@transaction.atomic(durable=True)
def reply(
    *,
    record_id: int,
    by: Official,
    today: date,
    outcome: str,
    legal_basis: str,
    reply_number: str,
    fee: Decimal = Decimal(0),
    note: str = "",
) -> InformationRequest:
    """Reply to the applicant: what is disclosed or why it is not, with the legal basis."""
    information_request = _request(record_id, by)
    kind = Outcome(outcome)
    _raise(policies.why_not_reply(by, information_request, on=today))
    _raise(policies.why_not_reply_so(by, information_request, kind))
    _refuse_a_number_given(information_request, reply_number)
    information_request.outcome = kind
    information_request.legal_basis = legal_basis
    information_request.reply_number = reply_number
    information_request.fee = fee
    information_request.note = note
    information_request.replied_on = today
    provision = information_request.move_to(Status.REPLIED)
    information_request.save()
    event = events.InformationRequestAnswered(
        number=information_request.number,
        outcome=kind,
        reply_number=reply_number,
        legal_basis=legal_basis,
    )
    _record(event, information_request, by=by, today=today, provision=provision)
    return information_request


@transaction.atomic(durable=True)
def withdraw(*, record_id: int, by: Official, today: date) -> InformationRequest:
    """Enter that the applicant withdrew the request."""
    information_request = _request(record_id, by)
    _raise(policies.why_not_withdraw(by, information_request, on=today))
    provision = _end(information_request, Outcome.WITHDRAWN, today)
    event = events.InformationRequestWithdrawn(information_request.number)
    _record(event, information_request, by=by, today=today, provision=provision)
    return information_request


def _request(record_id: int, by: Official) -> InformationRequest:
    requests = InformationRequest.objects.select_for_update(of=("self",)).select_related("agency")
    return requests.get(pk=record_id, agency=by.agency)


def _raise(refusal: Refused | None) -> None:
    if refusal:
        raise refusal


def _add(
    information_request: InformationRequest,
    kind: ClockEventKind,
    on: date,
    ground: Ground,
    *,
    amount: int | None = None,
    remark: str = "",
) -> None:
    """Let something happen to the clock, after all that happened before."""
    ClockEvent.objects.create(
        information_request=information_request,
        position=len(information_request.events) + 1,
        kind=kind,
        on=on,
        ground=ground,
        amount=amount,
        remark=remark,
    )


def _end(information_request: InformationRequest, outcome: Outcome, on: date) -> str:
    """End a request without a reply, and return the provision of the step."""
    information_request.outcome = outcome
    information_request.ended_on = on
    provision = information_request.move_to(WITHOUT_REPLY[outcome])
    information_request.save(update_fields=["status", "outcome", "ended_on"])
    return provision


def _refuse_a_number_given(information_request: InformationRequest, reply_number: str) -> None:
    given = InformationRequest.objects.filter(
        agency=information_request.agency, reply_number=reply_number
    )
    if given.exists():
        raise Unacceptable(
            _("The number %(number)s has been given to another reply.") % {"number": reply_number},
            remedy=_("Choose another one."),
        )


def _office(agency: Agency, code: str) -> Office:
    if office := Office.objects.filter(agency=agency, code=code).first():
        return office
    raise Unacceptable(_("The agency has no office %(code)s.") % {"code": code})


def _record(
    event: Event,
    information_request: InformationRequest,
    *,
    by: Official,
    today: date,
    provision: str,
) -> None:
    """Write the act down under the law in force when the request was received."""
    basis = policies.basis(provision, information_request.received_on)
    record(event, about=information_request, by=by, day=today, basis=basis)
