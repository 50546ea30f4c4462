"""The acts on licences that are held: issue, renewal, change, revocation, deregistration."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from sunlit import statutes
from sunlit.approvals import rules, running
from sunlit.approvals.events import issued as events
from sunlit.approvals.lifecycle import Status
from sunlit.approvals.models import (
    Licence,
    LicenceCase,
    LicenceStatus,
    ReapplyBan,
    Renewal,
    Result,
)
from sunlit.approvals.policies import issued as policies
from sunlit.approvals.policies.permission import basis, wrong_moment
from sunlit.approvals.selectors import issued as selectors
from sunlit.approvals.services.licences import locked_case, save_and_note
from sunlit.approvals.services.numbers import next_number
from sunlit.kernel.clock import Started, run
from sunlit.ledger.events import Event
from sunlit.ledger.services import record
from sunlit.organization.models import Agency, Official
from sunlit.organization.selectors import official_calendar
from sunlit.organization.services.founding import records_post


@transaction.atomic(durable=True)
def issue(
    *,
    record_id: int,
    by: Official,
    today: date,
    valid_from: date,
    valid_until: date | None = None,
) -> LicenceCase:
    """Issue the licence that a case granted; a renewal or change mends the one that is held."""
    case = locked_case(record_id, by)
    if refusal := policies.why_not_issue(by, case):
        raise refusal
    if refusal := policies.why_not_valid_then(case, valid_from, valid_until):
        raise refusal
    case.save()
    renewal = selectors.renewal_of(case)
    if renewal:
        _renew(renewal, case, by, today, valid_until)
        return case
    licence = Licence.objects.create(
        agency=case.agency,
        year=today.year,
        number=next_number(Licence.objects.all(), rules.HELD_PREFIX, by.agency, on=today),
        case=case,
        power=case.power,
        holder=case.applicant,
        holder_kind=case.applicant_kind,
        content=case.content,
        issued_on=today,
        valid_from=valid_from,
        valid_until=valid_until,
    )
    event = events.LicenceIssued(licence.number, case.power.code, valid_from, valid_until)
    _enter(event, licence, by, today, "licence.issue")
    return case


@transaction.atomic(durable=True)
def name_renewal(
    *, record_id: int, by: Official, today: date, licence: Licence, kind: str
) -> LicenceCase:
    """Name an application one to renew or change a licence, and whether it came in time.

    One that comes late is handled, but silence does not renew the licence (art. 50).
    """
    case = locked_case(record_id, by)
    if refusal := policies.why_not_name_renewal(by, case):
        raise refusal
    held = Licence.objects.select_for_update(of=("self",)).get(pk=licence.pk, agency=by.agency)
    if refusal := policies.why_not_renew_that(case, held):
        raise refusal
    in_time = selectors.in_time_to_renew(held, case.received_on) is not False
    Renewal.objects.create(
        case=case, licence=held, kind=kind, is_in_time=in_time, until_before=held.valid_until
    )
    event = events.LicenceRenewalNamed(case.number, held.number, kind, in_time)
    name = "licence.renew" if kind == Renewal.Kind.RENEW else "licence.change"
    save_and_note(event, case, by, today, name)
    return case


@transaction.atomic(durable=True)
def renew_by_silence(*, renewal_id: int, agency: Agency, today: date) -> Licence:
    """Renew a licence on whose renewal nothing was decided before it expired (art. 50 (2)).

    It is renewed for as long as it was issued for. The clock brings it about, in the name of the
    operator of the installation.
    """
    by = records_post(agency, today=today)
    found = Renewal.objects.select_for_update(of=("self",)).select_related("licence__power")
    renewal = found.get(pk=renewal_id, licence__agency=agency)
    case = locked_case(renewal.case_id, by)
    due = [one.pk for one in selectors.renewed_by_silence(agency, on=today)]
    until = selectors.renewed_until(renewal.licence)
    if renewal.pk not in due or until is None:
        reason = _("This licence does not count as renewed.")
        raise wrong_moment(reason, "licence.renew", case.received_on)
    licence = renewal.licence
    licence.valid_until = until
    licence.save(update_fields=["valid_until"])
    renewal.until_after, renewal.done_on, renewal.by_silence = until, today, True
    renewal.save(update_fields=["until_after", "done_on", "by_silence"])
    case.accepted_on = case.accepted_on or case.received_on
    case.decided_on, case.result, case.status = today, Result.GRANTED, Status.DECIDED
    running.conclude(case)
    event = events.LicenceRenewedBySilence(licence.number, licence.power.code, until)
    save_and_note(event, case, by, today, "licence.renew")
    return licence


@transaction.atomic(durable=True)
def revoke(
    *,
    record_id: int,
    by: Official,
    today: date,
    ground: str,
    reason: str,
    is_of_safety: bool = False,
) -> Licence:
    """Revoke a licence on a ground of art. 69.

    `is_of_safety`: whether it directly concerns public safety, health, life or property; who got
    such a licence by fraud may not apply for it for three years (art. 79).
    """
    licence = _locked_licence(record_id, by)
    if refusal := policies.why_not_revoke(by, licence):
        raise refusal
    _end(licence, LicenceStatus.REVOKED, today, ground, reason)
    if policies.is_fraud(ground) and is_of_safety:
        _bar(licence.case, today, ReapplyBan.Ground.FRAUD)
    event = events.LicenceRevoked(licence.number, licence.power.code, ground)
    _enter(event, licence, by, today, "licence.revoke")
    return licence


@transaction.atomic(durable=True)
def deregister(*, record_id: int, by: Official, today: date, ground: str, reason: str) -> Licence:
    """Take a licence off the register in a case of art. 70."""
    licence = _locked_licence(record_id, by)
    if refusal := policies.why_not_deregister(by, licence):
        raise refusal
    if refusal := policies.why_not_off_for_that(licence, ground, on=today):
        raise refusal
    _end(licence, LicenceStatus.CANCELLED, today, ground, reason)
    event = events.LicenceDeregistered(licence.number, licence.power.code, ground)
    _enter(event, licence, by, today, "licence.deregister")
    return licence


@transaction.atomic(durable=True)
def bar_applicant(*, record_id: int, by: Official, today: date) -> LicenceCase:
    """Bar an applicant for a year who handed in false materials in a matter of safety (art. 78)."""
    case = locked_case(record_id, by)
    if refusal := policies.why_not_bar(by, case):
        raise refusal
    ban = _bar(case, today, ReapplyBan.Ground.FALSE)
    event = events.ApplicantBarred(case.number, ban.ground, ban.until)
    save_and_note(event, case, by, today, "licence.ban_after_false")
    return case


def _renew(
    renewal: Renewal, case: LicenceCase, by: Official, today: date, until: date | None
) -> None:
    licence = renewal.licence
    renewal.done_on, renewal.until_after = today, until
    renewal.save(update_fields=["done_on", "until_after"])
    if renewal.kind == Renewal.Kind.RENEW:
        licence.valid_until = until
        licence.save(update_fields=["valid_until"])
        event: Event = events.LicenceRenewed(licence.number, licence.power.code, until)
        _enter(event, licence, by, today, "licence.renew")
        return
    licence.content, licence.valid_until = case.content, until
    licence.save(update_fields=["content", "valid_until"])
    event = events.LicenceChanged(licence.number, licence.power.code)
    _enter(event, licence, by, today, "licence.change")


def _bar(case: LicenceCase, today: date, ground: str) -> ReapplyBan:
    fraud = ground == ReapplyBan.Ground.FRAUD
    name = "licence.reapply_after_fraud" if fraud else "licence.reapply_after_false"
    reading = run(
        statutes.limit(name, on=today), [Started(today)], official_calendar(case.agency_id)
    )
    return ReapplyBan.objects.create(
        agency=case.agency,
        case=case,
        power=case.power,
        party=case.applicant,
        ground=ground,
        since=today,
        until=reading.days[-1].on,
    )


def _end(licence: Licence, status: LicenceStatus, today: date, ground: str, reason: str) -> None:
    licence.status, licence.ended_on = status, today
    licence.end_ground, licence.end_reason = ground, reason
    licence.save(update_fields=["status", "ended_on", "end_ground", "end_reason"])


def _locked_licence(record_id: int, by: Official) -> Licence:
    held = Licence.objects.select_for_update(of=("self",)).select_related("power", "case__power")
    return held.get(pk=record_id, agency=by.agency)


def _enter(event: Event, licence: Licence, by: Official, today: date, name: str) -> None:
    record(event, about=licence, by=by, day=today, basis=basis(name, today))
