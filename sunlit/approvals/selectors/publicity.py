"""Readings of dual publicity: what the public may see, what is missing, what is late."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, CharField, IntegerField, Q, QuerySet, Value, When

from sunlit import statutes
from sunlit.approvals.models import PenaltyProcedure, PublicityRecord
from sunlit.approvals.publicity.facts import decision_of
from sunlit.approvals.publicity.masking import Curtain, behind, without_counterpart
from sunlit.approvals.publicity.rows import Decision, Row, row
from sunlit.approvals.publicity.sheets import NEWEST, Column, Decisions, sheet
from sunlit.approvals.selectors import last_day
from sunlit.disclosure.selectors.lexicon import lexicon_of
from sunlit.disclosure.selectors.masking import masking_of
from sunlit.kernel.clock import Ended, Event, Reading, Started, run
from sunlit.kernel.refusals import BeyondCalendar, NotYetLaw
from sunlit.organization.models import Agency
from sunlit.organization.selectors import official_calendar
from sunlit.organization.selectors.limits import limit_in_force

RULE = "disclosure.licence_penalty"
LEAST, LONGEST = "penalty.publicity_least", "penalty.publicity_longest"
SHOWN = Q(licence__published_on__isnull=False) | Q(penalty__disclosed_on__isnull=False)
SIMPLE = Q(penalty__procedure=PenaltyProcedure.SIMPLE)
OWED_TO_PLATFORM = (
    SHOWN & Q(is_to_hand_over=True) & (Q(withdrawn_on=None) | Q(handover__isnull=False))
)
ROWS_A_CHUNK = 500


@dataclass(frozen=True, slots=True)
class Asked:
    """Which public decisions are asked for; empty: all of them."""

    year: int | None = None
    first: date | None = None
    last: date | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """A decision as the public may read it, with its record."""

    record: PublicityRecord
    decision: Decision


def publicity_records(agency: Agency) -> QuerySet[PublicityRecord]:
    """Return the publicity records of an agency, the latest decision first."""
    return _joined(PublicityRecord.objects.filter(agency=agency)).order_by("-decided_on", "-pk")


def publicity_decided_in(agency: Agency, year: int) -> QuerySet[PublicityRecord]:
    """Return the records of a year's decisions that dual publicity asks for."""
    return publicity_records(agency).filter(decided_on__year=year).exclude(SIMPLE)


def public_decisions(
    agency: Agency, kind: Decisions, *, on: date, asked: Asked | None = None
) -> QuerySet[PublicityRecord]:
    """Return the decisions that the public may see on a day: published, not withdrawn, not over."""
    found = of_kind(publicity_records(agency), kind).filter(SHOWN, withdrawn_on=None)
    found = found.filter(Q(public_until=None) | Q(public_until__gte=on))
    return _asked_for(found, kind, asked) if asked else found


def in_the_sheet(records: QuerySet[PublicityRecord]) -> QuerySet[PublicityRecord]:
    """Leave out what the sheet does not list: penalties of the simple procedure."""
    return records.exclude(SIMPLE)


def late_first(records: QuerySet[PublicityRecord], *, on: date) -> QuerySet[PublicityRecord]:
    """Return records with those first that are late: not public, and their day is over."""
    is_late = Q(due_on__lt=on, withdrawn_on=None) & ~SHOWN & ~SIMPLE
    late = Case(When(is_late, then=0), default=1, output_field=IntegerField())
    return records.order_by(late, "-decided_on", "-pk")


def of_case(
    records: QuerySet[PublicityRecord], kind: Decisions, year: int, number: str
) -> PublicityRecord | None:
    """Return the record of one case among these."""
    name = "licence" if kind is Decisions.LICENCES else "penalty"
    return records.filter(**{f"{name}__year": year, f"{name}__number": number}).first()


def withdrawn_decisions(agency: Agency, kind: Decisions) -> QuerySet[PublicityRecord]:
    """Return the decisions that were public and were withdrawn, the latest withdrawal first."""
    found = of_kind(publicity_records(agency), kind).filter(SHOWN, withdrawn_on__isnull=False)
    return found.order_by("-withdrawn_on", "-pk")


def years_of_decisions(agency: Agency, kind: Decisions, *, on: date) -> list[int]:
    """Return the years of the decisions that are public, the latest first."""
    years = public_decisions(agency, kind, on=on).order_by("-decided_on__year")
    return list(years.values_list("decided_on__year", flat=True).distinct())


def first_day_of_law() -> date:
    """Return the first day of the law of dual publicity."""
    try:
        statutes.provision("penalty.publicity", on=date.min)
    except NotYetLaw as refusal:
        return refusal.since
    return date.min


def curtain_of(agency: Agency, *, on: date) -> Curtain:
    """Return how an agency hides people on a day."""
    return Curtain(masking_of(agency, on=on), lexicon_of(agency))


def shown(records: Iterable[PublicityRecord], curtain: Curtain) -> Iterator[Shown]:
    """Yield decisions as the public may read them."""
    for record in records:
        decision = behind(curtain, decision_of(record))
        yield Shown(record, without_counterpart(decision) if record.withdrawn_on else decision)


def public_rows(
    records: QuerySet[PublicityRecord], curtain: Curtain, *, version: str = NEWEST
) -> Iterator[Row]:
    """Yield the rows of an export, a chunk of records at a time."""
    for one in shown(records.iterator(chunk_size=ROWS_A_CHUNK), curtain):
        yield row(one.decision, sheet(one.decision.kind, version), for_public=True)


def to_hand_over(agency: Agency, kind: Decisions, *, on: date) -> QuerySet[PublicityRecord]:
    """Return what the credit platform does not have yet, or not as it now stands.

    These are public decisions, and withdrawn ones that it was given before they fell.
    """
    found = of_kind(in_the_sheet(publicity_records(agency)), kind).filter(OWED_TO_PLATFORM)
    still = Q(public_until=None) | Q(public_until__gte=on) | Q(withdrawn_on__isnull=False)
    return found.filter(still).order_by("decided_on", "pk")


def with_handover(records: QuerySet[PublicityRecord]) -> QuerySet[PublicityRecord]:
    """Let each record say in `handed_over` whether the platform has it: `yes`, `no`, or empty."""
    handed_over = Case(
        When(SIMPLE, then=Value("")),
        When(OWED_TO_PLATFORM, then=Value("no")),
        When(handover__isnull=False, then=Value("yes")),
        default=Value(""),
        output_field=CharField(),
    )
    return records.annotate(handed_over=handed_over)


def unmasked_rows(records: Iterable[PublicityRecord], *, version: str) -> Iterator[Row]:
    """Yield rows with the names and numbers of people: for the credit platform alone."""
    for record in records:
        decision = decision_of(record)
        yield row(decision, sheet(decision.kind, version), for_public=False)


def missing_columns(record: PublicityRecord) -> tuple[Column, ...]:
    """Return the columns of the newest sheet that are required and empty."""
    decision = decision_of(record)
    return row(decision, sheet(decision.kind), for_public=False).missing


def publicity_due_on(agency_id: int, decided_on: date) -> date | None:
    """Return the last day on which a decision is public in time; None where nothing tells it."""
    return last_day(agency_id, RULE, decided_on)


def publicity_clock(record: PublicityRecord) -> Reading | None:
    """Return the clock from the decision to its publication."""
    try:
        limit = limit_in_force(record.agency_id, RULE, on=record.decided_on)
        events: list[Event] = [Started(record.decided_on)]
        if record.published_on:
            events.append(Ended(record.published_on))
        return run(limit, events, official_calendar(record.agency_id))
    except (NotYetLaw, BeyondCalendar):
        return None


def period_of_publicity(agency_id: int, public_on: date) -> tuple[date | None, date | None]:
    """Return the first and last day on which the publicity of a penalty may end.

    The version in force on the day of the publication; None where no law tells it.
    """
    first, last = last_day(agency_id, LEAST, public_on), last_day(agency_id, LONGEST, public_on)
    return first, last


def period_is_law(on: date) -> bool:
    """Say whether a law limits on a day how long a penalty is public."""
    try:
        statutes.rule(LONGEST, on=on)
    except NotYetLaw:
        return False
    return True


def _joined(records: QuerySet[PublicityRecord]) -> QuerySet[PublicityRecord]:
    return records.select_related(
        "agency", "licence__power", "penalty__power", "penalty__office", "handover"
    )


def of_kind(records: QuerySet[PublicityRecord], kind: Decisions) -> QuerySet[PublicityRecord]:
    """Return the decisions of a kind among these."""
    return records.filter(licence__isnull=kind is not Decisions.LICENCES)


def _asked_for(
    records: QuerySet[PublicityRecord], kind: Decisions, asked: Asked
) -> QuerySet[PublicityRecord]:
    if asked.year:
        records = records.filter(decided_on__year=asked.year)
    if asked.first:
        records = records.filter(decided_on__gte=asked.first)
    if asked.last:
        records = records.filter(decided_on__lte=asked.last)
    for word in asked.words.split():
        records = records.filter(_says(kind, word))
    return records


def _says(kind: Decisions, word: str) -> Q:
    """A word stands in the number, document or matter; the names of people are not searched."""
    if kind is Decisions.LICENCES:
        return (
            Q(licence__document_number__icontains=word)
            | Q(licence__number__icontains=word)
            | Q(licence__power__name__icontains=word)
            | Q(licence__applicant__icontains=word, licence__applicant_kind="organisation")
        )
    return (
        Q(penalty__document_number__icontains=word)
        | Q(penalty__number__icontains=word)
        | Q(penalty__cause__icontains=word)
        | Q(penalty__party__icontains=word, penalty__party_kind="organisation")
    )
