"""The parts that must stand beside the statutory content: guide, rules, annual reports."""

import re

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_safe

from sunlit.design import pieces
from sunlit.disclosure.models import CategoryRole, GuideSection, YearDocument
from sunlit.disclosure.selectors import published_items, rules_in_force
from sunlit.organization.models import Agency
from sunlit.organization.selectors import office_day
from sunlit.portal import meta, promises
from sunlit.portal.guiding import guide_parts
from sunlit.portal.views.column import NAME, PARTS
from sunlit.portal.views.reading import agency_or_404, known, ways_around
from sunlit.powers.models import Procedure

_PROCEDURE = re.compile(r"`procedures\.md` *(?P<code>[a-z_]+)")


@require_safe
def guide(request: HttpRequest) -> HttpResponse:
    """Show the guide that the records make, and what the agency wrote in its newest year."""
    agency = agency_or_404(request)
    parts = guide_parts(agency, on=office_day())
    sections = GuideSection.objects.filter(agency=agency)
    newest = sections.order_by("-year").values_list("year", flat=True).first()
    shown = [
        (section, _PROCEDURE.sub(r"`procedures.md#\g<code>`", section.body))
        for section in sections.filter(year=newest or 0).order_by("position")
    ]
    title = _("Disclosure guide")
    lead = _("What is published, where it stands, and how to ask for the rest.")
    context = {
        "parts": ways_around(PARTS, "/guide/"),
        "contents": [
            *((part.title, part.anchor) for part in parts),
            *((section.title, f"part-{section.position}") for section, _body in shown),
        ],
        "generated": [(part, known(part.facts)) for part in parts],
        "name": NAME,
        "sections": shown,
        "places": _places(agency),
        "year": newest,
        "lead": lead,
        "today": office_day(),
        "meta": meta.of_column(title, lead),
    }
    return render(request, "portal/guide.html", context)


@require_safe
def rules(request: HttpRequest) -> HttpResponse:
    """List the rules that the agency made for its own work."""
    agency, today = agency_or_404(request), office_day()
    found = rules_in_force(agency, on=today).filter(published_on__lte=today)
    rows = [
        [
            pieces.Cell(rule.name, url=rule.get_absolute_url()),
            rule.topic,
            rule.document_number,
            rule.issued_on,
            rule.get_status_display(),
        ]
        for rule in found
    ]
    title = _("Rules of disclosure")
    lead = _("The rules that the agency made for its own work.")
    context = {
        "parts": ways_around(PARTS, "/rules/"),
        "name": NAME,
        "columns": [
            pgettext_lazy("of the agency", "Rule"),
            _("Topic"),
            _("Document number"),
            _("Issued on"),
            _("Status"),
        ],
        "rows": rows,
        "limit_columns": promises.COLUMNS,
        "limits": promises.rows_of(agency, on=today),
        "meta": meta.of_column(title, lead),
    }
    return render(request, "portal/rules.html", context)


@require_safe
def rule(request: HttpRequest, code: str) -> HttpResponse:
    """Show one rule in full, as it stands today."""
    agency, today = agency_or_404(request), office_day()
    one = rules_in_force(agency, on=today).filter(code=code, published_on__lte=today).last()
    if one is None:
        raise Http404
    facts = [
        (_("Topic"), one.topic),
        (_("Document number"), one.document_number),
        (_("Issued on"), one.issued_on),
        (_("Published on"), one.published_on),
        (_("Status"), one.get_status_display()),
        (_("Issued by"), one.office.name),
    ]
    items = published_items(agency).filter(rule=one)
    lead = _("The rules that the agency made for its own work.")
    context = {
        "rule": one,
        "limit_columns": promises.COLUMNS,
        "limits": promises.rows_of(agency, on=today, names=(one.document_number, one.name)),
        "facts": known(facts),
        "items": items,
        "meta": meta.of_column(one.name, lead, [one.topic]),
    }
    return render(request, "portal/rule.html", context)


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
    title, lead = _("Annual reports"), _("What was disclosed and asked for in each year.")
    context = {
        "parts": ways_around(PARTS, "/annual-reports/"),
        "name": NAME,
        "columns": [_("Title"), _("What it is"), _("Published on"), _("Signed by")],
        "rows": rows,
        "reports": reports,
        "meta": meta.of_column(title, lead),
    }
    return render(request, "portal/annual_reports.html", context)


def _places(agency: Agency) -> dict[str, tuple[object, str]]:
    """Return where the files that a guide names in its text are found on the site."""
    places: dict[str, tuple[object, str]] = {
        "catalogue.csv": (_("catalogue of disclosure"), "/disclosure/"),
        "procedures.md": (_("list of powers"), "/powers/"),
    }
    for procedure in Procedure.objects.filter(agency=agency).order_by("code"):
        name = _("the procedure %(name)s") % {"name": procedure.name}
        places[f"procedures.md#{procedure.code}"] = (name, procedure.get_absolute_url())
    return places
