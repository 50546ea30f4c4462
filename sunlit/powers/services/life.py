"""The acts in the life of a power: suspended, resumed, handed down, merged, cancelled."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from sunlit.kernel.refusals import Unacceptable
from sunlit.organization.models import Official
from sunlit.powers import events, policies
from sunlit.powers.lifecycle import PowerStatus
from sunlit.powers.models import ChangeKind, Power
from sunlit.powers.services.steps import enter, keep, locked


@transaction.atomic(durable=True)
def suspend(*, record_id: int, by: Official, today: date, reason: str, document: str = "") -> Power:
    """Suspend a power: it stays on the list, but no new case can be opened under it."""
    power = locked(record_id, by)
    if refusal := policies.why_not_suspend(by, power):
        raise refusal
    power.suspended_on = today
    power.save(update_fields=["suspended_on"])
    keep(power, ChangeKind.SUSPENDED, by=by, on=today, reason=reason, document=document)
    event = events.PowerSuspended(code=power.code, reason=reason, document=document)
    enter(event, power, by=by, on=today, basis="power.adjust")
    return power


@transaction.atomic(durable=True)
def resume(*, record_id: int, by: Official, today: date, reason: str, document: str = "") -> Power:
    """Let a suspended power be used again."""
    power = locked(record_id, by)
    if refusal := policies.why_not_resume(by, power):
        raise refusal
    power.suspended_on = None
    power.save(update_fields=["suspended_on"])
    keep(power, ChangeKind.RESUMED, by=by, on=today, reason=reason, document=document)
    event = events.PowerResumed(code=power.code, reason=reason, document=document)
    enter(event, power, by=by, on=today, basis="power.adjust")
    return power


@transaction.atomic(durable=True)
def hand_down(
    *, record_id: int, by: Official, today: date, to: str, reason: str, document: str = ""
) -> Power:
    """Hand a power down to an agency below, which uses it from now on; it leaves this list."""
    power = locked(record_id, by)
    if refusal := policies.why_not_end(by, power, PowerStatus.HANDED_DOWN):
        raise refusal
    _end(power, PowerStatus.HANDED_DOWN, today)
    keep(power, ChangeKind.HANDED_DOWN, by=by, on=today, reason=reason, document=document, other=to)
    event = events.PowerHandedDown(code=power.code, to=to, reason=reason, document=document)
    enter(event, power, by=by, on=today, basis="power.adjust")
    return power


@transaction.atomic(durable=True)
def merge(
    *, record_id: int, by: Official, today: date, into: str, reason: str, document: str = ""
) -> Power:
    """Merge a power into another of the list, which takes it over; it leaves the list."""
    power = locked(record_id, by)
    if refusal := policies.why_not_end(by, power, PowerStatus.MERGED):
        raise refusal
    known = Power.objects.select_for_update(of=("self",)).filter(agency=by.agency)
    other = known.filter(code=into, cancelled_on=None).exclude(pk=power.pk).first()
    if other is None:
        raise Unacceptable(
            _("No other power %(code)s is on the list.") % {"code": into},
            remedy=_("Choose a power that is on the list."),
        )
    power.successor = other
    _end(power, PowerStatus.MERGED, today)
    keep(power, ChangeKind.MERGED, by=by, on=today, reason=reason, document=document, other=into)
    keep(
        other, ChangeKind.TAKEN_OVER, by=by, on=today, reason=reason, document=document,
        other=power.code,
    )  # fmt: skip
    event = events.PowerMerged(code=power.code, into=into, reason=reason, document=document)
    enter(event, power, by=by, on=today, basis="power.adjust")
    return power


@transaction.atomic(durable=True)
def cancel(*, record_id: int, by: Official, today: date, reason: str, document: str = "") -> Power:
    """Take a power off the list, because the law that gave it no longer does."""
    power = locked(record_id, by)
    if refusal := policies.why_not_cancel(by, power):
        raise refusal
    _end(power, PowerStatus.CANCELLED, today)
    keep(power, ChangeKind.CANCELLED, by=by, on=today, reason=reason, document=document)
    event = events.PowerCancelled(code=power.code, reason=reason)
    enter(event, power, by=by, on=today, basis="power.adjust")
    return power


def _end(power: Power, as_what: PowerStatus, on: date) -> None:
    power.cancelled_on = on
    power.ended_as = as_what
    power.save(update_fields=["cancelled_on", "ended_as", "successor"])
