"""The act by which an agency sets what its province has settled."""

from datetime import date

from django.db import transaction

from sunlit import statutes
from sunlit.kernel.refusals import NotYetLaw
from sunlit.ledger.services import record
from sunlit.organization.events.provincial import ProvincialNumberSet
from sunlit.organization.models import Agency, Confidence, Official, ProvincialNumber
from sunlit.organization.policies import provincial as policies
from sunlit.organization.rules.provincial import (
    ProvincialEntry,
    entry,
    refuse_what_does_not_fit,
)
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
    unit: str = "",
    confidence: str = Confidence.MEMORY,
) -> ProvincialNumber:
    """Set a value that differs by province, from a day on, with the document that says so.

    `unit` is one of those that the vocabulary allows, the usual one if left out. Nothing that
    exists is changed by it. Raises Refused.
    """
    Agency.objects.select_for_update().get(pk=agency.pk)  # two at once: the second sees the first
    if refusal := policies.why_not_set_number(by):
        raise refusal
    known = entry(name)
    before = [one for one in numbers_set(agency.pk) if one.name == name]
    latest = before[-1] if before else None
    unit = unit or (latest.unit if latest else next(iter(known.units), ""))
    was, was_unit = (latest.value, latest.unit) if latest else _default(known, since)
    refuse_what_does_not_fit(known, value, unit)
    is_new = (value, unit) != (was, was_unit)
    if refusal := policies.why_not_since(since, is_new=is_new, latest=latest, today=today):
        raise refusal
    number = ProvincialNumber.objects.create(
        agency=agency, name=name, value=value, unit=unit, since=since, document=document,
        article=article, confidence=Confidence(confidence),
    )  # fmt: skip
    event = ProvincialNumberSet(
        name, was, value, since, document, article, was_unit, unit, confidence
    )
    basis = statutes.provision("organization.duty", on=today)
    record(event, about=number, by=by, day=today, basis=basis)
    forget_settings_read()
    return number


def _default(known: ProvincialEntry, on: date) -> tuple[str, str]:
    """Return the default value and its unit; nothing where the law has none yet."""
    try:
        default = known.default(on=on)
    except NotYetLaw:
        return "", ""
    return default.value, default.unit
