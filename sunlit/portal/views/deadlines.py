"""The calculator of deadlines."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from sunlit import statutes
from sunlit.kernel.refusals import Refused
from sunlit.organization.selectors import office_day
from sunlit.portal.calculator import DeadlineForm


@require_safe
def deadline(request: HttpRequest) -> HttpResponse:
    """Compute a due date and explain every day of it."""
    asked = request.GET if DeadlineForm.base_fields.keys() & request.GET.keys() else None
    form = DeadlineForm(asked, initial={"start": office_day(), "rule": "foi.reply"})
    found, refusal, status = None, None, 200
    if form.is_bound:
        status = 422
        if form.is_valid():
            try:
                found = statutes.deadline(
                    form.cleaned_data["rule"],
                    form.cleaned_data["start"],
                    pauses=form.pauses(),
                    extend=form.cleaned_data["extend"] or 0,
                )
                status = 200
            except Refused as refused:
                refusal, status = refused, refused.status
    if found and request.GET.get("format") == "json":
        return JsonResponse(statutes.as_json(found, get_language() or ""))
    context = {"form": form, "found": found, "refused": refusal}
    return render(request, "portal/deadline.html", context, status=status)
