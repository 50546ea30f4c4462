"""Normative documents: the library as it stands on a day, and one document."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from sunlit.design import pieces
from sunlit.norms.models import NormativeDocument
from sunlit.norms.rules import Standing
from sunlit.norms.selectors import library, status_on
from sunlit.organization.selectors import office_day
from sunlit.portal.forms import NormsForm
from sunlit.portal.views.reading import agency_or_404, known

WORDS = {
    Standing.IN_FORCE: ("done", _("in force")),
    Standing.REPEALED: ("late", _("repealed")),
    Standing.LAPSED: ("neutral", _("lapsed")),
    Standing.NOT_YET_ISSUED: ("neutral", _("not issued yet")),
}


@require_safe
def norms(request: HttpRequest) -> HttpResponse:
    """Show what was in force on a day: today, or the day asked for."""
    form = NormsForm(request.GET or None)
    on = (form.is_valid() and form.cleaned_data["on"]) or office_day()
    rows = [
        [
            pieces.Cell(one.document_number, url=f"/norms/{one.code}/"),
            pieces.Cell(one.title, url=f"/norms/{one.code}/"),
            one.office.name,
            one.issued_on,
            _state(one, on),
        ]
        for one in library(agency_or_404(request), on=on)
    ]
    columns = [_("Document number"), _("Title"), _("Office"), _("Issued on"), _("Validity")]
    context = {"form": form, "on": on, "columns": columns, "rows": rows}
    return render(request, "portal/norms.html", context)


@require_safe
def norm(request: HttpRequest, code: str) -> HttpResponse:
    """Show one normative document: whether it is in force, and what clean-ups decided."""
    documents = NormativeDocument.objects.select_related("office")
    one = get_object_or_404(documents, agency=agency_or_404(request), code=code)
    decisions = one.decisions.filter(published_on__lte=office_day()).select_related("clean_up")
    facts = [
        (_("Document number"), one.document_number),
        (_("Issued by"), one.office.name),
        (_("Issued on"), one.issued_on),
        (_("Valid until"), one.valid_until),
        (_("Repealed on"), one.repealed_on),
        (_("Validity"), _state(one, office_day())),
    ]
    items = one.items.filter(published_on__lte=office_day(), withdrawn_on=None)
    context = {
        "norm": one,
        "facts": known(facts),
        "decisions": decisions.order_by("published_on"),
        "items": items.order_by("published_on"),
    }
    return render(request, "portal/norm.html", context)


def _state(one: NormativeDocument, on: date) -> pieces.Cell:
    state, word = WORDS[status_on(one, on)]
    return pieces.Cell(word, state=state)
