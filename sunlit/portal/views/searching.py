"""Search by title."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from sunlit.portal import meta
from sunlit.portal.views.reading import ROWS_A_PAGE, agency_or_404
from sunlit.search.registry import searchables
from sunlit.search.selectors import kinds_found
from sunlit.search.selectors import search as search_for

HITS_IN_JSON = 100


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Show what is public and has the words in its title or number; `format=json` too."""
    asked = request.GET.get("q", "")
    found = search_for(agency_or_404(request), asked)
    if request.GET.get("format") == "json":
        return JsonResponse(
            {
                "query": asked,
                "count": found.count(),
                "results": [
                    {
                        "kind": hit.kind,
                        "number": hit.number,
                        "title": hit.title,
                        "url": hit.url,
                        "day": hit.day,
                    }
                    for hit in found[:HITS_IN_JSON]
                ],
            },
            json_dumps_params={"ensure_ascii": False},
        )
    labels = {one.kind: one.label for one in searchables().values()}
    kinds, kind = kinds_found(found), request.GET.get("kind", "")
    chosen = kind if kind in kinds else ""
    shown = found.filter(kind=chosen) if chosen else found
    page = Paginator(shown, ROWS_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "asked": asked,
        "page": page,
        "kind": chosen,
        "kinds": [(one, labels.get(one, one), count) for one, count in kinds.items()],
        "hits": [(hit, labels.get(hit.kind, hit.kind)) for hit in page],
        "meta": meta.of_column(_("Search"), _("Everything public, by its title or number.")),
    }
    return render(request, "portal/search.html", context)
