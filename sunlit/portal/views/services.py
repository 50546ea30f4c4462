"""The services for convenience (便民服务): where, when, how, what is needed."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_safe

from sunlit.design import pieces
from sunlit.disclosure.lifecycle import Status
from sunlit.organization.models import Agency
from sunlit.organization.selectors import office_day
from sunlit.portal import meta
from sunlit.portal.hours import hours_shown
from sunlit.portal.views import powers
from sunlit.portal.views.reading import agency_or_404, known, ways_around
from sunlit.powers.models import ConvenienceService, ServiceWindow
from sunlit.powers.selectors import convenience_services, service_window

TITLE = _("Services for convenience")
LEAD = _("What the agency does for whoever asks: no licence, no power, and mostly no fee.")


@dataclass(frozen=True)
class ServiceShown:
    """A service with what somebody must know who wants it."""

    service: ConvenienceService
    conditions: list[str]
    facts: list[tuple[object, object]]
    guides: list[pieces.Cell]


@require_safe
def services(request: HttpRequest) -> HttpResponse:
    """List the services for convenience, each with place, telephone, hours and what is needed."""
    agency = agency_or_404(request)
    context = {
        "parts": ways_around(powers.PARTS, "/powers/services/"),
        "name": powers.NAME,
        "title": TITLE,
        "lead": LEAD,
        "services": list(_shown(agency)),
        "meta": meta.of_column(TITLE, LEAD),
    }
    return render(request, "portal/services.html", context)


def _shown(agency: Agency) -> Iterator[ServiceShown]:
    window = service_window(agency.pk)
    hours = " · ".join(
        f"{days} {spans}" for days, spans in hours_shown(agency, on=office_day()).facts
    )
    for one in convenience_services(agency).prefetch_related("items"):
        at = window if one.in_window else None
        guides = [item for item in one.items.all() if item.status == Status.PUBLISHED]
        yield ServiceShown(
            one,
            [line for line in one.conditions.splitlines() if line.strip()],
            known(_facts(one, at, hours)),
            [pieces.Cell(item.title, url=item.get_absolute_url()) for item in guides],
        )


def _facts(
    one: ConvenienceService, window: ServiceWindow | None, hours: str
) -> list[tuple[object, object]]:
    place = one.place or (window.address or window.name if window else "")
    phone = one.consulting_phone or (window.phone if window else "")
    online = {True: _("yes"), False: _("no"), None: ""}[one.is_online]
    return [
        (_("Time needed"), one.days),
        (_("Fee"), one.fee),
        (_("Who may apply"), one.who_may_apply),
        (pgettext_lazy("guide", "Place"), place),
        (_("Phone"), pieces.Cell(phone, url=f"tel:{phone}") if phone else ""),
        (_("Office hours"), one.office_hours or (hours if window else "")),
        (_("Times one must come"), one.visits),
        (_("Can be applied for online"), online),
        (_("Result"), one.result_document),
    ]
