"""The calculator of deadlines."""

from datetime import date

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from sunlit.design.pieces import Cell
from sunlit.kernel.limits import Unit
from sunlit.organization.models import Agency
from sunlit.organization.selectors import office_day
from sunlit.organization.selectors.deadlines import Answered
from sunlit.portal import deadlines, meta
from sunlit.portal.calculator import DeadlineForm
from sunlit.portal.hours import HoursShown, hours_shown
from sunlit.portal.views.reading import agency_or_404


@require_safe
def deadline(request: HttpRequest) -> HttpResponse:
    """Compute a due date and explain every day of it; `format=json` too."""
    asked = request.GET if DeadlineForm.base_fields.keys() & request.GET.keys() else None
    agency = agency_or_404(request)
    form = DeadlineForm(agency, asked, initial={"start": office_day(), "rule": "foi.reply"})
    answered = form.answered if form.is_bound and form.is_valid() else None
    found = answered.holding if answered else None
    status = 422 if form.is_bound and found is None else 200
    if form.is_bound and request.GET.get("format") == "json":
        return _json(form, status)
    name = _("Calculator of deadlines")
    context = {
        "form": form,
        "name": name,
        "found": found,
        "answer": deadlines.shown(found) if found else None,
        "hours": _hours(answered, agency, form.cleaned_data["start"]) if answered else None,
        "own": deadlines.own_day(answered) if answered else None,
        "columns": deadlines.columns(),
        "versions": _versions(answered) if answered else [],
        "json_address": f"{request.get_full_path()}&format=json",
        "meta": meta.of_column(name, _("Statutory limits, with every day explained.")),
    }
    return render(request, "portal/deadline.html", context, status=status)


def _hours(answered: Answered, agency: Agency, start: date) -> HoursShown | None:
    """Return the office's hours where the limit runs in them, as they held when it began."""
    if answered.holding.rule.limit.unit is not Unit.WORKING_HOUR:
        return None
    return hours_shown(agency, on=start)


def _versions(answered: Answered) -> list[list[Cell]]:
    is_applied = answered.holding is answered.law
    return deadlines.compared(answered.law, is_applied=is_applied)


def _json(form: DeadlineForm, status: int) -> JsonResponse:
    """Answer as `sunlit deadline --json` does, or say which fields are at fault."""
    if form.answered:
        answer = form.answered.as_json(get_language() or "")
    else:
        faults = [(name, " ".join(map(str, found))) for name, found in form.errors.items()]
        answer = {"refused": [{"field": name, "reason": reason} for name, reason in faults]}
    return JsonResponse(answer, status=status, json_dumps_params={"ensure_ascii": False})
