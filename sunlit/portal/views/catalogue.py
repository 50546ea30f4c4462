"""The catalogue of disclosure in the official columns, and each of its categories."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_safe

from sunlit.design import pieces
from sunlit.design.faces import said
from sunlit.design.handing import as_text, csv_file, file_answer
from sunlit.disclosure import column, standing
from sunlit.disclosure.models import Audience, Category, FormerEntry
from sunlit.disclosure.selectors import (
    Standing,
    catalogue,
    ever_listed,
    published_items,
    standing_of,
    standings,
)
from sunlit.organization.models import Agency
from sunlit.organization.selectors import office_day
from sunlit.portal import meta
from sunlit.portal.views.column import COLUMNS, NAME, PARTS, face_of, row_of
from sunlit.portal.views.reading import ROWS_A_PAGE, agency_or_404, known, ways_around

TITLE = _("Catalogue of disclosure")
LEAD = _(
    "What the agency discloses, by which law, how soon, who answers for it and where it is to be "
    "found."
)
TABLE = (
    pgettext_lazy("catalogue", "Matter (second level)"),
    _("Content (elements)"),
    pgettext_lazy("catalogue", "Basis"),
    _("Time limit"),
    _("Disclosed by"),
    pgettext_lazy("catalogue", "Channels"),
    _("Audience, way and level"),
    pgettext_lazy("category", "How it stands"),
)
OFFICIAL = (
    "序号", "一级事项", "二级事项", "公开内容（要素）", "公开依据", "公开时限", "公开主体",
    "公开渠道和载体", "公开对象：全社会", "公开对象：特定群体", "公开方式：主动",
    "公开方式：依申请", "公开层级",
)  # fmt: skip
"""The columns of the national sheet; they are the same in every language."""


@require_safe
def table(request: HttpRequest) -> HttpResponse:
    """Show the catalogue in the columns of the national sheet; `format=csv` is the sheet itself."""
    agency, today = agency_or_404(request), office_day()
    listed = list(catalogue(agency).select_related("office"))
    if request.GET.get("format") == "csv":
        return file_answer("公开目录.csv", "text/csv", _sheet(agency, listed, on=today))
    found = {one.category.pk: one for one in standings(agency, on=today)}
    groups: dict[str, list[list[object]]] = {}
    counts = Counter(one.word for one in found.values())
    faces = {one.word: standing.face(one) for one in found.values()}
    asked = request.GET.get("standing", "")
    asked = asked if asked in counts else ""
    for one in listed:
        stands = found.get(one.pk)
        if not asked or (stands and stands.word == asked):
            groups.setdefault(one.group, []).append(_row(one, stands, on=today))
    context = {
        "name": NAME,
        "title": TITLE,
        "lead": LEAD,
        "columns": TABLE,
        "groups": groups.items(),
        "tally": [(word, *faces[word], count) for word, count in counts.most_common()],
        "asked": asked,
        "meta": meta.of_column(TITLE, LEAD),
    }
    return render(request, "portal/catalogue.html", context)


@require_safe
def category(request: HttpRequest, code: str) -> HttpResponse:
    """Show one category: what it must hold, by which law, what is promised, and its items."""
    agency, today = agency_or_404(request), office_day()
    one = get_object_or_404(ever_listed(agency), code=code)
    part, outside = column.part_of(one), column.is_outside(one)
    stands = standing_of(one, on=today)
    items = published_items(agency).filter(category=one)
    page = Paginator(items, ROWS_A_PAGE).get_page(request.GET.get("page"))
    promised = stands.promised_on if stands and stands.held.newest_on else None
    facts = [
        (_("Must hold"), _elements(one)),
        (_("By"), _basis(one, on=today)),
        (_("How often it is updated"), one.frequency),
        (_("Time limit"), standing.time_limit(one)),
        (_("Newest item"), stands.held.newest_on if stands else None),
        (_("Next one promised by"), promised),
        (pgettext_lazy("category", "How it stands"), face_of(stands) if stands else ""),
        (_("Responsible post"), one.responsible_post),
        (_("Office"), pieces.Cell(one.office.name, url=one.office.get_absolute_url())),
        (pgettext_lazy("catalogue", "Channels"), "、".join(one.channels)),
        (_("Audience, way and level"), " · ".join(_reach(one))),
        (_("As it stands since"), one.restated_on),
    ]
    context = {
        "parts": ways_around(PARTS, "" if outside else "/disclosure/"),
        "name": NAME,
        "category": one,
        "part": part,
        "is_outside": outside,
        "facts": known(facts),
        "reasons": standing.reasons(stands, on=today) if stands else [],
        "former": _former(one),
        "page": page,
        "columns": COLUMNS,
        "rows": [row_of(item) for item in page],
        "meta": meta.of_column(one.name, part.must, [one.group, part.theme]),
    }
    return render(request, "portal/category.html", context)


def _row(one: Category, stands: Standing | None, *, on: date) -> list[object]:
    return [
        pieces.Cell(one.name, url=one.get_absolute_url()),
        _elements(one),
        _basis(one, on=on),
        pieces.Cell(one.frequency, note=_limit_beside(one)),
        pieces.Cell(one.office.name, note=one.responsible_post),
        "、".join(one.channels),
        " · ".join(_reach(one)),
        face_of(stands) if stands else "",
    ]


def _limit_beside(one: Category) -> str:
    """Return the time limit of a category, where its rhythm does not say it already."""
    limit = said(standing.time_limit(one))
    return "" if limit in one.frequency else limit


def _elements(one: Category) -> object:
    """Return what the catalogue says a category must hold, else what the law says of its part."""
    part = _part(one)
    return "；".join(one.elements) or (said(part.must) if part else "")


def _basis(one: Category, *, on: date) -> object:
    """Return the basis that the catalogue names, else the item of the law for its part."""
    part = _part(one)
    law = part.basis(on) if part else None
    return one.basis or (said(law) if law else "")


def _part(one: Category) -> column.Part | None:
    """Return the part of the column that holds a category; None for what stands outside of it."""
    return column.part_of(one) if one.is_proactive and not column.is_outside(one) else None


def _reach(one: Category) -> list[str]:
    audience = one.get_audience_display() or (Audience.ALL.label if one.is_proactive else "")
    way = _("proactive disclosure") if one.is_proactive else _("disclosure on application")
    return [str(said) for said in (audience, way, "、".join(one.levels)) if said]


def _sheet(agency: Agency, listed: Iterable[Category], *, on: date) -> bytes:
    """Return the catalogue as the national sheet has it, for a spreadsheet."""
    rows: list[Sequence[str]] = [OFFICIAL]
    for number, one in enumerate(listed, start=1):
        to_some = one.audience == Audience.PARTICULAR
        to_all = one.audience == Audience.ALL or (one.is_proactive and not to_some)
        marks = (to_all, to_some, one.is_proactive, not one.is_proactive)
        when = [words for words in (one.frequency, _limit_beside(one)) if words]
        row = (
            number, one.group, one.name, _elements(one), _basis(one, on=on),
            "；".join(when),
            f"{agency.name} {one.office.name}", "、".join(f"■{name}" for name in one.channels),
            *("√" if mark else "" for mark in marks), "、".join(one.levels),
        )  # fmt: skip
        rows.append([as_text(value) for value in row])
    return csv_file(rows)


def _former(one: Category) -> list[tuple[FormerEntry, list[tuple[object, object]]]]:
    """Return each former entry with what it said otherwise than the one after it."""
    told = []
    after = _entry(one, one.office.name)
    for entry in one.former.order_by("-until", "-pk"):
        said_then = {name: value for name, value in entry.said.items() if name != "office"}
        before = _entry(Category(**said_then), entry.said["office"])
        changed = [pair for pair, later in zip(before, after, strict=True) if pair != later]
        told.append((entry, changed))
        after = before
    return told


def _entry(one: Category, office: str) -> list[tuple[object, object]]:
    """Return what an entry says, as the public reads it."""
    return [
        (_("Main category"), one.group),
        (pgettext_lazy("category", "Name"), one.name),
        (_("How often it is updated"), one.frequency),
        (_("Time limit"), said(standing.time_limit(one))),
        (_("Content elements"), "；".join(one.elements)),
        (pgettext_lazy("catalogue", "Basis"), one.basis),
        (_("Responsible post"), one.responsible_post),
        (_("Office"), office),
        (pgettext_lazy("catalogue", "Channels"), "、".join(one.channels)),
        (_("Audience, way and level"), " · ".join(_reach(one))),
    ]
