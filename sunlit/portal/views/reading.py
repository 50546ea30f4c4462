"""What every public page needs: whose site it is, and which year the reader asks for."""

from collections.abc import Iterable, Sequence

from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from sunlit.design.pieces import Entry
from sunlit.kernel.refusals import Missing
from sunlit.organization.models import Agency, LoadedYear
from sunlit.organization.selectors import office_day, portal_agency

ROWS_A_PAGE = 25


def agency_or_404(request: HttpRequest) -> Agency:
    """Return the agency whose site is asked for; an installation without one has no pages."""
    agency = portal_agency(request.get_host())
    if agency is None:
        raise Missing(
            _("This installation has no agency yet."),
            remedy=_("Load a year of records, or appoint an administrator."),
        )
    return agency


def latest_year(agency: Agency) -> int:
    """Return the newest year that the agency has records of; this year if it has none."""
    years = LoadedYear.objects.filter(agency=agency).order_by("-year")
    newest = years.values_list("year", flat=True).first()
    return newest if newest is not None else office_day().year


def ways_around(parts: Iterable[tuple[object, str]], current: str) -> list[Entry]:
    """Return the parts of a column, as they stand at the left of each of its pages."""
    return [Entry(label, url, current=url == current) for label, url in parts]


def known(facts: Sequence[tuple[object, object]]) -> list[tuple[object, object]]:
    """Return the facts that have a value: the public is not shown empty boxes."""
    return [(label, value) for label, value in facts if value not in (None, "", [])]


def years_of(agency: Agency) -> list[int]:
    """Return the years that the agency has records of, newest first."""
    loaded = set(LoadedYear.objects.filter(agency=agency).values_list("year", flat=True))
    return sorted(loaded | {latest_year(agency)}, reverse=True)


def year_or_404(agency: Agency, year: int) -> int:
    """Return a year that the agency can be asked about."""
    if year not in years_of(agency):
        raise Http404
    return year
