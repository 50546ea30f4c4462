"""Where the numbers and the published things were shown: boards, media, events."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_safe

from sunlit.channels.models import Board
from sunlit.channels.selectors import (
    Tally,
    boards,
    campaign_events_of_year,
    placements_by_outlet,
    postings_by_board,
)
from sunlit.design import pieces
from sunlit.organization.models import Agency
from sunlit.portal import meta
from sunlit.portal.views.complaints import NAME, PARTS
from sunlit.portal.views.figures import open_figures
from sunlit.portal.views.reading import agency_or_404, latest_year, ways_around

TITLE = _("Where it was shown")
LEAD = _("Not everybody reads a website: boards, media, signs and events, each with its proof.")
SHOWN = (
    "channels.board_postings",
    "channels.brigade_postings",
    "channels.street_signs",
    "channels.media_outlets",
    "channels.media_placements",
    "channels.number_announcements",
    "channels.events",
    "channels.hotline_numbers",
)
LAST_DAY = pgettext_lazy("shown", "Last on")


@require_safe
def channels(request: HttpRequest) -> HttpResponse:
    """Say where the numbers and the published things were shown, in open figures."""
    agency = agency_or_404(request)
    year = latest_year(agency)
    context = {
        "parts": ways_around(PARTS, "/channels/"),
        "name": NAME,
        "lead": LEAD,
        "title": TITLE,
        "agency": agency,
        "year": year,
        "figures": open_figures(agency, year, SHOWN),
        "tables": [
            table
            for table in (_boards(agency, year), _outlets(agency, year), _events(agency, year))
            if table["rows"]
        ],
        "meta": meta.of_column(TITLE, LEAD),
    }
    return render(request, "portal/channels.html", context)


def _boards(agency: Agency, year: int) -> dict[str, Any]:
    posted = postings_by_board(agency, year)
    return {
        "title": _("Boards"),
        "columns": [_("Board"), _("Where"), pieces.Column(_("Postings"), number=True), LAST_DAY],
        "rows": [
            [board.name, _where(board), tally.pieces, tally.last_on]
            for board in boards(agency)
            for tally in [posted.get(board.pk, Tally())]
        ],
    }


def _where(board: Board) -> object:
    return board.office.name if board.office else _("The office building")


def _outlets(agency: Agency, year: int) -> dict[str, Any]:
    numbers = [
        pieces.Column(_("Contributions"), number=True),
        pieces.Column(_("Times"), number=True),
    ]
    return {
        "title": _("Media"),
        "columns": [_("Outlet"), _("Kind"), *numbers, LAST_DAY],
        "rows": [
            [outlet.name, outlet.get_type_display(), tally.pieces, tally.times, tally.last_on]
            for outlet, tally in placements_by_outlet(agency, year).items()
        ],
    }


def _events(agency: Agency, year: int) -> dict[str, Any]:
    return {
        "title": _("Events"),
        "columns": [
            _("Day"),
            _("Event"),
            _("Venue"),
            pieces.Column(_("Leaflets"), number=True),
            _("Organised by"),
        ],
        "rows": [
            [one.starts_on, one.name, one.venue, one.leaflets, one.office.name]
            for one in campaign_events_of_year(agency, year)
        ],
    }
