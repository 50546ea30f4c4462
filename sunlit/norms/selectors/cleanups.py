"""Readings of clean-ups: which there were, and what they decided."""

from django.db.models import QuerySet

from sunlit.norms.models import CleanUp, CleanUpDecision
from sunlit.organization.models import Agency


def clean_ups_of_year(agency: Agency, year: int) -> QuerySet[CleanUp]:
    """Return the clean-ups of a year, by code."""
    return CleanUp.objects.filter(agency=agency, year=year).order_by("code")


def decisions_of_year(agency: Agency, year: int) -> QuerySet[CleanUpDecision]:
    """Return what clean-ups decided in a year, document by document."""
    return _decisions(agency).filter(decided_on__year=year)


def decisions_published(agency: Agency, year: int) -> QuerySet[CleanUpDecision]:
    """Return the decisions of clean-ups that were published in a year."""
    return _decisions(agency).filter(published_on__year=year)


def _decisions(agency: Agency) -> QuerySet[CleanUpDecision]:
    decisions = CleanUpDecision.objects.filter(clean_up__agency=agency)
    return decisions.select_related("clean_up", "document__office").order_by(
        "document__code", "clean_up__code"
    )
