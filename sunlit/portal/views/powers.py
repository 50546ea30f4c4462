"""The list of powers, and one power with its procedure."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from sunlit.design import pieces
from sunlit.organization.selectors import office_day
from sunlit.portal.conditions import conditions
from sunlit.portal.forms import PowersForm
from sunlit.portal.views.reading import ROWS_A_PAGE, agency_or_404, known
from sunlit.powers.models import Kind, Power
from sunlit.powers.selectors import powers_in_force


@require_safe
def powers(request: HttpRequest) -> HttpResponse:
    """Show the powers in force, by kind, narrowed as asked."""
    found = powers_in_force(agency_or_404(request), on=office_day())
    counts = {kind: found.filter(kind=kind).count() for kind in Kind}
    form = PowersForm(request.GET or None)
    if form.is_valid():
        found = form.narrow(found)
    page = Paginator(found, ROWS_A_PAGE).get_page(request.GET.get("page"))
    kinds = [(kind.value, kind.label, count) for kind, count in counts.items() if count]
    columns = [pieces.Column(_("Code")), _("Power"), _("Kind"), _("Handled by"), _("Promised")]
    rows = [
        [
            pieces.Cell(power.code, url=power.get_absolute_url()),
            pieces.Cell(power.name, url=power.get_absolute_url()),
            power.get_kind_display(),
            power.office_name,
            _promise(power),
        ]
        for power in page
    ]
    context = {"form": form, "page": page, "kinds": kinds, "columns": columns, "rows": rows}
    return render(request, "portal/powers.html", context)


@require_safe
def power(request: HttpRequest, code: str) -> HttpResponse:
    """Show one power: its basis, limits, procedure, and who answers for it."""
    one = get_object_or_404(
        Power.objects.select_related("office", "flow_chart__procedure").filter(is_public=True),
        agency=agency_or_404(request),
        code=code,
    )
    steps = []
    if one.flow_chart and one.flow_chart.published_on:
        steps = [
            pieces.Step(
                title=step.task,
                text=step.document,
                by=step.post,
                limit=step.limit,
                anchor=f"step-{step.position}",
            )
            for step in one.flow_chart.procedure.steps.order_by("position")
        ]
    gateways = one.flow_chart.procedure.gateways if steps and one.flow_chart else ""
    context = {
        "power": one,
        "steps": steps,
        "conditions": conditions(gateways),
        "facts": known(_facts(one)),
    }
    return render(request, "portal/power.html", context)


def _promise(power: Power) -> object:
    if power.promised_days.isdigit():
        return _("%(days)s working days") % {"days": power.promised_days}
    return power.promised_days


def _facts(power: Power) -> list[tuple[object, object]]:
    limit = power.statutory_days and _("%(days)s working days") % {"days": power.statutory_days}
    return [
        (_("Code"), power.code),
        (_("Kind"), power.get_kind_display()),
        (_("Sub-list"), power.sub_list),
        (_("Content or range of penalty"), power.content),
        (_("Implemented by"), power.implemented_by),
        (_("Handled by"), power.office_name),
        (_("Statutory limit"), limit or ""),
        (_("Promised limit"), _promise(power)),
        (_("Fee"), power.fee),
        (_("At the service window"), power.in_service_window),
        (_("Supervision phone"), power.supervision_phone),
        (_("Published on"), power.published_on),
    ]
