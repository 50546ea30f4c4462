"""What is published: the catalogue, the items, and the four parts that must stand beside them."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from sunlit.design import pieces
from sunlit.disclosure.lifecycle import Status
from sunlit.disclosure.models import (
    Category,
    CategoryRole,
    GuideSection,
    Item,
    YearDocument,
)
from sunlit.disclosure.selectors import catalogue, published_items, rules_in_force
from sunlit.organization.models import Agency
from sunlit.organization.selectors import office_day
from sunlit.portal.views.reading import ROWS_A_PAGE, agency_or_404, known


@require_safe
def items(request: HttpRequest) -> HttpResponse:
    """Show the catalogue and the published items, newest first, of one category if asked."""
    agency = agency_or_404(request)
    found = published_items(agency).select_related("category", "office")
    category = _category(agency, request.GET.get("category", ""))
    if category:
        found = found.filter(category=category)
    words = request.GET.get("q", "")[:100]
    for word in words.split():
        found = found.filter(title__icontains=word)
    page = Paginator(found, ROWS_A_PAGE).get_page(request.GET.get("page"))
    groups: dict[str, list[Category]] = {}
    for one in catalogue(agency):
        groups.setdefault(one.group, []).append(one)
    context = {
        "groups": groups.items(),
        "category": category,
        "words": words,
        "page": page,
        "columns": [_("Index number"), _("Title"), _("Category"), _("Published on")],
        "rows": [_row(item) for item in page],
    }
    return render(request, "portal/items.html", context)


@require_safe
def item(request: HttpRequest, index_number: str) -> HttpResponse:
    """Show one published item, for ever; a withdrawn one keeps its page, with the reason."""
    shown = (Status.PUBLISHED, Status.WITHDRAWN)
    one = get_object_or_404(
        Item.objects.select_related("category", "office", "zone", "rule").filter(status__in=shown),
        agency=agency_or_404(request),
        index_number=index_number,
    )
    facts = [
        (_("Index number"), one.index_number),
        (_("Category"), f"{one.category.group} / {one.category.name}"),
        (_("Issued by"), one.office.name),
        (_("Made on"), one.made_on),
        (_("Published on"), one.published_on),
        (_("Document number"), one.document_number),
        (_("Area"), one.zone.name if one.zone else ""),
        (_("Stage"), one.get_stage_display()),
        (_("Shown at"), "、".join(one.channels)),
    ]
    powers = [pieces.Cell(power.name, url=power.get_absolute_url()) for power in one.powers.all()]
    context = {"item": one, "facts": known(facts), "powers": powers}
    return render(request, "portal/item.html", context)


@require_safe
def guide(request: HttpRequest) -> HttpResponse:
    """Show the disclosure guide, as it stands in its newest year."""
    sections = GuideSection.objects.filter(agency=agency_or_404(request))
    newest = sections.order_by("-year").values_list("year", flat=True).first()
    parts = sections.filter(year=newest or 0).order_by("position")
    return render(request, "portal/guide.html", {"parts": parts, "year": newest})


@require_safe
def rules(request: HttpRequest) -> HttpResponse:
    """Show the rules that the agency made for its own work."""
    today = office_day()
    found = rules_in_force(agency_or_404(request), on=today).filter(published_on__lte=today)
    return render(request, "portal/rules.html", {"rules": found})


@require_safe
def annual_reports(request: HttpRequest) -> HttpResponse:
    """Show the annual reports and the other documents of each year."""
    agency = agency_or_404(request)
    documents = YearDocument.objects.filter(agency=agency, published_on__lte=office_day())
    reports = published_items(agency).filter(category__role=CategoryRole.ANNUAL_REPORTS)
    rows = [
        [document.title, document.get_kind_display(), document.published_on, document.signed_by]
        for document in documents.order_by("-published_on", "code")
    ]
    context = {
        "columns": [_("Title"), _("What it is"), _("Published on"), _("Signed by")],
        "rows": rows,
        "reports": reports,
    }
    return render(request, "portal/annual_reports.html", context)


def _category(agency: Agency, code: str) -> Category | None:
    return Category.objects.filter(agency=agency, code=code).first() if code else None


def _row(item: Item) -> list[object]:
    url = item.get_absolute_url()
    return [
        pieces.Cell(item.index_number, url=url),
        pieces.Cell(item.title, url=url),
        item.category.name,
        item.published_on,
    ]
