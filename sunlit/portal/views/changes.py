"""The public history of one item's text."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from sunlit.disclosure.column import is_outside
from sunlit.disclosure.models import Item, Version
from sunlit.disclosure.selectors import SHOWN, versions_told
from sunlit.portal import meta
from sunlit.portal.changes import COLUMNS, compared, rows, why_hidden
from sunlit.portal.forms import CompareForm
from sunlit.portal.views.reading import agency_or_404


@require_safe
def changes(request: HttpRequest, index_number: str) -> HttpResponse:
    """Show every version of an item's text: since when, why, by whom, and what it said.

    `from` and `to` name the two versions that are compared; the last two without them. Of an item
    that is public no more, and of a version that may not stay public, no text is shown.
    """
    item = get_object_or_404(
        Item.objects.select_related("category", "office", "agency", "review__office").filter(
            status__in=SHOWN
        ),
        agency=agency_or_404(request),
        index_number=index_number,
    )
    told = versions_told(item)
    earlier = list(reversed(told[:-1]))
    readable = [one.version for one in told if one.is_readable and item.is_public]
    form = CompareForm([one.number for one in readable], request.GET if _asks(request) else None)
    pair = _asked_for(form, readable)
    context = {
        "item": item,
        "outside": is_outside(item.category),
        "columns": COLUMNS,
        "rows": rows(told),
        "hidden": [why_hidden(one) for one in earlier if not one.is_readable],
        "readable": [one for one in reversed(readable) if one.public_until],
        "form": form,
        "compared": compared(*pair) if pair else None,
        "meta": meta.of_column(item.title, item.category.name),
    }
    return render(request, "portal/changes.html", context)


def _asked_for(form: CompareForm, readable: Sequence[Version]) -> tuple[Version, Version] | None:
    """Return the two versions to compare: those asked for, or the last two that may be read."""
    if form.is_bound and form.is_valid():
        numbered = {str(one.number): one for one in readable}
        return numbered[form.cleaned_data["from"]], numbered[form.cleaned_data["to"]]
    if not readable[1:]:
        return None
    first, second = readable[-2:]
    form.initial = {"from": str(first.number), "to": str(second.number)}
    return first, second


def _asks(request: HttpRequest) -> bool:
    return "from" in request.GET or "to" in request.GET
