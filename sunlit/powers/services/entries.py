"""The acts on the entry itself: put on the list, published, changed."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from sunlit.kernel.refusals import Unacceptable
from sunlit.organization.models import Agency, Office, Official
from sunlit.powers import events, policies
from sunlit.powers.models import ChangeKind, FlowChart, Power, Verification
from sunlit.powers.services.steps import enter, keep, locked, rest_on


@transaction.atomic(durable=True)
def list_power(
    *,
    agency: Agency,
    by: Official,
    today: date,
    code: str,
    kind: str,
    sub_list: str,
    name: str,
    legal_basis: str,
    source: str,
    level: str,
    office: Office,
    flow_chart: FlowChart | None,
    statutory_days: int | None,
    promised_days: str,
    fee: str,
    content: str,
    reason: str,
    document: str,
) -> Power:
    """Put a power on the list. It is shown to the public by an act of its own."""
    if refusal := policies.why_not_list(by):
        raise refusal
    if Power.objects.filter(agency=agency, code=code).exists():
        raise Unacceptable(
            _("The code %(code)s is taken: a power keeps its code for good.") % {"code": code},
            remedy=_("Choose another code."),
        )
    power = Power.objects.create(
        agency=agency,
        code=code,
        kind=kind,
        sub_list=sub_list,
        name=name,
        full_name=name,
        legal_basis=legal_basis,
        source=source,
        level=level,
        office=office,
        office_name=office.name,
        implemented_by=agency.name,
        flow_chart=flow_chart,
        statutory_days=statutory_days,
        promised_days=promised_days,
        fee=fee,
        content=content,
        verification=Verification.NONE,
    )
    rest_on(power, on=today)
    keep(power, ChangeKind.LISTED, by=by, on=today, reason=reason, document=document)
    listed = events.PowerListed(code=code, kind=kind, name=name)
    enter(listed, power, by=by, on=today, basis="power.list")
    return power


@transaction.atomic(durable=True)
def publish_power(*, record_id: int, by: Official, today: date) -> Power:
    """Show a power of the list to the public."""
    power = locked(record_id, by)
    if refusal := policies.why_not_publish(by, power):
        raise refusal
    power.is_public = True
    power.published_on = today
    power.save(update_fields=["is_public", "published_on"])
    keep(power, ChangeKind.PUBLISHED, by=by, on=today)
    enter(events.PowerPublished(code=power.code), power, by=by, on=today, basis="power.list")
    return power


@transaction.atomic(durable=True)
def change_power(
    *, record_id: int, by: Official, today: date, reason: str, document: str, **values: object
) -> Power:
    """Change what an entry says; what stood there before is kept in its history."""
    power = locked(record_id, by)
    if refusal := policies.why_not_change(by, power):
        raise refusal
    former = {
        field: [_told(getattr(power, field)), _told(value)]
        for field, value in values.items()
        if getattr(power, field) != value
    }
    if not former:
        raise Unacceptable(
            _("Nothing was changed."), remedy=_("Change at least one of the values.")
        )
    for field in former:
        setattr(power, field, values[field])
    power.save(update_fields=[*former])
    if "legal_basis" in former:
        rest_on(power, on=today)
    keep(
        power, ChangeKind.CHANGED, by=by, on=today, reason=reason, document=document, former=former
    )
    event = events.PowerChanged(
        code=power.code, fields=tuple(sorted(former)), reason=reason, document=document
    )
    enter(event, power, by=by, on=today, basis="power.adjust")
    return power


def _told(value: object) -> str:
    return "" if value is None else str(value)
