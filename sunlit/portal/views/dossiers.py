"""Dossiers: recruitment and tenders, stage by stage."""

from decimal import Decimal

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from sunlit.design import pieces
from sunlit.dossiers.models import Dossier, Stage
from sunlit.dossiers.selectors import decision_is_public, stages_overdue
from sunlit.organization.selectors import office_day
from sunlit.portal.views.reading import agency_or_404


@require_safe
def dossiers(request: HttpRequest) -> HttpResponse:
    """Show all dossiers, newest year first, each with how far it is public."""
    found = Dossier.objects.filter(agency=agency_or_404(request)).prefetch_related("stages")
    entries = [
        (one, sum(stage.is_public for stage in one.stages.all()), len(one.stages.all()))
        for one in found.order_by("-year", "kind", "code")
    ]
    return render(request, "portal/dossiers.html", {"entries": entries})


@require_safe
def dossier(request: HttpRequest, year: int, code: str) -> HttpResponse:
    """Show one dossier as a timeline; a stage that is overdue says so."""
    agency = agency_or_404(request)
    one = get_object_or_404(
        Dossier.objects.select_related("office"), agency=agency, year=year, code=code
    )
    overdue = {stage.pk for stage in stages_overdue(agency, on=office_day())}
    stages = [
        _stage(stage, missing=stage.pk in overdue)
        for stage in one.stages.prefetch_related("items").order_by("seq")
    ]
    # Who was appointed and who won is told with the stage that decides it, not before.
    is_told = decision_is_public(one, on=office_day())
    context = {
        "dossier": one,
        "stages": stages,
        "appointments": _appointments(one) if is_told else None,
        "lots": _lots(one) if is_told else None,
        "objections": one.objections.order_by("number") if is_told else None,
    }
    return render(request, "portal/dossier.html", context)


def _stage(stage: Stage, *, missing: bool) -> pieces.Stage:
    items = [item for item in stage.items.all() if item.published_on and not item.withdrawn_on]
    url = items[0].get_absolute_url() if items else ""
    today = office_day()
    if stage.is_public:
        return pieces.Stage(stage.name, "done", on=stage.published_on, url=url, note=stage.result)
    if missing:
        return pieces.Stage(stage.name, "missing", on=stage.ends_on)
    under_way = stage.starts_on is not None and stage.starts_on <= today
    return pieces.Stage(stage.name, "now" if under_way else "to_come", on=stage.starts_on)


def _appointments(one: Dossier) -> dict[str, object]:
    rows = [
        [
            appointment.vacancy.name,
            appointment.admission_number,
            appointment.written_score,
            appointment.interview_score,
            appointment.total_score,
        ]
        for appointment in one.appointments.select_related("vacancy").order_by("vacancy__code")
    ]
    columns = [
        pieces.Column(_("Vacancy")),
        pieces.Column(_("Admission number")),
        pieces.Column(_("Written"), number=True),
        pieces.Column(_("Interview"), number=True),
        pieces.Column(_("Total"), number=True),
    ]
    return {"columns": columns, "rows": rows}


def _yuan(amount: Decimal | None) -> str:
    """Write an amount as people read it: 960,000, and its cents only if there are any."""
    if amount is None:
        return ""
    return f"{amount:,.0f}" if amount == amount.to_integral_value() else f"{amount:,.2f}"


def _lots(one: Dossier) -> dict[str, object]:
    rows = [
        [lot.code, lot.name, lot.bidders, _yuan(lot.base_price), lot.winner, _yuan(lot.price)]
        for lot in one.lots.order_by("code")
    ]
    columns = [
        pieces.Column(_("Lot")),
        pieces.Column(_("What")),
        pieces.Column(_("Bidders"), number=True),
        pieces.Column(_("Base price in yuan"), number=True),
        pieces.Column(_("Winner")),
        pieces.Column(_("Price in yuan"), number=True),
    ]
    return {"columns": columns, "rows": rows}
