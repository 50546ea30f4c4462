"""Decisions on licences and penalties: lists, one page for each, and the files of both."""

from collections.abc import Sequence
from typing import Any

from django.core.paginator import Paginator
from django.http import (
    FileResponse,
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    StreamingHttpResponse,
)
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_safe

from sunlit.approvals.flowing import licence_shown, penalty_shown
from sunlit.approvals.models import PublicityRecord
from sunlit.approvals.publicity import files
from sunlit.approvals.publicity.files import Header
from sunlit.approvals.publicity.rows import Cell, row
from sunlit.approvals.publicity.sheets import NEWEST, Decisions, sheet
from sunlit.approvals.selectors import publicity as selectors
from sunlit.approvals.selectors.publicity import Asked, Shown
from sunlit.design import pieces
from sunlit.design.pieces import FlowShown
from sunlit.kernel.refusals import Unacceptable
from sunlit.organization.models import Agency
from sunlit.organization.selectors import office_day
from sunlit.portal import meta
from sunlit.portal.decision_pages import decision_url
from sunlit.portal.forms import DecisionsForm
from sunlit.portal.views.powers import NAME, PARTS
from sunlit.portal.views.reading import ROWS_A_PAGE, agency_or_404, ways_around
from sunlit.portal.views.timeliness import latest

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TITLE = _("Decisions")
LEAD = _(
    "What was granted, refused and punished, case by case, in the columns of dual publicity. "
    "People are shown by the surname only; the numbers of their papers are shown to nobody."
)
WITHDRAWN = _("Decisions withdrawn")
WITHDRAWN_LEAD = _(
    "Decisions that were public and no longer stand. They left the lists at once; what is kept "
    "here is that they were withdrawn, when and why, never whom they concerned."
)
KINDS = {Decisions.LICENCES: _("Licences"), Decisions.PENALTIES: _("Penalties")}
Files = Sequence[tuple[str, str]]


@require_safe
def decisions(request: HttpRequest, kind: Decisions = Decisions.LICENCES) -> HttpResponse:
    """List the public decisions of a kind, narrowed as asked."""
    agency, today = agency_or_404(request), office_day()
    years = selectors.years_of_decisions(agency, kind, on=today)
    form = DecisionsForm(years, request.GET or None)
    asked = form.asked() if form.is_valid() else Asked()
    found = selectors.public_decisions(agency, kind, on=today, asked=asked)
    page = Paginator(found, ROWS_A_PAGE).get_page(request.GET.get("page"))
    curtain = selectors.curtain_of(agency, on=today)
    context = {
        **_around(TITLE, LEAD),
        "kind": kind,
        "kinds": _kinds(agency, kind),
        "form": form,
        "page": page,
        "latest": latest(agency, kind),
        "columns": _columns(kind),
        "rows": [_row(one) for one in selectors.shown(page, curtain)],
        "files": _files(kind, form.asked_in_words() if form.is_valid() else ""),
    }
    return render(request, "portal/decisions.html", context)


@require_safe
def decision(request: HttpRequest, kind: Decisions, year: int, number: str) -> HttpResponse:
    """Show one decision in the official columns, with the chart by which it was handled."""
    agency, today = agency_or_404(request), office_day()
    found = selectors.public_decisions(agency, kind, on=today)
    record = selectors.of_case(found, kind, year, number)
    if record is None:
        return _gone(request, agency, kind, year, number)
    [one] = selectors.shown([record], selectors.curtain_of(agency, on=today))
    written = row(one.decision, sheet(kind), for_public=True)
    flow = _flow(record)
    context = {
        **_around(one.decision.facts["document_number"] or number, LEAD),
        "kind": kind,
        "kind_label": KINDS[kind],
        "kind_url": _list_url(kind),
        "record": record,
        "matter": one.decision.facts["matter"],
        "power": record.case.power,
        "facts": _facts(written.cells),
        "flow": flow,
        "steps": flow.steps if flow else [],
    }
    return render(request, "portal/decision.html", context)


@require_safe
def withdrawn(request: HttpRequest) -> HttpResponse:
    """List the decisions that were public and were withdrawn, with the reason."""
    agency = agency_or_404(request)
    curtain = selectors.curtain_of(agency, on=office_day())
    rows = [
        _withdrawn_row(one)
        for kind in Decisions
        for one in selectors.shown(selectors.withdrawn_decisions(agency, kind), curtain)
    ]
    context = {
        **_around(WITHDRAWN, WITHDRAWN_LEAD),
        "kinds": _kinds(agency, None),
        "columns": [
            _("Number of the decision"),
            pieces.Column(_("Kind"), short=True),
            pieces.Column(_("Decided on"), short=True),
            pieces.Column(_("Withdrawn on"), short=True),
            _("State and reason"),
        ],
        "rows": rows,
        "files": [
            (KINDS[kind], reverse("portal:export-withdrawn", args=[kind.value, "csv"]))
            for kind in Decisions
        ],
    }
    return render(request, "portal/withdrawn.html", context)


@require_safe
def export(
    request: HttpRequest, kind: Decisions, form: str, *, withdrawn: bool = False
) -> HttpResponseBase:
    """Hand out the public decisions of a kind as a file in the official columns."""
    agency, today = agency_or_404(request), office_day()
    typed = DecisionsForm([], request.GET, any_year=True)
    if not typed.is_valid():
        name, faults = next(iter(typed.errors.items()))
        said = "; ".join(str(one) for one in faults)
        raise Unacceptable(
            _("The file cannot be made: “%(name)s”: %(fault)s") % {"name": name, "fault": said},
            remedy=_("Days are written as 2012-06-14, the header is “codes” or “names”."),
        )
    version = typed.cleaned_data["sheet"] or NEWEST
    header = Header(typed.cleaned_data["header"] or Header.CODES)
    if withdrawn:
        found = selectors.withdrawn_decisions(agency, kind)
    else:
        found = selectors.public_decisions(agency, kind, on=today, asked=typed.asked())
    curtain = selectors.curtain_of(agency, on=today)
    rows = selectors.public_rows(selectors.in_the_sheet(found), curtain, version=version)
    columns = sheet(kind, version)
    name = f"{kind}{'-withdrawn' if withdrawn else ''}.{form}"
    if form == "xlsx":
        book = files.workbook(columns, rows, header, title=name)
        return FileResponse(book, as_attachment=True, filename=name, content_type=WORKBOOK)
    if form == "json":
        lines = files.json_lines(
            columns, rows, kind=kind, version=version, agency=agency.name, on=today
        )
        content_type = "application/json"
    else:
        lines, content_type = files.csv_lines(columns, rows, header), "text/csv; charset=utf-8"
    answer = StreamingHttpResponse((line.encode() for line in lines), content_type=content_type)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


def _gone(
    request: HttpRequest, agency: Agency, kind: Decisions, year: int, number: str
) -> HttpResponse:
    """Say of a decision that was withdrawn that it was, and why; of another nothing."""
    taken_back = selectors.withdrawn_decisions(agency, kind)
    record = selectors.of_case(taken_back, kind, year, number)
    if record is None:
        raise Http404
    [one] = selectors.shown([record], selectors.curtain_of(agency, on=office_day()))
    context = {
        **_around(one.decision.facts["document_number"] or number, WITHDRAWN_LEAD),
        "remark": one.decision.facts["remark"],
        "record": record,
    }
    return render(request, "portal/decision_withdrawn.html", context, status=410)


def _around(title: object, lead: object) -> dict[str, Any]:
    return {
        "parts": ways_around(PARTS, "/powers/decisions/"),
        "name": NAME,
        "title": title,
        "lead": lead,
        "meta": meta.of_column(title, lead),
    }


def _list_url(kind: Decisions) -> str:
    name = "decisions" if kind is Decisions.LICENCES else "penalty-decisions"
    return reverse(f"portal:{name}")


def _kinds(agency: Agency, current: Decisions | None) -> list[tuple[object, str, int, bool]]:
    today = office_day()
    found = [
        (
            KINDS[kind],
            _list_url(kind),
            selectors.public_decisions(agency, kind, on=today).count(),
            kind is current,
        )
        for kind in Decisions
    ]
    gone = sum(selectors.withdrawn_decisions(agency, kind).count() for kind in Decisions)
    taken_back = reverse("portal:withdrawn-decisions")
    return [*found, (pgettext_lazy("decisions", "Withdrawn"), taken_back, gone, current is None)]


def _columns(kind: Decisions) -> list[Any]:
    outcome = (
        pieces.Column(_("Result"), short=True)
        if kind is Decisions.LICENCES
        else pieces.Column(_("Fine in yuan"), number=True)
    )
    return [
        pieces.Column(_("Number of the decision"), short=True),
        _("Matter"),
        _("Counterpart"),
        outcome,
        pieces.Column(_("Decided on"), short=True),
        pieces.Column(_("Public since"), short=True),
    ]


def _row(one: Shown) -> list[Any]:
    record, facts = one.record, one.decision.facts
    outcome: object
    if record.licence is not None:
        outcome = record.licence.get_result_display()
    else:
        outcome = record.penalty.fine if record.penalty and record.penalty.fine else ""
    number = str(facts["document_number"] or record.number)
    return [
        pieces.Cell(number, url=decision_url(record)),
        facts["matter"],
        facts["name"],
        outcome,
        record.decided_on,
        record.published_on,
    ]


def _withdrawn_row(one: Shown) -> list[Any]:
    record, facts = one.record, one.decision.facts
    return [
        str(facts["document_number"] or record.number),
        KINDS[one.decision.kind],
        record.decided_on,
        record.withdrawn_on,
        facts["remark"],
    ]


def _facts(cells: Sequence[Cell]) -> list[tuple[object, object]]:
    return [(cell.column.title, cell.text) for cell in cells if cell.text]


def _flow(record: PublicityRecord) -> FlowShown | None:
    if record.licence is not None:
        return licence_shown(record.licence)
    return penalty_shown(record.penalty) if record.penalty else None


def _files(kind: Decisions, asked: str) -> Files:
    query = f"?{asked}" if asked else ""
    names = f"?header=names{'&' + asked if asked else ''}"
    address = {
        form: reverse("portal:export", args=[kind.value, form]) for form in ("csv", "xlsx", "json")
    }
    return [
        (_now("CSV, official codes"), address["csv"] + query),
        (_now("CSV, Chinese headings"), address["csv"] + names),
        (_now("Workbook (XLSX)"), address["xlsx"] + names),
        ("JSON", address["json"] + query),
    ]
