"""The list of powers, one power, and the procedures by which powers are used."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_safe

from sunlit.approvals.selectors import statistics_of_power
from sunlit.design import pieces
from sunlit.design.handing import file_answer
from sunlit.disclosure.lifecycle import Status
from sunlit.disclosure.selectors import published_items
from sunlit.flows.drawing import drawn
from sunlit.flows.reading import read
from sunlit.organization.selectors import office_day
from sunlit.portal import meta
from sunlit.portal.conditions import conditions
from sunlit.portal.flow_charts import chart_of, shown_chart
from sunlit.portal.forms import PowersForm
from sunlit.portal.views.reading import ROWS_A_PAGE, agency_or_404, known, ways_around
from sunlit.powers.models import Kind, Power, Procedure
from sunlit.powers.selectors import powers_in_force, procedure_names, procedures_with_powers

NAME = _("Powers and responsibilities")
LEAD = _(
    "What the agency may do, by which law, how fast, and who answers for it. "
    "What is not on this list, it may not do."
)
PARTS = (
    (_("List of powers"), "/powers/"),
    (_("Procedures"), "/powers/procedures/"),
    (_("Standard of discretion"), "/powers/discretion/"),
    (_("Service window"), "/window/"),
)
WHOLE = 5000
"""How many powers the page for print holds at most."""


@require_safe
def powers(request: HttpRequest) -> HttpResponse:
    """Show the powers in force, by kind, narrowed as asked; `all` shows them on one page."""
    found = powers_in_force(agency_or_404(request), on=office_day())
    listed = list(found.values_list("kind", "sub_list", "office_name", "flow_chart__procedure"))
    form = PowersForm(listed, procedures_with_powers(found), request.GET or None)
    if form.is_valid():
        found = form.narrow(found)
    rows_a_page = WHOLE if "all" in request.GET else ROWS_A_PAGE
    page = Paginator(found, rows_a_page).get_page(request.GET.get("page"))
    kinds = [kind for kind, *_rest in listed]
    context = {
        "parts": ways_around(PARTS, "/powers/"),
        "name": NAME,
        "lead": LEAD,
        "form": form,
        "page": page,
        "kinds": [(kind.value, kind.label, kinds.count(kind)) for kind in Kind if kind in kinds],
        "columns": [
            _("Code"),
            _("Power"),
            pieces.Column(_("Kind"), short=True),
            pieces.Column(_("Handled by"), short=True),
            pieces.Column(_("Promised"), short=True),
        ],
        "rows": [_row(power) for power in page],
        "meta": meta.of_column(NAME, LEAD, [kind.label for kind in Kind]),
    }
    return render(request, "portal/powers.html", context)


@require_safe
def power(request: HttpRequest, code: str) -> HttpResponse:
    """Show one power: its basis, limits, procedure, how it was used, and who answers for it."""
    one = get_object_or_404(
        Power.objects.select_related("office", "flow_chart__procedure").filter(is_public=True),
        agency=agency_or_404(request),
        code=code,
    )
    chart = one.flow_chart if one.flow_chart and one.flow_chart.published_on else None
    context = {
        "power": one,
        "chart": chart,
        **(_told(chart.procedure) if chart else {"flow": None, "steps": [], "conditions": []}),
        "facts": known(_facts(one)),
        "used": known(_used(one)),
        "items": one.items.filter(status=Status.PUBLISHED).order_by("-published_on", "code"),
        "meta": meta.of_column(one.name, one.legal_basis, [one.get_kind_display()]),
    }
    return render(request, "portal/power.html", context)


@require_safe
def procedures(request: HttpRequest) -> HttpResponse:
    """List the procedures by which the powers are used."""
    found = powers_in_force(agency_or_404(request), on=office_day())
    columns = [
        pieces.Column(_("Procedure")),
        pieces.Column(_("Begins with")),
        pieces.Column(_("Powers"), number=True),
    ]
    rows = [
        [
            pieces.Cell(one.name, url=one.get_absolute_url()),
            one.intro,
            pieces.Cell(
                getattr(one, "powers", 0), url=f"/powers/?procedure={one.code}", evidence=True
            ),
        ]
        for one in procedures_with_powers(found)
    ]
    context = {
        "parts": ways_around(PARTS, "/powers/procedures/"),
        "name": NAME,
        "columns": columns,
        "rows": rows,
        "meta": meta.of_column(_("Procedures"), LEAD),
    }
    return render(request, "portal/procedures.html", context)


@require_safe
def procedure(request: HttpRequest, code: str) -> HttpResponse:
    """Show one procedure, step by step."""
    agency = agency_or_404(request)
    one = get_object_or_404(Procedure, agency=agency, code=code)
    used = powers_in_force(agency, on=office_day()).filter(flow_chart__procedure=one)
    context = {
        "parts": ways_around(PARTS, "/powers/procedures/"),
        "name": NAME,
        "procedure": one,
        **_told(one),
        "powers": used.count(),
        "items": published_items(agency).filter(flow_charts__procedure=one).distinct(),
        "meta": meta.of_column(one.name, one.intro),
    }
    return render(request, "portal/procedure.html", context)


@require_safe
def flow_chart(request: HttpRequest, code: str, form: str) -> HttpResponse:
    """Hand out the chart of a procedure as a picture, or as the file that is run."""
    one = get_object_or_404(Procedure, agency=agency_or_404(request), code=code)
    chart = chart_of(one, office_day())
    if chart is None:
        raise Http404
    if form == "svg":
        return file_answer(
            f"{code}.svg", "image/svg+xml", drawn(read(chart.content).chart).encode()
        )
    return file_answer(f"{code}.bpmn", "application/xml", chart.content)


def _told(procedure: Procedure) -> dict[str, object]:
    """Tell a procedure by its chart; one without a chart by its steps and conditions in words."""
    flow = shown_chart(procedure, office_day())
    if flow is not None:
        return {"flow": flow, "steps": flow.steps, "conditions": []}
    names = procedure_names(procedure.agency)
    written = conditions(procedure.gateways, names)
    return {"flow": None, "steps": steps_of(procedure), "conditions": written}


def steps_of(procedure: Procedure) -> list[pieces.Step]:
    """Return the steps of a procedure as a page shows them, risk points marked."""
    return [
        pieces.Step(
            title=step.task,
            text=step.document,
            by=step.post,
            limit=step.limit,
            anchor=f"step-{step.position}",
            mark=_("integrity risk point") if step.is_risk_point else "",
        )
        for step in procedure.steps.order_by("position")
    ]


def promise_of(power: Power) -> object:
    """Say in words how fast the agency has promised to be."""
    if power.promised_days.isdigit():
        return _("%(days)s working days") % {"days": power.promised_days}
    return power.promised_days


def _row(power: Power) -> list[object]:
    return [
        pieces.Cell(power.code, url=power.get_absolute_url()),
        pieces.Cell(power.name, url=power.get_absolute_url()),
        power.get_kind_display(),
        power.office_name,
        promise_of(power),
    ]


def _facts(power: Power) -> list[tuple[object, object]]:
    limit = power.statutory_days and _("%(days)s working days") % {"days": power.statutory_days}
    chart = power.flow_chart
    return [
        (_("Code"), power.code),
        (_("Kind"), power.get_kind_display()),
        (_("Sub-list"), power.sub_list),
        (_("Content or range of penalty"), power.content),
        (_("Implemented by"), power.implemented_by),
        (_("Handled by"), _handled_by(power)),
        (_("Statutory limit"), limit or ""),
        (_("Promised limit"), promise_of(power)),
        (_("Fee"), power.fee),
        (_("At the service window"), power.in_service_window),
        (_("Steps"), chart.steps if chart else ""),
        (_("Integrity risk points"), chart.risk_points if chart else ""),
        (_("Supervision phone"), power.supervision_phone),
        (_("Published on"), power.published_on),
    ]


def _used(power: Power) -> list[tuple[object, object]]:
    """Say how often a power was used, and how long it took."""
    found = statistics_of_power(power)
    median = "" if found.median_days is None else f"{found.median_days:g}"
    return [
        (pgettext_lazy("power", "Cases so far"), found.cases),
        (pgettext_lazy("power", "Decided"), found.decided),
        (pgettext_lazy("power", "Half of them within, in working days"), median),
    ]


def _handled_by(power: Power) -> object:
    if power.office is None:
        return power.office_name
    return pieces.Cell(power.office_name, url=power.office.get_absolute_url())
