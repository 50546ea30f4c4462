"""Readings of the files of reconsideration and litigation."""

from datetime import date

from django.db.models import QuerySet

from sunlit import statutes
from sunlit.approvals.models import PenaltyCase
from sunlit.approvals.selectors.penalties import withdrawal_due_on
from sunlit.foi.models import InformationRequest
from sunlit.kernel.clock import Ended, Event, Reading, Started, run
from sunlit.kernel.refusals import BeyondCalendar, NotYetLaw
from sunlit.organization.models import Agency
from sunlit.organization.selectors import official_calendar
from sunlit.remedies import rules
from sunlit.remedies.models import Kind, Outcome, Remedy
from sunlit.remedies.vocabulary import required_documents

PREFIXES = {Kind.RECONSIDERATION: "FY", Kind.LAWSUIT: "SS"}
REPLY = {Kind.RECONSIDERATION: "reconsideration.reply", Kind.LAWSUIT: "litigation.reply"}
DECISION = {
    Kind.RECONSIDERATION: "reconsideration.decide",
    Kind.LAWSUIT: "litigation.first_instance",
}


def remedies(agency: Agency) -> QuerySet[Remedy]:
    """Return all files, in the order of their numbers, with the acts that they contest."""
    files = Remedy.objects.filter(agency=agency).select_related("penalty", "information_request")
    return files.order_by("year", "number")


def remedies_filed_in(agency: Agency, year: int) -> QuerySet[Remedy]:
    """Return the files of the cases that were begun in a year."""
    return remedies(agency).filter(filed_on__year=year)


def remedies_about_requests(agency: Agency, year: int) -> QuerySet[Remedy]:
    """Return the files begun in a year that contest the reply to an information request."""
    return remedies_filed_in(agency, year).filter(information_request__isnull=False)


def remedies_decided_in(agency: Agency, year: int) -> QuerySet[Remedy]:
    """Return the files decided in a year."""
    return remedies(agency).filter(decided_on__year=year)


def remedies_pending(agency: Agency, *, on: date) -> QuerySet[Remedy]:
    """Return the files that were begun and not yet decided at the end of a day."""
    begun = remedies(agency).filter(filed_on__lte=on)
    return begun.exclude(decided_on__lte=on)


def remedies_of_penalty(penalty: PenaltyCase) -> QuerySet[Remedy]:
    """Return the files that contest a penalty."""
    return Remedy.objects.filter(penalty=penalty).order_by("filed_on", "number")


def withdraw_publication_by(remedy: Remedy) -> date | None:
    """Return by when a penalty that was set aside must no longer be public; None where it is not.

    Penalties Law 2021, art. 48; None before, when no law set a limit.
    """
    case, fell_on = remedy.penalty, remedy.decided_on
    if case is None or fell_on is None or remedy.outcome != Outcome.SET_ASIDE:
        return None
    if case.disclosed_on is None or case.publication_withdrawn_on:
        return None
    return withdrawal_due_on(case, fell_on)


def contestable_penalties(agency: Agency) -> QuerySet[PenaltyCase]:
    """Return the penalties that can be contested, latest first."""
    decided = PenaltyCase.objects.filter(agency=agency, decided_on__isnull=False)
    return decided.order_by("-decided_on", "-number")


def contestable_requests(agency: Agency) -> QuerySet[InformationRequest]:
    """Return the information requests, latest first; a failure to answer can be contested too."""
    return InformationRequest.objects.filter(agency=agency).order_by("-received_on", "-number")


def next_number(agency: Agency, kind: Kind, year: int) -> str:
    """Return the next number of a kind of file in a year."""
    files = Remedy.objects.filter(agency=agency, year=year, kind=kind).order_by("number")
    return rules.next_number(PREFIXES[kind], year, files.values_list("number", flat=True))


def missing_documents(remedy: Remedy) -> tuple[str, ...]:
    """Return the documents that a file still lacks."""
    return rules.missing_documents(remedy.documents, required_documents(remedy.kind))


def clock(remedy: Remedy) -> Reading | None:
    """Return the clock of a file: that of the agency's reply, then that of the decision."""
    if remedy.notified_on and remedy.replied_on is None and remedy.decided_on is None:
        return reply_clock(remedy)
    return decision_clock(remedy)


def reply_clock(remedy: Remedy) -> Reading | None:
    """Return the clock of the agency's reply: it runs from the notice to the reply."""
    if remedy.notified_on is None:
        return None
    ended_on = remedy.replied_on or remedy.decided_on
    return _read(remedy, REPLY[Kind(remedy.kind)], remedy.notified_on, ended_on)


def decision_clock(remedy: Remedy) -> Reading | None:
    """Return the clock of the organ's decision: it runs from its acceptance."""
    began = remedy.accepted_on or remedy.filed_on
    return _read(remedy, DECISION[Kind(remedy.kind)], began, remedy.decided_on)


def _read(remedy: Remedy, rule: str, start: date, end: date | None) -> Reading | None:
    events: list[Event] = [Started(start)]
    if end:
        events.append(Ended(end))
    try:
        calendar = official_calendar(remedy.agency_id)
        return run(statutes.limit(rule, on=start), events, calendar)
    except (NotYetLaw, BeyondCalendar):
        return None
