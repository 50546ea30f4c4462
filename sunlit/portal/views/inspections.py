"""Inspections: what they looked at, what they found, how that was put right."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from sunlit.design import pieces
from sunlit.disclosure.lifecycle import Status
from sunlit.organization.selectors import office_day
from sunlit.portal import meta
from sunlit.portal.views.reading import agency_or_404, known, ways_around
from sunlit.portal.views.watching import NAME, PARTS, page
from sunlit.supervision.models import Finding, Inspection


@require_safe
def inspections(request: HttpRequest) -> HttpResponse:
    """List the year's inspections whose result is published."""
    context, seen = page(request, "/supervision/inspections/", _("Inspections"))
    found: dict[int, list[Finding]] = {}
    for finding in seen.findings:
        found.setdefault(finding.inspection_id, []).append(finding)
    numbers = [
        pieces.Column(_("Offices inspected"), number=True),
        pieces.Column(_("Findings"), number=True),
        pieces.Column(_("Rectified"), number=True),
    ]
    rows = []
    for one in seen.inspections:
        findings = found.get(one.pk, [])
        rectified = sum(finding.rectified_on is not None for finding in findings)
        number = pieces.Cell(one.code, url=one.get_absolute_url())
        about = [number, one.held_on, one.get_kind_display(), one.scope]
        rows.append([*about, one.units_checked, len(findings), rectified])
    context |= {
        "columns": [_("Number"), _("Day"), _("Kind"), _("Scope"), *numbers],
        "rows": rows,
        "lead": _("How the offices keep their duty to be open, what was wrong, and its mending."),
        "nothing": _("No inspection was published. The office of discipline publishes them."),
    }
    return render(request, "portal/supervision_list.html", context)


@require_safe
def inspection(request: HttpRequest, year: int, code: str) -> HttpResponse:
    """Show one published inspection: what it looked at, what it found, how that was put right."""
    agency = agency_or_404(request)
    found = Inspection.objects.filter(agency=agency, year=year, code=code, is_published=True)
    one = found.select_related("office").first()
    if one is None:
        raise Http404
    facts = [
        (_("Day"), one.held_on),
        (_("Kind"), one.get_kind_display()),
        (_("Scope"), one.scope),
        (_("Organised by"), one.office.name),
        (_("Offices inspected"), one.units_checked),
        (_("Supervisors who joined"), one.supervisors_joined),
        (_("Bulletin"), one.bulletin_number),
        (_("Bulletin issued on"), one.bulletin_on),
    ]
    findings = one.findings.select_related("office", "accountability").order_by("code")
    context = {
        "parts": ways_around(PARTS, "/supervision/inspections/"),
        "name": NAME,
        "inspection": one,
        "facts": known(facts),
        "columns": [
            _("Number"),
            _("Office"),
            _("Found"),
            _("To be rectified by"),
            _("How it stands"),
            _("Rectification"),
            _("Verified by"),
        ],
        "rows": [_finding(finding) for finding in findings],
        "items": one.items.filter(status=Status.PUBLISHED).order_by("published_on", "code"),
        "meta": meta.of_column(one.code, one.scope),
    }
    return render(request, "portal/inspection.html", context)


def _finding(one: Finding) -> list[object]:
    today = office_day()
    if one.rectified_on:
        standing = pieces.Cell(_("rectified"), state="done", note=one.rectified_on)
    elif one.due_on < today:
        standing = pieces.Cell(_("overdue"), state="late")
    else:
        standing = pieces.Cell(_("under way"), state="in_time")
    mended: object = one.rectification
    if one.accountability and one.accountability.is_published:
        decision = one.accountability
        mended = pieces.Cell(one.rectification, url=decision.get_absolute_url(), note=decision.code)
    found = f"{one.kind}: {one.description}"
    return [one.code, one.office.name, found, one.due_on, standing, mended, one.verified_by]
