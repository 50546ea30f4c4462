"""Readings of the catalogue and of the guide."""

from datetime import date

from django.db.models import Count, Max, Q, QuerySet

from sunlit.disclosure.lifecycle import Status
from sunlit.disclosure.models import Category, GuideSection
from sunlit.organization.models import Agency


def guide_of_year(agency: Agency, year: int) -> QuerySet[GuideSection]:
    """Return the sections of the disclosure guide as it stood in a year, in order."""
    return GuideSection.objects.filter(agency=agency, year=year).order_by("position")


def catalogue(agency: Agency) -> QuerySet[Category]:
    """Return the catalogue as it stands, in the order of its codes."""
    return Category.objects.filter(agency=agency, ended_on=None).order_by("code")


def catalogue_with_newest(agency: Agency) -> QuerySet[Category]:
    """Return the catalogue, each with `public` items, and the day of the newest: `newest_on`."""
    return _with_newest(catalogue(agency))


def ever_listed(agency: Agency) -> QuerySet[Category]:
    """Return every category that is, or was, in the catalogue, each as `catalogue_with_newest`."""
    return _with_newest(Category.objects.filter(agency=agency).order_by("code"))


def _with_newest(categories: QuerySet[Category]) -> QuerySet[Category]:
    public = Q(items__status=Status.PUBLISHED)
    return categories.select_related("office").annotate(
        public=Count("items", filter=public), newest_on=Max("items__published_on", filter=public)
    )


def catalogue_of_year(agency: Agency, year: int) -> QuerySet[Category]:
    """Return the catalogue as it stood at the end of a year."""
    end = date(year, 12, 31)
    kept = Q(ended_on=None) | Q(ended_on__gt=end)
    categories = Category.objects.filter(kept, agency=agency, since__lte=end)
    return categories.select_related("office").order_by("code")
