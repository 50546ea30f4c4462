"""The running year in pictures, and the records behind one bar: for who oversees."""

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sunlit.design.faces import said
from sunlit.desk import picturing
from sunlit.desk.views.shell import overseer_at, ways_around
from sunlit.kernel.refusals import Missing
from sunlit.measures import groups
from sunlit.measures.charting import group_label
from sunlit.organization.selectors import office_day

ROWS_A_PAGE = 100


@login_required
@require_safe
def year(request: HttpRequest) -> HttpResponse:
    """Show the year so far in pictures; each bar opens its records."""
    by, on = overseer_at(request), office_day()
    context = {
        "charts": picturing.charts_of(by.agency, on.year),
        "on": on,
        **ways_around(by, current="agency"),
    }
    return render(request, "desk/year.html", context)


@login_required
@require_safe
def group(request: HttpRequest, code: str) -> HttpResponse:
    """Show the records of one bar of a picture of the running year, or of one layer of it."""
    by, on = overseer_at(request), office_day()
    try:
        grouping = groups.picture(code, by.agency, on.year)
        found, slot, records = groups.members(
            grouping, request.GET.get("group", ""), request.GET.get("layer", "")
        )
    except Missing as refusal:
        raise Http404 from refusal
    page = Paginator(records, ROWS_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "title": grouping.picture.title,
        "label": group_label(grouping.picture, found, on.year),
        "layer": "" if slot is found else said(slot.label),
        "columns": [_("Number"), _("Title"), _("Day")],
        "rows": picturing.rows_of(grouping, list(page), by),
        "page": page,
        "on": on,
        **ways_around(by, current="agency"),
    }
    return render(request, "desk/group.html", context)
