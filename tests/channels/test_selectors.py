"""What the readings of what was shown where count."""

from datetime import date

import pytest

from sunlit.channels.models import Placement, PlacementKind
from sunlit.channels.selectors import Tally, placements_by_outlet, postings_by_board
from tests.channels import factories
from tests.organization.factories import agency, office

pytestmark = pytest.mark.django_db

YEAR = 2031


def test_boards_say_what_hung_on_them_in_the_year_and_when_last():
    factories.posting(code="GL-001", posted_on=date(YEAR, 3, 2))
    factories.posting(code="GL-002", posted_on=date(YEAR, 9, 4))
    factories.posting(code="GL-001", posted_on=date(YEAR - 1, 9, 4), year=YEAR - 1)
    factories.board("大队公开栏", of=factories.brigade())

    tallies = postings_by_board(agency(), YEAR)

    assert tallies == {factories.board().pk: Tally(2, 2, date(YEAR, 9, 4))}


def test_outlets_count_what_appeared_how_often_and_until_when():
    for code, times in (("MT-1", 3), ("MT-2", 4)):
        Placement.objects.create(
            agency=agency(),
            year=YEAR,
            code=code,
            outlet=factories.outlet(),
            kind=PlacementKind.COLUMN,
            title="专栏",
            office=office(),
            starts_on=date(YEAR, 1, 2),
            ends_on=date(YEAR, 1, 9),
            times=times,
        )
    factories.outlet("未登过的报")

    tallies = placements_by_outlet(agency(), YEAR)

    assert tallies == {factories.outlet(): Tally(2, 7, date(YEAR, 1, 9))}
