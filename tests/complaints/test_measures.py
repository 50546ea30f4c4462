"""What the figures of complaints count, and what their faces show."""

import pytest

from sunlit.complaints import selectors
from sunlit.measures.selectors import measure
from tests.complaints.factories import ELSEWHERE, REOPENED, taken
from tests.organization.factories import agency

pytestmark = pytest.mark.django_db

OPEN = {"resolved_at": "", "replied_at": "", "final_closed_at": "", "satisfaction": "",
        "status": "办理中"}  # fmt: skip
LATE = {"replied_at": "2012-06-18 09:00", "final_closed_at": "2012-06-18 09:00",
        "satisfaction": "基本满意"}  # fmt: skip
REFUSED = ELSEWHERE | {"accept_decision": "不予受理", "status": "已告知", "documents": ""}


@pytest.fixture
def a_year(tmp_path):
    """Take in six complaints: closed, closed late, handled twice, open, transferred, refused."""
    taken(tmp_path, {}, LATE, REOPENED, OPEN, ELSEWHERE, REFUSED)


def numbers(name, year=2012):
    """Return the last digits of the complaints that a figure counts."""
    found = measure(f"complaints.{name}", agency(), year).faces
    return sorted(int(face.number[-4:]) for face in found)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("received", [1, 2, 3, 4, 5, 6]),
        ("accepted", [1, 2, 3, 4]),
        ("transferred", [5]),
        ("refused", [6]),
        ("closed", [1, 2, 3]),
        ("answered_in_time", [1, 3]),
        ("satisfied", [1, 2, 3]),
        ("documented", [1, 2, 3, 4, 5]),
    ],
)
def test_a_figure_counts_its_complaints(a_year, name, expected):
    assert numbers(name) == expected
    assert numbers(name, 2013) == []


def test_a_complaint_that_stayed_unsatisfactory_is_not_counted_as_settled(tmp_path):
    taken(tmp_path, REOPENED | {"satisfaction_after_reopen": "不满意"})

    assert numbers("satisfied") == []


def test_a_complaint_counts_in_the_year_of_its_receipt_on_the_offices_clock(tmp_path):
    taken(
        tmp_path,
        {
            "received_at": "2012-01-01 00:10",
            "accepted_at": "2012-01-01 00:20",
            "dispatched_at": "2012-01-04 09:00",
            "due_date": "2012-01-10",
        },
        year=2012,
    )

    assert numbers("received") == [1]
    assert numbers("received", 2011) == []


def test_a_face_shows_neither_text_nor_person(a_year):
    face = measure("complaints.received", agency(), 2012).faces[0]

    assert (face.id, face.title, face.url) == ("TS2012-0001", "", "")
    assert [str(value) for _label, value in face.facts][:2] == ["占道经营", "科室DD01"]
    shown = repr(face)
    assert "盲道" not in shown
    assert "诉求人" not in shown
    assert "菜场" not in shown


def test_the_public_statistics_agree_with_the_figures(a_year, django_assert_num_queries):
    ours = agency()

    with django_assert_num_queries(6):
        said = selectors.statistics(ours, 2012)

    assert said.received == 6
    assert said.by_source == (("12319热线", 6),)
    assert said.by_category == (("占道经营", 6),)
    assert said.by_month == ((6, 6),)
    assert [count for _label, count in said.by_outcome] == [3, 1, 1, 1]
    assert sum(count for _label, count in said.by_satisfaction) == 5
