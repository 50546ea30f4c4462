"""Readings of normative documents: the library on a day, and what clean-ups decided."""

from datetime import date, timedelta

from django.db.models import Q, QuerySet

from sunlit.norms import rules
from sunlit.norms.models import CleanUp, CleanUpDecision, NormativeDocument
from sunlit.organization.models import Agency


def library(agency: Agency, *, on: date) -> QuerySet[NormativeDocument]:
    """Return the documents that had been issued by a day, in force or not, by code."""
    documents = NormativeDocument.objects.filter(agency=agency, issued_on__lte=on)
    return documents.select_related("office").order_by("code")


def in_force(agency: Agency, *, on: date) -> QuerySet[NormativeDocument]:
    """Return the documents that were in force on a day."""
    return library(agency, on=on).filter(
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
        repealed_on=document.repealed_on,
        lapsed_on=document.lapsed_on,
        valid_until=document.valid_until,
        on=day,
    )


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
