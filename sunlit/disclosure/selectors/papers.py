"""Readings of the agency's own rules, of reviews, and of the documents of a year."""

from datetime import date

from django.db.models import Q, QuerySet

from sunlit.disclosure.models import Decision, InternalRule, SecrecyReview, YearDocument
from sunlit.organization.models import Agency


def rules_in_force(agency: Agency, *, on: date) -> QuerySet[InternalRule]:
    """Return the agency's own rules that were in force on a day, each in its version of then."""
    kept = Q(ended_on=None) | Q(ended_on__gt=on)
    rules = InternalRule.objects.filter(kept, agency=agency, issued_on__lte=on)
    return rules.select_related("office").order_by("code", "issued_on")


def rules_of_year(agency: Agency, year: int) -> QuerySet[InternalRule]:
    """Return the agency's own rules that were in force at the end of a year."""
    return rules_in_force(agency, on=date(year, 12, 31))


def rules_issued_in(agency: Agency, year: int) -> QuerySet[InternalRule]:
    """Return the agency's own rules that were issued in a year."""
    rules = InternalRule.objects.filter(agency=agency, issued_on__year=year)
    return rules.order_by("code", "issued_on")


def reviews_concluded_in(agency: Agency, year: int) -> QuerySet[SecrecyReview]:
    """Return the reviews that were decided in a year; one that is under way is none yet."""
    reviews = SecrecyReview.objects.filter(agency=agency, approved_on__year=year)
    return reviews.select_related("item").order_by("approved_on", "year", "code")


def reviews_decided_in(agency: Agency, year: int, decision: Decision) -> QuerySet[SecrecyReview]:
    """Return the reviews that were decided so in a year."""
    reviews = SecrecyReview.objects.filter(agency=agency, approved_on__year=year, decision=decision)
    return reviews.select_related("item").order_by("approved_on", "year", "code")


def documents_of_year(agency: Agency, year: int) -> QuerySet[YearDocument]:
    """Return the documents that were compiled for a year of open government."""
    return YearDocument.objects.filter(agency=agency, year=year).order_by("code")
