"""The acts of dual publicity: what a decision needs for the sheet, and taking one back."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from django.db import transaction

from sunlit.approvals import events
from sunlit.approvals.models import Handover, LicenceCase, PenaltyCase, PublicityRecord
from sunlit.approvals.policies import publicity as policies
from sunlit.approvals.policies.permission import basis
from sunlit.approvals.publicity.sheets import Decisions
from sunlit.approvals.selectors import publicity as selectors
from sunlit.ledger.events import Event
from sunlit.ledger.services import record
from sunlit.organization.models import Agency, Official

COUNTERPART = (
    "credit_code", "registration_number", "organisation_code", "tax_number",
    "institution_number", "society_number", "representative", "identity_document",
    "identity_number",
)  # fmt: skip
"""What is set down of the counterpart, by either act; none of it stands in the ledger."""


def publicity_opened(case: LicenceCase | PenaltyCase) -> PublicityRecord:
    """Return a decided case's record of dual publicity, opened within the act that decides."""
    named = {"licence": case} if isinstance(case, LicenceCase) else {"penalty": case}
    found = PublicityRecord.objects.filter(**named).first()
    if found is not None:
        return found
    opened = unsaved_record(case)
    opened.save()
    return opened


def unsaved_record(case: LicenceCase | PenaltyCase) -> PublicityRecord:
    """Return the record of dual publicity with which a decided case begins."""
    if case.decided_on is None:
        raise ValueError(f"The case {case.number} has not been decided.")
    opened = PublicityRecord(
        agency_id=case.agency_id,
        year=case.decided_on.year,
        decided_on=case.decided_on,
        due_on=selectors.publicity_due_on(case.agency_id, case.decided_on),
    )
    if isinstance(case, LicenceCase):
        opened.licence = case
    else:
        opened.penalty, opened.withdrawn_on = case, case.publication_withdrawn_on
        opened.public_until = public_until(case)
    return opened


def public_until(case: PenaltyCase) -> date | None:
    """Return the last day on which a published penalty stays public, unless a shorter one is set.

    None before it is published, and where the law of that day sets no end.
    """
    if case.disclosed_on is None:
        return None
    _least, longest = selectors.period_of_publicity(case.agency_id, case.disclosed_on)
    return longest


@transaction.atomic(durable=True)
def complete_licence(
    *,
    record_id: int,
    by: Official,
    today: date,
    category: str,
    certificate: str = "",
    licence_number: str = "",
    valid_from: date | None = None,
    valid_until: date | None = None,
    remark: str = "",
    **counterpart: str,
) -> PublicityRecord:
    """Complete a licence decision for publicity."""
    one = _locked(record_id, by)
    if refusal := policies.why_not_complete_licence(by, one):
        raise refusal
    if refusal := policies.why_not_validity(one, valid_from, valid_until):
        raise refusal
    one.category, one.certificate, one.licence_number = category, certificate, licence_number
    one.valid_from, one.valid_until, one.remark = valid_from, valid_until, remark
    return _completed(one, by, today, counterpart)


@transaction.atomic(durable=True)
def complete_penalty(
    *,
    record_id: int,
    by: Official,
    today: date,
    facts: str,
    categories: Sequence[str],
    penalty_basis: str = "",
    confiscated: Decimal | None = None,
    permit: str = "",
    in_force_until: date | None = None,
    public_until: date | None = None,
    remark: str = "",
    **counterpart: str,
) -> PublicityRecord:
    """Complete a penalty for publicity."""
    one = _locked(record_id, by)
    if refusal := policies.why_not_complete_penalty(by, one):
        raise refusal
    if refusal := policies.why_not_public_until(one, public_until, on=today):
        raise refusal
    if refusal := policies.why_not_categories(one, categories, confiscated, permit):
        raise refusal
    one.facts, one.basis, one.categories = facts, penalty_basis, list(categories)
    one.confiscated, one.permit = confiscated or Decimal(0), permit
    one.in_force_until, one.public_until, one.remark = in_force_until, public_until, remark
    return _completed(one, by, today, counterpart)


@transaction.atomic(durable=True)
def set_category(*, record_id: int, by: Official, today: date, category: str) -> PublicityRecord:
    """Set the category of a licence; of many at once, which is why nothing else is asked."""
    one = _locked(record_id, by)
    if refusal := policies.why_not_complete_licence(by, one):
        raise refusal
    one.category, one.is_to_hand_over = category, True
    one.save()
    event = events.LicenceCategorySet(one.number, category)
    _note(event, one, by, today, policies.PUBLISH_LICENCE)
    return one


@transaction.atomic(durable=True)
def withdraw_licence(
    *, record_id: int, by: Official, today: date, reason: str, fell_on: date | None = None
) -> PublicityRecord:
    """Take a licence decision out of publicity, because it no longer stands, and say why.

    `fell_on` is the day on which it was changed or revoked; no law says by when it is withdrawn.
    """
    one = _locked(record_id, by)
    if refusal := policies.why_not_withdraw(by, one):
        raise refusal
    if refusal := policies.why_not_fallen(
        one.decided_on, fell_on, today, "licence.withdraw_publication"
    ):
        raise refusal
    one.withdrawn_on, one.withdrawal_reason, one.fell_on = today, reason, fell_on
    one.is_to_hand_over = True
    one.save()
    event = events.LicencePublicationWithdrawn(one.number, reason)
    _note(event, one, by, today, "licence.withdraw_publication")
    return one


@transaction.atomic(durable=True)
def hand_over(
    *,
    agency: Agency,
    by: Official,
    today: date,
    kind: str,
    sheet: str,
    form: str,
    header: str,
    also_incomplete: bool = False,
) -> Handover:
    """Hand what the credit platform does not have yet over to it, in one file with all numbers.

    Decisions that lack a required column stay behind unless asked for: the platform refuses them.
    """
    if refusal := policies.why_not_hand_over(by):
        raise refusal
    waiting = selectors.to_hand_over(agency, Decisions(kind), on=today)
    found = list(waiting.select_for_update(of=("self",)))
    ready = [one for one in found if also_incomplete or not selectors.missing_columns(one)]
    if refusal := policies.why_not_these(kind, found, ready, today):
        raise refusal
    handover = Handover.objects.create(
        agency=agency,
        year=today.year,
        kind=kind,
        sheet=sheet,
        form=form,
        header=header,
        decisions=len(ready),
        handed_over_on=today,
        handed_over_by=by.post,
    )
    PublicityRecord.objects.filter(pk__in=[one.pk for one in ready]).update(
        handover=handover, is_to_hand_over=False
    )
    event = events.DecisionsHandedOver(kind, sheet, form, tuple(one.number for one in ready))
    name = policies.PUBLISH_LICENCE if kind == Decisions.LICENCES else policies.PUBLISH_PENALTY
    record(event, about=handover, by=by, day=today, basis=basis(name, today))
    return handover


def _locked(record_id: int, by: Official) -> PublicityRecord:
    records = PublicityRecord.objects.select_for_update(of=("self",))
    records = records.select_related("agency", "licence__power", "penalty__power")
    return records.get(pk=record_id, agency=by.agency)


def _completed(
    one: PublicityRecord, by: Official, today: date, counterpart: dict[str, str]
) -> PublicityRecord:
    if unknown := counterpart.keys() - set(COUNTERPART):
        raise TypeError(f"A counterpart has no {', '.join(sorted(unknown))}.")
    if refusal := policies.why_not_counterpart(one, counterpart):
        raise refusal
    for name, value in counterpart.items():
        setattr(one, name, value)
    one.completed_on, one.is_to_hand_over = today, True
    one.save()
    missing = tuple(column.code for column in selectors.missing_columns(one))
    name = policies.PUBLISH_LICENCE if one.licence else policies.PUBLISH_PENALTY
    _note(events.PublicityCompleted(one.number, missing), one, by, today, name)
    return one


def _note(event: Event, one: PublicityRecord, by: Official, today: date, name: str) -> None:
    record(event, about=one, by=by, day=today, basis=basis(name, today))
