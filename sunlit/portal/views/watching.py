"""What all pages on supervision share: their ways around, the year, what it is about."""

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from sunlit.organization.models import Agency
from sunlit.portal import meta
from sunlit.portal.views.reading import agency_or_404, latest_year, ways_around, years_of
from sunlit.supervision.selectors import Overview, overview

NAME = _("Supervision")
LEAD = _("Who watches this office, what they said and found, and what became of it.")
PARTS = (
    (_("In short"), "/supervision/"),
    (_("Supervisors"), "/supervision/supervisors/"),
    (_("Meetings and opinions"), "/supervision/meetings/"),
    (_("Inspections"), "/supervision/inspections/"),
    (_("Social review"), "/supervision/surveys/"),
    (_("Accountability"), "/supervision/accountability/"),
    (_("Training"), "/supervision/training/"),
)


def page(request: HttpRequest, current: str, title: object) -> tuple[dict[str, object], Overview]:
    """Return what a page on supervision shows, and what the year that is asked for has seen."""
    agency = agency_or_404(request)
    years = years_of(agency)
    year = _year(request, agency, years)
    context: dict[str, object] = {
        "parts": ways_around(PARTS, current),
        "name": NAME,
        "title": title,
        "year": year,
        "years": years,
        "meta": meta.of_column(title, LEAD),
    }
    return context, overview(agency, year)


def _year(request: HttpRequest, agency: Agency, years: list[int]) -> int:
    """Return the year that is asked for, or the newest one."""
    asked = request.GET.get("year", "")
    return next((year for year in years if str(year) == asked), latest_year(agency))
