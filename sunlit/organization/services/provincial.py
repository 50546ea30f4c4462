"""The act by which an agency sets what its province has settled."""

from datetime import date

from django.db import transaction

from sunlit import statutes
from sunlit.ledger.services import record
from sunlit.organization.events.provincial import ProvincialNumberSet
from sunlit.organization.models import Agency, Official, ProvincialNumber
from sunlit.organization.policies import provincial as policies
from sunlit.organization.rules.provincial import entry, refuse_what_does_not_fit
from sunlit.organization.selectors.once import forget_settings_read
from sunlit.organization.selectors.provincial import numbers_set


@transaction.atomic(durable=True)
def set_provincial_number(
    *,
    agency: Agency,
    by: Official,
    today: date,
    name: str,
    value: str,
    since: date,
    document: str,
    article: str = "",
) -> ProvincialNumber:
    """Set a value that differs by province, from a day on, with the document that says so.

    Nothing that exists is changed by it. Raises Refused.
    """
    Agency.objects.select_for_update().get(pk=agency.pk)  # two at once: the second sees the first
    if refusal := policies.why_not_set_number(by):
        raise refusal
    before = [one for one in numbers_set(agency.pk) if one.name == name]
    latest = before[-1] if before else None
    now = latest.value if latest else entry(name).default
    refuse_what_does_not_fit(value)
    if refusal := policies.why_not_since(since, value=value, now=now, latest=latest, today=today):
        raise refusal
    number = ProvincialNumber.objects.create(
        agency=agency, name=name, value=value, since=since, document=document, article=article
    )
    event = ProvincialNumberSet(name, now, value, since, document, article)
    basis = statutes.provision("organization.duty", on=today)
    record(event, about=number, by=by, day=today, basis=basis)
    forget_settings_read()
    return number
