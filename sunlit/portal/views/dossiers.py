"""Dossiers: recruitment and tenders, stage by stage."""

from collections import Counter

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_safe

from sunlit import statutes
from sunlit.design import pieces
from sunlit.design.faces import money
from sunlit.dossiers.keeping import templates_in_force
from sunlit.dossiers.models import Dossier
from sunlit.dossiers.rules import StageRule
from sunlit.dossiers.selectors import (
    PUBLICATION,
    decision_is_public,
    optional_names,
    stages_overdue,
)
from sunlit.kernel.limits import Limit, Unit
from sunlit.organization.selectors import office_day
from sunlit.portal import meta
from sunlit.portal.timelines import facts_of, next_expected, timeline
from sunlit.portal.views.reading import agency_or_404, known

STATES = {
    "done": ("done", pgettext_lazy("stage", "Published")),
    "now": ("in_time", pgettext_lazy("stage", "Under way")),
    "to_come": ("neutral", pgettext_lazy("stage", "To come")),
    "missing": ("late", pgettext_lazy("stage", "Missing")),
}

NAME = _("Recruitment and tenders, stage by stage")
PROMISES = _("What is published of each stage")
LEAD = _("Each stage is published as it happens. A stage that is missing says so by itself.")


@require_safe
def dossiers(request: HttpRequest) -> HttpResponse:
    """Show all dossiers, newest year first, each with how far it is public."""
    agency = agency_or_404(request)
    found = Dossier.objects.filter(agency=agency).select_related("template")
    found = found.prefetch_related("stages")
    missing = Counter(stage.dossier_id for stage in stages_overdue(agency, on=office_day()))
    entries = [_entry(one, missing[one.pk]) for one in found.order_by("-year", "kind", "code")]
    context = {"name": NAME, "lead": LEAD, "entries": entries, "meta": meta.of_column(NAME, LEAD)}
    return render(request, "portal/dossiers.html", context)


@require_safe
def dossier(request: HttpRequest, year: int, code: str) -> HttpResponse:
    """Show one dossier as a timeline; a stage that is overdue says so."""
    agency, today = agency_or_404(request), office_day()
    one = get_object_or_404(
        Dossier.objects.select_related("office", "template"), agency=agency, year=year, code=code
    )
    overdue = [stage.pk for stage in stages_overdue(agency, on=today)]
    told = timeline(one, overdue=overdue, on=today)
    # Who was appointed and who won is told with the stage that decides it, not before.
    is_told = decision_is_public(one, on=today)
    context = {
        "name": NAME,
        "dossier": one,
        "facts": known(facts_of(one)),
        "stages": [(stage, *STATES[stage.state]) for stage in told],
        "expected": next_expected(told),
        "missing": [stage for stage in told if stage.state == "missing"],
        "vacancies": _vacancies(one),
        "appointments": _appointments(one) if is_told else None,
        "lots": _lots(one, is_told=is_told),
        "objections": one.objections.order_by("number") if is_told else None,
        "meta": meta.of_column(one.title, LEAD, [one.kind_name]),
    }
    return render(request, "portal/dossier.html", context)


@require_safe
def templates(request: HttpRequest) -> HttpResponse:
    """Show what the agency promises to disclose of each kind of dossier, stage by stage."""
    agency, today = agency_or_404(request), office_day()
    promise = statutes.limit(PUBLICATION, on=today)
    context = {
        "name": NAME,
        "columns": [
            pieces.Column(_("Stage")),
            pieces.Column(_("What it must tell")),
            pieces.Column(_("Published within"), short=True),
            pieces.Column(_("Stands at least"), short=True),
        ],
        "templates": [
            (one, [_promise(stage, promise) for stage in one.stages])
            for one in templates_in_force(agency, on=today)
        ],
        "law": promise.basis[0],
        "meta": meta.of_column(PROMISES, LEAD),
        "title": PROMISES,
    }
    return render(request, "portal/dossier_templates.html", context)


def _promise(stage: StageRule, law: Limit) -> list[object]:
    within = stage.unit.of(stage.within) if stage.within else law.unit.of(law.amount)
    least = Unit.CALENDAR_DAY.of(stage.least_days) if stage.least_days else ""
    name: object = stage.name
    if not stage.is_required:
        name = pieces.Cell(stage.name, note=_("only where it takes place"))
    cited = statutes.citation_from_key(stage.law) if stage.law else ""
    return [name, stage.must or "", within, pieces.Cell(least, note=cited) if cited else least]


def _entry(one: Dossier, missing: int) -> tuple[Dossier, int, int, pieces.Cell]:
    """Return a dossier, how many of its stages are public, of how many, and how it stands."""
    stages = list(one.stages.all())
    optional = optional_names(one)
    public = sum(stage.is_public for stage in stages)
    if missing:
        standing = pieces.Cell(_("a stage is missing"), state="late")
    elif all(stage.is_public or stage.name in optional for stage in stages):
        standing = pieces.Cell(_("all stages public"), state="done")
    else:
        standing = pieces.Cell(_("under way"), state="in_time")
    return one, public, len(stages), standing


def _vacancies(one: Dossier) -> dict[str, object]:
    rows = [
        [vacancy.code, vacancy.name, vacancy.office.name, vacancy.places, vacancy.requirement]
        for vacancy in one.vacancies.select_related("office").order_by("code")
    ]
    columns = [
        pieces.Column(_("Code")),
        pieces.Column(_("Vacancy")),
        pieces.Column(_("Office")),
        pieces.Column(_("Places"), number=True),
        pieces.Column(_("Requirement")),
    ]
    return {"columns": columns, "rows": rows}


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


def _lots(one: Dossier, *, is_told: bool) -> dict[str, object]:
    """Return the lots. Their base prices are secret, and nobody has won, until that is told."""
    rows: list[list[object]] = []
    for lot in one.lots.order_by("code"):
        told = [lot.bidders, money(lot.base_price), lot.winner, money(lot.price)]
        rows.append([lot.code, lot.name, *(told if is_told else [None] * len(told))])
    columns = [
        pieces.Column(_("Lot")),
        pieces.Column(_("What")),
        pieces.Column(_("Bidders"), number=True),
        pieces.Column(_("Base price in yuan"), number=True),
        pieces.Column(_("Winner")),
        pieces.Column(_("Price in yuan"), number=True),
    ]
    return {"columns": columns, "rows": rows}
