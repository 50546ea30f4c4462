"""The page of warnings: what is near its end or over, in all that is open."""

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sunlit.desk import warned
from sunlit.desk.views.shell import overseer_at, ways_around
from sunlit.organization.selectors import office_day
from sunlit.organization.selectors.limits import warned_from

ROWS_A_PAGE = 50


@login_required
@require_safe
def warnings(request: HttpRequest) -> HttpResponse:
    """Show every yellow and red clock of what is open, narrowed as asked: for who oversees."""
    by, on = overseer_at(request), office_day()
    found = warned.warnings(by, on=on)
    form = warned.WarningsForm(found, request.GET or None)
    asked = form.asked() if request.GET else warned.Asked()
    some = [one for one in found if asked.fits(one)]
    page = Paginator(some, ROWS_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "counts": warned.counted(found),
        "asked": asked,
        "near": warned_from(by.agency_id, on=on),
        "columns": warned.heads(),
        "rows": [warned.row(one, on=on) for one in page],
        "page": page,
        **ways_around(by, current="warnings"),
    }
    return render(request, "desk/warnings.html", context)
