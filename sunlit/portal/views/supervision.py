"""Who watches the agency, what they said and found, and what became of it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_safe

from sunlit.design import pieces
from sunlit.kernel.calendar import WorkingCalendar
from sunlit.organization.models import Agency
from sunlit.organization.selectors import office_day, official_calendar
from sunlit.portal import meta
from sunlit.portal.views.figures import open_figures
from sunlit.portal.views.reading import agency_or_404, known, latest_year, years_of
from sunlit.supervision.lifecycle import OpinionStatus
from sunlit.supervision.models import Finding, Inspection, Meeting, Opinion
from sunlit.supervision.selectors import Overview, overview, working_days_to_answer

NAME = _("Supervision")
LEAD = _("Who watches this office, what they said and found, and what became of it.")
PARTS = (
    (_("In short"), "/supervision/"),
    (_("Supervisors"), "/supervision/supervisors/"),
    (_("Meetings and opinions"), "/supervision/meetings/"),
    (_("Inspections"), "/supervision/inspections/"),
    (_("Social review"), "/supervision/surveys/"),
    (_("Accountability"), "/supervision/accountability/"),
    (_("Training"), "/supervision/training/"),
)
FIGURES = (
    "supervision.supervisors",
    "supervision.meetings",
    "supervision.opinions",
    "supervision.opinions_answered",
    "supervision.inspections_scheduled",
    "supervision.inspections_unscheduled",
    "supervision.findings",
    "supervision.findings_rectified",
    "supervision.accountability",
    "supervision.survey_rounds",
    "supervision.trainings",
)
OUTCOMES = {
    OpinionStatus.AWAITING: "at_risk",
    OpinionStatus.ADOPTED: "done",
    OpinionStatus.PARTLY_ADOPTED: "in_time",
    OpinionStatus.NOT_ADOPTED: "neutral",
}


@require_safe
def supervision(request: HttpRequest) -> HttpResponse:
    """Show the year's supervision in open figures, and where each part of it stands."""
    agency = agency_or_404(request)
    year = _year(request, agency)
    context = _context(request, "/supervision/", NAME, agency)
    context["figures"] = open_figures(agency, year, FIGURES)
    return render(request, "portal/supervision.html", context)


@require_safe
def supervisors(request: HttpRequest) -> HttpResponse:
    """List the supervisors in office in the year, by number; never a name."""
    context, seen = _page(request, "/supervision/supervisors/", _("Supervisors"))
    columns = [
        _("Number"),
        _("From"),
        _("Area"),
        _("Appointed on"),
        _("Until"),
        pgettext_lazy("supervisor", "Certificate"),
    ]
    rows = [
        [one.code, one.sector, one.zone.name, one.appointed_on, one.term_ends_on, one.certificate]
        for one in seen.supervisors
    ]
    context |= {
        "columns": columns,
        "rows": rows,
        "lead": _("Citizens whom the agency has asked to watch it; known by number, not by name."),
        "nothing": _("No supervisor was in office. The office of discipline invites them."),
    }
    return render(request, "portal/supervision_list.html", context)


@require_safe
def meetings(request: HttpRequest) -> HttpResponse:
    """List the year's meetings with supervisors."""
    context, seen = _page(request, "/supervision/meetings/", _("Meetings and opinions"))
    numbers = [
        pieces.Column(_("Invited"), number=True),
        pieces.Column(_("Came"), number=True),
        pieces.Column(_("Opinions"), number=True),
        pieces.Column(_("Answered"), number=True),
    ]
    rows = []
    for one in seen.meetings:
        opinions = list(one.opinions.all())
        answered = sum(opinion.replied_on is not None for opinion in opinions)
        name = pieces.Cell(one.name, url=one.get_absolute_url())
        rows.append([name, one.held_on, one.invited, one.attended, len(opinions), answered])
    context |= {
        "columns": [_("Meeting"), _("Day"), *numbers],
        "rows": rows,
        "lead": _("The agency reports to its supervisors, and hears their opinions."),
        "nothing": _("No meeting was held. The office that invites the supervisors records them."),
    }
    return render(request, "portal/supervision_list.html", context)


@require_safe
def meeting(request: HttpRequest, year: int, code: str) -> HttpResponse:
    """Show one meeting: what was reported, each opinion with its answer and how long it took."""
    agency = agency_or_404(request)
    one = Meeting.objects.filter(agency=agency, year=year, code=code).select_related("host").first()
    if one is None:
        raise Http404
    calendar = official_calendar()
    opinions = one.opinions.select_related("office", "meeting").order_by("position")
    facts = [
        (_("Day"), one.held_on),
        (_("Place"), one.place),
        (_("Chaired by"), one.host.title),
        (_("Invited"), one.invited),
        (_("Came"), one.attended),
        (_("Reported"), one.reported),
    ]
    context = {
        "parts": _parts("/supervision/meetings/"),
        "name": NAME,
        "meeting": one,
        "facts": known(facts),
        "opinions": [_opinion(opinion, calendar) for opinion in opinions],
        "items": one.items.filter(withdrawn_on=None).order_by("published_on", "code"),
        "meta": meta.of_column(one.name, LEAD),
    }
    return render(request, "portal/meeting.html", context)


@require_safe
def inspections(request: HttpRequest) -> HttpResponse:
    """List the year's inspections whose result is published."""
    context, seen = _page(request, "/supervision/inspections/", _("Inspections"))
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
        "parts": _parts("/supervision/inspections/"),
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
        ],
        "rows": [_finding(finding) for finding in findings],
        "items": one.items.filter(withdrawn_on=None).order_by("published_on", "code"),
        "meta": meta.of_column(one.code, one.scope),
    }
    return render(request, "portal/inspection.html", context)


@require_safe
def surveys(request: HttpRequest) -> HttpResponse:
    """Show the social reviews of the year: how each group judged each indicator."""
    context, seen = _page(request, "/supervision/surveys/", _("Social review"))
    numbers = (
        _("Given out"),
        _("Valid"),
        _("Very satisfied"),
        _("Satisfied"),
        _("Fairly satisfied"),
        _("Dissatisfied"),
        _("Satisfied, in percent"),
    )
    columns = [_("Group"), _("Indicator"), *(pieces.Column(n, number=True) for n in numbers)]
    context["columns"] = columns
    context["surveys"] = [
        (
            survey,
            [
                [
                    *(one.group, one.indicator, one.distributed, one.valid),
                    *(one.very_satisfied, one.satisfied, one.fair, one.dissatisfied, one.rate),
                ]
                for one in survey.answers.all()
            ],
            [
                (one.indicator, one.group, one.rectification)
                for one in survey.answers.all()
                if one.rectification
            ],
        )
        for survey in seen.surveys
    ]
    return render(request, "portal/surveys.html", context)


@require_safe
def accountability(request: HttpRequest) -> HttpResponse:
    """Show whom the agency held to account in the year, by post, and for what."""
    context, seen = _page(request, "/supervision/accountability/", _("Accountability"))
    context["decisions"] = [
        (
            one,
            known(
                [
                    (_("Office"), one.office.name),
                    (_("Post held to account"), one.post),
                    (_("Fact"), one.fact),
                    (_("Found"), one.found_on),
                    (_("Found by"), one.source),
                    (_("Rule applied"), one.ground),
                    (_("Decided on"), one.decided_on),
                    (_("Rectified on"), one.rectified_on),
                ]
            ),
        )
        for one in seen.accountability
    ]
    return render(request, "portal/accountability.html", context)


@require_safe
def training(request: HttpRequest) -> HttpResponse:
    """List the year's training, and the places that show others how it is done."""
    context, seen = _page(request, "/supervision/training/", _("Training"))
    numbers = [pieces.Column(_("Came"), number=True), pieces.Column(_("Hours"), number=True)]
    context |= {
        "columns": [_("Title"), _("Day"), _("Kind"), _("For whom"), *numbers, _("Content")],
        "rows": [
            [
                *(one.title, one.held_on, one.get_kind_display(), one.audience),
                *(one.attended, f"{one.hours:g}", one.content),
            ]
            for one in seen.trainings
        ],
        "lead": _("What the agency's people learn about open government."),
        "nothing": _("No training was held. The office that organises it records it."),
    }
    return render(request, "portal/supervision_list.html", context)


def _parts(current: str) -> list[pieces.Entry]:
    return [pieces.Entry(label, url, current=url == current) for label, url in PARTS]


def _year(request: HttpRequest, agency: Agency) -> int:
    """Return the year that is asked for, or the newest one."""
    asked = request.GET.get("year", "")
    return next((year for year in years_of(agency) if str(year) == asked), latest_year(agency))


def _page(request: HttpRequest, current: str, title: object) -> tuple[dict[str, object], Overview]:
    agency = agency_or_404(request)
    seen = overview(agency, _year(request, agency))
    return _context(request, current, title, agency), seen


def _context(
    request: HttpRequest, current: str, title: object, agency: Agency
) -> dict[str, object]:
    return {
        "parts": _parts(current),
        "name": NAME,
        "title": title,
        "year": _year(request, agency),
        "years": years_of(agency),
        "meta": meta.of_column(title, LEAD),
    }


def _opinion(one: Opinion, calendar: WorkingCalendar) -> dict[str, object]:
    return {
        "opinion": one,
        "state": pieces.Cell(one.get_status_display(), state=OUTCOMES[OpinionStatus(one.status)]),
        "days": working_days_to_answer(one, calendar),
    }


def _finding(one: Finding) -> list[object]:
    today = office_day()
    if one.rectified_on:
        standing = pieces.Cell(_("rectified"), state="done", note=one.rectified_on)
    elif one.due_on < today:
        standing = pieces.Cell(_("overdue"), state="late")
    else:
        standing = pieces.Cell(_("under way"), state="in_time")
    mended = f"{one.rectification} ({one.verified_by})" if one.verified_by else one.rectification
    found = f"{one.kind}: {one.description}"
    return [one.code, one.office.name, found, one.due_on, standing, mended]
