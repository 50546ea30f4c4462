"""The acts on files of reconsideration and litigation."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from sunlit.approvals.models import PenaltyCase
from sunlit.foi.models import InformationRequest
from sunlit.ledger.events import Event
from sunlit.ledger.services import record
from sunlit.organization.models import Agency, Official
from sunlit.remedies import events, policies, rules, selectors
from sunlit.remedies.lifecycle import Status
from sunlit.remedies.models import Kind, Remedy
from sunlit.remedies.vocabulary import outcome_words


@transaction.atomic(durable=True)
def open_file(
    *,
    agency: Agency,
    by: Official,
    today: date,
    kind: str,
    applicant: str,
    cause: str,
    organ: str,
    filed_on: date,
    penalty: PenaltyCase | None = None,
    information_request: InformationRequest | None = None,
) -> Remedy:
    """Open a file on the day on which the agency gets the notice; its time to reply begins."""
    contested = Kind(kind)
    refusal = policies.why_not_open(by) or policies.why_not_contest(
        contested, penalty, information_request, filed_on=filed_on, today=today
    )
    if refusal:
        raise refusal
    Agency.objects.select_for_update(of=("self",)).get(pk=agency.pk)  # one number at a time
    remedy = Remedy.objects.create(
        agency=agency,
        year=today.year,
        number=selectors.next_number(agency, contested, today.year),
        kind=contested,
        applicant=applicant,
        cause=cause,
        penalty=penalty,
        information_request=information_request,
        organ=organ,
        filed_on=filed_on,
        notified_on=today,
        handler=by.post,
    )
    sought = events.RemedySought(remedy.number, contested, remedy.original.number)
    _note(sought, remedy, by, today, policies.OPENING[contested])
    return remedy


@transaction.atomic(durable=True)
def reply(*, record_id: int, by: Official, today: date) -> Remedy:
    """Enter that the agency replied, with its evidence."""
    remedy = _locked(record_id, by)
    if refusal := policies.why_not_reply(by, remedy):
        raise refusal
    remedy.replied_on = today
    return _move(remedy, Status.REPLIED, events.RemedyReplied(remedy.number), by, today)


@transaction.atomic(durable=True)
def record_hearing(*, record_id: int, by: Official, today: date) -> Remedy:
    """Enter that the case was heard."""
    remedy = _locked(record_id, by)
    if refusal := policies.why_not_record_hearing(by, remedy):
        raise refusal
    remedy.hearing_on = today
    return _move(remedy, Status.HEARD, events.RemedyHeard(remedy.number), by, today)


@transaction.atomic(durable=True)
def record_decision(
    *, record_id: int, by: Official, today: date, result: str, basis: str, lesson: str = ""
) -> Remedy:
    """Enter what the organ or the court decided."""
    remedy = _locked(record_id, by)
    if refusal := policies.why_not_record_decision(by, remedy):
        raise refusal
    remedy.decided_on = today
    remedy.result = result
    remedy.outcome = rules.outcome_of(result, outcome_words())
    remedy.basis = basis
    remedy.lesson = lesson
    event = events.RemedyDecided(remedy.number, remedy.kind, remedy.outcome, result)
    return _move(remedy, Status.DECIDED, event, by, today)


@transaction.atomic(durable=True)
def file_documents(
    *, record_id: int, by: Official, today: date, documents: Sequence[str]
) -> Remedy:
    """Put documents into the file."""
    remedy = _locked(record_id, by)
    if refusal := policies.why_not_file_documents(by, remedy):
        raise refusal
    remedy.documents = list(dict.fromkeys([*remedy.documents, *documents]))
    remedy.save()
    event = events.RemedyDocumentsFiled(remedy.number, tuple(documents))
    _note(event, remedy, by, today, "remedies.archive")
    return remedy


@transaction.atomic(durable=True)
def archive(*, record_id: int, by: Official, today: date, pages: int) -> Remedy:
    """Archive a file that is decided and complete."""
    remedy = _locked(record_id, by)
    if refusal := policies.why_not_archive(by, remedy):
        raise refusal
    remedy.archived_on = today
    remedy.is_complete = True
    remedy.pages = pages
    return _move(remedy, Status.ARCHIVED, events.RemedyArchived(remedy.number, pages), by, today)


def _locked(record_id: int, by: Official) -> Remedy:
    files = Remedy.objects.select_for_update(of=("self",))
    return files.get(pk=record_id, agency=by.agency)


def _move(remedy: Remedy, target: Status, event: Event, by: Official, today: date) -> Remedy:
    name = policies.arrow(remedy, target)
    remedy.status = target
    remedy.save()
    _note(event, remedy, by, today, name)
    return remedy


def _note(event: Event, remedy: Remedy, by: Official, today: date, name: str) -> None:
    record(event, about=remedy, by=by, day=today, basis=policies.basis(name, today))
