"""The assessment of a year, and the records behind each of its figures."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from sunlit import statutes
from sunlit.assessment.drawings import telling_charts
from sunlit.assessment.rules import Report
from sunlit.assessment.selectors import written_report
from sunlit.design import pieces
from sunlit.kernel.refusals import Missing, Refused
from sunlit.measures.charting import MeasuredGroup, measured_group
from sunlit.measures.registry import Face, all_measures
from sunlit.measures.selectors import Measurement, measure
from sunlit.organization.selectors import office_day
from sunlit.portal.views.reading import agency_or_404, latest_year, year_or_404, years_of

RECORDS_A_PAGE = 200
ROOMS = {
    "organization": _("Who is responsible"),
    "planning": _("Plans"),
    "disclosure": _("What is published"),
    "powers": _("Powers and procedures"),
    "norms": _("Normative documents"),
    "dossiers": _("Recruitment and tenders"),
    "foi": _("Requests for information"),
    "approvals": _("Licences and penalties"),
    "complaints": _("Complaints and reports"),
    "remedies": _("Reconsideration and lawsuits"),
    "channels": _("Media, boards, street signs"),
    "supervision": _("Supervision"),
    "assessment": _("Scores and ledgers"),
}


@require_safe
def newest(request: HttpRequest) -> HttpResponse:
    """Lead to the newest year's assessment."""
    return redirect("portal:assessment", latest_year(agency_or_404(request)))


@require_safe
def assessment(request: HttpRequest, year: int) -> HttpResponse:
    """Show the self-assessment of a year; each figure opens its records."""
    agency = agency_or_404(request)
    year_or_404(agency, year)
    language = "zh-hans" if (get_language() or "").startswith("zh") else "en"
    report, counts = written_report(agency, year, language)
    charts = telling_charts(report, counts, agency, year)
    context = {
        "report": report,
        "sections": [(section, charts.get(section.id, ())) for section in report.sections],
        "figures": sum(1 for count in counts.values() if count),
        "groups": _grouped(counts),
        "unproven": _unproven(report),
        "today": office_day(),
        "years": years_of(agency),
        "year": year,
    }
    return render(request, "portal/assessment.html", context)


@require_safe
def figure(request: HttpRequest, year: int, code: str) -> HttpResponse:
    """Show the records that one figure counts."""
    agency = agency_or_404(request)
    year_or_404(agency, year)
    if code not in all_measures():
        raise Http404
    known = all_measures()[code]
    part = {
        name: value
        for name in known.parts
        if (value := request.GET.get(name)) and "\0" not in value
    }
    found = measure(code, agency, year, part)
    group = _group(request, found)
    page = Paginator((group or found).faces, RECORDS_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "measurement": found,
        "group": group,
        "measure": found.measure,
        "basis": _basis(found),
        "part": [
            (known.parts[name].label, known.parts[name].said(value)) for name, value in part.items()
        ],
        "columns": _columns(found),
        "rows": [_row(found, face) for face in page],
        "page": page,
        "year": year,
    }
    return render(request, "portal/figure.html", context)


def _group(request: HttpRequest, found: Measurement) -> MeasuredGroup | None:
    """Return the group of a picture that is asked for; an unknown one is not found."""
    if "picture" not in request.GET:
        return None
    try:
        return measured_group(
            found,
            picture=request.GET["picture"],
            key=request.GET.get("group", ""),
            layer=request.GET.get("layer", ""),
        )
    except Missing as refusal:
        raise Http404 from refusal


def _grouped(counts: dict[str, int]) -> list[tuple[object, list[tuple[str, object, int]]]]:
    """Return the figures that count something, by what they are about."""
    groups: dict[str, list[tuple[str, object, int]]] = {room: [] for room in ROOMS}
    for code, found in all_measures().items():
        if counts[code]:
            groups.setdefault(found.room, []).append((code, found.label, counts[code]))
    return [(ROOMS.get(room, room), figures) for room, figures in groups.items() if figures]


def _unproven(report: Report) -> list[list[object]]:
    """Return, for each claim that is not made, what had no record."""
    known = all_measures()
    return [[known[code].label for code in one.lacking if code in known] for one in report.unproven]


def _basis(found: Measurement) -> object:
    try:
        return statutes.provision(found.measure.basis, on=office_day())
    except Refused:
        return None


def _columns(found: Measurement) -> list[object]:
    columns: list[object] = [_("Number")]
    if any(face.title for face in found.faces):
        columns.append(_("Title"))
    if any(face.day for face in found.faces):
        columns.append(_("Day"))
    facts = found.faces[0].facts if found.faces else ()
    return [*columns, *(label for label, _value in facts)]


def _row(found: Measurement, face: Face) -> list[object]:
    row: list[object] = [pieces.Cell(face.number, url=face.url)]
    if any(one.title for one in found.faces):
        row.append(face.title)
    if any(one.day for one in found.faces):
        row.append(face.day)
    return [*row, *(value for _label, value in face.facts)]
