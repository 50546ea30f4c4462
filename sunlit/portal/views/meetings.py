"""Meetings with supervisors: what they said, and what was answered."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from sunlit.design import pieces
from sunlit.disclosure.lifecycle import Status
from sunlit.kernel.calendar import WorkingCalendar
from sunlit.organization.selectors import official_calendar
from sunlit.portal import meta
from sunlit.portal.views.reading import agency_or_404, known, ways_around
from sunlit.portal.views.watching import LEAD, NAME, PARTS, page
from sunlit.supervision.lifecycle import OpinionStatus
from sunlit.supervision.models import Meeting, Opinion
from sunlit.supervision.selectors import working_days_to_answer

OUTCOMES = {
    OpinionStatus.AWAITING: "at_risk",
    OpinionStatus.ADOPTED: "done",
    OpinionStatus.PARTLY_ADOPTED: "in_time",
    OpinionStatus.NOT_ADOPTED: "neutral",
}


@require_safe
def meetings(request: HttpRequest) -> HttpResponse:
    """List the year's meetings with supervisors."""
    context, seen = page(request, "/supervision/meetings/", _("Meetings and opinions"))
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
    calendar = official_calendar(agency.pk)
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
        "parts": ways_around(PARTS, "/supervision/meetings/"),
        "name": NAME,
        "meeting": one,
        "facts": known(facts),
        "opinions": [_opinion(opinion, calendar) for opinion in opinions],
        "items": one.items.filter(status=Status.PUBLISHED).order_by("published_on", "code"),
        "meta": meta.of_column(one.name, LEAD),
    }
    return render(request, "portal/meeting.html", context)


def _opinion(one: Opinion, calendar: WorkingCalendar) -> dict[str, object]:
    return {
        "opinion": one,
        "state": pieces.Cell(one.get_status_display(), state=OUTCOMES[OpinionStatus(one.status)]),
        "days": working_days_to_answer(one, calendar),
    }
