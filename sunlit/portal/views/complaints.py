"""How to complain, what happens then, the figures, and where the numbers stand."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_safe

from sunlit import statutes
from sunlit.channels.selectors import numbers_in_use, signs_standing
from sunlit.design import pieces
from sunlit.kernel.clock import Limit
from sunlit.kernel.refusals import NotYetLaw
from sunlit.organization.selectors import office_day
from sunlit.portal import meta
from sunlit.portal.forms import SignsForm
from sunlit.portal.views.figures import open_figures
from sunlit.portal.views.reading import ROWS_A_PAGE, agency_or_404, latest_year, ways_around

NAME = _("Complaints and reports")
LEAD = _("Tell us what is wrong, and see what becomes of it.")
PARTS = (
    (_("How to complain"), "/complaints/"),
    (_("All numbers"), "/complaints/numbers/"),
    (_("Signs in the streets"), "/complaints/signs/"),
    (_("In figures"), "/complaints/figures/"),
    (_("Where it was shown"), "/channels/"),
)
FIGURES = (
    "complaints.received",
    "complaints.accepted",
    "complaints.transferred",
    "complaints.refused",
    "complaints.answered_in_time",
    "complaints.satisfied",
)


@require_safe
def complaints(request: HttpRequest) -> HttpResponse:
    """Say how to complain: every way, and step by step what happens then."""
    agency = agency_or_404(request)
    year = latest_year(agency)
    context = {
        "parts": ways_around(PARTS, "/complaints/"),
        "name": NAME,
        "lead": LEAD,
        "steps": _steps(),
        "year": year,
        "figures": open_figures(agency, year, FIGURES[:4]),
        "meta": meta.of_column(NAME, LEAD),
    }
    return render(request, "portal/complaints.html", context)


@require_safe
def figures(request: HttpRequest) -> HttpResponse:
    """Show the year's complaints in figures and pictures; no text, no person."""
    agency = agency_or_404(request)
    year = latest_year(agency)
    context = {
        "parts": ways_around(PARTS, "/complaints/figures/"),
        "name": NAME,
        "year": year,
        "figures": open_figures(agency, year, FIGURES),
        "meta": meta.of_column(_("Complaints in figures"), LEAD),
    }
    return render(request, "portal/complaint_figures.html", context)


@require_safe
def numbers(request: HttpRequest) -> HttpResponse:
    """List the numbers that the public may call: who answers, and when."""
    agency = agency_or_404(request)
    shown = numbers_in_use(agency, on=office_day()).filter(is_on_website=True)
    rows = [
        [pieces.Cell(one.number, url=f"tel:{one.number}"), one.name, one.owner, one.hours]
        for one in shown
    ]
    context = {
        "parts": ways_around(PARTS, "/complaints/numbers/"),
        "name": NAME,
        "columns": [
            pgettext_lazy("telephone", "Number"),
            _("For"),
            _("Answered by"),
            pgettext_lazy("telephone", "Hours"),
        ],
        "rows": rows,
        "meta": meta.of_column(_("All numbers"), LEAD),
    }
    return render(request, "portal/numbers.html", context)


@require_safe
def signs(request: HttpRequest) -> HttpResponse:
    """Show where the signs with the numbers stand, by subdistrict or words."""
    agency, today = agency_or_404(request), office_day()
    found = signs_standing(agency, on=today)
    form = SignsForm(found, request.GET or None)
    if form.is_valid():
        found = form.narrow(found)
    page = Paginator(found, ROWS_A_PAGE).get_page(request.GET.get("page"))
    rows = [
        [
            one.alley,
            one.subdistrict.name,
            one.zone.name,
            _call(one.complaint_phone),
            one.office.name if one.office else "",
            _call(one.office_phone),
            one.checked_on,
        ]
        for one in page
    ]
    context = {
        "parts": ways_around(PARTS, "/complaints/signs/"),
        "name": NAME,
        "form": form,
        "page": page,
        "columns": [
            _("Where"),
            _("Subdistrict"),
            _("Area"),
            _("Complaint phone"),
            _("Responsible office"),
            _("Its phone"),
            _("Last inspected on"),
        ],
        "rows": rows,
        "meta": meta.of_column(_("Signs in the streets"), LEAD),
    }
    return render(request, "portal/signs.html", context)


def _steps() -> list[pieces.Step]:
    """Return what happens with a complaint, each step with its limit where there is one."""
    usual, difficult = _limit("complaint.handle"), _limit("complaint.handle_difficult")
    handled, basis = "", None
    if usual and difficult:
        handled = _("%(usual)s working days, %(difficult)s if it is difficult") % {
            "usual": usual.amount,
            "difficult": difficult.amount,
        }
        basis = usual.basis[0]
    return [
        pieces.Step(_("It gets a number"), _("You are told the number and a query code.")),
        pieces.Step(
            _("It is accepted, or you are told who is responsible"),
            _("What belongs to another agency is sent there; what is not accepted gets a reason."),
        ),
        pieces.Step(_("An office gets it"), _("The one that is responsible for the place.")),
        pieces.Step(_("It is dealt with"), limit=handled, basis=basis),
        pieces.Step(_("You get the answer"), _("By the way that you asked for.")),
        pieces.Step(
            _("You are asked whether you are satisfied"),
            _("If not, it goes back to be handled again."),
        ),
    ]


def _limit(rule: str) -> Limit | None:
    try:
        return statutes.limit(rule, on=office_day())
    except NotYetLaw:
        return None


def _call(number: str) -> object:
    return pieces.Cell(number, url=f"tel:{number}") if number else ""
