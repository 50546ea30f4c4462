"""The list of powers as files: the published sets as tables, and as linked data."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from sunlit.design.handing import file_answer
from sunlit.exchange import cpsv, rdf
from sunlit.organization.selectors import office_day
from sunlit.portal.power_sheets import SHEETS, written
from sunlit.portal.views.reading import agency_or_404
from sunlit.powers.selectors import powers_on_list


@require_safe
def sheet(request: HttpRequest, name: str) -> HttpResponse:
    """Hand out a published set of the list as a table."""
    wanted = next((one for one in SHEETS if one.name == name), None)
    if wanted is None:
        raise Http404
    powers = powers_on_list(agency_or_404(request), on=office_day())
    return file_answer(wanted.file, "text/csv", written(wanted, powers))


@require_safe
def turtle(request: HttpRequest) -> HttpResponse:
    """Hand out the powers and services as public services of CPSV-AP, in Turtle."""
    return _linked(request, "ttl", "text/turtle", rdf.turtle)


@require_safe
def json_ld(request: HttpRequest) -> HttpResponse:
    """Hand out the powers and services as public services of CPSV-AP, in JSON-LD."""
    return _linked(request, "jsonld", "application/ld+json", rdf.json_ld)


def _linked(request: HttpRequest, ending: str, kind: str, write: rdf.Writer) -> HttpResponse:
    agency = agency_or_404(request)
    site = request.build_absolute_uri("/").rstrip("/")
    triples = cpsv.services_of(agency, on=office_day(), site=site)
    return file_answer(f"cpsv-ap.{ending}", kind, write(triples, cpsv.PREFIXES).encode())
