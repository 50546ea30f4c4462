"""How a normative document stands on a day."""

from datetime import date

import pytest

from sunlit.norms.rules import Standing, agrees, standing

ISSUED, DAY = date(2009, 6, 12), date(2012, 9, 7)
BEFORE = date(2012, 9, 6)
OPEN = {"repealed_on": None, "lapsed_on": None, "valid_until": None}


@pytest.mark.parametrize(
    ("ends", "on", "expected"),
    [
        ({}, date(2009, 6, 11), Standing.NOT_YET_ISSUED),
        ({}, ISSUED, Standing.IN_FORCE),
        ({"repealed_on": DAY}, BEFORE, Standing.IN_FORCE),
        ({"repealed_on": DAY}, DAY, Standing.REPEALED),
        ({"lapsed_on": DAY}, BEFORE, Standing.IN_FORCE),
        ({"lapsed_on": DAY}, DAY, Standing.LAPSED),
        ({"valid_until": BEFORE}, BEFORE, Standing.IN_FORCE),
        ({"valid_until": BEFORE}, DAY, Standing.LAPSED),
    ],
    ids=[
        "before it was issued",
        "on the day of its issue",
        "the day before its repeal",
        "on the day of its repeal",
        "the day before it lapsed",
        "on the day on which it lapsed",
        "on the last day of its validity",
        "after its validity",
    ],
)
def test_a_document_stands_as_its_days_say(ends, on, expected):
    assert standing(issued_on=ISSUED, on=on, **OPEN | ends) is expected


def test_what_is_abolished_ends_and_the_rest_stays():
    assert agrees(ends_the_document=True, abolishes=True)
    assert agrees(ends_the_document=False, abolishes=False)
    assert not agrees(ends_the_document=True, abolishes=False)
