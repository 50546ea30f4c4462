"""The first page, and the pages that lead around the site."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_safe

from sunlit.design import pieces
from sunlit.disclosure import column as statutory
from sunlit.disclosure.selectors import catalogue, published_items
from sunlit.organization.models import Agency
from sunlit.portal import meta
from sunlit.portal.views import column, complaints, organization, powers, watching
from sunlit.portal.views.figures import open_figures
from sunlit.portal.views.reading import agency_or_404, latest_year, years_of

NEWEST = 6
FIGURES = (
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
LEAD = _("Find what it publishes, ask for what it does not, and follow what becomes of it.")
Ways = list[tuple[object, str]]


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Search first; four doors; what is new, news apart; how the agency is doing."""
    agency = agency_or_404(request)
    year = latest_year(agency)
    items = published_items(agency).select_related("category", "office")
    figures = open_figures(agency, year, FIGURES)
    context = {
        "doors": DOORS,
        "newest": items.exclude(statutory.outside())[:NEWEST],
        "news": items.filter(statutory.outside())[:NEWEST],
        "figures": [(value, label, url) for value, label, url in figures if value],
        "year": year,
        "meta": meta.of_column(pgettext_lazy("navigation", "Home"), LEAD),
    }
    return render(request, "portal/home.html", context)


@require_safe
def site_map(request: HttpRequest) -> HttpResponse:
    """Show every part of the site, and every category of the catalogue."""
    agency = agency_or_404(request)
    title, lead = _("Site map"), _("Everything on this site, on one page.")
    context = {"groups": _everything(agency), "meta": meta.of_column(title, lead)}
    return render(request, "portal/site_map.html", context)


@require_safe
def find_an_error(request: HttpRequest) -> HttpResponse:
    """Say how to tell the agency of an error on its site."""
    title = _("Report an error")
    lead = _("Tell the disclosure office which page it is and what is wrong.")
    return render(request, "portal/find_an_error.html", {"meta": meta.of_column(title, lead)})


def _everything(agency: Agency) -> list[tuple[object, Ways]]:
    categories: Ways = [
        (one.name, one.get_absolute_url())
        for one in catalogue(agency).filter(is_proactive=True)
        if not statutory.is_outside(one)
    ]
    more: Ways = [
        (_("Documents at source"), "/disclosure/documents/"),
        (_("Work news"), "/news/"),
        (organization.NAME, "/organization/"),
        (_("Search"), "/search"),
        (_("Calculator of deadlines"), "/deadline/"),
        (_("Report an error"), "/find-an-error/"),
        (_("The desk (staff)"), "/desk/"),
    ]
    follow: Ways = [
        (_("Recruitment and tenders"), "/dossiers/"),
        (_("Normative documents"), "/norms/"),
        (_("Drafts open to comments"), "/norms/drafts/"),
    ]
    years = years_of(agency)
    assessments: Ways = [
        (_("Assessment of %(year)s") % {"year": year}, f"/assessment/{year}/") for year in years
    ]
    return [
        (column.NAME, list(column.PARTS)),
        (_("Statutory content"), categories),
        (powers.NAME, list(powers.PARTS)),
        (_("Follow"), follow),
        (complaints.NAME, list(complaints.PARTS)),
        (watching.NAME, list(watching.PARTS)),
        (pgettext_lazy("navigation", "Assessment"), assessments),
        (_("More"), more),
    ]
