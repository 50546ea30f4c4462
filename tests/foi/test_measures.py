"""What the figures of requests for information count, and what their faces show."""

from datetime import date

import pytest

from sunlit.foi import selectors
from sunlit.measures.selectors import measure
from tests.foi.factories import EXTENDED, WITHDRAWN, taken
from tests.organization.factories import agency

pytestmark = pytest.mark.django_db

LATE = {"replied": "2012-03-01", "workdays_used": "16", "outcome": "部分公开"}
REFUSED = {"outcome": "不予公开"}
LAST_YEARS = {"received": "2011-12-28", "registered": "2011-12-28", "replied": "2012-01-05",
              "due": "2012-01-19", "workdays_used": "5"}  # fmt: skip


@pytest.fixture
def a_year(tmp_path):
    """Take in six requests: disclosed, late, refused, withdrawn, extended, of the year before."""
    folder = taken(tmp_path, {}, LATE, REFUSED, WITHDRAWN, EXTENDED, LAST_YEARS)
    assert not folder.faults


def numbers(name, year=2012):
    """Return the last digits of the requests that a figure counts."""
    found = measure(f"foi.{name}", agency(), year).faces
    return sorted(int(face.number[-3:]) for face in found)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("received", [1, 2, 3, 4, 5]),
        ("answered", [1, 2, 3, 5, 6]),
        ("answered_in_time", [1, 3, 5, 6]),
        ("disclosed", [1, 2, 5, 6]),
        ("refused", [3]),
    ],
)
def test_a_figure_counts_its_requests(a_year, name, expected):
    assert numbers(name) == expected
    assert numbers(name, 2013) == []


def test_a_request_counts_in_the_year_of_its_receipt(a_year):
    assert numbers("received", 2011) == [6]


def test_a_face_shows_neither_text_nor_person(a_year):
    face = measure("foi.received", agency(), 2012).faces[0]

    assert (face.id, face.title, face.url) == ("YSQ2012-001", "", "")
    values = [value for _label, value in face.facts]
    assert values[1:3] == ["科室KS01", date(2012, 2, 16)]
    assert "申请人 " not in repr(face)
    assert "经费" not in repr(face)


def test_the_public_statistics_agree_with_the_figures(a_year):
    said = selectors.statistics(agency(), 2012)

    assert (said.received, said.answered, said.answered_in_time) == (5, 5, 4)
    assert said.by_month == ((2, 4), (7, 1))
    assert [count for _label, count in said.by_channel] == [5]
    assert [count for _label, count in said.by_applicant_kind] == [5]
    assert sum(count for _label, count in said.by_outcome) == 5
