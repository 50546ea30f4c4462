"""Who watches the agency: the year in short, supervisors, reviews, accountability, training."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_safe

from sunlit.design import pieces
from sunlit.portal.views.figures import open_figures
from sunlit.portal.views.reading import agency_or_404, known
from sunlit.portal.views.watching import NAME, page
from sunlit.supervision.models import Accountability, Survey, SurveyAnswer
from sunlit.supervision.selectors import passes, threshold

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


@require_safe
def supervision(request: HttpRequest) -> HttpResponse:
    """Show the year's supervision in open figures, and where each part of it stands."""
    context, seen = page(request, "/supervision/", NAME)
    context["figures"] = open_figures(agency_or_404(request), seen.year, FIGURES)
    return render(request, "portal/supervision.html", context)


@require_safe
def supervisors(request: HttpRequest) -> HttpResponse:
    """List the supervisors in office in the year, by number; never a name."""
    context, seen = page(request, "/supervision/supervisors/", _("Supervisors"))
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
def surveys(request: HttpRequest) -> HttpResponse:
    """Show the social reviews of the year: how each group judged each indicator."""
    context, seen = page(request, "/supervision/surveys/", _("Social review"))
    numbers = (
        _("Given out"),
        _("Valid"),
        _("Very satisfied"),
        _("Satisfied"),
        _("Fairly satisfied"),
        _("Dissatisfied"),
        _("Satisfied, in percent"),
    )
    group = pgettext_lazy("social review", "Group")
    context["columns"] = [
        *(group, _("Indicator")),
        *(pieces.Column(number, number=True) for number in numbers),
    ]
    context["surveys"] = [_survey(survey) for survey in seen.surveys]
    return render(request, "portal/surveys.html", context)


@require_safe
def accountability(request: HttpRequest) -> HttpResponse:
    """Show whom the agency held to account in the year, by post, and for what."""
    context, seen = page(request, "/supervision/accountability/", _("Accountability"))
    decisions = seen.accountability.prefetch_related("items")
    context["decisions"] = [(one, known(_held(one))) for one in decisions]
    return render(request, "portal/accountability.html", context)


@require_safe
def training(request: HttpRequest) -> HttpResponse:
    """List the year's training, and the places that show others how it is done."""
    context, seen = page(request, "/supervision/training/", _("Training"))
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
        "points": {
            "columns": [_("Name"), _("Office"), _("Accepted on"), _("What it shows")],
            "rows": [
                [one.name, one.office.name, one.accepted_on, one.practice]
                for one in seen.demonstration_points
            ],
        },
    }
    return render(request, "portal/training.html", context)


def _held(one: Accountability) -> list[tuple[object, object]]:
    """Say which post was held to account, for what, and what came of it."""
    items = [
        pieces.Cell(i.title, url=i.get_absolute_url()) for i in one.items.all() if i.index_number
    ]
    return [
        (_("Office"), one.office.name),
        (_("Post held to account"), one.post),
        (_("Fact"), one.fact),
        (_("Found"), one.found_on),
        (_("Found by"), one.source),
        (_("Rule applied"), one.ground),
        (_("Decided on"), one.decided_on),
        (_("Rectified on"), one.rectified_on),
        (_("Published about it"), items),
    ]


def _rate(survey: Survey, answer: SurveyAnswer) -> object:
    """Return the share of the satisfied, marked where it is below the standard."""
    if passes(answer, survey=survey) is False:
        return pieces.Cell(answer.rate, state="late")
    return answer.rate


def _survey(one: Survey) -> dict[str, object]:
    """Return a review: the satisfied in percent, by indicator and group, and all answers."""
    answers = list(one.answers.all())
    groups = list(dict.fromkeys(answer.group for answer in answers))
    rates = {(answer.indicator, answer.group): _rate(one, answer) for answer in answers}
    standard = threshold(one)
    return {
        "survey": one,
        "standard": standard,
        "below": sum(passes(answer, survey=one) is False for answer in answers),
        "heads": [_("Indicator"), *(pieces.Column(group, number=True) for group in groups)],
        "rates": [
            [indicator, *(rates.get((indicator, group)) for group in groups)]
            for indicator in dict.fromkeys(answer.indicator for answer in answers)
        ],
        "rows": [
            [
                *(answer.group, answer.indicator, answer.distributed, answer.valid),
                *(answer.very_satisfied, answer.satisfied, answer.fair, answer.dissatisfied),
                answer.rate,
            ]
            for answer in answers
        ],
        "mended": [answer for answer in answers if answer.rectification],
    }
