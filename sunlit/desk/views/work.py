"""The first page of the desk, what waits in the agency, and the table of offices."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sunlit.desk import narrowing, rows, work
from sunlit.desk.views.shell import official_at, overseer_at, ways_around
from sunlit.organization.models import Role
from sunlit.organization.policies.notices import why_clocks_stop
from sunlit.organization.selectors import office_day

ROWS_A_PAGE = 50
FEW = 8
FIRST_BEGINNINGS = 4
WARNED = (Role.ADMINISTRATOR, Role.CLERK)
WATCHERS = (Role.AUDITOR, Role.LEADER, Role.ADMINISTRATOR)


@login_required
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Show what is mine and by when, what waits for others, and what I did lately."""
    by, on = official_at(request), office_day()
    found = work.matters(by, on)
    mine = work.mine(found, by)
    others = work.with_others(found, by)
    begin = rows.beginnings(by, work.used_lately(by, on))
    context: dict[str, Any] = {
        "official": by,
        "on": on,
        "mine": len(mine),
        "groups": rows.groups(mine, by, on),
        "others": [rows.row(one, by, on) for one in others[:FEW]],
        "others_count": len(others),
        "others_url": rows.waiting_url(whose="office"),
        "first_beginnings": begin[:FIRST_BEGINNINGS],
        "more_beginnings": begin[FIRST_BEGINNINGS:],
        "lately": rows.done_lately(work.newest_entries(by, own=True, most=FEW), by),
        "oversees": by.has_role(*WATCHERS),
        "calendar_warning": why_clocks_stop(by.agency, on=on) if by.has_role(*WARNED) else None,
        **ways_around(by, current="home"),
    }
    if by.has_role(*WATCHERS):
        newest = work.newest_entries(by, own=False, most=FEW)
        context["newest"] = rows.done_lately(newest, by)
        context["late"] = sum(one.urgency is work.Urgency.LATE for one in found)
        context["late_url"] = rows.waiting_url(urgency=work.Urgency.LATE.value)
    return render(request, "desk/home.html", context)


@login_required
@require_safe
def waiting(request: HttpRequest) -> HttpResponse:
    """Show all that waits and that the official may see, narrowed as asked."""
    by, on = official_at(request), office_day()
    found = work.matters(by, on)
    asked = narrowing.asked_of_waiting(request.GET.dict(), found)
    some = narrowing.waiting_narrowed(found, by, asked)
    page = Paginator(some, ROWS_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "form": narrowing.waiting_form(found, asked),
        "rows": [rows.row(one, by, on) for one in page],
        "page": page,
        **ways_around(by, current="waiting"),
    }
    return render(request, "desk/waiting.html", context)


@login_required
@require_safe
def agency(request: HttpRequest) -> HttpResponse:
    """Show how much waits in each office, and what nobody can do: for who oversees."""
    by, on = overseer_at(request), office_day()
    found = work.matters(by, on)
    stuck = work.for_nobody(found, by.agency)
    context = {
        "heads": rows.office_heads(),
        "offices": rows.office_rows(work.by_office(found)),
        "late": [rows.row(one, by, on) for one in found if one.urgency is work.Urgency.LATE],
        "stuck": [rows.row(one, by, on) for one in stuck[:FEW]],
        "stuck_count": len(stuck),
        "stuck_url": rows.waiting_url(whose="nobody"),
        **ways_around(by, current="agency"),
    }
    return render(request, "desk/agency.html", context)
