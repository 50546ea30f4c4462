"""The column of government information: its parts, its categories, the search within; the news."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from sunlit.design import pieces
from sunlit.disclosure import column, standing
from sunlit.disclosure.models import Item
from sunlit.disclosure.selectors import (
    Standing,
    catalogue,
    catalogue_with_newest,
    published_items,
    standings,
)
from sunlit.organization.selectors import office_day
from sunlit.portal import meta
from sunlit.portal.forms import ColumnForm
from sunlit.portal.views.reading import ROWS_A_PAGE, agency_or_404, ways_around

NEWEST = 10
NAME = _("Government information disclosure")
LEAD = _("What the law wants to be public, in the order of the law: nothing else stands here.")
PARTS = (
    (_("Disclosure guide"), "/guide/"),
    (_("Rules of disclosure"), "/rules/"),
    (_("Statutory content"), "/disclosure/"),
    (_("Catalogue of disclosure"), "/disclosure/catalogue/"),
    (_("Annual reports"), "/annual-reports/"),
    (_("Apply for information"), "/apply/"),
)
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
    for one in standings(agency, on=today):
        if not column.is_outside(one.category):
            entries[column.part_of(one.category).code].append(_standing(one))
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
        "newest": [row_of(item) for item in newest],
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
        "rows": [[*row_of(item)[:2], item.category.name, *row_of(item)[2:]] for item in page],
        "meta": meta.of_column(_("Search the column"), LEAD),
    }
    status = 200 if form.is_valid() else 422
    return render(request, "portal/column_search.html", context, status=status)


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


def _standing(one: Standing) -> dict[str, object]:
    return {
        "category": one.category,
        "count": one.held.count,
        "newest_on": one.held.newest_on,
        "freshness": face_of(one),
    }


def face_of(one: Standing) -> pieces.Cell:
    """Return how a category stands, as a page shows it."""
    state, word = standing.face(one)
    return pieces.Cell(word, state=state)


def row_of(item: Item) -> list[object]:
    """Return an item as a row of a list."""
    return [
        item.index_number,
        pieces.Cell(item.title, url=item.get_absolute_url()),
        item.document_number,
        item.published_on,
    ]
