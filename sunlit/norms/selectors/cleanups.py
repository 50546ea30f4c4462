"""Readings of clean-ups: which there were, and what they decided."""

from datetime import date

from django.db.models import QuerySet

from sunlit.norms.models import CleanUp, CleanUpDecision, CleanUpKind, NormativeDocument
from sunlit.norms.selectors.library import in_force
from sunlit.organization.models import Agency


def clean_ups_of_year(agency: Agency, year: int) -> QuerySet[CleanUp]:
    """Return the clean-ups of a year, by code."""
    return CleanUp.objects.filter(agency=agency, year=year).order_by("code")


def without_proposal(clean_up: CleanUp, *, on: date) -> QuerySet[NormativeDocument]:
    """Return the documents that a clean-up has still to look at, by code.

    All that were in force on its first day and are so still, but those with a proposal; a
    clean-up on one subject has none that it must look at.
    """
    documents = in_force(clean_up.agency, on=clean_up.begun_on)
    if clean_up.kind == CleanUpKind.SPECIAL:
        return documents.none()
    still = in_force(clean_up.agency, on=max(on, clean_up.begun_on)).values("pk")
    return documents.filter(pk__in=still).exclude(decisions__clean_up=clean_up)


def results(clean_up: CleanUp, *, on: date) -> QuerySet[CleanUpDecision]:
    """Return what a clean-up decided and published by a day, by document."""
    published = clean_up.decisions.filter(published_on__lte=on)
    return published.select_related("document__office").order_by("document__code")


def clean_ups_published(agency: Agency, *, on: date) -> QuerySet[CleanUp]:
    """Return the clean-ups of which a result was published by a day, the latest first."""
    clean_ups = CleanUp.objects.filter(agency=agency, decisions__published_on__lte=on)
    return clean_ups.distinct().order_by("-year", "code")


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
