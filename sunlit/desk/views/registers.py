"""The pages of a register."""

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sunlit.design.registers import registers_open_to
from sunlit.desk import presenting, selectors
from sunlit.desk.views.shell import official_at, ways_around

ROWS_A_PAGE = 25


@login_required
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Show every register that the official may see, with how much is in it."""
    by = official_at(request)
    groups = presenting.counted(registers_open_to(by), by)
    context = {"groups": groups, **ways_around(by, current="registers")}
    return render(request, "desk/registers.html", context)


@login_required
@require_safe
def register(request: HttpRequest, name: str) -> HttpResponse:
    """Show the records of a register, narrowed as asked."""
    by = official_at(request)
    found = selectors.open_register(by, name)
    chosen = selectors.choices(found, by, request.GET.dict())
    search = request.GET.get("q", "")
    records = selectors.narrowed(found, by, chosen=chosen, search=search)
    page = Paginator(records, ROWS_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "register": found,
        "filters": presenting.filter_fields(found, chosen, search=search),
        "openings": selectors.offers(found.opening, by, None),
        "columns": presenting.heads(found),
        "rows": [presenting.row(found, record) for record in page],
        "page": page,
        **ways_around(by, current=found),
    }
    return render(request, "desk/register.html", context)
