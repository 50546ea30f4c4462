"""The acts on letters: write, deliver, word, and say who reviews what the agency decides."""

import json
from collections.abc import Mapping
from datetime import date
from hashlib import sha256

from django.db import transaction

from sunlit.approvals import events
from sunlit.approvals.events import coercion as coerced
from sunlit.approvals.letters import selectors
from sunlit.approvals.letters.kinds import NATURES, Kind
from sunlit.approvals.letters.templates import faults
from sunlit.approvals.letters.values import Case, usual_values
from sunlit.approvals.letters.words import Words
from sunlit.approvals.models import (
    CoercionCase,
    Letter,
    LetterTemplate,
    LicenceCase,
    PenaltyCase,
    PenaltyProcedure,
    Result,
    ReviewBodies,
)
from sunlit.approvals.policies import letters as policies
from sunlit.approvals.policies.permission import basis
from sunlit.kernel.refusals import Refused
from sunlit.ledger.events import Event
from sunlit.ledger.services import record
from sunlit.organization.models import Agency, Official

_WRITTEN_WITH: dict[type[Event], Kind] = {
    events.LicenceAppliedFor: Kind.LICENCE_RECEIPT,
    events.SupplementAskedFor: Kind.LICENCE_SUPPLEMENT,
    events.LicenceApplicationAccepted: Kind.LICENCE_ACCEPTANCE,
    events.LicenceDecisionExtended: Kind.LICENCE_EXTENSION,
    events.handling.LicenceApplicationDeclined: Kind.LICENCE_NOT_ACCEPTED,
    events.PenaltyCaseFiled: Kind.PENALTY_FILING,
    events.PartyNotified: Kind.PENALTY_NOTICE,
    events.PenaltyPublicationWithdrawn: Kind.PENALTY_WITHDRAWAL,
    coerced.DemolitionAnnounced: Kind.COERCION_NOTICE,
    coerced.PerformanceDemanded: Kind.COERCION_DEMAND,
    coerced.EnforcementDecided: Kind.COERCION_ORDER,
    coerced.EnforcementSet: Kind.COERCION_DAY,
}


@transaction.atomic(durable=True)
def write_in_licence_case(
    *, record_id: int, by: Official, today: date, kind: Kind, typed: Mapping[str, object]
) -> Letter:
    """Write a letter in a licence case; `typed` is what the case does not hold.

    Its words stay as they are from now on. Raises Refused: wrong person, not due, written
    already, or a part missing that the law asks for.
    """
    cases = LicenceCase.objects.select_for_update(of=("self",)).select_related("agency", "power")
    return _written(cases.get(pk=record_id, agency=by.agency), by, today, kind, typed)


@transaction.atomic(durable=True)
def write_in_penalty_case(
    *, record_id: int, by: Official, today: date, kind: Kind, typed: Mapping[str, object]
) -> Letter:
    """Write a letter in a penalty case; `typed` is what the case does not hold.

    Raises what `write_in_licence_case` does.
    """
    cases = PenaltyCase.objects.select_for_update(of=("self",))
    case = cases.select_related("agency", "power", "office").get(pk=record_id, agency=by.agency)
    return _written(case, by, today, kind, typed)


@transaction.atomic(durable=True)
def write_in_coercion_case(
    *, record_id: int, by: Official, today: date, kind: Kind, typed: Mapping[str, object]
) -> Letter:
    """Write a letter in a coercion case; `typed` is what the case does not hold.

    Raises what `write_in_licence_case` does.
    """
    cases = CoercionCase.objects.select_for_update(of=("self",))
    case = cases.select_related("agency", "power", "office", "penalty").get(
        pk=record_id, agency=by.agency
    )
    return _written(case, by, today, kind, typed)


@transaction.atomic(durable=True)
def deliver(*, record_id: int, by: Official, today: date, how: str) -> Letter:
    """Enter that a letter was delivered, and how."""
    found = Letter.objects.select_for_update(of=("self",))
    letter = found.select_related(*selectors.CASES).get(pk=record_id, agency=by.agency)
    if refusal := policies.why_not_deliver(by, letter):
        raise refusal
    letter.delivered_on = today
    letter.delivered_how = how
    letter.save(update_fields=["delivered_on", "delivered_how"])
    name = Kind(letter.kind).delivered_by
    event = events.LetterDelivered(letter.case.number, letter.kind, letter.number, how)
    record(event, about=letter, by=by, day=today, basis=basis(name, today))
    return letter


@transaction.atomic(durable=True)
def set_template(
    *, agency: Agency, by: Official, today: date, kind: str, title: str, text: str, since: date
) -> LetterTemplate:
    """Set the agency's own wording of a kind of letter, from a day on.

    Letters written before keep their words. Raises Refused, naming the line or the article, where
    the text names what nothing fills, or lacks a part that the law asks for.
    """
    Agency.objects.select_for_update().get(pk=agency.pk)
    if refusal := policies.why_not_set_template(by):
        raise refusal
    of_kind = Kind(kind)
    provision = NATURES[of_kind].provision
    latest = selectors.templates_set(agency).filter(kind=kind).first()
    if refusal := policies.why_not_since(
        latest.since if latest else None, since=since, today=today, provision=provision
    ):
        raise refusal
    if refusal := next(faults(of_kind, text, on=since), None):
        raise refusal
    made = LetterTemplate.objects.create(
        agency=agency,
        kind=kind,
        version=latest.version + 1 if latest else 1,
        title=title,
        text=text,
        since=since,
    )
    digest = sha256(f"{title}\n{text}".encode()).hexdigest()
    event = events.LetterTemplateSet(kind, made.version, since, digest)
    record(event, about=made, by=by, day=today, basis=basis(provision, today))
    return made


@transaction.atomic(durable=True)
def name_review_bodies(
    *,
    agency: Agency,
    by: Official,
    today: date,
    government: str,
    department: str,
    court: str,
    since: date,
) -> ReviewBodies:
    """Say who reviews the agency's decisions from a day on, and which court hears suits."""
    Agency.objects.select_for_update().get(pk=agency.pk)
    if refusal := policies.why_not_name_bodies(by):
        raise refusal
    latest = selectors.bodies_named(agency).first()
    if latest and since <= latest.since:
        refusal = policies.why_not_since(
            latest.since, since=since, today=since, provision="reconsideration.body"
        )
        if refusal:
            raise refusal
    made = ReviewBodies.objects.create(
        agency=agency, government=government, department=department, court=court, since=since
    )
    event = events.ReviewBodiesNamed(government, department, court, since)
    record(event, about=made, by=by, day=today, basis=basis("reconsideration.body", since))
    return made


def write_with(
    event: Event,
    case: Case,
    *,
    signed_by: str,
    on: date,
    typed: Mapping[str, object] | None = None,
) -> Letter | None:
    """Write the letter that goes with an act on a case, inside the act; deliver the decision.

    A notice before a penalty is handed over by the act that tells the party: it is delivered that
    day, and written anew where the party is told anew.

    `typed`: what was typed for the act and goes into its letter. The act's own entry in the ledger
    stands for it. None where no letter goes with the act, where it is written already, or where
    something is missing that an official must add: then it waits among the letters to be written.
    """
    if isinstance(event, events.LicenceDelivered | events.PenaltyServed | coerced.EnforcementSet):
        deciding = [kind for kind, nature in NATURES.items() if nature.decides]
        decided = case.letters.filter(kind__in=deciding, delivered_on=None)
        decided.update(delivered_on=on)
    kind = _kind_with(event)
    if kind is None:
        return None
    if isinstance(event, events.PartyNotified):
        if not case.letters.filter(kind=kind, delivered_on=None).exists():
            _compose_with(event, case, kind, signed_by=signed_by, on=on, typed=typed)
        case.letters.filter(kind=kind, delivered_on=None).update(delivered_on=on)
        return None
    if NATURES[kind].once and case.letters.filter(kind=kind).exists():
        return None
    return _compose_with(event, case, kind, signed_by=signed_by, on=on, typed=typed)


def _compose_with(
    event: Event,
    case: Case,
    kind: Kind,
    *,
    signed_by: str,
    on: date,
    typed: Mapping[str, object] | None,
) -> Letter | None:
    """Write the letter of an act; None where the case lacks what the letter must say."""
    said = usual_values(case, kind) | {"reason": getattr(event, "reason", "")}
    said |= {name: value for name, value in (typed or {}).items() if value}
    try:
        draft = selectors.draft(case, kind, said, on=on)
    except Refused:
        return None
    return kept(case, draft, signed_by=signed_by, on=on)


def _kind_with(event: Event) -> Kind | None:
    if isinstance(event, events.LicenceDecided):
        return Kind.LICENCE_GRANT if event.result == Result.GRANTED else Kind.LICENCE_REFUSAL
    if isinstance(event, events.PenaltyCaseFiled) and event.procedure == PenaltyProcedure.SIMPLE:
        return None
    return _WRITTEN_WITH.get(type(event))


def kept(case: Case, draft: selectors.Draft, *, signed_by: str, on: date) -> Letter:
    """Keep a letter as it was composed, inside the act that writes it."""
    return Letter.objects.create(
        agency=case.agency,
        licence_case=case if isinstance(case, LicenceCase) else None,
        penalty_case=case if isinstance(case, PenaltyCase) else None,
        coercion_case=case if isinstance(case, CoercionCase) else None,
        kind=draft.kind,
        number=draft.number,
        template=draft.template.version,
        dated_on=draft.dated_on,
        written_on=on,
        words=draft.words.as_json(),
        signed_by=signed_by,
    )


def digest_of(words: Words) -> str:
    """Return the SHA-256 of the words of a letter, in hexadecimal."""
    text = json.dumps(words.as_json(), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()


def _written(
    case: Case, by: Official, today: date, kind: Kind, typed: Mapping[str, object]
) -> Letter:
    if refusal := policies.why_not_write(by, case, kind, on=today):
        raise refusal
    draft = selectors.draft(case, kind, typed, on=today)
    letter = kept(case, draft, signed_by=by.post, on=today)
    event = events.LetterWritten(
        case.number, kind.value, draft.number, draft.template.version, digest_of(draft.words)
    )
    provision = basis(NATURES[kind].provision, draft.dated_on)
    record(event, about=letter, by=by, day=today, basis=provision)
    return letter
