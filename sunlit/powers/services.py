"""The acts on the list of powers."""

from datetime import date

from django.db import transaction

from sunlit import statutes
from sunlit.ledger.services import record
from sunlit.organization.models import Official
from sunlit.powers import policies
from sunlit.powers.events import PowerCancelled
from sunlit.powers.models import Power


@transaction.atomic(durable=True)
def cancel(*, record_id: int, by: Official, today: date, reason: str) -> Power:
    """Take a power off the list, because the law that gave it no longer does."""
    power = Power.objects.select_for_update(of=("self",)).get(pk=record_id, agency=by.agency)
    if refusal := policies.why_not_cancel(by, power):
        raise refusal
    power.cancelled_on = today
    power.save(update_fields=["cancelled_on"])
    record(
        PowerCancelled(code=power.code, reason=reason),
        about=power,
        by=by,
        day=today,
        basis=statutes.provision("power.list", on=today),
    )
    return power
