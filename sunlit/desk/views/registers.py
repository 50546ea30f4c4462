"""The pages of a register."""

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sunlit.design.registers import registers_open_to
from sunlit.desk import asking, exporting, filtering, presenting, selectors
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
    asked = asking.asked_of(found, by, request.GET.dict())
    records = asking.narrowed(found, by, asked)
    page = Paginator(records, ROWS_A_PAGE).get_page(request.GET.get("page"))
    saved = selectors.saved_filters(by, found)
    may_see_personal = exporting.may_see_personal(found, by)
    context = {
        "register": found,
        "summary": found.summary(by) if found.summary else None,
        "filters": filtering.filter_fields(found, by, asked),
        "asked": asked,
        "saved": saved,
        "own_saved": [one for one in saved if one.official_id == by.pk],
        "official": by,
        "together": [act for act in found.acts if act.together],
        "openings": selectors.offers(found.opening, by, None),
        "columns": presenting.heads(found, asked, records),
        "rows": [presenting.row(found, record) for record in page],
        "page": page,
        "offers_personal": may_see_personal and exporting.has_personal(found),
        **ways_around(by, current=found),
    }
    return render(request, "desk/register.html", context)
