"""The first page, and the pages that lead around the site."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from sunlit.design import pieces
from sunlit.design.context import NAVIGATION
from sunlit.disclosure.selectors import published_items
from sunlit.measures.registry import all_measures
from sunlit.measures.selectors import count
from sunlit.portal.views.reading import agency_or_404, latest_year

NEWEST = 8
SHOWN_FIGURES = (
    "disclosure.items",
    "powers.total",
    "foi.answered_in_time",
    "complaints.received",
    "complaints.accepted",
    "supervision.opinions",
)
DOORS = (
    pieces.Door(
        _("Find"),
        _("What the agency has published, what it may do, and by which law."),
        "/disclosure/",
    ),
    pieces.Door(
        _("Apply"), _("For information that is not published yet, or for a licence."), "/apply/"
    ),
    pieces.Door(_("Complain"), _("About the streets, or about the agency itself."), "/complaints/"),
    pieces.Door(
        _("Follow"),
        _("Recruitment, tenders, inspections: stage by stage, as they happen."),
        "/dossiers/",
    ),
)


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Search first; four doors; what is new; how the agency is doing, in open figures."""
    agency = agency_or_404(request)
    year = latest_year(agency)
    figures = [
        (found, all_measures()[code].label, f"/assessment/{year}/figures/{code}/")
        for code in SHOWN_FIGURES
        if (found := count(code, agency, year))
    ]
    context = {
        "doors": DOORS,
        "newest": published_items(agency).select_related("category", "office")[:NEWEST],
        "figures": figures,
        "year": year,
    }
    return render(request, "portal/home.html", context)


@require_safe
def site_map(request: HttpRequest) -> HttpResponse:
    """Show every part of the site."""
    more = (
        (_("Disclosure guide"), "/guide/"),
        (_("Internal rules"), "/rules/"),
        (_("Annual reports"), "/annual-reports/"),
        (_("Calculator of deadlines"), "/deadline/"),
        (_("Search"), "/search"),
        (_("Report an error"), "/find-an-error/"),
        (_("The desk (staff)"), "/desk/"),
    )
    return render(request, "portal/site_map.html", {"parts": (*NAVIGATION, *more)})


@require_safe
def find_an_error(request: HttpRequest) -> HttpResponse:
    """Say how to tell the agency of an error on its site."""
    return render(request, "portal/find_an_error.html")
