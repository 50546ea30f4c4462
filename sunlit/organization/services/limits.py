"""The act by which an agency sets a limit for itself."""

from datetime import date

from django.db import transaction

from sunlit import statutes
from sunlit.ledger.services import record
from sunlit.organization.events.limits import LimitPromised, WarningLimitsSet
from sunlit.organization.models import Agency, Official, PromisedLimit, WarningLimit
from sunlit.organization.policies import limits as policies
from sunlit.organization.rules.warning import Near
from sunlit.organization.selectors.limits import OWN, limits_promised, warning_limits
from sunlit.organization.selectors.once import forget_settings_read


@transaction.atomic(durable=True)
def promise_limit(
    *,
    agency: Agency,
    by: Official,
    today: date,
    rule: str,
    amount: int,
    since: date,
    document: str,
) -> PromisedLimit:
    """Set the agency's own limit for a rule from a day on, in the unit of the rule.

    `document` is the paper that promised it. Cases begun before that day keep their limit.
    Raises Refused: longer than the law's, backwards, of others, or nothing new.
    """
    Agency.objects.select_for_update().get(pk=agency.pk)  # two at once: the second sees the first
    if refusal := policies.why_not_promise(by):
        raise refusal
    law = statutes.rule(rule, on=since)
    of_rule = [one for one in limits_promised(agency.pk) if one.rule == rule]
    latest = of_rule[-1] if of_rule else None
    if refusal := policies.why_not_this_limit(
        law, amount=amount, since=since, today=today, latest=latest
    ):
        raise refusal
    promised = PromisedLimit.objects.create(
        agency=agency, rule=rule, amount=amount, unit=law.limit.unit.value, since=since,
        document=document,
    )  # fmt: skip
    event = LimitPromised(rule, amount, promised.unit, since, document)
    basis = statutes.citation_from_key(OWN)
    record(event, about=promised, by=by, day=today, basis=basis)
    forget_settings_read()
    return promised


@transaction.atomic(durable=True)
def set_warning(
    *,
    agency: Agency,
    by: Official,
    today: date,
    days: int,
    share: int,
    since: date,
    document: str,
) -> WarningLimit:
    """Set from when on the agency is warned of the end of a limit, by a document, from a day on.

    Raises Refused: backwards, or nothing new.
    """
    Agency.objects.select_for_update().get(pk=agency.pk)  # two at once: the second sees the first
    if refusal := policies.why_not_promise(by):
        raise refusal
    kept = warning_limits(agency.pk)
    if refusal := policies.why_not_this_warning(
        Near(days, share), since=since, today=today, latest=kept[-1] if kept else None
    ):
        raise refusal
    limits = WarningLimit.objects.create(
        agency=agency, days=days, share=share, since=since, document=document
    )
    event = WarningLimitsSet(days, share, since, document)
    record(event, about=limits, by=by, day=today, basis=statutes.citation_from_key(OWN))
    forget_settings_read()
    return limits
