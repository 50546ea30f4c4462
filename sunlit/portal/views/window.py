"""The service window, and how to apply: for information, for a licence."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from sunlit import statutes
from sunlit.approvals.selectors.queue import queue_on
from sunlit.design import pieces
from sunlit.measures.selectors import count
from sunlit.organization.models import Agency
from sunlit.organization.selectors import office_day, office_time
from sunlit.portal import meta
from sunlit.portal.hours import hours_shown
from sunlit.portal.views import column, powers
from sunlit.portal.views.figures import figure_address
from sunlit.portal.views.reading import agency_or_404, known, latest_year, ways_around
from sunlit.powers.models import Kind, ServiceWindow, WindowMilestone
from sunlit.powers.selectors import (
    milestones_reached,
    powers_in_force,
    service_window,
    services_offered,
)

MILESTONES = {
    WindowMilestone.Kind.CENTRALISATION: _("The two centralisations"),
    WindowMilestone.Kind.IN_PLACE: _("The three things in place"),
}

CENTRALISED = (
    (
        _("Items: licences on the list, and those handled at the window"),
        "approvals.items",
        "approvals.items_at_window",
    ),
    (
        _("Applications: received in the year, and those received at the window"),
        "approvals.cases",
        "approvals.received_at_window",
    ),
    (
        _("Applications since the window opened, and those received there"),
        "approvals.since_window",
        "approvals.since_window_there",
    ),
    (
        _("Decisions: taken in the year, and those by the window's chief representative"),
        "approvals.decided",
        "approvals.decided_at_window",
    ),
)
"""What the two centralisations and three things in place (两集中三到位) come to, in measures."""


@require_safe
def window(request: HttpRequest) -> HttpResponse:
    """Show the one-stop window: where, who may decide there, what is handled, how fast."""
    agency = agency_or_404(request)
    one = service_window(agency.pk)
    reached = milestones_reached(agency, office_day().year)
    lead = _("Everything that a licence needs, at one counter, by one person who may decide.")
    context = {
        "parts": ways_around(powers.PARTS, "/window/"),
        "name": powers.NAME,
        "lead": lead,
        "window": one,
        "facts": known(_facts(one)) if one else [],
        "hours": hours_shown(agency, on=office_day()),
        "milestones": [
            (label, [m for m in reached if m.kind == kind]) for kind, label in MILESTONES.items()
        ],
        "centralised": _centralised(agency),
        "licences": _licences(agency, at_window=True),
        "services": _services(agency),
        "year": latest_year(agency),
        "meta": meta.of_column(_("Service window"), lead),
    }
    return render(request, "portal/window.html", context)


@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """Show which numbers are being served at the window, and how many wait; no names."""
    now = queue_on(agency_or_404(request), on=office_day())
    lead = _("Which number is being served at which counter, as the window calls them.")
    context = {
        "parts": ways_around(powers.PARTS, "/window/"),
        "name": powers.NAME,
        "title": _("Now serving"),
        "lead": lead,
        "columns": [pieces.Column(_("Number")), pieces.Column(_("Counter"))],
        "rows": [[one.number, one.counter] for one in now.serving],
        "facts": known(
            [
                (_("Waiting"), now.waiting),
                (_("Served today"), now.served),
                (_("Minutes waited today, on average"), now.mean_minutes),
            ]
        ),
        "at": f"{office_time():%H:%M}",
        "meta": meta.of_column(_("Now serving"), lead),
    }
    return render(request, "portal/queue.html", context)


@require_safe
def apply(request: HttpRequest) -> HttpResponse:
    """Say how to apply for information and for licences."""
    agency = agency_or_404(request)
    today = office_day()
    lead = _("For information that is not published yet, or for a licence.")
    context = {
        "parts": ways_around(column.PARTS, "/apply/"),
        "name": column.NAME,
        "today": today,
        "reply": statutes.limit("foi.reply", on=today),
        "licences": _licences(agency, at_window=False),
        "meta": meta.of_column(_("Apply for information"), lead),
    }
    return render(request, "portal/apply.html", context)


def _facts(one: ServiceWindow) -> list[tuple[object, object]]:
    return [
        (_("Address"), one.address),
        (_("Phone"), one.phone),
        (_("Opened on"), one.opened_on),
        (_("Staff"), one.staff),
        (_("Chief representative"), one.chief_post),
        (_("Authorised on"), one.chief_authorised_on),
        (_("Authorised by"), one.chief_document),
        (_("Authorised to"), one.chief_powers),
    ]


def _licences(agency: Agency, *, at_window: bool) -> dict[str, object]:
    found = powers_in_force(agency, on=office_day()).filter(kind=Kind.LICENCE)
    if at_window:
        found = found.filter(in_service_window=True)
    rows = [
        [
            pieces.Cell(power.name, url=power.get_absolute_url()),
            power.statutory_days,
            power.promised_days,
            power.office_name,
            power.fee,
            pieces.Cell(
                _("Apply on the web"), url=reverse("portal:apply-online", args=[power.code])
            ),
        ]
        for power in found
    ]
    columns = [
        pieces.Column(_("Licence")),
        pieces.Column(_("Working days by law"), number=True),
        pieces.Column(_("Promised"), number=True),
        pieces.Column(_("Handled by"), short=True),
        pieces.Column(_("Fee")),
        pieces.Column(_("Way"), short=True),
    ]
    return {"columns": columns, "rows": rows}


def _centralised(agency: Agency) -> dict[str, object]:
    """Return how far the two centralisations went: each figure opens its records."""
    year = latest_year(agency)
    rows = []
    for label, whole, part in CENTRALISED:
        of, at_window = count(whole, agency, year), count(part, agency, year)
        if of:
            rows.append(
                [
                    label,
                    pieces.Cell(of, url=figure_address(year, whole), evidence=True),
                    pieces.Cell(at_window, url=figure_address(year, part), evidence=True),
                    f"{at_window * 100 // of} %",
                ]
            )
    columns = [
        _("What is brought together"),
        pieces.Column(_("In all"), number=True),
        pieces.Column(_("At the window"), number=True),
        pieces.Column(_("Share"), number=True),
    ]
    return {"year": str(year), "columns": columns, "rows": rows}


def _services(agency: Agency) -> dict[str, object]:
    rows = []
    for one in services_offered(agency).prefetch_related("items"):
        guides = [item for item in one.items.all() if item.is_public]
        url = guides[0].get_absolute_url() if guides else ""
        rows.append([pieces.Cell(one.name, url=url), one.days, one.fee])
    return {"columns": [_("Service"), _("Time needed"), _("Fee")], "rows": rows}
