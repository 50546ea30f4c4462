"""Readings of penalty cases: what was done, which clocks run, what is owed."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Q, QuerySet, Sum

from sunlit import statutes
from sunlit.approvals import rules, selectors
from sunlit.approvals.contested import Contest, contests_of
from sunlit.approvals.lifecycle import UNDECIDED
from sunlit.approvals.models import (
    DiscretionBenchmark,
    LegalReview,
    PartyKind,
    PenaltyCase,
    PenaltyHearing,
    PenaltyNotice,
    PenaltyProcedure,
    ReviewOpinion,
)
from sunlit.disclosure.selectors import lexicon_of, masking_of
from sunlit.kernel.citations import Citation
from sunlit.kernel.clock import Reading
from sunlit.kernel.refusals import NotYetLaw
from sunlit.ledger.selectors import history
from sunlit.organization.models import Agency, Official, Role
from sunlit.screening.kinds import Finding, Kind
from sunlit.screening.masking import masked
from sunlit.screening.masking import name as masked_name
from sunlit.screening.rules import screen_text

STEPS = (
    "officers",
    "evidence",
    "preservations",
    "reports",
    "legal_reviews",
    "notices",
    "defences",
    "discussions",
    "reliefs",
    "payments",
)
"""The records of a case's steps, by the names under which they hang on it."""
INVESTIGATING = (
    "OfficersNamed",
    "EvidenceTaken",
    "EvidencePreserved",
    "PreservationSettled",
    "InvestigationEnded",
)
"""What happens in a case when it is investigated, by the names of the events."""
PRESIDERS = (Role.LEGAL_REVIEWER, Role.SECTION_HEAD, Role.APPROVER)


def was_told(case: PenaltyCase) -> bool:
    """Say whether the party of a case has been told of it: by the notice, or by the decision."""
    return case.notified_on is not None or has_decision(case)


def has_decision(case: PenaltyCase) -> bool:
    """Say whether the party has the decision: it was served, or imposed on the spot."""
    if case.procedure == PenaltyProcedure.SIMPLE:
        return case.decided_on is not None
    return case.served_on is not None


def tracked(agency: Agency, *, number: str, query_code: str) -> PenaltyCase | None:
    """Return the case with this number and query code, for the party; none before it was told."""
    told = query_code.strip().upper()
    if not told:
        return None
    cases = PenaltyCase.objects.filter(agency=agency, number=number.strip(), query_code=told)
    found = cases.select_related("power", "office").order_by("year").first()
    return found if found and was_told(found) else None


def passed_review(case: PenaltyCase) -> bool:
    """Say whether the last legal review of a case found it lawful."""
    last = LegalReview.objects.filter(case=case).order_by("id").last()
    return last is not None and last.opinion != ReviewOpinion.MORE


def must_be_reviewed(case: PenaltyCase) -> bool:
    """Say whether a case may not be decided without its legal review, by the law of its day."""
    return rules.must_be_reviewed(
        case.filed_on,
        has_ground=bool(case.review_ground),
        was_heard=case.hearing_on is not None,
    )


def last_notice(case: PenaltyCase) -> PenaltyNotice | None:
    """Return what the party was told last."""
    return PenaltyNotice.objects.filter(case=case).order_by("id").last()


def hearing_of(case: PenaltyCase) -> PenaltyHearing | None:
    """Return the hearing of a case, from its request on."""
    return PenaltyHearing.objects.filter(case=case).select_related("presider__office").first()


def presiders(case: PenaltyCase) -> QuerySet[Official]:
    """Return who may preside over a hearing: nobody who investigated the case.

    Those are the officers named for it, by their posts, and whoever did an act of investigation in
    it (Penalties Law 1996, art. 42 (1)(4); 2021, art. 64 (4)).
    """
    officials = Official.objects.filter(
        agency_id=case.agency_id, is_active=True, roles__role__in=PRESIDERS, roles__until=None
    )
    named = list(case.officers.values_list("post", flat=True))
    acts = history(case).filter(event__in=INVESTIGATING).order_by()
    acted = list(acts.values_list("by_id", flat=True))
    officials = officials.exclude(post__in=named).exclude(pk__in=acted)
    return officials.order_by("post", "pk").distinct()


def preservation_clock(case: PenaltyCase) -> Reading | None:
    """Return the clock of the oldest evidence kept in advance and not settled."""
    kept = case.preservations.filter(settled_on=None).order_by("id").first()
    if kept is None:
        return None
    return selectors.clock_of_rule(
        case.agency_id, "penalty.preserve_evidence", kept.preserved_on, law_of=case.filed_on
    )


def hearing_request_clock(case: PenaltyCase) -> Reading | None:
    """Return the clock within which the party can ask for a hearing."""
    hearing = hearing_of(case)
    return hearing_request_clock_until(case, (hearing and hearing.asked_on) or case.decided_on)


def hearing_request_clock_until(case: PenaltyCase, ended_on: date | None) -> Reading | None:
    """Return the clock of the request for a hearing, as it stands when it ended on a day."""
    if case.procedure != PenaltyProcedure.HEARING or case.notified_on is None:
        return None
    return selectors.clock_of_rule(
        case.agency_id,
        "penalty.hearing_request",
        case.notified_on,
        ended_on,
        law_of=case.filed_on,
    )


def notice_clock(case: PenaltyCase, noticed_on: date) -> Reading | None:
    """Return the days that must pass between the notice of a hearing and the hearing."""
    return selectors.clock_of_rule(
        case.agency_id, "penalty.hearing_notice", noticed_on, law_of=case.filed_on
    )


def case_clock(case: PenaltyCase) -> Reading | None:
    """Return the clock of the decision: the law's, else the agency's own promise."""
    if case.status not in UNDECIDED:
        return None
    rule = {"law_of": case.filed_on}
    return selectors.clock_of_rule(
        case.agency_id, "penalty.case", case.filed_on, **rule
    ) or selectors.clock_of_rule(case.agency_id, "penalty.promised", case.filed_on, **rule)


def publication_clock(case: PenaltyCase) -> Reading | None:
    """Return the clock of the publication, by the law of the day of the decision."""
    if case.decided_on is None or case.procedure == PenaltyProcedure.SIMPLE:
        return None
    return selectors.clock_of_rule(
        case.agency_id,
        "disclosure.licence_penalty",
        case.decided_on,
        case.disclosed_on,
        law_of=case.decided_on,
    )


def hand_in_clock(case: PenaltyCase) -> Reading | None:
    """Return the clock within which money collected on the spot is handed in."""
    held = case.payments.filter(on_the_spot=True, handed_in_on=None).order_by("id").first()
    if held is None:
        return None
    return selectors.clock_of_rule(
        case.agency_id, "penalty.hand_in", held.paid_on, law_of=case.filed_on
    )


def withdrawal_due_on(case: PenaltyCase, since: date) -> date | None:
    """Return by when a publication is withdrawn after its decision fell; None before 2021."""
    reading = selectors.clock_of_rule(
        case.agency_id, "penalty.withdraw_publication", since, law_of=since
    )
    return reading.due_on if reading else None


def paid(case: PenaltyCase) -> Decimal:
    """Return what has been paid on a fine, in yuan."""
    if case.paid_on:
        return case.fine
    found = case.payments.aggregate(sum=Sum("amount"))["sum"]
    return Decimal(found or 0)


def unpaid(case: PenaltyCase) -> Decimal:
    """Return what is still to be paid on a fine, in yuan, without a surcharge."""
    return max(Decimal(0), case.fine - paid(case)) if case.decided_on else Decimal(0)


def pay_by(case: PenaltyCase) -> date | None:
    """Return the last day of the payment: as a relief granted it, else by the law."""
    relief = case.reliefs.filter(is_granted=True).order_by("id").last()
    if relief:
        return relief.until
    if case.served_on is None:
        return None
    reading = selectors.clock_of_rule(
        case.agency_id, "penalty.pay", case.served_on, law_of=case.filed_on
    )
    return reading.due_on if reading else None


@dataclass(frozen=True, slots=True)
class Stay:
    """A contest for which no surcharge is added, and how many days of it are left out."""

    contest: Contest
    days: int


@dataclass(frozen=True, slots=True)
class Surcharge:
    """What has been added to an unpaid fine by a day, and how it was reckoned."""

    amount: Decimal
    days: int
    """The days for which 3 % is added."""
    stays: tuple[Stay, ...]
    basis: Citation | None
    """The article by which days are left out; None where the law of the case has none."""


def surcharge(case: PenaltyCase, *, on: date) -> Decimal:
    """Return what has been added to an unpaid fine by a day, in yuan."""
    found = surcharge_reckoned(case, on=on)
    return found.amount if found else Decimal(0)


def surcharge_reckoned(case: PenaltyCase, *, on: date) -> Surcharge | None:
    """Return the surcharge on an unpaid fine, day by day; None while nothing is late.

    Under the law of 2021 no day of a reconsideration or a suit is counted (art. 73).
    """
    due_on = pay_by(case)
    if due_on is None or not unpaid(case) or on <= due_on:
        return None
    basis = _stayed_by(case)
    seen: set[date] = set()
    stays = []
    for contest in contests_of(case) if basis else ():
        days = rules.days_within(contest.begun_on, contest.ended_on, after=due_on, on=on) - seen
        seen |= days
        if days:
            stays.append(Stay(contest, len(days)))
    amount = rules.surcharge(unpaid(case), case.fine, due_on=due_on, on=on, left_out=len(seen))
    return Surcharge(amount, (on - due_on).days - len(seen), tuple(stays), basis)


def _stayed_by(case: PenaltyCase) -> Citation | None:
    try:
        return statutes.provision("penalty.surcharge_stays", on=case.filed_on)
    except NotYetLaw:
        return None


def put_on_file_clock(case: PenaltyCase) -> Reading | None:
    """Return the clock within which an on-the-spot penalty is put on file with the agency."""
    if case.procedure != PenaltyProcedure.SIMPLE or case.decided_on is None or case.run_id is None:
        return None
    return selectors.clock_of_rule(
        case.agency_id,
        "penalty.put_on_file",
        case.decided_on,
        case.put_on_file_on,
        law_of=case.filed_on,
    )


def benchmarks(agency: Agency, *, on: date) -> QuerySet[DiscretionBenchmark]:
    """Return the standard of discretion in force on a day, by power and from mild to grave."""
    in_force = Q(in_force_until=None) | Q(in_force_until__gte=on)
    found = DiscretionBenchmark.objects.filter(in_force, agency=agency, in_force_from__lte=on)
    return found.select_related("power").order_by("power__code", "fine_from", "id")


def benchmarks_of(case: PenaltyCase, *, on: date) -> QuerySet[DiscretionBenchmark]:
    """Return the grades of the standard for the power of a case."""
    return benchmarks(case.agency, on=on).filter(power_id=case.power_id)


def party_shown(case: PenaltyCase) -> str:
    """Return the party as the public reads it: of a natural person only the surname."""
    if case.party_kind != PartyKind.PERSON:
        return case.party
    how = masking_of(case.agency, on=case.decided_on or case.filed_on)
    return masked_name(case.party, how.form(Kind.NAME_WITH_ID))


def proposed_text(case: PenaltyCase) -> str:
    """Return the text in which a decision would be published, with what is found in it masked."""
    parts = (
        case.cause,
        f"依据:{case.power.legal_basis}",
        f"处罚:罚款{case.fine.normalize():f}元" if case.fine else "",
        case.other_measure,
    )
    text = "\n".join(part for part in parts if part)
    how = masking_of(case.agency, on=case.decided_on or case.filed_on)
    return masked(text, found_in(case, text), how=how)


def found_in(case: PenaltyCase, text: str) -> tuple[Finding, ...]:
    """Return what stands in a text and must not become public, with the party's own name."""
    return screen_text(text, lexicon_of(case.agency))


def names_party(case: PenaltyCase, text: str) -> bool:
    """Say whether a text names a natural person who is the party."""
    return case.party_kind == PartyKind.PERSON and bool(case.party) and case.party in text
