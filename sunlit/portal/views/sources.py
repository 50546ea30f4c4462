"""The register of documents at source, in figures that lead to what may be read of each record."""

from datetime import date
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_safe

from sunlit import statutes
from sunlit.design import pieces
from sunlit.disclosure.models import Attribute, Ground
from sunlit.disclosure.selectors import decisions_of_year, documents_reassessed_in
from sunlit.kernel.citations import Citation
from sunlit.kernel.refusals import NotYetLaw
from sunlit.organization.selectors import office_day
from sunlit.portal import meta
from sunlit.portal.views.column import NAME, PARTS
from sunlit.portal.views.figures import figure_address
from sunlit.portal.views.reading import (
    agency_or_404,
    latest_year,
    ways_around,
    year_or_404,
    years_of,
)

TITLE = _("Documents at source")
LEAD = _(
    "Every document that the agency makes is registered with the decision whether it is open to "
    "all, given on application or withheld, and on which ground."
)
COLUMNS = (
    pgettext_lazy("document", "Disclosure"),
    pgettext_lazy("document", "Ground"),
    _("Basis"),
    pieces.Column(_("Documents"), number=True),
)
PROVISIONS = {
    Attribute.OPEN.value: "disclosure.content",
    Attribute.UNDECIDED.value: "disclosure.secrecy_review",
}


@require_safe
def sources(request: HttpRequest, year: int | None = None) -> HttpResponse:
    """Show how many documents of a year were decided so; what is withheld has a number only."""
    agency = agency_or_404(request)
    year = year_or_404(agency, year) if year else latest_year(agency)
    day = min(date(year, 12, 31), office_day())
    rows = [
        [
            Attribute(attribute).label,
            Ground(ground).label if ground else "",
            _basis(attribute, ground, on=day),
            pieces.Cell(count, url=_address(year, attribute, ground), evidence=True),
        ]
        for attribute, ground, count in decisions_of_year(agency, year)
    ]
    context = {
        "parts": ways_around(PARTS, "/disclosure/catalogue/"),
        "name": NAME,
        "title": TITLE,
        "lead": LEAD,
        "year": year,
        "years": years_of(agency),
        "columns": COLUMNS,
        "rows": rows,
        "reassessed": documents_reassessed_in(agency, year).count(),
        "reassessed_url": figure_address(year, "disclosure.documents_reassessed"),
        "meta": meta.of_column(TITLE, LEAD),
    }
    return render(request, "portal/sources.html", context)


def _address(year: int, attribute: str, ground: str) -> str:
    part = {"attribute": attribute, "ground": ground} if ground else {"attribute": attribute}
    return f"{figure_address(year, 'disclosure.documents')}?{urlencode(part)}"


def _basis(attribute: str, ground: str, *, on: date) -> Citation | str:
    name = Ground(ground).provision if ground else PROVISIONS[attribute]
    try:
        return statutes.provision(name, on=on)
    except NotYetLaw:
        return ""
