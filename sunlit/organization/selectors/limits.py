"""Readings of the limits that an agency has set for itself, beside those of the law."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date

from sunlit import statutes
from sunlit.kernel.limits import Kind, Limit
from sunlit.kernel.refusals import NoSuchRule, NotYetLaw
from sunlit.organization.models import PromisedLimit, WarningLimit
from sunlit.organization.rules.provincial import is_settled_as_limit
from sunlit.organization.rules.warning import Near, usual
from sunlit.organization.selectors.once import once
from sunlit.organization.selectors.provincial import provincial_limit

OWN = "own_promise:"
"""The citation by which the ledger knows an agency's own promise."""


def limits_promised(agency_id: int) -> tuple[PromisedLimit, ...]:
    """Return all limits that an agency has ever set, by rule, the earliest first."""
    promised = PromisedLimit.objects.filter(agency_id=agency_id)
    return tuple(promised.order_by("rule", "since"))


def promise_in_force(agency_id: int, rule: str, *, on: date) -> PromisedLimit | None:
    """Return the promise for a rule that holds on a day: the latest one begun by then."""
    promised = once(limits_promised, agency_id)
    holding = [one for one in promised if one.rule == rule and one.since <= on]
    return holding[-1] if holding else None


def own_limit(agency_id: int, rule: str, *, on: date) -> Limit | None:
    """Return the limit that an agency has set for itself on a day; None where it has set none.

    Its basis is the document that promised it. Where the law has become shorter since, the
    promise is worth nothing and None is returned. Raises NotYetLaw and NoSuchRule.
    """
    promise = promise_in_force(agency_id, rule, on=on)
    if promise is None:
        return None
    law = statutes.rule(rule, on=on)
    if not law.editable and promise.amount > law.limit.amount:
        return None
    own = statutes.citation_from_key(OWN)
    document = replace(own, zh=f"{own.zh}({promise.document})", en=f"{own.en} ({promise.document})")
    return replace(law.limit, amount=promise.amount, basis=(document,))


def limit_in_force(agency_id: int, rule: str, *, on: date) -> Limit:
    """Return the limit by which the clock of a rule runs for an agency.

    That is the law's; the province's where the province settles it; and the agency's own where
    the law leaves it to the agency. A promise beside a limit of the law has a clock of its own.
    Raises NotYetLaw and NoSuchRule.
    """
    if is_settled_as_limit(rule):
        return provincial_limit(agency_id, rule, on=on)
    law = statutes.rule(rule, on=on)
    return (own_limit(agency_id, rule, on=on) if law.editable else None) or law.limit


def can_be_promised(rule: statutes.Rule) -> bool:
    """Say whether an agency can set a limit of its own for a rule.

    It can where the law leaves it to the agency, and can promise less than the law's most where
    the limit binds the agency itself; it cannot shorten the time of others, nor promise what its
    province settles.
    """
    if is_settled_as_limit(rule.name):
        return False
    at_most = rule.limit.kind is Kind.AT_MOST and not rule.limit.backwards
    return rule.editable or (rule.party == "agency" and at_most)


def rules_to_promise(*, on: date) -> Sequence[statutes.Rule]:
    """Return the rules in force on a day for which an agency can set a limit of its own."""
    names = [name for names in statutes.rules_by_subject().values() for name in names]
    rules = []
    for name in names:
        with suppress(NotYetLaw, NoSuchRule):  # not in force on that day
            rules.append(statutes.rule(name, on=on))
    return [rule for rule in rules if can_be_promised(rule)]


def warning_limits(agency_id: int) -> tuple[WarningLimit, ...]:
    """Return all limits of warning that an agency has ever set, the earliest first."""
    return tuple(WarningLimit.objects.filter(agency_id=agency_id).order_by("since"))


def warned_from(agency_id: int, *, on: date) -> Near:
    """Return from when on a clock is near its end for an agency: its own limits, else the usual."""
    holding = [one for one in once(warning_limits, agency_id) if one.since <= on]
    return Near(holding[-1].days, holding[-1].share) if holding else usual()
