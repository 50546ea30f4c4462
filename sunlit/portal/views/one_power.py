"""One power: how to apply, its articles, duties and risks, its cases, and what was done to it."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_safe

from sunlit.approvals.policies.applications import why_not_apply
from sunlit.approvals.selectors.penalties import benchmarks
from sunlit.approvals.statistics import PowerStatistics, statistics_of_power
from sunlit.design import pieces
from sunlit.disclosure.lifecycle import Status
from sunlit.organization.models import Agency
from sunlit.organization.selectors import office_day
from sunlit.portal import entries, meta, power_figures
from sunlit.portal.blank_forms import materials_shown
from sunlit.portal.views.discretion import fine_of
from sunlit.portal.views.powers import NAME, promise_of, told
from sunlit.portal.views.reading import agency_or_404, known
from sunlit.powers import selectors
from sunlit.powers.models import (
    AccountabilitySituation,
    Kind,
    Power,
    ResponsibilityStage,
    RiskPoint,
)


@require_safe
def power(request: HttpRequest, code: str) -> HttpResponse:
    """Show one power: its guide, articles, duties, procedure, cases, and its history."""
    today = office_day()
    one = _power_or_404(agency_or_404(request), code)
    chart = one.flow_chart if one.flow_chart and one.flow_chart.published_on else None
    found = statistics_of_power(one)
    bases = list(selectors.bases_on(one, today))
    stages, risks = list(selectors.stages_of(one)), list(selectors.risks_of(one))
    situations = list(selectors.situations_of(one))
    context = {
        "power": one,
        "can_apply": one.kind == Kind.LICENCE and why_not_apply(one, on=today) is None,
        "chart": chart,
        **(told(chart.procedure) if chart else {"flow": None, "steps": [], "conditions": []}),
        "facts": known(_facts(one)),
        "guide": known(entries.guide(one, fee=one.fee if one.place else "")),
        "conditions_of": [line for line in one.conditions.splitlines() if line.strip()],
        "materials": entries.materials(materials_shown(one)),
        "bases": entries.bases(bases),
        "former_bases": entries.bases(selectors.former_bases(one, today), ended=True),
        "articles": entries.articles(bases),
        "limit_basis": entries.limit_basis(one, today),
        "duties_are_examples": _are_examples(stages, situations, risks),
        "duties": entries.duties(stages),
        "situations": situations,
        "risks": entries.risks(risks),
        "history": entries.history(selectors.history_of(one).select_related("power")),
        **_used(one, found),
        "grades": _grades(one) if one.kind == Kind.PENALTY else None,
        "items": one.items.filter(status=Status.PUBLISHED).order_by("-published_on", "code"),
        "meta": meta.of_column(one.name, one.legal_basis, [one.get_kind_display()]),
    }
    return render(request, "portal/power.html", context)


@require_safe
def cases(request: HttpRequest, code: str) -> HttpResponse:
    """List the cases of a power that its figures count, without those whom they concern."""
    one = _power_or_404(agency_or_404(request), code)
    found = statistics_of_power(one)
    context = {
        "name": NAME,
        "power": one,
        "found": found,
        "columns": power_figures.COLUMNS,
        "rows": power_figures.rows(found),
        "meta": meta.of_column(one.name, one.legal_basis),
    }
    return render(request, "portal/power_cases.html", context)


def _power_or_404(agency: Agency, code: str) -> Power:
    public = Power.objects.select_related(
        "agency", "office", "flow_chart__procedure", "successor"
    ).filter(is_public=True)
    return get_object_or_404(public, agency=agency, code=code)


def _facts(power: Power) -> list[tuple[object, object]]:
    limit = power.statutory_days and _("%(days)s working days") % {"days": power.statutory_days}
    chart = power.flow_chart
    return [
        (_("Code"), power.code),
        (_("Kind"), power.get_kind_display()),
        (_("Sub-list"), power.sub_list),
        (pgettext_lazy("power", "Source"), power.get_source_display()),
        (pgettext_lazy("power", "Level"), power.get_level_display()),
        (_("Content or range of penalty"), power.content),
        (_("Implemented by"), power.implemented_by),
        (_("Handled by"), _handled_by(power)),
        (_("Units that take part"), power.joint_units),
        (_("Statutory limit"), limit or ""),
        (_("Promised limit"), promise_of(power)),
        (_("Fee"), power.fee),
        (_("At the service window"), power.in_service_window),
        (_("Steps"), chart.steps if chart else ""),
        (_("Supervision phone"), power.supervision_phone),
        (_("Published on"), power.published_on),
    ]


def _used(power: Power, found: PowerStatistics) -> dict[str, object]:
    """Tell how often a power was used, how long it took, and what was kept."""
    if not found.counted:
        return {"used": None}
    return {
        "used": found,
        "used_figures": power_figures.figures(power, found),
        "used_chart": power_figures.chart(power, found),
    }


def _are_examples(
    *parts: Sequence[ResponsibilityStage | AccountabilitySituation | RiskPoint],
) -> bool:
    """Say whether a duty, a situation or a risk point is in example words."""
    return any(one.is_example for part in parts for one in part)


def _grades(power: Power) -> dict[str, object] | None:
    """Return the standard of discretion of a power in force today; None where it has none."""
    found = benchmarks(power.agency, on=office_day()).filter(power=power)
    rows = [
        [one.grade, one.circumstances, fine_of(one), one.basis, one.in_force_from] for one in found
    ]
    columns = [
        pieces.Column(_("Grade"), short=True),
        _("Circumstances"),
        pieces.Column(_("Fine in yuan"), number=True),
        _("Document that sets it"),
        pieces.Column(_("In force from"), short=True),
    ]
    return {"columns": columns, "rows": rows} if rows else None


def _handled_by(power: Power) -> object:
    if power.office is None:
        return power.office_name
    return pieces.Cell(power.office_name, url=power.office.get_absolute_url())
