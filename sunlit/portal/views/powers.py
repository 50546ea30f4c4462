"""The list of powers, and the procedures by which powers are used."""

from collections import Counter
from collections.abc import Sequence

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from sunlit.design import pieces
from sunlit.disclosure.selectors import published_items
from sunlit.organization.selectors import office_day
from sunlit.portal import meta
from sunlit.portal.conditions import conditions
from sunlit.portal.flow_charts import shown_chart, versions_of
from sunlit.portal.forms import PowersForm
from sunlit.portal.numbered import by_number
from sunlit.portal.power_sheets import SHEETS
from sunlit.portal.views.reading import ROWS_A_PAGE, agency_or_404, ways_around
from sunlit.powers.models import Kind, Power, Procedure
from sunlit.powers.selectors import powers_on_list, procedure_names, procedures_with_powers

NAME = _("Powers and responsibilities")
LEAD = _(
    "What the agency may do, by which law, how fast, and who answers for it. "
    "What is not on this list, it may not do."
)
PARTS = (
    (_("List of powers"), "/powers/"),
    (_("Procedures"), "/powers/procedures/"),
    (_("Licences held"), "/powers/licences/"),
    (_("Decisions"), "/powers/decisions/"),
    (_("Standard of discretion"), "/powers/discretion/"),
    (_("Service window"), "/window/"),
    (_("Services for convenience"), "/powers/services/"),
)
WHOLE = 5000
"""How many powers the page for print holds at most."""


@require_safe
def powers(request: HttpRequest) -> HttpResponse:
    """Show the powers on the list, by kind, narrowed as asked; `all` shows them on one page."""
    found = powers_on_list(agency_or_404(request), on=office_day())
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
        "sub_lists": _sub_lists(listed),
        "sheets": SHEETS,
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
def procedures(request: HttpRequest) -> HttpResponse:
    """List the procedures by which the powers are used."""
    found = powers_on_list(agency_or_404(request), on=office_day())
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
    used = powers_on_list(agency, on=office_day()).filter(flow_chart__procedure=one)
    about_it = Q(flow_charts__procedure=one) | Q(chart_versions__procedure=one)
    context = {
        "parts": ways_around(PARTS, "/powers/procedures/"),
        "name": NAME,
        "procedure": one,
        **told(one),
        "versions": versions_of(one, office_day()),
        "powers": used.count(),
        "items": published_items(agency).filter(about_it).distinct(),
        "meta": meta.of_column(one.name, one.intro),
    }
    return render(request, "portal/procedure.html", context)


def told(procedure: Procedure) -> dict[str, object]:
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


def _sub_lists(listed: Sequence[tuple[object, ...]]) -> list[tuple[str, int]]:
    """Return the sub-lists with how many powers each has, in the order of their numbers."""
    counts = Counter(str(name) for _kind, name, *_rest in listed if name)
    return sorted(counts.items(), key=lambda one: by_number(one[0]))


def _row(power: Power) -> list[object]:
    return [
        pieces.Cell(power.code, url=power.get_absolute_url()),
        pieces.Cell(
            power.name,
            url=power.get_absolute_url(),
            note=power.status.label if power.suspended_on else "",
        ),
        power.get_kind_display(),
        power.office_name,
        promise_of(power),
    ]
