"""The column of government information: its parts, its categories, the search within; the news."""

from datetime import date

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_safe

from sunlit.design import pieces
from sunlit.design.faces import said
from sunlit.disclosure import column
from sunlit.disclosure.models import Category, Item
from sunlit.disclosure.rules import Freshness, freshness, next_promised
from sunlit.disclosure.selectors import catalogue, catalogue_with_newest, published_items
from sunlit.organization.selectors import office_day
from sunlit.portal import meta
from sunlit.portal.forms import ColumnForm
from sunlit.portal.views.reading import ROWS_A_PAGE, agency_or_404, known, ways_around

NEWEST = 10
NAME = _("Government information disclosure")
LEAD = _("What the law wants to be public, in the order of the law: nothing else stands here.")
PARTS = (
    (_("Disclosure guide"), "/guide/"),
    (_("Rules of disclosure"), "/rules/"),
    (_("Statutory content"), "/disclosure/"),
    (_("Annual reports"), "/annual-reports/"),
    (_("Apply for information"), "/apply/"),
)
FRESHNESS: dict[Freshness, tuple[str, Promise]] = {
    Freshness.EMPTY: ("neutral", pgettext_lazy("category", "nothing yet")),
    Freshness.AS_IT_HAPPENS: ("done", pgettext_lazy("category", "kept up as things change")),
    Freshness.FRESH: ("in_time", pgettext_lazy("category", "fresh")),
    Freshness.DUE: ("at_risk", pgettext_lazy("category", "the next one is due")),
    Freshness.STALE: ("late", pgettext_lazy("category", "later than promised")),
}
COLUMNS = (
    _("Index number"),
    _("Title"),
    pieces.Column(_("Document number"), short=True),
    _("Published on"),
)


@require_safe
def disclosure(request: HttpRequest) -> HttpResponse:
    """Show the statutory content by the items of the law, and how fresh each category is."""
    agency = agency_or_404(request)
    if code := request.GET.get("category"):
        asked = catalogue(agency).filter(code=code[:64]).first()
        if asked:
            return redirect("portal:category", asked.code, permanent=True)
    today = office_day()
    entries: dict[str, list[dict[str, object]]] = {part.code: [] for part in column.parts()}
    for category in catalogue_with_newest(agency).filter(is_proactive=True):
        if not column.is_outside(category):
            entries[column.part_of(category).code].append(_standing(category))
    newest = published_items(agency).exclude(column.outside()).select_related("category")[:NEWEST]
    context = {
        "parts": ways_around(PARTS, "/disclosure/"),
        "lead": LEAD,
        "name": NAME,
        "form": ColumnForm(catalogue(agency)),
        "groups": [
            (part, part.basis(today), entries[part.code])
            for part in column.parts()
            if entries[part.code]
        ],
        "columns": COLUMNS,
        "newest": [_row(item) for item in newest],
        "meta": meta.of_column(NAME, LEAD, [part.name for part in column.parts()]),
    }
    return render(request, "portal/disclosure.html", context)


@require_safe
def search_column(request: HttpRequest) -> HttpResponse:
    """Search within the column: words, category, theme, kind of document, year, number; sorted."""
    agency = agency_or_404(request)
    categories = catalogue(agency)
    form = ColumnForm(categories, request.GET)
    found = published_items(agency).exclude(column.outside()).select_related("category")
    found = form.narrow(found) if form.is_valid() else found
    page = Paginator(found, ROWS_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "parts": ways_around(PARTS, "/disclosure/"),
        "name": NAME,
        "form": form,
        "page": page,
        "columns": [*COLUMNS[:2], _("Category"), *COLUMNS[2:]],
        "rows": [[*_row(item)[:2], item.category.name, *_row(item)[2:]] for item in page],
        "meta": meta.of_column(_("Search the column"), LEAD),
    }
    status = 200 if form.is_valid() else 422
    return render(request, "portal/column_search.html", context, status=status)


@require_safe
def category(request: HttpRequest, code: str) -> HttpResponse:
    """Show one category: what it must hold, by which law, what is promised, and its items."""
    agency = agency_or_404(request)
    one = get_object_or_404(catalogue_with_newest(agency), code=code)
    part, outside = column.part_of(one), column.is_outside(one)
    items = published_items(agency).filter(category=one)
    page = Paginator(items, ROWS_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "parts": ways_around(PARTS, "" if outside else "/disclosure/"),
        "name": NAME,
        "category": one,
        "part": part,
        "is_outside": outside,
        "facts": known([*([] if outside else _owed(part)), *_promised(one)]),
        "page": page,
        "columns": COLUMNS,
        "rows": [_row(item) for item in page],
        "meta": meta.of_column(one.name, part.must, [one.group, part.theme]),
    }
    return render(request, "portal/category.html", context)


@require_safe
def news(request: HttpRequest) -> HttpResponse:
    """Show the work news, which may not stand in the column, newest first."""
    agency = agency_or_404(request)
    kinds = [one for one in catalogue_with_newest(agency) if column.is_outside(one)]
    items = published_items(agency).filter(column.outside()).select_related("category", "office")
    page = Paginator(items, ROWS_A_PAGE).get_page(request.GET.get("page"))
    title, lead = _("Work news"), _("What the offices and brigades have been doing.")
    context = {"kinds": kinds, "page": page, "meta": meta.of_column(title, lead)}
    return render(request, "portal/news.html", context)


def _owed(part: column.Part) -> list[tuple[object, object]]:
    """Say what a part of the column must hold, and by which item of the regulations."""
    basis = part.basis(office_day())
    return [(_("Must hold"), said(part.must)), (_("By"), said(basis) if basis else "")]


def _promised(one: Category) -> list[tuple[object, object]]:
    """Say what was promised for a category, who answers for it, and how it stands."""
    newest_on = _newest_on(one)
    return [
        (_("Promised"), one.frequency),
        (_("Newest item"), newest_on),
        (_("Next one promised by"), newest_on and next_promised(one.frequency, newest_on)),
        (_("Freshness"), _freshness(one)),
        (_("Responsible post"), one.responsible_post),
        (_("Office"), one.office.name),
    ]


def _newest_on(one: Category) -> date | None:
    """Return what the catalogue was read with: the day of the newest public item."""
    newest_on: date | None = getattr(one, "newest_on", None)
    return newest_on


def _standing(one: Category) -> dict[str, object]:
    return {
        "category": one,
        "count": getattr(one, "public", 0),
        "newest_on": _newest_on(one),
        "freshness": _freshness(one),
    }


def _freshness(one: Category) -> pieces.Cell:
    state, word = FRESHNESS[freshness(one.frequency, _newest_on(one), on=office_day())]
    return pieces.Cell(word, state=state)


def _row(item: Item) -> list[object]:
    return [
        item.index_number,
        pieces.Cell(item.title, url=item.get_absolute_url()),
        item.document_number,
        item.published_on,
    ]
