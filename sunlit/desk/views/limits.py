"""The page of all limits that hold for the agency beside the law's."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sunlit.design.registers import registers_open_to
from sunlit.desk import limiting
from sunlit.desk.views.shell import official_at, ways_around
from sunlit.organization.selectors import office_day


@login_required
@require_safe
def limits(request: HttpRequest) -> HttpResponse:
    """Show the own limits and what the province has settled, and where each is used."""
    by, on = official_at(request), office_day()
    may_open = limiting.PROVINCIAL in {one.name for one in registers_open_to(by)}
    context = {
        "own_columns": limiting.OWN_COLUMNS,
        "own": limiting.own_limits(by, on=on),
        "provincial_columns": limiting.PROVINCIAL_COLUMNS,
        "provincial": limiting.provincial_numbers(by, on=on, may_open=may_open),
        "may_open": may_open,
        "on": on,
        **ways_around(by, current="limits"),
    }
    return render(request, "desk/limits.html", context)
