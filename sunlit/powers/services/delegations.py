"""The acts by which decisions are delegated to the service window."""

from datetime import date

from django.db import transaction

from sunlit import statutes
from sunlit.ledger.services import record
from sunlit.organization.models import Agency, Official
from sunlit.powers import policies
from sunlit.powers.events import DecisionDelegated, DelegationEnded
from sunlit.powers.models import Delegation, Power


@transaction.atomic(durable=True)
def delegate(
    *, agency: Agency, by: Official, today: date, power: Power, post: str, document: str
) -> Delegation:
    """Let the window's chief representative decide on a licence from today, by a document."""
    if refusal := policies.why_not_delegate(by):
        raise refusal
    locked = Power.objects.select_for_update(of=("self",)).get(pk=power.pk, agency=agency)
    if refusal := policies.why_not_delegate_this(locked, on=today):
        raise refusal
    made = Delegation.objects.create(
        agency=agency, power=locked, post=post, document=document, since=today
    )
    event = DecisionDelegated(power=locked.code, post=post, document=document)
    basis = statutes.provision("licence.delegation", on=today)
    record(event, about=made, by=by, day=today, basis=basis)
    return made


@transaction.atomic(durable=True)
def end_delegation(*, record_id: int, by: Official, today: date, reason: str) -> Delegation:
    """Take a delegation back; today is its last day."""
    found = Delegation.objects.select_for_update(of=("self",)).select_related("power")
    one = found.get(pk=record_id, agency=by.agency)
    if refusal := policies.why_not_end_delegation(by, one):
        raise refusal
    one.until = today
    one.save(update_fields=["until"])
    event = DelegationEnded(power=one.power.code, document=one.document, reason=reason)
    basis = statutes.provision("licence.delegation", on=today)
    record(event, about=one, by=by, day=today, basis=basis)
    return one
