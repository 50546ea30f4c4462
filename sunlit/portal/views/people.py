"""What people come for: to complain, to apply, to see who watches the agency."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from sunlit import statutes
from sunlit.channels.models import HotlineNumber
from sunlit.complaints.selectors import statistics
from sunlit.design import pieces
from sunlit.measures.selectors import measure
from sunlit.organization.models import Agency
from sunlit.organization.selectors import office_day
from sunlit.portal.views.reading import agency_or_404, latest_year
from sunlit.powers.models import Kind, ServiceWindow
from sunlit.powers.selectors import powers_in_force, services_offered
from sunlit.supervision.models import Inspection, Meeting, Survey

COMPLAINT_FIGURES = (
    "complaints.received",
    "complaints.accepted",
    "complaints.answered_in_time",
    "complaints.satisfied",
)
SUPERVISION_FIGURES = (
    "supervision.supervisors",
    "supervision.meetings",
    "supervision.opinions",
    "supervision.opinions_answered",
    "supervision.inspections_scheduled",
    "supervision.inspections_unscheduled",
    "supervision.findings_rectified",
    "supervision.accountability",
    "supervision.survey_rounds",
)
LARGEST = 12


@require_GET
def complaints(request: HttpRequest) -> HttpResponse:
    """Say where to complain, and show in figures what became of it; no text, no person."""
    agency = agency_or_404()
    year = latest_year(agency)
    counted = statistics(agency, year)
    numbers = HotlineNumber.objects.filter(agency=agency, is_on_website=True).order_by("code")
    context = {
        "year": year,
        "figures": _figures(agency, year, COMPLAINT_FIGURES),
        "sources": [pieces.Bar(label, count) for label, count in counted.by_source],
        "categories": [pieces.Bar(label, count) for label, count in counted.by_category[:LARGEST]],
        "outcomes": [pieces.Bar(label, count) for label, count in counted.by_outcome],
        "numbers": {
            "columns": [_("For"), _("Number"), _("Hours")],
            "rows": [[one.name, _call(one.number), one.hours] for one in numbers],
        },
    }
    return render(request, "portal/complaints.html", context)


@require_GET
def apply(request: HttpRequest) -> HttpResponse:
    """Say how to apply for information and for licences."""
    agency = agency_or_404()
    today = office_day()
    licences = powers_in_force(agency, on=today).filter(kind=Kind.LICENCE)
    rows = [
        [pieces.Cell(power.name, url=power.get_absolute_url()), power.promised_days, power.fee]
        for power in licences
    ]
    columns = [
        pieces.Column(_("Licence")),
        pieces.Column(_("Promised, in working days"), number=True),
        pieces.Column(_("Fee")),
    ]
    context = {
        "today": today,
        "reply": statutes.limit("foi.reply", on=today),
        "window": ServiceWindow.objects.filter(agency=agency).order_by("opened_on").last(),
        "licences": {"columns": columns, "rows": rows},
        "services": services_offered(agency),
    }
    return render(request, "portal/apply.html", context)


@require_GET
def supervision(request: HttpRequest) -> HttpResponse:
    """Show who watches the agency, what they said, and what became of it."""
    agency = agency_or_404()
    year = latest_year(agency)
    meetings = Meeting.objects.filter(agency=agency, held_on__year=year)
    context = {
        "year": year,
        "figures": _figures(agency, year, SUPERVISION_FIGURES),
        "meetings": meetings.prefetch_related("opinions__office").order_by("held_on"),
        "inspections": _inspections(agency, year),
        "surveys": Survey.objects.filter(agency=agency, year=year).order_by("code"),
    }
    return render(request, "portal/supervision.html", context)


def _figures(agency: Agency, year: int, codes: tuple[str, ...]) -> list[tuple[int, object, str]]:
    found = [(code, measure(code, agency, year)) for code in codes]
    return [
        (one.value, one.measure.label, f"/assessment/{year}/figures/{code}/") for code, one in found
    ]


def _inspections(agency: Agency, year: int) -> dict[str, object]:
    held = Inspection.objects.filter(agency=agency, held_on__year=year).order_by("held_on")
    rows = [
        [one.code, one.held_on, one.get_kind_display(), one.scope, one.bulletin_number]
        for one in held
    ]
    columns = [_("Number"), _("Day"), _("Kind"), _("Scope"), _("Bulletin")]
    return {"columns": columns, "rows": rows}


def _call(number: str) -> pieces.Cell:
    return pieces.Cell(number, url=f"tel:{number}")
