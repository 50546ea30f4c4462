"""What people come for: to complain, to apply, to see who watches the agency."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_safe

from sunlit import statutes
from sunlit.channels.models import HotlineNumber
from sunlit.complaints.selectors import statistics
from sunlit.design import pieces
from sunlit.measures.registry import all_measures
from sunlit.measures.selectors import count
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


@require_safe
def complaints(request: HttpRequest) -> HttpResponse:
    """Say where to complain, and show in figures what became of it; no text, no person."""
    agency = agency_or_404(request)
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
            "columns": [_("For"), pgettext_lazy("telephone", "Number"), _("Hours")],
            "rows": [[one.name, _call(one.number), one.hours] for one in numbers],
        },
    }
    return render(request, "portal/complaints.html", context)


@require_safe
def apply(request: HttpRequest) -> HttpResponse:
    """Say how to apply for information and for licences."""
    agency = agency_or_404(request)
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


@require_safe
def supervision(request: HttpRequest) -> HttpResponse:
    """Show who watches the agency, what they said, and what became of it."""
    agency = agency_or_404(request)
    year = latest_year(agency)
    meetings = Meeting.objects.filter(agency=agency, held_on__year=year).prefetch_related(
        "opinions__office"
    )
    context = {
        "year": year,
        "figures": _figures(agency, year, SUPERVISION_FIGURES),
        "meetings": [_meeting(one) for one in meetings.order_by("held_on")],
        "opinion_columns": [
            _("Opinion"),
            _("Raised by one from"),
            _("What became of it"),
            _("Answered by"),
            _("Answered on"),
        ],
        "inspections": _inspections(agency, year),
        "surveys": Survey.objects.filter(agency=agency, year=year).order_by("code"),
    }
    return render(request, "portal/supervision.html", context)


def _figures(agency: Agency, year: int, codes: tuple[str, ...]) -> list[tuple[int, object, str]]:
    return [
        (count(code, agency, year), all_measures()[code].label, _address(year, code))
        for code in codes
    ]


def _address(year: int, code: str) -> str:
    return reverse("portal:figure", args=[year, code])


def _meeting(meeting: Meeting) -> tuple[Meeting, list[list[object]]]:
    rows: list[list[object]] = [
        [one.text, one.sector, one.response, one.office and one.office.name, one.replied_on]
        for one in meeting.opinions.all()
    ]
    return meeting, rows


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
