"""Readings of the library: which documents there are and how they stand on a day."""

from datetime import date, timedelta

from django.db.models import Q, QuerySet

from sunlit.kernel.refusals import NotYetLaw
from sunlit.norms import rules
from sunlit.norms.models import NormativeDocument
from sunlit.organization.models import Agency
from sunlit.organization.rules.provincial import COMMENT, FILING, VALIDITY, VALIDITY_ON_TRIAL
from sunlit.organization.selectors import official_calendar
from sunlit.organization.selectors.provincial import number_set, provincial_limit


def library(agency: Agency, *, on: date) -> QuerySet[NormativeDocument]:
    """Return the documents that had been issued by a day, in force or not, by code."""
    documents = NormativeDocument.objects.filter(agency=agency, issued_on__lte=on)
    return documents.select_related("office").order_by("code")


def in_force(agency: Agency, *, on: date) -> QuerySet[NormativeDocument]:
    """Return the documents that were in force on a day."""
    return library(agency, on=on).filter(
        Q(in_force_from=None) | Q(in_force_from__lte=on),
        Q(repealed_on=None) | Q(repealed_on__gt=on),
        Q(lapsed_on=None) | Q(lapsed_on__gt=on),
        Q(valid_until=None) | Q(valid_until__gte=on),
    )


def ending_soon(agency: Agency, *, on: date, days: int) -> QuerySet[NormativeDocument]:
    """Return the documents in force whose validity ends within so many calendar days."""
    until = on + timedelta(days=days)
    return in_force(agency, on=on).filter(valid_until__lte=until).order_by("valid_until", "code")


def status_on(document: NormativeDocument, day: date) -> rules.Standing:
    """Say how a document stood on a day."""
    return rules.standing(
        issued_on=document.issued_on,
        in_force_from=document.in_force_from,
        repealed_on=document.repealed_on,
        lapsed_on=document.lapsed_on,
        valid_until=document.valid_until,
        on=day,
    )


def longest_validity(agency_id: int, *, title: str, start: date) -> rules.Term | None:
    """Return how long a document of this title may hold from a day; None before there was a rule.

    One on trial, as its title tells, holds for less.
    """
    return term(agency_id, VALIDITY_ON_TRIAL if rules.is_on_trial(title) else VALIDITY, start=start)


def filing(document: NormativeDocument) -> rules.Term | None:
    """Return by when a document is to be filed for the record; None before there was a rule."""
    return term(document.agency_id, FILING, start=document.issued_on)


def comment_period(document: NormativeDocument) -> rules.Term | None:
    """Return how long the public may comment on a draft; None before there was a rule."""
    return term(document.agency_id, COMMENT, start=document.issued_on)


def term(agency_id: int, name: str, *, start: date) -> rules.Term | None:
    """Return a limit from a day as the province has settled it, or by default; None for none."""
    try:
        limit = provincial_limit(agency_id, name, on=start)
    except NotYetLaw:
        return None
    until = rules.last_day(limit, start, official_calendar(agency_id))
    return rules.Term(limit, until, by_default=number_set(agency_id, name, on=start) is None)
