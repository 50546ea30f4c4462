"""The published results of clean-ups: what stays, what is revised, what is out of force."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from sunlit.design import pieces
from sunlit.design.handing import as_text, csv_file, file_answer
from sunlit.norms.models import CleanUpDecision, Decision
from sunlit.norms.selectors import clean_ups_published, results
from sunlit.organization.selectors import office_day
from sunlit.portal import meta
from sunlit.portal.views.norms import NAME as LIBRARY
from sunlit.portal.views.reading import agency_or_404, known

NAME = _("Result of the clean-up")
LEAD = _("What is not among the documents retained or to be revised binds nobody any more.")
GROUPS = {
    Decision.RETAIN: (_("Documents that stay in force"), "done"),
    Decision.REVISE: (_("Documents to be revised"), "at_risk"),
    Decision.REPEAL: (_("Documents repealed"), "late"),
    Decision.LAPSE: (_("Documents declared lapsed"), "neutral"),
}


@require_safe
def clean_up(request: HttpRequest, year: int, code: str) -> HttpResponse:
    """Show what a clean-up decided about each document; `format=csv` hands it out as a table."""
    agency, today = agency_or_404(request), office_day()
    one = get_object_or_404(clean_ups_published(agency, on=today), year=year, code=code)
    decisions = list(results(one, on=today))
    if request.GET.get("format") == "csv":
        return file_answer(f"{one.code}.csv", "text/csv", _csv(decisions))
    facts = [
        (_("Document number"), one.document_number),
        (_("Begun on"), one.begun_on),
        (_("Decided on"), one.decided_on),
        (_("Scope"), one.get_kind_display()),
        (_("Subject"), one.subject),
        (_("Documents"), len(decisions)),
    ]
    groups = [
        (kind.value, *GROUPS[kind], _rows(of_kind))
        for kind in Decision
        if (of_kind := [decision for decision in decisions if decision.decision == kind])
    ]
    context = {
        "name": NAME,
        "lead": LEAD,
        "library": LIBRARY,
        "clean_up": one,
        "facts": known(facts),
        "groups": groups,
        "columns": [
            _("Document number"),
            _("Title"),
            _("Issued by"),
            _("Reason"),
            pieces.Column(_("Decided on"), short=True),
        ],
        "meta": meta.of_column(NAME, LEAD, [one.document_number]),
    }
    return render(request, "portal/clean_up.html", context)


def _rows(decisions: Iterable[CleanUpDecision]) -> list[list[object]]:
    return [
        [
            one.document.document_number,
            pieces.Cell(one.document.title, url=one.document.get_absolute_url()),
            one.document.office.name,
            one.reason,
            one.decided_on,
        ]
        for one in decisions
    ]


def _csv(decisions: Iterable[CleanUpDecision]) -> bytes:
    rows = [[
        _now("Document number"), _now("Title"), _now("Issued by"), _now("Decision"),
        _now("Reason"), _now("Decided on"), _now("Result published on"),
    ]]  # fmt: skip
    for one in decisions:
        document = one.document
        row = (
            document.document_number, document.title, document.office.name,
            str(one.get_decision_display()), one.reason, one.decided_on, one.published_on,
        )  # fmt: skip
        rows.append([as_text(value) for value in row])
    return csv_file(rows)
