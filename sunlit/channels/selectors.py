"""Readings of what was shown where."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, F, Max, OuterRef, Q, QuerySet, Sum

from sunlit.channels.models import (
    Board,
    CampaignEvent,
    HotlineNumber,
    Integration,
    IntegrationStep,
    MediaOutlet,
    Placement,
    Posting,
    SharedColumn,
    StreetSign,
)
from sunlit.channels.models.boards import BRIGADE_KINDS
from sunlit.channels.models.media import PAGES_AND_COLUMNS
from sunlit.organization.models import Agency, Office, OfficeKind


def postings_of_year(agency: Agency, year: int) -> QuerySet[Posting]:
    """Return what was posted in a year, on all boards."""
    postings = Posting.objects.filter(agency=agency, posted_on__year=year)
    return postings.select_related("board__office", "office").order_by("posted_on", "code")


def office_postings(agency: Agency, year: int) -> QuerySet[Posting]:
    """Return what was posted in a year on the office building's board."""
    return postings_of_year(agency, year).filter(board__office=None)


def brigade_postings(agency: Agency, year: int) -> QuerySet[Posting]:
    """Return what was posted in a year on the boards of brigades."""
    return postings_of_year(agency, year).filter(board__office__kind=OfficeKind.BRIGADE)


def brigades_with_board(agency: Agency, year: int) -> QuerySet[Office]:
    """Return the brigades on whose boards something was posted in a year."""
    brigades = Office.objects.filter(agency=agency, kind=OfficeKind.BRIGADE)
    return brigades.filter(boards__postings__posted_on__year=year).distinct().order_by("code")


def placements_of_year(agency: Agency, year: int) -> QuerySet[Placement]:
    """Return what appeared in the media in a year, by the first day."""
    placements = Placement.objects.filter(agency=agency, starts_on__year=year)
    return placements.select_related("outlet", "office").order_by("starts_on", "code")


def brigades_with_both(agency: Agency, year: int) -> QuerySet[Office]:
    """Return the brigades on whose boards promises and work were both posted in a year."""
    posted = Posting.objects.filter(board__office=OuterRef("pk"), posted_on__year=year)
    promises, work = (posted.filter(kind=kind) for kind in BRIGADE_KINDS)
    return brigades_with_board(agency, year).filter(Exists(promises), Exists(work))


def outlets_with_pages(agency: Agency, year: int) -> QuerySet[MediaOutlet]:
    """Return the outlets that had a special page or a column in a year."""
    outlets = MediaOutlet.objects.filter(
        agency=agency,
        placements__kind__in=PAGES_AND_COLUMNS,
        placements__starts_on__year=year,
    )
    return outlets.distinct().order_by("id")


def numbers_in_use(agency: Agency, *, on: date) -> QuerySet[HotlineNumber]:
    """Return the numbers that the public could call on a day."""
    in_use = Q(withdrawn_on=None) | Q(withdrawn_on__gt=on)
    numbers = HotlineNumber.objects.filter(in_use, agency=agency, first_published_on__lte=on)
    return numbers.select_related("leader", "office").order_by("id")


def numbers_of_year(agency: Agency, year: int) -> QuerySet[HotlineNumber]:
    """Return the numbers that the public could call at the end of a year."""
    return numbers_in_use(agency, on=date(year, 12, 31))


def numbers_announced(agency: Agency, year: int) -> QuerySet[HotlineNumber]:
    """Return the numbers that the media announced in a year."""
    numbers = HotlineNumber.objects.filter(agency=agency, placements__starts_on__year=year)
    return numbers.select_related("leader", "office").distinct().order_by("id")


def signs_of_year(agency: Agency, year: int) -> QuerySet[StreetSign]:
    """Return the signs that stood at the end of a year."""
    return signs_standing(agency, on=date(year, 12, 31))


def signs_standing(agency: Agency, *, on: date) -> QuerySet[StreetSign]:
    """Return the signs that stood on a day."""
    standing = Q(removed_on=None) | Q(removed_on__gt=on)
    signs = StreetSign.objects.filter(standing, agency=agency, installed_on__lte=on)
    return signs.select_related("subdistrict", "zone", "office").order_by("code")


def campaign_events_of_year(agency: Agency, year: int) -> QuerySet[CampaignEvent]:
    """Return the events that began in a year."""
    held = CampaignEvent.objects.filter(agency=agency, starts_on__year=year)
    return held.select_related("office").order_by("starts_on", "code")


def integration_steps_of_year(agency: Agency, year: int) -> QuerySet[IntegrationStep]:
    """Return the steps of joining the sites that were done in a year."""
    steps = IntegrationStep.objects.filter(integration__agency=agency, done_on__year=year)
    return steps.select_related("integration").order_by("integration__year", "position")


def integrations_live(agency: Agency, year: int) -> QuerySet[Integration]:
    """Return the work on the site that went live in a year."""
    live = Integration.objects.filter(agency=agency, went_live_on__year=year)
    return live.select_related("office").order_by("year")


def columns_shared(agency: Agency, year: int) -> QuerySet[SharedColumn]:
    """Return the columns that came to be shared with the government portal in a year."""
    columns = SharedColumn.objects.filter(
        integration__agency=agency, integration__went_live_on__year=year
    )
    return columns.select_related("integration").order_by("integration__year", "id")


def boards(agency: Agency) -> QuerySet[Board]:
    """Return all boards, the office building's first."""
    of_building = F("office_id").asc(nulls_first=True)
    return Board.objects.filter(agency=agency).select_related("office").order_by(of_building, "id")


@dataclass(frozen=True, slots=True)
class Tally:
    """How many pieces were shown in one place, how often in all, and the last day."""

    pieces: int = 0
    times: int = 0
    last_on: date | None = None


def postings_by_board(agency: Agency, year: int) -> dict[int, Tally]:
    """Return what was posted in a year on each board, by its key; a bare board is left out."""
    postings = Posting.objects.filter(agency=agency, posted_on__year=year).order_by()
    rows = postings.values_list("board").annotate(Count("pk"), Max("posted_on"))
    return {board: Tally(pieces, pieces, last_on) for board, pieces, last_on in rows}


def placements_by_outlet(agency: Agency, year: int) -> dict[MediaOutlet, Tally]:
    """Return what appeared in a year in each outlet that had something."""
    placements = Placement.objects.filter(agency=agency, starts_on__year=year).order_by()
    tallies = (Count("pk"), Sum("times"), Max("ends_on"))
    rows = placements.values_list("outlet").annotate(*tallies)
    outlets = MediaOutlet.objects.in_bulk([outlet for outlet, *_row in rows])
    return {outlets[outlet]: Tally(*row) for outlet, *row in sorted(rows)}
